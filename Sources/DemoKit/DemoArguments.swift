/// The arguments of a fence, read by the card: every one is good or there is an error for it.

import Wording

/// What is wrong with the arguments of a demo; `key` tells which one, nil means the demo itself.
package struct DemoError: Error, Equatable, Sendable {
  package var key: String?
  package var message: Phrase

  package init(_ key: String?, _ message: Phrase) {
    self.key = key
    self.message = message
  }
}

package struct DemoArguments: Equatable, Sendable {
  private var values: [String: String]
  private var given: Set<String>

  /// Reads keys and values as they were written; what is missing takes its standard value.
  package static func read(
    _ pairs: [(key: String, value: String)], for card: DemoCard
  ) -> (arguments: DemoArguments, errors: [DemoError]) {
    var arguments = DemoArguments(values: [:], given: [])
    var errors: [DemoError] = []
    for parameter in card.allParameters { arguments.values[parameter.name] = parameter.standard }
    for (key, value) in pairs {
      guard let parameter = card.allParameters.first(where: { $0.name == key }) else {
        errors.append(unknown(key, card))
        continue
      }
      if arguments.given.contains(key) {
        errors.append(
          DemoError(key, Phrase("\(key) is given twice", "\(key) задан дважды")))
      } else if let complaint = parameter.complaint(about: value) {
        errors.append(
          DemoError(key, Phrase("\(key)=\(value): ", "\(key)=\(value) — ") + complaint))
      } else {
        arguments.values[key] = value
        arguments.given.insert(key)
      }
    }
    for parameter in card.allParameters
    where parameter.standard == nil
      && !pairs.contains(where: { meant($0.key, card) == parameter.name })
    {
      errors.append(missing(parameter, card))
    }
    return (arguments, errors)
  }

  /// The parameter somebody wrote, or probably meant: one mistake is told of once.
  private static func meant(_ key: String, _ card: DemoCard) -> String? {
    let names = card.allParameters.map(\.name)
    return names.contains(key) ? key : nearestName(to: key, among: names)
  }

  private static func unknown(_ key: String, _ card: DemoCard) -> DemoError {
    let hint = meant(key, card)
    return DemoError(
      key,
      Phrase(
        "\(card.name) has no parameter ‘\(key)’", "у \(card.name) нет параметра «\(key)»")
        + .perhaps(hint))
  }

  private static func missing(_ parameter: DemoParameter, _ card: DemoCard) -> DemoError {
    let choices = parameter.choices.map { ": " + $0 } ?? ""
    return DemoError(
      nil,
      Phrase(
        "\(card.name) needs \(parameter.name)\(choices)",
        "для \(card.name) нужен параметр \(parameter.name)\(choices)"))
  }

  package func isGiven(_ key: String) -> Bool { given.contains(key) }
  package func word(_ key: String) -> String { values[key] ?? "" }
  /// Words with commas between them.
  package func words(_ key: String) -> [String] { word(key).split(separator: ",").map(String.init) }
  package func integer(_ key: String) -> Int { Int(word(key)) ?? 0 }
  package func isOn(_ key: String) -> Bool { word(key) == "on" }
  package func number(_ key: String) -> Double { Double(word(key)) ?? 0 }
  /// Per cent as a share; nil for `auto`.
  package func share(_ key: String) -> Double? { ShareText.share(word(key)) }
  /// A time in seconds; nil where a word stands for it.
  package func seconds(_ key: String) -> Double? { TimeText.seconds(word(key)) }
}

/// Times as they are written: a number and a unit.
package enum TimeText {
  private static let units: [(String, Double)] = [
    ("us", 1e-6), ("µs", 1e-6), ("мкс", 1e-6), ("ms", 1e-3), ("мс", 1e-3), ("s", 1), ("с", 1),
  ]

  /// `500ms`, `2s`, `0,5 с` in seconds; nil without a unit.
  package static func seconds(_ text: String) -> Double? {
    for (unit, scale) in units where text.hasSuffix(unit) {
      var number = String(text.dropLast(unit.count)).replacing(",", with: ".")
      while number.last == " " { number.removeLast() }
      // whole nanoseconds, so that 20us is what 2e-5 is
      if let value = Double(number) { return (value * scale * 1e9).rounded() / 1e9 }
    }
    return nil
  }
}

/// Shares as they are written: `5%`, `2,5 %`.
enum ShareText {
  static func share(_ text: String) -> Double? {
    guard text.hasSuffix("%") else { return nil }
    var number = String(text.dropLast()).replacing(",", with: ".")
    while number.last == " " { number.removeLast() }
    return Double(number).map { $0 / 100 }
  }
}

extension String {
  /// Every occurrence of one character replaced by another.
  fileprivate func replacing(_ old: Character, with new: Character) -> String {
    String(map { $0 == old ? new : $0 })
  }
}

extension DemoParameter {
  /// The words it can be, for messages.
  var choices: String? {
    switch kind {
    case .word(let words): words.joined(separator: ", ")
    default: nil
    }
  }

  /// What is wrong with a value; nil for nothing.
  func complaint(about value: String) -> Phrase? {
    switch kind {
    case .integer(let range):
      guard let number = Int(value), range.contains(number) else { return .integer(in: range) }
      return nil
    case .number(let range):
      guard let number = Double(value), range.contains(number) else { return .number(in: range) }
      return nil
    case .share(let range):
      let isGood = value == "auto" || ShareText.share(value).map(range.contains) == true
      return isGood ? nil : .share(in: range)
    case .time(let range): return timeComplaint(value, range)
    case .timeOr(let words, let range):
      return words.contains(value) ? nil : timeComplaint(value, range)
    case .word(let words):
      guard !words.contains(value) else { return nil }
      let hint = nearestName(to: value, among: words)
      let list = words.joined(separator: ", ")
      return Phrase("one of \(list)", "допустимо: \(list)") + .perhaps(hint)
    case .words(let words):
      let given = value.split(separator: ",").map(String.init)
      guard given.isEmpty || !given.allSatisfy(words.contains) else { return nil }
      let list = words.joined(separator: ", ")
      return Phrase("of \(list)", "из слов \(list)")
    case .text(let check): return check(value)
    }
  }

  private func timeComplaint(_ value: String, _ range: ClosedRange<Double>) -> Phrase? {
    guard let seconds = TimeText.seconds(value) else {
      return Phrase("a unit is needed: 2s or 500ms", "нужна единица: 2s или 500ms")
    }
    // The last bit of a decimal fraction decides nothing.
    let isInside = seconds > range.lowerBound * 0.999_999 && seconds < range.upperBound * 1.000_001
    return isInside ? nil : .time(in: range)
  }
}

extension Phrase {
  fileprivate static func integer(in range: ClosedRange<Int>) -> Phrase {
    Phrase(
      "a whole number from \(range.lowerBound) to \(range.upperBound)",
      "нужно целое от \(range.lowerBound) до \(range.upperBound)")
  }

  fileprivate static func number(in range: ClosedRange<Double>) -> Phrase {
    Phrase(
      "a number from \(range.lowerBound) to \(range.upperBound)",
      "нужно число от \(range.lowerBound) до \(range.upperBound)")
  }

  fileprivate static func share(in range: ClosedRange<Double>) -> Phrase {
    let text = { (share: Double) in
      Language.english.decimal(share * 100, share < 0.01 ? 1 : 0) + "%"
    }
    return Phrase(
      "auto or a share from \(text(range.lowerBound)) to \(text(range.upperBound))",
      "нужно auto или доля от \(text(range.lowerBound)) до \(text(range.upperBound))")
  }

  fileprivate static func time(in range: ClosedRange<Double>) -> Phrase {
    let text = { (seconds: Double) in
      seconds >= 1
        ? Language.english.decimal(seconds, seconds == seconds.rounded() ? 0 : 1) + "s"
        : seconds >= 1e-3
          ? Language.english.decimal(seconds * 1e3, 0) + "ms"
          : Language.english.decimal(seconds * 1e6, 0) + "us"
    }
    return Phrase(
      "a time from \(text(range.lowerBound)) to \(text(range.upperBound))",
      "нужно время от \(text(range.lowerBound)) до \(text(range.upperBound))")
  }
}
