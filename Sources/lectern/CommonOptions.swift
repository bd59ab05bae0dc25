/// Options that several commands share, and what they mean.

import ArgumentParser
import Decks
import DemoKit
import Demos
import Machine
import Markup
import Ncurses
import Screen
import Staging
import Typesetting
import Wording

extension Language: ExpressibleByArgument {
  package init?(argument: String) { self.init(tag: argument) }
  package static var allValueStrings: [String] { all.map(\.tag) }
  package var defaultValueDescription: String { tag }
}
extension Dialect: ExpressibleByArgument {}

/// In what language a deck is written, where that is not to be found out.
struct DialectOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The deck's dialect; without it, it is found out.",
      discussion: Dialect.allCases.map(\.rawValue).joined(separator: ", ")))
  var dialect: Dialect?
}

struct LookOptions: ParsableArguments {
  @Option(help: "Colours, by the name of a theme: `lectern themes` lists them.")
  var theme: String?

  @Flag(inversion: .prefixedNo, help: "Line art in ASCII.")
  var ascii: Bool?

  @Flag(inversion: .prefixedNo, help: "No colours.")
  var mono: Bool?

  @Flag(
    name: .customLong("ambiguous-wide"), inversion: .prefixedNo,
    help: "Cyrillic, Greek and many signs take two columns, as in East Asian terminals.")
  var isAmbiguousWide: Bool?

  @Flag(
    name: .customLong("reduced-motion"),
    help: "Demos redraw twice a second, nothing spins ($LECTERN_REDUCED_MOTION).")
  var isCalm = false

  @Option(help: "Language of demos, help and messages.")
  var lang: Language?

  @Option(help: "The configuration (else $LECTERN_CONFIG; `lectern config --path`).")
  var config: String?

  @Flag(
    name: .customLong("strict-config"), help: "Nothing is done if the configuration is wrong.")
  var isStrict = false

  mutating func validate() throws {
    guard let theme else { return }
    let themes = ThemeShelf(Surroundings.variable)
    guard themes.has(theme) else {
      throw ValidationError(themes.unknown(theme)(language()))
    }
  }

  /// For what is said before anything is read.
  func language() -> Language { lang ?? Surroundings.language }

  /// What is wrong with the configuration is told on the stage, where there is one.
  func resolved(hasStage: Bool = false) throws -> Look {
    let look = Look(
      LookRequest(
        theme: theme, lang: lang, ascii: ascii, mono: mono, isAmbiguousWide: isAmbiguousWide,
        reducesMotion: isCalm ? true : nil, config: config))
    if !hasStage || isStrict { look.complain() }
    // sysexits: something is configured wrongly.
    if isStrict, !look.problems.isEmpty { throw ExitCode(78) }
    return look
  }
}

extension Look {
  func complain() { for problem in problems { Output.note(problem.text(language())) } }

  func complain(theme: Choice) {
    for problem in theme.problems { Output.note(problem.text(language())) }
  }
}

/// A deck does not choose which program is run: whoever presents does.
struct PythonOption: ParsableArguments {
  @Option(help: "The Python that demos run (else $LECTERN_PYTHON, /usr/bin/python3, python3).")
  var python: String?
}

/// The demos there are.
enum Catalogue {
  static let demos: DemoCatalog = .shipped
  static let check = DemoCheck(catalog: demos)
}

extension DemoSetting {
  /// Demos on this machine; its topology is read when the first one asks.
  static func here(
    _ language: Language, ascii: Bool, recorder: RecorderChoice = .best, sabotage: Sabotage? = nil,
    python: String? = nil
  ) -> DemoSetting {
    let known = Lock<Topology?>(nil)
    var setting = DemoSetting(
      language: language, ascii: ascii,
      topology: {
        known.withLock { topology in
          let found = topology ?? TopologyReader().read()
          topology = found
          return found
        }
      }, recorder: recorder, sabotage: sabotage)
    setting.python = python ?? Surroundings.variable("LECTERN_PYTHON")
    return setting
  }
}
