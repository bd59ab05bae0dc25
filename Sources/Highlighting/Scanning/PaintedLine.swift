/// A line of bytes that is painted from left to right with what its pieces are.

struct PaintedLine: Sendable {
  private struct Run {
    var end: Int
    var kind: TokenKind
  }

  let bytes: [UInt8]
  /// A language inside another sees no further than this.
  var end: Int
  /// What lies before is painted.
  private(set) var at = 0
  private var runs: [Run] = []

  init(_ text: String) {
    bytes = Array(text.utf8)
    end = bytes.count
    runs.reserveCapacity(min(bytes.count, 8 + bytes.count / 3))
  }

  /// NUL outside of the line, so that looking ahead needs no care.
  subscript(place: Int) -> UInt8 { place >= 0 && place < end ? bytes[place] : 0 }

  var byte: UInt8 { self[at] }
  var before: UInt8 { self[at - 1] }

  mutating func paint(to place: Int, _ kind: TokenKind) {
    guard place > at else { return }
    at = min(place, bytes.count)
    if let last = runs.last, last.kind == kind {
      runs[runs.count - 1].end = at
    } else {
      runs.append(Run(end: at, kind: kind))
    }
  }

  mutating func paint(_ count: Int, _ kind: TokenKind) { paint(to: at + count, kind) }

  // MARK: looking ahead

  func matches(_ text: [UInt8], at place: Int) -> Bool {
    guard place + text.count <= end, let first = text.first, self[place] == first else {
      return false
    }
    for index in 1..<max(1, text.count) where bytes[place + index] != text[index] { return false }
    return true
  }

  func matches(_ text: StaticString, at place: Int, ignoringCase: Bool = false) -> Bool {
    guard place + text.utf8CodeUnitCount <= end else { return false }
    for index in 0..<text.utf8CodeUnitCount {
      let byte = bytes[place + index]
      guard (ignoringCase ? byte.lowercased : byte) == text.utf8Start[index] else { return false }
    }
    return true
  }

  func skippingBlanks(_ place: Int) -> Int {
    var place = place
    while place < end, bytes[place].isBlank { place += 1 }
    return place
  }

  func skippingName(_ place: Int) -> Int {
    var place = place
    while place < end, bytes[place].isName { place += 1 }
    return place
  }

  func first(_ byte: UInt8, from place: Int) -> Int? {
    var place = place
    while place < end {
      if bytes[place] == byte { return place }
      place += 1
    }
    return nil
  }

  /// Where the scalar that begins here ends.
  func scalarEnd(_ place: Int) -> Int {
    var next = place + 1
    while next < end, bytes[next].isContinuation { next += 1 }
    return next
  }

  /// The last sign of the line, blanks aside.
  var lastSign: UInt8 {
    var place = end - 1
    while place >= 0, bytes[place].isBlank { place -= 1 }
    return self[place]
  }

  // MARK: the result

  func tokens() -> [CodeToken] {
    bytes.withUnsafeBufferPointer { bytes in
      var tokens: [CodeToken] = []
      tokens.reserveCapacity(runs.count + 1)
      var start = 0
      for run in runs {
        let end = cut(run.end)
        guard end > start else { continue }
        let text = String(
          decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
        tokens.append(CodeToken(text: text, kind: run.kind))
        start = end
      }
      return tokens
    }
  }

  /// What belongs to one character stays in one piece: no scalar is cut, and a mark stays with the
  /// sign that it is put on.
  private func cut(_ place: Int) -> Int {
    guard place < bytes.count, bytes[place] >= 0x80 else { return place }
    var place = place
    while place < bytes.count, bytes[place].isContinuation || isMark(at: place) { place += 1 }
    return place
  }

  /// Combining marks, joiners and selectors: U+0300–036F, U+200D, U+20D0–20FF, U+FE00–FE0F.
  private func isMark(at place: Int) -> Bool {
    guard place + 1 < bytes.count else { return false }
    let (first, second) = (bytes[place], bytes[place + 1])
    let third = place + 2 < bytes.count ? bytes[place + 2] : 0
    switch first {
    case 0xCC: return true
    case 0xCD: return second <= 0xAF
    case 0xE2: return second == 0x80 && third == 0x8D || second == 0x83 && third >= 0x90
    case 0xEF: return second == 0xB8 && third <= 0x8F
    default: return false
    }
  }
}
