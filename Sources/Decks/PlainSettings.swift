/// Words of the front matter as inlines, and without their marks for lines that have no room for
/// them.

import Markup

extension String {
  /// The text as Markdown; one that is no paragraph stays as it is.
  var asInlines: [Inline] {
    let lines = SourceLines(self)
    let blocks = MarkdownReader(lines).document(in: 0..<lines.bytes.count).blocks
    let paragraphs = blocks.compactMap { block -> [Inline]? in
      if case .paragraph(let inlines) = block.kind { inlines } else { nil }
    }
    let inlines = Array(paragraphs.joined(separator: [Inline(.softBreak, at: 0)]))
    return inlines.isEmpty ? [Inline(.text(self), at: 0)] : inlines
  }

  /// The words alone; pictures say nothing in one row.
  var withoutMarks: String {
    let marks = "*_`<[!\\&~\n".utf8
    guard utf8.contains(where: { marks.contains($0) }) else { return self }
    // What YAML would take for a mark of its own, some decks of Marp's put behind `\ `.
    if hasPrefix("\\ ") { return String(dropFirst(2)).withoutMarks }
    return asInlines.withoutPictures.plainText.split(separator: " ").joined(separator: " ")
  }
}

extension [Inline] {
  /// What stands on several lines is meant so.
  var keepingLineEnds: [Inline] {
    map { $0.kind == .softBreak ? Inline(.lineBreak, at: $0.offset) : $0 }
  }

  fileprivate var withoutPictures: [Inline] {
    compactMap { inline in
      if case .image = inline.kind { return nil }
      var inline = inline
      inline.inner = inline.inner?.withoutPictures
      return inline
    }
  }
}

extension DeckSettings {
  mutating func makePlain() {
    title = title?.withoutMarks
    subtitle = subtitle?.withoutMarks
    author = author?.withoutMarks
    event = event?.withoutMarks
    location = location?.withoutMarks
    header = header?.withoutMarks
    footer = footer?.withoutMarks
  }
}

extension SlideStyle {
  mutating func makePlain() {
    header = header?.withoutMarks
    footer = footer?.withoutMarks
  }
}

extension Template {
  fileprivate var withoutMarks: Template {
    Template(left: left.withoutMarks, center: center.withoutMarks, right: right.withoutMarks)
  }
}
