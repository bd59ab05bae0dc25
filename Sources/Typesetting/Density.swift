/// How close a slide is set: what goes first where there is no room for everything.

struct Density: Equatable {
  /// Where blank rows are.
  enum Air: Int, CaseIterable, Comparable {
    case everywhere
    /// No longer within lists and tables.
    case betweenBlocks
    /// Only between what would run together: two paragraphs, two listings.
    case betweenAlike
    case none

    static func < (left: Air, right: Air) -> Bool { left.rawValue < right.rawValue }
  }

  var air = Air.everywhere
  /// A blank row above the slide's body and below it.
  var hasEdges = true
  /// So many of the largest scales of letters are left out.
  var smaller = 0

  var isCompact: Bool { air == .none }
  var isClose: Bool { air >= .betweenBlocks }
}
