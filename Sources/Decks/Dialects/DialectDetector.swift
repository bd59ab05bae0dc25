/// Looks through the lines of a deck for what only one of the dialects writes.

import Markup

struct DialectDetector {
  private let lines: SourceLines
  private var score = DialectScore()

  /// The dialect of a deck, by its name, its front matter and what stands in it from `start` on.
  static func reading(
    of lines: SourceLines, path: String, frontMatter: [YAML.Entry], from start: Int
  ) -> Reading {
    var detector = DialectDetector(lines: lines)
    detector.score.read(path: path)
    detector.score.read(frontMatter)
    if frontMatter.isEmpty { detector.readHeader() }
    for line in LineWalk(lines, in: start..<lines.bytes.count) {
      if line.isOpen {
        if detector.mayTell(line) { detector.read(line) }
      } else {
        detector.readInner(line)
      }
    }
    return detector.score.reading
  }

  private init(lines: SourceLines) { self.lines = lines }

  private mutating func add(_ weight: Int, _ dialect: Dialect, _ line: LineWalk.Line) {
    score.add(weight, dialect, evidence(line), at: line.start)
  }

  private func evidence(_ line: LineWalk.Line) -> String { String(text(line).prefix(40)) }

  private mutating func hint(_ dialect: Dialect, _ line: LineWalk.Line) {
    score.hint(dialect, evidence(line), at: line.start)
  }

  /// Titles before everything else: mdp writes `%title: X`, Pandoc `% X`.
  private mutating func readHeader() {
    var number = 0
    while number < min(lines.count, 3) {
      let text = lines.text(ofLine: number)
      guard text.hasPrefix("%") else { break }
      let (dialect, weight): (Dialect, Int) = text.hasPrefix("% ") ? (.pandoc, 6) : (.mdp, 10)
      score.add(weight, dialect, text.trimmed, at: lines.range(ofLine: number).lowerBound)
      number += 1
    }
  }

  /// Most lines tell nothing, and their bytes show it before a text is made of them.
  private func mayTell(_ line: LineWalk.Line) -> Bool {
    switch line.first {
    case UInt8(ascii: "-"):
      let next = line.start + 1
      guard next < line.range.upperBound else { return false }
      // An item of a list may still end in a comment.
      return lines.bytes[next] == UInt8(ascii: "-") || lines.bytes[next] == UInt8(ascii: ">")
        || lines.bytes[line.range.upperBound - 1] == UInt8(ascii: ">")
    case UInt8(ascii: "#"):
      return lines.hold("}", in: line.range)
        || lines.bytes[line.range.upperBound - 1] == UInt8(ascii: ">")
    case UInt8(ascii: "N"), UInt8(ascii: "n"): return lines.hold(":", in: line.range)
    default: return true
    }
  }

  private mutating func read(_ line: LineWalk.Line) {
    if line.opensFence { return readFence(line) }
    switch line.first {
    case UInt8(ascii: "<"): readAngle(line)
    case UInt8(ascii: "-"): readDash(line)
    case UInt8(ascii: "."): readDot(line)
    case UInt8(ascii: "?"): if text(line) == "???" { add(6, .remark, line) }
    case UInt8(ascii: "^"): if text(line) == "^" { add(2, .mdp, line) }
    case UInt8(ascii: ":"): readColons(line)
    case UInt8(ascii: "!"): readImage(line)
    case UInt8(ascii: "N"), UInt8(ascii: "n"): readNote(line)
    case UInt8(ascii: "#"): readHash(line)
    case UInt8(ascii: "a")...UInt8(ascii: "z"): readProperty(line)
    default: break
    }
    if line.first > 0x3C || line.first == UInt8(ascii: "-") || line.first == UInt8(ascii: "*")
      || line.first == UInt8(ascii: "#")
    {
      readTail(line)
    }
  }

  /// In a fence: `~~~program` and words for it, which slides runs.
  private mutating func readInner(_ line: LineWalk.Line) {
    guard line.kind == .inFence, line.indent == 0, line.first == UInt8(ascii: "~") else { return }
    let words = text(line)
    guard words.hasPrefix("~~~"), words.dropFirst(3).first?.isLetter == true else { return }
    add(3, .slides, line)
  }

  private func text(_ line: LineWalk.Line) -> String { lines.text(in: line.range).trimmed }

  // MARK: By the first sign

  private mutating func readAngle(_ line: LineWalk.Line) {
    if let start = lines.startOfComment(line) { return readComment(start, line) }
    let text = text(line)
    if text.hasPrefix("<v-") || text.hasPrefix("<Tweet") || text.hasPrefix("<Youtube") {
      add(8, .slidev, line)
    } else if text.hasPrefix("<<< ") {
      add(8, .slidev, line)
    } else if text.lowercased() == "<br>" {
      hint(.mdp, line)
    } else if text.hasPrefix("<style") {
      add(1, .marp, line)
      add(1, .slidev, line)
    } else if text.hasPrefix("<div") && text.holds("v-click") {
      add(8, .slidev, line)
    } else if text.holds("class=\"fragment") {
      add(5, .reveal, line)
    }
  }

  /// Only the beginning of a comment tells something: others hold the notes of a slide.
  private mutating func readComment(_ start: Int, _ line: LineWalk.Line) {
    switch lines.directive(at: start, upTo: line.range.upperBound) {
    case "end_slide": add(10, .presenterm, line)
    // Others write these, too, and separate their slides by rules.
    case "column_layout", "jump_to_middle", "reset_layout", "column", "new_line", "new_lines",
      "newline", "newlines", "speaker_note", "font_size", "incremental_lists",
      "incremental_tables", "alignment", "include", "snippet_output", "no_footer", "skip_slide",
      "list_item_newlines", "pause":
      hint(.presenterm, line)
    case "stop": add(5, .lookatme, line)
    case ".slide", ".element": add(10, .reveal, line)
    case "_class", "_paginate", "paginate", "_backgroundColor", "_color", "_footer", "_header",
      "headingDivider", "_backgroundImage":
      add(8, .marp, line)
    case "class", "backgroundColor", "backgroundImage", "footer", "header", "color":
      add(3, .marp, line)
    case "config":
      let isTight =
        start == line.start + 4 && lines.bytes.dropFirst(start + 6).first == UInt8(ascii: ":")
      add(isTight ? 8 : 1, .patat, line)
    default:
      // A mark is short.
      if line.range.count <= 256, text(line).markOfComment != nil { add(2, .reveal, line) }
    }
  }

  private mutating func readDash(_ line: LineWalk.Line) {
    let text = text(line)
    if text == "---" { return readEdge(text, line) }
    if text.hasPrefix("-> "), text.hasSuffix(" <-") { return add(6, .mdp, line) }
    if text == "--" {
      hint(.remark, line)
      return add(1, .reveal, line)
    }
    guard text.hasPrefix("--"), text.count > 2 else { return readEdge(text, line) }
    let word = text.dropFirst(2).prefix { $0 != " " }
    if word == "newpage" {
      add(5, .tpp, line)
    } else if TppCommand.isKnown(String(word)) {
      hint(.tpp, line)
    } else {
      readEdge(text, line)
    }
  }

  /// Slidev's slides may begin with settings of their own: a rule, YAML, a rule.
  private mutating func readEdge(_ text: String, _ line: LineWalk.Line) {
    if text == "---", SlideMatter.range(after: line.number, in: lines) != nil {
      add(4, .slidev, line)
    }
  }

  private mutating func readDot(_ line: LineWalk.Line) {
    if text(line) == ". . ." {
      add(3, .patat, line)
      add(2, .pandoc, line)
    } else if ClassedText.opening(at: line.start, upTo: line.range.upperBound, in: lines) != nil {
      add(4, .remark, line)
    }
  }

  /// What remark.js is told of a slide; Slidev is told other things in the same words.
  private mutating func readProperty(_ line: LineWalk.Line) {
    guard line.indent == 0, RemarkProperty.mayBegin(lines.bytes[line.range]),
      let entry = RemarkProperty.entry(text(line), at: line.start)
    else { return }
    let value = entry.value.text ?? ""
    switch entry.key {
    case "layout" where value == "true" || value == "false": add(10, .remark, line)
    case "count" where value == "false": add(8, .remark, line)
    case "background-image" where value.hasPrefix("url("): add(8, .remark, line)
    case "class" where value.split(separator: ",").allSatisfy(\.isRemarkClass):
      add(6, .remark, line)
    case "template": add(4, .remark, line)
    default: break
    }
  }

  private mutating func readColons(_ line: LineWalk.Line) {
    let text = text(line)
    if text.hasPrefix(":::") {
      add(5, .pandoc, line)
    } else if text.hasPrefix("::"), text.hasSuffix("::"), text.count > 4 {
      add(10, .slidev, line)
    }
  }

  private mutating func readImage(_ line: LineWalk.Line) {
    let text = text(line)
    if text.hasPrefix("![bg") { add(10, .marp, line) }
    if text.hasPrefix("![image:") { add(6, .presenterm, line) }
    if text.hasPrefix("![w:") || text.hasPrefix("![h:") || text.hasPrefix("![width:") {
      add(4, .marp, line)
    }
  }

  private mutating func readNote(_ line: LineWalk.Line) {
    let text = text(line).lowercased()
    if text == "note:" { add(3, .reveal, line) }
    // Others have lists of notes, but hardly on every slide.
    if text == "notes:" { add(2, .reveal, line) }
    guard text.hasPrefix("note: ") || text.hasPrefix("notes: ") else { return }
    // Behind them nothing but the next slide follows.
    if isLastOnSlide(line) { add(1, .reveal, line) } else { hint(.reveal, line) }
  }

  private func isLastOnSlide(_ line: LineWalk.Line) -> Bool {
    for number in line.number + 1..<min(lines.count, line.number + 20) {
      let text = lines.text(ofLine: number).trimmed
      if text == "---" || text == "--" { return true }
      if text.hasPrefix("#") { return false }
    }
    return line.number + 20 >= lines.count
  }

  private mutating func readHash(_ line: LineWalk.Line) {
    let text = text(line)
    if text.hasSuffix("}"), text.holds("{.") || text.holds("{#") { add(3, .pandoc, line) }
  }

  /// What stands at the end of a line rather than at its beginning.
  private mutating func readTail(_ line: LineWalk.Line) {
    guard lines.bytes[line.range.upperBound - 1] == UInt8(ascii: ">") else { return }
    let text = text(line)
    if text.holds("<!-- .element:") { add(8, .reveal, line) }
  }

  // MARK: Fences

  private mutating func readFence(_ line: LineWalk.Line) {
    let bar = text(line)
    let isBar = { (byte: UInt8) in byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") }
    let info = Substring(bar.utf8.drop(while: isBar).drop { $0 == UInt8(ascii: " ") })
    let words = info.utf8.split(separator: UInt8(ascii: " ")).map { Substring($0) }
    guard let first = words.first else { return }
    if words.dropFirst().contains(where: { $0.hasPrefix("+") && $0 != "+line_numbers" }) {
      add(6, .presenterm, line)
    }
    if first.hasPrefix("{.") {
      add(4, .patat, line)
    } else if first.hasPrefix("{"), !CodeAttributes(info: String(info)).language.isEmpty {
      add(3, .pandoc, line)
    }
    if first.isTerminal { add(8, .lookatme, line) }
    if first.hasPrefix("codio") || first == "demo" { return }
    if words.contains(where: { $0.hasPrefix("{") && $0.contains(":") }) { add(5, .slidev, line) }
    if words.contains(where: \.isLineNumbers) { add(6, .reveal, line) }
    if words.contains("magic-move") { add(8, .slidev, line) }
    // A program and what it is told; a language may have settings, too.
    if bar.hasPrefix("~"), words.count > 1, !first.hasPrefix("{"), !words[1].contains("=") {
      add(3, .slides, line)
    }
    if words.dropFirst().contains(where: { $0.hasPrefix("{") && !$0.contains(":") }) {
      hint(.presenterm, line)
      hint(.slidev, line)
    }
  }
}

extension Substring {
  /// reveal.js's `[1-2|3]`, `[712: 1,3]`, `[]`; others name a file there.
  fileprivate var isLineNumbers: Bool {
    hasPrefix("[") && hasSuffix("]")
      && dropFirst().dropLast().allSatisfy { $0.isNumber || ",-|: *".contains($0) }
  }

  /// The classes that remark.js has of its own.
  fileprivate var isRemarkClass: Bool {
    ["left", "center", "right", "top", "middle", "bottom", "inverse", "title-slide"]
      .contains(trimmedBlanks)
  }
}

extension SourceLines {
  /// Behind `<!--` and blanks, where a line begins with these.
  fileprivate func startOfComment(_ line: LineWalk.Line) -> Int? {
    var place = line.start + 4
    guard place <= line.range.upperBound, bytes[line.start..<place].elementsEqual("<!--".utf8)
    else { return nil }
    while place < line.range.upperBound, bytes[place] == 0x20 { place += 1 }
    return place
  }

  /// The name of a directive; empty where no such name stands, for they are all of ASCII.
  fileprivate func directive(at start: Int, upTo end: Int) -> String {
    // None is as long.
    let name = bytes[start..<min(start + 64, end)].prefix { $0.isOfDirective }
    // What goes on in other letters is another word.
    let rest = String(decoding: bytes[name.endIndex..<min(name.endIndex + 4, end)], as: UTF8.self)
    guard let next = rest.first, !next.isASCII, next.isLetter || next.isNumber else {
      return String(decoding: name, as: UTF8.self)
    }
    return ""
  }
}

extension UInt8 {
  /// Letters and digits of ASCII, `_` and `.`.
  fileprivate var isOfDirective: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2E: true
    default: false
    }
  }
}
