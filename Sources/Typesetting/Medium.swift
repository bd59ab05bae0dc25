/// What a page is set for: what the terminal can show, and where pictures come from.

import Markup
import Screen
import Wording

package struct Medium: Equatable, Sendable {
  /// Only ASCII can be drawn.
  package var ascii: Bool
  package var hasColors: Bool
  /// Addresses hide behind the words that link to them; else they are numbered and listed.
  package var hasHyperlinks: Bool
  /// Text that runs from right to left is put in order here: the terminal does not.
  package var ordersBidi = false
  package var language: Language
  package var pictures: PictureSource

  package init(
    ascii: Bool = false, hasColors: Bool = true, hasHyperlinks: Bool = false,
    language: Language = .english, pictures: PictureSource = .none
  ) {
    self.ascii = ascii
    self.hasColors = hasColors
    self.hasHyperlinks = hasHyperlinks
    self.language = language
    self.pictures = pictures
  }

  /// Text as the terminal can show it.
  package func shown(_ text: String) -> String { ascii ? ASCIISpelling.spelled(text) : text }
}

/// Pictures by the names a deck gives them; they come in by the door, as files do.
package struct PictureSource: Equatable, Sendable {
  package enum Answer: Sendable {
    case raster(Raster)
    /// There is none, and why.
    case missing(Phrase)
  }

  private let find: @Sendable (_ source: String, _ offset: Int, _ slide: Int) -> Answer
  /// The byte where the slide begins that they are for: what is kept and what it may cost is counted
  /// slide by slide.
  package var slide = 0

  package init(_ find: @escaping @Sendable (String, Int) -> Answer) {
    self.find = { source, offset, _ in find(source, offset) }
  }

  package init(ofSlides find: @escaping @Sendable (String, Int, Int) -> Answer) {
    self.find = find
  }

  /// The picture that is named at a byte of the deck.
  package func picture(_ source: String, _ offset: Int) -> Answer { find(source, offset, slide) }

  package static let none = PictureSource { _, _ in .missing(Phrase("not read", "не прочитано")) }

  /// Where pictures come from makes no page another one.
  package static func == (left: PictureSource, right: PictureSource) -> Bool { true }
}
