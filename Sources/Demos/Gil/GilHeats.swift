/// The conductor of the GIL: a Python child works through the bars, then the mini-interpreter does.

import DemoKit
import Machine
import Wording

struct GilHeats {
  let plan: GilPlan
  let signals: RunSignals

  private typealias Telling = ConductedEngine<GilPlan, GilReport>.Telling

  static func run(
    _ plan: GilPlan, _ signals: RunSignals, _ tell: ((inout GilReport) -> Void) -> Void
  ) -> String? {
    // Children and threads inherit what the thread that starts them may use.
    CurrentThread.pin(to: plan.cpus)
    let hog = plan.sabotage == .hog ? ForeignHog(cpu: plan.cpus.first ?? 0) : nil
    CurrentThread.pin(to: plan.cpus)
    defer { hog?.stop() }
    let heats = GilHeats(plan: plan, signals: signals)
    let before = SystemLoad.read()
    heats.runPythons(tell)
    if plan.hasMini, !signals.isCancelled {
      var mini = MiniHeats(plan, signals)
      let isComplete = mini.run { result, isOver in
        tell { report in
          report.currentMini = isOver ? nil : result
          if isOver { report.mini.append(result) }
        }
      }
      guard isComplete else { return ConductedEngine<GilPlan, GilReport>.noThreads }
    }
    tell { $0.load = SystemLoad.read() - before }
    return nil
  }

  // MARK: Pythons

  private func runPythons(_ tell: Telling) {
    guard let search = plan.python else { return }
    guard let python = search.python else {
      return tell {
        $0.failure = Phrase("there is no python3 here", "здесь нет python3")
      }
    }
    do throws(PythonFailure) {
      let locked = try runLocked(python, tell)
      if plan.bars.contains(.freeThreaded) { try runFree(search, locked, tell) }
    } catch {
      if !signals.isCancelled { tell { $0.failure = error.words } }
    }
  }

  private func start(_ python: Python) throws(PythonFailure) -> GilChild {
    try GilChild(
      python, filmedOn: plan.wantsSwitches ? plan.cpus : nil, signals: signals)
  }

  /// The bars of a Python with its lock; returns the program where it could do without.
  private func runLocked(_ python: Python, _ tell: Telling) throws(PythonFailure) -> Python? {
    var child = try start(python)
    var facts = try child.greet()
    let couldBeFree = facts.isFreeThreaded
    if couldBeFree {
      child = try start(Python(path: python.path, options: ["-X", "gil=1"]))
      facts = try child.greet()
    }
    let interval = try child.set(interval: plan.interval)
    tell { report in
      report.python = facts
      report.interval = interval
      if !facts.hasInterpreters { report.absent.append(.interpreters) }
    }
    let amounts = try amounts(child)
    // The film of two threads first: it is what everybody waits for.
    let bars = plan.bars.filter { $0 != .freeThreaded }
    for bar in bars where bar != .interpreters || facts.hasInterpreters {
      let two = try heat(bar, workers: 2, as: bar, child, amounts, tell)
      guard bar.single == bar, let two else { continue }
      var one = try heat(bar, workers: 1, as: bar, child, amounts, tell)
      // A clock that was slower in the one heat than in the other proves nothing: once more, please.
      for _ in 0..<(bar == .count ? Self.moreTries : 0) {
        guard let last = one, !GilClaims.hasSameClock(two, last) else { break }
        one = try heat(bar, workers: 1, as: bar, child, amounts, tell)
      }
    }
    return couldBeFree ? Python(path: python.path, options: ["-X", "gil=0"]) : nil
  }

  /// The build without the lock, where there is one.
  private func runFree(
    _ search: PythonSearch, _ own: Python?, _ tell: Telling
  ) throws(PythonFailure) {
    guard let python = own ?? search.freeThreaded else {
      return tell { $0.absent.append(.freeThreaded) }
    }
    let child = try start(python)
    let facts = try child.greet()
    guard !facts.hasLock else { return tell { $0.absent.append(.freeThreaded) } }
    let amounts = try amounts(child)
    for workers in [2, 1] {
      try heat(.freeThreaded, workers: workers, as: .count, child, amounts, tell)
    }
  }

  private static let moreTries = 2

  /// How much work there is to be; found out again where a pause made Python look slow.
  private func amounts(_ child: GilChild) throws(PythonFailure) -> PythonAmounts {
    while true {
      let paused = signals.pausedTime
      let amounts = try child.calibrate(plan.time)
      if signals.pausedTime == paused || signals.isCancelled { return amounts }
    }
  }

  /// One heat, told of while it runs and when it is over; again where a pause has spoilt it. Nil when
  /// the run is to end.
  @discardableResult
  private func heat(
    _ bar: GilBar, workers: Int, as work: GilBar, _ child: GilChild, _ amounts: PythonAmounts,
    _ tell: Telling
  ) throws(PythonFailure) -> GilResult? {
    while !signals.isCancelled {
      let paused = signals.pausedTime
      let film = try child.heat(work, workers: workers, amounts, within: patience) { film in
        tell { $0.current = GilResult(bar: bar, workers: workers, film: film) }
      }
      guard signals.pausedTime == paused else { continue }
      let result = GilResult(bar: bar, workers: workers, film: film)
      tell { report in
        report.current = nil
        report.keep(result)
      }
      return result
    }
    return nil
  }

  /// So long a heat may take where a machine is ten times as busy as it should be, in seconds.
  private var patience: Double { 5 + 20 * plan.time }
}
