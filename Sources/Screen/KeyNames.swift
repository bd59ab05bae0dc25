/// Keys by names one can write: `right`, `space`, `ctrl-c`, `f5`, `ж`.

extension Key {
  /// The name under which files and messages know a key.
  package var code: String {
    switch self {
    case .character(" "): "space"
    case .character(let letter): String(letter)
    case .control(let letter): "ctrl-" + String(letter)
    case .function(let number): "f\(number)"
    default: Self.names.first { $0.key == self }?.name ?? ""
    }
  }

  package init?(code: String) {
    if code.count == 1, let letter = code.first {
      self = .character(letter)
      return
    }
    let name = code.lowercased()
    if name == "space" {
      self = .character(" ")
    } else if let known = Self.names.first(where: { $0.name == name }) {
      self = known.key
    } else if name.hasPrefix("ctrl-"), name.count == 6, let letter = name.last,
      Self.withControl.contains(letter)
    {
      self = .control(letter)
    } else if name.hasPrefix("f"), let number = Int(name.dropFirst()), (1...63).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }

  /// What a terminal can send with Ctrl: the control characters of ASCII.
  private static let withControl = "abcdefghijklmnopqrstuvwxyz@[\\]^_"

  /// The key that a terminal sends when this one is pressed, where that is another one.
  package var twin: Key? {
    switch self {
    case .control("h"): .backspace
    case .control("i"): .tab
    case .control("j"), .control("m"): .enter
    case .control("["): .escape
    default: nil
    }
  }

  /// Every name there is but for single letters, `ctrl-` with one, and further function keys.
  package static var codes: [String] {
    ["space"] + names.map(\.name) + (1...12).map { "f\($0)" }
  }

  private static let names: [(name: String, key: Key)] = [
    ("up", .up), ("down", .down), ("left", .left), ("right", .right), ("pageup", .pageUp),
    ("pagedown", .pageDown), ("pgup", .pageUp), ("pgdn", .pageDown), ("home", .home), ("end", .end),
    ("enter", .enter), ("tab", .tab), ("backtab", .backTab), ("backspace", .backspace),
    ("delete", .delete), ("escape", .escape), ("esc", .escape),
  ]
}
