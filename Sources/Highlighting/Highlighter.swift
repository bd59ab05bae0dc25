/// Lines of code to tokens, in order: what is open at the end of a line is carried to the next.

package struct Highlighter: Sendable {
  private var engine: Engine

  package init(_ syntax: Syntax) { engine = syntax.engine() }

  /// The texts of the tokens, one after the other, are the line.
  package mutating func tokens(of line: String) -> [CodeToken] {
    var painted = PaintedLine(line)
    paint(&painted)
    return painted.tokens()
  }

  mutating func paint(_ line: inout PaintedLine) {
    // The engine leaves its place while it works, so that nothing in it has to be copied.
    var engine = Engine.plain
    swap(&engine, &self.engine)
    engine.paint(&line)
    swap(&engine, &self.engine)
    line.paint(to: line.end, .plain)
  }
}

/// How a language is read.
enum Engine: Sendable {
  case plain
  case table(TableScanner)
  case markup(MarkupScanner)
  case markdown(MarkdownScanner)
  case yaml(YAMLScanner)
  case diff(DiffScanner)
  case console(ConsoleScanner)

  static func table(_ lexicon: Lexicon) -> Engine { .table(TableScanner(lexicon)) }

  mutating func paint(_ line: inout PaintedLine) {
    switch consume self {
    case .plain: self = .plain
    case .table(var scanner):
      scanner.scan(&line)
      self = .table(scanner)
    case .markup(var scanner):
      scanner.scan(&line)
      self = .markup(scanner)
    case .markdown(var scanner):
      scanner.scan(&line)
      self = .markdown(scanner)
    case .yaml(var scanner):
      scanner.scan(&line)
      self = .yaml(scanner)
    case .diff(var scanner):
      scanner.scan(&line)
      self = .diff(scanner)
    case .console(var scanner):
      scanner.scan(&line)
      self = .console(scanner)
    }
  }
}
