/// What colour is the terminal's ground? The question, and finding its answer among what is typed.
///
/// Source: XTerm control sequences, OSC 11.

/// The answer comes as if it was typed, at once, late, in pieces or never: what may be a part of it is
/// held back until that is known, and nothing of it ever becomes a key.
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
  }

  /// Asked, and not answered so far.
  package private(set) var isOpen = false
  private var held: [UInt32] = []
  /// What came after the beginning of an answer; nil before there is one.
  private var answer: [UInt32]?

  private static let beginning: [UInt32] = Array("\u{1B}]11;".unicodeScalars.map(\.value))
  /// Longer than any answer there is.
  private static let longest = 64

  package init() {}

  package mutating func ask() { isOpen = true }

  /// Something is held back: so many characters.
  package var heldCount: Int { held.count }

  /// In the middle of an answer.
  package var isInside: Bool { answer != nil }

  package mutating func take(_ code: UInt32) -> Outcome {
    guard isOpen else { return .passed }
    if answer != nil { return goOn(code) }
    guard code == Self.beginning[held.count] else {
      guard !held.isEmpty else { return .passed }
      // An Esc may be another beginning.
      let keys = release()
      guard code == Self.beginning[0] else { return .released(keys + [code]) }
      held = [code]
      return .released(keys)
    }
    held.append(code)
    guard held == Self.beginning else { return .held }
    (held, answer) = ([], [])
    return .swallowed
  }

  /// Nothing more came: what was held back are keys.
  package mutating func release() -> [UInt32] {
    defer { held = [] }
    return held
  }

  /// The end of an answer does not come.
  package mutating func giveUp() { (answer, isOpen) = (nil, false) }

  private mutating func goOn(_ code: UInt32) -> Outcome {
    let isEnd = code == 0x07 || code == 0x9C || code == 0x5C && answer?.last == 0x1B
    guard isEnd else {
      answer?.append(code)
      if (answer?.count ?? 0) > Self.longest { giveUp() }
      return .swallowed
    }
    let color = Self.color(of: answer ?? [])
    giveUp()
    return color.map { .answered($0) } ?? .swallowed
  }

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
