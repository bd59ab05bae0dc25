/// How the timeline looks from outside: its title, its state, its keys.

import DemoKit
import Machine
import Screen
import Wording

extension Timeline {
  package func face(of state: TimelineState) -> DemoFace {
    let face = DemoFace(
      title: title(state), status: status(state), foot: foot(state),
      keys: Self.card.allKeys.filter(Self.isKey(in: state.options.mode)))
    return RunFace(state.phase, setting).completed(
      face, measuring: state.choice?.plan.cpus ?? [])
  }

  private func words(
    _ english: @autoclosure () -> PhraseKey, _ russian: @autoclosure () -> String
  ) -> String {
    setting.language.words(english(), russian())
  }

  private func title(_ state: TimelineState) -> String {
    let options = state.options.placed(canPin: setting.canPin())
    return switch options.mode {
    case .conc where options.place == .baton:
      words("Concurrent: a baton passed around", "Конкурентно: один идёт, эстафетой")
    case .seq: words("Sequential: one after another", "Последовательно: одна за другой")
    case .par where options.tasks > (state.choice ?? choice(options)).count:
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
    let elapsed = state.readout.elapsed
    return RunFace(state.phase, setting, attempt: state.attempt).status(
      running: setting.language.seconds(elapsed, 1), done: setting.language.seconds(elapsed))
  }

  private func foot(_ state: TimelineState) -> [String] {
    let lens = state.options.mode == .conc ? [words("Tab ←→ lens", "Tab ←→ лупа")] : []
    return RunFace(state.phase, setting).foot(
      [words("1–9 tasks", "1–9 задач")] + knobs(state.options.mode),
      hasResult: state.result != nil, last: lens)
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
  private static func isKey(in mode: TimelineOptions.Mode) -> (Key) -> Bool {
    let others: [Key] =
      switch mode {
      case .seq: parallelKeys + concurrentKeys
      case .par: concurrentKeys
      case .conc: parallelKeys
      }
    return { !others.contains($0) }
  }

  private static let parallelKeys: [Key] = [
    .character("n"), .character("N"), .character("h"), .character("o"),
  ]
  private static let concurrentKeys: [Key] = [
    .character("["), .character("]"), .character("z"),
  ]
}
