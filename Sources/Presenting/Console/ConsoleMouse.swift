/// What a mouse does at the console: the wheel scrolls the notes and drives the show, a press on the
/// next slide goes on, and at the desk it is as in the show.

import Screen

extension ConsoleState {
  mutating func point(_ mouse: Mouse) -> [ConsoleEffect] {
    if desk != nil { return atDesk(.pointed(mouse)) }
    if showsHelp {
      showsHelp = mouse.kind != .press
      return []
    }
    let rooms = ConsoleRooms(of: self)
    switch mouse.kind {
    case .wheelDown where rooms.notes.contains(mouse.place): scrollNotes(by: 3)
    case .wheelUp where rooms.notes.contains(mouse.place): scrollNotes(by: -3)
    case .wheelDown: return forward([.pageDown])
    case .wheelUp: return forward([.pageUp])
    case .press where rooms.next.contains(mouse.place): return forward([.pageDown])
    case .press: break
    }
    return []
  }
}
