/// What the tables of names have in common, and what is told of them by their makers.

import Markup
import Testing

/// The entries as they stand in the literal, split here without the bisection's help.
func entries(of table: StaticString) -> [(name: String, text: String)] {
  // By scalars: a combining mark would make one character of the sign before it.
  table.description.unicodeScalars.split(separator: " ").map { entry in
    let equals = entry.dropFirst().firstIndex(of: "=") ?? entry.endIndex
    return (String(entry[..<equals]), String(entry[equals...].dropFirst()))
  }
}

/// FNV-1a over `name=text` and a line feed each: over the lists the tables were made from it was the same.
func checksum(of table: StaticString) -> UInt64 {
  var value: UInt64 = 0xCBF2_9CE4_8422_2325
  for entry in entries(of: table) {
    for byte in "\(entry.name)=\(entry.text)\n".utf8 {
      value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
    }
  }
  return value
}

func expectSorted(_ table: StaticString) {
  let names = entries(of: table).map(\.name)
  for (first, second) in zip(names, names.dropFirst()) {
    let isSorted = first.utf8.lexicographicallyPrecedes(second.utf8)
    #expect(isSorted, "\(first) stands before \(second)")
  }
}

/// Two texts that are the same to their scalars: `==` would take `=` with a stroke for `≠`.
func same(_ first: String?, _ second: String) -> Bool {
  first.map { Array($0.unicodeScalars) == Array(second.unicodeScalars) } ?? false
}

@Suite struct `A table of names` {
  private let table = NameTable("+1=👍 ==⁼ a=α ab=αβ abc=x=y b=β")

  @Test func `finds what is in it, and nothing else`() {
    for (name, text) in ["+1": "👍", "=": "⁼", "a": "α", "ab": "αβ", "abc": "x=y", "b": "β"] {
      #expect(table.text(of: Substring(name)) == text, "\(name)")
    }
    for name in ["", " ", "+", "A", "aa", "abcd", "abc=", "a=α", "α", "c", "👍", "=="] {
      #expect(table.text(of: Substring(name)) == nil, "\(name)")
    }
  }

  @Test func `with one entry or none is a table, too`() {
    #expect(NameTable("aa=b").text(of: "aa") == "b")
    #expect(NameTable("aa=b").text(of: "a") == nil)
    #expect(NameTable("").text(of: "a") == nil)
  }
}
