/// What is said in English, and where values stand in it: by its words without the values a table
/// finds what another language says.

package struct PhraseKey: Equatable, Sendable, ExpressibleByStringInterpolation {
  /// A value in the text; what depends on the language is said anew in another one.
  package struct Hole: Equatable, Sendable {
    package enum Value: Equatable, Sendable {
      case text
      case phrase(Phrase)
      case quantity(Quantity)
    }

    let range: Range<Int>
    let value: Value
  }

  package let text: String
  /// In their order, by bytes of the text.
  package let holes: [Hole]

  @inlinable package init(text: String, holes: [Hole]) {
    self.text = text
    self.holes = holes
  }

  @inlinable package init(stringLiteral text: String) { self.init(text: text, holes: []) }

  package init(stringInterpolation text: StringInterpolation) {
    self.init(text: text.text, holes: text.holes)
  }

  /// The same words in every language.
  package init(verbatim text: String) {
    self.init(text: text, holes: [Hole(range: 0..<text.utf8.count, value: .text)])
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""
    fileprivate var holes: [Hole] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 8)
      holes.reserveCapacity(interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) { text += literal }

    package mutating func appendInterpolation(_ value: String) { append(value) }
    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      append(value.description)
    }
    package mutating func appendInterpolation(_ value: Phrase) {
      append(value.english, .phrase(value))
    }
    package mutating func appendInterpolation(_ value: Quantity) {
      append(value(.english), .quantity(value))
    }

    private mutating func append(_ words: String, _ value: Hole.Value = .text) {
      let start = text.utf8.count
      text += words
      holes.append(Hole(range: start..<text.utf8.count, value: value))
    }
  }
}

extension PhraseKey {
  /// The text with its holes by their numbers: `slide {1} has no step {2}`.
  package var template: String {
    guard !holes.isEmpty else { return text }
    let bytes = Array(text.utf8)
    var template = ""
    var end = 0
    for (index, hole) in holes.enumerated() {
      template += String(decoding: bytes[end..<hole.range.lowerBound], as: UTF8.self)
      template += "{\(index + 1)}"
      end = hole.range.upperBound
    }
    return template + String(decoding: bytes[end...], as: UTF8.self)
  }

  /// The values as another language says them.
  func values(in language: Language) -> [String] {
    let bytes = Array(text.utf8)
    return holes.map { hole in
      switch hole.value {
      case .text: String(decoding: bytes[hole.range], as: UTF8.self)
      case .phrase(let phrase): phrase(language)
      case .quantity(let quantity): quantity(language)
      }
    }
  }
}

/// A measured number in a phrase, written as the language writes numbers.
package enum Quantity: Equatable, Sendable {
  case decimal(Double, Int)
  case percent(Double, Int)
  case seconds(Double, Int)
  case counted(Int, one: Phrase, few: String, many: Phrase)

  package func callAsFunction(_ language: Language) -> String {
    switch self {
    case .decimal(let value, let decimals): language.decimal(value, decimals)
    case .percent(let value, let decimals): language.percent(value, decimals)
    case .seconds(let value, let decimals): language.seconds(value, decimals)
    case .counted(let number, let one, let few, let many):
      language.counted(number, one: one, few: few, many: many)
    }
  }
}
