/// Reads the file of a deck, or says why it cannot.

import Decks
import Glibc
import Machine
import Markup
import Wording

package enum DeckError: Error, Equatable {
  case cannotOpen(path: String, errno: Int32)
  case notAFile(path: String)
  case tooLarge(path: String)
  /// Two bytes a sign.
  case isUTF16(path: String)

  /// sysexits: no input, or bad data.
  package var exitStatus: Int32 {
    switch self {
    case .cannotOpen, .notAFile: 66
    case .tooLarge, .isUTF16: 65
    }
  }

  package func text(_ language: Language) -> String {
    switch self {
    case .cannotOpen(let path, let errno):
      path.escaped + ": " + Phrase.system(String(cString: strerror(errno)))(language)
    case .notAFile(let path):
      path.escaped + Phrase(": not a regular file", ": не обычный файл")(language)
    case .tooLarge(let path):
      path.escaped + Phrase(": larger than 16 MiB", ": больше 16 МиБ")(language)
    case .isUTF16(let path):
      path.escaped
        + Phrase(
          ": looks like UTF-16, a deck is UTF-8", ": похоже на UTF-16, а нужен UTF-8")(language)
    }
  }
}

/// A deck as it was opened: its diagnostics are those of the whole, not yet those of its slides.
package struct LoadedDeck: Sendable {
  package var deck: Deck
  package var diagnostics: [Diagnostic]
  package var lines: SourceLines

  package init(deck: Deck, diagnostics: [Diagnostic] = [], lines: SourceLines) {
    self.deck = deck
    self.diagnostics = diagnostics
    self.lines = lines
  }

  /// Adds what was found, in the order of the source.
  package mutating func add(_ found: [Diagnostic]) {
    diagnostics = (diagnostics + found).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  package var errorCount: Int { diagnostics.count { $0.severity == .error } }
}

package struct DeckSource: Sendable {
  package let path: String
  /// The dialect that was asked for; nil to find out.
  package let dialect: Dialect?
  /// The talk's short form is wanted.
  package var isShort = false
  /// The themes a deck may name; nil where none is looked for.
  package var themes: ThemeShelf?
  /// Bytes of a deck with all that it includes.
  package var largest = Limits.deck
  /// Finds what is wrong with the demos a deck asks for.
  private let check: DemoCheck
  /// What the deck was made of so far.
  package let used: UsedFiles

  package init(path: String, dialect: Dialect? = nil, check: DemoCheck) {
    self.path = path
    self.dialect = dialect
    self.check = check
    used = UsedFiles(deck: path)
  }

  /// The deck comes through a pipe: it is nowhere to be found again.
  package var isStandardInput: Bool { path == "-" }

  package func load() throws(DeckError) -> LoadedDeck {
    let bytes = try bytes()
    guard !Self.areUTF16(bytes) else { throw .isUTF16(path: path) }
    let own = SourceLines(bytes)
    let (lines, troubles) = DeckAssembly.assembled(own, path: path) {
      DeckFolder(ofDeck: path, largest: largest, used: used)
    }
    let (deck, diagnostics) = DeckBuilder.deck(
      lines, path: path, as: dialect, files: files(of: lines), today: WallClock.day,
      isShort: isShort)
    let found = troubles + diagnostics + themeProblems(deck.settings)
    return LoadedDeck(deck: deck, diagnostics: found, lines: lines)
  }

  /// A theme that is neither the program's nor somebody's own.
  private func themeProblems(_ settings: DeckSettings) -> [Diagnostic] {
    guard let offset = settings.themeOffset, let name = settings.theme, let themes,
      !themes.has(name)
    else { return [] }
    return [.warning(themes.unknown(name), at: offset)]
  }

  /// The deck with everything that is wrong with it: all its slides are read.
  package func review() throws(DeckError) -> LoadedDeck {
    var loaded = try load()
    var review = review(of: loaded.deck)
    while review.goOn() {}
    loaded.add(review.diagnostics)
    return loaded
  }

  /// A review to be done bit by bit.
  func review(of deck: Deck) -> DeckReview {
    DeckReview(of: deck.slides) { [check] in check.diagnostics(of: $0) }
  }

  private func files(of lines: SourceLines) -> DeckFiles {
    DeckFiles { [path, used] file, offset in
      DeckFolder(ofDeck: path, largest: Limits.codeFile, used: used)
        .read(file, from: lines.path(at: offset) ?? path)
    }
  }

  /// The path without links; nil where there is nothing.
  package static func realPath(_ path: String) -> String? { DeckFolder.realPath(path) }

  /// The mark of the encoding, in either order, or every other of the first bytes zero; UTF-32 is
  /// not told apart.
  private static func areUTF16(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return true }
    let first = bytes.prefix(64)
    guard first.count >= 4, first.contains(0) else { return false }
    let zeros = [0, 1].map { half in first.indices.count { $0 % 2 == half && first[$0] == 0 } }
    return zeros.contains { $0 * 3 >= first.count } && zeros.contains(0)
  }

  /// Opens without blocking, so that a pipe without a writer is told apart, not waited for.
  func bytes() throws(DeckError) -> [UInt8] {
    if isStandardInput { return try StandardInput.bytes() }
    let file = open(path.fileName, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard file >= 0 else { throw .cannotOpen(path: path, errno: errno) }
    defer { close(file) }
    switch Self.bytes(of: file, largest: largest) {
    case .success(let bytes): return bytes
    case .failure(.notAFile): throw .notAFile(path: path)
    case .failure(.tooLarge): throw .tooLarge(path: path)
    case .failure: throw .cannotOpen(path: path, errno: errno)
    }
  }

  /// All of a file that is open.
  static func bytes(of file: Int32, largest: Int) -> Result<[UInt8], DeckFiles.Failure> {
    var status = stat()
    guard fstat(file, &status) == 0 else { return .failure(.notFound) }
    guard status.st_mode & S_IFMT == S_IFREG else { return .failure(.notAFile) }
    guard status.st_size <= largest else { return .failure(.tooLarge) }
    return read(file, count: Int(status.st_size)).map { .success($0) } ?? .failure(.notFound)
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
