/// Ordered lists with pauses between their items.

import Decks
import Testing

@Suite struct `Numbers of lists` {
  @Test func `they go on over a pause where every item says one`() {
    let text = "# A\n\n1. a\n\n<!-- pause -->\n\n1. b\n1. c\n\n<!-- stop -->\n\n1. d\n"
    #expect(
      steps(text) == ["1. a", "1. a|2. b|3. c", "1. a|2. b|3. c|4. d"])
    #expect(words("# A\n\n1) a\n<!-- // mine -->\n1) b\n") == ["1) a", "2) b"])
  }

  @Test func `numbers that are told are kept`() {
    #expect(words("# A\n\n1. a\n\n<!-- pause -->\n\n2. b\n") == ["1. a", "2. b"])
    #expect(
      words("# A\n\n1. a\n2. b\n\n<!-- pause -->\n\n1. c\n") == ["1. a", "2. b", "1. c"])
    #expect(words("# A\n\n1. a\n\n<!-- pause -->\n\n5. b\n") == ["1. a", "5. b"])
  }

  @Test func `other lists are other lists`() {
    #expect(words("# A\n\n1. a\n\n<!-- -->\n\n1. b\n") == ["1. a", "1. b"])
    #expect(words("# A\n\n1. a\n\n<!-- pause -->\n\n1) b\n") == ["1. a", "1) b"])
    #expect(words("# A\n\n1. a\n\nx\n\n1. b\n") == ["1. a", "x", "1. b"])
  }

  @Test func `inside a quote and an item, too`() {
    let quote = "# A\n\n> 1. a\n>\n> <!-- pause -->\n>\n> 1. b\n"
    #expect(steps(quote) == ["▎ 1. a", "▎ 1. a|▎ 2. b"])
    let item = "# A\n\n- x\n  1. a\n\n  <!-- pause -->\n\n  1. b\n"
    #expect(words(item) == ["• x", "1. a", "2. b"])
  }
}
