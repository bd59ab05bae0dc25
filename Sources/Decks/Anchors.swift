/// Places in a deck that links lead to: `#3`, `#title-in-small-letters`, `#id`.

import Markup

package struct Anchors {
  private let count: Int
  private var slides: [String: Int] = [:]

  /// Reads all the slides: what they are called is known only then.
  package init(of deck: Deck) {
    count = deck.slides.count
    var slugs: [String: Int] = [:]
    for (index, slide) in deck.slides.enumerated() {
      if let anchor = slide.anchor { add(anchor, index) }
      for anchor in slide.innerAnchors { add(anchor, index) }
      for name in slide.headings.map(\.slug) where slugs[name] == nil { slugs[name] = index }
    }
    slides.merge(slugs) { named, _ in named }
  }

  private mutating func add(_ name: String, _ index: Int) {
    if slides[name] == nil { slides[name] = index }
  }

  /// The slide that a link within the deck means.
  package func slideIndex(of anchor: String) -> Int? {
    let name = anchor.drop { $0 == "#" || $0 == "/" }.removingPercents
    if let number = Int(name), (1...max(1, count)).contains(number) { return number - 1 }
    return slides[name] ?? slides[name.slug]
  }
}

extension Slide {
  /// The words of its title and of the headings on it.
  fileprivate var headings: [String] {
    let inner = blocks.compactMap { block -> String? in
      if case .heading(_, let inlines) = block.kind { inlines.plainText } else { nil }
    }
    return (title.map { [$0.plainText] } ?? []) + inner
  }
}

extension String {
  /// As GitHub makes one of a heading: small letters, hyphens for blanks, no punctuation.
  package var slug: String {
    var slug = ""
    for character in lowercased() {
      if character.isLetter || character.isNumber || character == "_" {
        slug.append(character)
      } else if character == " " || character == "-" {
        slug.append("-")
      }
    }
    return slug
  }
}
