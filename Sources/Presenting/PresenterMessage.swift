/// Everything that can happen to a presentation, and everything it can ask for.

import Decks
import Screen
import Typesetting
import Wording

package enum PresenterMessage: Equatable, Sendable {
  /// The time is anybody's whose clock only goes forward; without it a key that repeats is not held up.
  case pressed(Key, at: Duration? = nil)
  case pointed(Mouse, at: Duration? = nil)
  /// Text without control characters, for the prompt that is open.
  case pasted(String)
  case resized(Size)
  /// The time of day as it is shown: hours and minutes.
  case clock(String)
  /// Seconds since the program began.
  case elapsed(Int)
  /// One stays on the slide one is on, or is led to the first one that is new.
  case reloaded(Deck, leadsToEdit: Bool)
  /// All of the deck has been read: this is wrong with it. `isShown` is false where the deck that was
  /// there before stays on the screen.
  case reviewed(problems: [String], errorCount: Int, isShown: Bool)
  /// A talk on this deck broke off here.
  case brokeOff(DeckCursor, elapsed: Int = 0)
  /// A console leads to a place.
  case goTo(DeckCursor)
  /// Something to be said once in the foot line.
  case remark(String)
  /// The terminal's ground is a light one, so that another theme suits it, or another was chosen.
  case themeChanged(Theme)
  /// Somebody's own files have changed, and hold.
  case chosen(keys: KeyTable?, clickerStartsDemos: Bool, problems: [String])
  /// They have changed, and are too wrong for that: what held before still does.
  case refused(problems: [String])
  /// The terminal does not keep up with thirty frames a second, or does again.
  case linkChanged(isSlow: Bool)
  /// What the live demo looks like from outside; nil where there is none.
  case demoChanged(LiveFace?)
}

extension PresenterMessage {
  /// Whether the speaker did it: the talk has begun.
  package var isOfSpeaker: Bool {
    switch self {
    case .pressed, .pointed, .pasted, .goTo: true
    default: false
    }
  }

  /// Time alone did it.
  var isOfTime: Bool { if case .elapsed = self { true } else { false } }
}

/// Effects are data: whoever runs the presentation performs them.
package enum PresenterEffect: Equatable, Sendable {
  case mountDemo(DemoRequest)
  case unmountDemo
  case pressDemo(Key)
  case reload
  case redraw
  /// Puts an address on the clipboard.
  case copy(String)
  case suspend
  case quit
}

/// What the stage tells of its demo: enough to frame it, nothing of what it is.
package struct LiveFace: Equatable, Sendable {
  /// Instead of the slide's title, where the demo has a better one.
  package var title: String?
  /// What it is doing, for the first row.
  package var status: Line
  /// Its keys, for the last row.
  package var foot: [String]
  /// Every key it wants, as keys of the Latin layout.
  package var keys: [Key]
  package var help: [(keys: String, words: String)]
  package var hasStarted: Bool
  package var isMoving: Bool
  /// While it asks the room, the keys of a number are its own.
  package var isAsking: Bool
  /// The rows it wants for itself; nil for all there are.
  package var rows: Int?
  /// Its picture goes on above and below what is seen of it.
  package var hasAbove = false
  package var hasBelow = false
  /// Why it cannot run: shown in a box, with the alternative text below.
  package var problem: String?

  package init(
    title: String? = nil, status: Line = Line(), foot: [String] = [], keys: [Key] = [],
    help: [(keys: String, words: String)] = [], hasStarted: Bool = false, isMoving: Bool = false,
    isAsking: Bool = false,
    rows: Int? = nil, problem: String? = nil
  ) {
    self.title = title
    self.status = status
    self.foot = foot
    self.keys = keys
    self.help = help
    self.isMoving = isMoving
    self.hasStarted = hasStarted
    self.isAsking = isAsking
    self.rows = rows
    self.problem = problem
  }

  package static func == (left: LiveFace, right: LiveFace) -> Bool {
    left.title == right.title && left.status == right.status && left.foot == right.foot
      && left.keys == right.keys && left.hasStarted == right.hasStarted
      && left.isAsking == right.isAsking && left.problem == right.problem
      && left.rows == right.rows
      && left.hasAbove == right.hasAbove && left.hasBelow == right.hasBelow
      && left.help.map(\.words) == right.help.map(\.words)
  }
}
