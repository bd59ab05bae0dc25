/// One page of a talk: its title, what stands on it, the steps it appears in, the speaker's notes.

import Markup

package struct Slide: Equatable, Sendable {
  /// What stands on a slide, in its order.
  package enum Item: Equatable, Sendable {
    case block(Block)
    case demo(DemoRequest)
  }

  package var title: [Inline]?
  package var items: [Item]
  /// Bytes of the source at which a step ends, ascending: what begins after one appears later.
  package var pauses: [Int]
  /// The speaker's notes, one string a comment.
  package var notes: [String]
  /// Bytes of the source.
  package var range: Range<Int>

  package init(
    title: [Inline]? = nil, items: [Item] = [], pauses: [Int] = [], notes: [String] = [],
    range: Range<Int> = 0..<0
  ) {
    self.title = title
    self.items = items
    self.pauses = pauses
    self.notes = notes
    self.range = range
  }

  /// The step (from 0) at which something that begins at this byte appears.
  package func step(ofOffset offset: Int) -> Int { pauses.filter { $0 <= offset }.count }

  package var lastStep: Int { pauses.count }

  package var demos: [DemoRequest] {
    items.compactMap { if case .demo(let request) = $0 { request } else { nil } }
  }
}
