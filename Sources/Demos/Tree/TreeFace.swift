/// How the tree looks from outside: its title, its state, its keys.

import DemoKit
import Machine
import Screen
import Wording

extension Tree {
  package func face(of state: TreeState) -> DemoFace {
    var face = DemoFace(
      title: title(state), status: status(state), foot: foot(state), keys: Self.card.allKeys)
    face.hasStarted = state.isStarted || state.isPruned || state.grown > 1
    face.failure = failure(state)
    face.isMoving = state.isPruning || (isAlive(state) && face.failure == nil)
    switch state.crewPhase {
    case .calibrating, .running: face.measuredCPUs = branch(state)
    default: break
    }
    return face
  }

  private func failure(_ state: TreeState) -> String? {
    let reason: String?
    if case .failed(let own) = state.crewPhase {
      reason = own
    } else {
      reason = state.lacksThreads ? WorkerThread.shortage : nil
    }
    return reason.map { Phrase.system($0)(setting.language) }
  }

  private func isAlive(_ state: TreeState) -> Bool {
    switch state.crewPhase {
    case .calibrating, .running: true
    default: state.isStarted && state.showsOwn && (!state.isPruned || state.outcome == nil)
    }
  }

  private func words(
    _ english: @autoclosure () -> PhraseKey, _ russian: @autoclosure () -> String
  ) -> String {
    setting.language.words(english(), russian())
  }

  private func title(_ state: TreeState) -> String? {
    switch shape {
    case .full:
      return state.isPruned
        ? words("One branch of the tree is left", "От дерева осталась ветка") : nil
    case .paths(1):
      return words("One branch of the tree is left", "Последовательное: от дерева осталась ветка")
    case .paths(let count): return words("\(count) branches", "Параллельное: веток — \(count)")
    case .fan: return words("One branch, many threads", "Конкурентное: потоки на одной ветке")
    }
  }

  private func status(_ state: TreeState) -> Line {
    let palette = setting.palette()
    if let reason = failure(state) {
      return Line(setting.ascii ? "[\(reason)]" : "✗ " + reason, palette.bad)
    }
    let text: String
    if !state.showsOwn {
      text = words("teaching topology", "учебная топология")
      return Line(setting.ascii ? "[\(text)]" : text, palette.faint)
    }
    text =
      state.isStarted
      ? words("live measurement", "живой замер") : words("this machine", "эта машина")
    return Line(setting.ascii ? "[\(text)]" : "● " + text, palette.good)
  }

  private func foot(_ state: TreeState) -> [String] {
    let machine =
      drawn == nil
      ? []
      : [
        state.showsOwn
          ? words("o drawn machine", "o учебная") : words("o this machine", "o моя машина")
      ]
    guard shape == .full, !state.isPruned else {
      let prune =
        state.isPruned
        ? words("Enter restore", "Enter вернуть дерево") : words("Enter prune", "Enter обрезать")
      return [prune, words("g run tasks", "g пуск задач")] + machine
        + [words("x checks", "x проверки"), words("? help", "? справка")]
    }
    let isGrown = state.grown > topology(state).levels.count
    return (isGrown ? [] : [words("Space grow", "пробел вырастить")])
      + [words("+/- threads", "+/- потоки")]
      + [words("Enter prune", "Enter обрезать")] + machine
      + [words("Tab ←→↑↓ branch", "Tab ←→↑↓ ветвь"), words("? help", "? справка")]
  }
}
