/// Text in; slides, steps, notes, requests and diagnostics out.

import Decks
import Markup
import Testing
import Wording

private func read(_ text: String) -> (deck: Deck, diagnostics: [String]) {
  let lines = SourceLines(text)
  let (deck, diagnostics) = DeckBuilder.deck(lines)
  let all = (diagnostics + DeckReview.diagnostics(of: deck.slides)).sorted {
    $0.range.lowerBound < $1.range.lowerBound
  }
  return (deck, all.map { $0.text(path: "d.md", lines: lines, .english) })
}

private func titles(_ text: String) -> [String] {
  read(text).deck.slides.map { $0.title?.plainText ?? "–" }
}

@Suite struct `Decks` {
  @Test func `rules of dashes separate slides, rules of stars are drawn`() {
    #expect(titles("# A\n\n---\n\n# B\n\n***\n\nx\n\n---\n\ny\n") == ["A", "B", "–"])
  }

  @Test func `dashes inside code and below text separate nothing`() {
    #expect(titles("# A\n\n```\n---\n```\n\nTitle\n---\n\ntext\n\n---\n\n# B\n") == ["A", "B"])
  }

  @Test func `without rules headings separate, a lone title at the top does not count`() {
    #expect(titles("# A\n\nx\n\n# B\n\ny\n") == ["A", "B"])
    #expect(titles("# Talk\n\n## A\n\nx\n\n## B\n\ny\n") == ["Talk", "A", "B"])
  }

  @Test func `front matter is no slide, and unknown keys are told with a suggestion`() {
    let (deck, diagnostics) = read("---\ntitle: T\nlang: ru\ntheem: x\n---\n\n# A\n")
    #expect(deck.settings.title == "T")
    #expect(deck.settings.language == .russian)
    #expect(deck.slides.count == 1)
    #expect(diagnostics == ["d.md:4:1: warning: unknown key ‘theem’; did you mean theme?"])
  }

  @Test func `a broken front matter is an error with its place, the slides stay`() {
    let (deck, diagnostics) = read("---\ntitle: [\n---\n\n# A\n")
    #expect(deck.slides.count == 1)
    #expect(diagnostics.count == 1)
    #expect(diagnostics.first?.hasPrefix("d.md:") == true)
    #expect(diagnostics.first?.contains("error: front matter") == true)
  }

  @Test func `front matter may end twice, have tabs, and in Marp's decks be no YAML`() {
    let twice = read("---\ntitle: T\n...\n---\n\n# A\n")
    #expect(twice.deck.slides.map { $0.title?.plainText } == ["A"])
    let tabs = read("---\ntitle: T\nauthor: |\n    A  \n\t\tB\n---\n\n# A\n")
    #expect(tabs.deck.settings.author == "A B")
    #expect(tabs.diagnostics == [])
    let loose =
      "---\nmarp: true\nheadingDivider: [2]\nfooter: \\ *f*\nheader : ![x](y.png)\n---\n\n# A\n\n## B\n"
    #expect(titles(loose) == ["A", "B"])
    #expect(read(loose).diagnostics == [])
    #expect(read(loose).deck.settings.footer?.left == "f")
  }

  @Test func `front matter that is never closed is shown, and told of`() {
    let (deck, diagnostics) = read("---\ntitle: T\n\n# A\n")
    #expect(deck.slides.count == 1)
    #expect(
      diagnostics == [
        "d.md:1:1: warning: front matter without a closing --- is shown as a slide"
      ])
  }

  @Test func `a theme that is not the program's may be somebody's own`() {
    let (deck, diagnostics) = read("---\ntheme: drak\n---\n\n# A\n")
    #expect(deck.settings.theme == "drak" && deck.settings.themeOffset == 11)
    #expect(diagnostics.isEmpty)
  }

  @Test func `a demo in a list or a quote is told of`() {
    let fences = "> ```demo tree\n> ```\n\n- a\n\n  ```demo tree\n  ```\n"
    #expect(
      read("# A\n\n" + fences).diagnostics == [
        "d.md:3:6: warning: a demo in a list or a quote is shown as code: it stands on the slide itself",
        "d.md:8:6: warning: a demo in a list or a quote is shown as code: it stands on the slide itself",
      ])
  }

  @Test func `an indented fence knows where its words stand`() {
    let slide = read("# A\n\n  ```demo tree\n    show: path\n  ```\n").deck.slides[0]
    #expect(slide.demos[0].arguments == [.init("show", "path", at: 24)])
  }

  @Test func `anchors and aliases are refused`() {
    let (_, diagnostics) = read("---\ntitle: &a x\nauthor: *a\n---\n\n# A\n")
    #expect(
      diagnostics == [
        "d.md:2:8: error: front matter: anchors, aliases and tags are not read"
      ])
  }

  @Test func `pauses make steps, wherever they stand`() {
    let slide = read("# A\n\n- a\n\n<!-- pause -->\n\n- b\n\n. . .\n\nc\n").deck.slides[0]
    #expect(slide.lastStep == 2)
    let steps = slide.items.map { item -> Int in
      if case .block(let block) = item.content {
        slide.step(ofOffset: block.range.lowerBound)
      } else {
        -1
      }
    }
    #expect(steps == [0, 1, 2])
  }

  @Test func `notes are taken out of the slide, over several lines`() {
    let slide = read("# A\n\nx\n\n<!-- notes:\nраз\n\nдва\n-->\n").deck.slides[0]
    #expect(slide.notes == ["раз\n\nдва"])
    #expect(slide.items.count == 1)
  }

  @Test func `unknown comments are hidden and told of`() {
    let (deck, diagnostics) = read("# A\n\n<!-- puase -->\n\n<!-- // mine -->\n")
    #expect(deck.slides[0].items.isEmpty)
    #expect(
      diagnostics == ["d.md:3:1: warning: unknown comment ‘puase’: not shown; did you mean pause?"])
  }

  @Test func `a demo fence has a name, arguments with places, and an alternative`() {
    let text =
      "# A\n\n```demo timeline mode=conc work=2s\nquantum: os # why\n---\nвместо\n\n- x\n```\n"
    let slide = read(text).deck.slides[0]
    let request = slide.demos[0]
    #expect(request.name == "timeline")
    #expect(
      request.arguments == [
        .init("mode", "conc", at: 22), .init("work", "2s", at: 32), .init("quantum", "os", at: 40),
      ])
    #expect(request.alternative.count == 2)
  }

  @Test func `quotes keep blanks together in a fence`() {
    let slide = read("# A\n\n```demo tree topo=\"pack:2 core:4\"\n```\n").deck.slides[0]
    #expect(slide.demos[0].arguments.map(\.value) == ["pack:2 core:4"])
  }

  @Test func `an empty file has no slides, and says so`() {
    #expect(read("").diagnostics == ["d.md:1:1: error: the deck has no slides"])
  }

  @Test func `the cursor goes through steps and slides and stops at both ends`() {
    let deck = read("# A\n\n<!-- pause -->\n\nx\n\n---\n\n# B\n").deck
    var cursor = DeckCursor()
    var places: [String] = []
    repeat { places.append("\(cursor.slide).\(cursor.step)") } while cursor.advance(in: deck)
    #expect(places == ["0.0", "0.1", "1.0"])
    var back: [String] = []
    repeat { back.append("\(cursor.slide).\(cursor.step)") } while cursor.retreat(in: deck)
    #expect(back == ["1.0", "0.1", "0.0"])
    cursor.jump(toNumber: 99, in: deck)
    #expect(cursor.slide == 1)
  }
}
