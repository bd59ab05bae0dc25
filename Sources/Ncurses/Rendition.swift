/// How what is written next looks, as a terminal keeps it: read from SGR, and said by it again.
///
/// Source: ECMA-48, 8.3.117 (SGR, "select graphic rendition"); ISO 8613-6 and xterm's ctlseqs for
/// colours of 256 and direct ones, between semicolons or colons.

import Screen

struct Rendition: Equatable {
  private var attributes: Attributes = []
  private var foreground = InkColor.own
  private var background = InkColor.own

  private static let own = Rendition()

  // MARK: Read

  /// Takes the parameters between `CSI` and `m`. False where one of them means something that is not
  /// kept here.
  mutating func select(_ parameters: Slice<UnsafeRawBufferPointer>) -> Bool {
    var rest = SGRParameters(parameters)
    repeat {
      guard let code = rest.next(), select(code, &rest) else { return false }
    } while rest.goesOn()
    return rest.isAtEnd
  }

  private mutating func select(_ code: UInt8, _ rest: inout SGRParameters) -> Bool {
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
    case 30...37, 90...97: foreground = .code(code)
    case 38: return rest.readColor(into: &foreground)
    case 39: foreground = .own
    case 40...47, 100...107: background = .code(code)
    case 48: return rest.readColor(into: &background)
    case 49: background = .own
    default: return false
    }
    return true
  }

  // MARK: Said

  /// Writes what makes this of what was before; of what nobody knows, from the ground up.
  func append(to bytes: inout [UInt8], after before: Rendition?) {
    guard self != before else { return }
    bytes.append(0x1B)
    bytes.append(0x5B)
    if self != .own {
      if before == nil { bytes.append(parameter: 0) }
      appendDifference(to: &bytes, from: before ?? .own)
      bytes.removeLast()
    }
    bytes.append(0x6D)
  }

  /// Every parameter with a semicolon after it.
  private func appendDifference(to bytes: inout [UInt8], from before: Rendition) {
    var old = before.attributes
    let weights: Attributes = [.bold, .dim]
    // one code takes both away
    if !old.subtracting(attributes).isDisjoint(with: weights) {
      bytes.append(parameter: 22)
      old.subtract(weights)
    }
    for (attribute, on, off) in Self.codes where old.contains(attribute) != has(attribute) {
      bytes.append(parameter: has(attribute) ? on : off)
    }
    if foreground != before.foreground { foreground.append(to: &bytes, base: 30) }
    if background != before.background { background.append(to: &bytes, base: 40) }
  }

  private func has(_ attribute: Attributes) -> Bool { attributes.contains(attribute) }

  private static let codes: [(Attributes, on: UInt8, off: UInt8)] = [
    (.bold, 1, 22), (.dim, 2, 22), (.italic, 3, 23), (.underline, 4, 24), (.reverse, 7, 27),
  ]
}

/// A colour as SGR says it, in the spelling it came in.
private enum InkColor: Equatable {
  case own
  /// One of sixteen, by the parameter that means it.
  case code(UInt8)
  case palette(UInt8, separator: UInt8)
  /// With colons a place for the colour space may be left open before the red.
  case direct(UInt8, UInt8, UInt8, separator: UInt8, hasSpace: Bool)

  /// With the parameters of foregrounds from 30 on, or those of backgrounds from 40 on.
  func append(to bytes: inout [UInt8], base: UInt8) {
    switch self {
    case .own: bytes.append(parameter: base + 9)
    case .code(let code): bytes.append(parameter: code)
    case .palette(let number, let separator):
      bytes.append(parameter: base + 8, separator)
      bytes.append(parameter: 5, separator)
      bytes.append(parameter: number)
    case .direct(let red, let green, let blue, let separator, let hasSpace):
      bytes.append(parameter: base + 8, separator)
      bytes.append(parameter: 2, separator)
      if hasSpace { bytes.append(separator) }
      bytes.append(parameter: red, separator)
      bytes.append(parameter: green, separator)
      bytes.append(parameter: blue)
    }
  }
}

private let (semicolon, colon): (UInt8, UInt8) = (0x3B, 0x3A)

/// The parameters of a control sequence, from the first to the last.
private struct SGRParameters {
  private var rest: Slice<UnsafeRawBufferPointer>

  init(_ bytes: Slice<UnsafeRawBufferPointer>) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  /// An empty one is zero; nil for those that mean nothing here.
  mutating func next() -> UInt8? {
    var number: UInt8 = 0
    while let byte = rest.first, (0x30...0x39).contains(byte) {
      let (tens, isLarge) = number.multipliedReportingOverflow(by: 10)
      let (sum, isLarger) = tens.addingReportingOverflow(byte - 0x30)
      guard !isLarge, !isLarger else { return nil }
      number = sum
      rest.removeFirst()
    }
    return number
  }

  mutating func goesOn(after separator: UInt8 = semicolon) -> Bool {
    guard rest.first == separator else { return false }
    rest.removeFirst()
    return true
  }

  /// What follows 38 or 48: `5` and a number, or `2` and red, green, blue.
  mutating func readColor(into color: inout InkColor) -> Bool {
    guard let separator = rest.first, goesOn(after: separator), let kind = next(),
      goesOn(after: separator)
    else { return false }
    let hasSpace = kind == 2 && separator == colon && goesOn(after: colon)
    guard let first = next() else { return false }
    switch kind {
    case 5: color = .palette(first, separator: separator)
    case 2:
      guard goesOn(after: separator), let green = next(), goesOn(after: separator),
        let blue = next()
      else { return false }
      color = .direct(first, green, blue, separator: separator, hasSpace: hasSpace)
    default: return false
    }
    return true
  }
}

extension [UInt8] {
  fileprivate mutating func append(parameter: UInt8, _ separator: UInt8 = semicolon) {
    if parameter >= 100 { append(0x30 + parameter / 100) }
    if parameter >= 10 { append(0x30 + parameter / 10 % 10) }
    append(0x30 + parameter % 10)
    append(separator)
  }
}
