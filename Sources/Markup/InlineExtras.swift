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
      case .text(var text) = self[last].kind, !inline.isLiteral, !self[last].isLiteral
    {
      // not shared while it grows
      self[last].kind = .softBreak
      text += more
      self[last].kind = .text(text)
    } else {
      append(inline)
    }
  }

  /// Adds to the tag that is last; false where none is.
  mutating func extendLastTag(by more: String) -> Bool {
    guard let last = indices.last, case .html(var html) = self[last].kind else { return false }
    // not shared while it grows
    self[last].kind = .softBreak
    html += more
    self[last].kind = .html(html)
    return true
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
