/// The row that names the demos of a slide: which of them has the floor, and where each is pressed.

import Decks
import Screen

struct FloorRow {
  let demos: [DemoRequest]
  let floor: Int

  var labels: [String] {
    demos.enumerated().map { index, demo in
      let hasFloor = index == min(floor, demos.count - 1)
      return (hasFloor ? "▶ " : "  ") + "\(index + 1) " + demo.label
    }
  }

  /// The columns of each label that has any.
  func columns(in width: Int) -> [Range<Int>] {
    var columns: [Range<Int>] = []
    var start = 1
    for label in labels where start < width {
      let end = min(width, start + label.columns)
      columns.append(start..<end)
      start = end + 2
    }
    return columns
  }
}

extension DemoRequest {
  /// Its title, else its name and the values it was given.
  fileprivate var label: String {
    if let title = arguments.last(where: { $0.key == "title" }) { return title.value }
    return ([name] + arguments.prefix(2).map(\.value)).joined(separator: " ")
  }
}
