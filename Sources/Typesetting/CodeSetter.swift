/// Code blocks to rows: the text as it stands, set apart by an indent; long lines go on below.

import Markup
import Screen

struct CodeSetter {
  let theme: Theme

  func rows(of code: CodeBlock, width: Int, step: Int) -> [Row] {
    let lines = code.lines.map { untabbed($0.text) }
    // The indent goes before a line has to be continued.
    let widest = lines.map(\.columns).max() ?? 0
    let indent = widest + 2 <= width || widest > width ? Line("  ") : Line()
    return lines.flatMap { rows(of: $0, width: max(1, width - indent.width)) }
      .map { Row(line: indent + $0, step: step) }
  }

  /// A line that is too long is continued, with a mark, never cut.
  private func rows(of text: String, width: Int) -> [Line] {
    guard text.columns > width, width > 4 else { return [Line(text, theme.codeBlock)] }
    var lines: [Line] = []
    var part = ""
    var used = 0
    for glyph in Glyphs(text) {
      if used + glyph.columns > width {
        lines.append(line(part, isFirst: lines.isEmpty))
        (part, used) = ("", 2)
      }
      glyph.append(to: &part)
      used += glyph.columns
    }
    return lines + [line(part, isFirst: lines.isEmpty)]
  }

  private func line(_ text: String, isFirst: Bool) -> Line {
    isFirst
      ? Line(text, theme.codeBlock) : Line("↪ ", theme.faint) + Line(text, theme.codeBlock)
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
}
