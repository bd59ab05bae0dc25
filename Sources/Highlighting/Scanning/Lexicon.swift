/// A grammar made ready for the scanner: what each byte may begin, and the words by their hashes.

final class Lexicon: Sendable {
  struct ByteTraits: OptionSet, Sendable {
    let rawValue: UInt8
    static let blank = ByteTraits(rawValue: 1)
    static let digit = ByteTraits(rawValue: 2)
    static let wordStart = ByteTraits(rawValue: 4)
    static let wordInside = ByteTraits(rawValue: 8)
    static let wordEnd = ByteTraits(rawValue: 16)
    /// Of a comment, a string, a sigil or a nest.
    static let opener = ByteTraits(rawValue: 32)
  }

  struct Opener: Sendable {
    enum Form: Sendable { case comment, string, sigil, nest }
    let text: [UInt8]
    let form: Form
    let index: Int
    let ignoresCase: Bool
  }

  let words: WordTable
  let traits: [ByteTraits]
  /// By their first bytes, the longer ones first.
  let openers: [Opener]
  /// By byte, where its openers begin.
  let firstOpeners: [Int]
  let comments: [Comment]
  let strings: [StringForm]
  let sigils: [Sigil]
  let nests: [Nest]
  let keyMark: UInt8
  let features: Features
  let dialect: Dialect

  init(_ grammar: Grammar) {
    words = WordTable(grammar)
    comments = grammar.comments
    strings = grammar.strings.map { $0.compiled(with: grammar.sigils) }
    sigils = grammar.sigils
    nests = grammar.nests
    keyMark = grammar.keyMark
    features = grammar.features
    dialect = grammar.dialect
    openers = Lexicon.openers(of: grammar)
    traits = Lexicon.traits(of: grammar, openers)
    var firsts = Array(repeating: 0, count: 257)
    for opener in openers { firsts[Int(opener.text[0]) + 1] += 1 }
    for byte in 1...256 { firsts[byte] += firsts[byte - 1] }
    firstOpeners = firsts
  }

  func has(_ feature: Features) -> Bool { !features.isDisjoint(with: feature) }

  private static func openers(of grammar: Grammar) -> [Opener] {
    var openers: [Opener] = []
    for (index, comment) in grammar.comments.enumerated() {
      openers += comment.opens.map {
        Opener(text: $0, form: .comment, index: index, ignoresCase: grammar.ignoresCase)
      }
    }
    for (index, form) in grammar.strings.enumerated() {
      openers += opened(by: form, index)
    }
    for (index, nest) in grammar.nests.enumerated() {
      openers.append(Opener(text: nest.open, form: .nest, index: index, ignoresCase: false))
    }
    for (index, sigil) in grammar.sigils.enumerated() {
      openers.append(Opener(text: sigil.text, form: .sigil, index: index, ignoresCase: false))
    }
    return sorted(openers.filter { !$0.text.isEmpty })
  }

  /// With both cases of the first letter where case does not matter.
  private static func opened(by form: StringForm, _ index: Int) -> [Opener] {
    let ignoresCase = form.traits.contains(.ignoresCase)
    return form.opens.flatMap { text -> [Opener] in
      let opener = Opener(text: text, form: .string, index: index, ignoresCase: ignoresCase)
      guard ignoresCase, let first = text.first, first.isLower else { return [opener] }
      let other = Opener(
        text: [first & ~0x20] + text.dropFirst(), form: .string, index: index, ignoresCase: true)
      return [opener, other]
    }
  }

  /// Sorted without losing the order of what is equal: the table says what is tried first.
  private static func sorted(_ openers: [Opener]) -> [Opener] {
    let order = openers.indices.sorted { left, right in
      let (a, b) = (openers[left].text, openers[right].text)
      if a[0] != b[0] { return a[0] < b[0] }
      return a.count != b.count ? a.count > b.count : left < right
    }
    return order.map { openers[$0] }
  }

  private static func traits(of grammar: Grammar, _ openers: [Opener]) -> [ByteTraits] {
    // To a shell `7z` and `10.0.0.1` are words like any other.
    let digitsAreWords = [.shell, .docker, .make].contains(grammar.dialect)
    var traits = (0...255).map { (code: UInt8) -> ByteTraits in
      if code.isBlank { return .blank }
      if code.isDigit {
        return digitsAreWords ? [.wordStart, .wordInside] : [.digit, .wordInside]
      }
      return code.isNameStart ? [.wordStart, .wordInside] : []
    }
    for byte in grammar.wordStart.utf8 { traits[Int(byte)].insert(.wordStart) }
    for byte in grammar.wordInside.utf8 { traits[Int(byte)].insert(.wordInside) }
    for byte in grammar.wordEnd.utf8 { traits[Int(byte)].insert(.wordEnd) }
    for opener in openers { traits[Int(opener.text[0])].insert(.opener) }
    return traits
  }
}
