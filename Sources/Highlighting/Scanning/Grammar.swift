/// What a table says of a language: its words, comments, strings and names with a sign before them.

struct Grammar {
  // Words, apart from each other by blanks.
  var keywords = ""
  /// Keywords only where another word, a bracket or a quote follows (`match x`, `async () =>`).
  var softKeywords = ""
  var types = ""
  var constants = ""
  /// Functions even where no parenthesis follows (`puts "x"`).
  var functions = ""
  var variables = ""
  var attributes = ""
  /// Keywords after which a function, or a type, gets its name.
  var functionMakers = ""
  var typeMakers = ""
  var ignoresCase = false

  // Signs that words may begin with, have inside and end with, letters, digits and `_` apart.
  var wordStart = ""
  var wordInside = ""
  var wordEnd = ""

  var comments: [Comment] = []
  var strings: [StringForm] = []
  var sigils: [Sigil] = []
  /// Brackets between which there is code of its own: `$(…)` of a shell.
  var nests: [Nest] = []
  /// A word (or a string) before this sign is a key.
  var keyMark: UInt8 = 0
  var features: Features = .usual
  var dialect = Dialect.free
}

/// Habits that several languages share.
struct Features: OptionSet, Sendable {
  let rawValue: UInt32
  init(rawValue: UInt32) { self.rawValue = rawValue }
  private init(bit: UInt32) { rawValue = 1 << bit }

  /// `name(` is a function.
  static let calls = Features(bit: 0)
  /// `name!(` is one, too.
  static let bangCalls = Features(bit: 1)
  /// And so is `name<Type>(`.
  static let genericCalls = Features(bit: 2)
  /// A name with a capital is a type…
  static let capitalTypes = Features(bit: 3)
  /// … but a function before a parenthesis,
  static let capitalCalls = Features(bit: 4)
  /// … or no type after a dot,
  static let capitalMembers = Features(bit: 26)
  /// … nor at the start of a line or before a colon, where Go has its fields,
  static let capitalFields = Features(bit: 27)
  /// … or a variable, as in Prolog.
  static let capitalVariables = Features(bit: 5)
  /// `MAX_SIZE` is a constant.
  static let shouting = Features(bit: 6)
  /// `size_t` is a type.
  static let typeSuffix = Features(bit: 7)
  /// After a dot there may be a keyword (`.await`).
  static let memberKeywords = Features(bit: 8)
  /// Members come after `->`, too.
  static let arrowMembers = Features(bit: 9)
  /// A name in the first column is what the line defines (Haskell).
  static let lineNames = Features(bit: 10)
  /// `(name` is a function (Lisp).
  static let headCalls = Features(bit: 11)
  /// `name:` is a constant (Ruby's symbols).
  static let labels = Features(bit: 12)
  /// `Get-Item` is a function.
  static let dashedFunctions = Features(bit: 13)
  /// `let name x =` is a function, `let name =` none (OCaml).
  static let curried = Features(bit: 14)
  static let jsx = Features(bit: 15)
  /// `#include` and its kin at the start of a line.
  static let preprocessor = Features(bit: 16)
  static let stringKeys = Features(bit: 17)
  static let wordKeys = Features(bit: 18)
  /// `[section]` at the start of a line.
  static let sections = Features(bit: 19)
  /// Numbers: `1'000` and `8'hFF`, `16#FF#`, `1.`, `50%`, `2024-12-24T18:30`.
  static let quotedNumbers = Features(bit: 20)
  static let basedNumbers = Features(bit: 21)
  static let trailingDots = Features(bit: 22)
  static let percents = Features(bit: 23)
  static let dates = Features(bit: 24)
  /// Keywords may be labels of arguments: `sleep(for: x)`.
  static let keywordLabels = Features(bit: 28)
  /// `?>` ends the code (PHP).
  static let leaves = Features(bit: 25)

  static let usual: Features = [.calls]
  static let typed: Features = [.calls, .capitalTypes]
}

/// How the words of a statement are told apart where their place in it matters.
enum Dialect: Sendable {
  case free, shell, docker, make, assembly, styles, settings
  /// The first word of a statement is a keyword (nginx).
  case directives
}

/// Where something may begin.
enum Place: Sendable {
  case anywhere
  /// Not within a word: after a blank, an opening bracket or an operator.
  case wordStart
  /// After blanks at most.
  case lineStart
  case firstColumn
  /// With a blank after it, or at the start of a line.
  case apart
  /// Where an operand is expected, so that `/` is no division.
  case operand
  /// Where a statement begins.
  case statement
  /// There, or where no other quote follows (Vim's comments).
  case unpaired
  /// Not as a part of a longer operator (Haskell's `-->`).
  case noOperator
}

struct Comment: Sendable {
  let opens: [[UInt8]]
  /// Nil where the comment goes to the end of the line.
  let close: [UInt8]?
  let nests: [UInt8]
  let place: Place
  let kind: TokenKind

  @inline(never)
  static func line(_ opens: String, _ place: Place = .anywhere) -> Comment {
    Comment(opens: opens.words, close: nil, nests: [], place: place, kind: .comment)
  }

  @inline(never)
  static func block(
    _ opens: String, _ close: String, nesting: String = "", _ place: Place = .anywhere,
    kind: TokenKind = .comment
  ) -> Comment {
    Comment(
      opens: opens.words, close: Array(close.utf8), nests: Array(nesting.utf8), place: place,
      kind: kind)
  }

  static let c: [Comment] = [.line("//"), .block("/*", "*/")]
  static let nestedC: [Comment] = [.line("//"), .block("/*", "*/", nesting: "/*")]
}

/// Code within brackets: in a string what is interpolated, in a shell a command for its output.
struct Nest: Sendable {
  let open: [UInt8]
  let close: [UInt8]
  /// The bracket that has to be closed before `close` counts.
  let bracket: UInt8
  /// `{{` in a format string is only a brace.
  let isLiteralWhenDoubled: Bool
  /// Whether commands stand inside (of a shell); else it is arithmetic, or a list.
  let holdsCommands: Bool

  @inline(never)
  init(
    _ open: String, _ close: String, bracket: UInt8? = nil, doubled: Bool = false,
    commands: Bool = false
  ) {
    self.open = Array(open.utf8)
    self.close = Array(close.utf8)
    self.bracket = bracket ?? self.open.last ?? 0
    isLiteralWhenDoubled = doubled
    holdsCommands = commands
  }
}

/// A name with a sign before it: `$x`, `@decorator`, `:symbol`, `\command`.
struct Sigil: Sendable {
  let text: [UInt8]
  let kind: TokenKind
  /// Signs that make a name alone: `$?`, `$@`.
  let specials: [UInt8]
  /// Signs that the name may have inside.
  let inside: [UInt8]
  /// Opening brackets that hold the name: `${x}`.
  let brackets: [UInt8]
  /// Whether a word makes a name, or only the specials do.
  let takesWords: Bool
  let place: Place

  @inline(never)
  init(
    _ text: String, _ kind: TokenKind, _ place: Place = .anywhere, specials: String = "",
    inside: String = "", brackets: String = "", takesWords: Bool = true
  ) {
    self.text = Array(text.utf8)
    self.kind = kind
    self.place = place
    self.specials = Array(specials.utf8)
    self.inside = Array(inside.utf8)
    self.brackets = Array(brackets.utf8)
    self.takesWords = takesWords
  }
}

extension String {
  /// The words of a table, as bytes.
  var words: [[UInt8]] { utf8.split { $0.isBlank }.map { Array($0) } }
}
