/// What stands in a line of text: CommonMark's inlines, and what decks add to them, with places.

package struct Inline: Equatable, Sendable {
  package var kind: Kind
  package var offset: Int
  /// A sign that is meant as it stands, whatever it could mark otherwise.
  package private(set) var isLiteral = false

  package init(_ kind: Kind, at offset: Int) {
    self.kind = kind
    self.offset = offset
  }

  init(literal sign: String, at offset: Int) {
    self.init(.text(sign), at: offset)
    isLiteral = true
  }

  package enum Kind: Equatable, Sendable {
    case text(String)
    case code(String)
    case emphasis([Inline])
    case strong([Inline])
    case strikethrough([Inline])
    /// What useful HTML says: `<u>`, `<sub>`, `<span style="color:red">` and the like.
    case styled(InlineStyle, [Inline])
    case link(destination: String, [Inline])
    case image(Image)
    /// TeX between dollars, without them.
    case math(String, isDisplay: Bool)
    /// The mark of a footnote: the label it is defined under.
    case footnote(String)
    case softBreak
    case lineBreak
    /// A comment, or a tag that says nothing of the text.
    case html(String)
  }
}

package enum InlineStyle: Equatable, Sendable {
  case underline, `subscript`, superscript, keyboard, mark
  /// Colours by name or as CSS writes them.
  case color(String?, on: String?)
  /// Words that appear later than the rest.
  case fragment(Fragment)
}

/// When a fragment appears.
package enum Fragment: Equatable, Sendable {
  /// With the next step, or so many after it.
  case next(Int)
  /// With what appeared last.
  case withPrevious
  /// At a step that is named: Slidev counts from the slide's beginning, reveal.js only by order.
  case at(Int)
  /// Seen from the start; at its step it goes, or looks otherwise, where reveal.js or Slidev shows it.
  case seen
}

/// A picture as the source asks for it.
package struct Image: Equatable, Sendable {
  package var source: String
  package var alternative: [Inline]
  package var size: ImageSize

  package init(_ source: String, _ alternative: [Inline] = [], size: ImageSize = ImageSize()) {
    self.source = source
    self.alternative = alternative
    self.size = size
  }
}

/// How large a picture is to be; what is nil follows from the rest.
package struct ImageSize: Equatable, Sendable {
  package enum Length: Equatable, Sendable {
    /// Of the room there is, 1 is all of it.
    case share(Double)
    case pixels(Int)
    case cells(Int)
  }

  package var width: Length?
  package var height: Length?

  package init(width: Length? = nil, height: Length? = nil) {
    self.width = width
    self.height = height
  }
}

extension [Inline] {
  /// The words alone, breaks as blanks.
  package var plainText: String {
    count == 1 ? self[0].plainText : reduce(into: "") { $0.append($1.plainText) }
  }
}

extension Inline {
  package var plainText: String {
    switch kind {
    case .text(let text), .code(let text), .math(let text, _): text
    case .image(let image): image.alternative.plainText
    case .softBreak, .lineBreak: " "
    case .html, .footnote: ""
    default: inner?.plainText ?? ""
    }
  }

  /// Whether this is a picture, or holds one.
  package var isPicture: Bool {
    if case .image = kind { return true }
    return inner?.contains(where: \.isPicture) == true
  }

  /// The inlines inside this one, where it is a container.
  package var inner: [Inline]? {
    get {
      switch kind {
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .styled(_, let inner), .link(_, let inner):
        inner
      default: nil
      }
    }
    set {
      guard let newValue else { return }
      switch kind {
      case .emphasis: kind = .emphasis(newValue)
      case .strong: kind = .strong(newValue)
      case .strikethrough: kind = .strikethrough(newValue)
      case .styled(let style, _): kind = .styled(style, newValue)
      case .link(let destination, _): kind = .link(destination: destination, newValue)
      default: break
      }
    }
  }
}
