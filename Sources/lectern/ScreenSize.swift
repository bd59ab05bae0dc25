/// Sizes as they are written: columns, `x`, rows.

import ArgumentParser
import Screen

struct ScreenSize: ExpressibleByArgument {
  let size: Size
  let text: String

  init?(argument: String) {
    let parts = argument.lowercased().split(separator: "x").map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1],
      (1...2000).contains(columns), (1...1000).contains(rows)
    else { return nil }
    size = Size(rows: rows, columns: columns)
    text = argument
  }

  static let standard = [ScreenSize(argument: "80x24")].compactMap { $0 }
}

/// Several sizes with commas between them.
struct ScreenSizes: ExpressibleByArgument {
  let sizes: [ScreenSize]

  init?(argument: String) {
    let read = argument.split(separator: ",").map { ScreenSize(argument: String($0)) }
    guard !read.isEmpty, !read.contains(where: { $0 == nil }) else { return nil }
    sizes = read.compactMap { $0 }
  }
}
