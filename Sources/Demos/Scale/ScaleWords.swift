/// What the curves say in words and numbers, kind by kind, and whether it holds.

import DemoKit
import Machine
import Screen
import Wording

extension ScalePicture {
  private func times(_ speedup: Double) -> String { "×" + language.decimal(speedup, 2) }

  func drawWords(on canvas: inout Canvas) {
    var rows = RowStack()
    for kind in options.kinds {
      add(kind, to: &rows)
      rows.air()
    }
    addFit(&rows)
    addResults(&rows)
    rows.draw(on: &canvas)
  }

  private func add(_ kind: ScaleKind, to rows: inout RowStack) {
    rows.add(.picture) { canvas in
      canvas.put(kind.sign, at: Point(row: 0, column: 1), palette.style(of: kind))
      let room = canvas.size.columns - (canvas.ascii ? 9 : 6)
      canvas.put(
        fitting(titles(kind, ascii: canvas.ascii), in: room), at: Point(row: 0, column: 3),
        palette.strong)
      drawSign(verdictName(kind), on: &canvas)
    }
    for line in lines(kind) {
      rows.add(.detail) { canvas in
        canvas.put(
          line.fitted(to: canvas.size.columns - 4), at: Point(row: 0, column: 3), palette.text)
      }
    }
    rows.add(.picture) { canvas in
      canvas.put(
        claim(kind).fitted(to: canvas.size.columns - 4), at: Point(row: 0, column: 3), palette.faint
      )
    }
  }

  /// The longest first.
  private func titles(_ kind: ScaleKind, ascii: Bool) -> [String] {
    switch kind {
    case .primes:
      [words("independent: primes", "простые числа, независимо"), words("primes", "простые числа")]
    case .mixed:
      [words("serial: ", "последовательно: ") + language.percent(options.serialShare, 0)]
    // ASCII has no raised two.
    case .chain where ascii: [words("chain x → x(x−1)+1", "цепочка x → x(x−1)+1")]
    case .chain: [words("chain x → x²−x+1", "цепочка x → x²−x+1")]
    }
  }

  /// What is claimed, in a few signs.
  private func claim(_ kind: ScaleKind) -> String {
    if state.control.room.keepsTheory {
      return words("theory after the room's guess", "теория после ответа зала")
    }
    let share = language.percent(demo.tolerance ?? 0.08, 0)
    switch kind {
    case .primes where !report.rates.primes.isEmpty:
      return words("theory: sum of cores' speeds", "теория: сумма скоростей ядер")
    case .primes: return words("theory: n, at least 0.85 n", "теория: n, не меньше 0,85 n")
    case .mixed:
      return words("theory: within \(share) of Amdahl", "теория: Амдал, ошибка до \(share)")
    case .chain: return words("theory: never faster", "теория: не быстрее одного")
    }
  }

  private func verdictName(_ kind: ScaleKind) -> [String] {
    switch kind {
    case .primes: ["primes"]
    case .mixed: ["mixed"]
    case .chain: ["chain", "hand-overs", "out-of-order"]
    }
  }

  private func drawSign(_ names: [String], on canvas: inout Canvas) {
    guard let outcome = state.outcome else { return }
    let own = names.compactMap(outcome.verdict)
    guard let verdict = Verdict.worst(own) else { return }
    canvas.putRight(
      canvas.ascii ? verdict.asciiSign : verdict.sign, row: 0, inset: 1,
      palette.style(of: verdict))
  }

  private func lines(_ kind: ScaleKind) -> [String] {
    let several = threads.filter { $0 >= 2 && $0 <= max(cores, 2) }
    let shown = several.count > 2 ? [several[0], several[several.count - 1]] : several
    switch kind {
    case .primes:
      return shown.compactMap { n in
        report.speedup(.primes, n).map {
          "n=\(n)  \(times($0))  " + words("efficiency ", "эффект. ")
            + language.percent($0 / capacity(.primes, n), 0)
        }
      }
    case .mixed:
      return shown.compactMap { n in
        guard let speedup = report.speedup(.mixed, n), let point = report.point(.mixed, n) else {
          return nil
        }
        return "n=\(n)  \(times(speedup))  " + words("Amdahl ", "Амдал ")
          + times(options.amdahl(report.effective(point, cores: cores)))
      } + [
        words("limit 1/", "предел 1/") + language.decimal(options.serialShare, 2) + " = ×"
          + language.decimal(1 / options.serialShare, 0)
      ]
    case .chain: return chainLines(several.first)
    }
  }

  private func capacity(_ kind: ScaleKind, _ n: Int) -> Double {
    report.rates.capacity(kind, Double(n), cores: cores)
  }

  private func chainLines(_ n: Int?) -> [String] {
    var lines: [String] = []
    if let n, let speedup = report.speedup(.chain, n), let one = report.point(.chain, 1),
      let point = report.point(.chain, n), report.links > 0
    {
      let handOver = (point.seconds - one.seconds) / Double(report.links)
      lines = [
        "n=\(n)  \(times(speedup))  " + (speedup < 0.98 ? words("SLOWER", "МЕДЛЕННЕЕ") : ""),
        words("a hand-over takes ", "передача хода ") + language.shortTime(max(0, handOver)),
      ]
    }
    guard let wrong = report.wrong else { return lines }
    return lines + [
      words("out of order (f): wrong ", "без очереди (f) неверно: ") + "\(wrong)/\(report.tries)"
    ]
  }

  // MARK: The last rows

  private func addFit(_ rows: inout RowStack) {
    guard options.showsFit else { return }
    let text =
      fit.map {
        "USL  σ = \(language.decimal($0.sigma, 3))  κ = \(language.decimal($0.kappa, 4))"
      } ?? words("USL needs 6 points", "для USL нужно 6 точек")
    rows.add(.summary, Line(text, palette.accent))
  }

  private func addResults(_ rows: inout RowStack) {
    if let guess = state.control.room.value, let found = report.speedup(.primes, 2) {
      rows.add(
        .summary,
        Line(
          words("room ×", "зал ×") + language.decimal(guess, 1) + words(", measured ", ", замер ")
            + times(found), palette.doubtful))
    }
    guard let outcome = state.outcome, outcome.verdict(of: "results") != nil else { return }
    rows.add(.verdict) { canvas in
      canvas.put(
        words("the same results", "результаты те же"), at: Point(row: 0, column: 1), palette.text)
      drawSign(["results"], on: &canvas)
    }
    rows.addRefuted(
      of: outcome,
      except: ["primes", "mixed", "chain", "hand-overs", "out-of-order", "results"], language,
      palette)
    if let disturbance = outcome.conditions.disturbance {
      rows.add(.verdict) { canvas in
        canvas.put(
          disturbance(language).fitted(to: canvas.size.columns - 2), at: Point(row: 0, column: 1),
          palette.doubtful)
      }
    } else {
      rows.add(
        .check,
        Line(
          words("foreign ", "чужие процессы ") + language.percent(outcome.conditions.foreign),
          palette.faint))
    }
  }
}
