/// `lectern config`: where the configuration is looked for, what may stand in it, what is wrong.

import ArgumentParser
import Markup
import Ncurses
import Presenting
import Staging
import Wording

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Tells of the configuration file: where it is, what it may hold, what is wrong.",
    discussion: "Exit status of --check: 0 nothing is wrong, 78 something is.")

  @Flag(name: .customLong("path"), help: "Where it is looked for (the default).")
  var showsPath = false

  @Flag(name: .customLong("print-default"), help: "All there is, commented, as it is by default.")
  var printsDefault = false

  @Flag(help: "What is wrong with it.")
  var check = false

  @OptionGroup var look: LookOptions

  func validate() throws {
    if [showsPath, printsDefault, check].count(where: { $0 }) > 1 {
      throw ValidationError("One of --path, --print-default and --check is enough.")
    }
  }

  func run() throws {
    let look = try look.resolved(hasStage: !check)
    if printsDefault { return Output.print(DefaultConfiguration.text(look.language())) }
    if check { return try report(look) }
    guard let file = ConfigurationFile(named: self.look.config, variable: Surroundings.variable)
    else {
      Output.complain(
        Phrase("neither XDG_CONFIG_HOME nor HOME is set", "не заданы ни XDG_CONFIG_HOME, ни HOME")(
          look.language()))
      throw ExitCode(78)
    }
    Output.print(file.path.escaped + "\n")
  }

  /// What is wrong with the file has been told; that of the theme in use comes after it.
  private func report(_ look: Look) throws {
    let choice = look.theme(nil, depth: .direct)
    look.complain(theme: choice)
    if !(look.problems + choice.problems).isEmpty { throw ExitCode(78) }
  }
}
