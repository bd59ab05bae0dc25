/// The tree drawn: names of the levels at the left, the tree, what is to be said below.

import DemoKit
import Machine
import Screen
import Wording

extension Tree {
  package func proof(of state: TreeState) -> DemoOutcome? {
    state.showsProof ? state.outcome : nil
  }

  package func draw(_ state: TreeState, on canvas: inout Canvas) {
    let sidebar = TreeSidebar(demo: self, state: state, in: canvas.size)
    let main = main(in: canvas.size, beside: sidebar)
    let palette = setting.palette()
    let top = canvas.within(Rect(.zero, main)) { canvas in
      drawTree(TreePicture(demo: self, state: state, size: main, palette), on: &canvas)
    }
    let right = Rect(rows: top..<main.rows, columns: main.columns..<canvas.size.columns)
    canvas.within(right) { sidebar?.draw(on: &$0, palette) }
  }

  private func main(in size: Size, beside sidebar: TreeSidebar?) -> Size {
    Size(rows: size.rows, columns: size.columns - (sidebar == nil ? 0 : TreeSidebar.columns))
  }

  /// Only a matrix of very many cores is longer than its room; then all that is said below it is
  /// said, too.
  package func height(of state: TreeState, in size: Size) -> Int {
    guard topology(state).hardwareThreads > 64 else { return size.rows }
    let sidebar = TreeSidebar(demo: self, state: state, in: size)
    let picture = TreePicture(
      demo: self, state: state, size: main(in: size, beside: sidebar), setting.palette())
    let rows = picture.rows.count
    guard rows > size.rows else { return size.rows }
    return rows + TreeCaption(picture: picture).lines(room: 8).count + 2
  }

  /// Returns the row on which the tree begins.
  private func drawTree(_ picture: TreePicture, on canvas: inout Canvas) -> Int {
    let rows = picture.rows
    let room = canvas.size.rows
    let caption = TreeCaption(picture: picture).lines(room: max(0, room - rows.count))
    // Air above and between, as far as there is any; a tall window has more of it.
    let free = room - rows.count - caption.count
    let air = max(0, min(2, free))
    let top = max(air > 0 ? 1 : 0, free / 4)
    var row = top
    for draw in rows.prefix(max(0, room - row)) {
      canvas.within(Rect(Point(row: row, column: 0), Size(rows: 1, columns: canvas.size.columns))) {
        draw(&$0)
      }
      row += 1
    }
    row = max(row + (air > 1 ? 1 : 0), min(room - caption.count - 1, row + 2))
    for draw in caption.prefix(max(0, room - row)) {
      canvas.within(Rect(Point(row: row, column: 0), Size(rows: 1, columns: canvas.size.columns))) {
        draw(&$0)
      }
      row += 1
    }
    return top
  }
}

struct TreePicture {
  let demo: Tree
  let state: TreeState
  let topology: Topology
  let palette: DemoPalette
  let size: Size

  static let margin = 14

  init(demo: Tree, state: TreeState, size: Size, _ palette: DemoPalette) {
    self.demo = demo
    self.state = state
    self.size = size
    self.palette = palette
    topology = demo.topology(state)
  }

  typealias Drawing = (inout Canvas) -> Void

  var language: Language { demo.setting.language }
  func words(
    _ english: @autoclosure () -> PhraseKey, _ russian: @autoclosure () -> String
  ) -> String {
    language.words(english(), russian())
  }

  var rows: [Drawing] {
    guard let layout = TreeLayout(topology, columns: size.columns - Self.margin - 2),
      layout.levels.count * 2 + 3 <= size.rows
    else { return TreeMatrix(picture: self).rows }
    return rows(layout)
  }

  // MARK: Levels

  private func rows(_ layout: TreeLayout) -> [Drawing] {
    var rows: [Drawing] = []
    let shown = min(state.grown, layout.levels.count)
    for (depth, level) in layout.levels.prefix(shown).enumerated() {
      if depth > 0 {
        rows.append { canvas in
          canvas.put(
            cache(of: layout.levels[depth - 1]), at: Point(row: 0, column: 2), palette.faint)
          connect(layout, above: depth, on: &canvas)
        }
      }
      rows.append { name(level, layout, depth, on: &$0) }
      if level == .pu { rows.append { number(layout, depth, on: &$0) } }
    }
    // What has not grown yet keeps its place: nothing moves.
    for level in layout.levels.dropFirst(shown) { rows += blank(level == .pu ? 3 : 2) }
    return rows + threadRows(layout, isShown: state.grown > layout.levels.count)
  }

  private func blank(_ count: Int) -> [Drawing] { (0..<count).map { _ in { _ in } } }

  private func name(
    _ level: Topology.Level, _ layout: TreeLayout, _ depth: Int, on canvas: inout Canvas
  ) {
    canvas.put(title(of: level).0, at: Point(row: 0, column: 1), palette.faint)
    let nodes = layout.nodes(at: level)
    for (place, node) in nodes.enumerated() {
      let room = room(at: place, among: nodes)
      guard !isFaded(node, depth, layout) else {
        put("·", node.column, palette.faint, on: &canvas)
        continue
      }
      put(label(of: node.node, room: room), node.column, style(of: node), on: &canvas)
    }
  }

  /// Columns to the nearer neighbour.
  private func room(at place: Int, among nodes: [PlacedNode]) -> Int {
    let before = place > 0 ? nodes[place].column - nodes[place - 1].column : size.columns
    let after =
      place + 1 < nodes.count ? nodes[place + 1].column - nodes[place].column : size.columns
    return min(before, after)
  }

  private func number(_ layout: TreeLayout, _ depth: Int, on canvas: inout Canvas) {
    canvas.put(title(of: .pu).1, at: Point(row: 0, column: 1), palette.faint)
    for node in layout.nodes(at: .pu) {
      let text = node.node.index.map(String.init) ?? "?"
      guard !isFaded(node, depth, layout) else {
        put("·", node.column, palette.faint, on: &canvas)
        continue
      }
      if text.columns < layout.pitch { put(text, node.column, palette.text, on: &canvas) }
    }
  }

  /// The middle of a text over a column of the tree.
  private func put(_ text: String, _ column: Int, _ style: Style, on canvas: inout Canvas) {
    let start = Self.margin + column - (text.columns - 1) / 2
    canvas.put(text, at: Point(row: 0, column: start), style)
  }

  private func title(of level: Topology.Level) -> (String, String) {
    switch level {
    case .machine: (words("computer", "компьютер"), "")
    case .package: (words("processor", "процессор"), "")
    case .numaNode: (words("NUMA node", "узел NUMA"), "")
    case .l3: (words("L3 group", "группа L3"), "")
    case .core: (words("core", "ядро"), "")
    case .pu: (words("hardware", "аппаратный"), words("  thread", "  поток"))
    }
  }

  /// What the parts of a level share, under its name where there is room for extras.
  private func cache(of level: Topology.Level) -> String {
    guard size.columns >= 78, size.rows >= 20 else { return "" }
    let cores = topology.root.nodes(at: .core).compactMap { node in
      if case .core(let core) = node.object { core } else { nil }
    }
    switch level {
    case .core: return cores.lazy.compactMap(\.l2Bytes).first.map { "L2 " + bytes($0) } ?? ""
    case .package where !topology.levels.contains(.l3), .l3:
      return cores.lazy.compactMap(\.l3Bytes).first.map { "L3 " + bytes($0) } ?? ""
    default: return ""
    }
  }

  private func bytes(_ count: Int) -> String {
    count >= 1 << 20
      ? language.decimal(Double(count) / Double(1 << 20), count % (1 << 20) == 0 ? 0 : 1)
        + words(" MiB", " МиБ")
      : "\(count >> 10)" + words(" KiB", " КиБ")
  }

  private func label(of node: Topology.Node, room: Int) -> String {
    let index = node.index.map(String.init) ?? "?"
    switch node.object {
    case .machine:
      return topology.packages > 1 ? words("server", "сервер") : words("computer", "компьютер")
    case .package: return fitting(["CPU " + index, index], room)
    case .numaNode: return fitting(["NUMA " + index, "N" + index, index], room)
    case .l3: return fitting(["L3 " + index, index], room)
    case .core(let core):
      let kind = core.kind.name ?? ""
      return fitting([words("core ", "ядро ") + kind + index, kind + index], room)
    case .pu(let pu): return pu.isOnline ? (pu.isAllowed ? "■" : "×") : "-"
    }
  }

  /// The longest of the texts that leaves a blank between neighbours.
  private func fitting(_ texts: [String], _ room: Int) -> String {
    texts.first { $0.columns < room } ?? "▪"
  }

  private func style(of node: PlacedNode) -> Style {
    guard case .pu(let pu) = node.node.object else { return palette.text }
    if !pu.isUsable { return palette.faint }
    return isKept(node) && state.pruned > 0 ? palette.good : palette.accent
  }

  // MARK: Pruning

  func isKept(_ node: PlacedNode) -> Bool {
    let kept = demo.kept(state)
    return node.cpus.contains { kept.contains($0) }
  }

  /// Pruning goes from the leaves up: a level is gone when its turn has come.
  private func isFaded(_ node: PlacedNode, _ depth: Int, _ layout: TreeLayout) -> Bool {
    guard state.pruned > 0, !isKept(node) else { return false }
    let fromLeaf = layout.levels.count - 1 - depth
    return state.pruned * layout.levels.count > fromLeaf * TreeState.pruning
  }

  private func connect(_ layout: TreeLayout, above depth: Int, on canvas: inout Canvas) {
    for parent in layout.nodes(at: layout.levels[depth - 1]) {
      let visible = parent.children.filter { !isFaded($0, depth, layout) }
      guard !visible.isEmpty else { continue }
      let isPath = state.pruned == TreeState.pruning
      let branch = Branch(parent: parent.column, children: visible.map(\.column), isPath: isPath)
      for (column, glyph) in branch.glyphs {
        canvas.put(
          glyph, at: Point(row: 0, column: Self.margin + column),
          isPath ? palette.good : palette.faint)
      }
    }
  }

  // MARK: Software threads

  private func threadRows(_ layout: TreeLayout, isShown: Bool) -> [Drawing] {
    let most = max(1, min(5, size.rows - layout.levels.count * 2 - 6))
    guard isShown else { return blank(most + 1) }
    let seats = TreeSeats(picture: self)
    let deepest = min(
      most, layout.nodes(at: .pu).map { seats.letters(on: $0.cpus).count }.max() ?? 0)
    let stems: Drawing = { canvas in
      for node in layout.nodes(at: .pu) where !seats.letters(on: node.cpus).isEmpty {
        let isPath = state.pruned == TreeState.pruning
        put(isPath ? "║" : "│", node.column, isPath ? palette.good : palette.faint, on: &canvas)
      }
    }
    let letters = (0..<max(2, deepest)).map { row -> Drawing in
      { canvas in
        if row < 2 {
          let name = [words("software", "программный"), words("  thread", "  поток")][row]
          canvas.put(name, at: Point(row: 0, column: 1), palette.faint)
        }
        for node in layout.nodes(at: .pu) {
          draw(seats.letters(on: node.cpus), row, of: most, node.column, on: &canvas)
        }
      }
    }
    return [stems] + letters
  }

  /// One letter a row; in the last row how many more there are.
  private func draw(
    _ letters: [(Character, Style)], _ row: Int, of most: Int, _ column: Int,
    on canvas: inout Canvas
  ) {
    guard row < letters.count, row < most else { return }
    if row == most - 1, letters.count > most {
      put("+\(letters.count - most + 1)", column, palette.faint, on: &canvas)
    } else {
      put(String(letters[row].0), column, letters[row].1, on: &canvas)
    }
  }
}

/// The line from a node down to its children.
struct Branch {
  let parent: Int
  let children: [Int]
  /// A path that is left of a pruned tree is drawn double.
  let isPath: Bool

  var glyphs: [(Int, Character)] {
    guard let first = children.first, let last = children.last else { return [] }
    let range = min(first, parent)...max(last, parent)
    return range.map { ($0, glyph(at: $0, from: range.lowerBound, to: range.upperBound)) }
  }

  private func glyph(at column: Int, from left: Int, to right: Int) -> Character {
    let arms = Arms(
      up: column == parent, down: children.contains(column), left: column > left,
      right: column < right)
    return (isPath ? Self.double : Self.single)[arms] ?? (isPath ? "═" : "─")
  }

  private struct Arms: Hashable {
    var up, down, left, right: Bool

    init(up: Bool, down: Bool, left: Bool, right: Bool) {
      (self.up, self.down, self.left, self.right) = (up, down, left, right)
    }

    init(_ text: String) {
      self.init(
        up: text.contains("u"), down: text.contains("d"), left: text.contains("l"),
        right: text.contains("r"))
    }
  }

  private static let shapes = ["ud", "dr", "dl", "dlr", "ulr", "udlr", "ur", "ul", "udr", "udl"]
  private static let single = table("│┌┐┬┴┼└┘├┤")
  private static let double = table("║╔╗╦╩╬╚╝╠╣")

  private static func table(_ glyphs: String) -> [Arms: Character] {
    Dictionary(uniqueKeysWithValues: zip(shapes.map { Arms($0) }, glyphs))
  }
}
