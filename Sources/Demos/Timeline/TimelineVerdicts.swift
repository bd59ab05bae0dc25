/// The last lines of the picture: theory against measurement, verdicts, the check by the kernel.

import DemoKit
import Screen
import Wording

struct TimelineVerdicts {
  let picture: TimelinePicture

  private var state: TimelineState { picture.state }
  private var choice: TimelineChoice { picture.choice }
  private var language: Language { picture.language }
  private var palette: DemoPalette { picture.palette }

  func add(to rows: inout RowStack) {
    rows.add(.verdict) { canvas in
      if state.room.keepsTheory { return draw(awaited, nil, on: &canvas) }
      let judged = state.result.flatMap { verdict(of: ["time", "no-gain"], $0) }
      let isTold = choice.options.mode == .par
      // Where it is narrow the formula goes first: also for a reason that no other row gives.
      draw(
        [true, false].map { theory(withFormula: $0) + gap + measured } + [measured], judged,
        isTold: isTold, on: &canvas)
    }
    if let result = state.result {
      addSecond(result, to: &rows)
      if let refuted = refutedElsewhere(result) {
        rows.add(.verdict) { canvas in
          draw(
            refuted.words(language) + ": " + refuted.inequality(language), .refuted, on: &canvas)
        }
      }
    }
    if choice.options.mode != .conc { rows.air() }
    if let check { rows.add(.check, Line(check, palette.faint)) }
  }

  // MARK: Theory and measurement

  private func theory(withFormula: Bool) -> String {
    let name = picture.words("theory  ", "теория  ")
    return name + (withFormula ? formula : "") + picture.range(choice.forecast)
  }

  /// What stands there until the room has said what it thinks.
  private var awaited: String {
    picture.words("theory  after the room's guess", "теория  после ответа зала")
  }

  private var formula: String {
    let k = choice.options.tasks
    let n = choice.count
    // With cores of two speeds or a quota the formulas of the lecture do not hold as they stand.
    if choice.slowest > 1.02 || choice.quota != nil { return "" }
    return switch choice.options.mode {
    case .seq: "\(k) × T = "
    case .conc: (picture.ascii ? ">=" : "≥") + " \(k) × T = "
    case .par:
      choice.options.place == .os
        ? "max(T, \(k)T/\(n)) = "
        : choice.forecast.lowerBound == choice.forecast.upperBound
          ? "⌈\(k)/\(n)⌉ × T = " : "max(T, \(k)T/\(n)) \(picture.upTo) ⌈\(k)/\(n)⌉ × T = "
    }
  }

  private var gap: String { picture.size.columns >= 72 ? "     " : "  " }

  private var measured: String {
    var text = ""
    if let guess = state.room.value {
      text += picture.words("room ", "зал ") + language.seconds(guess, guess < 10 ? 1 : 0) + "  "
    }
    guard let result = state.result else {
      return text + picture.words("measured …", "замер …")
    }
    text += picture.words("measured ", "замер ") + language.seconds(result.figures.makespan)
    guard choice.forecast.lowerBound == choice.forecast.upperBound else { return text }
    let deviation = result.figures.makespan / choice.forecast.upperBound - 1
    return text + " (" + language.signedPercent(deviation) + ")"
  }

  /// The worst of the verdicts that a line stands for.
  private func verdict(of names: [String], _ result: TimelineResult) -> Verdict? {
    .worst(names.compactMap { result.outcome.verdict(of: $0) })
  }

  private func draw(_ text: String, _ verdict: Verdict?, on canvas: inout Canvas) {
    VerdictRow(text, verdict, language).draw(on: &canvas, palette)
  }

  /// The first text that leaves room for the verdict's reason, where it is not told elsewhere; else
  /// the first that fits.
  private func draw(
    _ texts: [String], _ verdict: Verdict?, isTold: Bool = false, on canvas: inout Canvas
  ) {
    let whole = texts.filter { $0.columns <= canvas.size.columns - 6 }
    let telling = whole.first {
      isTold || VerdictRow($0, verdict, language).hasRoomForReason(on: canvas)
    }
    draw(telling ?? whole.first ?? texts.last ?? "", verdict, on: &canvas)
  }

  /// A refuted claim that no line of the picture stands for.
  private func refutedElsewhere(_ result: TimelineResult) -> Claim? {
    let shown = ["time", "no-gain", "no-overlap", "overlap", "together"]
    return result.outcome.verdicts.first { claim, verdict in
      let isShown = shown.contains(claim.name) && !(options.mode == .seq && claim.name != "time")
      return verdict == .refuted && !isShown
    }?.claim
  }

  private var options: TimelineOptions { choice.options }

  // MARK: The second line

  private func addSecond(_ result: TimelineResult, to rows: inout RowStack) {
    let milliseconds = { (time: Double) in language.decimal(time * 1e3, 1) }
    switch choice.options.mode {
    case .seq: break
    case .conc:
      let text = picture.words(
        "two tasks on a CPU together: \(milliseconds(result.figures.two)) ms of ",
        "наложений двух задач на ядре: \(milliseconds(result.figures.two)) мс из ")
      let whole = language.decimal(result.figures.makespan * 1e3, 0)
      rows.add(.verdict) { canvas in
        draw(text + whole, result.outcome.verdict(of: "no-overlap"), on: &canvas)
      }
    case .par where choice.allowed.count == 1:
      rows.add(.verdict) { canvas in drawImpossible(result, on: &canvas) }
    case .par:
      let share = language.percent(result.figures.overlapShare)
      let texts = [
        picture.words(
          "together on CPUs: \(share) of the time", "вместе на ядрах: \(share) времени"),
        picture.words("together on CPUs: \(share)", "вместе на ядрах: \(share)"),
      ]
      rows.add(.verdict) { canvas in
        draw(texts, verdict(of: ["overlap", "together"], result), on: &canvas)
      }
    }
  }

  /// One hardware thread: what was claimed could not be, and that is said.
  private func drawImpossible(_ result: TimelineResult, on canvas: inout Canvas) {
    let text =
      picture.words("“three at once”: P > 1", "«все разом»: P > 1")
      + picture.words("     measured ", "     замер ") + language.decimal(result.figures.running, 2)
    canvas.put(text, at: Point(row: 0, column: 1), palette.text)
    let sign = canvas.ascii ? Verdict.refuted.asciiSign : Verdict.refuted.sign
    canvas.putRight(
      sign + picture.words(" and could not be", " и не могло"), row: 0, inset: 1, palette.bad)
  }

  // MARK: Beside L and P

  var besideMeasures: (String, String) {
    if let result = state.result { return besideMeasures(result) }
    guard choice.options.mode == .par else { return ("", "") }
    let used =
      picture.words("CPUs in use        ", "занято ядер         ")
      + "\(choice.count) "
      + picture.words("of ", "из ") + "\(choice.allowed.count)"
    return (used, "")
  }

  private func besideMeasures(_ result: TimelineResult) -> (String, String) {
    let first =
      picture.words("first result     ", "первый результат  ")
      + language.seconds(result.figures.firstCompletion)
    let mean =
      picture.words("mean completion  ", "в среднем ждали   ")
      + language.seconds(result.figures.meanCompletion)
    guard choice.options.mode == .conc else { return (first, mean) }
    let slice = result.figures.medianSlice.map {
      picture.words(", slice ≈ ", ", квант ≈ ") + picture.sliceName($0)
    }
    let switches =
      picture.words("switches ", "переключений ")
      + language.grouped(result.figures.kernelSwitches) + (slice ?? "")
    let before = Double(choice.options.tasks + 1) / 2 * choice.options.work * choice.slowest
    let means =
      picture.words("mean ", "в среднем ") + language.seconds(result.figures.meanCompletion)
    let inTurn = picture.words(", in turn ", ", по очереди ") + language.decimal(before, 2)
    return (switches, means + inTurn)
  }

  // MARK: The check

  /// `сверка с ядром ОС 99,6 %   чужие процессы 0,3 %   переключений 2   миграций 0`
  private var check: String? {
    guard let result = state.result else { return nil }
    var parts = [
      picture.words("kernel agrees ", "сверка с ядром ОС ")
        + language.percent(result.figures.agreement),
      picture.words("foreign ", "чужие процессы ") + language.percent(result.conditions.foreign),
    ]
    if let price = result.priceShare, choice.options.mode == .conc, TimelinePrices(picture) == nil {
      parts.append(
        picture.words("price ", "цена ") + language.signedPercent(price))
    }
    parts.append(
      choice.options.mode == .conc
        ? picture.words("queued ", "очередь ") + language.seconds(result.figures.queued, 1)
        : picture.words("switches ", "переключений ")
          + language.grouped(result.figures.kernelSwitches))
    parts.append(
      picture.words("migrations ", "миграций ") + language.grouped(result.figures.migrations))
    return parts.joined(room: picture.size.columns - 2)
  }
}
