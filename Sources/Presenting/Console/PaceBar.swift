/// The time of the talk against its plan, as words and as a bar.

import Decks
import Screen
import Typesetting
import Wording

struct PaceBar {
  let state: ConsoleState

  private var plan: TalkPlan? { state.plan.flatMap { $0.targets.isEmpty ? nil : $0 } }

  /// Words, and a bar below them where there is a plan.
  func rows(in room: Int) -> Int {
    guard words(in: room) != nil else { return 0 }
    return filled != nil && target != nil ? 2 : 1
  }

  /// As much as there is room for: how far one is behind comes before how long this slide takes.
  /// Nil before the show has told anything.
  func words(in room: Int) -> Line? {
    let whole = words(tellsSlide: true)
    return (whole?.width ?? 0) <= room ? whole : words(tellsSlide: false)
  }

  private func words(tellsSlide: Bool) -> Line? {
    guard state.talk != nil else { return nil }
    let theme = state.theme
    guard let elapsed = state.elapsed else {
      return Line(Phrase("not begun", "ещё не начали")(state.language), theme.faint)
    }
    var line = Line(elapsed.asTime, theme.strong)
    if let plan {
      let total = Int((plan.total * 60).rounded()).asTime
      line = line + Line(Phrase(" of \(total)", " из \(total)")(state.language), theme.text)
    }
    if tellsSlide { line = line + Line("   " + slideWords, theme.text) }
    if let late { line = line + Line("   " + lateWords(late), style) }
    return line
  }

  private var slideWords: String {
    let (slide, spent) = (state.place.slide, state.spent.asTime)
    guard let plan, plan.targets.indices.contains(slide), plan.targets[slide] > 0 else {
      return Phrase("slide \(spent)", "слайд \(spent)")(state.language)
    }
    let target = Int((plan.targets[slide] * 60).rounded()).asTime
    return Phrase("slide \(spent) of \(target)", "слайд \(spent) из \(target)")(state.language)
  }

  /// Seconds behind the plan; less than nothing before it. On a slide one is in time until its end.
  private var late: Int? {
    guard let plan, let elapsed = state.elapsed else { return nil }
    let slide = min(state.place.slide, plan.targets.count - 1)
    let end = Int(plan.end(of: slide) * 60)
    let start = Int((plan.end(of: slide) - plan.targets[slide]) * 60)
    return elapsed > end ? elapsed - end : elapsed < start ? elapsed - start : 0
  }

  private func lateWords(_ seconds: Int) -> String {
    if abs(seconds) < 15 { return Phrase("in time", "по плану")(state.language) }
    return seconds > 0
      ? Phrase("\(seconds.asTime) behind", "отстаём на \(seconds.asTime)")(state.language)
      : Phrase("\((-seconds).asTime) ahead", "опережаем на \((-seconds).asTime)")(state.language)
  }

  var style: Style {
    let theme = state.theme
    guard let late else { return theme.accent }
    return late > 60 ? theme.bad : late >= 15 ? theme.doubtful : theme.good
  }

  /// The share of the talk's time that is over.
  var filled: Double? {
    guard let plan, plan.total > 0, let elapsed = state.elapsed else { return nil }
    return min(1, Double(elapsed) / 60 / plan.total)
  }

  /// Where one should be by the end of this slide.
  var target: Double? {
    guard let plan, plan.total > 0 else { return nil }
    return min(1, plan.end(of: min(state.place.slide, plan.targets.count - 1)) / plan.total)
  }
}
