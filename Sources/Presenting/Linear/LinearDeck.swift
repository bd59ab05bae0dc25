/// A deck as plain text from top to bottom, for screen readers and braille: nothing is told by
/// place, line art, colours or signs alone.

import Decks
import Markup
import Screen
import Typesetting
import Wording

package struct LinearDeck {
  private let deck: Deck
  private let language: Language
  private let anchors: Anchors
  /// What is told of a demo: its name, and its alternative text or its card.
  private let demo: (DemoRequest) -> (name: String, words: [Block])
  /// The speaker's notes after each slide.
  package var hasNotes = false
  /// What comes with a later key is told apart.
  package var hasSteps = false
  /// The most columns of a line; nil for a paragraph a line.
  package var width: Int?

  package init(
    _ deck: Deck, _ language: Language,
    demo: @escaping (DemoRequest) -> (name: String, words: [Block]) = { ($0.name, $0.alternative) }
  ) {
    self.deck = deck
    self.language = language
    self.demo = demo
    anchors = Anchors(of: deck)
  }

  /// What is said of the talk, then its slides with blank lines between them.
  package var text: String {
    let slides = deck.slides.indices.map { lines(ofSlide: $0) }
    return ([head] + slides).map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }

  /// One slide by its number from 1.
  package func text(ofSlide number: Int) -> String {
    lines(ofSlide: number - 1).map { $0 + "\n" }.joined()
  }

  // MARK: The talk

  private var head: [String] {
    let settings = deck.settings
    let words: [(Phrase, String?)] = [
      (Phrase("Talk", "Доклад"), settings.title),
      (Phrase("Subtitle", "Подзаголовок"), settings.subtitle),
      (Phrase("Author", "Автор"), settings.author),
      (Phrase("Event", "Мероприятие"), settings.event),
      (Phrase("Place", "Место"), settings.location), (Phrase("Date", "Дата"), settings.date),
      (Phrase("Slides", "Слайдов"), String(deck.slides.count)),
      (Phrase("Above every slide", "Над каждым слайдом"), line(of: settings.header)),
      (Phrase("Below every slide", "Под каждым слайдом"), line(of: settings.footer)),
    ]
    return words.flatMap { name, value -> [String] in
      guard let value, !value.isEmpty else { return [] }
      return wrapped(name(language) + ": " + value)
    }
  }

  /// The parts of a line that are the same on every slide.
  private func line(of template: Template?) -> String? {
    guard let template else { return nil }
    let parts = [template.left, template.center, template.right].map {
      Template.filled($0, deck.settings.value(of:))
    }
    return parts.filter { !$0.isEmpty && !$0.contains("{current_slide}") }.joined(separator: "; ")
  }

  // MARK: A slide

  private func lines(ofSlide index: Int) -> [String] {
    let slide = deck.slides[index]
    var writer = LinearWriter(
      language: language, footnotes: slide.footnotes.map(\.label),
      step: slide.step(ofOffset:), slideOfAnchor: anchors.slideIndex(of:), demo: demo)
    writer.hasSteps = hasSteps
    writer.add(slide)
    let before = index > 0 ? deck.slides[index - 1].style : nil
    writer.addFrame(slide.style, before: before)
    if hasNotes { writer.addNotes(slide) }
    return [title(of: slide, index, writer)] + writer.lines.flatMap(wrapped)
  }

  private func title(of slide: Slide, _ index: Int, _ writer: LinearWriter) -> String {
    let (number, count) = (index + 1, deck.slides.count)
    let place = Phrase("Slide \(number) of \(count)", "Слайд \(number) из \(count)")(language)
    let title = slide.title.map { writer.text(of: $0) } ?? ""
    let whole = title.isEmpty ? place : place + ": " + title
    return wrapped(whole).joined(separator: "\n")
  }

  // MARK: Lines

  /// Lines no wider than asked for, broken at blanks where there are some.
  private func wrapped(_ line: String) -> [String] {
    guard let width, line.columns > width else { return [line] }
    return line.boxed(to: width)
  }
}
