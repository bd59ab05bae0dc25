/// reveal.js's notes, which begin on any line, and MathJax's brackets, whose backslashes Markdown halves.

import Markup

extension MarkFinder {
  mutating func readReveal(_ line: LineWalk.Line) {
    let bytes = lines.bytes[line.range]
    if line.first == UInt8(ascii: "N") || line.first == UInt8(ascii: "n") { partNote(line) }
    guard bytes.contains(UInt8(ascii: "\\")) else { return }
    for place in bytes.indices.dropLast(2) where bytes[place...].starts(with: "\\\\".utf8) {
      switch bytes[place + 2] {
      case UInt8(ascii: "("), UInt8(ascii: ")"):
        patches.append(SourcePatch(place..<place + 3, "$".utf8))
      case UInt8(ascii: "["), UInt8(ascii: "]"):
        patches.append(SourcePatch(place..<place + 3, "$$".utf8))
      default: break
      }
    }
  }

  /// For Markdown the line would go on with the paragraph, the item or the table above it.
  private mutating func partNote(_ line: LineWalk.Line) {
    let word = text(line).prefix { $0 != ":" }.lowercased()
    guard word == "note" || word == "notes", line.number > 0,
      !lines.text(ofLine: line.number - 1).trimmed.isEmpty
    else { return }
    patches.append(SourcePatch(line.range.lowerBound..<line.start, "\n".utf8))
  }
}
