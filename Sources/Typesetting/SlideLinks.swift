/// Where the words of a slide lead.

import Decks
import Markup

extension Slide {
  /// The addresses its words lead to, each once, in the order of the text; those that are told by
  /// the words themselves and those within the deck are none.
  package var addresses: [String] {
    links.filter { !$0.isTold && !$0.destination.isInner }.map(\.destination).eachOnce
  }

  /// Everything its words lead to: addresses as they are numbered, then what is told by the words
  /// themselves, then places within the deck.
  package var destinations: [String] {
    let others = links.filter { !$0.destination.isInner }.map(\.destination)
    let inner = links.map(\.destination).filter { $0.isInner && !$0.isEmpty }
    return (addresses + others + inner).eachOnce
  }

  /// Where its words lead, in the order of the text, and whether they say so.
  private var links: [(destination: String, isTold: Bool)] {
    let notes = footnotes.flatMap { $0.blocks.flatMap(\.inlines) }
    return ([title ?? []] + blocks.flatMap(\.inlines) + notes).flatMap(\.links)
  }
}

/// The steps at which the marks of footnotes and the words of links are first there.
struct MarkSteps {
  private(set) var footnotes: [String: Int] = [:]
  private(set) var addresses: [String: Int] = [:]

  init(_ slide: Slide) {
    for text in [slide.title ?? []] + slide.blocks.flatMap(\.inlines) {
      add(text, slide.step(ofOffset:))
    }
    // A note comes after all that refer to it, and all of it with the first.
    for note in slide.footnotes {
      let step = footnotes[note.label] ?? 0
      for text in note.blocks.flatMap(\.inlines) { add(text) { _ in step } }
    }
  }

  private mutating func add(_ inlines: [Inline], _ step: (Int) -> Int) {
    for inline in inlines {
      switch inline.kind {
      case .footnote(let label):
        footnotes[label] = min(footnotes[label] ?? .max, step(inline.offset))
      case .link(let address, _):
        addresses[address] = min(addresses[address] ?? .max, step(inline.offset))
      default: break
      }
      if let inner = inline.inner { add(inner, step) }
    }
  }
}

extension [Inline] {
  fileprivate var links: [(destination: String, isTold: Bool)] {
    flatMap { inline -> [(destination: String, isTold: Bool)] in
      guard case .link(let destination, let words) = inline.kind else {
        return inline.inner?.links ?? []
      }
      // Beside a picture there is no place for a number.
      let isTold =
        words.plainText == destination.bareAddress || words.isPicture && !words.hasWords
      return [(destination, isTold)]
    }
  }
}

extension [Inline] {
  fileprivate var isPicture: Bool { contains(where: \.isPicture) }

  /// Anything beside pictures.
  fileprivate var hasWords: Bool {
    contains { inline in
      switch inline.kind {
      case .image: false
      case .text(let text): text.contains { !$0.isWhitespace }
      default: inline.inner?.hasWords ?? true
      }
    }
  }
}

extension [String] {
  fileprivate var eachOnce: [String] {
    var known: Set<String> = []
    return filter { known.insert($0).inserted }
  }
}

extension String {
  var bareAddress: String { hasPrefix("mailto:") ? String(dropFirst(7)) : self }
  fileprivate var isInner: Bool { isEmpty || hasPrefix("#") }
}
