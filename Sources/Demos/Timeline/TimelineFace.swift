/// How the timeline looks from outside: its title, its state, its keys.

import DemoKit
import Machine
import Screen
import Wording

extension Timeline {
  package func face(of state: TimelineState) -> DemoFace {
    var face = DemoFace(
      title: title(state.options.placed(canPin: setting.canPin())), status: status(state),
      foot: foot(state),
      keys: Self.card.keySet.subtracting(Self.keysOfOthers(state.options.mode)))
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
    case .par where options.tasks > choice(options).count:
      words("Parallel: tasks on different cores", "Параллельно: задачи на разных ядрах")
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
      return [
        question + typed + "▏", words("Enter starts", "Enter — пуск"),
        words("Esc back", "Esc — назад"),
      ]
    }
    if case .failed(let reason) = state.phase { return [reason] }
    return
      ([start(state), words("r again", "r заново"), words("1–9 tasks", "1–9 задач")]
      + knobs(state.options.mode)
      + [
        state.result == nil ? nil : words("x checks", "x проверки"), words("? help", "? справка"),
        state.options.mode == .conc ? words("Tab ←→ lens", "Tab ←→ лупа") : nil,
      ]).compactMap { $0 }
  }

  /// What Space does now; nothing while the speed is measured.
  private func start(_ state: TimelineState) -> String? {
    switch state.phase {
    case .calibrating: nil
    case .running: words("Space pause", "пробел пауза")
    case .paused: words("Space go on", "пробел дальше")
    default: words("Space start", "пробел пуск")
    }
  }

  private func knobs(_ mode: TimelineOptions.Mode) -> [String] {
    switch mode {
    case .seq: [words("t length T", "t длина T")]
    case .par: [words("n threads", "n ядер"), words("o system", "o ОС")] + siblings
    case .conc: [words("[ ] quantum", "[ ] квант"), words("c cache", "c кэш")]
    }
  }

  private var siblings: [String] {
    setting.topology().isSMT ? [words("h siblings", "h соседи по ядру")] : []
  }

  /// Keys that mean something in other modes only: here they are the presenter's.
  private static func keysOfOthers(_ mode: TimelineOptions.Mode) -> Set<Key> {
    let parallel: [Key] = [.character("n"), .character("N"), .character("h"), .character("o")]
    let concurrent: [Key] = [.character("["), .character("]"), .character("z")]
    return switch mode {
    case .seq: Set(parallel + concurrent)
    case .par: Set(concurrent)
    case .conc: Set(parallel)
    }
  }
}
