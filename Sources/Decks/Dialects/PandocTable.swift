/// Pandoc's tables without bars (simple and multiline) and its grids, read line by line.
///
/// Source: the Pandoc manual, "Tables".

import Markup

struct PandocTable {
  let table: Table

  // MARK: Where they are

  /// The lines of a simple or multiline table whose first rule, with blanks between its dashes,
  /// stands on a line; none of them comes before the first line of the text.
  static func simple(
    at rule: Int, in lines: SourceLines, from start: Int = 0
  ) -> ClosedRange<Int>? {
    let places = columns(of: lines.text(ofLine: rule))
    // Single dashes are a rule of the document.
    guard places.count > 1, places.contains(where: { $0.count > 1 }) else { return nil }
    // Above the rule stands the head, and above that a rule across all of it, or nothing.
    var first = rule
    while first > start, isWord(lines.text(ofLine: first - 1)) { first -= 1 }
    if first > start, first < rule, spans(places, lines.text(ofLine: first - 1)),
      let last = multilineEnd(below: rule, places, in: lines)
    {
      return first - 1...last
    }
    var last = rule
    while last + 1 < lines.count {
      let next = lines.text(ofLine: last + 1)
      if isRule(next) { return first...last + 1 }
      if next.trimmed.isEmpty { break }
      last += 1
    }
    return last > rule ? first...last : nil
  }

  /// Rows with gaps between them need a rule that ends them: without it there is no such table.
  private static func multilineEnd(
    below rule: Int, _ places: [Range<Int>], in lines: SourceLines
  ) -> Int? {
    var number = rule + 1
    while number < min(lines.count, rule + 200) {
      let text = lines.text(ofLine: number)
      if spans(places, text) { return number }
      if text.hasPrefix("#") || text.hasPrefix(":::") || isRule(text) { return nil }
      number += 1
    }
    return nil
  }

  /// Whether a line is a rule across all the columns.
  private static func spans(_ places: [Range<Int>], _ line: String) -> Bool {
    isRule(line) && line.count > (places.last?.lowerBound ?? 0)
  }

  /// The lines of a grid, each of which begins with `+` or `|`.
  static func grid(at rule: Int, in lines: SourceLines) -> ClosedRange<Int>? {
    guard lines.text(ofLine: rule).trimmed.hasPrefix("+-") else { return nil }
    var last = rule
    while last + 1 < lines.count, let mark = lines.text(ofLine: last + 1).trimmed.first,
      mark == "|" || mark == "+"
    {
      last += 1
    }
    return last > rule + 1 ? rule...last : nil
  }

  private static func isWord(_ line: String) -> Bool { !line.trimmed.isEmpty && !isRule(line) }

  private static func isRule(_ line: String) -> Bool {
    let text = line.trimmed
    return text.count >= 3 && text.allSatisfy { $0 == "-" || $0 == " " }
  }

  /// The places of the groups of dashes, or of what stands between the signs of a grid.
  private static func columns(of line: String, between mark: Character? = nil) -> [Range<Int>] {
    var columns: [Range<Int>] = []
    var start: Int?
    for (place, character) in (Array(line) + [mark ?? " "]).enumerated() {
      let isPart = mark.map { character != $0 } ?? (character == "-")
      if isPart, start == nil { start = place }
      if !isPart, let begun = start {
        columns.append(begun..<place)
        start = nil
      }
    }
    return mark == nil && !isRule(line) ? [] : columns
  }

  // MARK: What they say

  init(_ numbers: ClosedRange<Int>, in lines: SourceLines) {
    let texts = numbers.map {
      SourceText(lines.text(ofLine: $0), at: lines.range(ofLine: $0).lowerBound)
    }
    let isGrid = texts[0].text.trimmed.hasPrefix("+")
    table = isGrid ? Self.grid(texts) : Self.simple(texts)
  }

  private static func simple(_ texts: [SourceText]) -> Table {
    let rule = texts.firstIndex { columns(of: $0.text).count > 1 } ?? 0
    let places = columns(of: texts[rule].text)
    let body = texts[(rule + 1)...].filter { !isRule($0.text) }
    let isMultiline = body.contains { $0.text.trimmed.isEmpty }
    let groups =
      isMultiline ? body.split { $0.text.trimmed.isEmpty }.map(Array.init) : body.map { [$0] }
    let head = texts[..<rule].filter { !isRule($0.text) }
    return Table(
      alignments: alignments(of: (head.first ?? body.first)?.text ?? "", places),
      head: cells(Array(head), places),
      rows: groups.map { Table.Row(cells($0, places), at: $0[0].offset) })
  }

  /// A word that is flush with the dashes at one side alone stands at that side.
  private static func alignments(of line: String, _ places: [Range<Int>]) -> [Table.Alignment] {
    let signs = Array(line)
    let isWord = { (place: Int) in
      signs.indices.contains(place) && !signs[place].isWhitespace
    }
    return places.map { place in
      guard place.contains(where: isWord) else { return .standard }
      let (isLeft, isRight) = (isWord(place.lowerBound), isWord(place.upperBound - 1))
      // What goes on behind the dashes was flush with neither.
      switch (isLeft, isRight || isWord(place.upperBound)) {
      case (true, true): return .standard
      case (true, false): return .left
      case (false, true): return .right
      case (false, false): return .center
      }
    }
  }

  private static func grid(_ texts: [SourceText]) -> Table {
    let places = columns(of: texts[0].text, between: "+")
    let groups = texts.split { $0.text.trimmed.hasPrefix("+") }.map(Array.init)
    let hasHead = texts.contains { $0.text.trimmed.hasPrefix("+=") }
    let head = hasHead ? groups.first.map { cells($0, places) } ?? [] : places.map { _ in [] }
    let body = hasHead ? Array(groups.dropFirst()) : groups
    return Table(
      alignments: places.map { _ in .standard }, head: head,
      rows: body.map { Table.Row(cells($0, places), at: $0[0].offset) })
  }

  /// The words of some lines in the columns they stand in; the last column has no end.
  private static func cells(_ texts: [SourceText], _ places: [Range<Int>]) -> [[Inline]] {
    places.enumerated().map { index, place in
      let words = texts.map { text -> String in
        let rest = text.text.dropFirst(place.lowerBound)
        let isLast = index == places.count - 1
        let room = isLast ? rest.count : places[index + 1].lowerBound - place.lowerBound
        return String(rest.prefix(room)).filter { $0 != "|" }.trimmed
      }
      return inlines(text(of: words), texts.first?.offset ?? 0)
    }
  }

  /// Lines go on with each other; paragraphs and items of lists keep to their own.
  private static func text(of lines: [String]) -> String {
    var text = ""
    var isParted = false
    for line in lines {
      let item = ["- ", "* ", "+ "].contains { line.hasPrefix($0) }
      if !text.isEmpty, !line.isEmpty { text += isParted || item ? "\\\n" : " " }
      text += item ? "• " + line.dropFirst(2) : line
      isParted = line.isEmpty
    }
    return text
  }

  private static func inlines(_ text: String, _ offset: Int) -> [Inline] {
    let lines = SourceLines(text)
    let blocks = MarkdownReader(lines).document(in: 0..<lines.bytes.count).blocks
    return blocks.flatMap(\.inlines).flatMap { $0 }.map { Inline($0.kind, at: offset) }
  }
}
