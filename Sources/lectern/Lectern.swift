/// The command `lectern` and its subcommands.

import ArgumentParser
import Glibc
import Machine

@main
enum Start {
  /// A deck alone, or nothing at all, is presented at once: the parser of options costs a
  /// millisecond, and that is most of what there is before the first slide.
  static func main() {
    StandardFiles.fill()
    do {
      guard let deck = loneDeck() else {
        var command = try Lectern.parseAsRoot(arguments)
        return try command.run()
      }
      let look = Look()
      try Show.present(DeckArgument.source(deck.path, look), look, from: 1)
    } catch {
      end(error)
    }
  }

  /// As the parser of options does it, but that what it quotes of them drives no terminal.
  private static func end(_ error: any Error) -> Never {
    let (text, status) = (Lectern.fullMessage(for: error), Lectern.exitCode(for: error))
    if status.isSuccess, !text.isEmpty { Output.print(text + "\n") }
    if !status.isSuccess, !text.isEmpty { Output.note(text) }
    exit(status.rawValue)
  }

  /// As they are: names of files need be no UTF-8.
  private static var arguments: [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap {
      CommandLine.unsafeArgv[$0].map { FileName.text($0) }
    }
  }

  /// The deck of a command line that has nothing else on it; nil where there is more to be read.
  private static func loneDeck() -> (path: String?, Void)? {
    guard CommandLine.argc > 1, let argument = CommandLine.unsafeArgv[1] else { return (nil, ()) }
    let first = FileName.text(argument)
    // What has a dot or a slash in it is no subcommand.
    let isFile = first.utf8.contains(UInt8(ascii: ".")) || first.utf8.contains(UInt8(ascii: "/"))
    let isOption = first.utf8.first == UInt8(ascii: "-")
    return CommandLine.argc == 2 && isFile && !isOption ? (first, ()) : nil
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
      do it, 71 the system has too little left for it, 74 its output cannot be written, 78 the configuration is wrong (--strict-config).
      """,
    version: Versions.text,
    subcommands: [
      PresentCommand.self, ConsoleCommand.self, CheckCommand.self, DumpCommand.self,
      DemoCommand.self,
      RehearseCommand.self, LinearCommand.self, TopologyCommand.self, TourCommand.self,
      ConfigCommand.self,
      ThemesCommand.self,
    ],
    defaultSubcommand: PresentCommand.self)
}
