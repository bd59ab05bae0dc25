/// The engine contract over the whole catalogue: a new demo is under it by being listed.

import DemoKit
import Demos
import Glibc
import Machine
import OwnThread
import Screen
import Testing
import Wording

private func setting(
  _ sabotage: Sabotage? = nil, _ recorder: RecorderChoice = .best
) -> DemoSetting {
  DemoSetting(
    language: .english, ascii: false, topology: { TopologyReader().read() }, recorder: recorder,
    sabotage: sabotage)
}

private func live(
  _ name: String, _ pairs: [(key: String, value: String)], _ setting: DemoSetting
) throws -> any LiveDemo {
  let entry = try #require(DemoCatalog.shipped.entry(name))
  let (arguments, errors) = DemoArguments.read(pairs, for: entry.card)
  #expect(errors.isEmpty)
  return entry.make(arguments, setting)
}

/// Runs a demo until it has come to something.
private func outcome(
  _ name: String, _ pairs: [(key: String, value: String)], _ setting: DemoSetting
) throws -> DemoOutcome {
  let demo = try live(name, pairs, setting)
  defer { demo.stop() }
  return try outcome(of: demo)
}

private func outcome(of demo: any LiveDemo) throws -> DemoOutcome {
  demo.press(.character(" "))
  let start = MonotonicClock.now
  while demo.outcome == nil, MonotonicClock.now - start < 60_000_000_000 {
    demo.tick(at: .nanoseconds(Int64(MonotonicClock.now - start)))
    poll(nil, 0, 5)
  }
  return try #require(demo.outcome, "the demo came to nothing")
}

/// Demos under another name because of their parameters.
private let demoNames = ["chart": "share", "race": "triangle", "slow": "scale"]

/// Arguments that make a demo's run short.
private func short(_ name: String) -> [(key: String, value: String)] {
  switch name {
  case "timeline": [("work", "200ms")]
  case "compare": [("work", "200ms"), ("modes", "seq,par,conc,wait")]
  case "wait": [("compute", "100ms"), ("wait", "300ms")]
  case "share": [("time", "300ms")]
  case "chart": [("view", "chart"), ("free", "50ms"), ("hold", "80ms"), ("rounds", "3")]
  case "scale": [("budget", "4s")]
  // Sleepers sleep a millisecond in place of each number, which is long.
  case "slow": [("budget", "2s")]
  case "gil": [("time", "200ms")]
  case "triangle": [("size", "512")]
  case "race": [("view", "race"), ("size", "256")]
  default: []
  }
}

private let timelines = ["seq", "par", "conc"]

/// Serialised: these measure, and have the machine for themselves.
@Suite(.serialized, .ownThread) struct `The engine contract` {
  @Test func `runs that follow at once never mix: who asked last is heard, with its own crew`()
    throws
  {
    let engine = CrewEngine()
    defer { engine.stop() }
    let plan = { (threads: Int) in
      CrewPlan(
        members: (0..<threads).map { CrewPlan.Member(cpus: [], tasks: [$0]) }, work: 0.02)
    }
    for pause in 0..<40 {
      engine.perform(.run(plan(9)))
      var left = pause
      while left > 0 {
        left -= 1
        poll(nil, 0, 1)
      }
      engine.perform(.run(plan(1)))
      while true {
        let sample = engine.sample()
        #expect(sample.members.count <= 1, "members of an older run after \(pause) ms")
        if sample.phase == .finished { break }
        poll(nil, 0, 1)
      }
    }
  }

  @Test func `a tree is found as it was left, however often one comes back`() throws {
    let entry = try #require(DemoCatalog.shipped.entry("tree"))
    let arguments = DemoArguments.read([], for: entry.card).arguments
    let machine = setting()
    let first = entry.make(arguments, machine)
    for _ in 0..<9 { first.press(.character(" ")) }
    var time = Duration.zero
    while first.outcome == nil, time < .seconds(20) {
      time += .milliseconds(20)
      first.tick(at: time)
      poll(nil, 0, 5)
    }
    first.stop()
    #expect(first.outcome != nil)
    let second = entry.make(arguments, machine, DemoHeritage(last: first.legacy))
    let third = entry.make(arguments, machine, DemoHeritage(last: second.legacy))
    third.tick(at: .zero)
    #expect(second.outcome == first.outcome)
    #expect(third.outcome == first.outcome)
    #expect(!third.face.isMoving)
    second.stop()
    third.stop()
  }

  @Test(arguments: timelines)
  func `the three pictures come out as theory says, or tell what disturbed them`(mode: String)
    throws
  {
    let outcome = try outcome("timeline", [("mode", mode), ("work", "200ms")], setting())
    let refuted = outcome.verdicts.filter { $0.verdict == .refuted }.map(\.claim.name)
    #expect(refuted.isEmpty, "\(outcome.numbers)")
    #expect(outcome.verdict(of: "picture") == .confirmed)
    #expect(outcome.exitStatus != 1)
  }

  @Test(arguments: timelines)
  func `the hourglass agrees with the kernel's books, too`(mode: String) throws {
    let outcome = try outcome(
      "timeline", [("mode", mode), ("work", "200ms")], setting(nil, .hourglass))
    // Where much was too short for it to see, it says so.
    if outcome.conditions.unseen <= 0.03 {
      #expect(outcome.verdict(of: "picture") == .confirmed, "\(outcome.numbers)")
    } else {
      #expect(outcome.verdict(of: "picture")?.name == "interference", "\(outcome.numbers)")
    }
  }

  @Test(arguments: [Sabotage.sleep, .fake], timelines)
  func `sleeping workers and invented slices are found out`(sabotage: Sabotage, mode: String)
    throws
  {
    let outcome = try outcome("timeline", [("mode", mode), ("work", "200ms")], setting(sabotage))
    #expect(outcome.exitStatus == 1)
    #expect(outcome.verdict(of: "time") != .confirmed)
  }

  @Test func `parallel work on one CPU is found out`() throws {
    guard TopologyReader().read().hardwareThreads > 1 else { return }
    let outcome = try outcome(
      "timeline", [("mode", "par"), ("tasks", "2"), ("work", "200ms")], setting(.onecpu))
    #expect(outcome.verdict(of: "overlap") == .refuted)
    #expect(outcome.exitStatus == 1)
  }

  @Test(arguments: timelines)
  func `a foreign process that burns a CPU is interference`(mode: String) throws {
    let outcome = try outcome("timeline", [("mode", mode), ("work", "300ms")], setting(.hog))
    #expect(outcome.conditions.foreign > 0.1)
    #expect(outcome.exitStatus == 3)
  }

  @Test(arguments: ["compare", "wait", "share", "scale", "gil", "triangle"])
  func `every claim holds, or is told what disturbed it`(name: String) throws {
    let outcome = try outcome(name, short(name), setting())
    let refuted = outcome.verdicts.filter { $0.verdict == .refuted }.map(\.claim)
    #expect(refuted.isEmpty, "\(refuted) \(outcome.numbers)")
    #expect(!outcome.verdicts.isEmpty)
  }

  /// Pauses a demo for a while: at each of the looks, or as soon after it as there is something
  /// to be paused.
  private func pausedOutcome(
    _ name: String, _ pairs: [(key: String, value: String)], atLooks: [Int], for pause: Int = 40
  ) throws -> DemoOutcome {
    let demo = try live(name, pairs, setting())
    defer { demo.stop() }
    demo.press(.character(" "))
    let start = MonotonicClock.now
    var (looks, pauses) = (0, 0)
    while demo.outcome == nil, MonotonicClock.now - start < 60_000_000_000 {
      demo.tick(at: .nanoseconds(Int64(MonotonicClock.now - start)))
      poll(nil, 0, 5)
      looks += 1
      guard pauses < atLooks.count, looks >= atLooks[pauses] else { continue }
      demo.press(.character(" "))
      // Between two heats there is nothing to be paused.
      guard demo.face.status.text.contains("paused") else { continue }
      pauses += 1
      for _ in 0..<pause {
        demo.tick(at: .nanoseconds(Int64(MonotonicClock.now - start)))
        poll(nil, 0, 5)
      }
      demo.press(.character(" "))
    }
    #expect(pauses > 0)
    return try #require(demo.outcome)
  }

  @Test(arguments: ["wait", "compare", "gil"])
  func `what falls into a pause is neither work nor waiting`(name: String) throws {
    let outcome = try pausedOutcome(
      name, short(name), atLooks: name == "gil" ? [10, 30, 50, 120, 300] : [250, 300, 400])
    let refuted = outcome.verdicts.filter { $0.verdict == .refuted }.map(\.claim)
    #expect(refuted.isEmpty, "\(refuted) \(outcome.numbers)")
  }

  /// So long that no time would be left for another try, had it counted.
  @Test(arguments: [20, 60, 100])
  func `a long pause spoils no point of the curves`(look: Int) throws {
    let outcome = try pausedOutcome("scale", [("budget", "2s")], atLooks: [look], for: 600)
    let refuted = outcome.verdicts.filter { $0.verdict == .refuted }.map(\.claim)
    #expect(refuted.isEmpty, "\(refuted)")
  }

  @Test func `a lock that keeps nobody out is found out`() throws {
    guard TopologyReader().read().hardwareThreads > 1 else { return }
    let pairs = [("view", "chart"), ("free", "20ms"), ("hold", "60ms"), ("rounds", "3")]
    let outcome = try outcome("share", pairs.map { ($0.0, $0.1) }, setting(.nolock))
    #expect(outcome.verdict(of: "excluded") == .refuted, "\(outcome.verdicts)")
    #expect(outcome.exitStatus == 1)
  }

  @Test func `where the lock is mostly free the last thread waits in the first round only`() throws
  {
    let pairs = [("view", "chart"), ("free", "120ms"), ("hold", "60ms"), ("rounds", "4")]
    let outcome = try outcome("share", pairs.map { ($0.0, $0.1) }, setting())
    #expect(outcome.verdict(of: "time") != .refuted, "\(outcome.claims)")
  }

  @Test func `what else takes CPU time is no drift of the clock`() throws {
    let demo = try live(
      "share", [("view", "chart"), ("free", "40ms"), ("hold", "60ms"), ("rounds", "2")], setting())
    defer { demo.stop() }
    demo.press(.character("s"))
    demo.press(.character(" "))
    while demo.outcome == nil {
      demo.tick(at: .nanoseconds(Int64(MonotonicClock.now)))
      poll(nil, 0, 5)
    }
    #expect(demo.outcome?.conditions.drift == 0)
    let memory = try outcome(
      "wait", [("what", "ram"), ("compute", "40ms"), ("wait", "100ms"), ("tasks", "2")], setting())
    #expect(memory.conditions.drift == 0)
  }

  @Test func `turns under a lock take as long as theory says, or are disturbed`() throws {
    let outcome = try outcome("share", short("chart"), setting())
    #expect(outcome.exitStatus != 1, "\(outcome.verdicts)")
    #expect(outcome.verdict(of: "excluded") == .confirmed)
  }

  /// Every saboteur beside the claim that must find it out.
  private static let found: [(demo: String, sabotage: Sabotage, claim: String)] = [
    ("compare", .sleep, "computed"), ("compare", .onecpu, "par-running"),
    ("compare", .fake, "picture"), ("wait", .sleep, "computed"), ("wait", .fake, "picture"),
    ("share", .atomic, "none-loses"), ("share", .nolock, "mutex-exact"),
    ("share", .sem2, "mutex-exact"), ("scale", .nochain, "hand-overs"),
    ("scale", .onecpu, "primes"), ("slow", .sleep, "computed"),
    ("chart", .sleep, "picture"), ("chart", .fake, "picture"),
    ("gil", .nogil, "mini-overlap"), ("triangle", .static, "coverage"),
    ("triangle", .onecpu, "speedup"), ("race", .static, "race-equal"),
  ]

  @Test(arguments: found.indices)
  func `saboteurs are found out by the claim that they break`(index: Int) throws {
    let (name, sabotage, claim) = Self.found[index]
    // On one hardware thread there is nothing that one CPU or two owners could spoil.
    guard TopologyReader().read().hardwareThreads > 1 else { return }
    let outcome = try outcome(
      demoNames[name] ?? name, short(name), setting(sabotage))
    let broken = try #require(outcome.verdicts.first { $0.claim.name == claim })
    #expect(broken.verdict != .confirmed, "\(outcome.verdicts)")
    // What needs a quiet machine may be excused on one that is not.
    if !broken.claim.needs.contains(.quiet) { #expect(broken.verdict == .refuted) }
    #expect(outcome.exitStatus != 0)
  }

  @Test func `cores that are called different are measured, and come out as fast as they are`()
    throws
  {
    var alike = setting()
    let machine = TopologyReader().read()
    // Our own CPUs, the first called a fast one and the others slow ones.
    let cores = machine.firstPUOfEachCore.enumerated().map { place, pu in
      Topology.Node(
        .core(.init(number: place, kind: place == 0 ? .performance : .efficiency)),
        children: [Topology.Node(.pu(pu))])
    }
    guard cores.count > 1 else { return }
    alike.topology = { Topology(root: Topology.Node(.machine, children: cores)) }
    for (name, pairs) in [("scale", short("scale")), ("compare", [("work", "200ms")])] {
      let demo = try live(name, pairs, alike)
      defer { demo.stop() }
      let outcome = try outcome(of: demo)
      #expect(!outcome.verdicts.contains { $0.verdict == .refuted }, "\(outcome.verdicts)")
      guard let rates = (demo.legacy as? ScaleState)?.report.rates else { continue }
      #expect(rates.primes.count == cores.count && rates.mixed.count == cores.count)
      // A core of the same kind is as fast, but for what else the machine does.
      #expect((rates.primes + rates.mixed).allSatisfy { (0.4...2.5).contains($0) }, "\(rates)")
    }
  }

  @Test(arguments: ["compare", "wait", "scale", "gil", "triangle"])
  func `a foreign process never makes a claim of these demos false`(name: String) throws {
    let outcome = try outcome(name, short(name), setting(.hog))
    let refuted = outcome.verdicts.filter { $0.verdict == .refuted }.map(\.claim)
    #expect(refuted.isEmpty, "\(refuted)")
    #expect(outcome.exitStatus == 3)
  }

  @Test func `a smaller quantum makes more switches, and a pause is cut out`() throws {
    let demo = try live(
      "timeline", [("mode", "conc"), ("work", "200ms"), ("quantum", "5ms")], setting())
    defer { demo.stop() }
    demo.press(.character(" "))
    let start = MonotonicClock.now
    var presses = 0
    while demo.outcome == nil, MonotonicClock.now - start < 60_000_000_000 {
      demo.tick(at: .nanoseconds(Int64(MonotonicClock.now - start)))
      // Paused as soon as it runs, resumed at the next look but one hundred.
      if presses == 0, demo.face.status.text.contains("running") {
        demo.press(.character(" "))
      }
      if demo.face.status.text.contains("paused") {
        presses += 1
        if presses == 100 { demo.press(.character(" ")) }
      }
      poll(nil, 0, 2)
    }
    let outcome = try #require(demo.outcome)
    #expect(presses >= 100)
    #expect(outcome.verdict(of: "no-overlap") == .confirmed)
    #expect(outcome.verdict(of: "picture") == .confirmed)
  }
}
