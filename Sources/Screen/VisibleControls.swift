/// Text for a terminal that no cell stands between: what it could obey is spelled out.

extension String {
  /// Controls but the end of a line, direction marks and line separators as `\u{85}`.
  package var withVisibleControls: String {
    guard unicodeScalars.contains(where: \.isObeyed) else { return self }
    var text = ""
    for scalar in unicodeScalars {
      if scalar.value >= 0x10FF80 {
        // A byte of a file's name that is no UTF-8.
        text += "\\x{" + String(scalar.value & 0xFF, radix: 16, uppercase: true) + "}"
      } else if scalar.isObeyed {
        text += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

extension Unicode.Scalar {
  fileprivate var isObeyed: Bool {
    switch value {
    case 0x0A: false
    case ..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F: true
    case 0xE0000...0xE007F, 0x10FF80...: true
    default: false
    }
  }
}
