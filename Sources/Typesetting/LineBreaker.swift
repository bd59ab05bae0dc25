/// Styled text to lines of a width, by the columns it takes on the screen.

import Screen

/// Breaks at blanks and between wide glyphs; a word longer than a line is cut. No line begins
/// with a dash: it stays with the word before it, as Russian typography has it.
struct LineBreaker {
  private struct Piece {
    var glyph: Glyph
    /// The span it comes from: style and link.
    var span: Int
  }

  /// Pieces side by side, and the columns they take.
  private struct Run {
    var pieces: [Piece] = []
    var columns = 0

    var isEmpty: Bool { pieces.isEmpty }

    mutating func append(_ piece: Piece) {
      pieces.append(piece)
      columns += piece.glyph.columns
    }

    mutating func append(_ run: Run) {
      pieces += run.pieces
      columns += run.columns
    }

    mutating func removeAll() {
      pieces.removeAll(keepingCapacity: true)
      columns = 0
    }
  }

  private let width: Int
  private let spans: [Span]
  private var lines: [Line] = []
  private var line = Run()
  private var word = Run()
  /// Blanks between the line and the word, dropped where the line breaks.
  private var blanks = Run()

  static func lines(of text: Line, width: Int) -> [Line] {
    var breaker = LineBreaker(width: max(1, width), spans: text.spans)
    for (index, span) in text.spans.enumerated() { breaker.take(span, index) }
    return breaker.finished()
  }

  private init(width: Int, spans: [Span]) {
    self.width = width
    self.spans = spans
  }

  private mutating func take(_ span: Span, _ index: Int) {
    guard span.text.utf8.contains(0x0A) else { return take(span.text, index) }
    for part in span.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if part.offset > 0 { breakHere() }
      take(String(part.element), index)
    }
  }

  private mutating func take(_ text: String, _ span: Int) {
    for glyph in Glyphs(text) { take(Piece(glyph: glyph, span: span)) }
  }

  private mutating func take(_ piece: Piece) {
    let glyph = piece.glyph.base
    if glyph == " " {
      endWord()
      blanks.append(piece)
    } else if glyph == "—" || glyph == "–", word.isEmpty, !line.isEmpty, blanks.columns == 1,
      line.columns + 2 <= width
    {
      // A dash between blanks belongs to the line of the word before it.
      line.append(blanks)
      line.append(piece)
      blanks.removeAll()
    } else {
      if piece.glyph.width == 2 || word.pieces.last?.glyph.width == 2 { endWord() }
      word.append(piece)
    }
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    if line.columns + blanks.columns + word.columns > width, !line.isEmpty { flush() }
    if word.columns > width { cutWord() }
    line.append(blanks)
    line.append(word)
    blanks.removeAll()
    word.removeAll()
  }

  /// Fills lines with a long word until the rest of it fits one.
  private mutating func cutWord() {
    var rest = word.pieces[...]
    word.removeAll()
    while let next = rest.popFirst() {
      if line.columns + next.glyph.columns > width, !line.isEmpty { flush() }
      line.append(next)
    }
  }

  private mutating func breakHere() {
    endWord()
    flush()
  }

  private mutating func flush() {
    lines.append(line(of: line.pieces))
    line.removeAll()
    blanks.removeAll()
  }

  private mutating func finished() -> [Line] {
    endWord()
    if !line.isEmpty || lines.isEmpty { lines.append(line(of: line.pieces)) }
    return lines
  }

  private func line(of pieces: [Piece]) -> Line {
    var line: [Span] = []
    var rest = pieces[...]
    while let index = rest.first?.span {
      let alike = rest.prefix { $0.span == index }
      var utf8: [UInt8] = []
      for piece in alike { piece.glyph.append(to: &utf8) }
      let text = String(decoding: utf8, as: UTF8.self)
      var span = spans[index]
      span.text = text
      line.append(span)
      rest = rest.dropFirst(alike.count)
    }
    return Line(line)
  }
}
