/// How large a picture is to be and where it is to stand, in the spellings of all the programs.

import Markup

struct ImageAttributes: Equatable {
  var size = ImageSize()
  /// Marp's `bg`: the side of the slide, or all of it.
  var background: Side?
  /// What is left to be read aloud.
  var alternative: [String] = []

  private var isMacro = false

  enum Side: Equatable { case left(Double), right(Double), all }

  /// presenterm: `image:width:50%`; Marp: `bg left:33% fit`, `w:300px h:20px`; lookatme: a height
  /// in rows, `15`.
  init(alternative text: String, countsRows: Bool = false) {
    if countsRows, let rows = Int(text), rows > 0, rows < 200 {
      size.height = .cells(rows)
      return
    }
    var words = text.split(separator: " ").map(String.init)[...]
    // A macro of remark.js's: `:scale 60%`, `:style height:60%`
    if let first = words.first, first.first == ":", first.count > 1,
      first.dropFirst().allSatisfy(\.isLetter)
    {
      isMacro = true
      words = words.dropFirst()
      if first == ":scale", let length = words.popFirst() {
        size.width = ImageSize.Length(css: length)
      }
    }
    for word in words { read(word) }
  }

  /// Whether anything but a text to be read was found.
  var isSpecial: Bool { size != ImageSize() || background != nil || isMacro }

  /// Pandoc's and Slidev's `{width=50% height=20px}`, without the braces.
  init(braces text: String) {
    for word in text.split(separator: " ") {
      let parts = word.split(separator: "=", maxSplits: 1).map { String($0).unquoted }
      if parts.count == 2 { set(parts[0], parts[1]) }
    }
  }

  private mutating func read(_ word: String) {
    if word == "bg" {
      background = background ?? .all
      return
    }
    let parts = word.split(separator: ":").map(String.init)
    switch (parts.first ?? "", parts.count) {
    case ("image", 2...): if !set(parts[1], parts.dropFirst(2).first ?? "") { keep(word) }
    case ("left", _) where background != nil: background = .left(share(parts))
    case ("right", _) where background != nil: background = .right(share(parts))
    case ("fit", 1), ("contain", 1), ("cover", 1), ("auto", 1), ("vertical", 1), ("center", 1):
      if background == nil { keep(word) }
    case (_, 2): if !set(parts[0], parts[1]) { keep(word) }
    default: keep(word)
    }
  }

  private mutating func keep(_ word: String) {
    // Filters (`blur:10px`, `brightness:.5`) are for browsers.
    let isFilter = ["blur", "brightness", "contrast", "grayscale", "opacity", "sepia", "saturate"]
      .contains { word.hasPrefix($0) && background != nil || word.hasPrefix($0 + ":") }
    if !isFilter { alternative.append(word) }
  }

  @discardableResult
  private mutating func set(_ key: String, _ value: String) -> Bool {
    guard let length = ImageSize.Length(css: value) else { return false }
    switch key {
    case "w", "width": size.width = length
    case "h", "height": size.height = length
    default: return false
    }
    return true
  }

  private func share(_ parts: [String]) -> Double {
    if parts.count == 2, case .share(let share)? = ImageSize.Length(css: parts[1]) {
      return max(0.1, min(0.9, share))
    }
    return 0.5
  }
}
