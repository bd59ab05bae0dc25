/// What is wrong with a machine that was written down, in words.

import Machine
import Wording

extension TopologyTextError {

  package var phrase: Phrase {
    let place = "\(offset + 1)"
    let word = token.isEmpty ? Phrase("at the end", "в конце") : Phrase("‘\(token)’", "«\(token)»")
    return Phrase("column \(place), ", "позиция \(place), ") + word + Phrase(": ") + expectation
  }

  private var expectation: Phrase {
    switch expected {
    case .level(let levels) where levels.isEmpty:
      return Phrase("nothing goes below a hardware thread", "под аппаратным потоком ничего нет")
    case .level(let levels):
      let names = levels.map(\.word).joined(separator: ", ")
      return Phrase(
        "expected \(names) with a count, like core:4", "ждали \(names) с числом: core:4")
    case .count(let range):
      return Phrase(
        "expected a number from \(range.lowerBound) to \(range.upperBound)",
        "нужно число от \(range.lowerBound) до \(range.upperBound)")
    case .kind: return Phrase("expected kind:P or kind:E", "нужно kind:P или kind:E")
    case .closingBrace: return Phrase("expected }", "ждали }")
    case .end: return Phrase("expected nothing more", "здесь уже конец")
    case .hardwareThreads(let most):
      return Phrase(
        "more than \(most) hardware threads", "больше \(most) аппаратных потоков")
    }
  }
}
