/// The show tells its consoles where it is, and does what they ask for.

import Machine
import Presenting
import Screen

/// What the loop keeps for its consoles.
struct ServedConsoles {
  let folder: ConsoleFolder
  /// The deck's real path.
  var deck = ""
  var server: ConsoleServer?
  /// The versions of the deck that were shown.
  var revision = 0
  /// What tells the text of that version from others: for consoles that have read another one.
  var text: (revision: Int, fingerprint: String)?
  var nextTelling: UInt64 = 0
  /// They were heard in this turn: next is the keyboard, and a frame.
  var hadTurn = false

  /// A demo changes thirty times a second what is told of it: ten times do.
  static let gap: UInt64 = 100_000_000
}

extension FrameLoop {
  func beginServing() {
    // A deck that nobody else can read is nothing for a console.
    guard let folder = consoles?.folder, !source.isStandardInput,
      let deck = DeckFolder.realPath(source.path)
    else { return }
    consoles?.deck = deck
    do {
      consoles?.server = try ConsoleServer(folder, deck: deck)
    } catch {
      act(on: .remark(error.text(state.language)))
    }
    watchDescriptors()
  }

  func watchDescriptors() {
    let files = [watch?.descriptor, own?.descriptor].compactMap { $0 }
    let served = consoles?.hadTurn == true ? nil : consoles?.server
    terminal.watch(files + (served?.descriptors ?? []))
  }

  /// A turn begins.
  func listenToConsoles() {
    guard let server = consoles?.server else { return }
    consoles?.hadTurn = false
    server.endRest(at: MonotonicClock.now)
    watchDescriptors()
  }

  /// They have said more than there was time for in the last turn.
  var consolesWait: Bool { consoles?.server?.hasMore == true }

  func hearConsoles() {
    guard let server = consoles?.server, consoles?.hadTurn == false else { return }
    consoles?.hadTurn = true
    for command in server.hear() where state.mode != .finished {
      switch command {
      case .press(let key): act(on: .pressed(key, at: sinceStart))
      case .go(let place): act(on: .goTo(place))
      }
    }
    watchDescriptors()
  }

  func tellConsoles() {
    guard let server = consoles?.server, server.isHeard else { return }
    let now = MonotonicClock.now
    if stage.isMoving, now < consoles?.nextTelling ?? 0 { return }
    consoles?.nextTelling = now + ServedConsoles.gap
    var talk = state.talk(
      deck: consoles?.deck ?? "", revision: consoles?.revision ?? 0, isShort: source.isShort)
    talk.text = textOfVersion
    server.tell(talk)
  }

  private var textOfVersion: String? {
    guard let revision = consoles?.revision else { return nil }
    if consoles?.text?.revision != revision {
      consoles?.text = (revision, stage.lines.fingerprint)
    }
    return consoles?.text?.fingerprint
  }
}
