/// The YAML block before the first slide: where it is, and what it says.

import Markup
import Wording

struct FrontMatter {
  private(set) var entries: [YAML.Entry] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The byte at which the slides begin.
  private(set) var end: Int

  /// Reads the block at the start of the source, if there is one: a bar, YAML, a bar or `...`.
  init(_ lines: SourceLines) {
    let mark = lines.bytes.starts(with: "\u{FEFF}".utf8) ? 3 : 0
    end = mark
    let first = Self.firstLine(lines)
    let start = first == 0 ? mark : lines.range(ofLine: first).lowerBound
    guard Self.beginsWithBar(lines, first, from: start) else { return }
    guard let block = Self.block(lines, after: first) else {
      warnOfOpenBlock(lines, from: start)
      return
    }
    guard block.yaml.count <= Limits.frontMatter else {
      diagnostics = [
        .error(
          Phrase("front matter over 64 KiB", "шапка файла больше 64 КиБ"), at: block.yaml.lowerBound
        )
      ]
      end = block.end
      return
    }
    read(lines, block.yaml)
    // A deck may begin with a rule and a slide that is no mapping: then it is a slide.
    if !entries.isEmpty || !diagnostics.isEmpty { end = block.end }
  }

  private mutating func read(_ lines: SourceLines, _ yaml: Range<Int>) {
    var reader = YAMLReader(lines.bytes[yaml], at: yaml.lowerBound)
    // Pandoc takes tabs for blanks before it reads YAML, which knows none.
    if reader.problem != nil, let blank = Self.withoutTabs(lines.bytes[yaml]) {
      reader = YAMLReader(blank[...], at: yaml.lowerBound)
    }
    entries = reader.value?.entries ?? []
    guard let problem = reader.problem?.named("front matter", "шапка файла") else { return }
    // Marp reads what is no YAML (`footer: ![w:20](x.png)`) line by line.
    let loose = Self.looseEntries(lines, yaml)
    if loose.contains(where: { $0.key == "marp" }) {
      entries = loose
    } else {
      diagnostics = [problem]
    }
  }

  /// With four blanks for each tab before a line's words; nil where there is none.
  private static func withoutTabs(_ yaml: ArraySlice<UInt8>) -> [UInt8]? {
    var (bytes, isIndent, hasTabs): ([UInt8], Bool, Bool) = ([], true, false)
    for byte in yaml {
      if byte == 0x09, isIndent {
        bytes += [0x20, 0x20, 0x20, 0x20]
        hasTabs = true
      } else {
        isIndent = byte == 0x0A || isIndent && byte == 0x20
        bytes.append(byte)
      }
    }
    return hasTabs ? bytes : nil
  }

  private static func looseEntries(_ lines: SourceLines, _ yaml: Range<Int>) -> [YAML.Entry] {
    (lines.line(at: yaml.lowerBound)...lines.line(at: max(yaml.lowerBound, yaml.upperBound - 1)))
      .compactMap { number in
        let text = lines.text(ofLine: number)
        guard let colon = text.firstIndex(of: ":"),
          text.first?.isLetter == true || text.first == "_"
        else { return nil }
        let offset = lines.range(ofLine: number).lowerBound
        let value = text[text.index(after: colon)...].trimmedBlanks
        // `[2, 3]` is a list here, too.
        let list =
          value.hasPrefix("[") ? YAMLReader(Array(value.utf8)[...], at: offset).value : nil
        return YAML.Entry(
          key: text[..<colon].trimmedBlanks,
          value: list ?? YAML(.scalar(value.unquoted), at: offset),
          offset: offset)
      }
  }

  /// Empty lines before the front matter do no harm.
  private static func firstLine(_ lines: SourceLines) -> Int {
    var first = 0
    while first + 1 < lines.count, first < 20, lines.text(ofLine: first).trimmed.isEmpty {
      first += 1
    }
    return first
  }

  /// A bar and a mapping without a second bar: meant as front matter, shown as a slide.
  private mutating func warnOfOpenBlock(_ lines: SourceLines, from start: Int) {
    let rest = 1..<max(1, lines.count)
    guard Self.looksLikeMapping(lines, rest),
      !rest.contains(where: { Self.isBar(lines.text(ofLine: $0)) })
    else { return }
    diagnostics.append(
      .warning(
        Phrase(
          "front matter without a closing --- is shown as a slide",
          "шапка файла без закрывающей --- показана как слайд"), at: start))
  }

  /// Most decks begin with something else, which three bytes tell.
  private static func beginsWithBar(_ lines: SourceLines, _ first: Int, from start: Int) -> Bool {
    let line = start..<max(start, lines.range(ofLine: first).upperBound)
    return lines.bytes[line].starts(with: "---".utf8) && isDashes(lines.text(in: line).trimmed)
  }

  /// Three dashes or more (lookatme counts none), or YAML's own end.
  private static func isBar(_ line: String) -> Bool {
    let line = line.trimmed
    return line == "..." || isDashes(line)
  }

  private static func isDashes(_ line: String) -> Bool {
    line.utf8.count >= 3 && line.utf8.allSatisfy { $0 == UInt8(ascii: "-") }
  }

  private static func block(
    _ lines: SourceLines, after bar: Int
  ) -> (yaml: Range<Int>, end: Int)? {
    var line = bar + 1
    while line < lines.count, !isBar(lines.text(ofLine: line)) { line += 1 }
    guard line < lines.count, line > bar + 1 else { return nil }
    let first = lines.range(ofLine: bar + 1).lowerBound
    let yaml = first..<max(first, lines.range(ofLine: line).lowerBound)
    guard looksLikeMapping(lines, bar + 1..<line) else { return nil }
    // YAML's end and the bar's below each other are one.
    if lines.text(ofLine: line).trimmed == "...", line + 1 < lines.count,
      isDashes(lines.text(ofLine: line + 1).trimmed)
    {
      line += 1
    }
    let end =
      line + 1 < lines.count ? lines.range(ofLine: line + 1).lowerBound : lines.bytes.count
    return (yaml, end)
  }

  /// The first line that says something begins with a word and a colon.
  static func looksLikeMapping(_ lines: SourceLines, _ range: Range<Int>) -> Bool {
    for line in range {
      let text = lines.text(ofLine: line).trimmed
      if text.isEmpty || text.hasPrefix("#") { continue }
      return text.looksLikeEntry
    }
    return false
  }
}

extension String {
  /// `key: value` or `key:`.
  var looksLikeEntry: Bool {
    guard let colon = firstIndex(of: ":"), colon > startIndex else { return false }
    let after = index(after: colon)
    return (after == endIndex || self[after] == " ")
      && self[..<colon].allSatisfy { $0.isLetter || $0.isNumber || "_-\"'".contains($0) }
  }
}

extension Diagnostic {
  /// What of the deck it is wrong with, before it.
  func named(_ english: PhraseKey, _ russian: String) -> Diagnostic {
    var named = self
    let subject = Phrase(english, russian)
    named.message = Phrase("\(subject): \(message)", russian + ": " + message.russian)
    return named
  }
}
