/// Marks of footnotes in texts, and the notes a slide has at its foot.

import Markup
import Wording

extension DeckText {
  /// A text with marks in it as several inlines.
  func withFootnotes(_ inline: Inline) -> [Inline] {
    guard mayHoldMarks, !inline.isLiteral, case .text(let text) = inline.kind,
      text.utf8.contains(UInt8(ascii: "^"))
    else { return [inline] }
    var found: [Inline] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "[") {
      let label = rest[rest.index(after: open)...].prefix(100).prefix { $0 != "]" }
      let close = label.endIndex
      guard label.first == "^", close < rest.endIndex, rest[close] == "]",
        mask.footnotes[String(label.dropFirst())] != nil
      else {
        found.append(joining: Inline(.text(String(rest[...open])), at: inline.offset))
        rest = rest[rest.index(after: open)...]
        continue
      }
      found.append(joining: Inline(.text(String(rest[..<open])), at: inline.offset))
      found.append(Inline(.footnote(String(label.dropFirst())), at: inline.offset))
      rest = rest[rest.index(after: close)...]
    }
    found.append(joining: Inline(.text(String(rest)), at: inline.offset))
    return found.filter { $0.kind != .text("") }
  }

  /// Footnotes that no slide refers to.
  func unusedFootnotes(besides used: Set<String>) -> [Diagnostic] {
    mask.footnotes.filter { !used.contains($0.key) }.map { label, note in
      .warning(
        Phrase(
          "nothing refers to the footnote ‘\(label)’: not shown",
          "на сноску «\(label)» никто не ссылается: не показана"), at: note.offset)
    }
  }
}

extension SlideComposer {
  /// The footnotes that the slide's text refers to, in the order of their marks; then those that
  /// the notes themselves refer to.
  mutating func footnotes() -> [Footnote] {
    guard source.mayHoldMarks || !ownNotes.isEmpty else { return [] }
    var queue = FootnoteQueue()
    queue.add(slide.title ?? [])
    for block in slide.blocks { block.inlines.forEach { queue.add($0) } }
    var notes: [Footnote] = []
    while notes.count < queue.labels.count {
      let label = queue.labels[notes.count]
      let blocks = settle(note: label)
      for block in blocks { block.inlines.forEach { queue.add($0) } }
      notes.append(Footnote(label: label, blocks: blocks))
    }
    return notes
  }

  /// A note is there as soon as its mark: it has no steps of its own.
  private mutating func settle(note label: String) -> [Block] {
    let (before, reveal) = (step, slide.reveal)
    defer { (step, slide.reveal, pending) = (before, reveal, 0) }
    guard let words = ownNotes[label] else { return settle(source.footnote(label)) }
    let start = words.first?.offset ?? 0
    return settle([Block(.paragraph(words), start..<start)])
  }
}

/// Labels in the order in which they are first met.
private struct FootnoteQueue {
  private(set) var labels: [String] = []
  private var known: Set<String> = []

  mutating func add(_ inlines: [Inline]) {
    for inline in inlines {
      if case .footnote(let label) = inline.kind, known.insert(label).inserted {
        labels.append(label)
      }
      if let inner = inline.inner { add(inner) }
    }
  }
}
