/// Words nobody knows, and what they probably are.

import Decks
import Markup
import Testing
import Wording

@Suite struct `A suggestion` {
  private func words(_ word: String, among known: [String]) -> String {
    let source = SourceLines(word)
    return Diagnostic.unknown(Phrase("key"), word, among: known, at: 0)
      .text(path: "k", lines: source, .english)
  }

  @Test func `is the name that differs least`() {
    #expect(words("them", among: ["theme", "lang"]).hasSuffix("did you mean theme?"))
  }

  @Test func `is not looked for where no name is as long`() {
    let name = String(repeating: "a", count: 40)
    #expect(words(name.dropLast() + "b", among: [name]).hasSuffix("did you mean \(name)?"))
    #expect(!words(name + "b", among: [name]).contains("did you mean"))
  }
}
