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
    let bytes = lines.bytes[line.range]
    guard line.number > 0, bytes.contains(UInt8(ascii: "-")),
      bytes.allSatisfy({ "|-: \t".utf8.contains($0) })
    else { return }
    let head = lines.text(ofLine: line.number - 1)
    guard Self.cells(head) == Self.cells(lines.text(in: line.range)) else {
      return noTables.append(line.number)
    }
    tables.append(line.number)
    if !head.trimmed.isEmpty, mayBegin(at: line.number - 1) { lengthenDashes(line) }
  }

  private static func cells(_ line: String) -> Int {
    var text = line.trimmed[...]
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
    let first = lines.bytes[lines.range(ofLine: number - 1)].first { $0 != 0x20 && $0 != 0x09 }
    return first.map { "#<>-=`~:|".utf8.contains($0) } ?? true
  }

  /// One dash is enough for GFM, the parser wants three.
  private mutating func lengthenDashes(_ line: LineWalk.Line) {
    var place = line.start
    while place < line.range.upperBound {
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
      while reached < lines.count, lines.range(ofLine: reached).lowerBound < end {
        let range = lines.range(ofLine: reached)
        let words = lines.bytes[range].drop { $0 == 0x20 || $0 == 0x09 }
        if words.isEmpty { break }
        if marks[reached] != nil || beginsBlock(words) {
          patches.append(SourcePatch(range.lowerBound..<range.lowerBound, "\n".utf8))
          break
        }
        reached += 1
      }
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
