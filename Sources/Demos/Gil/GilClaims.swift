/// What is claimed of the lock: one executes at a time, and who gets round it.

import DemoKit
import Machine
import Wording

struct GilClaims {
  let state: GilState
  let demo: Gil

  private static let much = Double.greatestFiniteMagnitude
  private var report: GilReport { state.report }

  var outcome: DemoOutcome {
    let films = report.results.map(\.film) + report.mini.map(\.film)
    return DemoOutcome(
      claims: counting + parallel + waiting + free + mini,
      conditions: .worst(films.map { conditions($0) }) ?? .unknown,
      numbers: GilNumbers(report: report).all, pictureClaim: picture)
  }

  // MARK: Conditions

  /// Of one heat: who wanted to run and stood in the queue did so behind others.
  private func conditions(_ film: LockFilm, drift: Double = 0) -> Conditions {
    let wanted = film.queued + film.kernelTime
    // Whoever hardly wanted to run is not disturbed by a moment in the queue.
    let isBusy = film.kernelTime > 0.1 * film.record.makespan
    // With one CPU for two they stand behind each other.
    let isAlone = demo.cpus.count > 1
    let taken = film.stolen ?? 0
    return Conditions(
      hardwareThreads: demo.cpus.count, canPin: true,
      foreign: isBusy && isAlone && wanted > 0 ? film.queued / wanted : 0,
      steal: max(
        isBusy ? taken / (film.kernelTime + taken) : 0, report.load.steal(of: demo.cpus)),
      throttled: report.load.throttled, drift: drift)
  }

  /// The film is the kernel's: Σ slices against its run time. Stamps alone miss what lies between
  /// the last one of a slice and its end.
  private var picture: Claim? {
    let films = report.results.filter { $0.bar == .count && $0.workers == 2 }.map(\.film)
    guard let film = films.first ?? report.mini(.gil, workers: 2)?.film, film.kernelTime > 0 else {
      return nil
    }
    // A switch takes time itself, which the kernel books on a thread and which is in no slice.
    let inSwitches = min(0.1, 2e-5 * Double(film.handOvers) / film.kernelTime)
    return Claim.picture(
      Phrase("the film agrees with the kernel", "фильм сходится с ядром ОС"),
      agreement: film.onTime / film.kernelTime,
      in: film.usesSwitches ? 0.97 - inSwitches...1.03 : 0.85...1.03,
      stolen: (film.stolen ?? report.load.stolen(from: demo.cpus)) / film.kernelTime,
      under: conditions(film))
  }

  // MARK: Python with its lock

  private var counting: [Claim] {
    guard let two = report.result(.count, workers: 2), let one = report.result(.count, workers: 1)
    else { return [] }
    return [
      Claim(
        "gil-overlap",
        Phrase("two threads never ran Python at once", "два потока не исполняли Python разом"),
        measured: two.film.overlapShare, in: 0...0.005, needs: [.hardwareThreads(2)],
        under: conditions(two.film)),
      Claim(
        "gil-cpu", Phrase("two threads use one CPU", "двум потокам хватает одного ядра"),
        measured: two.cpuPerWall, in: 0...1.1, needs: [.hardwareThreads(2)],
        under: conditions(two.film)),
      Claim(
        "gil-twice",
        Phrase(
          "twice the work takes two threads twice as long", "вдвое больше работы — вдвое дольше"),
        measured: report.ratio(.count) ?? 0,
        in: 2 * (1 - (demo.tolerance ?? 0.1))...2 * (1 + (demo.tolerance ?? 0.2)), needs: [.quiet],
        under: .worst([
          conditions(two.film, drift: Self.hasSameClock(two, one) ? 0 : Self.drift(two, one)),
          conditions(one.film),
        ])),
    ]
  }

  /// CPU time of a piece in the one heat against the other: some of it is what hand-overs cost, most
  /// of it the clock. It is let pass as far as the claim itself gives way.
  static func drift(_ two: GilResult, _ one: GilResult) -> Double {
    one.film.kernelTime > 0 ? two.film.kernelTime / one.film.kernelTime / 2 - 1 : 0
  }

  static func hasSameClock(_ two: GilResult, _ one: GilResult) -> Bool {
    (-0.09...0.18).contains(drift(two, one))
  }

  /// What gets round the lock has two CPUs, as far as there are two.
  private var parallel: [Claim] {
    let all: [(GilBar, Phrase)] = [
      (.processes, Phrase("two processes use two CPUs", "двум процессам — два ядра")),
      (.sha, Phrase("sha256, written in C, uses two CPUs", "sha256 на C занимает два ядра")),
      (
        .interpreters,
        Phrase("two interpreters use two CPUs", "двум подынтерпретаторам — два ядра")
      ),
    ]
    return all.compactMap { bar, words in
      report.result(bar, workers: 2).map { result in
        Claim(
          "\(bar.rawValue)-cpu", words, measured: result.cpus,
          in: 0.85 * demo.width...Self.much, needs: [.hardwareThreads(2), .quiet],
          under: conditions(result.film))
      }
    }
  }

  private var waiting: [Claim] {
    guard let ratio = report.ratio(.wait) else { return [] }
    return [
      Claim(
        "wait-once", Phrase("two threads wait as long as one", "двое ждут не дольше одного"),
        measured: ratio, in: 0...1.1)
    ]
  }

  private var free: [Claim] {
    report.result(.freeThreaded, workers: 2).map { result in
      Claim(
        "ft-overlap",
        Phrase("without the lock both run Python at once", "без замка Python исполняют оба разом"),
        measured: result.film.overlapShare, in: 0.8...1, needs: [.hardwareThreads(2), .quiet],
        under: conditions(result.film))
    }.map { [$0] } ?? []
  }

  // MARK: The mini-interpreter

  private var mini: [Claim] {
    let overlap = report.mini(.gil, workers: 2).map { result in
      Claim(
        "mini-overlap",
        Phrase("mini: never two at once under the lock", "мини: под замком не разом"),
        measured: result.film.overlapShare, in: 0...0.005, needs: [.hardwareThreads(2)],
        under: conditions(result.film))
    }
    return (overlap.map { [$0] } ?? []) + MiniLock.allCases.compactMap(references)
  }

  /// Only who runs at once can miscount.
  private func chance(_ film: LockFilm) -> [Claim.Need] {
    guard film.overlapShare < 0.3 else { return [] }
    return [.otherRun(because: Phrase("they hardly ran at once", "разом они почти не работали"))]
  }

  private func references(_ lock: MiniLock) -> Claim? {
    guard let result = report.mini(lock, workers: 2) else { return nil }
    let wrong = Double((result.references - 1).magnitude)
    switch lock {
    case .none:
      // That there are wrong ones proves itself; that there are none says nothing of a disturbed run.
      let quiet: [Claim.Need] = wrong == 0 ? [.quiet] : []
      return Claim(
        "mini-none-wrong",
        Phrase(
          "mini without a lock: references miscounted", "мини без замка: ссылки сосчитаны неверно"),
        measured: wrong, in: 1...Self.much,
        needs: [.hardwareThreads(2)] + chance(result.film) + quiet,
        under: conditions(result.film))
    case .gil:
      return Claim(
        "mini-gil-right",
        Phrase("mini with the lock: references right", "мини с замком: ссылки сосчитаны верно"),
        measured: wrong, in: 0...0)
    case .atomic:
      return Claim(
        "mini-atomic-right",
        Phrase("mini with atomic counts: right", "мини с атомиками: ссылки сосчитаны верно"),
        measured: wrong, in: 0...0)
    }
  }
}
