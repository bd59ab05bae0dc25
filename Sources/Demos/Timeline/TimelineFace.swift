/// How the timeline looks from outside: its title, its state, its keys.

import DemoKit
import Screen
import Wording

extension Timeline {
  package func face(of state: TimelineState) -> DemoFace {
    var face = DemoFace(
      title: title(state.options.placed(canPin: setting.canPin())), status: status(state),
      foot: foot(state),
      keys: Self.card.keySet)
    face.isMoving = state.isLive
    face.measuredCPUs = state.isLive ? state.choice?.plan.cpus ?? [] : []
    face.hasStarted = state.phase != .ready && !state.isAsking
    face.isAsking = state.isAsking
    return face
  }

  private func words(_ english: String, _ russian: String) -> String {
    Phrase(english, russian)(setting.language)
  }

  private func title(_ options: TimelineOptions) -> String {
    switch options.mode {
    case .conc where options.place == .baton:
      words("Concurrent: a baton passed around", "Конкурентно: один идёт, эстафетой")
    case .seq: words("Sequential: one after another", "Последовательно: одна за другой")
    case .par:
      words(
        "Parallel: a hardware thread per task", "Параллельно: по аппаратному потоку на задачу")
    case .conc:
      words(
        "Concurrent: all on one hardware thread", "Конкурентно: все на одном аппаратном потоке")
    }
  }

  private func status(_ state: TimelineState) -> Line {
    let palette = DemoPalette(ground: setting.ground)
    let language = setting.language
    let elapsed = state.readout.elapsed
    switch state.phase {
    case .ready: return mark("○", words("Space starts", "пробел — пуск"), palette.accent)
    case .asking: return mark("?", words("how long?", "за сколько?"), palette.doubtful)
    case .calibrating(let share):
      let text = words("calibrating ", "калибровка ") + language.percent(share, 0)
      return mark("○", text, palette.accent)
    case .running:
      let attempt = state.attempt > 1 ? words("try ", "попытка ") + "\(state.attempt), " : ""
      return mark(
        "●", attempt + words("running ", "идёт ") + language.seconds(elapsed, 1), palette.good)
    case .paused:
      return mark("‖", words("paused ", "пауза ") + language.seconds(elapsed, 1), palette.doubtful)
    case .finished:
      return mark("■", words("done ", "готово ") + language.seconds(elapsed), palette.accent)
    case .failed: return mark("✗", words("failed", "не вышло"), palette.bad)
    }
  }

  private func mark(_ sign: String, _ text: String, _ style: Style) -> Line {
    setting.ascii ? Line("[\(text)]", style) : Line(sign + " " + text, style)
  }

  private func foot(_ state: TimelineState) -> [String] {
    if case .asking(let typed) = state.phase {
      let question = words("How many seconds will it take? ", "За сколько секунд управятся? ")
      return [question + typed + "▏", words("Enter starts", "Enter — пуск")]
    }
    if case .failed(let reason) = state.phase { return [reason] }
    let start =
      state.phase == .running
      ? words("Space pause", "пробел пауза") : words("Space start", "пробел пуск")
    let common = [start, words("r again", "r заново"), words("1–9 tasks", "1–9 задач")]
    let own =
      switch state.options.mode {
      case .seq: [words("t length T", "t длина T")]
      case .par:
        [
          words("n threads", "n ядер"), words("h siblings", "h соседи по ядру"),
          words("o system", "o ОС"),
        ]
      case .conc:
        [
          words("[ ] quantum", "[ ] квант"), words("c cache", "c кэш"),
          words("Tab ←→ lens", "Tab ←→ лупа"),
        ]
      }
    return common + own + [words("x checks", "x проверки"), words("? help", "? справка")]
  }
}
