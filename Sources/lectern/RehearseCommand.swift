/// `lectern rehearse`: a talk whose time is taken, slide by slide.

import ArgumentParser
import Glibc
import Presenting
import Staging
import Wording

struct RehearseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rehearse",
    abstract: "Presents a deck and tells at the end how long each slide took.",
    discussion: """
      Targets are those of the deck (`minutes:` in the front matter, `<!-- minutes: 2 -->` on a \
      slide) or of --minutes. While one rehearses, an edit of the deck leads to the slide that was \
      edited.
      """)

  @OptionGroup var deck: DeckArgument
  @OptionGroup var look: LookOptions
  @OptionGroup var programs: PythonOption
  @OptionGroup var time: TimeOptions

  @Option(name: .customLong("from"), help: "The slide to begin with.")
  var first = 1

  @Option(name: [.short, .long], help: "A file for the table, which is printed as well.")
  var output: String?

  func run() throws {
    let look = try look.resolved(hasStage: true)
    var source = try deck.source(look)
    source.isShort = time.isShort
    let loaded = try DeckArgument.load(source, look)
    var show = Show(source: source, loaded: loaded, look: look, python: programs.python)
    show.minutes = time.minutes
    show.isRehearsal = true
    try show.run(from: first) { state in
      let rehearsal = Rehearsal(state)
      guard rehearsal.hasBegun else { return }
      Output.print(rehearsal.table)
      if let output { try write(rehearsal.table, to: output) }
    }
  }

  private func write(_ text: String, to path: String) throws {
    let problem = WholeFile.write(Array(text.utf8), to: path)
    guard problem != 0 else { return }
    let words = Phrase.system(String(cString: strerror(problem)))(look.language())
    Output.complain(path + ": " + words)
    throw ExitCode(74)
  }
}
