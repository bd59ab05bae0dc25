/// How every demo that runs something looks from outside: its state in the first row, its keys in
/// the last.

import Screen
import Wording

package struct RunFace {
  package let phase: RunPhase
  package let setting: DemoSetting
  /// Of several tries, the one that runs.
  package var attempt = 1

  package init(_ phase: RunPhase, _ setting: DemoSetting, attempt: Int = 1) {
    self.phase = phase
    self.setting = setting
    self.attempt = attempt
  }

  /// A face with what the stage has to know of the phase: whether something moves, who has the keys,
  /// which CPUs are measured while it runs.
  package func completed(_ face: DemoFace, measuring cpus: [Int]) -> DemoFace {
    var face = face
    face.isMoving = phase.isLive
    face.hasStarted = phase != .ready && !phase.isAsking
    face.isAsking = phase.isAsking
    if case .failed(let reason) = phase {
      face.failure = Phrase.system(reason)(setting.language)
    }
    face.measuredCPUs = phase.isLive ? cpus : []
    return face
  }

  private func words(
    _ english: @autoclosure () -> PhraseKey, _ russian: @autoclosure () -> String
  ) -> String {
    setting.language.words(english(), russian())
  }

  /// `● идёт 1,2 с`; what runs and what is done have words of their own.
  package func status(running: String, done: String) -> Line {
    let palette = setting.palette()
    switch phase {
    case .ready: return mark("○", words("Space starts", "пробел — пуск"), palette.accent)
    case .asking: return mark("?", words("the room's guess?", "что скажет зал?"), palette.doubtful)
    case .calibrating(let share):
      let text = words("calibrating ", "калибровка ") + setting.language.percent(share, 0)
      return mark("○", text, palette.accent)
    case .running:
      let again = attempt > 1 ? words("try ", "попытка ") + "\(attempt), " : ""
      return mark("●", again + words("running ", "идёт ") + running, palette.good)
    case .paused: return mark("‖", words("paused ", "пауза ") + running, palette.doubtful)
    case .finished: return mark("■", words("done ", "готово ") + done, palette.accent)
    case .failed: return mark("✗", words("failed", "не вышло"), palette.bad)
    }
  }

  private func mark(_ sign: String, _ words: String, _ style: Style) -> Line {
    // There may be nothing to be said of what runs yet.
    let text = words.hasSuffix(" ") ? String(words.dropLast()) : words
    return setting.ascii ? Line("[\(text)]", style) : Line(sign + " " + text, style)
  }

  /// What keys do now: Space, `r`, the demo's own, `x` once there is something to be checked, help.
  package func foot(
    _ own: [String], hasResult: Bool, question: Phrase? = nil, last: [String] = []
  ) -> [String] {
    if case .asking(let typed) = phase {
      let asked =
        question ?? Phrase("How many seconds will it take?", "За сколько секунд управятся?")
      return [
        asked(setting.language) + " " + typed + "▏", words("Enter starts", "Enter — пуск"),
        words("Esc back", "Esc — назад"),
      ]
    }
    if case .failed(let reason) = phase { return [Phrase.system(reason)(setting.language)] }
    let first = [start, words("r again", "r заново")].compactMap { $0 }
    let checks = hasResult ? [words("x checks", "x проверки")] : []
    return first + own + checks + [words("? help", "? справка")] + last
  }

  /// What Space does now; nothing while the speed is measured.
  private var start: String? {
    switch phase {
    case .calibrating: nil
    case .running: words("Space pause", "пробел пауза")
    case .paused: words("Space go on", "пробел дальше")
    default: words("Space start", "пробел пуск")
    }
  }
}
