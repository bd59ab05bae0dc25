/// What an info string says of how code is to be shown, in the spellings of all the programs.

import Markup

struct CodeAttributes: Equatable {
  var language = ""
  private(set) var title = ""
  var hasLineNumbers = false
  var firstLine = 1
  var highlights: [LineSet] = []
  /// presenterm: what stands in the place of the code when it has run.
  private(set) var program: String?
  /// knitr: `include=FALSE` is run and not shown.
  private(set) var isIncluded = true

  private static let mostLines = 1_000_000

  /// `rust +line_numbers {1,3-5|7|all}`, `js [1|2-3]`, `ts {2-3|5}{lines:true,startLine:5}`,
  /// `{.haskell .numberLines}`, `python{1,3}`.
  init(info: String, hasLineNumbers: Bool = false) {
    self.hasLineNumbers = hasLineNumbers
    for word in Self.words(info) { read(word) }
  }

  /// Words are kept apart by blanks and by brackets, inside which blanks count for nothing.
  private static func words(_ info: String) -> [String] {
    var words: [String] = []
    var word = ""
    var depth = 0
    let end = { (word: inout String) in
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    for character in info {
      let opens = character == "{" || character == "["
      if depth == 0, opens || character == " " { end(&word) }
      if opens { depth += 1 }
      if depth > 0 || character != " " { word.append(character) }
      if character == "}" || character == "]" {
        depth = max(0, depth - 1)
        if depth == 0 { end(&word) }
      }
    }
    end(&word)
    return words
  }

  private mutating func read(_ word: String) {
    if let inner = word.between("{", "}") {
      readBraces(inner)
    } else if let inner = word.between("[", "]") {
      // reveal.js numbers the lines that it lights up, and `[]` only numbers them.
      hasLineNumbers = hasLineNumbers || inner.allSatisfy { "0123456789-,|: ".contains($0) }
      let lines = takingFirstLine(inner)
      if Self.groups(lines) == nil, !language.isEmpty { title = inner.trimmed }
      readBraces(lines)
    } else if word.hasPrefix("+") {
      readFlag(String(word.dropFirst()))
    } else if word.hasPrefix("title=") {
      readOption(word, separator: "=")
    } else if language.isEmpty {
      language = word
    }
  }

  private mutating func readFlag(_ flag: String) {
    switch flag {
    case "line_numbers": hasLineNumbers = true
    // These show not the code but what comes of it.
    case "exec_replace", "image", "render": program = "+" + flag
    default: break
    }
  }

  private mutating func readBraces(_ inner: String) {
    if inner.hasPrefix(".") || inner.hasPrefix("#") { return readClasses(inner) }
    if language.isEmpty, let name = Self.chunkLanguage(inner) { return readChunk(inner, name) }
    if inner.contains(":") || inner.contains("=") { return readOptions(inner) }
    if !inner.trimmed.isEmpty, let groups = Self.groups(inner) { highlights = groups }
  }

  /// Groups of lines between bars; one that names none is all of them.
  private static func groups(_ text: String) -> [LineSet]? {
    let groups = text.split(separator: "|", omittingEmptySubsequences: false)
      .map { $0.allSatisfy { $0 == " " } ? LineSet(nil) : LineSet(spelled: String($0)) }
    return groups.contains { $0 == nil } ? nil : groups.compactMap { $0 }
  }

  /// reveal.js's `712: 1,3`: the number of the first line, and the lines to be lit.
  private mutating func takingFirstLine(_ inner: String) -> String {
    let digits = inner.prefix { $0.isASCII && $0.isNumber }
    let rest = inner.dropFirst(digits.count)
    guard rest.first == ":", let number = Int(digits) else { return inner }
    firstLine = min(number, Self.mostLines)
    return String(rest.dropFirst())
  }

  /// Pandoc's: `.haskell .numberLines startFrom=5`.
  private mutating func readClasses(_ inner: String) {
    for word in inner.split(separator: " ") {
      if word == ".numberLines" || word == ".number-lines" {
        hasLineNumbers = true
      } else if word.hasPrefix("."), language.isEmpty {
        language = String(word.dropFirst())
      } else {
        readOption(String(word), separator: "=")
      }
    }
  }

  /// What runs a chunk of knitr or Quarto: `r, echo=FALSE`, `python`, `{python}`.
  private static func chunkLanguage(_ inner: String) -> String? {
    let inner = inner.between("{", "}") ?? inner
    let name = inner.prefix { $0.isLetter || $0.isNumber || "+#_".contains($0) }
    let next = inner.dropFirst(name.count).first ?? " "
    guard name.first?.isLetter == true, next == " " || next == ",",
      LineSet(spelled: String(name)) == nil
    else { return nil }
    return String(name)
  }

  private mutating func readChunk(_ inner: String, _ name: String) {
    language = name
    for option in inner.split(whereSeparator: { $0 == "," || $0 == " " }) {
      readOption(String(option), separator: "=")
    }
  }

  /// Slidev's: `lines:true,startLine:5`.
  private mutating func readOptions(_ inner: String) {
    for option in inner.split(separator: ",") {
      readOption(String(option), separator: option.contains("=") ? "=" : ":")
    }
  }

  private mutating func readOption(_ option: String, separator: Character) {
    let parts = option.split(separator: separator, maxSplits: 1).map { String($0).trimmed }
    guard parts.count == 2 else { return }
    switch parts[0] {
    case "include": isIncluded = parts[1].lowercased() != "false"
    case "lines": hasLineNumbers = parts[1] == "true"
    case "filename", "title": title = parts[1].unquoted
    case "startLine", "startFrom":
      firstLine = max(0, min(Int(parts[1].unquoted) ?? 1, Self.mostLines))
      hasLineNumbers = true
    case "data-line-numbers", "code-line-numbers":
      hasLineNumbers = true
      highlights = Self.groups(parts[1].unquoted) ?? []
    default: break
    }
  }

  var display: CodeDisplay {
    var display = CodeDisplay()
    display.language = language
    display.title = title
    display.hasLineNumbers = hasLineNumbers
    display.firstLine = firstLine
    display.highlights = highlights
    return display
  }
}

extension LineSet {
  /// `1,3-5`, `all` or `*`; `none`, `0` and `hide` are no lines.
  init?(spelled text: String) {
    let text = text.filter { $0 != " " }
    if ["all", "*"].contains(text) {
      self.init(nil)
      return
    }
    if ["none", "0", "hide"].contains(text) {
      self.init([])
      return
    }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let ranges = parts.map { part -> ClosedRange<Int>? in
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
        first >= 1, last >= first
      else { return nil }
      return first...last
    }
    guard !ranges.contains(where: { $0 == nil }) else { return nil }
    self.init(ranges.compactMap { $0 })
  }
}

extension String {
  /// What stands between a first and a last sign; nil where they are not there.
  func between(_ open: Character, _ close: Character) -> String? {
    guard count >= 2, first == open, last == close else { return nil }
    return String(dropFirst().dropLast())
  }
}
