/// Words between tags of HTML: formulas and marks of Markdown in them are read, as whoever wrote them
/// there meant it.

import Markup

enum HTMLWords {
  /// The inlines of a text whose line ends are blanks.
  static func inlines(_ words: String, at place: Int) -> [Inline] {
    let plain = [Inline(.text(Entities.replacing(in: words)), at: place)]
    guard words.utf8.contains(where: { "$*_`]".utf8.contains($0) }) else { return plain }
    let inner = words.trimmedBlanks
    let source = SourceLines(inner)
    let blocks = MarkdownReader(source).document(in: 0..<source.bytes.count).blocks
    guard blocks.count == 1, case .paragraph(let read) = blocks[0].kind, !read.isEmpty else {
      return plain
    }
    let before = words.prefix { $0 == " " }
    let after = words.count > before.count && words.last == " " ? " " : ""
    return (before.isEmpty ? [] : [Inline(.text(" "), at: place)])
      + read.map { $0.moved(to: place) }
      + (after.isEmpty ? [] : [Inline(.text(" "), at: place)])
  }
}

extension Inline {
  fileprivate func moved(to place: Int) -> Inline {
    var inline = self
    inline.offset = place
    inline.inner = inner.map { $0.map { $0.moved(to: place) } }
    return inline
  }
}
