/// The text of a deck as bytes, and where its lines are: offsets to lines and columns, of the file
/// that each byte comes from.

/// A place in a file as people count: from 1, columns in characters.
package struct SourceLocation: Equatable, Comparable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// Bytes of a deck that come from one file.
package struct SourcePart: Equatable, Sendable {
  /// Where they are in the deck.
  package var range: Range<Int>
  /// Where they begin in the file.
  package var start: Int
  package var path: String
  /// The file's own lines.
  package var file: SourceLines

  package init(range: Range<Int>, start: Int, path: String, file: SourceLines) {
    self.range = range
    self.start = start
    self.path = path
    self.file = file
  }
}

/// The bytes of a deck in UTF-8 with the offsets at which lines begin.
///
/// What is no UTF-8 and NUL, which the parser cannot hold, are U+FFFD here as in every text made of
/// them, and a CR by itself is the end of a line as it is for the parser: otherwise a text could be
/// longer than its place in the source, and places that are reckoned from it lie behind the end.
package struct SourceLines: Equatable, Sendable {
  package let bytes: [UInt8]
  /// Half as long as other numbers are: a large deck has millions of lines.
  private let starts: [Int32]
  /// The files it was put together from; none for a deck that is one file.
  package let parts: [SourcePart]

  package init(_ bytes: [UInt8], parts: [SourcePart] = []) {
    // A byte order mark is no sign of the text.
    let isMarked = parts.isEmpty && bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let bytes = isMarked ? Array(bytes.dropFirst(3)) : bytes
    let isSound = (try? UTF8Span(validating: bytes.span)) != nil && !bytes.holdOddEnds
    self.bytes = isSound ? bytes : bytes.repairedUTF8
    starts = self.bytes.lineStarts
    self.parts = parts
  }

  package init(_ text: String) { self.init(Array(text.utf8)) }

  package var count: Int { starts.count }

  /// The index (from 0) of the line that holds an offset.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a line (index from 0) without its end.
  package func range(ofLine line: Int) -> Range<Int> {
    let start = Int(starts[line])
    var end = line + 1 < starts.count ? Int(starts[line + 1]) - 1 : bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// Where a line begins; the end of the text for one that is not there.
  package func start(ofLine line: Int) -> Int {
    line < starts.count ? Int(starts[line]) : bytes.count
  }

  package func text(ofLine line: Int) -> String { text(in: range(ofLine: line)) }

  package func text(in range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// Whether some bytes stand anywhere in the text.
  package func hold(_ word: StaticString) -> Bool {
    bytes.withUnsafeBufferPointer { $0.hold(word) }
  }

  /// Whether some bytes stand in a part of the text.
  package func hold(_ word: StaticString, in range: Range<Int>) -> Bool {
    bytes.withUnsafeBufferPointer { UnsafeBufferPointer(rebasing: $0[range]).hold(word) }
  }

  /// Where a byte is in the file that it comes from.
  package func location(of offset: Int) -> SourceLocation {
    if let part = part(at: offset) {
      return part.file.location(of: part.start + offset - part.range.lowerBound)
    }
    let offset = min(max(0, offset), bytes.count)
    let line = line(at: offset)
    let before = bytes[Int(starts[line])..<offset]
    // A hundred places in one long line are a hundred times the line: letters are counted where bytes
    // do not tell.
    let column =
      before.allSatisfy { $0 < 0x80 }
      ? before.count : String(decoding: before, as: UTF8.self).count
    return SourceLocation(line: line + 1, column: column + 1)
  }

  /// The file that a byte comes from; nil for a deck that is one file.
  package func path(at offset: Int) -> String? { part(at: offset)?.path }

  private func part(at offset: Int) -> SourcePart? {
    parts.last { $0.range.lowerBound <= offset } ?? parts.first
  }
}

extension [UInt8] {
  /// NUL, or a CR by itself.
  fileprivate var holdOddEnds: Bool {
    withUnsafeBufferPointer { bytes in
      if bytes.offset(of: 0) != nil { return true }
      var place = 0
      while let found = bytes.offset(of: 0x0D, from: place) {
        if found + 1 == bytes.count || bytes[found + 1] != 0x0A { return true }
        place = found + 2
      }
      return false
    }
  }

  fileprivate var lineStarts: [Int32] {
    withUnsafeBufferPointer { bytes in
      // What grows by itself is copied, and ends up larger than it has to be: counted first.
      var count = 1
      bytes.forEachOffset(of: 0x0A) { _ in count += 1 }
      var starts: [Int32] = [0]
      starts.reserveCapacity(count)
      bytes.forEachOffset(of: 0x0A) { starts.append(Int32(clamping: $0 + 1)) }
      return starts
    }
  }
}
