/// Text with styles: spans side by side, making a line.

/// A run of text in one style.
package struct Span: Equatable, Sendable {
  package var text: String
  package var style: Style
  /// Where it leads, if anywhere: an address, or `#` and the name of a place in the deck.
  package var link: String?
  /// When it appears, on pages that are shown step by step.
  package var step = 0

  package init(_ text: String, _ style: Style = .plain, link: String? = nil, step: Int = 0) {
    self.text = text
    self.style = style
    self.link = link
    self.step = step
  }

  package var width: Int { text.columns }
}

/// One row of styled text; it never wraps.
package struct Line: Equatable, Sendable {
  package var spans: [Span]

  package init(_ spans: [Span] = []) { self.spans = spans }
  package init(_ text: String, _ style: Style = .plain) {
    spans = text.isEmpty ? [] : [Span(text, style)]
  }

  package var width: Int { spans.reduce(0) { $0 + $1.width } }
  // `+=` in a closure takes the general way, character by character.
  package var text: String { spans.reduce(into: "") { $0.append($1.text) } }

  package mutating func append(_ text: String, _ style: Style = .plain) {
    append(Span(text, style))
  }

  package mutating func append(_ span: Span) {
    if let last = spans.indices.last, spans[last].style == span.style,
      spans[last].link == span.link, spans[last].step == span.step
    {
      spans[last].text += span.text
    } else if !span.text.isEmpty {
      spans.append(span)
    }
  }

  package static func + (left: Line, right: Line) -> Line {
    var sum = left
    for span in right.spans { sum.append(span) }
    return sum
  }

  /// The line with another style laid over all of it.
  package func restyled(_ style: Style) -> Line {
    Line(spans.map { Span($0.text, style, link: $0.link, step: $0.step) })
  }
}
