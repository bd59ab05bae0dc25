/// What a show tells its consoles: where it is, how long it has gone on, what its demo does.

import Decks
import Markup
import Screen
import Wording

package struct RemoteTalk: Equatable, Sendable {
  /// The real path of the deck.
  package var deck: String
  package var dialect: Dialect
  package var isShort: Bool
  /// Counts the versions of the deck that were shown.
  package var revision: Int
  /// How many slides that version has, and what tells its text from others; nil where nobody said.
  package var slides: Int?
  package var text: String?
  package var language: Language
  package var place: DeckCursor
  /// What lies over the slide, by its name: `blank`, `help`; empty for the slide itself.
  package var cover: String
  /// What is being typed or was said in the foot line.
  package var remark: String
  /// Seconds since the talk began; nil before its first step.
  package var elapsed: Int?
  /// Seconds on this slide.
  package var spent: Int
  package var minutes: Double?
  /// The demo's state and its keys, where one is live.
  package var demo: Demo?

  package struct Demo: Equatable, Sendable {
    package var title: String
    package var status: String
    package var keys: [String]
    /// The keys that are the demo's at the moment, even where a console has another use for them.
    package var ownKeys: [Key]

    package init(title: String, status: String, keys: [String], ownKeys: [Key] = []) {
      self.title = title
      self.status = status
      self.keys = keys
      self.ownKeys = ownKeys
    }
  }

  package init(
    deck: String, dialect: Dialect, isShort: Bool = false, revision: Int = 0, language: Language,
    place: DeckCursor = DeckCursor(), cover: String = "", remark: String = "", elapsed: Int? = nil,
    spent: Int = 0, minutes: Double? = nil, demo: Demo? = nil
  ) {
    self.deck = deck
    self.dialect = dialect
    self.isShort = isShort
    self.revision = revision
    self.language = language
    self.place = place
    self.cover = cover
    self.remark = remark
    self.elapsed = elapsed
    self.spent = spent
    self.minutes = minutes
    self.demo = demo
  }
}

extension PresenterState {
  /// What consoles are told. `deck` is its real path.
  package func talk(deck path: String, revision: Int, isShort: Bool) -> RemoteTalk {
    var talk = RemoteTalk(
      deck: path, dialect: deck.reading.dialect, isShort: isShort, revision: revision,
      language: language, place: cursor, cover: cover,
      remark: (StatusBar(state: self).remark(room: 200) ?? "").clipped,
      elapsed: pace.hasBegun ? pace.elapsed : nil, spent: pace.spent(on: cursor.slide),
      minutes: pace.minutes, demo: remoteDemo)
    talk.slides = deck.slides.count
    return talk
  }

  private var cover: String {
    switch mode {
    case .slides: ""
    case .help: "help"
    case .overview: "overview"
    case .blank: "blank"
    case .diagnostics: "diagnostics"
    case .finished: "finished"
    }
  }

  private var remoteDemo: RemoteTalk.Demo? {
    // Keys of a demo that is not seen would do something else.
    guard let live, let request = wantedDemo, isDemoVisible || live.problem != nil else {
      return nil
    }
    return RemoteTalk.Demo(
      title: (live.title ?? slide.title?.plainText ?? request.name).clipped,
      status: (live.problem ?? live.status.text).clipped,
      keys: live.foot.prefix(32).map { $0.clipped(to: 40) },
      ownKeys: live.keys.prefix(64).filter(isDemos))
  }
}

extension String {
  /// As much as any console shows of it: a message that is longer than its line may be is not read.
  fileprivate var clipped: String { clipped(to: 300) }

  /// Columns alone bound nothing: any number of marks fits into one.
  fileprivate func clipped(to columns: Int) -> String {
    String(String.UnicodeScalarView(unicodeScalars.prefix(2 * columns))).fitted(to: columns)
  }
}
