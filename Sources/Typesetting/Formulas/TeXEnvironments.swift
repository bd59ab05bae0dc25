/// Environments with rows and columns: matrices, cases, aligned equations.

struct TableLayout {
  /// Those of the columns, over and over.
  var columns: [MathAlignment] = [.center]
  var gap = 2
  var opening = ""
  var closing = ""
  /// Columns in pairs that meet at a relation.
  var isAligned = false

  static let aligned = TableLayout(columns: [.right, .left], isAligned: true)

  init(columns: [MathAlignment], gap: Int = 2, isAligned: Bool = false) {
    self.columns = columns
    self.gap = gap
    self.isAligned = isAligned
  }

  private init(_ opening: String, _ closing: String, _ columns: [MathAlignment] = [.center]) {
    self.columns = columns
    (self.opening, self.closing) = (opening, closing)
  }

  init(environment name: String) {
    switch name {
    case "matrix", "smallmatrix", "array", "tabular", "subarray": self.init("", "")
    case "pmatrix": self.init("(", ")")
    case "bmatrix": self.init("[", "]")
    case "Bmatrix": self.init("{", "}")
    case "vmatrix": self.init("|", "|")
    case "Vmatrix": self.init("‖", "‖")
    case "cases", "dcases": self.init("{", "", [.left])
    case "rcases", "drcases": self.init("", "}", [.left])
    case "eqnarray": self.init(columns: [.right, .center, .left], gap: 1)
    case "gather", "gathered", "multline", "equation": self.init(columns: [.left], isAligned: true)
    default: self = .aligned
    }
  }

  func alignment(of column: Int) -> MathAlignment {
    columns.isEmpty ? .left : columns[column % columns.count]
  }

  func gap(before column: Int) -> Int {
    isAligned ? (column % 2 == 0 ? 4 : 0) : gap
  }

  /// A relation at the seam of two columns has blanks around it.
  func edges(of column: Int) -> MathEdges {
    guard isAligned else { return MathEdges() }
    return MathEdges(left: column % 2 == 1 ? .letter : nil, right: .letter)
  }

  func flat(_ cells: [MathRow]) -> String {
    var line = ""
    for (column, cell) in cells.enumerated() {
      let text = isAligned ? cell.text : cell.text.trimmed
      if column > 0 { line += isAligned ? String(blanks: gap(before: column)) : separator(line) }
      line += text
    }
    return isAligned ? line.trimmed : line
  }

  private func separator(_ line: String) -> String {
    gap == 1 || line.last == "," ? " " : ", "
  }
}

extension TeXReader {
  /// Behind `\begin`.
  mutating func environment() -> MathAtom {
    let name = environmentName()
    guard depthAllowsMore else { return .space(0) }
    var layout = TableLayout(environment: name)
    readOptions(name, &layout)
    let isDisplay = isDisplay && (layout.isAligned || name == "dcases" || name == "drcases")
    let rows = nested(isDisplay: isDisplay) { $0.cells(layout, until: .cell) } ?? []
    if take(.command("end")) { _ = environmentName() }
    return table(rows, layout)
  }

  /// Behind an `\end` that ends nothing.
  mutating func skippedName() -> MathAtom {
    _ = environmentName()
    return .space(0)
  }

  mutating func substack() -> MathAtom {
    guard take(.open), let rows = nested({ $0.cells(.aligned, until: .cell) }) else {
      return .space(0)
    }
    take(.close)
    let text = rows.map { TableLayout.aligned.flat($0) }.joined(separator: ",")
    return MathAtom(kind: .letter, text: text, shape: .compound)
  }

  /// Without its star.
  private mutating func environmentName() -> String {
    skipBlanks()
    guard take(.open) else { return "" }
    var name = ""
    while case .sign(let scalar) = peek {
      take(.sign(scalar))
      if scalar != "*" { name.unicodeScalars.append(scalar) }
    }
    take(.close)
    return name
  }

  /// `[t]`, the columns of an array, the number of aligned pairs.
  private mutating func readOptions(_ name: String, _ layout: inout TableLayout) {
    switch name {
    case "array", "tabular", "subarray":
      skipPosition()
      layout.columns = columnSpecification()
    case "alignat", "alignedat", "xalignat":
      skipPosition()
      _ = argument()
    case "aligned", "gathered", "split": skipPosition()
    default: break
    }
  }

  private mutating func columnSpecification() -> [MathAlignment] {
    argument().text.compactMap { letter in
      switch letter {
      case "l": .left
      case "c": .center
      case "r": .right
      default: nil
      }
    }
  }

  mutating func cells(_ layout: TableLayout, until end: TeXEnd) -> [[MathRow]] {
    var rows: [[MathRow]] = []
    var cells: [MathRow] = []
    while true {
      cells.append(row(until: end, edges: layout.edges(of: cells.count)))
      if take(.align) { continue }
      rows.append(cells)
      cells = []
      guard takeEndOfRow() else { break }
    }
    // The end of the last row is written by many.
    if rows.count > 1, let last = rows.last, last.count == 1, last[0].text.isEmpty {
      rows.removeLast()
    }
    return rows
  }

  private mutating func takeEndOfRow() -> Bool {
    guard case .command(let name) = peek, TeXEnd.endsRow(name) else { return false }
    take(.command(name))
    take(.sign("*"))
    skipRowOption()
    return true
  }

  func table(_ rows: [[MathRow]], _ layout: TableLayout) -> MathAtom {
    let text = rows.map { layout.flat($0) }.joined(separator: "; ")
    let isWhole = !layout.opening.isEmpty && !layout.closing.isEmpty
    let gap = layout.opening == "{" && layout.closing.isEmpty ? " " : ""
    return MathAtom(
      kind: layout.opening.isEmpty ? .letter : .enclosed,
      text: layout.opening + gap + text + layout.closing, shape: isWhole ? .solid : .compound,
      block: allowsBlocks && !isTight ? block(rows, layout) : nil)
  }

  private func block(_ rows: [[MathRow]], _ layout: TableLayout) -> MathBlock? {
    guard rows.count <= MathBlock.highest else { return nil }
    let cells = rows.map { row in row.map { $0.asBlock(isTrimmed: !layout.isAligned) } }
    var (layout, widths) = (layout, [Int]())
    for row in cells {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], cell.width)
      }
    }
    if layout.isAligned, widths.count == 1 { layout.columns = [.left] }
    let lines = cells.map { layout.line($0, widths) }
    // Fractions below each other would touch.
    let isHigh = layout.isAligned && lines.contains { $0.lines.count > 1 }
    let block = MathBlock(
      stacked: isHigh ? Array(lines.map { [$0] }.joined(separator: [MathBlock("")])) : lines)
    guard (2...MathBlock.highest).contains(block.lines.count) else { return nil }
    return block.enclosed(layout.opening, layout.closing)
  }
}

extension TableLayout {
  fileprivate func line(_ cells: [MathBlock], _ widths: [Int]) -> MathBlock {
    var line = MathBlock("")
    for (column, cell) in cells.enumerated() {
      if column > 0 { line.append(String(blanks: gap(before: column))) }
      line.append(cell.aligned(alignment(of: column), in: widths[column]))
    }
    return line
  }
}

extension MathRow {
  func asBlock(isTrimmed: Bool = true) -> MathBlock {
    block ?? MathBlock(isTrimmed ? text.trimmed : text)
  }
}
