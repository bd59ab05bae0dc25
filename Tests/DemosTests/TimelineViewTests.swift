/// The pictures of the timeline and the tree from states that were written down.

import DemoKit
import Demos
import GoldenFrames
import Machine
import Screen
import Testing
import Wording

private func setting(_ topology: String, _ language: Language = .russian, ascii: Bool = false)
  -> DemoSetting
{
  DemoSetting(
    language: language, ascii: ascii,
    topology: { (try? Topology(text: topology)) ?? Topology(root: Topology.Node(.machine)) })
}

private func session(
  _ name: String, _ pairs: [(key: String, value: String)], _ setting: DemoSetting
) throws -> any LiveDemo {
  let entry = try #require(DemoCatalog.shipped.entry(name))
  return entry.make(DemoArguments.read(pairs, for: entry.card).arguments, setting)
}

@Suite struct `Pictures of demos` {
  @Test(arguments: ["seq", "par", "conc"])
  func `a timeline that waits shows theory on its axis`(mode: String) throws {
    let demo = try session("timeline", [("mode", mode)], setting("pack:1 core:4 pu:2"))
    #expect(GoldenFrame.difference(frame(demo), from: "timeline-\(mode)-ready") == nil)
    let narrow = frame(demo, Size(rows: 16, columns: 60))
    #expect(GoldenFrame.difference(narrow, from: "timeline-\(mode)-ready-60x16") == nil)
  }

  @Test func `the tree grows level by level, is pruned and comes back`() throws {
    let demo = try session("tree", [("topo", "pack:2 core:4 pu:2")], setting("vm"))
    var time = Duration.zero
    let wait = {
      for _ in 0..<20 {
        time += .milliseconds(100)
        demo.tick(at: time)
      }
    }
    #expect(GoldenFrame.difference(frame(demo), from: "tree-1") == nil)
    for _ in 0..<4 { demo.press(.character(" ")) }
    #expect(GoldenFrame.difference(frame(demo), from: "tree-full") == nil)
    demo.press(.enter)
    wait()
    #expect(GoldenFrame.difference(frame(demo), from: "tree-pruned") == nil)
    demo.press(.right)
    demo.press(.right)
    #expect(GoldenFrame.difference(frame(demo), from: "tree-pruned-third") == nil)
    demo.press(.enter)
    wait()
    #expect(GoldenFrame.difference(frame(demo), from: "tree-full") == nil)
    demo.stop()
  }

  @Test func `speak German where that is wanted, numbers and plurals with them`() throws {
    let german = try #require(Language(tag: "de"))
    for (name, wanted) in [
      ("timeline", "3 Aufgaben"), ("compare", "nebenläufig"), ("wait", "einen Server fragen"),
      ("tree", "Computer"), ("scale", "unabhängig: Primzahlen"), ("share", "Stuhl 1:"),
    ] {
      let demo = try session(name, [], setting("pack:1 core:4 pu:2", german))
      let text = frame(demo).text + demo.face.foot.joined(separator: " ")
      #expect(text.contains(wanted), "\(name)")
      #expect(!text.contains("Space") && demo.face.foot.contains { $0.hasPrefix("Leertaste") })
      demo.stop()
    }
  }

  @Test func `with reduced motion the tree is pruned at once`() throws {
    var calm = setting("vm")
    calm.reducesMotion = true
    let demo = try session("tree", [("topo", "pack:2 core:4 pu:2")], calm)
    for _ in 0..<4 { demo.press(.character(" ")) }
    demo.press(.enter)
    demo.tick(at: .milliseconds(1))
    #expect(GoldenFrame.difference(frame(demo), from: "tree-pruned") == nil)
    demo.press(.enter)
    demo.tick(at: .milliseconds(2))
    #expect(GoldenFrame.difference(frame(demo), from: "tree-full") == nil)
    demo.stop()
  }

  @Test(arguments: [false, true])
  func `a tree does not judge its time by a clock that has become slower`(isSlower: Bool) {
    var chain = ScriptedRun.chain(tasks: 3, work: 1.1)
    if isSlower { chain.speed = 1 / 1.1 }
    let sample = TreeSample(wanderers: [], probed: 4, crew: chain.finished())
    let pairs = [("show", "path"), ("topo", "own")].map { (key: $0.0, value: $0.1) }
    let demo = session(Tree.self, pairs, scriptedSetting(), [sample])
    demo.press(.character("g"))
    for look in 0..<3 { demo.tick(at: .milliseconds(look * 300)) }
    let verdict = demo.outcome?.verdict(of: "computed")
    guard isSlower else { return #expect(verdict == .refuted) }
    guard case .interference(let why) = verdict else {
      Issue.record("\(demo.outcome?.verdicts ?? [])")
      return
    }
    #expect(why(.russian) == "частота уплыла на 10 %")
  }

  @Test func `a tree begins as the last slide left it and changes into this one's`() throws {
    let machine = setting("pack:1 core:4 pu:1")
    let pairs: ([String]) -> [(key: String, value: String)] = { shows in
      shows.map { ("show", $0) } + [("topo", "pack:1 core:4 pu:1")]
    }
    let wait: (any LiveDemo, Int) -> Void = { demo, frames in
      for step in 1...frames { demo.tick(at: .milliseconds(100 * step)) }
    }
    let path = try session("tree", pairs(["path"]), machine)
    path.press(.enter)
    wait(path, 20)
    #expect(GoldenFrame.difference(frame(path), from: "tree-morph-path") == nil)
    let entry = try #require(DemoCatalog.shipped.entry("tree"))
    let arguments = DemoArguments.read(pairs(["paths:3"]), for: entry.card).arguments
    let paths = entry.make(arguments, machine, DemoHeritage(kin: [path.legacy]))
    // the first picture is the last one of the slide before; then the tree, then three branches
    #expect(frame(paths).text.split(separator: "\n").count(where: { $0.contains("║") }) > 0)
    wait(paths, 9)
    #expect(frame(paths).text.contains("ядро 3"))
    wait(paths, 30)
    #expect(GoldenFrame.difference(frame(paths), from: "tree-morph-paths") == nil)
    path.stop()
    paths.stop()
  }

  @Test func `a tree of another machine is no beginning`() throws {
    let entry = try #require(DemoCatalog.shipped.entry("tree"))
    let make = { (machine: String, last: [any Sendable]) in
      let pairs = [("topo", machine), ("show", "paths:3")].map { (key: $0.0, value: $0.1) }
      return entry.make(
        DemoArguments.read(pairs, for: entry.card).arguments, setting("vm"),
        DemoHeritage(kin: last))
    }
    let large = make("pack:2 core:4 pu:1", [])
    for _ in 0..<5 { large.press(.right) }
    large.press(.enter)
    for step in 1...20 { large.tick(at: .milliseconds(100 * step)) }
    let small = make("pack:1 core:3 pu:1", [large.legacy])
    #expect(!frame(small).text.contains("║"))
    large.stop()
    small.stop()
  }

  @Test func `up chooses a larger branch, down a smaller one`() throws {
    let demo = try session(
      "tree", [("topo", "pack:2 core:2 pu:2"), ("levels", "7")], setting("vm"))
    demo.press(.enter)
    demo.press(.up)
    for step in 1...20 { demo.tick(at: .milliseconds(100 * step)) }
    #expect(GoldenFrame.difference(frame(demo), from: "tree-branch-core") == nil)
    demo.press(.up)
    demo.press(.right)
    #expect(GoldenFrame.difference(frame(demo), from: "tree-branch-package") == nil)
    demo.stop()
  }

  @Test(arguments: [
    ("server128", 80), ("hybrid", 80), ("laptop", 60), ("pack:1 core:1 pu:1", 80),
    ("pack:2 numa:2 l3:2 core:2 pu:2", 120), ("pack:1 core:12 pu:8", 80),
  ])
  func `machines we do not have have trees`(machine: String, columns: Int) throws {
    let demo = try session("tree", [("topo", machine), ("levels", "7")], setting("vm"))
    let name = "tree-" + String(machine.filter { $0 != " " && $0 != ":" }) + "-\(columns)"
    #expect(
      GoldenFrame.difference(frame(demo, Size(rows: 20, columns: columns)), from: name) == nil)
    let ascii = frame(demo, Size(rows: 20, columns: columns), ascii: true)
    #expect(
      ascii.text.unicodeScalars.allSatisfy {
        $0.isASCII || ("а"..."я").contains(Character($0)) || ("А"..."Я").contains(Character($0))
          || $0 == "ё"
      })
  }
}
