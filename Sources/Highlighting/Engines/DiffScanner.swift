/// Differences: which lines came and which went, and where.

struct DiffScanner: Sendable {
  /// How many lines of the hunk are to come, before and after the change. Among them a line that
  /// begins with `---` is one that went, not the name of a file.
  private var old = 0
  private var new = 0

  mutating func scan(_ line: inout PaintedLine) {
    if line.matches("@@", at: 0) { return paintHunk(&line) }
    if old > 0 || new > 0 { return paintChange(&line) }
    let isName = Self.heads.contains { line.matches($0, at: 0) }
    if isName { return line.paint(to: line.end, .attribute) }
    paintChange(&line)
  }

  private static let heads: [StaticString] = [
    "--- ", "+++ ", "diff ", "index ", "commit ", "Index: ", "====", "Author: ", "Date: ", "From ",
    "From: ", "Subject: ", "new file ", "new mode ", "old mode ", "deleted file ", "rename ",
    "copy ", "similarity ", "dissimilarity ", "Binary files ", "GIT binary ",
  ]

  private mutating func paintChange(_ line: inout PaintedLine) {
    switch line.byte {
    case .plus, .greater:
      new = max(0, new - 1)
      line.paint(to: line.end, .inserted)
    case .minus, .less:
      old = max(0, old - 1)
      line.paint(to: line.end, .deleted)
    case .backslash: line.paint(to: line.end, .comment)
    case .bang: line.paint(to: line.end, .hunk)
    case let byte where byte.isDigit && old + new == 0 && line.skippingBlanks(1) == 1:
      line.paint(to: line.end, .hunk)  // `3c4` of a diff without context
    default:
      (old, new) = (max(0, old - 1), max(0, new - 1))
      line.paint(to: line.end, .plain)
    }
  }

  /// `@@ -3,7 +3,9 @@ where it is`
  private mutating func paintHunk(_ line: inout PaintedLine) {
    let marks = line.skipping(.at, 0)
    var place = marks
    var counts: [Int] = []
    while place < line.end, line[place] != .at {
      if line[place] == .minus || line[place] == .plus { counts.append(count(line, place + 1)) }
      place += 1
    }
    // A merge has several old sides, which are not counted.
    (old, new) = marks == 2 && counts.count == 2 ? (counts[0], counts[1]) : (0, 0)
    line.paint(to: line.skipping(.at, place), .hunk)
    line.paint(to: line.end, .plain)
  }

  /// Of `3,7` the 7; of `3` alone 1.
  private func count(_ line: PaintedLine, _ start: Int) -> Int {
    var place = start
    while line[place].isDigit { place += 1 }
    guard line[place] == .comma else { return 1 }
    var count = 0
    place += 1
    while line[place].isDigit, count < 1_000_000 {
      count = count * 10 + Int(line[place] & 0x0F)
      place += 1
    }
    return count
  }
}
