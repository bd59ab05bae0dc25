/// Text to glyphs that a cell can hold: where untrusted text becomes harmless and gets its width.

/// One spacing scalar, the marks on it, and the columns it takes (1 or 2). Kept as plain numbers, so
/// that frames are copied and compared without a thought for memory.
package struct Glyph: Equatable, Sendable {
  package let base: Unicode.Scalar
  package let width: Int8
  package let marks: Marks

  package init(_ base: Unicode.Scalar, marks: Marks = Marks(), width: Int = 1) {
    self.base = base
    self.marks = marks
    self.width = Int8(width)
  }

  /// The glyph that a character is shown as, if it is shown at all.
  package init?(showing character: Character) {
    let scalars = character.unicodeScalars
    let first = scalars[scalars.startIndex]
    let width = GlyphWidth.columns(first)
    // Mostly one of ours; whatever it is otherwise is the text's to tell.
    if scalars.index(after: scalars.startIndex) == scalars.endIndex, !first.isControl, width > 0 {
      self.init(first, width: width)
      return
    }
    var glyphs = Glyphs(String(character))
    guard let glyph = glyphs.next() else { return nil }
    self = glyph
  }

  package static let blank = Glyph(" ")

  package var columns: Int { Int(width) }

  package func append(to text: inout String) {
    text.unicodeScalars.append(base)
    for mark in marks { text.unicodeScalars.append(mark) }
  }

  package func append(to utf8: inout [UInt8]) {
    if base.isASCII, marks.isEmpty {
      utf8.append(UInt8(truncatingIfNeeded: base.value))
    } else {
      utf8 += UTF8.encode(base) ?? UTF8.encodedReplacementCharacter
      for mark in marks { utf8 += UTF8.encode(mark) ?? UTF8.encodedReplacementCharacter }
    }
  }

  package var text: String {
    var text = ""
    append(to: &text)
    return text
  }
}

/// The marks of a glyph: at most four, which is what curses can keep in a cell.
package struct Marks: Equatable, Sendable, Sequence, IteratorProtocol {
  // 32 bits a mark, the first lowest; zero ends them
  private var first: UInt64 = 0
  private var second: UInt64 = 0

  package init() {}

  package var isEmpty: Bool { first == 0 }
  var isFull: Bool { second >> 32 != 0 }

  mutating func append(_ mark: Unicode.Scalar) {
    let value = UInt64(mark.value)
    if first == 0 {
      first = value
    } else if first >> 32 == 0 {
      first |= value << 32
    } else if second == 0 {
      second = value
    } else if !isFull {
      second |= value << 32
    }
  }

  package mutating func next() -> Unicode.Scalar? {
    guard !isEmpty else { return nil }
    defer {
      first = first >> 32 | second << 32
      second >>= 32
    }
    return Unicode.Scalar(UInt32(truncatingIfNeeded: first))
  }
}

/// The glyphs of a text, scalar by scalar as terminals that follow `wcwidth` show them:
/// a spacing scalar begins a glyph, marks join it (at most four); variation selectors and skin
/// tones are dropped; what a zero-width joiner would add to an emoji is dropped with it.
/// C0, C1, DEL, bidi overrides and isolates and tags become U+FFFD, other invisible signs vanish.
package struct Glyphs: Sequence, IteratorProtocol {
  private var scalars: String.UnicodeScalarView.Iterator
  private var pending: Unicode.Scalar?

  package init(_ text: String) {
    scalars = text.unicodeScalars.makeIterator()
    pending = scalars.next()
  }

  package mutating func next() -> Glyph? {
    while let scalar = pending {
      pending = scalars.next()
      if GlyphWidth.isPlain(scalar), pending.map(GlyphWidth.isPlain) ?? true {
        return Glyph(scalar)
      }
      if let glyph = glyph(from: scalar) { return glyph }
    }
    return nil
  }

  private mutating func glyph(from scalar: Unicode.Scalar) -> Glyph? {
    if scalar.isControl { return Glyph("\u{FFFD}") }
    let width = GlyphWidth.columns(scalar)
    // A mark with nothing to stand on, or something invisible.
    guard width > 0 else { return nil }
    return Glyph(scalar, marks: gatheredMarks(on: scalar), width: width)
  }

  /// The marks that follow a base.
  private mutating func gatheredMarks(on base: Unicode.Scalar) -> Marks {
    var marks = Marks()
    while let mark = pending, !mark.isControl || mark.isTag && base.value == 0x1F3F4 {
      if mark == "\u{200D}" {
        // Joined: the next scalar belongs to the same picture, of which only the base is shown.
        pending = scalars.next()
        if let joined = pending, GlyphWidth.columns(joined) == 2 { pending = scalars.next() }
        continue
      }
      guard mark.value >= 0x300, GlyphWidth.columns(mark) == 0 || mark.isSkinTone else { break }
      if mark.isMark { marks.append(mark) }
      pending = scalars.next()
    }
    return marks
  }
}

extension String {
  /// The columns this text takes on the screen.
  package var columns: Int {
    var count = 0
    for scalar in unicodeScalars {
      guard GlyphWidth.isPlain(scalar) else { return Glyphs(self).reduce(0) { $0 + $1.columns } }
      count += 1
    }
    return count
  }

  /// The text cut to so many columns, with an ellipsis where something is missing.
  package func fitted(to limit: Int, ellipsis: Character = "…") -> String {
    guard columns > limit else { return self }
    var cut = ""
    var used = 0
    for glyph in Glyphs(self) {
      guard used + glyph.columns < limit else { break }
      glyph.append(to: &cut)
      used += glyph.columns
    }
    return limit > 0 ? cut + String(ellipsis) : ""
  }

  /// The text broken at blanks into lines of a width; a longer word stands alone and is too long.
  package func wrapped(to width: Int) -> [String] {
    var lines = [""]
    for word in split(separator: " ", omittingEmptySubsequences: false) {
      let last = lines[lines.count - 1]
      let longer = last.isEmpty ? String(word) : last + " " + word
      if longer.columns <= width || last.isEmpty {
        lines[lines.count - 1] = longer
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// The text in pieces of at most so many columns, for what has no blank to be broken at.
  package func cut(to width: Int) -> [String] {
    var pieces = [""]
    var used = 0
    for glyph in Glyphs(self) {
      if used + glyph.columns > width, used > 0 {
        pieces.append("")
        used = 0
      }
      glyph.append(to: &pieces[pieces.count - 1])
      used += glyph.columns
    }
    return pieces
  }

  /// The text with blanks after it up to so many columns.
  package func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - columns))
  }

  /// The text with blanks before it up to so many columns.
  package func rightAligned(to width: Int) -> String {
    String(repeating: " ", count: Swift.max(0, width - columns)) + self
  }
}

extension [String] {
  /// The texts with something between them. The library's `joined(separator:)` is generic: looking up
  /// its types takes longer than all the rest of the first foot line.
  package func parted(by separator: String) -> String {
    dropFirst().reduce(first ?? "") { $0 + separator + $1 }
  }

  /// The texts side by side, or closer where that is tight; as many as there is room for.
  package func joined(room: Int, by separator: String = "   ", or tight: String = "  ") -> String {
    let airy = joined(separator: separator)
    if airy.columns <= room { return airy }
    return reduce(into: "") { line, item in
      let longer = line.isEmpty ? item : line + tight + item
      if longer.columns <= room { line = longer }
    }
  }
}

extension Unicode.Scalar {
  /// C0, DEL, C1, the line and paragraph separators; what makes the words behind it look like others
  /// (Trojan Source, CVE-2021-42574), and letters that cannot be seen.
  fileprivate var isControl: Bool {
    guard value >= 0x20 else { return true }
    return switch value {
    case ..<0x7F: false
    case 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
    default: isTag
    }
  }

  /// What spells the name of a region's flag behind 🏴, and is no text otherwise.
  fileprivate var isTag: Bool { (0xE0000...0xE007F).contains(value) }

  fileprivate var isSkinTone: Bool { (0x1F3FB...0x1F3FF).contains(value) }

  /// A mark worth keeping: no joiner, selector, bidi control or other format character.
  fileprivate var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark:
      !(0xFE00...0xFE0F).contains(value) && !(0xE0100...0xE01EF).contains(value)
    case .otherLetter: true  // the vowels and finals of Hangul
    default: false
    }
  }
}
