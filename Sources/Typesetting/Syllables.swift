/// Where a Russian word may be parted when a line is too narrow for it.

import Screen

/// Between a vowel and the consonant of the next syllable, of several consonants behind the first;
/// й, ь and ъ stay with what is before them; a part has two letters at least, and a vowel.
enum Syllables {
  private static let vowels = Set("аеёиоуыэюяАЕЁИОУЫЭЮЯ".unicodeScalars)
  private static let signs = Set("йьъЙЬЪ".unicodeScalars)

  /// Whether a word may be parted behind a letter.
  static func part(_ word: ArraySlice<Unicode.Scalar>, behind place: Int) -> Bool {
    let (head, tail) = (word[...place], word[(place + 1)...])
    guard head.count > 1, tail.count > 1, head.contains(where: isVowel),
      tail.contains(where: isVowel),
      let next = tail.first, !signs.contains(next)
    else { return false }
    let consonants = tail.prefix { !isVowel($0) }.count
    // сест-ра, пар-та, под-писать: one consonant goes on, more are shared.
    if isVowel(head[place]) { return consonants <= 1 }
    return consonants == 1 || signs.contains(head[place])
      || consonants > 1 && isVowel(head[place - 1])
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool { (0x400..<0x460).contains(scalar.value) }

  private static func isVowel(_ scalar: Unicode.Scalar) -> Bool { vowels.contains(scalar) }
}

extension TextRun {
  /// Behind the last syllable after which there is room for a hyphen, if a Russian word is cut here
  /// and goes on with the rest.
  func lastSyllable(before rest: ArraySlice<TextPiece>) -> Int? {
    let own = pieces.map(\.glyph.base)
    let first = own.lastIndex { !Syllables.isLetter($0) }.map { $0 + 1 } ?? 0
    let tail = rest.prefix(Self.longestTail).map(\.glyph.base).prefix(while: Syllables.isLetter)
    guard pieces.count > 4, first < own.count, own.count + tail.count - first > 3 else {
      return nil
    }
    let word = own[first...] + tail
    return (first..<pieces.count - 1).last { Syllables.part(word, behind: $0) }.map { $0 + 1 }
  }

  /// No Russian word has as many consonants in a row.
  private static var longestTail: Int { 12 }
}
