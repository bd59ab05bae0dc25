/// Files that a deck names: below the folder of the deck and nowhere else, small and regular.

import Decks
import Glibc
import Machine
import Markup

struct DeckFolder: Sendable {
  /// The real path of the folder the deck is in.
  private let root: String
  /// Bytes of a file, and of all that one is put together from.
  let largest: Int
  /// Is told of every file that is asked for, also of those that are not there yet.
  private let used: UsedFiles?

  init(ofDeck path: String, largest: Int, used: UsedFiles? = nil) {
    root = Self.realPath(path.folder) ?? path.folder
    self.largest = largest
    self.used = used
  }

  /// Reads a file by the path that is written in another one.
  func read(_ path: String, from file: String?) -> Result<[UInt8], DeckFiles.Failure> {
    used?.add(place(of: path, from: file))
    guard let real = locate(path, from: file) else { return .failure(.notFound) }
    guard isInside(real) else { return .failure(.outside) }
    let inside = real.dropFirst(root == "/" ? 1 : root.utf8.count + 1)
    let descriptor = FileBeneath.open(String(inside), in: root)
    guard descriptor >= 0 else { return .failure(.notFound) }
    defer { close(descriptor) }
    return DeckSource.bytes(of: descriptor, largest: largest)
  }

  /// The real path of a file that is named in another one; nil if there is none.
  func locate(_ path: String, from file: String?) -> String? {
    guard !path.isEmpty, !path.removingPercents.utf8.contains(0) else { return nil }
    for name in Self.names(of: path) {
      if let real = Self.realPath(place(of: name, from: file)) { return real }
    }
    // Servers of slides begin their addresses at the deck's folder, or at its `public`.
    for name in Self.names(of: path) {
      let inner = name.drop { $0 == "/" }
      for base in name.hasPrefix("/") ? ["/", "/public/"] : ["/public/"] {
        if let real = Self.realPath(root + base + inner) { return real }
      }
    }
    return nil
  }

  /// An address writes what is no letter in percents, has a part or a question behind it, and, by a
  /// habit of Windows, backslashes; a file's name may hold all that.
  private static func names(of path: String) -> [String] {
    let plain = path.removingPercents
    let address = String(plain.prefix { $0 != "#" && $0 != "?" }).replacing("\\", with: "/")
    var names = [path]
    for name in [plain, address] where !name.isEmpty && !names.contains(name) { names.append(name) }
    return names
  }

  /// Beside the file that names it.
  private func place(of path: String, from file: String?) -> String {
    if path.hasPrefix("/") { return path }
    guard let file, file.contains("/") else { return root + "/" + path }
    return file.folder + "/" + path
  }

  private func isInside(_ path: String) -> Bool {
    root == "/" || path.hasPrefix(root + "/")
  }

  static func realPath(_ path: String) -> String? {
    guard let real = realpath(path.fileName, nil) else { return nil }
    defer { free(real) }
    return FileName.text(real)
  }
}
