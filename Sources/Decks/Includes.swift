/// Where a deck wants another file's text in its place.

import Markup

package struct Include: Equatable, Sendable {
  package var path: String
  /// The bytes that the file's text replaces.
  package var range: Range<Int>
  /// Slidev: these of the file's slides, from 1; nil for all of it.
  private var slides: [ClosedRange<Int>]?

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
        let source = source(in: matter, lines)
      {
        found.append(
          slides(source, from: line, to: lines.range(ofLine: matter.upperBound).upperBound))
      }
    }
    return found
  }

  /// `part.md`, `part.md#2,4-5`. The settings stay, what they name follows them; slides that are chosen
  /// bring their own.
  private static func slides(_ source: String, from rule: LineWalk.Line, to end: Int) -> Include {
    guard let sign = source.lastIndex(of: "#"),
      let slides = LineSet(spelled: String(source[source.index(after: sign)...]))?.ranges
    else { return Include(path: source, range: end..<end) }
    return Include(
      path: String(source[..<sign]), range: rule.range.lowerBound..<end, slides: slides)
  }

  /// The parts of the included file that are wanted; slides begin with their rule.
  package func parts(of lines: SourceLines) -> [Range<Int>] {
    let all = Self.start(of: lines)..<lines.bytes.count
    guard let slides else { return [all] }
    var starts = [all.lowerBound]
    var number = 0
    for line in LineWalk(lines, in: all)
    where line.kind == .text && line.number >= number && lines.text(in: line.range).trimmed == "---"
    {
      starts.append(line.range.lowerBound)
      number = (SlideMatter.range(after: line.number, in: lines)?.upperBound ?? line.number) + 1
    }
    let ends = starts.dropFirst() + [all.upperBound]
    let parts = zip(starts, ends).map { $0..<$1 }
    return slides.flatMap { wanted in
      parts.indices.filter { wanted.contains($0 + 1) }.map { parts[$0] }
    }
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

  /// What stands before a part: a slide that is chosen begins with a rule, of which the file's first
  /// has none.
  package func opening(of part: Range<Int>, of lines: SourceLines) -> String {
    slides == nil ? "\n\n" : lines.bytes[part].starts(with: "---".utf8) ? "\n" : "\n---\n\n"
  }

  /// Where an included file's own text begins: its front matter is not the deck's.
  private static func start(of lines: SourceLines) -> Int { FrontMatter(lines).end }
}
