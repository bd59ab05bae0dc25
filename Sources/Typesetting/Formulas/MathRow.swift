/// Atoms side by side: their text with the blanks it needs, and whether it needs parentheses.

/// What a row borders on where it is one cell of a formula.
struct MathEdges {
  var left: MathKind?
  var right: MathKind?
}

struct MathRow {
  private(set) var text = ""
  private(set) var shape = MathShape.empty
  private(set) var block: MathBlock?
  /// The kind of the row's only atom, if that is something to be seen.
  private(set) var onlyKind: MathKind?

  init() {}

  init(_ atoms: [MathAtom], edges: MathEdges = MathEdges(), isTight: Bool) {
    if let only = atoms.first, atoms.count == 1, !only.kind.isSpace { onlyKind = only.kind }
    let atoms = Self.withSigns(atoms, edges)
    shape = MathShape(of: atoms)
    let needsBlock = !isTight && atoms.contains { $0.block != nil }
    if needsBlock { block = MathBlock("") }
    join(atoms, edges, isTight)
    if block?.isWithinReason == false { block = nil }
  }

  /// Plus and minus with one operand are signs.
  private static func withSigns(_ atoms: [MathAtom], _ edges: MathEdges) -> [MathAtom] {
    var atoms = atoms
    var (previous, bars): (Int?, MathBars) = (nil, MathBars())
    for index in atoms.indices where !atoms[index].kind.isSpace {
      let isBehindBar = previous.map { atoms[$0].isBar } == true
      let opens = isBehindBar && bars.isOpening
      let left = opens ? .opening : previous.map { atoms[$0].kind } ?? edges.left
      if atoms[index].isBar { bars.take(behindBar: isBehindBar) }
      if atoms[index].kind == .operator, left?.leavesOperatorAlone ?? true {
        atoms[index].kind = .sign
      }
      if atoms[index].kind.endsOperands, let previous, atoms[previous].kind == .operator {
        atoms[previous].kind = .sign
      }
      previous = index
    }
    if edges.right == nil, let previous, atoms[previous].kind == .operator {
      atoms[previous].kind = .sign
    }
    return atoms
  }

  private mutating func join(_ atoms: [MathAtom], _ edges: MathEdges, _ isTight: Bool) {
    var (left, asked) = (edges.left, 0)
    var last = MathAtom.nothing
    for atom in atoms {
      if case .space(let count) = atom.kind {
        asked += count
        continue
      }
      // `\log\frac{n}{k}` is no `(log n)/k`; below each other nobody could read it so.
      let isArgument = left == .function && atom.kind == .fraction
      let kind = isArgument && block == nil ? .opening : atom.kind
      var gap = left.map { MathKind.gap($0, kind, isTight: isTight) } ?? 0
      if (atom.block != nil && left == .enclosed) || last.runsTogether(with: atom) {
        gap = max(gap, 1)
      }
      append(blanks: max(asked, gap), atom)
      append(
        isArgument
          ? MathAtom(kind: kind, text: atom.textInParentheses, block: atom.block) : atom)
      (left, asked, last) = (atom.kind, 0, atom)
    }
    if let left, let right = edges.right {
      append(blanks: max(asked, MathKind.gap(left, right, isTight: isTight)), .nothing)
    }
  }

  /// Blanks that a text brings along are enough.
  private mutating func append(blanks count: Int, _ next: MathAtom) {
    let isThere = text.utf8.last == UInt8(ascii: " ") || next.text.utf8.first == UInt8(ascii: " ")
    let count = isThere ? count - 1 : count
    if count > 0 { append(MathAtom(kind: .letter, text: String(blanks: count))) }
  }

  private mutating func append(_ atom: MathAtom) {
    text += atom.text
    if let more = atom.block { block?.append(more) } else { block?.append(atom.text) }
  }
}

/// `|−x|` and `||−x||`: the first bars open, the last close.
private struct MathBars {
  private(set) var isOpening = false
  private var open = 0

  mutating func take(behindBar: Bool) {
    if open == 0 || behindBar && isOpening {
      (open, isOpening) = (open + 1, true)
    } else {
      (open, isOpening) = (open - 1, false)
    }
  }
}

extension MathShape {
  init(of atoms: [MathAtom]) {
    let visible = atoms.filter { !$0.text.isEmpty }
    guard let first = visible.first, let last = visible.last else {
      self = .empty
      return
    }
    let isApart = atoms.contains { $0.isVisibleSpace }
    if visible.count == 1 {
      self = first.shape
    } else if Self.isNumber(visible) {
      self = last.shape
    } else if Self.isEnclosed(visible) {
      self = last.shape
    } else if isApart || Self.isLoose(visible) {
      self = .compound
    } else if Self.isDifferential(visible) {
      self = .differential
    } else {
      self = Self.isCall(visible) ? .scripted : .product
    }
  }

  private static func isNumber(_ atoms: [MathAtom]) -> Bool {
    atoms.dropLast().allSatisfy { $0.shape == .solid }
      && atoms.allSatisfy { atom in
        atom.kind == .letter && atom.text.first.map { "0123456789.,".contains($0) } == true
      }
  }

  private static func isDifferential(_ atoms: [MathAtom]) -> Bool {
    let isSimple = atoms[1].shape == .solid || atoms[1].shape == .scripted
    return atoms.count == 2 && isSimple && ["d", "∂", "Δ", "δ"].contains(atoms[0].text)
  }

  /// `P(A)`, but not `n(n−1)`.
  private static func isCall(_ atoms: [MathAtom]) -> Bool {
    guard atoms[0].kind == .letter || atoms[0].kind == .function, atoms[1].kind == .opening
    else { return false }
    return isEnclosed(Array(atoms[1...])) && !atoms.contains { $0.kind == .operator }
  }

  /// One pair of parentheses, or of bars, around all; the last may have scripts.
  private static func isEnclosed(_ atoms: [MathAtom]) -> Bool {
    let (first, last) = (atoms[0], atoms[atoms.count - 1])
    if first.text == "|" || first.text == "‖" {
      return last.text.hasPrefix(first.text) && atoms.count { $0.text.hasPrefix(first.text) } == 2
    }
    guard first.kind == .opening, last.kind == .closing else { return false }
    var depth = 0
    for atom in atoms.dropLast() {
      if atom.kind == .opening { depth += 1 }
      if atom.kind == .closing { depth -= 1 }
      if depth == 0 { return false }
    }
    return true
  }

  /// Whether anything outside of parentheses stands apart from its neighbours.
  private static func isLoose(_ atoms: [MathAtom]) -> Bool {
    var depth = 0
    for (index, atom) in atoms.enumerated() {
      if atom.kind == .opening { depth += 1 }
      if atom.kind == .closing { depth -= 1 }
      let next = index + 1 < atoms.count ? atoms[index + 1].kind : .letter
      if depth <= 0, atom.isLoose(before: next) { return true }
    }
    return false
  }
}

extension MathAtom {
  fileprivate var isBar: Bool { kind == .letter && (text == "|" || text == "‖") }

  fileprivate var isVisibleSpace: Bool {
    if case .space(1...) = kind { true } else { false }
  }

  fileprivate func isLoose(before next: MathKind) -> Bool {
    switch kind {
    case .operator, .relation, .punctuation, .word, .fraction, .dots: true
    case .function, .bigOperator: next != .opening && next != .enclosed
    default: shape == .compound || text == "/"
    }
  }
}
