/// Options that several commands share, and what they mean.

import ArgumentParser
import Decks
import DemoKit
import Demos
import Machine
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
  @Option(help: "Colours: dark, light or terminal (the terminal's own).")
  var theme: String?

  @Flag(help: "Line art in ASCII.")
  var ascii = false

  @Flag(help: "No colours.")
  var mono = false

  @Flag(
    name: .customLong("ambiguous-wide"),
    help: "Cyrillic, Greek and many signs take two columns, as in East Asian terminals.")
  var isAmbiguousWide = false

  @Flag(
    name: .customLong("reduced-motion"),
    help: "Demos redraw twice a second, nothing spins ($LECTERN_REDUCED_MOTION).")
  var isCalm = false

  @Option(help: "Language of demos, help and messages.")
  var lang: Language?

  mutating func validate() throws {
    if let theme, Theme.named(theme) == nil {
      let names = Theme.all.map(\.name).joined(separator: ", ")
      throw ValidationError(
        look.language().words(
          "there is no theme ‘\(theme)’; there are: \(names)",
          "темы «\(theme)» нет; есть: \(names)"))
    }
    AmbiguousWidth.isWide = isAmbiguousWide
    // Line art would be wide, too.
    if isAmbiguousWide { ascii = true }
  }

  var look: Look { Look(theme: theme, ascii: ascii, mono: mono, lang: lang, isCalm: isCalm) }
  func language(_ deck: Deck? = nil) -> Language { look.language(deck) }
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
