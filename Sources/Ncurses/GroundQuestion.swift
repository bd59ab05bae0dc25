/// What colour is the terminal's ground? The question, and finding its answer among what is typed,
/// and whatever else a terminal says that is no key.
///
/// Source: XTerm control sequences, OSC 11; ECMA-48.

import Screen

/// The answer comes as if it was typed, at once, late, in pieces or never. So may answers to what
/// others have asked, and what is pasted: all that looks like one (ECMA-48: CSI, SS3, the strings
/// that ST ends) is swallowed, and nothing of it ever becomes a key; what is pasted is told in one. What
/// curses knows as a key never comes here.
package struct GroundQuestion {
  package static let text = "\u{1B}]11;?\u{1B}\\"

  package enum Outcome: Equatable {
    /// No part of an answer: a key.
    case passed
    /// It may be one: more has to be seen.
    case held
    /// It was none: these are keys.
    case released([UInt32])
    /// It is one, and goes on or is over without saying anything.
    case swallowed
    case answered(UInt32)
    /// What a mouse did.
    case pointed(Mouse)
    /// Somebody has pasted this.
    case pasted(String)
  }

  private enum Place: Equatable {
    case keys
    /// An Esc, or it and the sign that may begin something.
    case beginning([UInt32])
    case control(parameters: [UInt32])
    /// A string: what began it, what it says as far as that matters, and whether the last was an Esc.
    case string(UInt32, [UInt32], afterEscape: Bool)
    case paste(PastedText)
    /// So many characters belong to a report in the old form, which says nothing to us.
    case oldReport(Int)
  }

  /// Asked, and not answered so far.
  package private(set) var isOpen = false
  /// Reports of a mouse were asked for.
  package var hearsMouse = false
  private var place = Place.keys

  /// Longer than any answer there is that says something to us.
  private static let longest = 64
  private static let escape: UInt32 = 0x1B

  package init() {}

  package mutating func ask() { isOpen = true }

  /// Something is held back: so many characters.
  package var heldCount: Int { if case .beginning(let held) = place { held.count } else { 0 } }

  /// In the middle of an answer.
  package var isInside: Bool {
    switch place {
    case .control, .string, .paste, .oldReport: true
    case .keys, .beginning: false
    }
  }

  /// In the middle of what is pasted, which may take as long as it likes.
  package var isPaste: Bool { if case .paste = place { true } else { false } }

  package mutating func take(_ code: UInt32) -> Outcome {
    switch place {
    case .keys:
      guard code == Self.escape else { return .passed }
      place = .beginning([code])
      return .held
    case .beginning(let held): return begin(held, code)
    case .control(let parameters): return control(parameters, code)
    case .string(let kind, let text, let afterEscape): return string(kind, text, afterEscape, code)
    case .paste(var pasted):
      // No second owner: a long text would be copied for each of its signs.
      place = .keys
      if pasted.take(code) { return .pasted(pasted.text) }
      place = .paste(pasted)
      return .swallowed
    case .oldReport(let count):
      place = count > 1 ? .oldReport(count - 1) : .keys
      return .swallowed
    }
  }

  private mutating func begin(_ held: [UInt32], _ code: UInt32) -> Outcome {
    if held.count == 2 {
      place = .keys
      // SS3 and its one sign; a string or a sequence that has begun.
      if held[1] == 0x4F { return .swallowed }
      place = held[1] == 0x5B ? .control(parameters: []) : .string(held[1], [], afterEscape: false)
      return take(code)
    }
    switch code {
    case 0x4F, 0x50, 0x58, 0x5B, 0x5D, 0x5E, 0x5F:  // O, P, X, [, ], ^, _
      place = .beginning(held + [code])
      return .held
    case Self.escape: return .released(held)
    default:
      place = .keys
      return .released(held + [code])
    }
  }

  private mutating func control(_ parameters: [UInt32], _ code: UInt32) -> Outcome {
    switch code {
    case 0x20..<0x40: place = .control(parameters: Array((parameters + [code]).suffix(24)))
    case Self.escape: place = .beginning([code])
    case 0x4D where hearsMouse:
      place = parameters.isEmpty ? .oldReport(3) : .keys
      if let mouse = KeyDecoder.mouse(parameters) { return .pointed(mouse) }
    default:
      let isPaste = code == 0x7E && parameters == [0x32, 0x30, 0x30]
      place = isPaste ? .paste(PastedText()) : .keys
    }
    return .swallowed
  }

  private mutating func string(
    _ kind: UInt32, _ text: [UInt32], _ afterEscape: Bool, _ code: UInt32
  ) -> Outcome {
    if code == 0x07 || code == 0x9C || afterEscape && code == 0x5C { return end(kind, text) }
    let isEscape = code == Self.escape
    let newer = text.count < Self.longest && !isEscape ? text + [code] : text
    place = .string(kind, newer, afterEscape: isEscape)
    return .swallowed
  }

  private mutating func end(_ kind: UInt32, _ text: [UInt32]) -> Outcome {
    place = .keys
    let answer = text.starts(with: Array("11;".unicodeScalars.map(\.value)))
    guard isOpen, kind == 0x5D, answer else { return .swallowed }
    isOpen = false
    return Self.color(of: Array(text.dropFirst(3))).map { .answered($0) } ?? .swallowed
  }

  /// Nothing more came: what was held back are keys.
  package mutating func release() -> [UInt32] {
    guard case .beginning(let held) = place else { return [] }
    place = .keys
    return held
  }

  /// The end of an answer does not come.
  package mutating func giveUp() { place = .keys }

  /// `rgb:ffff/ffff/f0f0` with one to four digits for each, as 0xRRGGBB.
  private static func color(of answer: [UInt32]) -> UInt32? {
    let text = String(String.UnicodeScalarView(answer.compactMap(Unicode.Scalar.init)))
    guard let colon = text.firstIndex(of: ":"), text[..<colon].hasPrefix("rgb") else { return nil }
    let parts = text[text.index(after: colon)...].prefix { $0 != "\u{1B}" }.split(separator: "/")
    let channels = parts.prefix(3).compactMap { part -> UInt32? in
      guard (1...4).contains(part.utf8.count), let value = UInt32(part, radix: 16) else {
        return nil
      }
      return value * 255 / (1 << (4 * UInt32(part.utf8.count)) - 1)
    }
    guard channels.count == 3 else { return nil }
    return channels[0] << 16 | channels[1] << 8 | channels[2]
  }
}
