/// One page of a talk: its title, what stands on it, the steps it appears in, the speaker's notes.

import Markup

package struct Slide: Equatable, Sendable {
  package var title: [Inline]?
  /// From 1, an ordinary title, to 7.
  package var titleSize = 1
  package var items: [Item]
  package var reveal: Reveal
  /// The speaker's notes, one string a comment.
  package var notes: [String]
  /// The footnotes its text refers to, in their order.
  package var footnotes: [Footnote] = []
  package var style = SlideStyle()
  /// Pictures under all of it, of which the first that can be shown is.
  package var backgrounds: [Block] = []
  /// The name that links know it by, if its heading has one.
  package var anchor: String?
  /// The names of headings below the title.
  package var innerAnchors: [String] = []
  /// In the deck, and not in the talk.
  package var isSkipped = false
  /// Not in the talk's short form.
  package var isSkippedInShort = false
  /// Seconds after which it goes on by itself.
  package var advance: Int?
  /// How long it is to take, where it says so.
  package var minutes: Double?
  /// Bytes of the source.
  package var range: Range<Int>

  package init(
    title: [Inline]? = nil, items: [Item] = [], reveal: Reveal = Reveal(), notes: [String] = [],
    range: Range<Int> = 0..<0
  ) {
    self.title = title
    self.items = items
    self.reveal = reveal
    self.notes = notes
    self.range = range
  }

  /// The step (from 0) at which something that begins at this byte appears.
  package func step(ofOffset offset: Int) -> Int { reveal.step(ofOffset: offset) }

  package var lastStep: Int { reveal.last }

  package var demos: [DemoRequest] { items.flatMap(\.demos) }
}

/// What stands on a slide, in its order, and how.
package struct Item: Equatable, Sendable {
  package indirect enum Content: Equatable, Sendable {
    case block(Block)
    case demo(DemoRequest)
    case columns(Columns)
    /// One in the place of the other, step by step.
    case sequence([Block])
    /// Blank rows that were asked for.
    case space(Int)
    /// What follows begins in the middle of the slide.
    case middle
  }

  package var content: Content
  package var alignment: Alignment?
  /// From 1, ordinary text, to 7.
  package var size = 1
  /// Blank rows between the items of a list, and one more; nil for as many as elsewhere.
  package var itemGap: Int?

  package init(
    _ content: Content, alignment: Alignment? = nil, size: Int = 1, itemGap: Int? = nil
  ) {
    self.content = content
    self.alignment = alignment
    self.size = size
    self.itemGap = itemGap
  }

  /// The size of the largest that stands in it.
  package var largestSize: Int {
    if case .columns(let columns) = content {
      return columns.columns.flatMap { $0.map(\.largestSize) }.max() ?? 1
    }
    return size
  }

  package static func block(_ block: Block) -> Item { Item(.block(block)) }
  package static func demo(_ request: DemoRequest) -> Item { Item(.demo(request)) }

  var demos: [DemoRequest] {
    switch content {
    case .demo(let request): [request]
    case .columns(let columns): columns.columns.flatMap { $0.flatMap(\.demos) }
    default: []
    }
  }
}

/// Parts of a slide side by side.
package struct Columns: Equatable, Sendable {
  /// How the width is shared out.
  package var shares: [Int]
  package var columns: [[Item]]

  package init(shares: [Int]) {
    self.shares = shares
    columns = shares.map { _ in [] }
  }
}

package struct Footnote: Equatable, Sendable {
  package var label: String
  package var blocks: [Block]
}

/// What a slide wants to be different from the others.
package struct SlideStyle: Equatable, Sendable {
  /// Everything in the middle, the title large: a section's first slide.
  package var isLead = false
  package var hasFooter = true
  package var header: String?
  package var footer: String?
}

extension Slide {
  /// The most columns that stand side by side.
  package var columnCount: Int {
    items.map { item in
      if case .columns(let columns) = item.content { columns.columns.count } else { 1 }
    }.max() ?? 1
  }

  /// Every block there is, those in columns and below all others too.
  package var blocks: [Block] { items.flatMap(\.blocks) + backgrounds }

  /// Whether a picture has to be read for it.
  package var hasPictures: Bool {
    (blocks + demos.flatMap(\.alternative)).contains {
      $0.inlines.joined().contains(where: \.isPicture)
    }
  }
}

extension Item {
  package var blocks: [Block] {
    switch content {
    case .block(let block): [block]
    case .sequence(let blocks): blocks
    case .columns(let columns): columns.columns.flatMap { $0.flatMap(\.blocks) }
    default: []
    }
  }
}

/// When things appear: what begins at a byte of the source belongs to the step of the last mark at
/// or before it.
package struct Reveal: Equatable, Sendable {
  package struct Mark: Equatable, Sendable {
    package var offset: Int
    package var step: Int
  }

  package private(set) var marks: [Mark] = []
  /// The step that shows everything.
  package private(set) var last = 0

  package init() {}

  /// What begins at this byte or later appears at a step (until the next mark).
  package mutating func mark(_ step: Int, at offset: Int) {
    // Marks come in the order of the source, but for those that follow what they mark.
    var place = marks.count
    while place > 0, marks[place - 1].offset > offset { place -= 1 }
    marks.insert(Mark(offset: offset, step: step), at: place)
    last = max(last, step)
  }

  /// There are so many steps, even if nothing appears at some of them.
  package mutating func extend(to step: Int) { last = max(last, step) }

  package func step(ofOffset offset: Int) -> Int {
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : marks[low - 1].step
  }
}
