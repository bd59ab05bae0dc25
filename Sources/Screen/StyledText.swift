/// Text with styles: spans side by side, making a line.

/// A run of text in one style.
package struct Span: Equatable, Sendable {
  package var text: String
  package var style: Style

  package init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }

  package var width: Int { text.columns }
}

/// One row of styled text; it never wraps.
package struct Line: Equatable, Sendable {
  package var spans: [Span]

  package init(_ spans: [Span] = []) { self.spans = spans }
  package init(_ text: String, _ style: Style = .plain) { spans = [Span(text, style)] }

  package var width: Int { spans.reduce(0) { $0 + $1.width } }
  package var text: String { spans.map(\.text).joined() }

  package mutating func append(_ text: String, _ style: Style = .plain) {
    if let last = spans.indices.last, spans[last].style == style {
      spans[last].text += text
    } else if !text.isEmpty {
      spans.append(Span(text, style))
    }
  }

  package static func + (left: Line, right: Line) -> Line {
    var sum = left
    for span in right.spans { sum.append(span.text, span.style) }
    return sum
  }
}
