/// The command `lectern` and its subcommands.

import ArgumentParser

@main
enum Start {
  /// A deck alone, or nothing at all, is presented at once: the parser of options costs a
  /// millisecond, and that is most of what there is before the first slide.
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard let deck = loneDeck(arguments) else { return Lectern.main() }
    do {
      try Show.present(deck.path, Look(), from: 1)
    } catch {
      Lectern.exit(withError: error)
    }
  }

  /// The deck of a command line that has nothing else on it; nil where there is more to be read.
  private static func loneDeck(_ arguments: ArraySlice<String>) -> (path: String?, Void)? {
    guard let first = arguments.first else { return (nil, ()) }
    // What has a dot or a slash in it is no subcommand.
    let isFile = first.contains(".") || first.contains("/")
    return arguments.count == 1 && isFile && !first.hasPrefix("-") ? (first, ()) : nil
  }
}

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
    version: Versions.text,
    subcommands: [
      PresentCommand.self, CheckCommand.self, DumpCommand.self, DemoCommand.self,
      TopologyCommand.self,
    ],
    defaultSubcommand: PresentCommand.self)
}
