/// Films of a lock that were drawn by hand: turns, both at once, waiting.

import DemoKit
import Demos
import Machine
import Wording

enum ScriptedLock {
  /// Two workers that take turns, each with so many seconds of work, each on its own CPU if there
  /// are two.
  static func turns(work: Double, slice: Double = 0.005, cpus: Int = 2) -> LockFilm {
    var slices: [[Slice]] = [[], []]
    for turn in 0..<Int((2 * work / slice).rounded()) {
      let start = Double(turn) * slice
      slices[turn % 2].append(Slice(start, start + slice, cpu: turn % cpus))
    }
    return film(slices)
  }

  /// So many workers at once.
  static func together(work: Double, workers: Int = 2) -> LockFilm {
    film((0..<workers).map { [Slice(0, work, cpu: $0)] })
  }

  /// Both at once, on CPUs of different speeds.
  static func together(works: [Double]) -> LockFilm {
    film(works.enumerated().map { [Slice(0, $0.element, cpu: $0.offset)] })
  }

  /// Nobody needs a CPU for longer than a moment.
  static func waiting(_ time: Double, workers: Int = 2) -> LockFilm {
    var film = film(
      (0..<workers).map { [Slice(0, 0.000_1, cpu: $0), Slice(time - 0.000_1, time, cpu: $0)] })
    (film.worked, film.workedTogether) = (0, 0)
    return film
  }

  private static func film(_ slices: [[Slice]]) -> LockFilm {
    let end = slices.compactMap { $0.last?.end }.max() ?? 0
    return LockFilm(
      record: RunRecord(
        threads: slices.map { ThreadTrace(slices: $0) },
        tasks: slices.indices.map {
          TaskSpan(thread: $0, start: slices[$0].first?.start, end: slices[$0].last?.end)
        }, now: end))
  }

  /// A run of everything that a machine with so many CPUs and all kinds of Python has to show.
  static func report(isFree: Bool = false) -> GilReport {
    var report = GilReport()
    report.python = PythonFacts(
      version: "3.13.0", executable: "/usr/bin/python3", hasInterpreters: isFree)
    report.interval = 0.005
    let heats: [(GilBar, LockFilm, LockFilm?)] = [
      (.count, turns(work: 1), together(work: 0.99, workers: 1)),
      (.processes, together(work: 1.04), nil),
      (.sha, together(work: 0.5), together(work: 0.5, workers: 1)),
      (.wait, waiting(0.5), waiting(0.5, workers: 1)),
      (.freeThreaded, together(work: 1.08), together(work: 1.06, workers: 1)),
      (.interpreters, together(work: 1.02), nil),
    ]
    for (bar, two, one) in heats {
      guard isFree || ![.freeThreaded, .interpreters].contains(bar) else {
        report.absent.append(bar)
        continue
      }
      report.results.append(GilResult(bar: bar, workers: 2, film: two))
      if let one { report.results.append(GilResult(bar: bar, workers: 1, film: one)) }
    }
    report.mini = minis
    return report
  }

  static var minis: [MiniResult] {
    let one = { (lock: MiniLock, work: Double) in
      MiniResult(lock: lock, workers: 1, film: together(work: work, workers: 1), references: 1)
    }
    return [
      MiniResult(lock: .gil, workers: 2, film: turns(work: 0.505), references: 1),
      one(.gil, 0.5),
      MiniResult(lock: .none, workers: 2, film: together(work: 0.62), references: -4117),
      one(.none, 0.49),
      MiniResult(lock: .atomic, workers: 2, film: together(work: 1.1), references: 1),
      one(.atomic, 0.55),
    ]
  }

  static func finished(_ report: GilReport, run: Int = 1) -> ConductedSample<GilReport> {
    ConductedSample(phase: .finished, run: run, report: report)
  }
}
