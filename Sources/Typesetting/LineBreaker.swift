/// Styled text to lines of a width, by the columns it takes on the screen.

import Screen

/// Breaks at blanks and between wide glyphs; what belongs together by the rules of typography stays
/// on one line where the width allows it (`Clinging`); a word longer than a line is cut where it
/// may be, else anywhere.
struct LineBreaker {
  private let width: Int
  private let spans: [Span]
  private var lines: [Line] = []
  private var line = TokenLine()
  private var word = TextRun()
  /// Blanks between the line and the word, dropped where the line breaks.
  private var blanks = TextRun()
  /// The no-break blanks that a line begins with: what goes on below stands under its words.
  private var indent = TextRun()
  private var isGoingOn = false
  /// Whether the text runs from right to left; nil where the terminal or nobody has to mind.
  private let runsLeft: Bool?

  /// Where `ordersBidi`, what runs from right to left is put in the order of the screen.
  static func lines(of text: Line, width: Int, ordersBidi: Bool = false) -> [Line] {
    if !ordersBidi, text.isOneLine(of: width) { return [text] }
    let runsLeft =
      ordersBidi && text.spans.contains { BidiOrder.isNeeded($0.text) }
      ? BidiOrder.runsLeft(text.text) : nil
    var breaker = LineBreaker(width: max(1, width), spans: text.spans, runsLeft: runsLeft)
    for (index, span) in text.spans.enumerated() { breaker.take(span, index) }
    return breaker.finished()
  }

  /// The narrowest width in which a text takes no more lines than in this one.
  static func balancedWidth(of text: Line, within width: Int) -> Int {
    // Where there are many lines, the last one does not matter.
    guard text.width > width, text.width < 20 * width else { return width }
    let count = lines(of: text, width: width).count
    var (low, high) = (width / 2, width)
    while low < high {
      let middle = (low + high) / 2
      if lines(of: text, width: middle).count > count { low = middle + 1 } else { high = middle }
    }
    return high
  }

  private init(width: Int, spans: [Span], runsLeft: Bool?) {
    self.width = width
    self.spans = spans
    self.runsLeft = runsLeft
  }

  private var room: Int { isGoingOn ? width - indent.columns : width }

  private mutating func take(_ span: Span, _ index: Int) {
    guard span.text.utf8.contains(where: { $0 == 0x0A || $0 == 0x09 }) else {
      return take(span.text, index)
    }
    for part in span.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if part.offset > 0 { breakHere() }
      take(String(part.element).withoutTabs, index)
    }
  }

  private mutating func take(_ text: String, _ span: Int) {
    for glyph in Glyphs(text) { take(TextPiece(glyph: glyph, span: span)) }
  }

  private mutating func take(_ piece: TextPiece) {
    let glyph = piece.glyph
    if glyph.base == " " {
      endWord()
      blanks.append(piece)
    } else {
      if mayBreak(before: glyph) { endWord() }
      word.append(piece)
    }
  }

  /// Between wide glyphs lines may break, but not before a closing mark or after an opening one.
  private func mayBreak(before glyph: Glyph) -> Bool {
    guard let last = word.pieces.last?.glyph, glyph.isIdeograph || last.isIdeograph else {
      return false
    }
    return !Kinsoku.mayNotBegin(glyph.base) && !Kinsoku.mayNotEnd(last.base)
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    if line.isEmpty, !isGoingOn { indent = word.indent(atMost: width / 3) }
    let token = TextToken(blanks: blanks, word: word)
    blanks.removeAll()
    word.removeAll()
    if line.columns + token.columns <= room {
      line.append(token)
    } else if !fitsByHyphen(token) {
      wrap(token)
    }
  }

  /// Puts as much of a word on the line as a soft hyphen allows.
  private mutating func fitsByHyphen(_ token: TextToken) -> Bool {
    let room = room - line.columns - token.blanks.columns
    // Nobody writes so long a word; without a bound its rest would be copied line by line.
    guard token.word.pieces.count < 400,
      let (head, tail) = token.word.split(atSoftHyphenWithin: room)
    else { return false }
    line.append(TextToken(blanks: token.blanks, word: head))
    flush()
    word = tail
    endWord()
    return true
  }

  /// Begins a new line with a token, and with what must not be parted from it.
  private mutating func wrap(_ token: TextToken) {
    let carried = line.takeClinging(to: token, width: room)
    if !line.isEmpty { flush() }
    for token in carried { line.append(token) }
    if !line.isEmpty, line.columns + token.columns > room { flush() }
    if token.word.columns > room {
      if let name = token.word.shortenedName(to: room) {
        line.append(TextToken(blanks: TextRun(), word: name))
      } else {
        cut(token.word)
      }
    } else {
      line.append(line.isEmpty ? TextToken(blanks: TextRun(), word: token.word) : token)
    }
  }

  /// Fills lines with a long word: it is cut behind a hyphen or a slash, else anywhere.
  private mutating func cut(_ long: TextRun) {
    let pieces = long.pieces
    var start = 0
    while start < pieces.count {
      var part = TextRun()
      var hyphen: TextPiece?
      while start + part.pieces.count < pieces.count,
        case let next = pieces[start + part.pieces.count],
        part.columns + next.columns <= room - line.columns
      {
        part.append(next)
      }
      if start + part.pieces.count < pieces.count {
        if let place = part.lastBreak {
          part = TextRun(part.pieces[..<place])
        } else if let place = part.lastSyllable(before: pieces[(start + part.pieces.count)...]) {
          part = TextRun(part.pieces[..<place])
          hyphen = TextPiece(
            glyph: Glyph(Glyph.softHyphen), span: pieces[start].span, isAtEnd: true)
        }
      }
      // No comma begins a line: letters go with it.
      if hyphen == nil, part.pieces.count > 3, start + part.pieces.count < pieces.count,
        Kinsoku.mayNotBegin(pieces[start + part.pieces.count].glyph.base)
      {
        part = TextRun(part.pieces.dropLast(2))
      }
      if part.pieces.count > 1, start + part.pieces.count < pieces.count,
        part.endsInHalfFlag(before: pieces[start + part.pieces.count])
      {
        part = TextRun(part.pieces.dropLast())
      }
      // A glyph wider than the line stands there all the same.
      if part.isEmpty, line.isEmpty { part.append(pieces[start]) }
      start += part.pieces.count
      if let hyphen { part.append(hyphen) }
      line.append(TextToken(blanks: TextRun(), word: part))
      if start < pieces.count { flush() }
    }
  }

  private mutating func breakHere() {
    endWord()
    flush()
    (isGoingOn, indent) = (false, TextRun())
  }

  private mutating func flush() {
    lines.append(line(of: indented(line.pieces)))
    line = TokenLine()
    blanks.removeAll()
    isGoingOn = true
  }

  private mutating func finished() -> [Line] {
    endWord()
    if !line.isEmpty || lines.isEmpty { lines.append(line(of: indented(line.pieces))) }
    return lines
  }

  private func indented(_ pieces: [TextPiece]) -> [TextPiece] {
    isGoingOn ? indent.pieces + pieces : pieces
  }

  private func ordered(_ pieces: [TextPiece]) -> [TextPiece] {
    guard let runsLeft else { return pieces }
    let order = BidiOrder.order(of: pieces.map(\.glyph.base), runsLeft: runsLeft)
    return order.enumerated().map { place, index in
      // What was turned around is mirrored.
      let isTurned =
        place > 0 && order[place - 1] > index || place + 1 < order.count && order[place + 1] < index
      return isTurned ? pieces[index].mirrored : pieces[index]
    }
  }

  private func line(of pieces: [TextPiece]) -> Line {
    var line: [Span] = []
    var rest = ordered(pieces)[...]
    while let index = rest.first?.span {
      let alike = rest.prefix { $0.span == index }
      var utf8: [UInt8] = []
      for piece in alike where piece.glyph.base != Glyph.softHyphen || piece.isAtEnd {
        piece.shown.append(to: &utf8)
      }
      var span = spans[index]
      span.text = String(decoding: utf8, as: UTF8.self)
      if !utf8.isEmpty { line.append(span) }
      rest = rest.dropFirst(alike.count)
    }
    return Line(line)
  }
}

extension String {
  /// Tabs as blanks: in running text they stand for nothing else.
  fileprivate var withoutTabs: String {
    guard utf8.contains(0x09) else { return self }
    return split(separator: "\t", omittingEmptySubsequences: false).joined(separator: "    ")
  }
}

extension Line {
  /// Whether there is nothing to be broken: most lines of slides are short.
  fileprivate func isOneLine(of width: Int) -> Bool {
    var columns = 0
    for span in spans {
      // Line ends, tabs, and the first byte of a soft hyphen.
      for byte in span.text.utf8 where byte < 0x20 || byte == 0xC2 { return false }
      columns += span.width
      if columns > width { return false }
    }
    return spans.last.map { $0.text.utf8.last != 0x20 } ?? true
  }
}
