/// The command `lectern-bench`: lectern beside mdp on a deck of the same text, as figures.

import ArgumentParser
import Glibc
import TemporaryFiles
import TerminalHarness

@main
struct LecternBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lectern-bench",
    abstract: "Measure lectern beside mdp on a pseudo terminal.",
    discussion: """
      Build it as what is measured: swift build -c release --static-swift-stdlib

      Both programs show the same text; their launches take turns, so that noise hits both. Bytes \
      are time stamped as they arrive and put on an emulated screen afterwards: the first slide \
      counts as painted with the read that completed it. CPU time is the scheduler's.
      """)

  @Option(help: "The lectern to measure (default: the one built beside this command).")
  var lectern: String?
  @Option(help: "The mdp to compare with (default: the one in PATH; without one, it is left out).")
  var mdp: String?
  @Option(help: "Launches of each program.")
  var runs = 20
  @Option(help: "Slides in the deck.")
  var slides = 20
  @Option(help: "Steps forward in each launch, as far as there are slides.")
  var steps = 19
  @Option(help: "How long the last launch of each is watched doing nothing, in seconds.")
  var idle = 5
  @Flag(inversion: .prefixedNo, help: "Measure lectern with a live demo that takes every CPU.")
  var demo = true
  @Option(help: "Consoles of a show that is measured with them, and reloaded; 0 leaves it out.")
  var consoles = 3
  @Option(help: "Rows of the terminal.")
  var rows = 24
  @Option(help: "Columns of the terminal.")
  var columns = 80
  @Option(
    name: .customLong("env"),
    help: "A variable for both programs, such as COLORTERM=truecolor; may be repeated.")
  var variables: [String] = []

  @Option(
    help: "Instead of all that: how often each claim of each demo holds in so many runs.")
  var claims: Int?

  @Option(
    help: "Instead of all that: how much drawing slows what is measured, in so many pairs of runs.")
  var drawing: Int?

  @Option(
    help: """
      Instead of all that: the triangle's kernels beside C that clang builds for this machine, in so \
      many turns.
      """)
  var kernels: Int?

  func validate() throws {
    guard runs > 0, slides > 0, steps >= 0, idle >= 0, (0...10).contains(consoles), rows > 0,
      columns > 0
    else {
      throw ValidationError(
        "runs, slides, rows and columns start at 1, steps and idle at 0; there are ten consoles at most"
      )
    }
    guard variables.allSatisfy({ $0.contains("=") }) else {
      throw ValidationError("--env wants NAME=VALUE")
    }
  }

  func run() throws {
    let program = lectern ?? builtProgram(named: "lectern")
    if let kernels { return print(try KernelRun().table(turns: max(1, kernels))) }
    if let drawing {
      let run = DrawingRun(lectern: program, environment: environment)
      return print(try run.table(pairs: max(1, drawing)))
    }
    if let claims {
      return print(try ClaimsRun(lectern: program).tables(runs: max(1, claims)))
    }
    let folder = TemporaryFolder()
    let presenters = try presenters(in: folder)
    print(introduction(to: presenters))
    var samples = presenters.map { _ in Samples() }
    for run in 0..<runs {
      for index in presenters.indices {
        let more = try measure(presenters[index], isLast: run == runs - 1)
        samples[index].merge(more)
      }
    }
    if demo { samples[0].merge(try DemoRun.measure(presenters[0], rows, columns, environment)) }
    if consoles > 0 {
      samples[0].merge(
        try ConsolesRun.measure(
          presenters[0], consoles: consoles, rest: idle, rows, columns, environment))
    }
    let columns = zip(presenters, samples).map { (name: $0.name, samples: $1) }
    print(FigureTable(columns: columns, idleSeconds: idle).text)
  }

  private func presenters(in folder: TemporaryFolder) throws -> [Presenter] {
    let deck = BenchmarkDeck(slides: slides)
    var presenters = [try Presenter.lectern(at: lectern, showing: deck, in: folder)]
    if let mdp = try Presenter.mdp(at: mdp, showing: deck, in: folder) {
      presenters.append(mdp)
    } else {
      print("mdp is not in PATH, so lectern is measured alone: \(Presenter.mdpInstallation)")
    }
    return presenters
  }

  /// One launch; errors say whose it was.
  private func measure(_ presenter: Presenter, isLast: Bool) throws -> Samples {
    do {
      return try samples(of: presenter, isLast: isLast)
    } catch {
      throw FailedRun(command: presenter.command, error: error)
    }
  }

  /// The start and the first `steps` slides; if it is the last launch, its rest, too.
  private func samples(of presenter: Presenter, isLast: Bool) throws -> Samples {
    var run = try PresenterRun(
      of: presenter, rows: rows, columns: columns, environment: environment)
    try run.start()
    for slide in 1..<max(min(slides, steps + 1), 1) { try run.step(to: slide) }
    try run.measureMemory()
    if isLast && idle > 0 { try run.rest(forSeconds: idle) }
    try run.quit()
    return run.samples
  }

  private var environment: [String: String] {
    let pairs = variables.map { variable in
      let parts = variable.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(parts[0]), String(parts[1]))
    }
    return Dictionary(pairs) { $1 }
  }

  private func introduction(to presenters: [Presenter]) -> String {
    var loads = [0.0]
    getloadavg(&loads, 1)
    let programs = presenters.map { "\($0.name): \($0.command)" }
    let conditions =
      "\(slides) slides, \(columns) × \(rows), \(runs) launches each, load average "
      + loads[0].text(decimals: 2)
    return (programs + [conditions, ""]).joined(separator: "\n")
  }
}

private struct FailedRun: Error, CustomStringConvertible {
  let command: String
  let error: any Error

  var description: String { "\(command): \(error)" }
}
