/// The command `lectern` and its subcommands.

import ArgumentParser

@main
struct Lectern: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lectern",
    abstract: "Presents slides from Markdown in a terminal, with live demos on real cores.",
    discussion: """
      Without a subcommand it presents: `lectern talk.md`; without a deck, the lecture it ships \
      with. On stage `?` shows the keys.

      Exit status: 0 done, 1 warnings (check --strict) or a refuted claim (demo), 3 a disturbed \
      claim (demo), 64 usage, 65 the deck is wrong, 66 it cannot be opened, 69 the terminal cannot \
      do it.
      """,
    version: "lectern 0.1.0",
    subcommands: [
      PresentCommand.self, CheckCommand.self, DumpCommand.self, DemoCommand.self,
      TopologyCommand.self,
    ],
    defaultSubcommand: PresentCommand.self)
}
