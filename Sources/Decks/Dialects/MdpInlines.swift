/// mdp's marks in a line: `*red*`, `_underlined_`, `` `reversed` ``, links, and a backslash before
/// what is meant as it stands.

import Markup

struct MdpInlines {
  private let characters: [Character]
  private var place = 0
  private let offset: Int
  private var depth = 0
  /// Where the words of the mark that is open begin.
  private var start = 0
  private static let deepest = 16
  /// Where signs were found that were looked for: what is far away is not looked for twice.
  private var found: [Character: Int] = [:]

  static func of(_ line: SourceText) -> [Inline] {
    var reader = MdpInlines(line)
    return reader.inlines(until: nil)
  }

  /// Several lines, each on a line of its own.
  static func of(_ lines: [SourceText]) -> [Inline] {
    var all: [Inline] = []
    for (index, line) in lines.enumerated() {
      if index > 0 { all.append(Inline(.lineBreak, at: line.offset)) }
      all += of(line)
    }
    return all
  }

  private init(_ line: SourceText) {
    characters = Array(line.text.replacingTabs)
    offset = line.offset
  }

  private mutating func inlines(until end: Character?) -> [Inline] {
    var found: [Inline] = []
    var text = ""
    let flush = { [offset] (text: inout String, found: inout [Inline]) in
      if !text.isEmpty { found.append(Inline(.text(text), at: offset)) }
      text = ""
    }
    while place < characters.count {
      let character = characters[place]
      if character == "\\", place + 1 < characters.count {
        text.append(characters[place + 1])
        place += 2
      } else if character == end {
        break
      } else if let kind = marked(character) ?? reference(character) {
        flush(&text, &found)
        found.append(Inline(kind, at: offset))
      } else {
        text.append(character)
        place += 1
      }
    }
    flush(&text, &found)
    return found
  }

  /// Where a sign stands next.
  private mutating func next(_ sign: Character, from start: Int) -> Int? {
    let known = found[sign] ?? -1
    let place =
      known >= start ? known : characters[start...].firstIndex(of: sign) ?? characters.count
    found[sign] = place
    return place < characters.count ? place : nil
  }

  /// After a blank, or directly behind another mark.
  private func mayOpen(_ mark: Character) -> Bool {
    if place == start { return true }
    let before = characters[place - 1]
    return mark == "`" ? !before.isWord : before.isWhitespace
  }

  /// A mark opens after a blank, and only if it is closed on the line.
  private mutating func marked(_ mark: Character) -> Inline.Kind? {
    guard depth < Self.deepest, "*_`".contains(mark), mayOpen(mark) else { return nil }
    let count = characters[place...].prefix(100).prefix { $0 == mark }.count
    let start = place + count
    guard start < characters.count, !characters[start].isWhitespace,
      let close = next(mark, from: start), close > start
    else { return nil }
    if mark == "`" {
      place = close + min(count, characters[close...].prefix { $0 == mark }.count)
      return .code(String(characters[start..<close]))
    }
    place = start
    depth += 1
    let outer = self.start
    self.start = start
    let inner = inlines(until: mark)
    self.start = outer
    depth -= 1
    place = min(
      characters.count, place + characters[place...].prefix { $0 == mark }.prefix(count).count)
    return mark == "*" ? .styled(.color("red", on: nil), inner) : .styled(.underline, inner)
  }

  /// `[text](address)` and `![text](file)`.
  private mutating func reference(_ mark: Character) -> Inline.Kind? {
    let isImage = mark == "!"
    let open = isImage ? place + 1 : place
    guard open < characters.count, characters[open] == "[",
      let middle = next("]", from: open), middle + 1 < characters.count,
      characters[middle + 1] == "(", let close = next(")", from: middle + 1)
    else { return nil }
    let words = [Inline(.text(String(characters[(open + 1)..<middle])), at: offset)]
    let address = String(characters[(middle + 2)..<close])
    place = close + 1
    return isImage ? .image(Image(address, words)) : .link(destination: address, words)
  }
}

extension String {
  /// Tabs as four blanks, as mdp has them.
  fileprivate var replacingTabs: String {
    contains("\t")
      ? split(separator: "\t", omittingEmptySubsequences: false)
        .joined(separator: "    ") : self
  }
}

extension Character {
  fileprivate var isWord: Bool { isLetter || isNumber || self == "_" || self == "*" }
}
