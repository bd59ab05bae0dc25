/// Where a deck wants another file's text in its place.

import Markup

package struct Include: Equatable, Sendable {
  package var path: String
  /// The bytes that the file's text replaces.
  package var range: Range<Int>

  /// presenterm's `<!-- include: part.md -->`, Slidev's `src: part.md` in a slide's settings,
  /// tpp's `--include-file part.tpp`.
  package static func all(in lines: SourceLines) -> [Include] {
    // Most decks include nothing, which one look tells.
    guard lines.hold("include") || lines.hold("src:") else { return [] }
    var found: [Include] = []
    for line in LineWalk(lines, in: 0..<lines.bytes.count) where line.kind == .text {
      let text = lines.text(in: line.range).trimmed
      if let path = commented(text) ?? tpp(text) {
        found.append(Include(path: path, range: line.range))
      } else if text == "---", let matter = SlideMatter.range(after: line.number, in: lines),
        let path = source(in: matter, lines)
      {
        // The settings stay, what they name follows them.
        let end = lines.range(ofLine: matter.upperBound).upperBound
        found.append(Include(path: path, range: end..<end))
      }
    }
    return found
  }

  private static func commented(_ text: String) -> String? {
    guard text.hasPrefix("<!--"), text.hasSuffix("-->") else { return nil }
    let body = text.dropFirst(4).dropLast(3).trimmedBlanks
    guard body.hasPrefix("include:") else { return nil }
    let path = body.dropFirst(8).trimmedBlanks.unquoted
    return path.isEmpty ? nil : path
  }

  private static func tpp(_ text: String) -> String? {
    guard text.hasPrefix("--include-file ") else { return nil }
    return text.dropFirst(15).trimmedBlanks
  }

  private static func source(in matter: ClosedRange<Int>, _ lines: SourceLines) -> String? {
    for number in matter where lines.text(ofLine: number).hasPrefix("src:") {
      return lines.text(ofLine: number).dropFirst(4).trimmedBlanks.unquoted
    }
    return nil
  }

  /// Where an included file's own text begins: its front matter is not the deck's.
  package static func start(of lines: SourceLines) -> Int { FrontMatter(lines).end }
}
