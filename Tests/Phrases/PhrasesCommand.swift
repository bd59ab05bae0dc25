/// `lectern-phrases`: everything the program says, as the lines of a language's table.

import ArgumentParser
import PhraseScanner
import Wording

@main
struct PhrasesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lectern-phrases",
    abstract: "Prints everything the program says, as lines for the table of a language.",
    discussion: """
      Without a language, every phrase with its Russian words beside it. With one, what its table \
      still lacks; at the end what it has and nobody says any more.
      """)

  @Argument(help: "The tag of a language, like de.")
  var language: String?

  @Option(help: "Only what is said in one room, the name of a folder in Sources.")
  var room: String?

  func run() throws {
    let table = try language.map { tag in
      guard let table = Language(tag: tag)?.table else {
        throw ValidationError("There is no table for '\(tag)'.")
      }
      return table
    }
    let said = PhraseScanner.phrases(below: Self.sources)
    var seen = Set(table.map { Array($0.entries.keys) } ?? [])
    let stale = seen.subtracting(said.map(\.template))
    var last = ""
    for phrase in said where room == nil || room == phrase.room {
      guard seen.insert(phrase.template).inserted else { continue }
      if phrase.file != last { print((last.isEmpty ? "" : "\n") + "# \(phrase.file)") }
      last = phrase.file
      print(phrase.template + " => " + (table == nil ? phrase.russian : ""))
    }
    for template in stale.sorted() { print("# nobody says: \(template)") }
  }

  private static var sources: String {
    let file = #filePath
    return String(file.dropLast("/Tests/Phrases/PhrasesCommand.swift".count)) + "/Sources"
  }
}
