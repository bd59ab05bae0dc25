/// What stands in a line of text: CommonMark's inlines, each with its place in the source.

package struct Inline: Equatable, Sendable {
  package var kind: Kind
  package var offset: Int

  package init(_ kind: Kind, at offset: Int) {
    self.kind = kind
    self.offset = offset
  }

  package enum Kind: Equatable, Sendable {
    case text(String)
    case code(String)
    case emphasis([Inline])
    case strong([Inline])
    case strikethrough([Inline])
    case link(destination: String, [Inline])
    case image(source: String, [Inline])
    case softBreak
    case lineBreak
    case html(String)
  }
}

extension [Inline] {
  /// The words alone, breaks as blanks.
  package var plainText: String {
    count == 1 ? self[0].plainText : reduce(into: "") { $0 += $1.plainText }
  }
}

extension Inline {
  package var plainText: String {
    switch kind {
    case .text(let text), .code(let text): text
    case .emphasis(let inlines), .strong(let inlines), .strikethrough(let inlines),
      .link(_, let inlines), .image(_, let inlines):
      inlines.plainText
    case .softBreak, .lineBreak: " "
    case .html: ""
    }
  }
}
