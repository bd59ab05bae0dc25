/// Bytes that the parser alone is to see: what it reads in the place of some of the source, and back
/// from what it has read to the source.

/// What is read in the place of a part of the source; of nothing, where something is put between.
package struct SourcePatch: Equatable, Sendable {
  package var range: Range<Int>
  package var bytes: [UInt8]

  package init(_ range: Range<Int>, _ bytes: some Sequence<UInt8>) {
    self.range = range
    self.bytes = Array(bytes)
  }
}

extension [SourcePatch] {
  /// Those in a part of the source; they stand in its order.
  func patches(in range: Range<Int>) -> ArraySlice<SourcePatch> {
    guard !isEmpty else { return [] }
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].range.lowerBound < range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return self[low...].prefix { $0.range.upperBound <= range.upperBound }
  }
}

/// Where what the parser reads stands in the source.
struct PatchedPlaces {
  private struct Place {
    /// The patch as the parser counts.
    var range: Range<Int>
    /// By how much what it counts is too large, in the patch and behind it.
    var shift: (inside: Int, behind: Int)
    var isLong: Bool
  }

  private var places: [Place] = []

  /// Puts a part of the source behind the bytes, patched.
  mutating func append(
    _ range: Range<Int>, of source: [UInt8], _ patches: ArraySlice<SourcePatch>,
    to bytes: inout [UInt8]
  ) {
    var (start, shift) = (range.lowerBound, 0)
    for patch in patches where patch.range.lowerBound >= start {
      bytes += source[start..<patch.range.lowerBound]
      bytes += patch.bytes
      let place = patch.range.lowerBound + shift
      let growth = patch.bytes.count - patch.range.count
      places.append(
        Place(
          range: place..<place + patch.bytes.count, shift: (shift, shift + growth),
          isLong: growth != 0))
      (start, shift) = (patch.range.upperBound, shift + growth)
    }
    bytes += source[start..<range.upperBound]
  }

  /// Whether something in a part of what is read is not what stands in the source.
  func holdPatch(in part: Range<Int>) -> Bool {
    guard !places.isEmpty else { return false }
    let last = places[..<index(after: part.upperBound - 1)].last
    guard let last, last.isLong else { return false }
    return last.range.upperBound > part.lowerBound || last.range.lowerBound > part.lowerBound
  }

  /// How many patches begin at a place or before it.
  private func index(after place: Int) -> Int {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle].range.lowerBound <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Where a byte is in the source; nil for one that is not there.
  func offset(of place: Int) -> Int? {
    guard !places.isEmpty else { return place }
    guard let last = places[..<index(after: place)].last else { return place }
    guard last.range.contains(place) else { return place - last.shift.behind }
    return last.isLong ? nil : place - last.shift.inside
  }
}
