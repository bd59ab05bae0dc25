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
  /// Only titles have letters.
  var isTextPlain = false
  /// The most rows of a picture that has no size of its own; nil where it may have all there are.
  var pictureRows: Int?

  var isCompact: Bool { air == .none }
  var isClose: Bool { air >= .betweenBlocks }

  /// How small pictures may get before air goes that is still there, of so many rows.
  func leastPicture(of rows: Int) -> Int {
    switch air {
    case .everywhere: rows * 2 / 3
    case .betweenBlocks: rows / 2
    case .betweenAlike, .none: max(4, rows / 4)
    }
  }

  func withLeastPictures(of rows: Int) -> Density {
    var density = self
    density.pictureRows = leastPicture(of: rows)
    return density
  }
}
