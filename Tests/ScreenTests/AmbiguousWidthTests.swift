/// The ranges of letters that are wide in East Asian terminals.

import Screen
import Testing

@Suite struct `Letters of ambiguous width` {
  @Test func `Cyrillic and Greek are, Latin, wide and drawn ones are not`() {
    for scalar in "Жяαω".unicodeScalars {
      #expect(AmbiguousWidth.contains(scalar), "\(scalar)")
    }
    for scalar in "aZ日─█•→".unicodeScalars {
      #expect(!AmbiguousWidth.contains(scalar), "\(scalar)")
    }
  }
}
