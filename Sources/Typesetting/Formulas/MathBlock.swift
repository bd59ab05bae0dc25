/// Text on several lines with the one that stands on the baseline of its formula.

import Screen

enum MathAlignment { case left, center, right }

struct MathBlock {
  /// Higher ones are shown on one line: no slide holds them, and padding them takes time.
  static let highest = 100
  /// The same of wider ones.
  private static let widest = 2048

  /// Whether a text of so many bytes is worth being measured for a block.
  static func mayHold(_ text: String) -> Bool { text.utf8.count <= 2 * widest }

  /// Whether a slide may hold it.
  var isWithinReason: Bool { lines.count <= Self.highest && width <= Self.widest }

  /// Lines are padded when something follows, not before.
  private(set) var lines: [String]
  private var widths: [Int]
  private(set) var baseline = 0
  private(set) var width: Int

  init(_ text: String) {
    width = text.columns
    (lines, widths) = ([text], [width])
  }

  /// One block under another.
  init(stacked blocks: [MathBlock]) {
    lines = blocks.flatMap(\.lines)
    widths = blocks.flatMap(\.widths)
    width = widths.max() ?? 0
    baseline = max(0, (lines.count - 1) / 2)
  }

  /// A fraction: the formula's line is its bar.
  init(_ top: MathBlock, over bottom: MathBlock, bar: Character) {
    let columns = max(1, top.width, bottom.width)
    self.init(stacked: [
      top.aligned(.center, in: columns), MathBlock(String(repeating: bar, count: columns)),
      bottom.aligned(.center, in: columns),
    ])
    baseline = top.lines.count
  }

  /// Lines of one column.
  init(lines: [String], baseline: Int) {
    self.lines = lines
    self.baseline = baseline
    widths = lines.map(\.columns)
    width = widths.max() ?? 0
  }

  mutating func append(_ text: String) {
    guard !text.isEmpty else { return }
    append(text, text.columns, at: baseline)
    width = widths[baseline]
  }

  mutating func append(_ other: MathBlock) {
    let above = max(0, other.baseline - baseline)
    let below = max(0, other.lines.count - other.baseline - (lines.count - baseline))
    insertLines(above, at: 0)
    insertLines(below, at: lines.count)
    baseline += above
    for (index, line) in other.lines.enumerated() where !line.isEmpty {
      append(line, other.widths[index], at: baseline - other.baseline + index)
    }
    width += other.width
  }

  private mutating func append(_ text: String, _ columns: Int, at line: Int) {
    lines[line] += String(blanks: width - widths[line]) + text
    widths[line] = width + columns
  }

  private mutating func insertLines(_ count: Int, at place: Int) {
    guard count > 0 else { return }
    lines.insert(contentsOf: [String](repeating: "", count: count), at: place)
    widths.insert(contentsOf: [Int](repeating: 0, count: count), at: place)
  }

  func aligned(_ alignment: MathAlignment, in columns: Int) -> MathBlock {
    let room = max(0, columns - width)
    let indent = alignment == .left ? 0 : alignment == .right ? room : room / 2
    var block = MathBlock(String(blanks: indent))
    block.append(self)
    block.width = indent + width + room - indent
    return block
  }

  /// Between delimiters as high as it is.
  func enclosed(_ opening: String, _ closing: String) -> MathBlock {
    var inner = self
    // A brace has its point on a line of its own.
    if lines.count == 2, opening == "{" || closing == "}" { inner.spread() }
    let isBrace = opening == "{"
    var block = inner.delimiter(opening)
    if isBrace { block.append(" ") }
    block.append(inner)
    if closing == "}" { block.append(" ") }
    block.append(inner.delimiter(closing))
    return block
  }

  private mutating func spread() {
    insertLines(1, at: 1)
    baseline = 1
  }

  private func delimiter(_ sign: String) -> MathBlock {
    guard let parts = MathDelimiter(sign) else {
      var block = MathBlock(sign)
      block.insertLines(baseline, at: 0)
      block.insertLines(lines.count - baseline - 1, at: block.lines.count)
      block.baseline = baseline
      return block
    }
    var column = [String](repeating: parts.middle, count: lines.count)
    if lines.count > 1 {
      (column[0], column[lines.count - 1]) = (parts.top, parts.bottom)
      if let point = parts.point { column[(lines.count - 1) / 2] = point }
    } else {
      column = [sign]
    }
    return MathBlock(lines: column, baseline: baseline)
  }

  /// Scripts at the upper and the lower right corner.
  mutating func append(upper: String, lower: String) {
    if lines.count == 1 { return append(lower + upper) }
    var column = [String](repeating: "", count: lines.count)
    (column[0], column[lines.count - 1]) = (upper, lower)
    append(MathBlock(lines: column, baseline: baseline))
  }
}

/// The parts of a delimiter that is as high as what it encloses.
private struct MathDelimiter {
  let top: String
  let middle: String
  let bottom: String
  var point: String?

  init?(_ sign: String) {
    switch sign {
    case "(": (top, middle, bottom) = ("⎛", "⎜", "⎝")
    case ")": (top, middle, bottom) = ("⎞", "⎟", "⎠")
    case "[": (top, middle, bottom) = ("⎡", "⎢", "⎣")
    case "]": (top, middle, bottom) = ("⎤", "⎥", "⎦")
    case "⌊": (top, middle, bottom) = ("⎢", "⎢", "⎣")
    case "⌋": (top, middle, bottom) = ("⎥", "⎥", "⎦")
    case "⌈": (top, middle, bottom) = ("⎡", "⎢", "⎢")
    case "⌉": (top, middle, bottom) = ("⎤", "⎥", "⎥")
    case "{": (top, middle, bottom, point) = ("⎧", "⎪", "⎩", "⎨")
    case "}": (top, middle, bottom, point) = ("⎫", "⎪", "⎭", "⎬")
    case "|": (top, middle, bottom) = ("│", "│", "│")
    case "‖": (top, middle, bottom) = ("‖", "‖", "‖")
    default: return nil
    }
  }
}
