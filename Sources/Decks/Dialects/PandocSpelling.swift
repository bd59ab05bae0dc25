/// What Pandoc reads in a line and CommonMark does not: blanks behind a backslash, addresses with blanks
/// in them, attributes that go on over lines.

import Markup

extension MarkFinder {
  private static let mostLinesOfAttributes = 10

  mutating func readPandocSpelling(_ line: LineWalk.Line) {
    let bytes = lines.bytes[line.range]
    if bytes.contains(UInt8(ascii: "\\")) { readBlanks(bytes, line) }
    guard bytes.contains(UInt8(ascii: ")")) else { return }
    readAddresses(bytes)
    if bytes.last == UInt8(ascii: "{") { joinAttributes(line) }
  }

  /// A blank that does not break, and one that stands for an empty line.
  private mutating func readBlanks(_ bytes: ArraySlice<UInt8>, _ line: LineWalk.Line) {
    let noBreak = "\u{A0}".utf8
    for place in bytes.indices.dropLast()
    where bytes[place] == UInt8(ascii: "\\") && bytes[place + 1] == 0x20
      && (place == bytes.startIndex || bytes[place - 1] != UInt8(ascii: "\\"))
    {
      patches.append(SourcePatch(place..<place + 2, noBreak))
    }
    if text(line) == "\\", bytes.last == UInt8(ascii: "\\") {
      patches.append(SourcePatch(line.start..<line.start + 1, noBreak))
    }
  }

  /// `![](a picture.png)`; what has quotation marks has a title behind its address.
  private mutating func readAddresses(_ bytes: ArraySlice<UInt8>) {
    for open in bytes.indices.dropLast()
    where bytes[open] == UInt8(ascii: "]") && bytes[open + 1] == UInt8(ascii: "(") {
      // No address is longer.
      let rest = bytes[(open + 2)...].prefix(1000)
      guard let close = rest.firstIndex(of: UInt8(ascii: ")")),
        !rest[..<close].contains(where: { "\"'<(".utf8.contains($0) })
      else { continue }
      let first = rest.firstIndex { $0 != 0x20 } ?? close
      let last = rest[..<close].lastIndex { $0 != 0x20 } ?? first
      guard first < last else { continue }
      for place in first..<last where bytes[place] == 0x20 {
        patches.append(SourcePatch(place..<place + 1, "%20".utf8))
      }
    }
  }

  /// `![](a.png){`, and the rest of the attributes below.
  private mutating func joinAttributes(_ line: LineWalk.Line) {
    let numbers = line.number + 1..<min(lines.count, line.number + Self.mostLinesOfAttributes)
    guard let last = numbers.first(where: { lines.text(ofLine: $0).contains("}") }) else { return }
    for number in line.number..<last {
      let next = lines.range(ofLine: number + 1)
      let blanks = lines.bytes[next].prefix { $0 <= 0x20 }.count
      let isFirst = number == line.number
      patches.append(
        SourcePatch(
          lines.range(ofLine: number).upperBound..<next.lowerBound + blanks,
          (isFirst || lines.text(ofLine: number + 1).trimmed == "}" ? "" : " ").utf8))
    }
  }
}
