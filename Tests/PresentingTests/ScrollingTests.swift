/// Ways through slides that are taller or wider than the screen.

import Presenting
import Screen
import Testing

/// Forty lines of code, two groups of them lit, words above and below.
private func longCode(_ groups: String) -> String {
  let code = (1...40).map { "строка \($0)" }.joined(separator: "\n")
  return "# A\n\nначало\n\n```text {\(groups)}\n\(code)\n```\n\nконец\n\n---\n\n# B\n\nпосле\n"
}

extension PresenterState {
  /// Where one is, and the first and the last row of the body with anything on it.
  fileprivate var view: String {
    let body = rows.dropFirst(2).dropLast().map { row in
      row.filter { !"▲▼▌".contains($0) }.split(separator: " ").joined(separator: " ")
    }
    let seen = body.filter { !$0.isEmpty }
    return "\(place): \(seen.first ?? "") – \(seen.last ?? "")"
  }

  fileprivate mutating func views(_ script: String) -> [String] {
    keys(script).map { key in
      _ = handle(.pressed(key))
      return view
    }
  }
}

@Suite struct `What is larger than the screen` {
  @Test func `lit lines lead through code, what is below them is read after the last`() {
    var state = presenter(longCode("5|30"), rows: 12, columns: 60)
    #expect(state.view == "1.1: начало – строка 8")
    #expect(
      state.views("lllll") == [
        "1.2: строка 26 – строка 34", "1.2: строка 33 – конец", "2.1: после – после",
        "2.1: после – после", "2.1: после – после",
      ])
  }

  @Test func `the way back is the same way`() {
    var state = presenter(longCode("5|30"), rows: 12, columns: 60)
    _ = state.type("lll")
    #expect(
      state.views("hhhh") == [
        "1.2: строка 33 – конец", "1.2: строка 26 – строка 34", "1.1: начало – строка 8",
        "1.1: начало – строка 8",
      ])
  }

  @Test func `what lies above the first lit lines is one key back, and rows lead from there`() {
    var state = presenter(longCode("20|30"), rows: 12, columns: 60)
    #expect(state.view == "1.1: строка 16 – строка 24")
    var seen = state.views("hhh")
    #expect(seen.last == "1.1: начало – строка 8")
    seen += state.views("llllll")
    #expect(seen.contains("1.1: строка 33 – конец"))
    #expect(seen.last == "1.2: строка 26 – строка 34")
  }

  @Test func `words that come after lit lines are seen when they come`() {
    let text = longCode("5|30").replacing("конец", with: "<!-- pause -->\n\nконец")
    var state = presenter(text, rows: 12, columns: 60)
    #expect(
      state.views("llll") == [
        "1.2: строка 26 – строка 34", "1.2: строка 32 – строка 40", "1.3: строка 33 – конец",
        "2.1: после – после",
      ])
    #expect(
      state.views("hhh") == [
        "1.3: строка 33 – конец", "1.2: строка 32 – строка 40", "1.2: строка 26 – строка 34",
      ])
  }

  @Test func `a word that appears above is scrolled to`() {
    let lines = (1...30).map { "строка \($0)" }.joined(separator: "\n\n")
    let text = "# A\n\n<v-click>слово</v-click>\n\n" + lines + "\n\n---\nlayout: end\n---\n\n# B\n"
    var state = presenter(text, rows: 12, columns: 60)
    while state.place == "1.1" { _ = state.type("l") }
    #expect(state.place == "1.2")
    #expect(state.view.contains("слово"))
  }

  @Test func `a resize keeps lit lines on the screen`() {
    var state = presenter(longCode("5|38"), rows: 50, columns: 60)
    _ = state.type("l")
    _ = state.handle(.resized(Size(rows: 12, columns: 60)))
    #expect(state.view == "1.2: строка 33 – конец")
  }

  @Test func `wide code is panned as one, not beyond its end, and anew on every slide`() {
    let code = "short\n  日本語 0123456789abcdefghij0123456789abcdefghij!"
    var state = presenter("# A\n\n```\n\(code)\n```\n\n---\n\n# B\n", rows: 12, columns: 40)
    let line = { (state: PresenterState) in state.rows.first { $0.contains("0123") } ?? "" }
    let short = { (state: PresenterState) in state.rows.first { $0.contains("rt") } }
    #expect(line(state).hasSuffix("0123456789a"))
    _ = state.type(">")
    #expect(line(state) == "  日本語 0123456789abcdefghij0123456789›")
    _ = state.type(">>>>")
    #expect(line(state) == "‹23456789abcdefghij0123456789abcdefghij!")
    #expect(short(state) == nil)
    _ = state.type("<<<<")
    #expect(state.rows.contains { $0.contains("short") })
    _ = state.type(">lh")
    #expect(!line(state).contains("›"))
  }
}
