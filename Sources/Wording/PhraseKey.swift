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
  private let spans: Spans
  /// All holes, where spans cannot tell them: said anew, more than four, far to the right.
  private let others: [Hole]?

  package init(stringLiteral text: String) {
    self.text = text
    (spans, others) = (Spans(), nil)
  }

  package init(stringInterpolation text: StringInterpolation) {
    self.text = text.text
    (spans, others) = (text.spans, text.others)
  }

  /// The same words in every language.
  package init(verbatim text: String) {
    self.text = text
    (spans, others) = (Spans(), [Hole(range: 0..<text.utf8.count, value: .text)])
  }

  /// In their order, by bytes of the text.
  package var holes: [Hole] { others ?? spans.holes }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""
    fileprivate var spans = Spans()
    fileprivate var others: [Hole]?

    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 8)
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
      let range = start..<text.utf8.count
      if others == nil, value == .text, spans.append(range) { return }
      others = (others ?? spans.holes) + [Hole(range: range, value: value)]
    }
  }
}

/// A few short ranges in a word: phrases are made for every frame, and most need no more.
private struct Spans: Equatable, Sendable {
  /// Two bytes a range, the lowest first: where it begins, where it ends.
  private var bits: UInt64 = 0
  private var count: UInt8 = 0

  mutating func append(_ range: Range<Int>) -> Bool {
    guard count < 4, range.upperBound < 256 else { return false }
    bits |= UInt64(range.lowerBound | range.upperBound << 8) << UInt64(16 * Int(count))
    count += 1
    return true
  }

  var holes: [PhraseKey.Hole] {
    (0..<Int(count)).map { index in
      let pair = Int(bits >> UInt64(16 * index) & 0xFFFF)
      return PhraseKey.Hole(range: pair & 255..<(pair >> 8), value: .text)
    }
  }
}

extension PhraseKey {
  /// The text with its holes by their numbers: `slide {1} has no step {2}`.
  package var template: String {
    let holes = holes
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
