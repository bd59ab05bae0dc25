/// Words between tags of HTML: formulas, code and links of Markdown in them are read, and stars and
/// bars that embrace words, as whoever wrote them there meant it.

import Markup

enum HTMLWords {
  /// The inlines of a text whose line ends are blanks.
  static func inlines(_ words: String, at place: Int) -> [Inline] {
    let plain = [Inline(.text(Entities.replacing(in: words)), at: place)]
    guard words.utf8.contains(where: { "$*_`]".utf8.contains($0) }) else { return plain }
    let source = SourceLines(kept(words.trimmedBlanks))
    let blocks = MarkdownReader(source).document(in: 0..<source.bytes.count).blocks
    guard blocks.count == 1, case .paragraph(let read) = blocks[0].kind, !read.isEmpty else {
      return plain
    }
    let before = words.prefix { $0 == " " }
    let after = words.count > before.count && words.last == " " ? " " : ""
    return (before.isEmpty ? [] : [Inline(.text(" "), at: place)])
      + read.map { $0.moved(to: place) }
      + (after.isEmpty ? [] : [Inline(.text(" "), at: place)])
  }

  // MARK: Stars and bars

  /// A sign that nobody writes stands in for one that is no mark here: `2*3*4`, `__init__`.
  private static func twin(of sign: Character) -> Character? {
    switch sign {
    case "*": "\u{F8D0}"
    case "_": "\u{F8D1}"
    default: nil
    }
  }

  private static func sign(of twin: Character) -> Character? {
    switch twin {
    case "\u{F8D0}": "*"
    case "\u{F8D1}": "_"
    default: nil
    }
  }

  private static func kept(_ words: String) -> String {
    guard words.utf8.contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") }) else {
      return words
    }
    let signs = Array(words)
    var kept = ""
    var start = 0
    while start < signs.count {
      let end = signs[start...].firstIndex { $0 != signs[start] } ?? signs.count
      let isMark =
        twin(of: signs[start]) == nil
        || embraces(
          end - start, signs[start], after: start > 0 ? signs[start - 1] : " ",
          before: end < signs.count ? signs[end] : " ")
      for sign in signs[start..<end] { kept.append(isMark ? sign : twin(of: sign) ?? sign) }
      start = end
    }
    return kept
  }

  /// A mark has words at one side and none at the other; two bars are part of a name.
  private static func embraces(
    _ count: Int, _ sign: Character, after before: Character, before after: Character
  ) -> Bool {
    if sign == "_", count > 1 { return false }
    let isOutside = { (character: Character) in
      character.isWhitespace || character.isPunctuation || character.isSymbol
    }
    return isOutside(before) != isOutside(after)
  }

  fileprivate static func meant(_ text: String) -> String {
    guard text.contains(where: { sign(of: $0) != nil }) else { return text }
    return String(text.map { sign(of: $0) ?? $0 })
  }
}

extension Inline {
  fileprivate func moved(to place: Int) -> Inline {
    var inline = self
    inline.offset = place
    switch inline.kind {
    case .text(let text): inline.kind = .text(HTMLWords.meant(text))
    case .code(let text): inline.kind = .code(HTMLWords.meant(text))
    case .math(let tex, let isDisplay):
      inline.kind = .math(HTMLWords.meant(tex), isDisplay: isDisplay)
    case .link(let destination, let inner):
      inline.kind = .link(destination: HTMLWords.meant(destination), inner)
    case .image(let image):
      inline.kind = .image(
        Image(HTMLWords.meant(image.source), image.alternative.map { $0.moved(to: place) }))
    default: break
    }
    inline.inner = inline.inner.map { $0.map { $0.moved(to: place) } }
    return inline
  }
}
