/// A frame with no more changes of the rendition than its characters need.
///
/// Where a part of a cell's look changes, curses says all of it: it resets, chooses the character
/// set, and gives attributes and both colours in a sequence each. Over a network that is a third of a
/// slide. Here the sequences before a character become one, which says what is different.
///
/// Sources: ECMA-48 (CSI, SGR); ISO 2022 (`ESC ( B`, SI, SO); DEC STD 070 (DECSC, DECRC).

/// Other character sets and a reset would need more of the terminal's state than is kept here: a frame
/// with such a thing stays as it is, as does one with a rendition that is not known.
package struct RenditionFolding {
  private let frame: UnsafeRawBufferPointer
  private var place = 0
  private var folded: [UInt8]
  /// What the terminal has; unknown until it has been told.
  private var current: Rendition?
  /// What the next character is to have, and what it had when the cursor was saved.
  private var wanted: Rendition?
  private var saved: Rendition??
  private var isASCII = false

  /// Nil where the frame has to stay as it is.
  package static func folded(_ frame: UnsafeRawBufferPointer) -> [UInt8]? {
    var folding = RenditionFolding(frame)
    return folding.fold() ? folding.folded : nil
  }

  private init(_ frame: UnsafeRawBufferPointer) {
    self.frame = frame
    folded = []
    folded.reserveCapacity(frame.count)
  }

  private mutating func fold() -> Bool {
    while place < frame.count {
      switch frame[place] {
      case Self.escape: guard passEscape() else { return false }
      case Self.shiftIn: chooseASCII(1)
      case Self.shiftOut: return false
      default: pass(through: endOfText)
      }
    }
    pass(through: frame.count)
    return true
  }

  private static let (escape, shiftIn, shiftOut): (UInt8, UInt8, UInt8) = (0x1B, 0x0F, 0x0E)

  private mutating func passEscape() -> Bool {
    guard place + 2 < frame.count else {
      pass(through: frame.count)
      return true
    }
    switch (frame[place + 1], frame[place + 2]) {
    case (0x5B, _): return passControl()
    case (0x28, 0x42): chooseASCII(3)
    case (0x28...0x2F, _), (0x4E...0x4F, _), (0x63, _), (0x6E...0x6F, _): return false
    case (0x37, _): saveCursor()
    case (0x38, _): return restoreCursor()
    default: pass(through: place + 2)
    }
    return true
  }

  private var endOfText: Int {
    var end = place
    while end < frame.count, frame[end] != Self.escape, frame[end] & 0xFE != 0x0E {
      end += 1
    }
    return end
  }

  /// Sends what comes up to here, looking as it should.
  private mutating func pass(through end: Int) {
    if let wanted { wanted.append(to: &folded, after: current) }
    current = wanted
    folded.append(contentsOf: UnsafeRawBufferPointer(rebasing: frame[place..<end]))
    place = end
  }

  /// `CSI … m` is kept for what follows; other sequences of `CSI` go through.
  private mutating func passControl() -> Bool {
    let start = place + 2
    var end = start
    while end < frame.count, (0x30...0x3B).contains(frame[end]) { end += 1 }
    guard end < frame.count, frame[end] == 0x6D else {
      pass(through: start)
      return true
    }
    var next = wanted ?? Rendition()
    guard next.select(frame[start..<end]) else { return false }
    wanted = next
    place = end + 1
    return true
  }

  /// Takes so many bytes that mean the characters of ASCII, which terminals of the kind of `screen` say
  /// in one (SI).
  private mutating func chooseASCII(_ count: Int) {
    if !isASCII {
      folded.append(contentsOf: UnsafeRawBufferPointer(rebasing: frame[place..<place + count]))
    }
    isASCII = true
    place += count
  }

  private mutating func saveCursor() {
    pass(through: place + 2)
    saved = current
  }

  /// The rendition comes back with the cursor; one of an earlier frame is not known here.
  private mutating func restoreCursor() -> Bool {
    guard let saved else { return false }
    pass(through: place + 2)
    (current, wanted) = (saved, saved)
    return true
  }
}
