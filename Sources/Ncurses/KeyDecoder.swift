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

  /// Button, row and column in 8, 12 and 12 bits.
  static func mouse(_ code: UInt32) -> Mouse {
    let place = Point(row: Int(code >> 12 & 0xFFF), column: Int(code & 0xFFF))
    let kind: Mouse.Kind = code >> 24 == 4 ? .wheelUp : code >> 24 == 5 ? .wheelDown : .press
    return Mouse(kind, at: place)
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
