/// `lectern topology`: the machine as a tree of packages, cores and hardware threads.

import ArgumentParser
import DemoKit
import Machine
import Wording

struct TopologyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "topology",
    abstract: "Shows the machine as a tree of packages, cores and hardware threads.")

  @Argument(help: "A machine written down instead: \"pack:2 core:4 pu:2\", or laptop, server …")
  var description: String?

  @Option(help: "A copied tree: the folder that holds sys/ and, where present, proc/.")
  var sysfs: String?

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var look: LookOptions

  func run() throws {
    let look = try look.resolved()
    let topology = try topology(look)
    guard !topology.pus.isEmpty else {
      Output.complain(
        Phrase("no processors described below ", "нет описания процессоров в папке ")(
          look.language()) + (sysfs ?? "/"))
      throw ExitCode(66)
    }
    Output.print(json ? topology.json + "\n" : topology.drawing(ascii: look.ascii) + "\n")
  }

  private func topology(_ look: Look) throws -> Topology {
    guard let description else { return TopologyReader(root: sysfs).read() }
    do {
      return try Topology(text: description)
    } catch {
      Output.complain("'\(description)': \(error.phrase(look.language()))")
      throw ExitCode(64)
    }
  }
}
