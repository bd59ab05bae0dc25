/// `lectern demo`: one demo full screen, or headless with its claims judged; without a name, a list.

import ArgumentParser
import Decks
import DemoKit
import Glibc
import Machine
import Markup
import Screen
import Staging
import Wording

extension RecorderChoice: ExpressibleByArgument {}
extension Sabotage: ExpressibleByArgument {}

struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Runs one demo: lectern demo timeline mode=par tasks=4.",
    discussion: """
      Exit status of --headless: 1 if any claim is refuted, else 3 if any was disturbed, else 0.
      """)

  @Argument(help: "The demo; without it all are listed.")
  var name: String?

  @Argument(help: "Its parameters, as in a deck.")
  var parameters: [String] = []

  @Flag(help: "Without a screen: run once, print the claims.")
  var headless = false

  @Flag(help: "With --headless: one JSON object.")
  var json = false

  @Option(
    name: .customLong("record"),
    help: "Without a screen, too: keeps the run in a file that a fence can play (recording=FILE).")
  var recording: String?

  @Option(help: .hidden)
  var recorder = RecorderChoice.best

  @Option(help: .hidden)
  var sabotage: Sabotage?

  @OptionGroup var look: LookOptions
  @OptionGroup var programs: PythonOption

  func run() throws {
    let isHeadless = headless || recording != nil
    let look = try look.resolved(hasStage: !isHeadless && name != nil)
    guard let name else { return list(look) }
    let request = try self.request(name)
    try complain(about: request, look)
    if isHeadless { return try runHeadless(request, look) }
    let slide = Slide(items: [.demo(request)])
    var settings = DeckSettings()
    settings.language = look.lang
    let loaded = LoadedDeck(
      deck: Deck(settings: settings, slides: Slides([slide])), lines: SourceLines(""))
    // A name without a folder: recordings are looked for where one is.
    let source = DeckSource(path: "demo", check: look.check)
    try Show(
      source: source, loaded: loaded, look: look, recorder: recorder, sabotage: sabotage,
      python: programs.python, isReviewed: true
    )
    .run(from: 1)
  }

  private func list(_ look: Look) {
    for entry in look.catalog.entries {
      Output.print(entry.card.name.padded(to: 12) + entry.card.summary(look.language()) + "\n")
      for parameter in entry.card.allParameters.prefix(entry.card.parameters.count) {
        let standard = parameter.standard.map { "=" + $0 } ?? "=…"
        Output.print("            " + parameter.name + standard + "\n")
      }
    }
  }

  private func request(_ name: String) throws -> DemoRequest {
    let arguments = try parameters.map { text in
      guard let split = text.firstIndex(of: "=") else {
        throw ValidationError(
          look.language().words(
            "‘\(text)’ is no parameter: write key=value",
            "«\(text)» — не параметр: нужен вид ключ=значение"))
      }
      return DemoRequest.Argument(
        String(text[..<split]), String(text[text.index(after: split)...]))
    }
    return DemoRequest(name, arguments)
  }

  private func complain(about request: DemoRequest, _ look: Look) throws {
    let (errors, warnings) = look.catalog.problems(request.name, request.pairs)
    for problem in errors + warnings { Output.complain(problem.message(look.language()).escaped) }
    if !errors.isEmpty { throw ExitCode(64) }
  }

  // MARK: Headless

  private func runHeadless(_ request: DemoRequest, _ look: Look) throws {
    guard let entry = look.catalog.entry(request.name) else { return }
    let (arguments, _) = DemoArguments.read(request.pairs, for: entry.card)
    let setting = DemoSetting.here(
      look.language(), ascii: look.ascii, recorder: recorder, sabotage: sabotage,
      python: programs.python)
    let (live, looks) =
      recording == nil
      ? (entry.make(arguments, setting), { [] }) : entry.makeRecorded(arguments, setting)
    let outcome = HeadlessRun(live).outcome()
    live.stop()
    if let recording {
      let pairs = entry.card.pinned(request.pairs)
      try keep(request.name, pairs, setting, looks(), in: recording)
    }
    guard let outcome else {
      let reason =
        live.face.failure ?? Phrase("the demo did not end", "демо не закончилось")(look.language())
      Output.complain(reason.escaped)
      throw ExitCode(live.face.failure == nil ? 70 : 71)
    }
    Output.print(
      json
        ? outcome.json(demo: request.name, look.language()).text + "\n"
        : text(of: outcome, look.language()))
    if outcome.exitStatus != 0 { throw ExitCode(outcome.exitStatus) }
  }

  private func keep(
    _ name: String, _ pairs: [(key: String, value: String)], _ setting: DemoSetting,
    _ looks: [DemoRecording.Look],
    in path: String
  ) throws {
    let (host, date) = RecordingFile.here
    var kept = DemoRecording(
      demo: name, arguments: pairs, host: host, date: date,
      canPin: setting.canPin(), topology: setting.topology())
    kept.looks = looks
    let failure = RecordingFile.write(kept, to: path)
    guard failure == 0 else {
      let words = Phrase.system(String(cString: strerror(failure)))(look.language())
      Output.complain(path.escaped + ": " + words)
      throw ExitCode(73)
    }
  }

  private func text(of outcome: DemoOutcome, _ language: Language) -> String {
    let claims = outcome.verdicts.map { claim, verdict in
      (verdict.sign + " " + claim.inequality(language)).padded(to: 32) + claim.words(language)
        + ": " + verdict.phrase(language) + "\n"
    }
    let numbers = outcome.numbers.map { $0.words(language).padded(to: 44) + $0.value.text + "\n" }
    return claims.joined() + "\n" + numbers.joined()
  }
}
