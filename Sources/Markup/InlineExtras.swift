/// What a run of inlines is looked at for once more when it is whole: tags, short codes, dollars.

/// Noted while the pieces come in, so that ordinary text is not walked again.
struct Extras {
  var hasTags = false
  var hasColons = false

  func refined(_ inlines: [Inline]) -> [Inline] {
    guard hasTags || hasColons else { return inlines }
    var refined = hasTags ? InlineTags.nested(inlines) : inlines
    if hasColons { refined.replaceShortCodes() }
    return refined
  }
}

extension [Inline] {
  /// With pairs of tags as containers.
  package var nestedTags: [Inline] { InlineTags.nested(self) }

  /// Text beside text is one text; escapes and references come from the parser in pieces.
  package mutating func append(joining inline: Inline) {
    if case .text(let more) = inline.kind, let last = indices.last,
      case .text(var text) = self[last].kind
    {
      // not shared while it grows
      self[last].kind = .softBreak
      text += more
      self[last].kind = .text(text)
    } else {
      append(inline)
    }
  }

  /// `:rocket:` to the sign it names.
  fileprivate mutating func replaceShortCodes() {
    for index in indices {
      if case .text(let text) = self[index].kind {
        self[index].kind = .text(EmojiNames.replacing(in: text))
      }
    }
  }
}
