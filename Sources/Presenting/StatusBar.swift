/// The foot line: the talk's title, what is being typed, slide n of m, the clock.

import Decks
import Screen
import Typesetting
import Wording

struct StatusBar {
  let state: PresenterState

  /// `4/18   03:40`
  var place: String {
    let number = "\(state.cursor.slide + 1)/\(state.deck.slides.count)"
    return state.clock.isEmpty ? number : number + "   " + state.clock
  }

  /// What is being typed or was just said; nil for nothing.
  var prompt: String? {
    if state.linkChoice != nil { return state.linkPrompt }
    if state.isPrompted { return ":" + state.digits + "▏" }
    if !state.digits.isEmpty { return state.digits + "▏" }
    return state.notice.isEmpty ? nil : state.notice
  }

  func draw(on canvas: inout Canvas) {
    let row = canvas.size.rows - 1
    var foot = FootLine(
      deck: state.deck, cursor: state.cursor, theme: state.theme, clock: state.clock)
    foot.notice = prompt ?? complaint
    foot.isWarning = prompt == nil && complaint != nil
    foot.draw(on: &canvas, row: row)
  }

  /// How much is wrong with the deck, and the key that tells what.
  private var complaint: String? {
    let count = state.errorCount
    guard count > 0 else { return nil }
    let words = state.language.counted(
      count, one: Phrase("error", "ошибка"), few: "ошибки",
      many: Phrase("errors", "ошибок"))
    return Phrase("\(words) in the deck: e", "\(words) в файле: e")(state.language)
  }
}
