/// The pictures of the demos that run heats, from runs that were written down.

import DemoKit
import Demos
import GoldenFrames
import Machine
import Screen
import Testing
import Wording

// MARK: Compare

private let race: [CrewSample] = [
  ScriptedRun.chain(tasks: 3, work: 1).finished(run: 1),
  ScriptedRun.together(works: [1, 1, 1]).finished(run: 2),
  ScriptedRun.turns(tasks: 3, work: 1, quantum: 0.004).finished(run: 3),
]

@Suite struct `Pictures of heats` {
  @Test func `three heats make three points, each on its place in the plane`() {
    let demo = session(Compare.self, [], scriptedSetting(), race)
    #expect(GoldenFrame.difference(frame(demo), from: "compare-ready") == nil)
    run(demo, looks: 3)
    #expect(demo.outcome?.exitStatus == 0, "\(demo.outcome?.verdicts ?? [])")
    let twin = session(
      Compare.self, [], scriptedSetting(scriptedMachine, .english, ascii: true), race)
    run(twin, looks: 3)
    compare(demo, twin, "compare")
  }

  @Test func `on one hardware thread the second point lands on the third, and that is said`() {
    var together = ScriptedRun.turns(tasks: 3, work: 1, quantum: 0.004)
    together.waitsInQueue = true
    let samples = [race[0], together.finished(run: 2), race[2]]
    let demo = session(Compare.self, [], scriptedSetting("pack:1 core:1 pu:1"), samples)
    run(demo, looks: 3)
    #expect(demo.outcome?.verdict(of: "par-running")?.isJudged == false)
    #expect(GoldenFrame.difference(frame(demo), from: "compare-one-thread") == nil)
  }

  @Test func `names of points that lie close together do not cover one another`() {
    for late in stride(from: 0.1, through: 2, by: 0.1) {
      var together = ScriptedRun.turns(tasks: 3, work: 1, quantum: 0.004)
      together.waitsInQueue = true
      together.tasks[2].from = late
      let samples = [race[0], together.finished(run: 2), race[2]]
      let demo = session(Compare.self, [], scriptedSetting("pack:1 core:1 pu:1"), samples)
      run(demo, looks: 3)
      let cut = ["последовательно", "параллельно", "конкурентно"].reduce(frame(demo).text) {
        $0.split(separator: $1).joined()
      }
      #expect(
        !["послед", "паралл", "конкур", "ельно"].contains { cut.contains($0) }, "\(late):\n\(cut)")
    }
  }

  @Test func `the same sums in more CPU time are a slower clock, not other work`() {
    var chain = ScriptedRun.chain(tasks: 3, work: 0.97)
    chain.speed = 1 / 0.97
    var together = ScriptedRun.together(works: [1.035, 1.035, 1.035])
    together.speed = 1 / 1.035
    let demo = session(
      Compare.self, [], scriptedSetting(), [chain.finished(), together.finished(run: 2), race[2]])
    run(demo, looks: 3)
    guard case .interference = demo.outcome?.verdict(of: "same-work") else {
      Issue.record("\(demo.outcome?.verdicts ?? [])")
      return
    }
    #expect(demo.outcome?.exitStatus == 3)
  }

  private static let hybrid = "pack:1 {core:2 pu:1 kind:P} {core:2 pu:1 kind:E}"

  @Test
  func
    `a task on a slower core is expected to take longer, and its point lies where theory has it`()
  {
    var together = ScriptedRun.together(works: [1, 1, 1.7])
    together.chunkTimes[2] = 6.8e-5
    let samples = [race[0], together.finished(run: 2), race[2]]
    let demo = session(Compare.self, [], scriptedSetting(Self.hybrid), samples)
    run(demo, looks: 3)
    #expect(demo.outcome?.exitStatus == 0, "\(demo.outcome?.verdicts ?? [])")
    #expect(GoldenFrame.difference(frame(demo), from: "compare-hybrid") == nil)
  }

  @Test func `a race run twice leaves a cross for each of the first points`() {
    let again = [
      ScriptedRun.chain(tasks: 3, work: 1).finished(run: 4),
      ScriptedRun.together(works: [1, 1, 1.6]).finished(run: 5),
      ScriptedRun.turns(tasks: 3, work: 1, quantum: 0.004).finished(run: 6),
    ]
    let demo = session(Compare.self, [], scriptedSetting(), race + again)
    run(demo, looks: 3)
    run(demo, looks: 3)
    #expect(GoldenFrame.difference(frame(demo), from: "compare-twice") == nil)
  }

  // MARK: Wait

  /// In turn: 0.1 s of work, 1.3 s of waiting, 0.1 s of work, three times by one thread.
  private static var inTurn: CrewSample {
    var run = ScriptedRun()
    for task in 0..<3 {
      let start = Double(task) * 1.5
      run.slices += [(0, start, start + 0.1, 0), (0, start + 1.4, start + 1.5, 0)]
      run.tasks.append((0, start, start + 1.5))
      run.waits.append((0, start + 0.1, start + 1.4))
    }
    run.waitsInQueue = false
    return run.finished(run: 1)
  }

  private static var together: CrewSample {
    var run = ScriptedRun()
    for task in 0..<3 {
      let start = Double(task) * 0.1
      run.slices += [(task, start, start + 0.1, 0), (task, start + 1.4, start + 1.5, 0)]
      run.tasks.append((task, start, start + 1.5))
      run.waits.append((task, start + 0.1, start + 1.4))
    }
    run.waitsInQueue = false
    return run.finished(run: 2)
  }

  private static var ladder: LadderReport {
    var report = LadderReport()
    report.rows = [
      .cache: LadderRow(latency: 1.2e-9),
      .memory: LadderRow(latency: 165e-9, gain: 1.0),
      .disk: LadderRow(latency: 80e-6, gain: 1.9),
      .loopback: LadderRow(latency: 120e-6, gain: 1.4),
      .server: LadderRow(latency: 0.1, gain: 2.0),
    ]
    return report
  }

  private static func waitSamples(_ ladder: LadderReport) -> [WaitSample] {
    let climbed = ConductedSample(phase: .finished, run: 1, report: ladder)
    return [inTurn, inTurn, together].map { WaitSample(ladder: climbed, crew: $0) }
  }

  @Test func `waiting overlaps on one hardware thread, and the ladder tells whose does`() {
    let demo = session(Wait.self, [], scriptedSetting(), Self.waitSamples(Self.ladder))
    #expect(GoldenFrame.difference(frame(demo), from: "wait-ready") == nil)
    run(demo, looks: 3)
    #expect(demo.outcome?.exitStatus == 0, "\(demo.outcome?.verdicts ?? [])")
    let twin = session(
      Wait.self, [], scriptedSetting(scriptedMachine, .english, ascii: true),
      Self.waitSamples(Self.ladder))
    run(twin, looks: 3)
    compare(demo, twin, "wait")
  }

  @Test func `a tall window keeps the last runs, the newest first`() {
    let tall = Size(rows: 36, columns: 100)
    var (climbed, later) = (Self.waitSamples(Self.ladder), Self.waitSamples(Self.ladder))
    for index in later.indices {
      later[index].ladder.run = 2
      later[index].crew.run += 2
    }
    climbed += later
    let waiting = session(Wait.self, [], scriptedSetting(), climbed)
    for _ in 0..<2 { run(waiting, looks: 3) }
    #expect(GoldenFrame.difference(frame(waiting, tall), from: "wait-history") == nil)
    var again = Self.turns
    again.chart.run = 2
    let pairs: [(key: String, value: String)] = [("view", "chart"), ("rounds", "2")]
    let turns = session(Share.self, pairs, scriptedSetting(), [Self.turns, again])
    for _ in 0..<2 { run(turns, looks: 1) }
    #expect(GoldenFrame.difference(frame(turns, tall), from: "share-chart-history") == nil)
    var counts = Self.shareSamples + Self.shareSamples
    counts[1].count.run = 2
    let chairs = session(Share.self, [], scriptedSetting(), counts)
    for _ in 0..<2 { run(chairs, looks: 1) }
    #expect(GoldenFrame.difference(frame(chairs, tall), from: "share-history") == nil)
  }

  @Test func `without a disk and a network the rows say so`() {
    var poor = Self.ladder
    poor.rows[.disk] = LadderRow()
    poor.hasNoNetwork = true
    let demo = session(Wait.self, [], scriptedSetting(), Self.waitSamples(poor))
    run(demo, looks: 3)
    #expect(GoldenFrame.difference(frame(demo), from: "wait-poor") == nil)
  }

  // MARK: Share

  private static var counted: CountReport {
    var report = CountReport()
    let caught = CaughtLoss(
      value: 4_494,
      sides: [
        CaughtLoss.Side(thread: 1, read: 0, written: 50),
        CaughtLoss.Side(thread: 0, read: 30, written: 71),
      ])
    let result = { (way: CountWay, added: UInt64, lost: UInt64, seconds: Double) in
      CountResult(
        way: way, added: added, counted: added - lost, seconds: seconds, timed: added,
        caught: way == .none ? caught : nil)
    }
    report.results = [
      result(.none, 909_090_912, 139_096_909, 2), result(.mutex, 85_106_382, 0, 2),
      result(.sem2, 8_000_000, 384_000, 0.67), result(.atomic, 77_000_000, 0, 0.67),
      result(.shard, 667_000_000, 0, 0.67),
    ]
    return report
  }

  private static var shareSamples: [ShareSample] {
    let count = ConductedSample(phase: .finished, run: 1, report: counted)
    return [ShareSample(count: count, chart: CrewSample(phase: .idle, run: 0, now: 1))]
  }

  @Test func `two chairs, a loss that was caught, and the other ways`() {
    let demo = session(Share.self, [], scriptedSetting(), Self.shareSamples)
    #expect(GoldenFrame.difference(frame(demo), from: "share-ready") == nil)
    run(demo, looks: 1)
    #expect(demo.outcome?.exitStatus == 0)
    let twin = session(
      Share.self, [], scriptedSetting(scriptedMachine, .english, ascii: true), Self.shareSamples)
    run(twin, looks: 1)
    compare(demo, twin, "share")
    // Another of the ways that were tried sits down on the second chair at once.
    demo.press(.character("s"))
    #expect(GoldenFrame.difference(frame(demo), from: "share-semaphore") == nil)
  }

  /// Two threads, two rounds of 0.2 s free and 0.3 s under the lock.
  private static var turns: ShareSample {
    var run = ScriptedRun()
    run.slices = [
      (0, 0, 0.7, 0), (0, 0.8, 1.1, 0), (1, 0, 0.2, 1), (1, 0.5, 1.0, 1), (1, 1.1, 1.4, 1),
    ]
    run.tasks = [(0, 0, 1.1), (1, 0, 1.4)]
    run.chunkTimes = [0: 4e-5, 1: 4e-5]
    run.waitsInQueue = false
    run.locks = [(0, 0.7, 0.8), (1, 0.2, 0.5), (1, 1.0, 1.1)]
    run.holds = [(0, 0.2, 0.5), (0, 0.8, 1.1), (1, 0.5, 0.8), (1, 1.1, 1.4)]
    let idle = ConductedSample(phase: .idle, run: 0, report: CountReport())
    return ShareSample(count: idle, chart: run.finished(run: 1))
  }

  @Test func `the lock chart shows who works, who has the lock and who waits for it`() {
    let pairs: [(key: String, value: String)] = [("view", "chart"), ("rounds", "2")]
    let demo = session(Share.self, pairs, scriptedSetting(), [Self.turns])
    run(demo, looks: 1)
    #expect(demo.outcome?.exitStatus == 0, "\(demo.outcome?.verdicts ?? [])")
    let twin = session(
      Share.self, pairs, scriptedSetting(scriptedMachine, .english, ascii: true), [Self.turns])
    run(twin, looks: 1)
    compare(demo, twin, "share-chart")
  }

  @Test func `other threads than were measured are drawn without what was measured`() {
    let pairs: [(key: String, value: String)] = [("view", "chart"), ("rounds", "2")]
    let demo = session(Share.self, pairs, scriptedSetting(), [Self.turns])
    run(demo, looks: 1)
    for key in ["g", "n", "g"] { demo.press(.character(Character(key))) }
    #expect(GoldenFrame.difference(frame(demo), from: "share-chart-three") == nil)
    #expect(demo.outcome == nil)
  }

  @Test func `a false picture is told of, and nothing beside it is called true`() {
    var lie = race[0]
    for index in lie.members.indices { lie.members[index].totals?.run /= 2 }
    let demo = session(Compare.self, [], scriptedSetting(), [lie, race[1], race[2]])
    run(demo, looks: 3)
    #expect(GoldenFrame.difference(frame(demo), from: "compare-false") == nil)
    #expect(demo.outcome?.exitStatus == 1)
  }

  // MARK: Scale

  private static func curves(_ threads: [Int], cores: Int) -> ConductedSample<ScaleReport> {
    var report = ScaleReport()
    report.links = 1000
    let cores = Double(cores)
    for n in threads {
      let fast = min(Double(n), cores)
      report.points += [
        ScalePoint(
          kind: .primes, threads: n, seconds: 1 / (0.96 * fast + 0.04), cpu: 1, nEff: fast,
          checksum: 7),
        ScalePoint(
          kind: .mixed, threads: n, seconds: 0.1 + 0.9 / fast, cpu: 1, nEff: fast, checksum: 8),
        ScalePoint(
          kind: .chain, threads: n, seconds: n == 1 ? 0.15 : 0.15 / 0.8 + 0.01 * Double(n),
          cpu: 0.15,
          checksum: 9, handOvers: n == 1 ? 0 : 1000),
      ]
    }
    (report.wrong, report.tries, report.progress) = (5, 5, 1)
    return ConductedSample(phase: .finished, run: 1, report: report)
  }

  @Test func `points lie on the curves of theory, and more threads than cores are pale`() {
    let threads = [1, 2, 4]
    let demo = session(Scale.self, [], scriptedSetting(), [Self.curves(threads, cores: 4)])
    #expect(GoldenFrame.difference(frame(demo), from: "scale-ready") == nil)
    run(demo, looks: 1)
    #expect(demo.outcome?.exitStatus == 0, "\(demo.outcome?.verdicts ?? [])")
    let twin = session(
      Scale.self, [], scriptedSetting(scriptedMachine, .english, ascii: true),
      [Self.curves(threads, cores: 4)])
    run(twin, looks: 1)
    compare(demo, twin, "scale")
  }

  @Test func `a chain that was alone while the clock was slow is not faster with others`() {
    // Seven hundredths quicker, and as much less CPU time; or quicker by half, with all of it.
    for (seconds, cpu, status) in [(0.14, 0.14, Int32(0)), (0.14, 0.15, 1), (0.075, 0.15, 1)] {
      var sample = Self.curves([1, 2, 4], cores: 4)
      for index in sample.report.points.indices
      where sample.report.points[index].kind == .chain && sample.report.points[index].threads > 1 {
        (sample.report.points[index].seconds, sample.report.points[index].cpu) = (seconds, cpu)
      }
      let demo = session(Scale.self, [], scriptedSetting(), [sample])
      run(demo, looks: 1)
      #expect(demo.outcome?.exitStatus == status, "\(demo.outcome?.verdicts ?? [])")
    }
  }

  @Test func `cores of two kinds are worth the sum of their speeds`() {
    let (speeds, worth) = ([1, 1, 0.5, 0.4], [1: 1.0, 2: 2.0, 4: 2.9])
    var report = ScaleReport()
    (report.rates.primes, report.rates.mixed) = (speeds, speeds)
    for (n, fast) in worth.sorted(by: { $0.key < $1.key }) {
      let used = Double(n)
      report.points += [
        ScalePoint(
          kind: .primes, threads: n, seconds: 1 / fast, cpu: used / fast, nEff: used, checksum: 7),
        ScalePoint(
          kind: .mixed, threads: n, seconds: 0.1 + 0.9 / fast, cpu: 0.1 + 0.9 * used / fast,
          nEff: used, checksum: 8),
      ]
    }
    let pairs: [(key: String, value: String)] = [("kinds", "primes,mixed")]
    let sample = ConductedSample(phase: .finished, run: 1, report: report)
    let demo = session(Scale.self, pairs, scriptedSetting(Self.hybrid), [sample])
    run(demo, looks: 1)
    #expect(demo.outcome?.exitStatus == 0, "\(demo.outcome?.verdicts ?? [])")
    #expect(GoldenFrame.difference(frame(demo), from: "scale-hybrid") == nil)
    // The same points of cores that are all alike were too slow.
    report.rates = ScaleRates()
    let alike = ConductedSample(phase: .finished, run: 1, report: report)
    let other = session(Scale.self, pairs, scriptedSetting("pack:1 core:4 pu:1"), [alike])
    run(other, looks: 1)
    #expect(other.outcome?.exitStatus != 0)
  }

  @Test func `the chain tried alone says nothing of curves that nobody has measured`() {
    var report = ScaleReport()
    (report.wrong, report.tries, report.progress) = (4, 5, 1)
    let sample = ConductedSample(phase: .finished, run: 1, report: report)
    let demo = session(Scale.self, [], scriptedSetting(), [sample])
    demo.press(.character("f"))
    demo.tick(at: .zero)
    #expect(demo.outcome?.claims.map(\.name) == ["out-of-order"])
    #expect(GoldenFrame.difference(frame(demo), from: "scale-out-of-order") == nil)
  }

  @Test func `a server's curve goes up to all its hardware threads, on either kind of axes`() {
    let sample = Self.curves([1, 2, 4, 8, 16, 32, 64], cores: 32)
    let demo = session(
      Scale.self, [("usl", "on")], scriptedSetting("pack:2 core:16 pu:2"), [sample])
    run(demo, looks: 1)
    #expect(GoldenFrame.difference(frame(demo), from: "scale-server") == nil)
    demo.press(.character("l"))
    #expect(GoldenFrame.difference(frame(demo), from: "scale-server-log") == nil)
  }
}

@Suite struct `Losses and laws` {
  @Test func `a loss is caught where both had read before either had written`() {
    let log = { (value: UInt64, read: UInt64, written: UInt64) in
      CountOperation(value: value, read: read, written: written)
    }
    let found = CaughtLoss.search(
      [[log(5, 100, 140), log(6, 150, 190)], [log(5, 300, 340), log(6, 170, 230)]], within: 2000)
    #expect(found?.value == 6)
    #expect(found?.sides.map(\.read) == [0, 20])
    #expect(found?.sides.map(\.written) == [40, 80])
    // Read after the other had written: the same value came round again, nothing is lost.
    #expect(CaughtLoss.search([[log(5, 100, 140)], [log(5, 300, 340)]], within: 2000) == nil)
  }

  @Test func `the scalability law is found again in points that obey it`() throws {
    let law = { (n: Int) in Double(n) / (1 + 0.05 * Double(n - 1) + 0.002 * Double(n * (n - 1))) }
    let points = [1, 2, 4, 8, 16, 32].map { (threads: $0, speedup: law($0)) }
    let fit = try #require(ScalabilityFit(points))
    #expect(abs(fit.sigma - 0.05) < 1e-9 && abs(fit.kappa - 0.002) < 1e-9)
    #expect(ScalabilityFit(Array(points.dropLast())) == nil)
  }
}
