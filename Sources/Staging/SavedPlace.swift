/// Where a talk is, kept in a file while it goes on (version, slide from 0, process): a file that is
/// still there when the process is not tells of a talk that broke off.

import Decks
import Glibc

package struct SavedPlace {
  private let path: String
  private var saved: Int?
  /// The file once something was kept; it is closed with the process.
  private var file: Int32?

  /// Nil where there is nowhere to keep it. `variable` gives the values of the environment.
  package init?(deck: String, variable: (String) -> String?) {
    guard let folder = Self.folder(variable), let real = DeckFolder.realPath(deck) else {
      return nil
    }
    path = folder + "/" + real.fingerprint + ".place"
  }

  /// `$XDG_STATE_HOME/lectern` (XDG base directories 0.8).
  private static func folder(_ variable: (String) -> String?) -> String? {
    if let state = variable("XDG_STATE_HOME"), state.hasPrefix("/") { return state + "/lectern" }
    guard let home = variable("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/.local/state/lectern"
  }

  /// Where a talk on this deck broke off; nil where none did.
  package var broken: DeckCursor? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(file, &bytes, bytes.count)
    let words = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
      .split { $0 == " " || $0 == "\n" }
    guard words.count == 3, words[0] == "1", let slide = Int(words[1]), slide >= 0,
      let process = pid_t(words[2])
    else { return nil }
    // A talk that still goes on did not break off.
    if process != getpid(), kill(process, 0) == 0 { return nil }
    return DeckCursor(slide: slide)
  }

  /// Keeps the slide of a place; a disk that is full or not to be written on is no reason to stop a
  /// talk. One small write into a file that stays open, for it comes with every slide.
  package mutating func keep(_ place: DeckCursor) {
    guard place.slide != saved else { return }
    saved = place.slide
    if file == nil { file = Self.create(path) }
    guard let file, file >= 0 else { return }
    // Of one length always: nothing of an older place is left behind a newer one.
    let text = Array("1 \(Self.padded(place.slide)) \(Self.padded(Int(getpid())))\n".utf8)
    _ = pwrite(file, text, text.count, 0)
  }

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 10 - digits.count)) + digits
  }

  /// -1 where it cannot be.
  private static func create(_ path: String) -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW
    let file = open(path, flags, 0o600)
    guard file < 0, errno == ENOENT else { return file }
    makeFolder(path.folder)
    return open(path, flags, 0o600)
  }

  private static func makeFolder(_ folder: String) {
    guard mkdir(folder, 0o700) != 0, errno == ENOENT, folder != folder.folder else { return }
    makeFolder(folder.folder)
    mkdir(folder, 0o700)
  }

  /// The talk came to its end.
  package func forget() { unlink(path) }
}
