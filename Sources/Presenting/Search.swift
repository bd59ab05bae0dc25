/// Looking for words in slides and notes: the first hit is shown while one types, `n` and `N` lead to
/// the others, until Esc.

import Decks
import Screen
import Typesetting
import Wording

struct Search: Equatable, Sendable {
  var text: String
  /// The slides with a hit, in their order.
  var slides: [Int]
  /// Where one was when it began.
  let origin: DeckCursor
}

extension PresenterState {
  mutating func beginSearch() {
    guard mode == .slides else { return }
    search = nil
    entry = .search("")
    searchOrigin = cursor
  }

  mutating func typeSearch(_ key: Key, _ text: String) -> [PresenterEffect] {
    switch key {
    case .enter:
      entry = nil
      if let search { history.left(search.origin, for: cursor) }
      if search?.slides.isEmpty == true { endSearch() }
    case .escape:
      entry = nil
      returnToOrigin()
    case .down, .tab: goToHit(isForward: true)
    case .up: goToHit(isForward: false)
    default:
      guard let edited = text.edited(by: key) else { return leaveEntry(with: key) }
      change(search: edited)
    }
    return []
  }

  mutating func change(search text: String?) {
    entry = text.map { .search($0) }
    text.map { find($0) } ?? returnToOrigin()
  }

  /// The deck was read again: what is typed stays, and what was looked for is looked for anew.
  mutating func lookAgain(_ moved: (Int) -> Int) {
    searchOrigin = DeckCursor(slide: moved(searchOrigin.slide), step: searchOrigin.step)
    if let known = search {
      let slides = known.text.isEmpty ? [] : index().slides(with: known.text)
      search = Search(text: known.text, slides: slides, origin: searchOrigin)
    }
    switch entry {
    // Its targets are those of a slide that may be another one.
    case .link: entry = nil
    case .place: _ = index()
    default: break
    }
  }

  /// Shows the first hit from where one began.
  private mutating func find(_ text: String) {
    let slides = text.isEmpty ? [] : index().slides(with: text)
    search = Search(text: text, slides: slides, origin: searchOrigin)
    let origin = searchOrigin.slide
    if let next = slides.first(where: { $0 >= origin }) ?? slides.first {
      showHit(on: next)
    } else {
      place(at: searchOrigin)
    }
  }

  private mutating func returnToOrigin() {
    search = nil
    place(at: searchOrigin)
  }

  mutating func endSearch() {
    if let search, search.slides.isEmpty {
      let text = search.text
      notice = Phrase("‘\(text)’ is not found", "не найдено: «\(text)»")(language)
    }
    search = nil
  }

  /// The next hit, or the one before; from the last on to the first.
  mutating func goToHit(isForward: Bool) {
    guard let search, let first = search.slides.first, let last = search.slides.last else { return }
    let next =
      isForward
      ? search.slides.first { $0 > cursor.slide } ?? first
      : search.slides.last { $0 < cursor.slide } ?? last
    showHit(on: next)
  }

  /// With all its steps, for the words may be in any of them.
  private mutating func showHit(on slide: Int) {
    if slide != cursor.slide || cursor.step != self.slide.lastStep {
      place(at: DeckCursor(slide: slide, step: deck.slides[slide].lastStep))
    }
    scrollToHit()
  }

  /// On a slide that is longer than the screen the words are to be seen, too.
  private mutating func scrollToHit() {
    guard page.overflow > 0, let words = search?.text.folded, !words.isEmpty else { return }
    // Words that go on in the next row are found by the first of them.
    let first = Array(words.prefix { $0 != 0x20 })
    guard let row = page.row(of: words) ?? page.row(of: first) else { return }
    scroll = max(0, min(row - page.body.size.rows / 3, page.overflow))
    hasScrolled = true
  }

  /// What the foot line says of the search.
  var searchRemark: String? {
    guard let search, !search.text.isEmpty else { return nil }
    guard !search.slides.isEmpty else { return Phrase("not found", "не найдено")(language) }
    guard let place = search.slides.firstIndex(of: cursor.slide) else { return nil }
    let isSeen = slide.words.folded.firstPlace(of: search.text.folded) != nil
    return "\(place + 1)/\(search.slides.count)"
      + (isSeen ? "" : Phrase(" in the notes", " в заметках")(language))
  }
}

extension Page {
  /// The first row of the body with a folded text in it.
  fileprivate func row(of text: [UInt8]) -> Int? {
    pieces.filter { piece in
      guard case .line(let line) = piece.content else { return false }
      return line.text.folded.firstPlace(of: text) != nil
    }.map(\.origin.row).min()
  }
}
