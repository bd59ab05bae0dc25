/// Headings inside a slide: six levels that the eye tells apart without colours.

import Markup
import Screen

struct HeadingSetter {
  let setter: BlockSetter

  func rows(of text: [Inline], level: Int, width: Int, _ step: Int) -> [Row] {
    let (mark, style, rule) = face(level)
    let prefix = Line(mark, style)
    let lines = LineBreaker.lines(
      of: setter.inlines.line(of: text, style), width: max(1, width - prefix.width))
    var rows = lines.enumerated().map { index, line in
      Row(
        (index == 0 ? prefix : Line(String(repeating: " ", count: prefix.width))) + line, from: step
      )
    }
    if let rule, !setter.density.isCompact {
      let columns = min(width, rows.columns)
      rows.append(Row(Line(String(repeating: rule, count: columns), setter.theme.rule), from: step))
    }
    return rows
  }

  private func face(_ level: Int) -> (mark: String, style: Style, rule: String?) {
    let theme = setter.theme
    if setter.medium.ascii { return asciiFace(level) }
    switch level {
    case 1: return ("", theme.heading, "━")
    case 2: return ("", theme.heading, "─")
    case 3: return ("▌ ", theme.heading, nil)
    case 4: return ("▎ ", theme.strong, nil)
    case 5: return ("▸ ", theme.text.adding(.bold), nil)
    default: return ("▹ ", theme.emphasis, nil)
    }
  }
  /// Where all marks would look alike, those of Markdown do.
  private func asciiFace(_ level: Int) -> (mark: String, style: Style, rule: String?) {
    let theme = setter.theme
    switch level {
    case 1: return ("", theme.heading, "=")
    case 2: return ("", theme.heading, "-")
    default: return (String(repeating: "#", count: level) + " ", theme.heading, nil)
    }
  }
}
