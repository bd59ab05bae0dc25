/// Places in a deck that links lead to: `#3`, `#title-in-small-letters`, `#id`.

import Markup

extension Deck {
  /// The slide that a link within the deck means.
  package func slideIndex(ofAnchor anchor: String) -> Int? {
    let name = anchor.drop { $0 == "#" || $0 == "/" }.removingPercents
    if let number = Int(name), slides.indices.contains(number - 1) { return number - 1 }
    if let index = slides.firstIndex(where: { $0.anchor == name }) { return index }
    let slug = name.slug
    return slides.firstIndex { $0.title.map { $0.plainText.slug == slug } == true }
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
