/// Slidev's `<Toc/>`: the titles of the deck as a list, each a link to its slide.

import Markup

extension SlideComposer {
  /// `minDepth` and `maxDepth` say which titles, by the level of their headings.
  mutating func composeContents(_ tag: HTMLTag, at offset: Int) {
    guard !tag.isClosing else { return }
    let least = tag.attribute("mindepth").flatMap { Int($0) } ?? 1
    let most = tag.attribute("maxdepth").flatMap { Int($0) } ?? 6
    let range = least...max(least, most)
    var entries = source.outline.entries.filter { range.contains($0.level) }[...]
    guard let level = entries.map(\.level).min() else { return }
    let list = Self.list(of: &entries, level: level, at: offset)
    flushPauses(at: offset)
    append(.block(list))
  }

  /// Takes the entries of one level, and those below each as a list in it.
  private static func list(
    of entries: inout ArraySlice<Outline.Entry>, level: Int, at offset: Int
  ) -> Block {
    var items: [List.Item] = []
    while let entry = entries.first, entry.level >= level {
      if entry.level > level, let last = items.indices.last {
        items[last].blocks.append(list(of: &entries, level: entry.level, at: offset))
        continue
      }
      entries.removeFirst()
      let words = [Inline(.text(entry.title), at: offset)]
      let link = Inline(.link(destination: "#" + entry.title.slug, words), at: offset)
      items.append(List.Item(blocks: [Block(.paragraph([link]), offset..<offset)]))
    }
    return Block(.list(List(marker: .bullet("-"), isTight: true, items: items)), offset..<offset)
  }
}
