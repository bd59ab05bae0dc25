/// Values for the parameters of demos that hold where a fence says nothing: somebody's own habits.

import Wording

package struct DemoDefaults: Equatable, Sendable {
  /// By the demo's name, then by the parameter's.
  private var own: [String: [String: String]] = [:]
  /// For every demo that has such a parameter.
  private var common: [String: String] = [:]

  package init() {}

  package var isEmpty: Bool { own.isEmpty && common.isEmpty }

  /// The word that stands for all demos.
  package static let all = "all"

  /// Takes a value for a demo, or for all of them; returns what is wrong with it.
  package mutating func set(
    _ key: String, _ value: String, of demo: String, in catalog: DemoCatalog
  ) -> Phrase? {
    guard demo == Self.all else {
      guard let card = catalog.entry(demo)?.card else { return catalog.unknown(demo).message }
      if let problem = Self.problem(key, value, card) { return problem }
      own[demo, default: [:]][key] = value
      return nil
    }
    let cards = catalog.entries.map(\.card)
    let having = cards.filter { $0.allParameters.contains { $0.name == key } }
    guard let first = having.first else { return Self.nowhere(key, cards) }
    // One that suits some of the demos is theirs.
    guard having.contains(where: { Self.problem(key, value, $0) == nil }) else {
      return Self.problem(key, value, first)
    }
    common[key] = value
    return nil
  }

  /// What holds for one demo; its own values before those of all.
  func values(for card: DemoCard) -> [String: String] {
    let fitting = common.filter { Self.problem($0.key, $0.value, card) == nil }
    return fitting.merging(own[card.name] ?? [:]) { $1 }
  }

  private static func problem(_ key: String, _ value: String, _ card: DemoCard) -> Phrase? {
    DemoArguments.read([(key, value)], for: card).errors.first { $0.key == key }?.message
  }

  private static func nowhere(_ key: String, _ cards: [DemoCard]) -> Phrase {
    let hint = nearestName(to: key, among: cards.flatMap(\.allParameters).map(\.name))
    return Phrase(
      "no demo has a parameter ‘\(key)’", "ни у одного демо нет параметра «\(key)»")
      + .perhaps(hint)
  }
}

extension DemoCard {
  /// What a fence gives, and beside it every value that is not the demo's own: all that is needed to
  /// do the same where those are not known.
  package func pinned(
    _ pairs: [(key: String, value: String)]
  ) -> [(key: String, value: String)] {
    let missing = defaults.filter { key, _ in !pairs.contains { $0.key == key } }
    return pairs + missing.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
