/// A JSON value and its text.

/// What JSON can say; an object keeps its order.
package indirect enum JSON: Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case integer(Int)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])

  /// The value on one line without spaces. Numbers that are not finite are `null`, and characters
  /// a terminal could obey are escaped.
  package var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let value): text += value.isFinite ? "\(value)" : "null"
    case .integer(let value): text += "\(value)"
    case .string(let value): Self.write(value, to: &text)
    case .array(let values): Self.write(values, to: &text)
    case .object(let members): Self.write(members, to: &text)
    }
  }

  private static func write(_ values: [JSON], to text: inout String) {
    text += "["
    for (place, value) in values.enumerated() {
      if place > 0 { text += "," }
      value.write(to: &text)
    }
    text += "]"
  }

  private static func write(_ members: [(String, JSON)], to text: inout String) {
    text += "{"
    for (place, member) in members.enumerated() {
      if place > 0 { text += "," }
      write(member.0, to: &text)
      text += ":"
      member.1.write(to: &text)
    }
    text += "}"
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.isCommand: for unit in scalar.utf16 { text += escape(unit) }
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  private static func escape(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}

extension Unicode.Scalar {
  /// Whether a terminal may do something else with it than show it: controls, direction marks.
  var isCommand: Bool {
    // Letters of Europe are none, which need not be looked up.
    if (0x20..<0x7F).contains(value) || (0xAE..<0x600).contains(value) { return false }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }
}

extension JSON: Equatable {
  package static func == (one: JSON, other: JSON) -> Bool { one.text == other.text }
}
