/// Whatever comes, the tokens are the line again, and soon.

import Highlighting
import Testing

/// A small generator that gives the same numbers in every run (Steele and others 2014).
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }
}

/// What opens and closes things in one language or another.
private let pieces = """
  " ' ` \"\"\" ''' // /* */ (* *) {- -} # -- --[[ ]] <!-- --> <a </a> </script> <script> <style>
  <?php ?> ${ #{ $( $(( )) \\( { } ( ) [ ] [[ << <<EOF EOF <<~'E' R"x( )x" r#" "# @" $" f" \\
  \\n % %w[ %d = == : :: ; , . .. ... a b1 _ A AB if def class end 0 0x1F 1e-5 1. @x $x $ & && |
  > < / /a/ s/a/b/ q{ ~r/ ``` ~~~ --- +++ @@ - * ** _a_ ![ ]( - : | - > |- 'a 'a' é 日本 👩‍💻
  e\u{301} \u{301} \u{FE0F} \u{0} \u{7F} =begin =end =cut {{ }} {% &amp; !x #! #[ #if >>> ... $_
  """.split { $0 == " " || $0 == "\n" }.map(String.init) + [" ", "  ", "\t", " "]

private func isWhole(_ tokens: [CodeToken], _ line: String) -> Bool {
  tokens.map(\.text).joined().utf8.elementsEqual(line.utf8) && !tokens.contains { $0.text.isEmpty }
}

@Suite struct `Whatever the input` {
  @Test(arguments: Syntax.names)
  func `the tokens of random bytes are the line`(name: String) throws {
    var random = SplitMix(state: 1)
    var highlighter = Highlighter(try #require(Syntax.named(name)))
    for _ in 0..<60 {
      let bytes = (0..<Int.random(in: 0...80, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      let line = String(decoding: bytes, as: UTF8.self)
      #expect(isWhole(highlighter.tokens(of: line), line), "\(name): \(bytes)")
    }
  }

  @Test(arguments: Syntax.names)
  func `the tokens of shuffled code are the line`(name: String) throws {
    var random = SplitMix(state: 2)
    let syntax = try #require(Syntax.named(name))
    for _ in 0..<40 {
      var highlighter = Highlighter(syntax)
      for _ in 0..<12 {
        let count = Int.random(in: 0...12, using: &random)
        let line = (0..<count).compactMap { _ in pieces.randomElement(using: &random) }.joined()
        #expect(isWhole(highlighter.tokens(of: line), line), "\(name): \(line)")
      }
    }
  }

  @Test(.timeLimit(.minutes(1)), arguments: Syntax.names)
  func `a long line takes no longer than many short ones`(name: String) throws {
    let syntax = try #require(Syntax.named(name))
    for piece in ["(", "\"", "[", "a.", "${", "*a ", "/ ", "<a ", "a:b ", "`a ", "#{(", "'"] {
      let line = String(repeating: piece, count: 4_000)
      var highlighter = Highlighter(syntax)
      #expect(isWhole(highlighter.tokens(of: line), line), "\(name): \(piece)")
    }
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["swift", "markdown", "html", "shell", "yaml"])
  func `a line of a megabyte is a line`(name: String) throws {
    var highlighter = Highlighter(try #require(Syntax.named(name)))
    let line = String(repeating: "f(\"a ${x}\", [1]) 'b' # ", count: 44_000)
    #expect(line.utf8.count > 1_000_000)
    #expect(isWhole(highlighter.tokens(of: line), line))
  }

  @Test func `an empty line has no tokens and keeps what is open`() throws {
    var highlighter = Highlighter(try #require(Syntax.named("c")))
    _ = highlighter.tokens(of: "/* open")
    #expect(highlighter.tokens(of: "").isEmpty)
    #expect(highlighter.tokens(of: "x") == [CodeToken(text: "x", kind: .comment)])
  }

  @Test func `a mark stays with the sign that it is put on`() throws {
    var highlighter = Highlighter(try #require(Syntax.named("c")))
    // Without care the quote would be cut from its accent, and another column begin with it.
    let tokens = highlighter.tokens(of: "x = \"a\"\u{301}; 1\u{FE0F}\u{20E3} +")
    let texts = ["x ", "=", " ", "\"a\"\u{301}", ";", " ", "1\u{FE0F}\u{20E3}", " ", "+"]
    #expect(tokens.map(\.text) == texts)
  }

  @Test func `a string that is never closed ends with its line`() throws {
    var highlighter = Highlighter(try #require(Syntax.named("c")))
    _ = highlighter.tokens(of: "char *s = \"open")
    #expect(highlighter.tokens(of: "x") == [CodeToken(text: "x", kind: .plain)])
    // A backslash carries it over.
    _ = highlighter.tokens(of: "char *s = \"open \\")
    #expect(highlighter.tokens(of: "x") == [CodeToken(text: "x", kind: .string)])
  }
}
