/// Where GFM's tables begin and end, as far as the parser sees it otherwise: rows of short dashes,
/// rows that fit no head, and blocks right below a table.

import Markup

extension MarkFinder {
  /// Whether a line that begins with a dash is no item of a list, and has a bar.
  func mayDelimit(_ line: LineWalk.Line) -> Bool {
    let rest = lines.bytes[line.start..<line.range.upperBound].dropFirst()
    guard let next = rest.first, next > 0x20 else { return false }
    return rest.contains(UInt8(ascii: "|"))
  }

  /// GFM: a table's second line has as many cells as the first, or there is no table.
  mutating func readDelimiters(_ line: LineWalk.Line) {
    guard line.number > 0 else { return }
    let bytes = withBars(row(line.number))
    guard bytes.contains(UInt8(ascii: "-")), bytes.allSatisfy({ "|-: \t".utf8.contains($0) })
    else { return }
    var head = row(line.number - 1)
    // The first row of a table in an item stands behind its mark, the others below it.
    let start = head.startIndex
    if bytes.startIndex >= line.range.lowerBound + 2 { head = head.withoutItemMark }
    guard Self.cells(head) == Self.cells(bytes) else { return noTables.append(line.number) }
    guard !head.isEmpty else { return }
    if head.startIndex == start, !mayBegin(at: line.number - 1) {
      // Pandoc's tables are blocks of their own.
      if isPandocs { return }
      let start = lines.range(ofLine: line.number - 1).lowerBound
      let quotes = lines.bytes[start..<head.startIndex].filter { $0 == UInt8(ascii: ">") }
      patches.append(SourcePatch(start..<start, quotes + [0x0A]))
    }
    tables.append(line.number)
    lengthenDashes(line)
  }

  /// Emacs' org-mode has crosses where columns meet, and Pandoc reads them.
  private func withBars(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard isPandocs, bytes.first == UInt8(ascii: "|"), bytes.contains(UInt8(ascii: "+")) else {
      return bytes
    }
    var bytes = bytes
    for place in bytes.indices where bytes[place] == UInt8(ascii: "+") {
      bytes[place] = UInt8(ascii: "|")
    }
    return bytes
  }

  /// A line without blanks at its beginning and the marks of the quotes it stands in.
  func row(_ number: Int) -> ArraySlice<UInt8> {
    lines.bytes[lines.range(ofLine: number)].drop { $0 <= 0x20 || $0 == UInt8(ascii: ">") }
  }

  private static func cells(_ line: ArraySlice<UInt8>) -> Int {
    var text = String(decoding: line, as: UTF8.self).trimmed[...]
    if text.first == "|" { text = text.dropFirst() }
    if text.last == "|", !text.hasSuffix("\\|") { text = text.dropLast() }
    var (count, isEscaped) = (1, false)
    for character in text {
      if character == "|", !isEscaped { count += 1 }
      isEscaped = character == "\\" && !isEscaped
    }
    return count
  }

  /// Whether a line goes on with no paragraph.
  private func mayBegin(at number: Int) -> Bool {
    guard number > 0 else { return true }
    let above = row(number - 1)
    if above.rule != nil || above.startIndex != above.withoutItemMark.startIndex {
      return above.rule != nil
    }
    return above.first.map { "#<=`~:|".utf8.contains($0) } ?? true
  }

  /// One dash is enough for GFM, the parser wants three.
  private mutating func lengthenDashes(_ line: LineWalk.Line) {
    var place = line.start
    while place < line.range.upperBound {
      if isPandocs, lines.bytes[place] == UInt8(ascii: "+") {
        patches.append(SourcePatch(place..<place + 1, "|".utf8))
      }
      let count = lines.bytes[place..<line.range.upperBound].prefix { $0 == UInt8(ascii: "-") }
        .count
      if count == 1 || count == 2 { patches.append(SourcePatch(place..<place, "--".utf8)) }
      place += max(1, count)
    }
  }

  /// A table ends where another block begins (GFM 4.10), for the parser only where an empty line or
  /// a container does.
  mutating func partTables(upTo end: Int) {
    var reached = 0
    for table in tables where table >= reached {
      reached = table + 1
      let columns = Self.cells(withBars(row(table)))
      var most = columns
      while reached < lines.count, lines.range(ofLine: reached).lowerBound < end {
        let range = lines.range(ofLine: reached)
        let words = lines.bytes[range].drop { $0 == 0x20 || $0 == 0x09 }
        if words.isEmpty { break }
        if marks[reached] != nil || beginsBlock(words) {
          patches.append(SourcePatch(range.lowerBound..<range.lowerBound, "\n".utf8))
          break
        }
        most = max(most, Self.cells(row(reached)))
        reached += 1
      }
      for number in table - 1..<reached {
        openEmptyCells(ofLine: number)
        endAddresses(ofLine: number)
      }
      widen(table, by: min(most, Self.mostColumns) - columns)
    }
  }

  /// The parser takes two bars for one (md4c 0.4.8): with a blank between them they hold a cell.
  private mutating func openEmptyCells(ofLine number: Int) {
    let range = lines.range(ofLine: number)
    let row = lines.bytes[range]
    for place in range.dropFirst() where row[place] == UInt8(ascii: "|") {
      guard row[place - 1] == UInt8(ascii: "|"),
        place - 1 == row.startIndex || row[place - 2] != UInt8(ascii: "\\")
      else { continue }
      patches.append(SourcePatch(place..<place, [0x20]))
    }
  }

  /// For the parser a bare address goes on over the bar that ends its cell, and the text behind it is
  /// lost (md4c 0.4.8): a blank ends it.
  private mutating func endAddresses(ofLine number: Int) {
    let range = lines.range(ofLine: number)
    let row = lines.bytes[range]
    guard row.contains(UInt8(ascii: ":")) || row.contains(UInt8(ascii: ".")) else { return }
    for place in range.dropFirst() where row[place] == UInt8(ascii: "|") {
      guard row[place - 1] > 0x20, row[place - 1] != UInt8(ascii: "\\"),
        row[place - 1] != UInt8(ascii: "|")
      else { continue }
      patches.append(SourcePatch(place..<place, [0x20]))
    }
  }

  /// md4c's limit.
  private static let mostColumns = 128

  /// GFM ignores cells below no head; here nothing that somebody has written is left out.
  private mutating func widen(_ table: Int, by count: Int) {
    guard count > 0 else { return }
    for (number, cell) in [(table - 1, " "), (table, "---")] {
      let range = lines.range(ofLine: number)
      let row = lines.bytes[range].reversed().drop { $0 <= 0x20 }
      let isClosed = row.first == UInt8(ascii: "|") && row.dropFirst().first != UInt8(ascii: "\\")
      let end = range.lowerBound + row.count
      let more = String(repeating: cell + "|", count: count)
      patches.append(SourcePatch(end..<end, ((isClosed ? "" : "|") + more).utf8))
    }
  }

  private func beginsBlock(_ words: ArraySlice<UInt8>) -> Bool {
    switch words.first {
    case UInt8(ascii: "#"):
      let rest = words.drop { $0 == UInt8(ascii: "#") }
      return words.count - rest.count < 7 && (rest.first ?? 0x20) <= 0x20
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      return words.prefix(3).count == 3 && words.prefix(3).allSatisfy { $0 == words.first }
    case UInt8(ascii: "<"):
      // A row may begin with a tag, too.
      return words.starts(with: "<!--".utf8)
        || !words.contains(UInt8(ascii: "|")) && words.dropFirst().first.map { $0 > 0x20 } == true
    default: return false
    }
  }
}

extension ArraySlice<UInt8> {
  /// Behind `- ` or `12. `, where it begins so.
  fileprivate var withoutItemMark: ArraySlice<UInt8> {
    let digits = prefix(10).prefix { (0x30...0x39).contains($0) }.count
    let marks = digits == 0 ? "-+*" : digits < 10 ? ".)" : ""
    let rest = dropFirst(digits)
    guard let mark = rest.first, marks.utf8.contains(mark), rest.dropFirst().first == 0x20 else {
      return self
    }
    return rest.dropFirst().drop { $0 <= 0x20 }
  }
}
