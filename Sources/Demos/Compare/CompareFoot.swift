/// The last rows of the race: the points in words, whether they hold, what was checked.

import DemoKit
import Machine
import Screen
import Wording

extension ComparePicture {
  var footRows: [RowStack.Drawing] {
    guard let outcome = state.outcome else { return [says(law, palette.faint)] }
    var rows: [RowStack.Drawing] = []
    if demo.setting.topology().allowedPUs.count == 1, options.heats.contains(.par) {
      rows.append(says(onOneThread, palette.accent))
    }
    rows.append {
      VerdictRow(pointsText, pointsVerdict(outcome), language).draw(on: &$0, palette)
    }
    rows.append {
      VerdictRow(workText, outcome.verdict(of: "same-work"), language).draw(on: &$0, palette)
    }
    let shown = outcome.claims.map(\.name).filter { $0.contains("-") }
    if let claim = outcome.refuted(except: shown) {
      let text = claim.words(language) + ": " + claim.inequality(language)
      rows.append { VerdictRow(text, .refuted, language).draw(on: &$0, palette) }
    } else if size.rows >= 18 {
      rows.append(says(check(outcome), palette.faint))
    }
    return rows
  }

  private func says(_ text: String, _ style: Style) -> RowStack.Drawing {
    { $0.put(text.fitted(to: size.columns - 2), at: Point(row: 0, column: 1), style) }
  }

  private var law: String {
    words(
      "P is never more than L: what is not begun cannot be running.",
      "P > L не бывает: нельзя исполнять то, что не начато.")
  }

  private var onOneThread: String {
    words(
      "On one hardware thread ② lands on ③: the two cannot be told apart.",
      "На одном аппаратном потоке ② легла на ③: два слова тут неразличимы.")
  }

  /// What stands for all points; where nothing could be judged, why.
  private func pointsVerdict(_ outcome: DemoOutcome) -> Verdict? {
    let own = options.heats.flatMap { heat in
      outcome.verdicts.filter { $0.claim.name.hasPrefix("\(heat)-") }.map(\.verdict)
    }
    return .worst(own.filter(\.isJudged)) ?? .worst(own)
  }

  private var pointsText: String {
    let points = state.heats.points
    let texts = points.map { point in
      let (l, p) = (language.decimal(point.begun, 1), language.decimal(point.running, 1))
      return points.count > 3
        ? "\(point.heat.sign) \(l)/\(p)" : "\(point.heat.sign) L=\(l) P=\(p)"
    }
    let room = state.control.room.value.map { words("room P=", "зал P=") + language.decimal($0, 1) }
    return ((points.count > 3 ? ["L/P"] : []) + texts + [room].compactMap { $0 })
      .joined(room: size.columns - 6)
  }

  private var workText: String {
    let times = state.heats.heats.filter { !$0.name.isWaiting }.compactMap(\.result).map {
      language.decimal($0.figures.kernelTime, 2)
    }
    let choice = state.options.choice(.par, demo, state.heats.calibrations)
    let name =
      choice.isMixed
      ? words("same work, unlike cores: ", "работа одна, ядра разные: ")
      : words("same work, CPU time: ", "работа одна, время на ядре: ")
    return name
      + times.joined(separator: " · ") + " " + words("s", "с")
  }

  private func check(_ outcome: DemoOutcome) -> String {
    let agreement = outcome.pictureClaim?.measured ?? 0
    return [
      words("kernel agrees ", "сверка с ядром ОС ") + language.percent(agreement),
      words("foreign ", "чужие процессы ") + language.percent(outcome.conditions.foreign),
      words("migrations ", "миграций ")
        + language.grouped(
          state.heats.heats.compactMap(\.result).reduce(0) { $0 + $1.figures.migrations }),
    ].joined(room: size.columns - 2)
  }
}
