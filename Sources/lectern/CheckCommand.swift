/// `lectern check`: everything that is wrong with decks, for editors and machines.

import ArgumentParser
import Decks
import DemoKit
import Machine
import Markup
import Screen
import Staging
import Typesetting
import Wording

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tells what is wrong with decks, as file:line:column.",
    discussion: "Exit status: 0 no errors, 1 warnings with --strict, 65 errors, 66 cannot open.")

  @Argument(help: "The decks.")
  var decks: [String]

  @Option(
    name: .customLong("size"), help: "Sizes at which slides have to fit, like 80x24,60x20.")
  var sizes: ScreenSizes?

  @Flag(help: "Warnings count.")
  var strict = false

  @Flag(help: "As JSON: an object a deck, with its dialect and everything that is wrong.")
  var json = false

  @OptionGroup var look: LookOptions
  @OptionGroup var reading: DialectOption

  func run() throws {
    let look = try look.resolved()
    var status: Int32 = 0
    var reports: [JSON] = []
    for path in decks {
      let report = check(path, look)
      status = max(status, report.status)
      if json { reports.append(report.json) } else { Output.print(report.text) }
    }
    if json { Output.print(JSON.array(reports).text + "\n") }
    if status != 0 { throw ExitCode(status) }
  }

  private func check(_ path: String, _ look: Look) -> CheckReport {
    var source = DeckSource(path: path, dialect: reading.dialect, check: look.check)
    source.themes = look.themes
    do {
      var loaded = try source.review()
      let medium = look.medium(loaded, path: path)
      loaded.add(
        overflows(of: loaded, medium, look.language(loaded.deck))
          + DeckInspection.diagnostics(of: loaded, at: path, pictures: medium.pictures)
          + RecordingFile.diagnostics(of: loaded.deck, at: path, check: look.check))
      return CheckReport(loaded, path: path, look.language(loaded.deck), strict: strict)
    } catch {
      Output.complain(error.text(look.language()))
      return CheckReport(failed: path, error.text(.english), status: error.exitStatus)
    }
  }

  /// Slides that would have to scroll.
  private func overflows(
    of loaded: LoadedDeck, _ medium: Medium, _ language: Language
  ) -> [Diagnostic] {
    let setter = Typesetter(
      theme: .dark, medium: medium, settings: loaded.deck.settings,
      standIn: standIn(language))
    return (sizes?.sizes ?? []).flatMap { size in
      loaded.deck.slides.enumerated().compactMap { index, slide -> Diagnostic? in
        let page = setter.page(for: slide, isFirst: index == 0, in: size.size)
        guard page.overflow > 0 else { return nil }
        let rows = Quantity.counted(
          page.overflow, one: Phrase("row", "строка"), few: "строки", many: Phrase("rows", "строк"))
        return .warning(
          Phrase(
            "slide \(index + 1) is \(rows) too tall for \(size.text): it will scroll",
            "слайд \(index + 1): не хватает строк при \(size.text): \(page.overflow); будет прокрутка"
          ),
          at: slide.range.lowerBound)
      }
    }
  }
}

/// What stands in the place of a demo that is not live: its alternative text, else its card.
func standIn(_ language: Language) -> (DemoRequest) -> [Block] {
  { request in
    guard request.alternative.isEmpty, let entry = Catalogue.demos.entry(request.name) else {
      return request.alternative
    }
    let card = entry.card
    return [card.title(language), card.summary(language)].map {
      Block(.paragraph([Inline(.text($0), at: request.offset)]), request.offset..<request.offset)
    }
  }
}
