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

  /// Tags that no HTML has: over several lines, with events (`@click`), icons (`<carbon:edit />`).
  mutating func readTags(_ line: LineWalk.Line) {
    let bytes = lines.bytes[line.range]
    guard bytes.contains(UInt8(ascii: "<")) else { return }
    if line.first == UInt8(ascii: "<") { joinTag(line) }
    let name = text(line).dropFirst().prefix { $0.isLetter || $0.isNumber }
    if name.first?.isUppercase == true { noteClicks(name, line) }
    for open in bytes.indices.dropLast()
    where bytes[open] == UInt8(ascii: "<") && bytes[open + 1].isOfIcon {
      let end = bytes[open...].prefix(400).firstIndex(of: UInt8(ascii: ">")) ?? bytes.endIndex
      let tag = bytes[open..<end]
      let name = tag.dropFirst().prefix { $0.isOfIcon }
      if name.contains(UInt8(ascii: ":")), tag.last == UInt8(ascii: "/"), end < bytes.endIndex,
        tag[name.endIndex...].dropLast().allSatisfy({ $0 == 0x20 })
      {
        let blank = end + 1 < bytes.endIndex && bytes[end + 1] == 0x20 ? 1 : 0
        patches.append(SourcePatch(open..<end + 1 + blank, []))
      }
      readEvents(tag)
    }
  }

  /// A component that appears with a step: its end, too, is to be read.
  private mutating func noteClicks(_ name: Substring, _ line: LineWalk.Line) {
    let last = min(lines.count, line.number + Self.mostLinesOfTag)
    for number in line.number..<last {
      let text = lines.text(ofLine: number)
      let isLast = text.contains(">")
      guard text.holds("v-click") || text.holds("v-after"), Self.twins[name] == nil else {
        if isLast { return }
        continue
      }
      clickedComponents.insert(name)
      // Under such a name it is a scope for HTML.
      return patches.append(SourcePatch(line.start + 1..<line.start + 1, "v-".utf8))
    }
  }

  private mutating func readEvents(_ tag: ArraySlice<UInt8>) {
    for place in tag.indices.dropFirst()
    where tag[place] == UInt8(ascii: "@") && tag[place - 1] <= 0x20 {
      patches.append(SourcePatch(place..<place + 1, ":".utf8))
    }
  }

  private static let mostLinesOfTag = 30

  /// A tag whose end stands on a line further down: Markdown would take that line for a quote.
  private mutating func joinTag(_ line: LineWalk.Line) {
    let start = text(line)
    guard start.dropFirst().first?.isLetter == true, !start.contains(">") else { return }
    var last = line.number + 1
    while last < min(lines.count, line.number + Self.mostLinesOfTag) {
      let text = lines.text(ofLine: last).trimmed
      if text.isEmpty || text.hasPrefix("<") { return }
      if text.contains(">") { break }
      last += 1
    }
    guard last < min(lines.count, line.number + Self.mostLinesOfTag) else { return }
    for number in line.number..<last {
      let end = lines.range(ofLine: number).upperBound
      let next = lines.range(ofLine: number + 1)
      readEvents(lines.bytes[end..<next.upperBound])
      let blanks = lines.bytes[next].prefix { $0 <= 0x20 }.count
      patches.append(SourcePatch(end..<next.lowerBound + blanks, " ".utf8))
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
    let twin = Self.twins[name] ?? (clickedComponents.contains(name) ? "v-" + name : nil)
    if let start, let twin {
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

extension UInt8 {
  fileprivate var isOfIcon: Bool {
    switch self {
    case 0x30...0x3A, 0x61...0x7A, UInt8(ascii: "-"): true
    default: false
    }
  }
}
