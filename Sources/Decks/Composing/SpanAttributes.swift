/// What Pandoc's braces say of the words before them: `[words]{.red}`, `{style="color: #f00"}`.

import Markup

struct SpanAttributes {
  private let tag: HTMLTag
  private let classes: [String]

  /// Reads attributes with their braces.
  init(_ braces: Substring) {
    var tag = HTMLTag(named: "span")
    if case .tag(let read)? = HTMLTokens.of("<span " + braces.dropFirst().dropLast() + ">").first?
      .token
    {
      tag = read
    }
    let named = (tag.attribute("class") ?? "").split(separator: " ").map(String.init)
    classes =
      named + tag.attributes.filter { $0.name.hasPrefix(".") }.map { String($0.name.dropFirst()) }
    tag.attributes.insert((name: "class", value: classes.joined(separator: " ")), at: 0)
    self.tag = tag
  }

  /// What becomes of the words; nil where they stay as they are.
  func kind(_ inner: [Inline]) -> Inline.Kind? {
    if let fragment = tag.fragment { return .styled(.fragment(fragment), inner) }
    for name in classes {
      switch name {
      case "underline", "ul": return .styled(.underline, inner)
      case "mark", "highlight": return .styled(.mark, inner)
      case "bold", "strong": return .strong(inner)
      case "italic", "em", "emph": return .emphasis(inner)
      case "strike", "strikethrough": return .strikethrough(inner)
      case "kbd": return .styled(.keyboard, inner)
      // Beamer's own colour for what matters
      case "alert": return .styled(.color("red", on: nil), inner)
      default: continue
      }
    }
    let color = tag.style("color") ?? tag.attribute("color") ?? classes.first { Self.isColor($0) }
    let ground = tag.style("background-color") ?? tag.style("background") ?? tag.attribute("bg")
    guard color != nil || ground != nil else { return nil }
    return .styled(.color(color, on: ground), inner)
  }

  /// Other classes are for style sheets, whatever they are called.
  static func isColor(_ name: String) -> Bool { colors.contains(name) }

  private static let colors: Set<String> = [
    "aqua", "black", "blue", "brown", "coral", "crimson", "cyan", "darkblue", "darkgreen",
    "darkorange", "darkred", "fuchsia", "gold", "gray", "green", "grey", "hotpink", "indigo",
    "lightblue", "lightgreen", "lime", "magenta", "maroon", "navy", "olive", "orange", "orchid",
    "pink", "plum", "purple", "red", "salmon", "silver", "skyblue", "steelblue", "tan", "teal",
    "tomato", "turquoise", "violet", "white", "yellow",
  ]
}
