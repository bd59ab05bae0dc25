/// Words on their way to lines: glyphs with the spans they come from, and what clings to what.

import Markup
import Screen

/// A glyph and the span it comes from.
struct TextPiece {
  var glyph: Glyph
  /// The index of the span: its style and where it leads.
  var span: Int
  /// A soft hyphen at which the line was broken: only there it is seen.
  var isAtEnd = false

  /// The piece as it is read from right to left.
  var mirrored: TextPiece {
    var piece = self
    let base = BidiOrder.mirrored(glyph.base)
    if base != glyph.base { piece.glyph = Glyph(base, marks: glyph.marks, width: glyph.columns) }
    return piece
  }

  var isDigit: Bool { ("0"..."9").contains(glyph.base) }

  var shown: Glyph { isAtEnd ? Glyph("-") : glyph }
  var columns: Int { glyph.base == Glyph.softHyphen && !isAtEnd ? 0 : glyph.columns }
}

extension Glyph {
  /// Two of these are a flag.
  fileprivate var isRegional: Bool { (0x1F1E6...0x1F1FF).contains(base.value) }

  static let softHyphen: Unicode.Scalar = "\u{AD}"

  /// A wide sign that is a word of its own; letters that a terminal shows wide are none.
  var isIdeograph: Bool { width == 2 && !(AmbiguousWidth.isWide && AmbiguousWidth.contains(base)) }
}

/// Pieces side by side, and the columns they take.
struct TextRun {
  private(set) var pieces: [TextPiece] = []
  private(set) var columns = 0

  init() {}

  init(_ pieces: some Sequence<TextPiece>) { for piece in pieces { append(piece) } }

  var isEmpty: Bool { pieces.isEmpty }

  mutating func append(_ piece: TextPiece) {
    pieces.append(piece)
    columns += piece.columns
  }

  mutating func removeAll() {
    pieces.removeAll(keepingCapacity: true)
    columns = 0
  }

  /// The head that fits with a hyphen behind it, and the rest.
  func split(atSoftHyphenWithin room: Int) -> (head: TextRun, tail: TextRun)? {
    var best: Int?
    var used = 0
    for (place, piece) in pieces.enumerated() {
      if piece.glyph.base == Glyph.softHyphen, used + 1 <= room { best = place }
      used += piece.columns
    }
    guard let best, best > 0, best + 1 < pieces.count else { return nil }
    var head = Array(pieces[...best])
    head[best].isAtEnd = true
    return (TextRun(head), TextRun(pieces[(best + 1)...]))
  }

  /// The no-break blanks at the beginning, if there are several: an indent.
  func indent(atMost most: Int) -> TextRun {
    let blanks = pieces.prefix { $0.glyph.base == "\u{A0}" }
    return blanks.count > 1 && blanks.count <= most ? TextRun(blanks) : TextRun()
  }

  /// Whether the first half of a flag stands at the end, and the other half follows.
  func endsInHalfFlag(before next: TextPiece) -> Bool {
    guard next.glyph.isRegional else { return false }
    return pieces.reversed().prefix { $0.glyph.isRegional }.count % 2 == 1
  }

  /// An emoji's name that is wider than a line, with as many of its words as fit, else as many
  /// letters: it goes on no other line. Nil where the word is none, or the line too short for one.
  func shortenedName(to width: Int) -> TextRun? {
    guard pieces.first?.glyph.base == ":",
      let end = pieces.dropFirst().firstIndex(where: { $0.glyph.base == ":" }),
      pieces[(end + 1)...].allSatisfy({ Kinsoku.mayNotBegin($0.glyph.base) })
    else { return nil }
    let name = String(
      String.UnicodeScalarView(pieces[1..<end].map(\.glyph.base)))
    guard EmojiNames.emoji(named: name) != nil else { return nil }
    let rest = pieces[end...]
    let most = width - rest.count
    let place = pieces[..<end].indices.last { $0 <= most && pieces[$0].glyph.base == "_" }
    guard most > 3 else { return nil }
    return TextRun(pieces[..<(place ?? most)] + rest)
  }

  /// Behind the last sign at which a word may be cut, rather a hyphen or a slash than another; nil
  /// where that would leave too little of the line.
  var lastBreak: Int? {
    for signs in ["-/", "_.,;:?&="] {
      let place = pieces.dropLast().lastIndex { signs.unicodeScalars.contains($0.glyph.base) }
      if let place, place >= pieces.count / 3 { return place + 1 }
    }
    return nil
  }
}

/// A word and the blanks before it.
struct TextToken {
  var blanks: TextRun
  var word: TextRun

  var columns: Int { blanks.columns + word.columns }

  private var scalars: [Unicode.Scalar] { word.pieces.map(\.glyph.base) }

  /// A word that is not left at the end of a line: prepositions, conjunctions, signs of number.
  var clingsToNext: Bool { clingsFirmly || isShortWord }

  private var clingsFirmly: Bool {
    guard word.pieces.count <= 3 else { return false }
    if isSign(of: Clinging.relations) { return true }
    let scalars = scalars
    if scalars == ["№"] || scalars == ["§"] { return true }
    // an initial: К.
    return scalars.count == 2 && scalars[1] == "." && scalars[0].properties.isUppercase
  }

  /// Of Russian: a preposition, a conjunction.
  private var isShortWord: Bool {
    guard word.pieces.count <= 3 else { return false }
    let scalars = scalars
    guard scalars.allSatisfy({ (0x400..<0x530).contains($0.value) }) else { return false }
    let text = text
    return Clinging.longer.contains(text)
      || scalars.count <= 2 && !Clinging.particles.contains(text)
  }

  private var text: String {
    word.pieces.reduce(into: "") { $1.glyph.append(to: &$0) }.lowercased()
  }

  /// In a title no short word of English ends a line, either.
  var clingsInTitle: Bool { clingsToNext || Clinging.inTitles.contains(text) }

  /// A word that does not begin a line: dashes, closing marks, Russian particles, what is counted,
  /// signs between operands.
  func clings(to previous: TextToken) -> Bool {
    guard let first = word.pieces.first?.glyph.base else { return false }
    if blanks.columns > 1 { return false }
    if first == "—" || first == "–" { return true }
    if Kinsoku.mayNotBegin(first), word.pieces.count <= 2 { return true }
    if isSign(of: Clinging.relations) || isSign(of: Clinging.operators) || isKeySign { return true }
    if word.pieces.count <= 3, Clinging.particles.contains(text) { return true }
    // Thousands.
    if previous.isNumber, word.pieces.count >= 3, word.pieces[..<3].allSatisfy(\.isDigit) {
      return word.pieces.dropFirst(3).allSatisfy { Kinsoku.mayNotBegin($0.glyph.base) }
    }
    return previous.isNumber && first.properties.isLowercase
      || previous.isNumber && word.pieces.count <= 3 && first.properties.isAlphabetic
  }

  /// So much of a line must stay there for this word to go with the next; nil where it need not.
  /// What may not begin a line weighs more than what is not left at the end of one.
  func leastKept(before next: TextToken, width: Int) -> Int? {
    if clingsFirmly || next.clings(to: self) { return width / 2 }
    return isShortWord ? width * 2 / 3 : nil
  }

  private func isSign(of signs: String) -> Bool {
    !word.isEmpty && word.pieces.count <= 2
      && word.pieces.allSatisfy { signs.unicodeScalars.contains($0.glyph.base) }
  }

  /// The sign by which a drawing shows what was just named: `замок (█)`.
  private var isKeySign: Bool {
    let scalars = scalars
    guard scalars.first == "(", let end = scalars.lastIndex(of: ")"), (2...3).contains(end) else {
      return false
    }
    return scalars[1..<end].allSatisfy { $0.value >= 0x2190 && !$0.properties.isAlphabetic }
  }

  /// A number that one does not have to read twice.
  private var isNumber: Bool {
    (1...5).contains(word.pieces.count)
      && word.pieces.allSatisfy {
        $0.glyph.base.properties.numericType != nil || $0.glyph.base == "," || $0.glyph.base == "."
      } && word.pieces.last?.glyph.base.properties.numericType != nil
  }
}

/// What typography keeps together.
enum Clinging {
  // So few are found in a list as fast as in a set, which would have to be made at the start.
  static let longer = ["без", "для", "изо", "над", "обо", "под", "при", "про", "или"]
  static let particles = ["же", "ли", "бы", "ж", "б", "ль"]
  static let inTitles = [
    "a", "an", "the", "of", "in", "on", "at", "to", "by", "for", "and", "or", "with", "from", "as",
  ]
  /// Between what they compare; a line does not break at either side.
  static let relations = "=≠≈≡<>≤≥"
  /// A line may break behind them.
  static let operators = "+−×÷·→←↔⇒"
}

/// A line being filled.
struct TokenLine {
  private var tokens: [TextToken] = []
  private(set) var columns = 0

  var isEmpty: Bool { tokens.isEmpty }
  var pieces: [TextPiece] { tokens.flatMap { $0.blanks.pieces + $0.word.pieces } }

  mutating func append(_ token: TextToken) {
    tokens.append(token)
    columns += token.columns
  }

  /// Narrower lines are filled as they can be.
  private static let narrowest = 24

  /// Takes from the end what must not be parted from the token that comes next, as long as enough
  /// of the line stays, and there is room for both on the next: a short word alone on a line is
  /// worse than one at the end of it.
  mutating func takeClinging(to next: TextToken, width: Int) -> [TextToken] {
    guard width >= Self.narrowest else { return [] }
    var carried: [TextToken] = []
    var (follower, moved) = (next, next.columns)
    while tokens.count > 1, let last = tokens.last, moved + last.word.columns <= width,
      let least = last.leastKept(before: follower, width: width),
      columns - last.columns >= least
    {
      tokens.removeLast()
      columns -= last.columns
      moved += last.columns
      carried.insert(last, at: 0)
      follower = last
    }
    if !carried.isEmpty { carried[0].blanks.removeAll() }
    // What follows keeps its blank behind what was carried.
    return carried
  }
}

/// Marks that do not begin or end a line (JIS X 4051; for Latin and Cyrillic the same marks).
enum Kinsoku {
  static func mayNotBegin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ")", "]", "}", "»", "”", "’", ",", ".", ";", ":", "!", "?", "…", "%", "‰", "°": true
    case "、", "。", "，", "．", "・", "：", "；", "？", "！", "ー", "々", "〻", "ゝ", "ゞ", "ヽ", "ヾ",
      "）", "］", "｝", "〕", "〉", "》", "」", "』", "】", "〙", "〗", "〟", "％", "‐", "〜":
      true
    case "ぁ", "ぃ", "ぅ", "ぇ", "ぉ", "っ", "ゃ", "ゅ", "ょ", "ゎ", "ァ", "ィ", "ゥ", "ェ", "ォ", "ッ",
      "ャ", "ュ", "ョ", "ヮ", "ヵ", "ヶ":
      true
    default: false
    }
  }

  static func mayNotEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", "[", "{", "«", "“", "‘", "（", "［", "｛", "〔", "〈", "《", "「", "『", "【", "〘", "〖",
      "〝", "￥", "＄":
      true
    default: false
    }
  }
}
