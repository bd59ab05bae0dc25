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

extension Slide {
  /// The step at which the first inline of some kind is there.
  func firstStep(where isWanted: (Inline.Kind) -> Bool) -> Int {
    let texts = [title ?? []] + blocks.flatMap(\.inlines)
    return texts.compactMap { $0.firstOffset(where: isWanted) }.map(step(ofOffset:)).min() ?? 0
  }
}

extension [Inline] {
  fileprivate func firstOffset(where isWanted: (Inline.Kind) -> Bool) -> Int? {
    for inline in self {
      if isWanted(inline.kind) { return inline.offset }
      if let inner = inline.inner?.firstOffset(where: isWanted) { return inner }
    }
    return nil
  }

  fileprivate var links: [(destination: String, isTold: Bool)] {
    flatMap { inline -> [(destination: String, isTold: Bool)] in
      guard case .link(let destination, let words) = inline.kind else {
        return inline.inner?.links ?? []
      }
      return [(destination, words.plainText == destination.bareAddress)]
    }
  }
}

extension [String] {
  fileprivate var eachOnce: [String] {
    reduce(into: []) { found, text in if !found.contains(text) { found.append(text) } }
  }
}

extension String {
  var bareAddress: String { hasPrefix("mailto:") ? String(dropFirst(7)) : self }
  fileprivate var isInner: Bool { isEmpty || hasPrefix("#") }
}
