/// Files that a deck names: read by whoever may, found from the place that names them.

package struct DeckFiles: Sendable {
  /// The bytes of a file; the path is as the deck writes it, the offset is the byte of the deck
  /// where it is written.
  package var read: @Sendable (_ path: String, _ offset: Int) -> Result<[UInt8], Failure>

  package enum Failure: Error, Equatable, Sendable {
    case notFound, notAFile, tooLarge, outside
    /// Nobody gave us files to read.
    case unavailable
  }

  package init(read: @escaping @Sendable (String, Int) -> Result<[UInt8], Failure>) {
    self.read = read
  }

  package static let none = DeckFiles { _, _ in .failure(.unavailable) }
}
