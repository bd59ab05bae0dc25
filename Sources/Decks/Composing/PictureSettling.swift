/// Pictures in a text with the sizes that are told beside them, and what Pandoc says of other words.

import Markup

extension SlideComposer {
  /// `{width=50%}` behind a picture is said of the picture.
  func takeAttributes(_ text: String, _ inline: inout Inline, into kept: inout [Inline]) {
    guard text.hasPrefix("{"), let end = text.firstIndex(of: "}"), let last = kept.indices.last
    else { return }
    guard case .image(var image) = kept[last].kind else {
      // What Pandoc says of code, links and spans is for style sheets.
      let isPandocs = source.dialect == .pandoc || source.dialect == .patat
      if isPandocs, kept[last].isCode, text.hasPrefix("{=") {
        // For one kind of paper, in its own language.
        kept.removeLast()
        inline.kind = .text(String(text[text.index(after: end)...]))
      } else if isPandocs, kept[last].takesAttributes, text[...end].isAttributes {
        inline.kind = .text(String(text[text.index(after: end)...]))
      }
      return
    }
    let attributes = ImageAttributes(braces: String(text[text.index(after: text.startIndex)..<end]))
    image.size = attributes.size
    kept[last].kind = .image(image)
    inline.kind = .text(String(text[text.index(after: end)...]))
  }

  /// A picture with the size that its text tells; a background becomes a side of the slide.
  func settle(_ image: Image, at offset: Int) -> Image {
    let attributes = ImageAttributes(
      alternative: image.alternative.plainText, countsRows: source.dialect == .lookatme)
    guard attributes.isSpecial else { return image }
    let words = attributes.alternative.joined(separator: " ")
    return Image(
      image.source, words.isEmpty ? [] : [Inline(.text(words), at: offset)],
      size: attributes.size == ImageSize() ? image.size : attributes.size)
  }
}

extension Inline {
  fileprivate var isCode: Bool { if case .code = kind { true } else { false } }

  fileprivate var takesAttributes: Bool {
    switch kind {
    case .code, .link: true
    default: false
    }
  }
}
