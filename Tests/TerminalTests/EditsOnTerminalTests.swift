/// Edits of a deck that is named as people name it: from the folder it lies in.

import Glibc
import TemporaryFiles
import TerminalHarness
import Testing

@Suite(.serialized) struct `An edit of a deck and of what belongs to it` {
  private static let deck = """
    # Title

    <!-- include: part.md -->

    ![words for it](later.png)
    """

  @Test(arguments: ["./deck.md", "deck.md", "../here/deck.md", "cur/deck.md"])
  func `is seen by whatever name it has`(name: String) throws {
    let folder = TemporaryFolder()
    let here = folder.place("here")
    folder.makeFolder("here", mode: 0o700)
    folder.link("here/cur", to: ".")
    folder.write(Self.deck, as: "here/deck.md")
    folder.write("first part\n", as: "here/part.md")
    let show = try PseudoTerminal(
      builtProgram(named: "lectern"), [name], environment: ["XDG_RUNTIME_DIR": here],
      folder: here)
    try show.wait(forText: "first part")
    // When it is found missing, it is waited for.
    show.press(.right)
    try show.wait(forText: "1/1")
    for number in 1...3 {
      folder.write("part \(number)\n", as: "here/part.md")
      try show.wait(forText: "part \(number)")
      folder.replace("here/deck.md", by: Self.deck + "\n\nwords \(number)\n")
      try show.wait(forText: "words \(number)")
    }
    folder.write("no picture", as: "here/later.png")
    try show.wait(forText: "no picture (PNG or JPEG)")
    try show.send("q")
    #expect(try show.waitForExit() == .exited(0))
  }
}
