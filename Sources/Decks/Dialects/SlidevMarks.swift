/// Slidev's rules with settings, its snippets, slots and components.

import Markup

extension MarkFinder {
  /// Slidev cuts at every such line, an underline and one behind HTML among them.
  mutating func readSlidevRule(_ line: LineWalk.Line) {
    let text = text(line)
    guard line.indent == 0, text.count >= 3, text.allSatisfy({ $0 == "-" }) else { return }
    mark(.separator, line)
    if text == "---", let matter = SlideMatter.range(after: line.number, in: lines, isCertain: true)
    {
      let yaml = lines.range(ofLine: matter.lowerBound).lowerBound
      let end = lines.range(ofLine: matter.upperBound).lowerBound
      marks[matter.upperBound] = .matter(yaml..<end)
      hidden += matter
      next = matter.upperBound + 1
    }
  }

  mutating func readSnippet(_ line: LineWalk.Line) {
    let text = text(line)
    if text.hasPrefix("<<< ") { mark(.snippet(text.dropFirst(4).trimmedBlanks), line) }
    if let slot = text.slotOfTemplate {
      mark(.slot(slot), line)
      hasTemplate = true
    } else if text == "</template>", hasTemplate {
      hidden.append(line.number)
      hasTemplate = false
    } else if text.hasPrefix("<template #"),
      let sign = lines.bytes[line.start...].firstIndex(of: 0x23)
    {
      // No attribute of HTML has such a name.
      patches.append(SourcePatch(sign..<sign + 1, "v-slot:".utf8))
    } else if let name = text.nameOfComponent {
      readComponent(name, line)
    }
  }

  /// Components whose parts are read as HTML, by names that no text has.
  fileprivate static let twins: [Substring: String] = [
    "VClicks": "v-clicks", "VClick": "v-click", "LightOrDark": "light-or-dark",
    "RenderWhen": "render-when",
  ]

  /// `VClicks` is `v-clicks`. A component that stands alone on its line is hidden: what is in it is shown.
  private mutating func readComponent(_ name: Substring, _ line: LineWalk.Line) {
    let start = lines.bytes[line.start...].firstIndex {
      $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "/")
    }
    if let start, let twin = Self.twins[name] {
      patches.append(SourcePatch(start..<start + name.utf8.count, twin.utf8))
    } else if isBlank(line.number - 1) || isBlank(line.number + 1) {
      hidden.append(line.number)
    }
  }

  private func isBlank(_ number: Int) -> Bool {
    number < 0 || number >= lines.count || lines.text(ofLine: number).trimmed.isEmpty
  }
}

extension String {
  /// The name in `<Name>` or `</Name>`, and in `<VClicks …>`.
  fileprivate var nameOfComponent: Substring? {
    guard hasPrefix("<"), hasSuffix(">") else { return nil }
    let rest = dropFirst(hasPrefix("</") ? 2 : 1).dropLast()
    let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard name.first?.isUppercase == true,
      name.count == rest.count || MarkFinder.twins[name] != nil
    else { return nil }
    return name
  }
}
