/// The lock's film: how it is cut, how it is drawn, and what is said where there is none.

import DemoKit
import Demos
import Glibc
import GoldenFrames
import Machine
import Screen
import Testing
import Wording

private let gil = "pack:1 core:2 pu:1"

private func shown(
  _ report: GilReport, _ topology: String = gil, _ pairs: [(key: String, value: String)] = []
) -> DemoSession<Gil> {
  let demo = session(Gil.self, pairs, scriptedSetting(topology), [ScriptedLock.finished(report)])
  run(demo, looks: 1)
  return demo
}

@Suite struct `Pictures of the lock` {
  @Test func `the curtain is down, and who is behind it is announced`() {
    let demo = session(Gil.self, [], scriptedSetting(gil), [])
    #expect(GoldenFrame.difference(frame(demo), from: "gil-curtain") == nil)
    #expect(
      GoldenFrame.difference(frame(demo, Size(rows: 6, columns: 40)), from: "gil-curtain-40") == nil
    )
  }

  @Test func `two threads take turns, and what gets round the lock does not`() {
    let demo = shown(ScriptedLock.report())
    #expect(demo.outcome?.exitStatus == 0, "\(demo.outcome?.verdicts ?? [])")
    let english = scriptedSetting(gil, .english, ascii: true)
    let twin = session(Gil.self, [], english, [ScriptedLock.finished(ScriptedLock.report())])
    run(twin, looks: 1)
    compare(demo, twin, "gil")
  }

  @Test func `every bar has its film, and the interpreter without a lock one of its own`() {
    let demo = shown(ScriptedLock.report(isFree: true))
    #expect(demo.outcome?.exitStatus == 0, "\(demo.outcome?.verdicts ?? [])")
    var seen: [String] = []
    for _ in GilBar.allCases {
      seen.append(frame(demo).text.split(separator: "\n").first.map(String.init) ?? "")
      demo.press(.character("c"))
    }
    #expect(Set(seen).count == GilBar.allCases.count, "\(seen)")
    for _ in 0..<4 { demo.press(.character("c")) }
    #expect(GoldenFrame.difference(frame(demo), from: "gil-free") == nil)
  }

  @Test func `the mini-interpreter is explained in one frame, and its lock can be taken off`() {
    let demo = shown(ScriptedLock.report())
    demo.press(.character("e"))
    let english = scriptedSetting(gil, .english, ascii: true)
    let twin = session(Gil.self, [], english, [ScriptedLock.finished(ScriptedLock.report())])
    run(twin, looks: 1)
    twin.press(.character("e"))
    compare(demo, twin, "gil-mini")
    demo.press(.character("l"))
    #expect(GoldenFrame.difference(frame(demo), from: "gil-mini-none") == nil)
    demo.press(.character("e"))
    #expect(frame(demo).text.contains("python 3.13.0"))
  }

  @Test(arguments: [0, 0.5])
  func `no miscount without the lock is a refutation on a quiet machine alone`(queued: Double) {
    var report = ScriptedLock.report()
    report.mini[2].references = 1
    (report.mini[2].film.kernelTime, report.mini[2].film.queued) = (1.24, queued)
    let verdict = shown(report).outcome?.verdict(of: "mini-none-wrong")
    if case .interference = verdict {
      #expect(queued > 0)
    } else {
      #expect(verdict == .refuted && queued == 0)
    }
  }

  @Test func `without a Python the reason is one line, and the mini-interpreter steps in`() {
    var report = GilReport()
    report.failure = Phrase("there is no python3 here", "здесь нет python3")
    report.mini = ScriptedLock.minis
    let demo = shown(report)
    #expect(demo.outcome?.exitStatus == 0, "\(demo.outcome?.verdicts ?? [])")
    #expect(GoldenFrame.difference(frame(demo), from: "gil-no-python") == nil)
    // Who asked for Python alone is told that there is none.
    report.mini = []
    let python = shown(report, gil, [("engine", "python")])
    #expect(python.outcome == nil)
    #expect(python.face.foot == ["здесь нет python3"])
  }

  @Test func `on one hardware thread nobody is faster, and what needs two is not judged`() {
    var report = ScriptedLock.report()
    report.results = [
      GilResult(bar: .count, workers: 2, film: ScriptedLock.turns(work: 1, cpus: 1)),
      GilResult(bar: .count, workers: 1, film: ScriptedLock.together(work: 1, workers: 1)),
      GilResult(bar: .sha, workers: 2, film: ScriptedLock.turns(work: 0.5, slice: 0.004, cpus: 1)),
      GilResult(bar: .sha, workers: 1, film: ScriptedLock.together(work: 0.5, workers: 1)),
    ]
    let demo = shown(report, "pack:1 core:1 pu:1")
    #expect(demo.outcome?.verdict(of: "gil-overlap")?.isJudged == false)
    #expect(demo.outcome?.verdict(of: "sha-cpu")?.isJudged == false)
    #expect(demo.outcome?.exitStatus == 0)
    #expect(GoldenFrame.difference(frame(demo), from: "gil-one-thread") == nil)
  }

  @Test func `the film can be moved, to its ends and no further`() {
    let demo = shown(ScriptedLock.report())
    let middle = frame(demo).text
    demo.press(.right)
    #expect(frame(demo).text != middle)
    for _ in 0..<40 { demo.press(.right) }
    let end = frame(demo).text
    demo.press(.right)
    #expect(frame(demo).text == end)
    demo.press(.left)
    #expect(frame(demo).text != end)
  }

  @Test func `another interval forgets what was measured with the old one`() {
    let demo = shown(ScriptedLock.report())
    demo.press(.character("i"))
    #expect(demo.outcome == nil)
    demo.press(.character("c"))
    #expect(frame(demo).text.contains("G I L"))
  }

  @Test func `threads that run at once under the lock are found out`() {
    var report = ScriptedLock.report()
    report.results[0].film = ScriptedLock.together(work: 1)
    let outcome = shown(report).outcome
    #expect(outcome?.verdict(of: "gil-overlap") == .refuted)
    #expect(outcome?.verdict(of: "gil-cpu") == .refuted)
    #expect(outcome?.exitStatus == 1)
  }

  @Test func `who has the slower CPU is done later, and both had one as long as both worked`() {
    var report = ScriptedLock.report()
    report.results.removeAll { $0.bar == .sha && $0.workers == 2 }
    report.results.append(
      GilResult(bar: .sha, workers: 2, film: ScriptedLock.together(works: [0.3, 0.5])))
    #expect(shown(report).outcome?.verdict(of: "sha-cpu") == .confirmed)
    // Who takes turns has one CPU between them.
    report.results[report.results.count - 1].film = ScriptedLock.turns(work: 0.5)
    #expect(shown(report).outcome?.verdict(of: "sha-cpu") == .refuted)
    // Who is hardly ever there together has no more.
    report.results[report.results.count - 1].film = ScriptedLock.together(works: [0.1, 0.5])
    #expect(shown(report).outcome?.verdict(of: "sha-cpu") == .refuted)
  }

  @Test func `a clock that drifts between two heats is interference, not a broken lock`() {
    var report = ScriptedLock.report()
    report.results[1].film = ScriptedLock.together(work: 0.7, workers: 1)
    let outcome = shown(report).outcome
    if case .interference = outcome?.verdict(of: "gil-twice") {
    } else {
      Issue.record("\(String(describing: outcome?.verdict(of: "gil-twice")))")
    }
    #expect(outcome?.verdict(of: "gil-overlap") == .confirmed)
  }
}

@Suite struct `Films of a lock` {
  private static let start: UInt64 = 1_000_000_000
  private static func moment(_ milliseconds: Double) -> UInt64 {
    start + UInt64(milliseconds * 1e6)
  }

  private static func worker(
    _ thread: Int, from: Double, to: Double, working: [ClosedRange<Double>]
  ) -> StampedWorker {
    var worker = StampedWorker(thread: thread, start: moment(from))
    worker.end = moment(to)
    worker.stamps = working.flatMap { stretch in
      stride(from: stretch.lowerBound, through: stretch.upperBound, by: 0.2).map(moment)
    }
    return worker
  }

  private static func record(
    _ kind: SwitchRecord.Kind, _ thread: Int, at milliseconds: Double, cpu: Int
  ) -> SwitchRecord {
    SwitchRecord(kind: kind, time: moment(milliseconds), cpu: cpu, thread: thread)
  }

  /// Two threads hand the lock over at 5 ms: the second is awake 0.02 ms before the first sleeps, and
  /// was awake for a moment at 2 ms to see that the lock was taken.
  @Test func `a hand-over is no overlap, and who only looked did not work`() {
    let film = LockFilm(
      [
        Self.worker(1, from: 0, to: 10, working: [0...4.8]),
        Self.worker(2, from: 0, to: 10, working: [5.2...10]),
      ],
      [
        Self.record(.switchedOut, 2, at: 0.01, cpu: 1),
        Self.record(.switchedIn, 2, at: 2, cpu: 1), Self.record(.switchedOut, 2, at: 2.02, cpu: 1),
        Self.record(.switchedIn, 2, at: 4.98, cpu: 1), Self.record(.switchedOut, 1, at: 5, cpu: 0),
      ])
    #expect(film.record.threads.map { $0.slices.count } == [1, 1])
    #expect(film.workedTogether == 0)
    #expect(film.worked > 0.009)
    #expect(film.record.overlap().two > 0)
    #expect(film.handOvers == 1)
    #expect(film.looks == 2)
    #expect(film.stampsInside == 1)
    #expect(film.record.threads.map { $0.slices.first?.cpu } == [0, 1])
  }

  @Test func `stamps that the kernel knows nothing of are told of`() {
    let film = LockFilm(
      [Self.worker(1, from: 0, to: 10, working: [0...4, 6...10])],
      [Self.record(.switchedOut, 1, at: 4.1, cpu: 0), Self.record(.switchedIn, 1, at: 8, cpu: 0)])
    #expect(film.stampsInside < 0.8)
  }

  @Test func `without the kernel's records holes between stamps cut the film`() {
    let film = LockFilm(
      [
        Self.worker(1, from: 0, to: 20, working: [0...5, 10...15]),
        Self.worker(2, from: 0, to: 20, working: [5...10, 15...20]),
      ], nil)
    #expect(!film.usesSwitches)
    #expect(film.record.threads.map { $0.slices.count } == [2, 2])
    #expect(film.workedTogether < 1e-9)
    #expect(abs((film.record.medianSlice ?? 0) - 0.005) < 1e-6)
    // Where all have CPUs at once, that is seen, too.
    let free = LockFilm(
      [
        Self.worker(1, from: 0, to: 10, working: [0...10]),
        Self.worker(2, from: 0, to: 10, working: [0...10]),
      ], nil)
    #expect(free.overlapShare > 0.99)
  }
}
