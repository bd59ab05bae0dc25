/// What a demo says of itself: its name, its parameters, its keys.

import Screen
import Wording

package struct DemoCard: Sendable {
  package var name: String
  package var title: Phrase
  /// One sentence on what is shown; stands in where there is neither room nor alternative text.
  package var summary: Phrase
  package var parameters: [DemoParameter]
  package var keys: [DemoKey]
  /// Values that somebody wants instead of the standard ones.
  package var defaults: [String: String] = [:]

  package init(
    name: String, title: Phrase, summary: Phrase, parameters: [DemoParameter], keys: [DemoKey]
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.parameters = parameters
    self.keys = keys
  }

  /// Its own parameters and those every demo has.
  package var allParameters: [DemoParameter] {
    let all = parameters + DemoParameter.common
    guard !defaults.isEmpty else { return all }
    return all.map { parameter in
      var parameter = parameter
      parameter.standard = defaults[parameter.name] ?? parameter.standard
      return parameter
    }
  }

  package var allKeys: [Key] { keys.flatMap(\.keys) }
}

/// A key of a demo and what it does, for the help page.
package struct DemoKey: Sendable {
  package var keys: [Key]
  private var label: String
  package var help: Phrase

  package init(_ keys: [Key], _ label: String, _ help: Phrase) {
    self.keys = keys
    self.label = label
    self.help = help
  }

  /// The space bar has a name of its own in every language, letters have not.
  package func label(_ language: Language) -> String {
    label == "Space" ? Phrase("Space", "Пробел")(language) : label
  }
}

extension DemoKey {
  /// The keys that every demo has which runs something.
  package static let start = DemoKey(
    [.character(" ")], "Space", Phrase("start, pause, go on", "пуск, пауза, дальше"))
  package static let again = DemoKey(
    [.character("r")], "r", Phrase("run again", "запустить заново"))
  package static let proof = DemoKey(
    [.character("x")], "x", Phrase("what was checked", "что проверено"))
}

package struct DemoParameter: Sendable {
  package enum Kind: Sendable {
    case integer(ClosedRange<Int>)
    /// A time with its unit, in seconds.
    case time(ClosedRange<Double>)
    case word([String])
    /// One or more of some words, with commas between them.
    case words([String])
    /// A time, or one of some words.
    case timeOr([String], ClosedRange<Double>)
    case number(ClosedRange<Double>)
    /// A share in per cent, or `auto`.
    case share(ClosedRange<Double>)
    /// Whatever the check has nothing to say against.
    case text(check: @Sendable (String) -> Phrase?)
  }

  package var name: String
  package var kind: Kind
  /// As it would be written; nil for a parameter that has to be given.
  package var standard: String?

  package init(_ name: String, _ kind: Kind, standard: String?) {
    self.name = name
    self.kind = kind
    self.standard = standard
  }

  /// A recording lies beside the deck or below: a deck names no files elsewhere.
  private static let recordingComplaint: @Sendable (String) -> Phrase? = { path in
    let isBelow = !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
    return isBelow
      ? nil : Phrase("a file below the deck's folder", "файл из папки со слайдами")
  }

  package static let common: [DemoParameter] = [
    DemoParameter("title", .text { _ in nil }, standard: ""),
    DemoParameter("auto", .word(["off", "on", "once"]), standard: "off"),
    DemoParameter("ask", .word(["off", "on"]), standard: "off"),
    DemoParameter(
      "rows",
      .text {
        $0 == "full" || (6...60).contains(Int($0) ?? 0)
          ? nil : Phrase("full or a number from 6 to 60", "full или число от 6 до 60")
      },
      standard: "full"),
    DemoParameter("retry", .integer(0...5), standard: "0"),
    DemoParameter("tolerance", .share(0.005...0.5), standard: "auto"),
    DemoParameter("recording", .text(check: recordingComplaint), standard: ""),
    DemoParameter(
      "lang", .word(["auto"] + Language.all.map(\.tag)), standard: "auto"),
    DemoParameter("ascii", .word(["auto", "on", "off"]), standard: "auto"),
  ]
}
