/// Code blocks to rows: coloured by what each word is, on a panel, with numbers and lit lines where
/// the deck asks for them; long lines go on below.

import Highlighting
import Markup
import Screen

struct CodeSetter {
  let theme: Theme
  let medium: Medium
  /// The columns that have been panned away; nil where long lines go on below.
  var pan: Int?
  /// The columns that numbers take in any listing of the slide; nil where none has a margin.
  var gutterOfSlide: Int?
  /// Whether listings without numbers stand in line with those that have them.
  var sharesGutter = false
  /// The columns that the widest listing of those below each other takes: all have its margin.
  var widestOfSlide: Int?
  /// Another listing stands right above or below: a bracket tells where this one begins and ends.
  var isBracketed = false

  func rows(of code: CodeBlock, width: Int, step: Int) -> [Row] {
    let lines = colored(code)
    let numbers = numbers(of: code)
    let longest = lines.map(\.width).max() ?? 0
    let gutter = gutter(of: code, numbers, roomFor: width - longest)
    // The panel's margin goes before a line has to be continued.
    let widest = longest + gutter
    let margin = margin(besides: width - min(width, max(widest, widestOfSlide ?? 0)))
    let room = max(1, width - gutter - margin.left - margin.right)
    let overhang = room > 4 ? max(0, longest - room) : 0
    let parts = overhang > 0 ? lines.map { self.parts(of: $0, room, overhang) } : lines.map { [$0] }
    let title = title(of: code, room)
    let used = min(room, max(title?.width ?? 0, parts.joined().map(\.width).max() ?? 0))
    var rows: [Row] = []
    if let title {
      let face = Face(
        line: title, label: String(repeating: " ", count: max(0, gutter - 2)), margin: margin,
        width: used, hasGutter: gutter > 0)
      rows.append(Row([piece(face, .plain, step..<Int.max)]))
    }
    for (index, part) in parts.enumerated() {
      for (turn, line) in part.enumerated() {
        let label = turn == 0 && !numbers.isEmpty ? numbers[index] : ""
        let face = Face(
          line: line, label: label.rightAligned(to: max(0, gutter - 2)), margin: margin,
          width: used, hasGutter: gutter > 0)
        var row = row(face, number: index + code.display.firstLine, code.display, step)
        row.codeOverhang = overhang
        rows.append(row)
      }
    }
    return isBracketed ? bracketed(rows) : rows
  }

  /// As much of it as there is room for.
  private func title(of code: CodeBlock, _ room: Int) -> Line? {
    let title = code.display.title
    guard !title.isEmpty else { return nil }
    return LineBreaker.lines(of: Line(title, theme.faint), width: room).first
  }

  private func bracketed(_ rows: [Row]) -> [Row] {
    let marks = medium.ascii ? ["[", "/", "|", "\\"] : ["[", "⎡", "⎢", "⎣"]
    return rows.enumerated().map { index, row in
      let mark =
        rows.count == 1
        ? marks[0] : index == 0 ? marks[1] : index + 1 < rows.count ? marks[2] : marks[3]
      var row = row
      let steps = row.pieces.map(\.steps)
      for own in steps {
        row.pieces.append(
          Row.Piece(
            column: 0, content: .line(Line(mark, theme.panel.merging(theme.faint))), steps: own))
      }
      return row
    }
  }

  /// A bracket has a place of its own, and stands apart from the code.
  private func margin(besides room: Int) -> Margin {
    if isBracketed { return Margin(left: 2, right: min(2, max(0, room - 2))) }
    let both = room >= 4 ? 2 : room >= 2 ? 1 : 0
    return Margin(left: both, right: both)
  }

  private struct Margin {
    var left: Int
    var right: Int
  }

  /// One row of the panel before it is lit or dimmed.
  private struct Face {
    var line: Line
    var label: String
    var margin: Margin
    var width: Int
    var hasGutter: Bool
  }

  private func numbers(of code: CodeBlock) -> [String] {
    guard code.display.hasLineNumbers else { return [] }
    return code.lines.indices.map { String($0 + code.display.firstLine) }
  }

  /// Room for numbers, and for the mark of lit lines; on one slide the same for all listings that
  /// have any, so that code stands below code.
  private func gutter(of code: CodeBlock, _ numbers: [String], roomFor room: Int) -> Int {
    let label = numbers.map(\.columns).max() ?? 0
    let own = label > 0 || !code.display.highlights.isEmpty ? label + 2 : 0
    guard let shared = gutterOfSlide, own > 0 || sharesGutter, shared <= room else { return own }
    return max(own, shared)
  }

  // MARK: Lit lines

  /// How a line looks while a group is shown; where all lines are lit none is.
  private enum Light { case plain, lit, dimmed }

  /// A row as it looks step by step: while its group is lit, and while another is.
  private func row(_ face: Face, number: Int, _ display: CodeDisplay, _ step: Int) -> Row {
    guard !display.highlights.isEmpty else { return Row([piece(face, .plain, step..<Int.max)]) }
    // Lines are told by the numbers they have in the deck, whatever they are shown with.
    let own = number - display.firstLine + 1
    let lights = display.highlights.map { group -> Light in
      group.ranges == nil ? .plain : group.contains(own) ? .lit : .dimmed
    }
    let from = max(step, display.lightsFrom ?? step)
    var row = Row()
    var rest = lights[...]
    while let light = rest.first {
      let alike = rest.prefix { $0 == light }
      let end = alike.endIndex == lights.count ? Int.max : from + alike.endIndex
      let steps = (alike.startIndex == 0 ? step : from + alike.startIndex)..<end
      row.pieces.append(piece(face, light, steps))
      if light == .lit { row.focus.append(steps) }
      rest = rest.dropFirst(alike.count)
    }
    return row
  }

  private func piece(_ face: Face, _ light: Light, _ steps: Range<Int>) -> Row.Piece {
    var line = Line(String(repeating: " ", count: face.margin.left), theme.panel)
    if face.hasGutter {
      line.append(face.label, theme.panel.merging(light == .lit ? theme.accent : theme.faint))
      line.append(
        light == .lit ? (medium.ascii ? "> " : "▌ ") : "  ", theme.panel.merging(theme.accent))
    }
    for span in face.line.spans {
      let style = theme.panel.merging(light == .dimmed ? theme.dimmed : span.style)
      line.append(span.text, style)
    }
    let blanks = max(0, face.width - face.line.width) + face.margin.right
    line.append(String(repeating: " ", count: blanks), theme.panel)
    return Row.Piece(column: 0, content: .line(line), steps: steps)
  }

  // MARK: Colours

  private func colored(_ code: CodeBlock) -> [Line] {
    // Blanks at the end of a line are no reason to go on below it.
    var texts = code.lines.map { untabbed($0.text).withoutLastBlanks }
    if medium.ascii { texts = texts.map(ASCIISpelling.spelledInColumns) }
    guard let syntax = Syntax.named(code.display.language) else {
      return texts.map { Line($0, theme.codeBlock) }
    }
    var highlighter = Highlighter(syntax)
    return texts.map { text in
      Line(highlighter.tokens(of: text).map { Span($0.text, theme.style(of: $0.kind)) })
    }
  }

  /// Tab stops every four columns.
  private func untabbed(_ text: String) -> String {
    guard text.contains("\t") else { return text }
    var line = ""
    for character in text {
      if character == "\t" {
        line += String(repeating: " ", count: 4 - line.columns % 4)
      } else {
        line.append(character)
      }
    }
    return line
  }

  /// Long lines go on below; panned, all lines of a block move together.
  private func parts(of line: Line, _ room: Int, _ overhang: Int) -> [Line] {
    let long = LongLine(line, mark: theme.accent, continuation: theme.faint)
    guard let pan else { return long.continued(to: room) }
    return [long.cut(from: min(pan, overhang), to: room)]
  }
}

// MARK: All listings of a slide

extension CodeSetter {
  /// The widest margin that any listing needs; nil where none needs one.
  /// The columns of the widest of several listings.
  static func widest(of blocks: [Block]) -> Int? {
    guard blocks.count(where: \.isCode) > 1 else { return nil }
    return blocks.compactMap { block -> Int? in
      guard case .code(let code) = block.kind else { return nil }
      let longest = code.lines.map { $0.text.withoutLastBlanks.columns }.max() ?? 0
      return longest + (gutter(of: [block]) ?? 0)
    }.max()
  }

  static func gutter(of blocks: [Block]) -> Int? {
    blocks.compactMap { block -> Int? in
      guard case .code(let code) = block.kind else { return gutter(of: block.children) }
      let last = code.display.firstLine + max(0, code.lines.count - 1)
      if code.display.hasLineNumbers { return max(0, String(last).columns) + 2 }
      return code.display.highlights.isEmpty ? nil : 2
    }.max()
  }
}

extension String {
  fileprivate var withoutLastBlanks: String {
    guard last == " " else { return self }
    return String(reversed().drop { $0 == " " }.reversed())
  }
}
