/// Records that were drawn by hand, and the numbers that must come of them.

import DemoKit
import Demos
import Machine
import Testing
import Wording

private func record(_ threads: [[Slice]], spans: [(Int, Double, Double)], now: Double) -> RunRecord
{
  RunRecord(
    threads: threads.map { ThreadTrace(slices: $0) },
    tasks: spans.map { TaskSpan(thread: $0.0, start: $0.1, end: $0.2) }, now: now)
}

@Suite struct `Records` {
  @Test func `one after another: L = 1, P = 1, no overlap`() {
    let run = record(
      [[Slice(0, 3, cpu: 0)]], spans: [(0, 0, 1), (0, 1, 2), (0, 2, 3)], now: 3)
    #expect(run.begunNotFinished == 1)
    #expect(run.running == 1)
    #expect(run.overlap() == (3, 0))
    #expect(run.meanCompletion == 2)
    #expect(run.firstCompletion == 1)
  }

  @Test func `in parallel: L = 2, P = 2, overlap all the time`() {
    let run = record(
      [[Slice(0, 2, cpu: 0)], [Slice(0, 2, cpu: 1)]], spans: [(0, 0, 2), (1, 0, 2)], now: 2)
    #expect(run.begunNotFinished == 2)
    #expect(run.running == 2)
    #expect(run.overlap() == (2, 2))
  }

  @Test func `concurrently: L = 2, P = 1, slices that touch do not overlap`() {
    let run = record(
      [
        [Slice(0, 1, cpu: 0), Slice(2, 3, cpu: 0)], [Slice(1, 2, cpu: 0), Slice(3, 4, cpu: 0)],
      ], spans: [(0, 0, 4), (1, 0, 4)], now: 4)
    #expect(run.begunNotFinished == 2)
    #expect(run.running == 1)
    #expect(run.overlap() == (4, 0))
    #expect(run.behindOurs(thread: 0, cpus: [0]) == 2)
    #expect(run.behindOurs(thread: 0, cpus: [0, 1]) == 0)
    #expect(run.density(ofTask: 0, from: 0, to: 4, columns: 2) == [0.5, 0.5])
    #expect(run.occupancy(ofCPU: 0, from: 0, to: 4, columns: 4).map(\.task) == [0, 1, 0, 1])
  }

  @Test func `a thread that was seen elsewhere was not pinned`() {
    let run = record(
      [[Slice(0, 1, cpu: 0), Slice(1, 2, cpu: 1)]], spans: [(0, 0, 2)], now: 2)
    #expect(run.stayed(on: [[0, 1]]))
    #expect(run.stayed(on: [[]]))
    #expect(!run.stayed(on: [[0]]))
  }

  @Test func `switch records become slices, the last one ends with the thread`() {
    var trace = ThreadTrace(usesSwitches: true)
    let clock = RunClock(start: 1_000_000_000)
    let at = { (seconds: Double) in UInt64(1e9 + seconds * 1e9) }
    let events: [RecordedEvent] = [
      RecordedEvent(.switchedIn, at: at(0.1), cpu: 3), RecordedEvent(.opened, at: at(0.2), cpu: 3),
      RecordedEvent(.closed, at: at(2)), RecordedEvent(.preempted, at: at(0.5), cpu: 3),
      RecordedEvent(.switchedIn, at: at(1), cpu: 4),
    ]
    for event in events { trace.take(event, clock) }
    trace.seal()
    #expect(trace.slices == [Slice(0.2, 0.5, cpu: 3), Slice(1, 2, cpu: 4)])
    #expect(trace.preemptions == 1)
  }

  @Test func `pauses are cut out of the axis`() {
    var clock = RunClock(start: 1_000_000_000)
    clock.pause(at: 2_000_000_000)
    #expect(clock.time(5_000_000_000) == 1)
    clock.resume(at: 4_000_000_000)
    #expect(clock.time(5_000_000_000) == 2)
    #expect(clock.time(3_000_000_000) == 1)
    #expect(clock.marks == [1])
  }

  @Test func `verdicts have three values, and needs`() {
    let quiet = Conditions(hardwareThreads: 1, canPin: true)
    let noisy = Conditions(hardwareThreads: 1, canPin: true, foreign: 0.5)
    let good = Claim("a", Phrase("a"), measured: 1, in: 0...2, needs: [.quiet])
    let bad = Claim("a", Phrase("a"), measured: 3, in: 0...2, needs: [.quiet])
    let wide = Claim("a", Phrase("a"), measured: 3, in: 0...2, needs: [.hardwareThreads(2)])
    #expect(good.verdict(under: quiet) == .confirmed)
    #expect(bad.verdict(under: quiet) == .refuted)
    // not even where the numbers happen to be right
    for claim in [good, bad] {
      guard case .interference = claim.verdict(under: noisy) else {
        Issue.record("a disturbed run was judged: \(claim.measured)")
        return
      }
    }
    guard case .notJudged = wide.verdict(under: quiet) else {
      Issue.record("judged without what it needs")
      return
    }
  }

  @Test func `disturbances too small to count excuse together what they explain, and no more`() {
    let quiet = Conditions(
      hardwareThreads: 1, canPin: true, foreign: 0.01, steal: 0.01, drift: -0.04)
    let verdict = { (measured: Double, needs: [Claim.Need]) in
      Claim("a", Phrase("a"), measured: measured, in: 1.9...2.1, needs: needs)
        .verdict(under: quiet)
    }
    #expect(verdict(2.1, [.quiet]) == .confirmed)
    for measured in [1.8, 2.2] {
      #expect(verdict(measured, [.quiet]).name == "interference")
      // What nothing outside can make wrong is wrong.
      #expect(verdict(measured, []) == .refuted)
    }
    for measured in [1.78, 2.23] { #expect(verdict(measured, [.quiet]) == .refuted) }
  }

  /// One second of a thread of which the kernel says that it ran for less.
  private func picture(
    byKernel milliseconds: UInt64, switches: Int, usesSwitches: Bool = false, stolen: Double = 0,
    fromThread: UInt64? = nil
  ) -> Verdict? {
    let result = result(
      byKernel: milliseconds, switches: switches, usesSwitches: usesSwitches, stolen: stolen,
      fromThread: fromThread)
    return result.picture.verdict(under: result.conditions)
  }

  private func result(
    byKernel milliseconds: UInt64, switches: Int = 1, usesSwitches: Bool = true,
    stolen: Double = 0, fromThread: UInt64?
  ) -> CrewResult {
    let plan = CrewPlan(members: [.init(cpus: [0], tasks: [0])], work: 1)
    var sample = CrewSample(phase: .finished, run: 1, now: 0)
    var member = CrewSample.Member()
    var totals = KernelTotals()
    totals.run = milliseconds * 1_000_000
    totals.forcedSwitches = switches
    totals.stolen = fromThread.map { $0 * 1_000_000 }
    member.totals = totals
    sample.members = [member]
    sample.usesSwitches = usesSwitches
    sample.load.stolen = [0: stolen]
    let run = record([[Slice(0, 1, cpu: 0)]], spans: [(0, 0, 1)], now: 1)
    return CrewResult(plan, run, sample, hardwareThreads: 1)
  }

  @Test func `what the hourglass is too coarse to see makes its picture neither true nor false`() {
    #expect(picture(byKernel: 960, switches: 0) == .refuted)
    // Two hundred switches of at most 200 µs may well have taken what is missing.
    #expect(picture(byKernel: 960, switches: 200)?.name == "interference")
    #expect(picture(byKernel: 990, switches: 200)?.name == "interference")
    #expect(picture(byKernel: 990, switches: 100) == .confirmed)
    // More than they can have taken is no excuse, and the kernel's own records need none.
    #expect(picture(byKernel: 900, switches: 200) == .refuted)
    #expect(picture(byKernel: 960, switches: 200, usesSwitches: true) == .refuted)
    // What the hypervisor took from the CPU is in a slice of theirs, too.
    for (milliseconds, stolen) in [(950, 0.05), (966, 0.01)] as [(UInt64, Double)] {
      let taken = picture(byKernel: milliseconds, switches: 1, usesSwitches: true, stolen: stolen)
      #expect(taken?.name == "interference")
    }
    #expect(picture(byKernel: 1000, switches: 1, usesSwitches: true, stolen: 0.5) == .confirmed)
    #expect(picture(byKernel: 1050, switches: 1, usesSwitches: true, stolen: 0.5) == .refuted)
    #expect(picture(byKernel: 900, switches: 1, usesSwitches: true, stolen: 0.05) == .refuted)
  }

  @Test func `what the hypervisor took from the threads themselves is known to the nanosecond`() {
    let verdict = { (kernel: UInt64, taken: UInt64, ofCPU: Double) in
      self.picture(
        byKernel: kernel, switches: 1, usesSwitches: true, stolen: ofCPU, fromThread: taken)
    }
    // The machine's own count, in ticks of 10 ms, has not seen it.
    #expect(verdict(950, 50, 0)?.name == "interference")
    guard case .interference(let words) = verdict(880, 120, 0) else {
      Issue.record("not disturbed")
      return
    }
    #expect(words(.english) == "hypervisor took 12%")
    // More than was taken is a false record, whatever was taken from others on that CPU.
    #expect(verdict(900, 50, 0.1) == .refuted)
    #expect(verdict(990, 10, 0) == .confirmed)
    // A twentieth taken is a disturbed run, for everything that has to do with time.
    #expect(result(byKernel: 950, fromThread: 50).conditions.disturbance != nil)
    #expect(result(byKernel: 990, fromThread: 10).conditions.disturbance == nil)
  }

  @Test func `what disturbed a run is kept in its recording`() {
    var report = GilReport()
    report.load.steal = [0: 0.03, 1: 0]
    report.load.stolen = [0: 0.02, 1: 0]
    report.load.throttled = 0.5
    #expect(GilReport(report.json)?.load == report.load)
    var totals = KernelTotals()
    (totals.run, totals.stolen) = (1_000_000, 50_000)
    var sample = CrewSample(phase: .finished, run: 1, now: 0)
    sample.members = [CrewSample.Member()]
    sample.members[0].totals = totals
    #expect(CrewSample(sample.json)?.members[0].totals == totals)
  }

  @Test func `a false picture leaves nothing else judged`() {
    let outcome = DemoOutcome(
      claims: [Claim("a", Phrase("a"), measured: 1, in: 0...2)],
      conditions: Conditions(hardwareThreads: 2, canPin: true),
      pictureClaim: Claim("picture", Phrase("p"), measured: 0.5, in: 0.97...1.03))
    #expect(outcome.exitStatus == 1)
    #expect(outcome.verdict(of: "a") != .confirmed)
  }
}
