/// A line of text in words alone: where links lead, what pictures show, what is struck out.

import Markup
import Wording

extension LinearWriter {
  /// Line breaks that were asked for are line ends.
  func text(of inlines: [Inline]) -> String {
    inlines.map(text(of:)).joined().filter { $0 != "\u{AD}" }
  }

  private func text(of inline: Inline) -> String {
    switch inline.kind {
    case .text(let text): return withNamedEmoji(text)
    case .code(let text): return text
    case .emphasis(let inner), .strong(let inner): return text(of: inner)
    case .strikethrough(let inner):
      let words = text(of: inner)
      return said("(struck out: \(words))", "(зачёркнуто: \(words))")
    case .styled(let style, let inner): return styled(style, inner, inline.offset)
    case .link(let destination, let inner): return link(to: destination, text(of: inner))
    case .image(let image): return "(" + description(of: image) + ")"
    // As it is written: many screen readers are silent at the signs that stand for it on the screen.
    case .math(let text, let isDisplay):
      let text = text.trimmedBlanks
      return isDisplay ? said("Formula: \(text)", "Формула: \(text)") : text
    case .footnote(let label):
      guard let number = footnotes.firstIndex(of: label).map({ $0 + 1 }) else { return "" }
      return said(" (footnote \(number))", " (сноска \(number))")
    case .softBreak: return " "
    case .lineBreak: return "\n"
    case .html: return ""
    }
  }

  /// Nobody hears a picture: its name follows it.
  private func withNamedEmoji(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0xE2 }) else { return text }
    return text.reduce(into: "") { words, sign in
      words.append(sign)
      if let name = EmojiNames.words(for: sign) { words += " (\(name))" }
    }
  }

  private func styled(_ style: InlineStyle, _ inner: [Inline], _ offset: Int) -> String {
    let words = text(of: inner)
    switch style {
    case .subscript: return "_" + words
    case .superscript: return "^" + words
    case .fragment where hasSteps && step(offset) > 0:
      let number = step(offset) + 1
      return said("(step \(number): \(words))", "(шаг \(number): \(words))")
    default: return words
    }
  }

  /// The words, then the address, unless they are it.
  private func link(to destination: String, _ words: String) -> String {
    if destination.hasPrefix("#"), let slide = slideOfAnchor(destination) {
      let number = slide + 1
      return words + said(" (link: slide \(number))", " (ссылка: слайд \(number))")
    }
    guard !destination.isEmpty, destination != words, destination != "mailto:" + words else {
      return words
    }
    return words + said(" (link: \(destination))", " (ссылка: \(destination))")
  }

  func description(of image: Image) -> String {
    let words = text(of: image.alternative)
    return words.isEmpty
      ? said("picture \(image.source)", "картинка \(image.source)")
      : said("picture: \(words)", "картинка: \(words)")
  }
}

extension [Inline] {
  /// Also those within other inlines.
  var pictures: [Image] {
    flatMap { inline -> [Image] in
      if case .image(let image) = inline.kind { return [image] }
      return inline.inner?.pictures ?? []
    }
  }
}
