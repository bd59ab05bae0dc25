/// How much of anything a deck may hold: generous, so that no talk meets them, and small enough that
/// nothing takes long or much memory. What a picture may be stands in `PictureLimits`, beside what
/// decodes it.

package enum Limits {
  // MARK: Files

  /// Bytes of a deck, alone or with all it includes.
  package static let deck = 16 << 20
  /// Files included in a deck in all, and in each other.
  package static let includes = 100
  package static let includeDepth = 8
  /// Bytes of a file that is shown as code.
  package static let codeFile = 1 << 20

  // MARK: Text

  /// Bytes of the source of one slide; one that has more is told of in its place.
  package static let slide = 256 << 10
  /// Lines of a deck whose slides are only told apart by reading it as a whole; the rest is left out.
  package static let lines = 400_000
  /// Quotes, lists and emphasis in each other; what is deeper is shown flat.
  package static let depth = 64
  /// Bytes of the address of a link or picture; what is behind them is cut off.
  package static let address = 2048
  /// Bytes of all addresses of a slide, or of a deck that is read as a whole, where its source has less.
  package static let addresses = 128 << 10
  /// Bytes and keys of the settings before the first slide.
  package static let frontMatter = 64 << 10
  package static let frontMatterKeys = 200
  package static let frontMatterDepth = 16
  /// Steps of a slide.
  package static let steps = 10_000

  // MARK: What is told

  /// Diagnostics of a deck that are told one by one.
  package static let diagnostics = 100
  /// Characters of one.
  package static let diagnostic = 1000

  // MARK: Consoles

  /// Bytes of a message, and consoles of a show.
  package static let consoleMessage = 64 << 10
  package static let consoles = 10
}
