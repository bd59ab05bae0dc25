/// Recordings as files beside a deck.

import Decks
import DemoKit
import Glibc
import Machine
import Markup
import Wording

package enum RecordingFile {
  /// The fences whose recordings could not be played.
  package static func diagnostics(
    of deck: Deck, at path: String, check: DemoCheck
  ) -> [Diagnostic] {
    deck.slides.flatMap(\.demos).compactMap { request in
      guard let argument = request.arguments.last(where: { $0.key == "recording" }) else {
        return nil
      }
      return complaint(about: argument.value, beside: path, of: request.name, check).map {
        .warning($0 + Phrase(argument.value.escaped), at: argument.offset)
      }
    }
  }

  private static func complaint(
    about file: String, beside deck: String, of demo: String, _ check: DemoCheck
  ) -> Phrase? {
    if case .failure(.notFound) = bytes(of: file, beside: deck) {
      return Phrase("no recording ", "нет записи ")
    }
    let setting = DemoSetting(
      language: .english, ascii: false, topology: { Topology(root: Topology.Node(.machine)) })
    guard let found = read(file, beside: deck), !found.looks.isEmpty,
      let entry = check.catalog.entry(found.demo), entry.makeReplay(of: found, setting) != nil
    else { return Phrase("cannot be played: ", "не удаётся воспроизвести: ") }
    return found.demo == demo
      ? nil : Phrase("a recording of another demo: ", "запись другого демо: ")
  }

  /// Nil where it cannot be read, or is no recording.
  static func read(_ name: String, beside deck: String) -> DemoRecording? {
    guard case .success(let bytes) = bytes(of: name, beside: deck) else { return nil }
    return DemoRecording(text: String(decoding: bytes, as: UTF8.self))
  }

  /// A recording is a file like any other that a deck names.
  private static func bytes(
    of name: String, beside deck: String
  ) -> Result<[UInt8], DeckFiles.Failure> {
    DeckFolder(ofDeck: deck, largest: Limits.deck).read(name, from: nil)
  }

  /// Writes it; returns why it could not be, or 0.
  package static func write(_ recording: DemoRecording, to path: String) -> Int32 {
    WholeFile.write(Array(recording.text.utf8), to: path)
  }

  /// The name of this machine and today's date, for the first line.
  package static var here: (host: String, date: String) {
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, name.count - 1)
    let host = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let date = WallClock.day.text(pattern: "YYYY-MM-DD") ?? ""
    return (String(decoding: host, as: UTF8.self), date)
  }
}
