/// What is pasted, as the terminal brackets it (mode 2004): one text, none of it a key.

package struct PastedText: Equatable, Sendable {
  private var held = ""
  private var count = 0
  /// The last signs, where they may be the beginning of the end.
  private var last: [UInt32] = []

  /// Nobody means to paste more into a prompt.
  package static let longest = 1024
  private static let end: [UInt32] = Array("\u{1B}[201~".unicodeScalars.map(\.value))

  package init() {}

  /// True with the last sign of the bracket that ends it.
  package mutating func take(_ code: UInt32) -> Bool {
    last.append(code)
    if last == Self.end { return true }
    while !Self.end.starts(with: last) { keep(last.removeFirst()) }
    return false
  }

  private mutating func keep(_ code: UInt32) {
    guard count < Self.longest, let scalar = Unicode.Scalar(code) else { return }
    count += 1
    let isBlank = scalar.properties.isWhitespace
    // Ends of lines and tabs part words as blanks do.
    if isBlank || scalar.properties.generalCategory != .control {
      held.unicodeScalars.append(isBlank ? " " : scalar)
    }
  }

  /// Without control characters, and blanks only where they part words.
  package var text: String {
    held.split(separator: " ").joined(separator: " ")
  }
}
