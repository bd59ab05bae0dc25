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
  var nextTelling: UInt64 = 0

  /// A demo changes thirty times a second what is told of it: ten times do.
  static let gap: UInt64 = 100_000_000
}

extension FrameLoop {
  func beginServing() {
    guard let folder = consoles?.folder, let deck = DeckFolder.realPath(source.path) else { return }
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
    terminal.watch(files + (consoles?.server?.descriptors ?? []))
  }

  func hearConsoles() {
    guard let server = consoles?.server else { return }
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
    server.tell(
      state.talk(
        deck: consoles?.deck ?? "", revision: consoles?.revision ?? 0, isShort: source.isShort))
  }
}
