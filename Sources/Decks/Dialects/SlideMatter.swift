/// Slidev's settings of one slide: YAML between the rule that begins the slide and a second one.

import Markup

enum SlideMatter {
  private static let longest = 60

  /// The lines of the YAML and the closing rule, if what follows a rule on this line is that.
  static func range(after rule: Int, in lines: SourceLines) -> ClosedRange<Int>? {
    var number = rule + 1
    guard number < lines.count, lines.hold(":", in: lines.range(ofLine: number)),
      isKnown(lines.text(ofLine: number))
    else { return nil }
    while number < lines.count, number - rule <= longest {
      let text = lines.text(ofLine: number)
      if text.trimmed == "---" { return rule + 1...number }
      guard text.looksLikeEntry || isInner(text) else { return nil }
      number += 1
    }
    return nil
  }

  /// A key that Slidev reads: other words with a colon are text.
  private static func isKnown(_ line: String) -> Bool {
    line.looksLikeEntry && keys.contains(String(line.prefix { $0 != ":" }))
  }

  private static let keys: Set<String> = [
    "layout", "class", "background", "transition", "title", "src", "hide", "disabled", "clicks",
    "level", "image", "theme", "preload", "routeAlias", "hideInToc", "zoom", "dragPos", "info",
    "author", "name", "url", "backgroundSize", "canvasWidth", "lineNumbers", "mdc", "position",
    "clicksStart", "titleTemplate", "layoutClass", "color", "align", "cols", "fonts", "defaults",
    "duration", "timer", "addons", "drawings", "favicon", "highlighter", "colorSchema",
  ]

  /// What may stand inside a mapping: deeper lines, list items, remarks, nothing.
  private static func isInner(_ line: String) -> Bool {
    line.hasPrefix(" ") || line.hasPrefix("- ") || line.hasPrefix("#") || line.trimmed.isEmpty
  }
}
