/// Rows of a page while it is set: what stands on them, and at which steps.

import Decks
import Markup
import Screen

struct Row: Equatable {
  /// A line, or the top of a picture that reaches over rows below.
  struct Piece: Equatable {
    var column: Int
    var content: Page.Content
    /// The steps at which it is there.
    var steps: Range<Int>

    var width: Int { content.columns }

    /// The piece gone from a step on; nil if it is never there.
    func clamped(to end: Int) -> Piece? {
      guard steps.lowerBound < end else { return nil }
      var piece = self
      piece.steps = steps.clamped(to: steps.lowerBound..<end)
      return piece
    }
  }

  enum Kind: Equatable {
    case text
    /// Air between blocks, which goes where there is no room.
    case gap
    /// What follows begins in the middle of the page.
    case middle
  }

  var pieces: [Piece] = []
  var kind = Kind.text
  /// Something here is to be seen at these steps before all else: lit lines of code.
  var focus: [Range<Int>] = []
  /// So many columns the code this belongs to is wider than there is room for.
  var codeOverhang = 0

  init(_ pieces: [Piece] = [], _ kind: Kind = .text) {
    self.pieces = pieces
    self.kind = kind
  }

  init(_ line: Line, from step: Int) {
    if line.spans.contains(where: { $0.step > step }) {
      pieces = Self.parts(of: line, from: step)
    } else if !line.spans.isEmpty {
      pieces = [Piece(column: 0, content: .line(line), steps: step..<Int.max)]
    }
  }

  /// Words that appear later than those beside them are pieces of their own.
  private static func parts(of line: Line, from step: Int) -> [Piece] {
    var parts: [Piece] = []
    var column = 0
    for span in line.spans {
      let own = max(step, span.step)
      if let last = parts.indices.last, parts[last].steps.lowerBound == own,
        case .line(var text) = parts[last].content
      {
        text.append(span)
        parts[last].content = .line(text)
      } else {
        parts.append(Piece(column: column, content: .line(Line([span])), steps: own..<Int.max))
      }
      column += span.width
    }
    return parts
  }

  static let blank = Row()
  static let gap = Row([], .gap)
  static let middle = Row([], .middle)

  var width: Int { pieces.map { $0.column + $0.width }.max() ?? 0 }

  /// The first step at which anything is here.
  var firstStep: Int? { pieces.map(\.steps.lowerBound).min() }

  func shifted(by columns: Int) -> Row {
    guard columns != 0 else { return self }
    var row = self
    for index in row.pieces.indices { row.pieces[index].column += columns }
    return row
  }

  /// The row after a mark that stands as long as what it marks.
  func indented(by prefix: Line, from step: Int) -> Row {
    var row = shifted(by: prefix.width)
    if prefix.text.contains(where: { $0 != " " }) {
      row.pieces.insert(
        Piece(column: 0, content: .line(prefix), steps: step..<Int.max), at: 0)
    }
    return row
  }
}

extension [Row] {
  var columns: Int { map(\.width).max() ?? 0 }

  /// Each row for itself, or all as one, moved to the side or into the middle.
  func aligned(_ alignment: Alignment?, in width: Int, together: Bool) -> [Row] {
    guard let alignment, alignment != .left else { return self }
    let all = columns
    return map { row in
      let free = Swift.max(0, width - (together ? all : row.width))
      return row.shifted(by: alignment == .center ? free / 2 : free)
    }
  }
}
