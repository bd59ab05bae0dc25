/// libyaml's events to a tree, with depth and size bounded.

import CYaml
import Markup
import Wording

struct YAMLReader {
  /// What is there before something is wrong, and what that is.
  private(set) var value: YAML?
  private(set) var problem: Diagnostic?

  private let base: Int
  private let bytes: ArraySlice<UInt8>
  /// libyaml counts characters, places are bytes: how far both have come.
  private var counted = (characters: 0, bytes: 0)
  private var stack: [Open] = []
  private var isOver = false
  private var keyCount = 0

  private let mostKeys: Int

  /// A collection that has begun and not ended.
  private struct Open {
    var isMapping: Bool
    var offset: Int
    var entries: [YAML.Entry] = []
    var elements: [YAML] = []
    var key: (text: String, offset: Int)?

    var value: YAML {
      YAML(isMapping ? .mapping(entries) : .sequence(elements), at: offset)
    }

    mutating func add(_ value: YAML) {
      guard isMapping else { return elements.append(value) }
      if let key {
        entries.append(YAML.Entry(key: key.text, value: value, offset: key.offset))
        self.key = nil
      } else {
        key = (value.words, value.offset)
      }
    }
  }

  /// Reads bytes that begin at `base` in the source.
  init(_ bytes: ArraySlice<UInt8>, at base: Int, mostKeys: Int = Limits.frontMatterKeys) {
    self.base = base
    self.mostKeys = mostKeys
    self.bytes = bytes
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return }
    defer { yaml_parser_delete(&parser) }
    bytes.withUnsafeBufferPointer { part in
      yaml_parser_set_input_string(&parser, part.baseAddress, part.count)
      while !isOver, problem == nil { step(&parser) }
    }
    // What was open when something went wrong is kept as far as it goes.
    while let open = stack.popLast() { finish(open.value) }
  }

  private mutating func step(_ parser: inout yaml_parser_t) {
    var event = yaml_event_t()
    guard yaml_parser_parse(&parser, &event) == 1 else {
      let what = parser.problem.map { String(cString: $0) } ?? "?"
      problem = .error(.yaml(what), at: offset(of: parser.problem_mark))
      return
    }
    defer { yaml_event_delete(&event) }
    take(event, at: offset(of: event.start_mark))
  }

  private mutating func offset(of mark: yaml_mark_t) -> Int {
    let wanted = Int(mark.index)
    if wanted < counted.characters { counted = (0, 0) }
    var place = bytes.startIndex + counted.bytes
    while counted.characters < wanted, place < bytes.endIndex {
      // A byte that continues a character begins none.
      repeat { place += 1 } while place < bytes.endIndex && bytes[place] & 0xC0 == 0x80
      counted.characters += 1
    }
    counted.bytes = place - bytes.startIndex
    return base + counted.bytes
  }

  private mutating func take(_ event: yaml_event_t, at offset: Int) {
    switch event.type {
    case YAML_STREAM_END_EVENT, YAML_DOCUMENT_END_EVENT: isOver = true
    case YAML_ALIAS_EVENT: refuse(at: offset)
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      guard scalar.anchor == nil, scalar.tag == nil else { return refuse(at: offset) }
      finish(YAML(.scalar(scalar.value.map { String(cString: $0) } ?? ""), at: offset))
    case YAML_MAPPING_START_EVENT: open(isMapping: true, at: offset)
    case YAML_SEQUENCE_START_EVENT: open(isMapping: false, at: offset)
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
      if let open = stack.popLast() { finish(open.value) }
    default: break
    }
  }

  private mutating func open(isMapping: Bool, at offset: Int) {
    guard stack.count < Limits.frontMatterDepth else {
      let deepest = Limits.frontMatterDepth
      problem = .error(
        Phrase(
          "nested deeper than \(deepest) levels", "вложенность больше \(deepest) уровней"),
        at: offset)
      return
    }
    stack.append(Open(isMapping: isMapping, offset: offset))
  }

  private mutating func finish(_ value: YAML) {
    guard let last = stack.indices.last else {
      self.value = value
      return
    }
    keyCount += 1
    guard keyCount <= 2 * mostKeys else { return refuseMore(at: value.offset) }
    stack[last].add(value)
  }

  private mutating func refuseMore(at offset: Int) {
    guard problem == nil else { return }
    let most = mostKeys
    problem = .error(
      Phrase(
        "more than \(most) keys: the rest is not read",
        "больше \(most) ключей: остальное не прочитано"), at: offset)
  }

  private mutating func refuse(at offset: Int) {
    problem = .error(
      Phrase(
        "anchors, aliases and tags are not read", "якоря, ссылки и теги не читаются"), at: offset)
  }
}
