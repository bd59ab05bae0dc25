/// What lookatme's parser (mistune 0.8) takes for headings and inner items, and CommonMark does not.

import Markup

extension MarkFinder {
  /// For lookatme an item that is indented at all stands in the one above.
  mutating func readItem(_ line: LineWalk.Line) {
    let words = lines.bytes[line.start..<line.range.upperBound]
    let digits = words.prefix { (0x30...0x39).contains($0) }.count
    let rest = words.dropFirst(digits)
    let isNumber = (1...9).contains(digits) && [0x2E, 0x29].contains(rest.first)
    let isItem = isNumber || digits == 0 && [0x2A, 0x2B, 0x2D].contains(rest.first)
    guard isItem, rest.dropFirst().first == 0x20 else {
      if line.indent == 0 { widthOfNumber = 0 }
      return
    }
    if line.indent == 0 {
      widthOfNumber = isNumber ? digits + 2 : 0
    } else if line.indent < widthOfNumber {
      let blanks = [UInt8](repeating: 0x20, count: widthOfNumber - line.indent)
      patches.append(SourcePatch(line.start..<line.start, blanks))
    }
  }

  /// lookatme needs no blank between the signs of a heading and its words.
  mutating func readTight(_ line: LineWalk.Line) {
    guard line.first == UInt8(ascii: "#"), line.indent < 4 else { return }
    let words = lines.bytes[line.start..<line.range.upperBound].drop { $0 == UInt8(ascii: "#") }
    guard let first = words.first, first > 0x20, words.startIndex - line.start < 7 else { return }
    patches.append(SourcePatch(words.startIndex..<words.startIndex, [0x20]))
  }
}
