/// "Show this demo, with these arguments": what a demo fence asks for, and where it was asked.

import Markup
import Wording

package struct DemoRequest: Equatable, Sendable {
  package struct Argument: Equatable, Sendable {
    package var key: String
    package var value: String
    /// The byte of the source where the key begins.
    package var offset: Int

    package init(_ key: String, _ value: String, at offset: Int = 0) {
      self.key = key
      self.value = value
      self.offset = offset
    }
  }

  package var name: String
  package var arguments: [Argument]
  /// What is shown where the demo cannot run.
  package var alternative: [Block]
  /// The byte of the source where the name begins.
  package var offset: Int

  package init(
    _ name: String, _ arguments: [Argument] = [], alternative: [Block] = [], at offset: Int = 0
  ) {
    self.name = name
    self.arguments = arguments
    self.alternative = alternative
    self.offset = offset
  }
}

extension DemoRequest {
  /// Whether the same demo is asked for with the same arguments, wherever it stands.
  package func saysTheSame(as other: DemoRequest) -> Bool {
    name == other.name
      && arguments.elementsEqual(other.arguments) { $0.key == $1.key && $0.value == $1.value }
  }
}

/// Reads a code block whose info string begins with `demo`:
/// ```` ```demo NAME key=value… ````, then lines `key: value` with `#` comments, then after a line
/// `---` the alternative text in Markdown.
struct DemoFence {
  let lines: SourceLines
  private(set) var diagnostics: [Diagnostic] = []

  init(_ lines: SourceLines) { self.lines = lines }

  static func isOne(_ code: CodeBlock) -> Bool {
    code.isFenced && (code.info == "demo" || code.info.hasPrefix("demo "))
  }

  mutating func request(_ code: CodeBlock) -> DemoRequest? {
    // The first one is `demo` itself.
    var words = infoWords(code).dropFirst()
    guard let name = words.popFirst() else {
      diagnostics.append(
        .error(
          Phrase(
            "a demo fence needs a name: ```demo timeline",
            "у вставки demo нет имени: ```demo timeline"), at: code.infoOffset))
      return nil
    }
    var request = DemoRequest(name.text, at: name.offset)
    for word in words { read(word, separator: "=", into: &request) }
    let bar = code.lines.firstIndex { $0.text.trimmed == "---" } ?? code.lines.count
    for line in code.lines[..<bar] {
      let entry = withoutComment(line.text)
      if !entry.trimmed.isEmpty {
        read(
          SourceText(entry.trimmed, at: start(ofTextAt: line.offset)), separator: ":",
          into: &request)
      }
    }
    request.alternative = alternative(code.lines.dropFirst(bar + 1))
    return request
  }

  /// The words of the info string, as they stand in the source; quotes keep blanks together.
  private func infoWords(_ code: CodeBlock) -> [SourceText] {
    let line = lines.range(ofLine: lines.line(at: code.infoOffset))
    let raw = lines.text(in: code.infoOffset..<max(code.infoOffset, line.upperBound))
    var words: [SourceText] = []
    var word = SourceText("", at: code.infoOffset)
    var offset = code.infoOffset
    var isQuoted = false
    for character in raw {
      if character == "\"" { isQuoted.toggle() }
      if character == " ", !isQuoted {
        if !word.text.isEmpty { words.append(word) }
        word = SourceText("", at: offset + 1)
      } else {
        word.text.append(character)
      }
      offset += character.utf8.count
    }
    if !word.text.isEmpty { words.append(word) }
    return words
  }

  private mutating func read(
    _ entry: SourceText, separator: Character, into request: inout DemoRequest
  ) {
    guard let split = entry.text.firstIndex(of: separator) else {
      let word = entry.text.trimmed
      diagnostics.append(
        .error(
          Phrase(
            "‘\(word)’ is no parameter: write key\(separator)value",
            "«\(word)» — не параметр: нужен вид ключ\(separator)значение"), at: entry.offset))
      return
    }
    let value = String(entry.text[entry.text.index(after: split)...]).trimmed
    request.arguments.append(
      DemoRequest.Argument(
        String(entry.text[..<split]).trimmed, value.unquoted, at: entry.offset))
  }

  /// Where the words of a line begin in the source: the parser takes a fence's indent away.
  private func start(ofTextAt offset: Int) -> Int {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x3E }
    var start = offset
    while start < lines.bytes.count, isBlank(lines.bytes[start]) { start += 1 }
    return start
  }

  /// `#` begins a comment at the start of a line or after a blank.
  private func withoutComment(_ line: String) -> String {
    var previous: Character = " "
    var kept = ""
    for character in line {
      if character == "#", previous == " " { break }
      kept.append(character)
      previous = character
    }
    return kept
  }

  private func alternative(_ rest: ArraySlice<SourceText>) -> [Block] {
    guard let first = rest.first, let last = rest.last else { return [] }
    let blocks = MarkdownReader(lines).document(in: lines.range(from: first, through: last)).blocks
    // Nothing is ordered here: comments are remarks.
    return blocks.readingHTML(where: \.isVisible)
  }
}

extension SourceLines {
  /// The bytes of some lines of code. Their texts do not tell: the parser makes blanks of tabs, and
  /// three bytes of one that is no text.
  func range(from first: SourceText, through last: SourceText) -> Range<Int> {
    first.offset..<max(first.offset, range(ofLine: line(at: last.offset)).upperBound)
  }
}

extension String {
  /// Without blanks at both ends, by bytes: a mark on a blank loses it.
  var trimmed: String {
    let isInk = { (byte: UInt8) in byte != 0x20 && byte != 0x09 }
    guard let first = utf8.firstIndex(where: isInk), let last = utf8.lastIndex(where: isInk) else {
      return ""
    }
    return String(self[first...last])
  }
}
