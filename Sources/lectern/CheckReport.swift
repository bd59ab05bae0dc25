/// What `lectern check` says of one deck: lines that editors can click, or JSON.

import Decks
import Machine
import Markup
import Staging
import Wording

struct CheckReport {
  let text: String
  /// Made when it is asked for: it tells of everything, the lines of a hundred.
  var json: JSON { makeJSON() }
  private let makeJSON: () -> JSON
  let status: Int32

  init(_ loaded: LoadedDeck, path: String, _ language: Language, strict: Bool) {
    let texts = loaded.texts(path: path, language)
    // A clean deck has nothing to be told of; where there is something it helps to know how the
    // deck was read.
    let lines = texts.isEmpty ? [] : Self.reading(of: loaded, path, language) + texts
    text = lines.map { $0 + "\n" }.joined()
    makeJSON = {
      .object([
        ("file", .string(path)), ("dialect", .string(loaded.deck.reading.dialect.rawValue)),
        ("evidence", .string(loaded.deck.reading.reason?.evidence ?? "")),
        ("slides", .integer(loaded.deck.slides.count)),
        ("diagnostics", .array(loaded.diagnostics.map { $0.json(path, loaded.lines, language) })),
      ])
    }
    let isClean = loaded.diagnostics.isEmpty
    status = loaded.errorCount > 0 ? 65 : strict && !isClean ? 1 : 0
  }

  init(failed path: String, _ why: String, status: Int32) {
    text = ""
    makeJSON = { .object([("file", .string(path)), ("error", .string(why))]) }
    self.status = status
  }

  private static func reading(
    of loaded: LoadedDeck, _ path: String, _ language: Language
  ) -> [String] {
    let reading = loaded.deck.reading
    guard reading.dialect != .plain, let reason = reading.reason else { return [] }
    let place = loaded.lines.location(of: reason.offset)
    let file = loaded.lines.path(at: reason.offset) ?? path
    let words = Phrase(
      "read as a \(reading.dialect.name) deck because of ‘\(reason.evidence)’ (--dialect)",
      "читается как \(reading.dialect.name): «\(reason.evidence)» (--dialect)")(language)
    return ["\(file.escaped):\(place.line):\(place.column): note: " + words.escaped]
  }
}

extension Diagnostic {
  fileprivate func json(_ path: String, _ lines: SourceLines, _ language: Language) -> JSON {
    let place = lines.location(of: range.lowerBound)
    return .object([
      ("file", .string(lines.path(at: range.lowerBound) ?? path)),
      ("line", .integer(place.line)), ("column", .integer(place.column)),
      ("severity", .string(severity == .error ? "error" : "warning")),
      ("message", .string(message(language))),
    ])
  }
}
