/// mdp's quotes and lists from their lines, and what is around the words of a line.

import Markup

/// An item of a list.
struct MdpEntry {
  var indent: Int
  var mark: Character
  var lines: [SourceText]
  /// What follows it waits.
  var pauses = false
  /// A blank row is above it.
  var isParted = false
}

enum MdpBlocks {
  private static let deepest = 16

  /// Rows between bars, which mdp knows nothing of: as long as no word in them is marked they are
  /// lines like those of code, which are not torn apart where they are too long.
  static func table(_ lines: [SourceText]) -> CodeBlock? {
    guard lines.count > 1,
      lines.allSatisfy({ $0.text.trimmed.hasPrefix("|") && $0.text.trimmed.hasSuffix("|") }),
      lines.allSatisfy({ MdpInlines.of($0).map(\.kind) == [.text($0.text)] })
    else { return nil }
    return CodeBlock(info: "", isFenced: false, infoOffset: lines[0].offset, lines: lines)
  }

  /// Lines with further marks are quotes in the quote.
  static func quote(_ lines: [SourceText], depth: Int = 0) -> Block.Kind {
    var blocks: [Block] = []
    var rest = lines[...]
    while let first = rest.first {
      let isInner = first.text.hasPrefix(">")
      let alike = rest.prefix { $0.text.hasPrefix(">") == isInner }
      rest = rest.dropFirst(alike.count)
      let range = first.offset..<first.offset + first.text.utf8.count
      let kind =
        isInner
          && depth < deepest
        ? quote(alike.map { $0.trimmedStart(dropping: 1) }, depth: depth + 1)
        : .paragraph(MdpInlines.of(Array(alike)))
      blocks.append(Block(kind, range))
    }
    return .quote(blocks)
  }

  /// Takes the entries of one indent, and those that are indented further as lists in them.
  static func list(
    _ rest: inout ArraySlice<MdpEntry>, indent: Int, depth: Int = 0
  ) -> List {
    var list = List(marker: .bullet(rest.first?.mark ?? "*"), isTight: true, items: [])
    while let entry = rest.first, entry.indent >= indent {
      if entry.indent > indent, !list.items.isEmpty, depth < deepest {
        let inner = Self.list(&rest, indent: entry.indent, depth: depth + 1)
        let offset = entry.lines[0].offset
        list.items[list.items.count - 1].blocks.append(Block(.list(inner), offset..<offset))
        continue
      }
      rest = rest.dropFirst()
      if entry.isParted { list.isTight = false }
      let offset = entry.lines[0].offset
      var blocks = [Block(.paragraph(MdpInlines.of(entry.lines)), offset..<offset)]
      if entry.pauses { blocks.append(Block(.html("<!-- pause -->"), offset..<offset)) }
      list.items.append(List.Item(blocks: blocks))
    }
    return list
  }
}

extension SourceText {
  func dropping(_ count: Int) -> SourceText {
    SourceText(String(text.dropFirst(count)), at: offset + text.prefix(count).utf8.count)
  }

  /// Without the blanks before it, so many signs, and the blanks after those.
  func trimmedStart(dropping count: Int) -> SourceText {
    let blanks = text.prefix { $0 == " " || $0 == "\t" }.count
    let rest = dropping(blanks + count)
    let more = rest.text.prefix { $0 == " " }.count
    let words = rest.dropping(more)
    return SourceText(words.text.trimmed, at: words.offset)
  }

  /// What stands between mdp's arrows; nil without them.
  var centred: SourceText? {
    let line = trimmedStart(dropping: 0)
    guard line.text.hasPrefix("->") else { return nil }
    var inner = line.trimmedStart(dropping: 2)
    guard inner.text.hasSuffix("<-") else { return inner }
    // Blanks before the arrow, but for one, are as wide as words: pictures are made of both.
    let words = inner.text.dropLast(2)
    let blanks = words.reversed().prefix { $0 == " " }.count
    inner.text =
      String(words.dropLast(blanks)) + String(repeating: "\u{A0}", count: max(0, blanks - 1))
    return inner
  }
}

extension String {
  /// Tabs before the words as four blanks, as mdp has them.
  var withoutLeadingTabs: String {
    let blanks = prefix { $0 == "\t" || $0 == " " }
    guard blanks.contains("\t") else { return self }
    let widths = blanks.reduce(0) { $0 + ($1 == "\t" ? 4 : 1) }
    return String(repeating: " ", count: widths) + dropFirst(blanks.count)
  }
}

extension String {
  /// `^` and `<br>`: the slide waits.
  var isMdpStop: Bool { hasPrefix("^") || lowercased().hasPrefix("<br>") }
}

extension Sequence<UInt8> {
  /// A line that ends a slide.
  var isMdpRule: Bool { rule == UInt8(ascii: "-") || rule == UInt8(ascii: "*") }
}
