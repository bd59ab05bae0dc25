/// What Pandoc numbers lists with besides `1.` and `1)`: letters, Roman numbers, brackets around them,
/// and `#` (Pandoc User's Guide, `fancy_lists`).

import Markup

/// Such a number at the beginning of a line.
struct FancyNumber {
  var value: Int
  var numbering: List.Numbering
  var delimiter: Character
  /// With its brackets.
  var length: Int

  /// Nil where a line begins otherwise, as CommonMark reads it or with a word. What could be a letter
  /// and a Roman number is as the item above.
  init?(_ line: Substring, below above: FancyNumber? = nil) {
    let isEnclosed = line.first == "("
    let rest = isEnclosed ? line.dropFirst() : line
    let word = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#") }
    let behind = rest[word.endIndex...]
    guard let delimiter = behind.first, delimiter == ")" || delimiter == "." && !isEnclosed,
      let (value, sign) = Self.read(word, above?.numbering.sign),
      sign != .decimal || isEnclosed || word == "#"
    else { return nil }
    // `B. Russell` is a name.
    let isInitial = delimiter == "." && word.count == 1 && word.first?.isUppercase == true
    guard behind.dropFirst().hasPrefix(isInitial ? "  " : " ") else { return nil }
    self.value = value
    self.delimiter = delimiter
    numbering = List.Numbering(sign, isEnclosed: isEnclosed)
    length = word.utf8.count + (isEnclosed ? 2 : 1)
  }

  /// Whether it is a number of the same list.
  func goesOn(with other: FancyNumber) -> Bool {
    numbering == other.numbering && delimiter == other.delimiter
  }

  /// The same in digits, as long as it was: what stands below is not moved.
  func digits(_ delimiter: Character) -> String {
    let number = String(value) + String(delimiter)
    return String(repeating: "0", count: max(0, length - number.utf8.count)) + number
  }

  /// A single letter is one of the alphabet, but for `i`: many lists begin with it.
  private static func read(
    _ word: Substring, _ wanted: List.Numbering.Sign?
  ) -> (Int, List.Numbering.Sign)? {
    guard let first = word.first, word.utf8.count < 9 else { return nil }
    if word == "#" { return (1, .decimal) }
    if let number = Int(word) { return (number, .decimal) }
    let lower = word.lowercased()
    guard lower == word || word.allSatisfy(\.isUppercase) else { return nil }
    let signs: [List.Numbering.Sign] =
      first.isUppercase ? [.upperLetter, .upperRoman] : [.lowerLetter, .lowerRoman]
    let letter = word.count == 1 ? lower.utf8.first.map { Int($0) - 96 } : nil
    let isRoman = lower.allSatisfy { "ivxlcdm".contains($0) }
    let roman =
      isRoman ? (1..<400).first { List.Numbering.Sign.lowerRoman.text($0) == lower } : nil
    if let roman, letter == nil || wanted == signs[1] || lower == "i" && wanted != signs[0] {
      return (roman, signs[1])
    }
    return letter.map { ($0, signs[0]) }
  }
}

extension DeckText {
  /// A list with the numbers that it has in the source; the parser has read digits.
  func named(_ list: List) -> List {
    guard dialect == .pandoc || dialect == .patat, case .ordered = list.marker,
      let offset = list.items.first?.offset
    else { return list }
    let text = lines.text(ofLine: lines.line(at: offset)).drop { $0 == " " || $0 == ">" }
    guard let number = FancyNumber(text) else { return list }
    var list = list
    if case .ordered(let start, _) = list.marker {
      list.marker = .ordered(start: start, delimiter: number.delimiter)
    }
    list.numbering = number.numbering
    return list
  }
}

extension Substring {
  /// A bullet, or a number as CommonMark has it, and a blank.
  var beginsItem: Bool {
    let rest = drop { $0.isASCII && $0.isNumber }
    let isNumber = rest.startIndex != startIndex
    guard let mark = rest.first, (isNumber ? ".)" : "-*+").contains(mark) else { return false }
    return rest.dropFirst().first.map { $0 == " " || $0 == "\t" } ?? true
  }
}
