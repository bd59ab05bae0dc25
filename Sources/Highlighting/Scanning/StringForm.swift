/// What a string looks like in a language: what it begins and ends with, and what is seen inside.

struct StringForm: Sendable {
  /// What stands between the opening sign and the text, and so decides on the end.
  enum Fence: Sendable {
    case none
    /// `r##"…"##`, `[==[…]==]`, `R"x(…)x"`
    case hashes, equals, parenthesis
    /// `qw[…]`, `%w(…)`, `~r/…/`, and those of two parts: `s/…/…/`
    case delimiter, delimiterPair
    /// Only if it is closed on the line.
    case regex
    /// Only if it is closed after one character.
    case character
    case heredoc
  }

  struct Traits: OptionSet, Sendable {
    let rawValue: UInt16
    init(rawValue: UInt16) { self.rawValue = rawValue }
    private init(bit: UInt16) { rawValue = 1 << bit }

    /// Goes on over lines.
    static let spans = Traits(bit: 0)
    /// Has no escapes.
    static let raw = Traits(bit: 1)
    /// A backslash only keeps the quote from being the end.
    static let quiet = Traits(bit: 2)
    /// `''` is a quote.
    static let doubled = Traits(bit: 3)
    /// The language's sigils are variables here, too.
    static let sigils = Traits(bit: 4)
    /// `%5.2f`; `{:>5}`.
    static let percents = Traits(bit: 5)
    static let braces = Traits(bit: 6)
    static let ignoresCase = Traits(bit: 7)
  }

  let opens: [[UInt8]]
  let close: [UInt8]
  let traits: Traits
  let fence: Fence
  let escape: UInt8
  let nests: [Nest]
  /// What looks like more than text, or like the end, but is not (`'''` of Nix).
  let literals: [[UInt8]]
  let kind: TokenKind
  let place: Place
  /// By byte, whether it may be more than text.
  private(set) var stops: [Bool] = []

  /// Without a `close` a string ends with the quotes that it begins with.
  @inline(never)
  init(
    _ opens: String, to close: String? = nil, _ traits: Traits = [], fence: Fence = .none,
    escape: UInt8 = .backslash, nests: [Nest] = [], literals: String = "",
    kind: TokenKind = .string, at place: Place = .anywhere
  ) {
    self.opens = opens.words
    let prefix: (UInt8) -> Bool = { $0.isName || $0 == .dollar || $0 == .at }
    self.close = close.map { Array($0.utf8) } ?? Array(opens.words.first?.drop(while: prefix) ?? [])
    self.traits = traits
    self.fence = fence
    self.escape = traits.contains(.raw) ? 0 : escape
    self.nests = nests
    self.literals = literals.words
    self.kind = kind
    self.place = place
  }

  static func heredoc(_ opens: String, nests: [Nest] = []) -> StringForm {
    StringForm(opens, to: "", [.spans, .sigils], fence: .heredoc, nests: nests)
  }

  /// The form, ready for use with the sigils of its language.
  func compiled(with sigils: [Sigil]) -> StringForm {
    var form = self
    form.stops = Array(repeating: false, count: 256)
    if escape != 0 { form.stops[Int(escape)] = true }
    for text in nests.map(\.open) + literals { form.stops[Int(text.first ?? 0)] = true }
    if traits.contains(.sigils) {
      for sigil in sigils { form.stops[Int(sigil.text.first ?? 0)] = true }
    }
    if traits.contains(.percents) { form.stops[Int(UInt8.percent)] = true }
    if traits.contains(.braces) { form.stops[Int(UInt8.leftBrace)] = true }
    return form
  }
}
