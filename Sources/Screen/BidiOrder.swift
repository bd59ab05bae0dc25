/// Text that runs from right to left as it stands on a screen that only knows left to right.
///
/// A part of the Unicode bidirectional algorithm (UAX 9): letters, numbers and what stands between
/// them; no explicit embeddings, which text does not bring to the screen.

package enum BidiOrder {
  /// How the letters of a script run.
  enum Direction { case left, right, number, neutral }

  /// Whether anything here runs from right to left.
  package static func isNeeded(_ text: String) -> Bool {
    // Hebrew begins at U+0590, whose first byte in UTF-8 is D6.
    text.utf8.contains { $0 >= 0xD6 } && text.unicodeScalars.contains { direction($0) == .right }
  }

  /// Whether a text as a whole runs from right to left: its first letter does.
  package static func runsLeft(_ text: String) -> Bool {
    for scalar in text.unicodeScalars {
      switch direction(scalar) {
      case .left: return false
      case .right: return true
      case .number, .neutral: continue
      }
    }
    return false
  }

  /// The places of scalars in the order in which they stand on the screen.
  package static func order(of scalars: [Unicode.Scalar], runsLeft: Bool) -> [Int] {
    let levels = levels(of: scalars, base: runsLeft ? 1 : 0)
    var order = Array(scalars.indices)
    guard let highest = levels.max(), highest > 0 else { return order }
    // Rule L2: from the highest level down, runs of at least that level are turned around.
    for level in stride(from: highest, through: 1, by: -1) {
      var start = 0
      while start < order.count {
        var end = start
        while end < order.count, levels[order[end]] >= level { end += 1 }
        if end > start { order[start..<end].reverse() }
        start = max(end, start + 1)
      }
    }
    return order
  }

  /// The twin of a bracket that is read the other way.
  package static func mirrored(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "(": ")"
    case ")": "("
    case "[": "]"
    case "]": "["
    case "{": "}"
    case "}": "{"
    case "<": ">"
    case ">": "<"
    case "«": "»"
    case "»": "«"
    default: scalar
    }
  }

  /// Odd levels run from right to left; numbers in them stand two levels higher than the base.
  private static func levels(of scalars: [Unicode.Scalar], base: Int) -> [Int] {
    let own = scalars.map(direction)
    var levels = Array(repeating: base, count: own.count)
    var before = base == 1 ? Direction.right : .left
    for (place, direction) in own.enumerated() {
      switch direction {
      case .left:
        levels[place] = base == 1 ? 2 : 0
        before = .left
      case .right:
        levels[place] = 1
        before = .right
      case .number: levels[place] = before == .right ? 2 : base == 1 ? 2 : 0
      case .neutral: levels[place] = -1
      }
    }
    resolveNeutrals(&levels, own, base)
    return levels
  }

  /// Between two of one direction neutrals go with them, else with the text as a whole.
  private static func resolveNeutrals(_ levels: inout [Int], _ own: [Direction], _ base: Int) {
    var place = 0
    while place < levels.count {
      guard levels[place] < 0 else {
        place += 1
        continue
      }
      let start = place
      while place < levels.count, levels[place] < 0 { place += 1 }
      let before = isRight(start - 1, levels, own, base)
      let after = isRight(place, levels, own, base)
      let level = before != after ? base : after ? 1 : base == 1 ? 2 : 0
      for index in start..<place { levels[index] = level }
    }
  }

  /// A number in text from right to left counts as that text (rule N1); so do the ends of a text
  /// that runs so.
  private static func isRight(
    _ index: Int, _ levels: [Int], _ own: [Direction], _ base: Int
  ) -> Bool {
    guard own.indices.contains(index) else { return base == 1 }
    return own[index] == .right || own[index] == .number && levels[index] == 2
  }

  private static func direction(_ scalar: Unicode.Scalar) -> Direction {
    switch scalar.value {
    case 0x30...0x39, 0x660...0x669, 0x6F0...0x6F9: .number
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      .right
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xB5, 0xBA, 0xC0...0x58F: .left
    case ..<0x590: .neutral
    default: scalar.properties.isAlphabetic ? .left : .neutral
    }
  }
}
