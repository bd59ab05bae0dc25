/// Files of the user that are trusted: of the configuration's folder, small, regular, and nobody
/// else's.

import Decks
import Glibc
import Markup
import Wording

package enum OwnFile {
  package enum Failure: Error, Equatable {
    case notThere
    case unreadable(errno: Int32)
    case notAFile
    case tooLarge
    /// Somebody else could have written it.
    case foreign, writableByAll

    package var phrase: Phrase {
      switch self {
      case .notThere: Phrase(String(cString: strerror(ENOENT)))
      case .unreadable(let errno): Phrase(String(cString: strerror(errno)))
      case .notAFile: Phrase("not a regular file", "не обычный файл")
      case .tooLarge: Phrase("larger than 64 KiB", "больше 64 КиБ")
      case .foreign:
        Phrase(
          "belongs to somebody else, so it is ignored",
          "принадлежит другому пользователю, поэтому не читается")
      case .writableByAll:
        Phrase(
          "everybody may write it, so it is ignored (chmod o-w)",
          "доступен всем на запись, поэтому не читается (chmod o-w)")
      }
    }
  }

  static let largest = 1 << 16

  /// `$XDG_CONFIG_HOME/lectern`, else `~/.config/lectern` (XDG base directories 0.8); nil where there
  /// is no home. `variable` gives the values of the environment.
  package static func folder(_ variable: (String) -> String?) -> String? {
    if let home = variable("XDG_CONFIG_HOME"), home.hasPrefix("/") { return home + "/lectern" }
    guard let home = variable("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/.config/lectern"
  }

  package static func read(_ path: String) -> Result<[UInt8], Failure> {
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard file >= 0 else {
      return .failure(errno == ENOENT || errno == ENOTDIR ? .notThere : .unreadable(errno: errno))
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { return .failure(.unreadable(errno: errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else { return .failure(.notAFile) }
    // What root has put there is as good as one's own.
    guard status.st_uid == geteuid() || status.st_uid == 0 else { return .failure(.foreign) }
    guard status.st_mode & S_IWOTH == 0 else { return .failure(.writableByAll) }
    switch DeckSource.bytes(of: file, largest: largest) {
    case .success(let bytes): return .success(bytes)
    case .failure(.tooLarge): return .failure(.tooLarge)
    case .failure: return .failure(.unreadable(errno: EIO))
    }
  }

  /// As diagnostics are written, for a file that was not read at all.
  static func text(_ path: String, _ failure: Failure, _ language: Language) -> String {
    "\(path.escaped):1:1: warning: " + failure.phrase(language)
  }
}
