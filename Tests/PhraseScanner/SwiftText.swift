/// As much of Swift's grammar as it takes to find what is said: words, strings, brackets, commas.

indirect enum SwiftNode {
  case word(String)
  /// The text with numbered holes, and what stands in the holes.
  case string(String, holes: [SwiftNode])
  /// What stands in brackets, by its commas; the word before them.
  case group(callee: String, arguments: [[SwiftNode]])
  case sign(Character)
}

/// Reads a source text into nodes.
struct SwiftText {
  private let text: [Character]
  private var place = 0

  init(_ text: String) { self.text = Array(text) }

  /// Everything up to the end.
  mutating func nodes() -> [SwiftNode] { arguments(until: nil).flatMap { $0 } }

  private func starts(_ word: String) -> Bool { text[place...].starts(with: word) }

  private mutating func arguments(until end: Character?) -> [[SwiftNode]] {
    var arguments: [[SwiftNode]] = [[]]
    while place < text.count {
      let sign = text[place]
      if sign == end {
        place += 1
        break
      }
      if sign == "," {
        place += 1
        arguments.append([])
      } else if let node = node(after: arguments[arguments.count - 1].last) {
        if case .group(let callee, _) = node, !callee.isEmpty {
          arguments[arguments.count - 1].removeLast()
        }
        arguments[arguments.count - 1].append(node)
      }
    }
    return arguments
  }

  private mutating func node(after last: SwiftNode?) -> SwiftNode? {
    if starts("//") {
      while place < text.count, !text[place].isNewline { place += 1 }
      return nil
    }
    let sign = text[place]
    if sign == "\"" { return string() }
    if sign.isLetter || sign.isNumber || "_.".contains(sign) { return word() }
    place += 1
    if let end = ["(": ")", "[": "]", "{": "}"][sign] as Character? {
      var callee = ""
      if sign == "(", case .word(let name)? = last { callee = name }
      return .group(callee: callee, arguments: arguments(until: end))
    }
    return sign.isWhitespace ? nil : .sign(sign)
  }

  private mutating func word() -> SwiftNode {
    let start = place
    while place < text.count,
      text[place].isLetter || text[place].isNumber || "_.".contains(text[place])
    {
      place += 1
    }
    return .word(String(text[start..<place]))
  }

  private mutating func string() -> SwiftNode {
    let quotes = starts("\"\"\"") ? "\"\"\"" : "\""
    place += quotes.count
    var (words, holes): (String, [SwiftNode]) = ("", [])
    while place < text.count, !starts(quotes) {
      if starts("\\(") {
        place += 2
        holes += arguments(until: ")").flatMap { $0 }
        words.append(Self.hole)
      } else if text[place] == "\\" {
        place += 1
        words += escape()
      } else {
        words.append(text[place])
        place += 1
      }
    }
    place += quotes.count
    return .string(Self.numbered(words), holes: holes)
  }

  /// Stands for a hole, whatever it holds, until they are numbered.
  private static let hole: Character = "\u{0}"

  private static func numbered(_ words: String) -> String {
    var number = 0
    return words.reduce(into: "") { text, sign in
      guard sign == hole else { return text.append(sign) }
      number += 1
      text += "{\(number)}"
    }
  }

  private mutating func escape() -> String {
    let sign = text[place]
    place += 1
    switch sign {
    case "n": return "\n"
    case "t": return "\t"
    case "u":
      let end = text[place...].firstIndex(of: "}") ?? place
      let scalar = UInt32(String(text[(place + 1)..<end]), radix: 16).flatMap(Unicode.Scalar.init)
      place = end + 1
      return scalar.map { String(Character($0)) } ?? ""
    // The end of a line that goes on.
    case _ where sign.isNewline:
      while place < text.count, text[place].isWhitespace { place += 1 }
      return ""
    default: return String(sign)
    }
  }
}
