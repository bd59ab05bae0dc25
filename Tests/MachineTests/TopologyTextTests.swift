/// Topologies written down, and what is wrong with them.

import Testing

@testable import Machine

@Suite struct TopologyTextTests {
  @Test func `levels are counted from the top down`() throws {
    #expect(
      try Topology(text: "pack:2 l3:2 core:1 pu:2").drawing(ascii: false) == """
        machine
        ├─ package 0
        │  ├─ L3 0
        │  │  └─ core 0: PU 0, PU 1
        │  └─ L3 1
        │     └─ core 1: PU 2, PU 3
        └─ package 1
           ├─ L3 2
           │  └─ core 2: PU 4, PU 5
           └─ L3 3
              └─ core 3: PU 6, PU 7
        2 packages, 4 cores, 8 hardware threads

        """)
  }

  @Test func `unlike parts stand in braces, with their kinds`() throws {
    #expect(
      try Topology(text: "pack:1 {core:1 pu:2 kind:P} {core:2 pu:1 kind:E}").drawing(ascii: false)
        == """
        machine
        └─ package 0
           ├─ core 0 (P): PU 0, PU 1
           ├─ core 1 (E): PU 2
           └─ core 2 (E): PU 3
        1 package, 3 cores, 4 hardware threads

        """)
  }

  @Test(arguments: [
    "pack:1 core:1 pu:1", "pack:2 core:4 pu:2", "pack:2 numa:2 l3:2 core:4 pu:2",
    "pack:1 {core:6 pu:2 kind:P} {core:8 pu:1 kind:E}", "pack:4 core:1024 pu:1",
    "{pack:1 l3:1 core:2 pu:1} {pack:1 {l3:1 core:2 pu:1} {l3:1 core:1 pu:8 kind:P}}",
  ])
  func `a description survives being read and written`(text: String) throws {
    #expect(try Topology(text: text).text == text)
  }

  @Test(arguments: [
    ("core:3", "pack:1 core:3 pu:1"), ("socket:2 core:2 thread:2", "pack:2 core:2 pu:2"),
    ("numa:1 l3:1 core:2", "pack:1 core:2 pu:1"),
    ("core:2 kind:E pu:2", "pack:1 core:2 pu:2 kind:E"),
    (" pack:1{core:1}{core:1\tpu:2} ", "pack:1 {core:1 pu:1} {core:1 pu:2}"),
  ])
  func `what is left out or spelled otherwise is understood`(text: String, full: String) throws {
    #expect(try Topology(text: text).text == full)
  }

  @Test(arguments: zip(TopologyPreset.allCases, [8, 20, 16, 256, 2]))
  func `presets are machines by name`(preset: TopologyPreset, pus: Int) throws {
    let topology = try Topology(text: preset.rawValue)
    #expect(topology.text == preset.text)
    #expect(topology.hardwareThreads == pus)
  }

  @Test(arguments: [
    ("", 0, "", TopologyTextError.Expectation.level([.package, .numaNode, .l3, .core])),
    ("lap", 0, "lap", .level([.package, .numaNode, .l3, .core])),
    ("pack:2", 6, "", .level([.numaNode, .l3, .core])),
    ("pack:2 pu:2", 7, "pu:2", .level([.numaNode, .l3, .core])),
    ("core:2 core:2", 7, "core:2", .level([.pu])),
    ("core:2 pack:2", 7, "pack:2", .level([.pu])),
    ("core:2 pu:2 pu:2", 12, "pu:2", .level([])),
    ("ядро:2", 0, "ядро:2", .level([.package, .numaNode, .l3, .core])),
    ("pack:2 core:0 pu:2", 7, "core:0", .count(1...4096)),
    ("core:-4", 0, "core:-4", .count(1...4096)),
    ("core:4097", 0, "core:4097", .count(1...4096)),
    ("core:99999999999999999999", 0, "core:99999999999999999999", .count(1...4096)),
    ("core", 0, "core", .count(1...4096)),
    ("core:2:2", 0, "core:2:2", .count(1...4096)),
    ("pack:64 core:64 pu:2", 16, "pu:2", .hardwareThreads(atMost: 4096)),
    ("{core:4096} {core:1}", 13, "core:1", .hardwareThreads(atMost: 4096)),
    ("core:2 kind:X", 7, "kind:X", .kind),
    ("kind:P core:2", 0, "kind:P", .level([.package, .numaNode, .l3, .core])),
    ("core:2 kind:P kind:P", 14, "kind:P", .level([.pu])),
    ("pack:1 {core:2", 14, "", .closingBrace),
    ("pack:1 {core:2} pu:2", 16, "pu:2", .end),
    ("pack:1 {core:2 {pu:1} pu:2}", 22, "pu:2", .closingBrace),
    ("core:2 }", 7, "}", .end),
    ("pack:1 {}", 8, "}", .level([.numaNode, .l3, .core])),
    ("{{core:1}}", 1, "{", .level([.package, .numaNode, .l3, .core])),
    ("core:1 pu:1 {pu:1}", 12, "{", .level([])),
  ])
  func `a wrong word is shown where it stands`(
    text: String, offset: Int, token: String, expected: TopologyTextError.Expectation
  ) {
    #expect(throws: TopologyTextError(offset: offset, token: token, expected: expected)) {
      try Topology(text: text)
    }
  }

  @Test func `braces without end are refused at the second, however many`() {
    #expect(throws: TopologyTextError.self) {
      try Topology(text: String(repeating: "{", count: 100_000))
    }
  }
}
