/// The YAML block before the first slide, read through libyaml's events.

import CYaml
import Markup
import Wording

/// Keys and values as they stand there: scalars, and lists of scalars joined by commas.
struct FrontMatter {
  struct Entry: Equatable {
    var key: String
    var value: String
    var offset: Int
  }

  private(set) var entries: [Entry] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The byte at which the slides begin.
  private(set) var end: Int

  private static let largest = 65_536
  private static let deepest = 16
  private static let mostKeys = 200

  /// Reads the block at the start of the source, if there is one: `---`, YAML, `---` or `...`.
  init(_ lines: SourceLines) {
    let start = lines.bytes.starts(with: "\u{FEFF}".utf8) ? 3 : 0
    end = start
    guard Self.beginsWithBar(lines, from: start) else { return }
    guard let block = Self.block(lines) else {
      warnOfOpenBlock(lines, from: start)
      return
    }
    guard block.yaml.count <= Self.largest else {
      diagnostics = [
        .error(
          Phrase("front matter over 64 KiB", "заголовок больше 64 КиБ"), at: block.yaml.lowerBound)
      ]
      end = block.end
      return
    }
    read(lines, block.yaml)
    // A deck may begin with a rule and a slide that is no mapping: then it is a slide.
    if !entries.isEmpty || !diagnostics.isEmpty { end = block.end }
  }

  /// A bar and a mapping without a second bar: meant as front matter, shown as a slide.
  private mutating func warnOfOpenBlock(_ lines: SourceLines, from start: Int) {
    let rest = 1..<max(1, lines.count)
    guard Self.looksLikeMapping(lines, rest),
      !rest.contains(where: { ["---", "..."].contains(lines.text(ofLine: $0).trimmed) })
    else { return }
    diagnostics.append(
      .warning(
        Phrase(
          "front matter without a closing --- is shown as a slide",
          "заголовок без закрывающей --- показан как слайд"), at: start))
  }

  /// Most decks begin with something else, which three bytes tell.
  private static func beginsWithBar(_ lines: SourceLines, from start: Int) -> Bool {
    let line = start..<max(start, lines.range(ofLine: 0).upperBound)
    return lines.bytes[line].starts(with: "---".utf8) && lines.text(in: line).trimmed == "---"
  }

  private static func block(_ lines: SourceLines) -> (yaml: Range<Int>, end: Int)? {
    var line = 1
    while line < lines.count {
      let text = lines.text(ofLine: line).trimmed
      if text == "---" || text == "..." {
        let first = lines.range(ofLine: 1).lowerBound
        let yaml = first..<max(first, lines.range(ofLine: line).lowerBound)
        guard looksLikeMapping(lines, 1..<line) else { return nil }
        let end =
          line + 1 < lines.count ? lines.range(ofLine: line + 1).lowerBound : lines.bytes.count
        return (yaml, end)
      }
      line += 1
    }
    return nil
  }

  /// The first line that says something begins with a word and a colon.
  private static func looksLikeMapping(_ lines: SourceLines, _ range: Range<Int>) -> Bool {
    for line in range {
      let text = lines.text(ofLine: line).trimmed
      if text.isEmpty || text.hasPrefix("#") { continue }
      guard let colon = text.firstIndex(of: ":") else { return false }
      let after = text.index(after: colon)
      return (after == text.endIndex || text[after] == " ")
        && text[..<colon].allSatisfy { $0.isLetter || $0.isNumber || "_-\"'".contains($0) }
    }
    return false
  }

  private mutating func read(_ lines: SourceLines, _ range: Range<Int>) {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return }
    defer { yaml_parser_delete(&parser) }
    lines.bytes.withUnsafeBufferPointer { bytes in
      let part = UnsafeBufferPointer(rebasing: bytes[range])
      yaml_parser_set_input_string(&parser, part.baseAddress, part.count)
      var events = YamlEvents(base: range.lowerBound, deepest: Self.deepest)
      while !events.isOver {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else {
          return failed(parser, at: range.lowerBound)
        }
        defer { yaml_event_delete(&event) }
        if let refusal = events.take(event) {
          diagnostics.append(refusal)
          break
        }
      }
      entries = Array(events.entries.prefix(Self.mostKeys))
    }
  }

  private mutating func failed(_ parser: yaml_parser_t, at base: Int) {
    let problem = parser.problem.map { String(cString: $0) } ?? "?"
    diagnostics.append(
      .error(
        Phrase("front matter: \(problem)", "заголовок: \(problem)"),
        at: base + Int(parser.problem_mark.index)))
  }
}

/// Events of one mapping to entries; whatever could grow (anchors, aliases, tags) is refused.
private struct YamlEvents {
  let base: Int
  let deepest: Int
  var entries: [FrontMatter.Entry] = []
  var isOver = false
  private var depth = 0
  private var key: (text: String, offset: Int)?

  init(base: Int, deepest: Int) {
    self.base = base
    self.deepest = deepest
  }

  mutating func take(_ event: yaml_event_t) -> Diagnostic? {
    let offset = base + Int(event.start_mark.index)
    switch event.type {
    case YAML_STREAM_END_EVENT, YAML_DOCUMENT_END_EVENT: isOver = true
    case YAML_ALIAS_EVENT: return refusal(at: offset)
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      guard scalar.anchor == nil, scalar.tag == nil else { return refusal(at: offset) }
      take(scalar.value.map { String(cString: $0) } ?? "", at: offset)
    case YAML_MAPPING_START_EVENT, YAML_SEQUENCE_START_EVENT:
      depth += 1
      if depth == 2, let key { entries.append(.init(key: key.text, value: "", offset: key.offset)) }
      if depth > deepest { return tooDeep(at: offset) }
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
      depth -= 1
      if depth == 1 { key = nil }
    default: break
    }
    return nil
  }

  private mutating func take(_ text: String, at offset: Int) {
    if depth > 1 {
      // Inside a list (or a mapping of somebody else's): one text.
      guard let last = entries.indices.last else { return }
      entries[last].value += (entries[last].value.isEmpty ? "" : ", ") + text
    } else if depth == 1, let key {
      entries.append(.init(key: key.text, value: text, offset: key.offset))
      self.key = nil
    } else if depth == 1 {
      key = (text, offset)
    }
  }

  private func refusal(at offset: Int) -> Diagnostic {
    .error(
      Phrase(
        "front matter: anchors, aliases and tags are not read",
        "заголовок: якоря, ссылки и теги не читаются"), at: offset)
  }

  private func tooDeep(at offset: Int) -> Diagnostic {
    .error(
      Phrase(
        "front matter: nested deeper than \(deepest) levels",
        "заголовок: вложенность больше \(deepest) уровней"), at: offset)
  }
}
