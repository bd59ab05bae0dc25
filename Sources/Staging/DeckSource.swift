/// Reads the file of a deck, or says why it cannot.

import Decks
import Glibc
import Markup
import Wording

package enum DeckError: Error, Equatable {
  case cannotOpen(path: String, errno: Int32)
  case notAFile(path: String)
  case tooLarge(path: String)

  /// sysexits: no input, or bad data.
  package var exitStatus: Int32 {
    switch self {
    case .cannotOpen, .notAFile: 66
    case .tooLarge: 65
    }
  }

  package func text(_ language: Language) -> String {
    switch self {
    case .cannotOpen(let path, let errno): "\(path.escaped): \(String(cString: strerror(errno)))"
    case .notAFile(let path):
      path.escaped + Phrase(": not a regular file", ": не обычный файл")(language)
    case .tooLarge(let path):
      path.escaped + Phrase(": larger than 16 MiB", ": больше 16 МиБ")(language)
    }
  }
}

/// A deck as it was read.
package struct LoadedDeck: Sendable {
  package var deck: Deck
  package var diagnostics: [Diagnostic]
  package var lines: SourceLines

  package init(deck: Deck, diagnostics: [Diagnostic] = [], lines: SourceLines) {
    self.deck = deck
    self.diagnostics = diagnostics
    self.lines = lines
  }

  package var errorCount: Int { diagnostics.count { $0.severity == .error } }
}

package struct DeckSource: Sendable {
  package let path: String
  /// Finds what is wrong with the demos a deck asks for.
  private let check: DemoCheck

  private static let largest = 16 << 20

  package init(path: String, check: DemoCheck) {
    self.path = path
    self.check = check
  }

  package func load() throws(DeckError) -> LoadedDeck {
    let lines = SourceLines(try bytes())
    let (deck, diagnostics) = DeckBuilder.deck(lines)
    let all = (diagnostics + check.diagnostics(of: deck)).sorted {
      $0.range.lowerBound < $1.range.lowerBound
    }
    return LoadedDeck(deck: deck, diagnostics: all, lines: lines)
  }

  /// Opens without blocking, so that a pipe without a writer is told apart, not waited for.
  func bytes() throws(DeckError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard file >= 0 else { throw .cannotOpen(path: path, errno: errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .cannotOpen(path: path, errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
    guard status.st_size <= Self.largest else { throw .tooLarge(path: path) }
    guard let bytes = Self.read(file, count: Int(status.st_size)) else {
      throw .cannotOpen(path: path, errno: errno)
    }
    return bytes
  }

  private static func read(_ file: Int32, count: Int) -> [UInt8]? {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, used in
      while used < count {
        let got = Glibc.read(file, buffer.baseAddress?.advanced(by: used), count - used)
        if got < 0, errno == EINTR { continue }
        if got <= 0 {
          failed = got < 0
          break
        }
        used += got
      }
    }
    return failed ? nil : bytes
  }
}
