/// Whole runs of the timeline from samples that were written down: what they look like when they are
/// over, what is said of them, and what the next slide knows of them.

import DemoKit
import Demos
import GoldenFrames
import Machine
import Screen
import Testing
import Wording

private func setting(_ topology: String, canPin: Bool = true, ascii: Bool = false) -> DemoSetting {
  var setting = DemoSetting(
    language: .russian, ascii: ascii,
    topology: { (try? Topology(text: topology)) ?? Topology(root: Topology.Node(.machine)) })
  setting.canPin = { canPin }
  return setting
}

/// A demo whose crew does what was written down, started and looked at until it is over.
private func session(
  _ pairs: [(key: String, value: String)], _ run: ScriptedRun, _ setting: DemoSetting,
  heritage: DemoHeritage = DemoHeritage()
) -> (any LiveDemo, ScriptedEngine<CrewCommand, CrewSample>) {
  let arguments = DemoArguments.read(pairs, for: Timeline.card).arguments
  let engine = ScriptedEngine<CrewCommand, CrewSample>([run.finished()])
  let demo = DemoSession(Timeline(arguments, setting), engine: engine, heritage: heritage)
  demo.press(.character(" "))
  demo.tick(at: .zero)
  return (demo, engine)
}

private func plan(of engine: ScriptedEngine<CrewCommand, CrewSample>) -> CrewPlan? {
  engine.commands.lazy.compactMap { if case .run(let plan) = $0 { plan } else { nil } }.last
}

private let runs: [(mode: String, run: ScriptedRun)] = [
  ("seq", .chain(tasks: 3, work: 2)), ("par", .together(works: [2, 2, 2])),
  ("conc", .turns(tasks: 3, work: 2, quantum: 0.004)),
]

@Suite struct `Finished runs` {
  @Test(arguments: runs.indices)
  func `every mode at every size, also in ASCII and without colours`(index: Int) {
    let (mode, run) = runs[index]
    let (demo, _) = session([("mode", mode)], run, setting("pack:1 core:4 pu:1"))
    for (rows, columns) in [(20, 80), (16, 60), (36, 130)] {
      let name = "run-\(mode)-\(columns)x\(rows)"
      let picture = frame(demo, Size(rows: rows, columns: columns))
      #expect(GoldenFrame.difference(picture, from: name) == nil)
    }
    let ascii = frame(demo, ascii: true)
    #expect(GoldenFrame.difference(ascii, from: "run-\(mode)-ascii") == nil)
    let mono = GoldenFrame.monochrome(frame(demo))
    #expect(GoldenFrame.difference(mono, from: "run-\(mode)-mono", styled: true) == nil)
    #expect(demo.outcome?.exitStatus == 0)
  }

  @Test
  func
    `what others took of a run that counts as quiet is no fault of two tasks that were together`()
  {
    var run = ScriptedRun()
    // Each is kept off its CPU for a tenth of a second, at different times; one begins a little late.
    run.slices = [
      (0, 0, 0.5, 0), (0, 0.6, 2.1, 0), (1, 0.05, 1.5, 1), (1, 1.6, 2.15, 1),
    ]
    run.tasks = [(0, 0, 2.1), (1, 0.05, 2.15)]
    let (demo, _) = session(
      [("mode", "par"), ("tasks", "2"), ("work", "2s")], run, setting("pack:1 core:2 pu:1"))
    let together = demo.outcome?.verdicts.first { $0.claim.name == "together" }
    #expect((together?.claim.measured ?? 1) < 0.9)
    #expect(together?.verdict == .confirmed)
  }

  @Test func `a quota is a speed limit, and shows as gaps that all lanes have`() {
    var run = ScriptedRun()
    // two threads, each half of every tenth of a second
    for tenth in 0..<40 {
      let from = Double(tenth) / 10
      for thread in 0..<2 { run.slices.append((thread, from, from + 0.05, thread)) }
      run.throttled.append((from + 0.05, from + 0.1))
    }
    run.tasks = [(0, 0, 3.95), (1, 0, 3.95)]
    let (demo, _) = session(
      [("mode", "par"), ("tasks", "2"), ("work", "2s")], run, setting("pack:1 core:2 pu:1"))
    let picture = frame(demo, Size(rows: 20, columns: 110))
    #expect(GoldenFrame.difference(picture, from: "run-par-throttled") == nil)
    guard case .interference(let why)? = demo.outcome?.verdict(of: "time") else {
      Issue.record("a run that was held back was judged")
      return
    }
    #expect(why(.russian).hasPrefix("квота держала"))
  }

  @Test func `fast and slow cores have names, and theory knows how slow`() {
    var run = ScriptedRun.together(works: [2, 2, 3.4])
    (run.slices[1].cpu, run.slices[2].cpu) = (2, 4)
    run.chunkTimes = [0: 4e-5, 4: 6.8e-5]
    let (demo, engine) = session(
      [("mode", "par")], run, setting("pack:1 {core:2 pu:2 kind:P} {core:4 pu:1 kind:E}"))
    #expect(plan(of: engine)?.references == [0, 4])
    #expect(GoldenFrame.difference(frame(demo), from: "run-par-hybrid") == nil)
    #expect(demo.outcome?.exitStatus == 0)
  }

  @Test func `a kind of cores that became slower is not made up for by one that became faster`() {
    var run = ScriptedRun.together(works: [2, 2, 3.4])
    (run.slices[1].cpu, run.slices[2].cpu) = (2, 4)
    run.chunkTimes = [0: 4e-5, 4: 6.8e-5]
    run.trueChunkTimes = [0: 4.8e-5, 2: 4.8e-5, 4: 6.8e-5 * 0.836]
    let (demo, _) = session(
      [("mode", "par")], run, setting("pack:1 {core:2 pu:2 kind:P} {core:4 pu:1 kind:E}"))
    guard case .interference(let why)? = demo.outcome?.verdict(of: "time") else {
      Issue.record("\(demo.outcome?.verdicts ?? [])")
      return
    }
    #expect(why(.russian) == "частота уплыла на 20 %")
  }

  @Test func `one task alone cannot be together with another, and is not blamed for it`() {
    let (demo, _) = session(
      [("mode", "par"), ("tasks", "1")], .together(works: [2]), setting("pack:1 core:4 pu:1"))
    #expect(demo.outcome?.exitStatus == 0)
  }

  @Test func `under a quota theory is what the quota allows, in every mode`() {
    var machine = setting("pack:1 core:2 pu:1")
    machine.topology = {
      var topology = (try? Topology(text: "pack:1 core:2 pu:1")) ?? Topology(root: .init(.machine))
      topology.quota = 0.5
      return topology
    }
    let (demo, _) = session([("mode", "seq")], .chain(tasks: 3, work: 4), machine)
    let text = frame(demo).text
    #expect(text.contains("теория  12,00 с"))
    #expect(!text.contains("3 × T ="))
    #expect(text.contains("квота: 0,5 ядра"))
  }

  @Test func `a refuted claim is never out of sight`() {
    // the crew computed half of what it was to do, in the time that theory gives
    var lazy = ScriptedRun.chain(tasks: 3, work: 2)
    lazy.slices = (0..<60).map { number in
      let start = Double(number) / 10
      return (0, start, start + 0.05, 0)
    }
    lazy.waitsInQueue = false
    let (demo, _) = session([("mode", "seq")], lazy, setting("pack:1 core:4 pu:1"))
    #expect(demo.outcome?.verdict(of: "time") == .confirmed)
    #expect(demo.outcome?.verdict(of: "computed") == .refuted)
    #expect(frame(demo).text.contains("время на ядре равно kT: 5,700 ≤ 3,000 ≤ 6,300 с"))
  }

  @Test func `the fence's own tolerance decides`() {
    let slow = ScriptedRun.together(works: [2.3, 2.3, 2.3])
    let (strict, _) = session([("mode", "par")], slow, setting("pack:1 core:4 pu:1"))
    #expect(strict.outcome?.verdict(of: "time") == .refuted)
    let (lenient, _) = session(
      [("mode", "par"), ("tolerance", "20%")], slow, setting("pack:1 core:4 pu:1"))
    #expect(lenient.outcome?.verdict(of: "time") == .confirmed)
  }
}

@Suite struct `Where threads cannot be pinned` {
  @Test func `tasks take turns by a baton, which proves nothing by itself`() {
    let run = ScriptedRun.turns(tasks: 3, work: 2, quantum: 0.02)
    let (demo, engine) = session(
      [("mode", "conc")], run, setting("pack:1 core:2 pu:1", canPin: false))
    #expect(plan(of: engine)?.quantum == 0.02)
    #expect(frame(demo).text.contains("эстафета, закрепить нельзя"))
    guard case .notJudged? = demo.outcome?.verdict(of: "no-overlap") else {
      Issue.record("overlap was judged though the baton forbids it")
      return
    }
  }

  @Test func `a CPU that is not there is missed when the deck is checked`() {
    let machine = DemoMachine(canPin: { true }, allowedCPUs: { [0, 1] })
    let problems = DemoCatalog.shipped.problems(
      "timeline", [("mode", "par"), ("cpus", "0,9")], on: machine)
    #expect(problems.errors.isEmpty)
    #expect(
      problems.warnings.map { $0.message(.russian) } == ["CPU 9 здесь нет или нельзя занять"])
  }

  @Test func `parallel tasks are left to the system`() {
    let (_, engine) = session(
      [("mode", "par")], .together(works: [2, 2, 2]), setting("pack:1 core:4 pu:1", canPin: false))
    #expect(plan(of: engine)?.members.map(\.cpus) == Array(repeating: [0, 1, 2, 3], count: 3))
  }

  @Test func `the check of a deck warns of it`() {
    let problems = { (mode: String, canPin: Bool) in
      let machine = DemoMachine(canPin: { canPin }, allowedCPUs: { [0, 1] })
      return DemoCatalog.shipped.problems("timeline", [("mode", mode)], on: machine)
    }
    #expect(
      problems("conc", false).warnings.map { $0.message(.russian) } == [
        "система не даёт закреплять потоки — будет эстафета (place=baton)"
      ])
    #expect(problems("par", false).warnings.count == 1)
    #expect(problems("seq", false).warnings.isEmpty)
    #expect(problems("conc", true).warnings.isEmpty)
  }
}

@Suite struct `What the next slide knows` {
  private let machine = setting("pack:1 core:4 pu:1")

  @Test func `one comes back to the last result, and nothing runs`() {
    let (first, _) = session([("mode", "seq")], .chain(tasks: 3, work: 2), machine)
    let engine = ScriptedEngine<CrewCommand, CrewSample>([CrewSample(phase: .idle, run: 0, now: 0)])
    let arguments = DemoArguments.read([("mode", "seq")], for: Timeline.card).arguments
    let second = DemoSession(
      Timeline(arguments, machine), engine: engine, heritage: DemoHeritage(last: first.legacy))
    second.tick(at: .zero)
    #expect(frame(second).text == frame(first).text)
    #expect(engine.commands.isEmpty)
    #expect(!second.face.isMoving)
    second.press(.character(" "))
    #expect(engine.commands.count == 1)
  }

  @Test func `the price of concurrency follows the latest sequential run, wherever it was`() {
    let pairs = [("mode", "conc")].map { (key: $0.0, value: $0.1) }
    let turns = ScriptedRun.turns(tasks: 3, work: 2.2, quantum: 0.004)
    let (seq, _) = session([("mode", "seq")], .chain(tasks: 3, work: 2), machine)
    let (conc, _) = session(pairs, turns, machine, heritage: DemoHeritage(kin: [seq.legacy]))
    #expect(frame(conc, Size(rows: 20, columns: 100)).text.contains("цена +10,0 %"))
    let (slower, _) = session(
      [("mode", "seq")], .chain(tasks: 3, work: 2.2), machine,
      heritage: DemoHeritage(last: seq.legacy, kin: [conc.legacy]))
    let (again, _) = session(
      pairs, turns, machine, heritage: DemoHeritage(last: conc.legacy, kin: [slower.legacy]))
    #expect(frame(again, Size(rows: 20, columns: 100)).text.contains("цена +0,0 %"))
  }

  @Test(arguments: [false, true])
  func `why a run is not judged stands beside its time, before a formula`(ascii: Bool) {
    var disturbed = ScriptedRun.chain(tasks: 3, work: 2)
    disturbed.throttled = [(1, 2)]
    let (demo, _) = session([("mode", "seq")], disturbed, machine)
    let lines = frame(demo, ascii: ascii).text.split(separator: "\n")
    let row = lines.first { $0.contains("замер") }
    let reason = (ascii ? "[??]" : "~") + " помехи: квота держала 1,00 с"
    #expect(row?.hasSuffix(reason) == true)
    var together = ScriptedRun.together(works: [2, 2, 2])
    together.throttled = [(1, 2)]
    for (mode, run) in [("seq", disturbed)] + (ascii ? [] : [("par", together)]) {
      let (demo, _) = session([("mode", mode)], run, machine)
      let narrow = frame(demo, Size(rows: 16, columns: 60), ascii: ascii).text
      #expect(narrow.contains(reason), "\(mode):\n\(narrow)")
    }
  }

  @Test func `what a disturbed run cost is no price`() {
    var disturbed = ScriptedRun.chain(tasks: 3, work: 2)
    disturbed.throttled = [(1, 2)]
    let (seq, _) = session([("mode", "seq")], disturbed, machine)
    let (conc, _) = session(
      [("mode", "conc")], .turns(tasks: 3, work: 2, quantum: 0.004), machine,
      heritage: DemoHeritage(kin: [seq.legacy]))
    #expect(!frame(conc, Size(rows: 20, columns: 100)).text.contains("цена"))
  }

  @Test func `small quanta are judged against the system's own, this run being one of the two`() {
    let quick = [("mode", "conc"), ("quantum", "20us")].map { (key: $0.0, value: $0.1) }
    let (free, _) = session(
      [("mode", "conc")], .turns(tasks: 3, work: 2, quantum: 0.004), machine)
    #expect(free.outcome?.verdict(of: "price") == nil)
    let (dear, _) = session(
      quick, .turns(tasks: 3, work: 2.3, quantum: 0.01), machine,
      heritage: DemoHeritage(kin: [free.legacy]))
    #expect(dear.outcome?.verdict(of: "price") == .confirmed)
    let (cheap, _) = session(
      quick, .turns(tasks: 3, work: 2.02, quantum: 0.01), machine,
      heritage: DemoHeritage(last: dear.legacy, kin: [free.legacy]))
    #expect(cheap.outcome?.verdict(of: "price") == .refuted)
  }

  @Test func `concurrency is priced against the sequential run of an earlier slide`() {
    let (first, _) = session([("mode", "seq")], .chain(tasks: 3, work: 2), machine)
    let dear = ScriptedRun.turns(tasks: 3, work: 2.2, quantum: 0.004)
    let (second, _) = session(
      [("mode", "conc")], dear, machine, heritage: DemoHeritage(kin: [first.legacy]))
    #expect(frame(second, Size(rows: 20, columns: 100)).text.contains("цена +10,0 %"))
  }

  @Test func `prices stand side by side, the dearest has the longest bar`() {
    let (first, _) = session([("mode", "seq")], .chain(tasks: 3, work: 2), machine)
    let (second, _) = session(
      [("mode", "conc")], .turns(tasks: 3, work: 2.01, quantum: 0.004), machine,
      heritage: DemoHeritage(kin: [first.legacy]))
    let (third, _) = session(
      [("mode", "conc"), ("quantum", "20us")], .turns(tasks: 3, work: 2.3, quantum: 0.01), machine,
      heritage: DemoHeritage(kin: [first.legacy, second.legacy]))
    #expect(
      GoldenFrame.difference(frame(third, Size(rows: 34, columns: 80)), from: "run-conc-prices")
        == nil)
  }
}

@Suite struct `The room's guess` {
  private let machine = setting("pack:1 core:2 pu:1")

  private func asking() -> (any LiveDemo, ScriptedEngine<CrewCommand, CrewSample>) {
    let pairs = [("mode", "par"), ("ask", "on")].map { (key: $0.0, value: $0.1) }
    let arguments = DemoArguments.read(pairs, for: Timeline.card).arguments
    let engine = ScriptedEngine<CrewCommand, CrewSample>([CrewSample(phase: .idle, run: 0, now: 0)])
    return (DemoSession(Timeline(arguments, machine), engine: engine), engine)
  }

  @Test func `theory keeps its number to itself until the room has guessed`() {
    let (demo, engine) = asking()
    #expect(GoldenFrame.difference(frame(demo), from: "ask-before") == nil)
    demo.press(.character(" "))
    #expect(demo.face.isAsking)
    #expect(!demo.face.hasStarted)
    #expect(!frame(demo).text.contains("3,00 … 4,00"))
    for key in "2,,5" { demo.press(.character(key)) }
    #expect(demo.face.foot.first?.hasSuffix("2,5▏") == true)
    demo.press(.enter)
    #expect(engine.commands.count == 1)
    #expect(frame(demo).text.contains("3,00 … 4,00"))
    #expect(frame(demo).text.contains("зал 2,5 с"))
  }

  @Test func `a clicker has no Enter: what starts a demo starts it without a guess, too`() {
    let (demo, engine) = asking()
    demo.press(.character(" "))
    demo.press(.character(" "))
    #expect(engine.commands.count == 1)
    #expect(!frame(demo).text.contains("зал"))
  }
}

@Suite struct `Last runs` {
  @Test func `a tall window lists them in columns, the latest first`() throws {
    let machine = setting("pack:1 core:4 pu:1")
    let pairs = [("mode", "conc")].map { (key: $0.0, value: $0.1) }
    let arguments = DemoArguments.read(pairs, for: Timeline.card).arguments
    let looks = [(1, 2.0), (2, 2.02), (3, 2.3)].map { number, work in
      ScriptedRun.turns(tasks: 3, work: work, quantum: 0.01).finished(run: number)
    }
    let demo = DemoSession(
      Timeline(arguments, machine), engine: ScriptedEngine<CrewCommand, CrewSample>(looks))
    for quanta in [0, 6, 0] {
      for _ in 0..<quanta { demo.press(.character("[")) }
      demo.press(.character(" "))
      demo.tick(at: .zero)
    }
    #expect(
      GoldenFrame.difference(frame(demo, Size(rows: 36, columns: 80)), from: "run-conc-history")
        == nil)
    let narrow = frame(demo, Size(rows: 36, columns: 60))
    #expect(GoldenFrame.difference(narrow, from: "run-conc-history-60") == nil)
  }
}

@Suite struct `Theory` {
  @Test(arguments: [
    ("pack:1 core:2 pu:1", "seq", 3, 6.0...6.0), ("pack:1 core:2 pu:1", "conc", 3, 6.0...6.0),
    ("pack:1 core:2 pu:1", "par", 3, 3.0...4.0), ("pack:1 core:4 pu:1", "par", 3, 2.0...2.0),
    ("pack:1 core:1 pu:1", "par", 3, 6.0...6.0), ("pack:1 core:4 pu:2", "par", 9, 2.25...4.0),
  ])
  func `the forecast stands on the axis before the run`(
    machine: String, mode: String, tasks: Int, expected: ClosedRange<Double>
  ) throws {
    let pairs = [("mode", mode), ("tasks", "\(tasks)")].map { (key: $0.0, value: $0.1) }
    let arguments = DemoArguments.read(pairs, for: Timeline.card).arguments
    let engine = ScriptedEngine<CrewCommand, CrewSample>([CrewSample(phase: .idle, run: 0, now: 0)])
    let demo = DemoSession(Timeline(arguments, setting(machine)), engine: engine)
    let language = Language.russian
    let text =
      expected.lowerBound == expected.upperBound
      ? language.seconds(expected.upperBound)
      : language.decimal(expected.lowerBound, 2) + " … " + language.seconds(expected.upperBound)
    #expect(frame(demo, Size(rows: 20, columns: 100)).text.contains(text))
  }
}
