/// How what is written next looks, as a terminal keeps it: read from SGR, and said by it again.
///
/// Source: ECMA-48, 8.3.117 (SGR, "select graphic rendition"); ISO 8613-6 and xterm's ctlseqs for
/// colours of 256 and direct ones, between semicolons or colons.

import Screen

package struct Rendition: Equatable {
  private var attributes: Attributes = []
  /// A colour's parameters as they came; none is the terminal's own colour.
  private var foreground: ArraySlice<UInt8> = []
  private var background: ArraySlice<UInt8> = []

  private static let own = Rendition()

  package init() {}

  // MARK: Read

  /// Takes the parameters between `CSI` and `m`. False where one of them means something that is not
  /// kept here.
  package mutating func select(_ parameters: ArraySlice<UInt8>) -> Bool {
    var rest = parameters
    repeat {
      let field = Self.field(of: rest)
      guard let count = select(field, in: rest) else { return false }
      rest = rest.dropFirst(count)
      guard rest.first == Self.semicolon else { return rest.isEmpty }
      rest = rest.dropFirst()
    } while true
  }

  /// Takes one parameter, and of a colour those that belong to it. Returns how many bytes they are.
  private mutating func select(_ field: ArraySlice<UInt8>, in rest: ArraySlice<UInt8>) -> Int? {
    guard let code = Self.number(field.prefix { $0 != Self.colon }) else { return nil }
    if code == 38 || code == 48 {
      guard let color = Self.color(field, in: rest) else { return nil }
      if code == 38 { foreground = color } else { background = color }
      return color.count
    }
    guard !field.contains(Self.colon) else { return nil }
    switch code {
    case 0: self = .own
    case 1: attributes.insert(.bold)
    case 2: attributes.insert(.dim)
    case 3: attributes.insert(.italic)
    case 4: attributes.insert(.underline)
    case 7: attributes.insert(.reverse)
    case 22: attributes.subtract([.bold, .dim])
    case 23: attributes.remove(.italic)
    case 24: attributes.remove(.underline)
    case 27: attributes.remove(.reverse)
    case 39: foreground = []
    case 49: background = []
    case 30...37, 90...97: foreground = field
    case 40...47, 100...107: background = field
    default: return nil
    }
    return field.count
  }

  /// `38;5;n`, `38;2;r;g;b`, or one field with colons.
  private static func color(
    _ field: ArraySlice<UInt8>, in rest: ArraySlice<UInt8>
  ) -> ArraySlice<UInt8>? {
    if field.contains(colon) { return field }
    let kind = Self.field(of: rest.dropFirst(field.count + 1))
    let fields = kind == [0x35] ? 3 : kind == [0x32] ? 5 : 0
    var color = rest.prefix(0)
    for _ in 0..<fields {
      let next = Self.field(of: rest[color.endIndex...].drop { $0 == semicolon && !color.isEmpty })
      guard !next.isEmpty else { return nil }
      color = rest[rest.startIndex..<next.endIndex]
    }
    return color.isEmpty ? nil : color
  }

  private static let semicolon: UInt8 = 0x3B
  private static let colon: UInt8 = 0x3A

  private static func field(of parameters: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    parameters.prefix { $0 != semicolon }
  }

  /// An empty parameter is zero.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.count <= 3 else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  // MARK: Said

  /// Writes what makes this of what was before; of what nobody knows, from the ground up.
  package func append(to bytes: inout [UInt8], after before: Rendition?) {
    guard self != before else { return }
    bytes += [0x1B, 0x5B]
    if self != .own { appendParameters(to: &bytes, after: before) }
    bytes.append(0x6D)
  }

  private func appendParameters(to bytes: inout [UInt8], after before: Rendition?) {
    let start = bytes.count
    func separate() { if bytes.count > start { bytes.append(Self.semicolon) } }
    func append(_ code: StaticString) {
      separate()
      bytes.append(
        contentsOf: UnsafeBufferPointer(start: code.utf8Start, count: code.utf8CodeUnitCount))
    }
    if before == nil { append("0") }
    var old = before?.attributes ?? []
    for (attribute, _, off) in Self.codes where old.subtracting(attributes).contains(attribute) {
      append(off)
      // the one code takes both away
      old.subtract(attribute == .bold || attribute == .dim ? [.bold, .dim] : attribute)
    }
    for (attribute, on, _) in Self.codes where attributes.subtracting(old).contains(attribute) {
      append(on)
    }
    func append(_ color: ArraySlice<UInt8>, after old: ArraySlice<UInt8>, own: StaticString) {
      guard color != old else { return }
      if color.isEmpty {
        append(own)
      } else {
        separate()
        bytes += color
      }
    }
    append(foreground, after: before?.foreground ?? [], own: "39")
    append(background, after: before?.background ?? [], own: "49")
  }

  private static let codes: [(Attributes, on: StaticString, off: StaticString)] = [
    (.bold, "1", "22"), (.dim, "2", "22"), (.italic, "3", "23"), (.underline, "4", "24"),
    (.reverse, "7", "27"),
  ]
}
