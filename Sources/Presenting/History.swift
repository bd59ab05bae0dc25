/// Where one came from and may go back to: every jump is kept, steps are not.

import Decks
import Screen
import Wording

struct History: Equatable, Sendable {
  private var back: [DeckCursor] = []
  private var forward: [DeckCursor] = []
  private static let most = 100

  /// A place was left for another one.
  mutating func left(_ place: DeckCursor, for other: DeckCursor) {
    guard place.slide != other.slide else { return }
    back.append(place)
    if back.count > Self.most { back.removeFirst() }
    forward = []
  }

  mutating func offer(_ place: DeckCursor) { forward.append(place) }

  /// The slides have other numbers now.
  mutating func move(_ moved: (Int) -> Int) {
    let place = { (place: DeckCursor) in DeckCursor(slide: moved(place.slide), step: place.step) }
    (back, forward) = (back.map(place), forward.map(place))
  }

  mutating func goBack(from place: DeckCursor) -> DeckCursor? {
    guard let target = back.popLast() else { return nil }
    forward.append(place)
    return target
  }

  mutating func goForward(from place: DeckCursor) -> DeckCursor? {
    guard let target = forward.popLast() else { return nil }
    back.append(place)
    return target
  }
}

/// A talk that broke off, and the second it began at, counted as this one's are.
struct BrokenTalk: Equatable, Sendable {
  let place: DeckCursor
  let start: Int
}

extension PresenterState {
  /// To a slide by its number, from which `u` leads back.
  mutating func go(to number: Int) {
    let before = cursor
    jump(to: number)
    history.left(before, for: cursor)
  }

  mutating func goBack() { if let place = history.goBack(from: cursor) { self.place(at: place) } }

  mutating func goForward() {
    guard let place = history.goForward(from: cursor) else { return }
    self.place(at: place)
    guard let talk = broken, talk.place == place else { return }
    broken = nil
    pace.goOn(after: pace.now - talk.start)
  }

  /// Goes on with a talk where it broke off, and with its time.
  package mutating func resume(at place: DeckCursor, elapsed: Int) {
    self.place(at: place)
    pace.goOn(after: elapsed)
  }

  /// To a place of which it is known that it was one.
  mutating func place(at place: DeckCursor) {
    cursor = place.clamped(to: deck)
    arrive()
  }

  /// To a place somebody else has chosen, whatever lies over the slide.
  mutating func follow(_ place: DeckCursor) {
    let before = cursor
    (mode, entry) = (.slides, nil)
    self.place(at: place)
    history.left(before, for: cursor)
  }

  /// A place to go forward to, though one was not there.
  mutating func offer(_ place: DeckCursor, elapsed: Int) {
    let place = place.clamped(to: deck)
    guard place != cursor else { return }
    broken = BrokenTalk(place: place, start: pace.now - elapsed)
    history.offer(place)
    let number = place.slide + 1
    let key = keyName(of: .forward)
    let said = Phrase(
      "the last talk broke off on slide \(number)", "прошлый показ оборвался на слайде \(number)")
    let way = key.map { Phrase(": \($0) goes there", ": \($0) — вернуться туда") } ?? Phrase("")
    notice = (said + way)(language)
  }

  // MARK: Bookmarks

  mutating func toggleBookmark() {
    let number = cursor.slide + 1
    if bookmarks.remove(cursor.slide) != nil {
      notice = Phrase(
        "no bookmark on slide \(number) any more", "закладка со слайда \(number) снята")(
          language)
    } else {
      bookmarks.insert(cursor.slide)
      notice = Phrase("bookmark on slide \(number)", "закладка на слайде \(number)")(language)
    }
  }

  /// From the last one on to the first.
  mutating func goToNextBookmark() {
    let places = bookmarks.sorted()
    guard let next = places.first(where: { $0 > cursor.slide }) ?? places.first else {
      let key = keyName(of: .bookmark)
      let way = key.map { Phrase(": \($0) sets one", ": \($0) — поставить") } ?? Phrase("")
      notice = (Phrase("no bookmarks", "закладок нет") + way)(language)
      return
    }
    go(to: next + 1)
  }
}
