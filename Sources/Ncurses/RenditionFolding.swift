/// A frame with no more changes of the rendition than its characters need.
///
/// Where a part of a cell's look changes, curses says all of it: it resets, chooses the character
/// set, and gives attributes and both colours in a sequence each. Over a network that is a third of a
/// slide. Here the sequences before a character become one, which says what is different.
///
/// Sources: ECMA-48 (CSI, SGR); ISO 2022 (`ESC ( B`); DEC STD 070 (DECSC, DECRC).

/// Other character sets and a reset would need more of the terminal's state than is kept here: a frame
/// with such a thing stays as it is, as does one with a rendition that is not known.
package struct RenditionFolding {
  private let frame: ArraySlice<UInt8>
  private var place: Int
  private var folded: [UInt8] = []
  /// What the terminal has; unknown until it has been told.
  private var current: Rendition?
  /// What the next character is to have, and what it had when the cursor was saved.
  private var wanted: Rendition?
  private var saved: Rendition??
  private var isASCII = false

  package static func folded(_ frame: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var folding = RenditionFolding(frame)
    return folding.fold() ? folding.folded[...] : frame
  }

  private init(_ frame: ArraySlice<UInt8>) {
    self.frame = frame
    place = frame.startIndex
    folded.reserveCapacity(frame.count)
  }

  private mutating func fold() -> Bool {
    while place < frame.endIndex {
      guard frame[place] == Self.escape else {
        pass(through: frame[place...].firstIndex(of: Self.escape) ?? frame.endIndex)
        continue
      }
      guard place + 2 < frame.endIndex else { break }
      switch (frame[place + 1], frame[place + 2]) {
      case (0x5B, _): guard passControl() else { return false }
      case (0x28, 0x42): chooseASCII()
      case (0x28...0x2F, _), (0x4E...0x4F, _), (0x63, _), (0x6E...0x6F, _): return false
      case (0x37, _): saveCursor()
      case (0x38, _): guard restoreCursor() else { return false }
      default: pass(through: place + 2)
      }
    }
    pass(through: frame.endIndex)
    return true
  }

  private static let escape: UInt8 = 0x1B

  /// Sends what comes up to here, looking as it should.
  private mutating func pass(through end: Int) {
    if let wanted { wanted.append(to: &folded, after: current) }
    current = wanted
    folded += frame[place..<end]
    place = end
  }

  /// `CSI … m` is kept for what follows; other sequences of `CSI` go through.
  private mutating func passControl() -> Bool {
    let parameters = frame[(place + 2)...].prefix { (0x30...0x3B).contains($0) }
    guard parameters.endIndex < frame.endIndex, frame[parameters.endIndex] == 0x6D else {
      pass(through: place + 2)
      return true
    }
    var next = wanted ?? Rendition()
    guard next.select(parameters) else { return false }
    wanted = next
    place = parameters.endIndex + 1
    return true
  }

  private mutating func chooseASCII() {
    if !isASCII { folded += frame[place..<place + 3] }
    isASCII = true
    place += 3
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
