/// Comments that mean something: pauses and the speaker's notes.

import Markup

enum Directive: Equatable {
  case pause
  case note(String)
  /// A comment for whoever reads the source (`// …`, `comment: …`).
  case remark
  case unknown(String)

  /// The directives of a piece of HTML that is nothing but comments, each with its byte offset;
  /// nil where other HTML is in it.
  static func all(inComments html: String, at start: Int) -> [(Directive, offset: Int)]? {
    var found: [(Directive, offset: Int)] = []
    var rest = Substring(html)
    var offset = start
    while true {
      let blank = rest.prefix { $0.isWhitespace }
      rest = rest.dropFirst(blank.count)
      offset += blank.utf8.count
      if rest.isEmpty { return found }
      guard rest.hasPrefix("<!--"), let end = rest.range(ofText: "-->") else { return nil }
      let body = rest[rest.index(rest.startIndex, offsetBy: 4)..<end.lowerBound]
      found.append((Directive(comment: String(body)), offset))
      offset += rest[..<end.upperBound].utf8.count
      rest = rest[end.upperBound...]
    }
  }

  init(comment: String) {
    let text = comment.trimmedLines
    let word = text.prefix { $0.isLetter || $0 == "_" }.lowercased()
    let rest = text.dropFirst(word.count)
    switch word {
    case "pause", "stop": self = rest.isEmpty ? .pause : .unknown(text)
    case "notes", "note", "speaker_note", "speaker_notes":
      self = rest.first == ":" ? .note(String(rest.dropFirst()).trimmedLines) : .unknown(text)
    case "comment", "vim": self = .remark
    default: self = text.hasPrefix("//") || text.isEmpty ? .remark : .unknown(text)
    }
  }

  /// A paragraph of three dots, Pandoc's pause.
  static func isPause(_ block: Block) -> Bool {
    guard case .paragraph(let inlines) = block.kind else { return false }
    // three dots may come from the parser in pieces, but not in many
    return inlines.count <= 3 && inlines.plainText == ". . ."
  }
}

extension StringProtocol {
  /// Without blanks and line ends at both ends.
  fileprivate var trimmedLines: String {
    let start = drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}

extension Substring {
  /// Where a short text first occurs.
  fileprivate func range(ofText text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
