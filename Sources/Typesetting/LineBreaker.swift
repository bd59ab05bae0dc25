/// Styled text to lines of a width, by the columns it takes on the screen.

import Screen

/// Breaks at blanks and between wide glyphs; a word longer than a line is cut. No line begins
/// with a dash: it stays with the word before it, as Russian typography has it.
struct LineBreaker {
  private struct Piece {
    var glyph: Glyph
    var style: Style
  }

  private let width: Int
  private var lines: [Line] = []
  private var line: [Piece] = []
  private var word: [Piece] = []
  /// Blanks between the line and the word, dropped where the line breaks.
  private var blanks: [Piece] = []

  static func lines(of text: Line, width: Int) -> [Line] {
    var breaker = LineBreaker(width: max(1, width))
    for span in text.spans { breaker.take(span) }
    return breaker.finished()
  }

  private init(width: Int) { self.width = width }

  private mutating func take(_ span: Span) {
    for part in span.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if part.offset > 0 { breakHere() }
      for glyph in Glyphs(part.element) { take(Piece(glyph: glyph, style: span.style)) }
    }
  }

  private mutating func take(_ piece: Piece) {
    let glyph = piece.glyph.base
    if glyph == " " {
      endWord()
      blanks.append(piece)
    } else if glyph == "—" || glyph == "–", word.isEmpty, !line.isEmpty, blanks.count == 1,
      columns(line) + 2 <= width
    {
      // A dash between blanks belongs to the line of the word before it.
      line += blanks + [piece]
      blanks = []
    } else {
      if piece.glyph.width == 2 || word.last?.glyph.width == 2 { endWord() }
      word.append(piece)
    }
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    if columns(line) + columns(blanks) + columns(word) > width, !line.isEmpty { flush() }
    while columns(word) > width { cutWord() }
    line += blanks + word
    blanks = []
    word = []
  }

  /// The part of a long word that fills a line.
  private mutating func cutWord() {
    var used = columns(line)
    while let next = word.first, used + next.glyph.columns <= width || line.isEmpty {
      line.append(next)
      used += next.glyph.columns
      word.removeFirst()
    }
    flush()
  }

  private mutating func breakHere() {
    endWord()
    flush()
  }

  private mutating func flush() {
    lines.append(Self.line(of: line))
    line = []
    blanks = []
  }

  private mutating func finished() -> [Line] {
    endWord()
    if !line.isEmpty || lines.isEmpty { lines.append(Self.line(of: line)) }
    return lines
  }

  private func columns(_ pieces: [Piece]) -> Int { pieces.reduce(0) { $0 + $1.glyph.columns } }

  private static func line(of pieces: [Piece]) -> Line {
    var spans: [Span] = []
    for piece in pieces {
      if spans.last?.style != piece.style { spans.append(Span("", piece.style)) }
      piece.glyph.append(to: &spans[spans.count - 1].text)
    }
    return Line(spans)
  }
}
