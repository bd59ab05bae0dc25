/// Files that a deck names: below the folder of the deck and nowhere else, small and regular.

import Decks
import Glibc
import Markup

struct DeckFolder: Sendable {
  /// The real path of the folder the deck is in.
  private let root: String
  private let largest: Int

  init(ofDeck path: String, largest: Int) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    root = Self.realPath(folder.isEmpty ? "/" : folder) ?? folder
    self.largest = largest
  }

  /// Reads a file by the path that is written in another one.
  func read(_ path: String, from file: String?) -> Result<[UInt8], DeckFiles.Failure> {
    guard let real = locate(path, from: file) else { return .failure(.notFound) }
    guard isInside(real) else { return .failure(.outside) }
    let descriptor = open(real, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | O_NOFOLLOW)
    guard descriptor >= 0 else { return .failure(.notFound) }
    defer { close(descriptor) }
    return DeckSource.bytes(of: descriptor, largest: largest)
  }

  /// The real path of a file that is named in another one; nil if there is none.
  func locate(_ path: String, from file: String?) -> String? {
    guard !path.isEmpty, !path.removingPercents.utf8.contains(0) else { return nil }
    let folder = file.flatMap { $0.lastIndex(of: "/").map { String(file?[..<$0] ?? "") } }
    let place = { path.hasPrefix("/") ? $0 : (folder ?? root) + "/" + $0 }
    // An address writes what is no letter in percents; a file's name may hold them.
    return Self.realPath(place(path)) ?? Self.realPath(place(path.removingPercents))
  }

  private func isInside(_ path: String) -> Bool {
    root == "/" || path == root || path.hasPrefix(root + "/")
  }

  static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
