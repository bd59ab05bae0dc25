/// What curses says of a key press to `Key`.

import CNcurses
import Screen

enum KeyDecoder {
  /// A character as it was typed.
  static func key(character code: UInt32) -> Key? {
    switch code {
    case 0x0A, 0x0D: return .enter
    case 0x09: return .tab
    case 0x08, 0x7F: return .backspace
    case 0x1B: return .escape
    case 0x01..<0x1B, 0x1C..<0x20:
      return Unicode.Scalar(code + 0x40).map { .control(Character(Character($0).lowercased())) }
    default: return Unicode.Scalar(code).map { .character(Character($0)) }
    }
  }

  /// The parameters of `CSI < button ; column ; row M` (xterm's ctlseqs, mode 1006); nil for buttons
  /// but the first, and for what moves without one.
  static func mouse(_ parameters: [UInt32]) -> Mouse? {
    let text = String(String.UnicodeScalarView(parameters.compactMap(Unicode.Scalar.init)))
    let fields = text.dropFirst().split(separator: ";", omittingEmptySubsequences: false)
    let numbers = fields.compactMap { Int($0) }
    guard text.first == "<", fields.count == 3, numbers.count == 3, numbers[1] > 0, numbers[2] > 0
    else { return nil }
    let place = Point(row: min(numbers[2], 4096) - 1, column: min(numbers[1], 4096) - 1)
    // Shift, Meta and Control are bits of it.
    switch numbers[0] & ~0b1_1100 {
    case 0: return Mouse(.press, at: place)
    case 64: return Mouse(.wheelUp, at: place)
    case 65: return Mouse(.wheelDown, at: place)
    default: return nil
    }
  }

  /// A key that terminals send as a sequence.
  static func key(function code: UInt32) -> Key? {
    switch Int(code) {
    case CN_KEY_UP: .up
    case CN_KEY_DOWN: .down
    case CN_KEY_LEFT: .left
    case CN_KEY_RIGHT: .right
    case CN_KEY_PPAGE: .pageUp
    case CN_KEY_NPAGE: .pageDown
    case CN_KEY_HOME: .home
    case CN_KEY_END: .end
    case CN_KEY_BACKSPACE: .backspace
    case CN_KEY_DC: .delete
    case CN_KEY_ENTER: .enter
    case CN_KEY_BTAB: .backTab
    case CN_KEY_F0...: .function(Int(code) - CN_KEY_F0)
    default: nil
    }
  }
}
