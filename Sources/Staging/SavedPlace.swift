/// Where a talk is, kept in a file while it goes on (version, slide and step from 0, the second it began
/// at since 1970) and locked (flock(2)): a file that nobody has locked any more tells of a talk that
/// broke off.

import Decks
import Glibc

package struct SavedPlace {
  private let path: String
  private var saved: DeckCursor?
  /// The file once something was kept, or was to be.
  private var file: LockedFile?

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
    // A home that is not there is nobody's to make.
    guard let home = variable("HOME"), home.hasPrefix("/"), access(home, F_OK) == 0 else {
      return nil
    }
    return home + "/.local/state/lectern"
  }

  /// A talk on this deck that broke off, and the seconds it would have gone on by now; nil where none
  /// did.
  package var broken: (place: DeckCursor, elapsed: Int)? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    guard LockedFile.isFile(file) else { return nil }
    // A talk that still goes on did not break off: it has the file for itself.
    guard flock(file, LOCK_SH | LOCK_NB) == 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(file, &bytes, bytes.count)
    let words = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
      .split { $0 == " " || $0 == "\n" }
    let numbers = words.compactMap { Int($0) }.filter { $0 >= 0 }
    guard words.count == 4, numbers.count == 4, numbers[0] == Self.version else { return nil }
    // A talk of yesterday does not go on today, and a clock may have been set.
    let elapsed = time(nil) - numbers[3]
    return (
      DeckCursor(slide: numbers[1], step: numbers[2]),
      (0...Self.longest).contains(elapsed) ? elapsed : 0
    )
  }

  private static let version = 2
  private static let longest = 6 * 3600

  /// Keeps a place, and the seconds the talk has gone on; a disk that is full or not to be written on is
  /// no reason to stop a talk. One small write into a file that stays open, for it comes with every
  /// step.
  package mutating func keep(_ place: DeckCursor, elapsed: Int) {
    guard place != saved else { return }
    saved = place
    if file == nil { file = LockedFile(path) }
    guard let descriptor = file?.descriptor else { return }
    // Of one length always: nothing of an older place is left behind a newer one.
    let numbers = [place.slide, place.step, max(0, time(nil) - elapsed)].map(Self.padded)
    let text = Array("\(Self.version) \(numbers.joined(separator: " "))\n".utf8)
    _ = pwrite(descriptor, text, text.count, 0)
  }

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 10 - digits.count)) + digits
  }

  /// The talk came to its end; one that did not begin leaves what an older one has kept.
  package func forget() { if file?.descriptor != nil { unlink(path) } }
}

/// A file of somebody alone, for as long as this lives or the process does.
private final class LockedFile {
  /// Nil where it cannot be, or where another show of the deck has it.
  let descriptor: Int32?

  init(_ path: String) {
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    var file = open(path, flags, 0o600)
    if file < 0, errno == ENOENT {
      Self.makeFolder(path.folder)
      file = open(path, flags, 0o600)
    }
    let isOurs =
      file >= 0 && Self.isFile(file) && flock(file, LOCK_EX | LOCK_NB) == 0
      && ftruncate(file, 0) == 0
    if file >= 0, !isOurs { close(file) }
    descriptor = isOurs ? file : nil
  }

  deinit { if let descriptor { close(descriptor) } }

  /// A pipe or a device in its place is none of ours.
  static func isFile(_ descriptor: Int32) -> Bool {
    var state = stat()
    return fstat(descriptor, &state) == 0 && state.st_mode & S_IFMT == S_IFREG
  }

  private static func makeFolder(_ folder: String) {
    guard mkdir(folder, 0o700) != 0, errno == ENOENT, folder != folder.folder else { return }
    makeFolder(folder.folder)
    mkdir(folder, 0o700)
  }
}
