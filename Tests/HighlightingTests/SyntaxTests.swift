/// The names that languages are found by.

import Highlighting
import Testing

@Suite struct `The names of languages` {
  @Test(arguments: [
    ("py", "Python"), ("python3", "Python"), ("c++", "C++"), ("CPP", "C++"), ("sh", "shell"),
    ("bash", "shell"), ("zsh", "shell"), ("console", "console"), ("js", "JavaScript"),
    ("jsx", "JavaScript"), ("tsx", "TSX"), ("yml", "YAML"), ("Dockerfile", "Dockerfile"),
    ("docker", "Dockerfile"), ("asm", "assembly"), ("nasm", "assembly"), ("hs", "Haskell"),
    ("c#", "C#"), ("F#", "F#"), ("patch", "diff"), ("txt", "text"), ("objective-c", "Objective-C"),
  ])
  func `a usual name finds its language`(name: String, canonical: String) {
    #expect(Syntax.named(name)?.name == canonical)
  }

  @Test func `an extension finds it as well, with its dot or at the end of a file name`() {
    #expect(Syntax.named(".rs")?.name == "Rust")
    #expect(Syntax.named("Sources/Main.swift")?.name == "Swift")
    #expect(Syntax.named("CMakeLists.txt")?.name == "CMake")
    #expect(Syntax.named("notes.txt")?.name == "text")
  }

  @Test func `a name that nothing has finds nothing`() {
    for name in ["", ".", "klingon", "py thon", "python ", "c+", "ü", "\u{0}"] {
      #expect(Syntax.named(name) == nil, "\(name)")
    }
  }

  @Test func `every canonical name finds itself, and no two are the same`() {
    for name in Syntax.names { #expect(Syntax.named(name)?.name == name) }
    #expect(Set(Syntax.names).count == Syntax.names.count)
    #expect(Syntax.names.count > 60)
  }
}
