/// The words of a language by their bytes: a table of hashes with open places.

struct WordTable: Sendable {
  struct Role: OptionSet, Sendable {
    let rawValue: UInt8
    static let namesFunction = Role(rawValue: 1)
    static let namesType = Role(rawValue: 2)
    static let isSoft = Role(rawValue: 4)
  }

  struct Entry: Sendable {
    let start: Int
    let count: Int
    let kind: TokenKind
    var role: Role
  }

  private var text: [UInt8] = []
  private var entries: [Entry] = []
  private var slots: [Int16] = []
  private var longest = 0
  private let ignoresCase: Bool

  init(_ grammar: Grammar) {
    ignoresCase = grammar.ignoresCase
    // A word that is in several lists is what the first says, and has the roles of all.
    add(grammar.keywords, .keyword)
    add(grammar.softKeywords, .keyword, .isSoft)
    add(grammar.constants, .constant)
    add(grammar.types, .type)
    add(grammar.functions, .function)
    add(grammar.variables, .variable)
    add(grammar.attributes, .attribute)
    add(grammar.functionMakers, .keyword, .namesFunction)
    add(grammar.typeMakers, .keyword, .namesType)
    hash()
  }

  private mutating func add(_ words: String, _ kind: TokenKind, _ role: Role = []) {
    for word in words.utf8.split(whereSeparator: \.isBlank) {
      entries.append(Entry(start: text.count, count: word.count, kind: kind, role: role))
      text.append(contentsOf: ignoresCase ? word.map(\.lowercased) : Array(word))
      longest = max(longest, word.count)
    }
  }

  private mutating func hash() {
    var size = 16
    while size < entries.count * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    for (index, entry) in entries.enumerated() {
      let word = text[entry.start..<entry.start + entry.count]
      let slot = slot(of: word)
      if slots[slot] < 0 {
        slots[slot] = Int16(truncatingIfNeeded: index)
      } else {
        entries[Int(slots[slot])].role.formUnion(entry.role)
      }
    }
  }

  func entry(of word: ArraySlice<UInt8>) -> Entry? {
    guard word.count <= longest else { return nil }
    let slot = slot(of: word)
    return slots[slot] < 0 ? nil : entries[Int(slots[slot])]
  }

  /// Where a word is, or would be put.
  private func slot(of word: ArraySlice<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261  // FNV-1a
    for byte in word {
      hash = (hash ^ UInt32(ignoresCase ? byte.lowercased : byte)) &* 16_777_619
    }
    var slot = Int(hash ^ hash >> 15) & (slots.count - 1)
    while slots[slot] >= 0, !isEntry(Int(slots[slot]), word) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func isEntry(_ index: Int, _ word: ArraySlice<UInt8>) -> Bool {
    let entry = entries[index]
    guard entry.count == word.count else { return false }
    for offset in 0..<entry.count {
      let byte = word[word.startIndex + offset]
      guard text[entry.start + offset] == (ignoresCase ? byte.lowercased : byte) else {
        return false
      }
    }
    return true
  }
}
