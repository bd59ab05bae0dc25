/// The definitions of links of a deck whose slides are read one by one: they hold for all of it.

import Markup

struct LinkDefinitions: Sendable {
  /// Whole paragraphs, each of which defines something.
  private var texts: [[UInt8]] = []
  /// Which of them define a label; nothing where they are so few that every slide may have them all.
  private var places: [String: [Int]] = [:]
  private var all: [UInt8] = []
  /// As many are handed over unseen.
  private static let few = 16

  init() {}

  /// The paragraphs in some parts of a source that look like definitions; nil where one of them is
  /// something else, too.
  init?(_ parts: [Range<Int>], of lines: SourceLines) {
    guard !parts.isEmpty else { return }
    let whole = parts.map { Array(lines.bytes[$0]) }
    let apart = whole.flatMap(Self.lines)
    for texts in [apart, whole] {
      let all = texts.reduce(into: [UInt8]()) { $0 += $1 + [0x0A, 0x0A] }
      if MarkdownReader(SourceLines(all)).document(in: 0..<all.count).blocks.isEmpty {
        (self.texts, self.all) = (texts, all)
        if texts.count > Self.few { sort() }
        return
      }
    }
    return nil
  }

  /// A paragraph in pieces, each of which begins with a label.
  private static func lines(of paragraph: [UInt8]) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    for line in paragraph.split(separator: 0x0A, omittingEmptySubsequences: true) {
      let begins = line.first { $0 > 0x20 } == UInt8(ascii: "[")
      if begins || pieces.isEmpty {
        pieces.append(Array(line))
      } else {
        pieces[pieces.count - 1] += [0x0A] + line
      }
    }
    return pieces
  }

  private mutating func sort() {
    for (index, text) in texts.enumerated() {
      for line in text.split(separator: 0x0A) {
        guard let label = line.labels.first else { continue }
        // The first that defines a label holds: of thousands, nobody asks for the last.
        if places[label, default: []].count < Self.few { places[label, default: []].append(index) }
      }
    }
  }

  /// Those that a part of the source may mean.
  func bytes(for part: ArraySlice<UInt8>) -> [UInt8] {
    guard !places.isEmpty, part.contains(UInt8(ascii: "[")) else { return all }
    var wanted: Set<Int> = []
    for label in part.labels { wanted.formUnion(places[label] ?? []) }
    return wanted.sorted().reduce(into: []) { $0 += texts[$1] + [0x0A, 0x0A] }
  }
}

extension ArraySlice<UInt8> {
  /// What stands in brackets, as labels are compared (CommonMark 4.7).
  fileprivate var labels: [String] {
    var labels: [String] = []
    var open: Int?
    var place = startIndex
    while place < endIndex {
      switch self[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "["): open = place + 1
      case UInt8(ascii: "]"):
        if let start = open, place - start < 1000 {
          labels.append(String(decoding: self[start..<place], as: UTF8.self).asLabel)
        }
        open = nil
      default: break
      }
      place += 1
    }
    return labels
  }
}

extension String {
  fileprivate var asLabel: String {
    lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
