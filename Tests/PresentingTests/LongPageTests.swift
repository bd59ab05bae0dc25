/// The help and the list of what is wrong, where they are longer than the screen.

import Presenting
import Screen
import Testing

private func wrong(_ count: Int, rows: Int = 12, columns: Int = 60) -> PresenterState {
  var state = presenter(rows: rows, columns: columns)
  let problems = (1...count).map { "d.md:\($0):1: error: номер \($0)" }
  _ = state.handle(.reviewed(problems: problems, errorCount: count, isShown: true))
  _ = state.type("e")
  return state
}

/// The first and the last remark on the screen.
private func seen(_ state: PresenterState) -> String {
  let numbers = state.rows.filter { $0.contains("номер") }
    .compactMap { $0.split(separator: "номер ").last?.prefix { $0.isNumber } }
  return "\(numbers.first ?? "–")…\(numbers.last ?? "–")"
}

@Suite struct `A page that is longer than the screen` {
  @Test(arguments: [
    ("", "1…10"), ("<down>", "2…11"), ("<down><down><up>", "2…11"), ("<up>", "1…10"),
    ("<pgdn>", "10…19"), ("<pgdn><pgup>", "1…10"), ("<end>", "21…30"), ("G<home>", "1…10"),
    ("<end><down><down>", "21…30"),
  ])
  func `goes by rows, by screens, to its ends`(script: String, expected: String) {
    var state = wrong(30)
    _ = state.type(script)
    #expect(state.mode == .diagnostics)
    #expect(seen(state) == expected)
  }

  @Test func `tells by marks that there is more above and below`() {
    var state = wrong(30)
    #expect(!state.rows[2].hasSuffix("▲") && state.rows[11].hasSuffix("▼"))
    _ = state.type("<down>")
    #expect(state.rows[2].hasSuffix("▲") && state.rows[11].hasSuffix("▼"))
    _ = state.type("<end>")
    #expect(state.rows[2].hasSuffix("▲") && !state.rows[11].hasSuffix("▼"))
    #expect(!wrong(8).frame.text.contains("▼"))
  }

  @Test func `is left at its end by a clicker's key, not by an arrow that is held down`() {
    var state = wrong(15)
    _ = state.type("<pgdn>")
    #expect(state.mode == .diagnostics)
    _ = state.type("<pgdn>")
    #expect(state.mode == .slides)
    var short = wrong(3)
    _ = short.type("<down>")
    #expect(short.mode == .slides)
  }

  @Test func `begins at its top when it is opened again, and stays within a screen that grows`() {
    var state = wrong(30)
    _ = state.type("<end>ee")
    #expect(seen(state) == "1…10")
    _ = state.type("<end>")
    _ = state.handle(.resized(Size(rows: 22, columns: 60)))
    #expect(seen(state) == "11…30")
    _ = state.type("<up>")
    #expect(seen(state) == "10…29")
  }

  @Test func `the wheel turns it`() {
    var state = wrong(30)
    _ = state.handle(.pointed(Mouse(.wheelDown, at: .zero)))
    #expect(seen(state) == "4…13")
    _ = state.handle(.pointed(Mouse(.wheelUp, at: .zero)))
    #expect(seen(state) == "1…10")
  }

  @Test func `remarks that are longer than a row are counted by their rows`() {
    var state = presenter(rows: 8, columns: 30)
    let long = "d.md:1:1: error: " + String(repeating: "слово ", count: 30)
    _ = state.handle(.reviewed(problems: [long, "конец"], errorCount: 2, isShown: true))
    _ = state.type("e<end>")
    #expect(state.rows[7].contains("конец"))
  }

  @Test func `the help goes by rows, too`() {
    var state = presenter(rows: 12, columns: 60)
    _ = state.type("?")
    let first = state.rows
    _ = state.type("<down>")
    #expect(state.rows[2..<11].map { $0.filter { $0 != "▲" } }.first?.isEmpty == false)
    #expect(state.rows[2].hasPrefix(first[3].prefix(40)))
    #expect(state.rows[11].hasSuffix("▼"))
  }
}
