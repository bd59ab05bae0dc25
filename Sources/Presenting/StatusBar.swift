/// The foot line: the talk's title, what is being typed, slide n of m, the clock.

import Decks
import Screen
import Typesetting
import Wording

struct StatusBar {
  let state: PresenterState

  /// `4/18   03:40`
  var place: String { foot.place }

  /// What is being typed or was just said; nil for nothing.
  func prompt(room: Int) -> String? {
    if let entry = state.entry { return prompt(entry, room: room) }
    if let first = state.chord { return first.name(state.language) + " …" }
    if !state.notice.isEmpty { return state.notice }
    return state.search.map { "/" + $0.text + "   " + (state.searchRemark ?? "") }
  }

  /// The same, or else that an older version of the deck is shown.
  func remark(room: Int) -> String? {
    prompt(room: room) ?? (state.findings.isStale ? complaint : nil)
  }

  private func prompt(_ entry: Entry, room: Int) -> String {
    let typed = entry.text + (state.medium.ascii ? "_" : "▏")
    switch entry {
    case .number: return typed
    case .place(let text, let choice): return ":" + typed + state.placePrompt(text, choice)
    case .search: return "/" + typed + (state.searchRemark.map { "   " + $0 } ?? "")
    case .link(let digits, let targets):
      return state.linkPrompt(targets, digits, typed: typed, room: room)
    }
  }

  /// In a few words, where a demo has the foot line.
  var stale: String? {
    guard state.findings.isStale, state.findings.errorCount > 0 else { return nil }
    let key = state.keyName(of: .diagnostics).map { ": " + $0 } ?? ""
    return Phrase("old version\(key)", "прежняя версия\(key)")(state.language)
  }

  func draw(on canvas: inout Canvas) {
    var foot = foot
    let prompt = prompt(room: foot.room(in: canvas.size.columns))
    foot.notice = prompt ?? complaint
    foot.isWarning = prompt == nil && complaint != nil
    foot.draw(on: &canvas, row: canvas.size.rows - 1)
  }

  private var foot: FootLine {
    FootLine(
      deck: state.deck, cursor: state.cursor, style: state.slide.style, theme: state.theme,
      clock: [state.paceText, state.clock].filter { !$0.isEmpty }.parted(by: "   "))
  }

  /// How much is wrong with the deck, and the key that tells what.
  private var complaint: String? {
    let count = state.findings.errorCount
    guard count > 0 else { return nil }
    let words = state.language.counted(
      count, one: Phrase("error", "ошибка"), few: "ошибки",
      many: Phrase("errors", "ошибок"))
    let key = state.keyName(of: .diagnostics).map { ": " + $0 } ?? ""
    if state.findings.isStale {
      return Phrase(
        "old version shown, \(words) in the new one\(key)",
        "показана прежняя версия, в новой \(words)\(key)")(state.language)
    }
    return Phrase("\(words) in the deck\(key)", "\(words) в файле\(key)")(state.language)
  }
}
