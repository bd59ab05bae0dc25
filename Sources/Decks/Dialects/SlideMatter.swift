/// Slidev's settings of one slide: YAML between the rule that begins the slide and a second one.

import Markup

enum SlideMatter {
  private static let longest = 60

  /// The lines of the YAML and the closing rule, if what follows a rule on this line is that. Where it
  /// is certain that the deck is Slidev's, layouts may have keys of their own.
  static func range(
    after rule: Int, in lines: SourceLines, isCertain: Bool = false
  ) -> ClosedRange<Int>? {
    var number = rule + 1
    // Nothing may be said, too.
    if isCertain, number < lines.count, lines.text(ofLine: number).trimmed == "---" {
      return number...number
    }
    guard number < lines.count, mayBegin(number, in: lines, isCertain) else { return nil }
    var hasEntry = false
    while number < lines.count, number - rule <= longest {
      let text = lines.text(ofLine: number)
      if text.trimmed == "---" { return hasEntry ? rule + 1...number : nil }
      hasEntry = hasEntry || text.looksLikeEntry
      guard text.looksLikeEntry || isInner(text) else { return nil }
      number += 1
    }
    return nil
  }

  private static func mayBegin(_ number: Int, in lines: SourceLines, _ isCertain: Bool) -> Bool {
    let range = lines.range(ofLine: number)
    let isRemark = isCertain && lines.bytes[range].first == UInt8(ascii: "#")
    guard isRemark || lines.hold(":", in: range) else { return false }
    let text = lines.text(ofLine: number)
    return isCertain ? isRemark || text.looksLikeEntry : isKnown(text)
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
