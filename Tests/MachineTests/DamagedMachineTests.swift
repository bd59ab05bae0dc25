/// Machines whose files are missing, half there, or garbage.

import Glibc
import Testing

@testable import Machine

@Suite struct DamagedMachineTests {
  @Test func `an offline CPU keeps its place but is not counted`() throws {
    let topology = try CopiedMachine.topology(
      """
      possible: 0-63
      present: 0-3
      online: 0-1,3
      cpu0,1,3: package=0 core=% threads=%
      cpu2: online=0
      """)
    #expect(
      topology.drawing(ascii: false) == """
        machine
        └─ package 0
           ├─ core 0: PU 0
           ├─ core 1: PU 1
           ├─ core ?: PU 2 -
           └─ core 2: PU 3
        1 package, 3 cores, 3 hardware threads
        - offline

        """)
    #expect(topology.allowedPUs.map(\.osIndex) == [0, 1, 3])
  }

  @Test func `offline CPUs whose core is forgotten are nobody's siblings`() throws {
    let topology = try CopiedMachine.topology(
      "present: 0-3\nonline: 0-1\ncpu0-1: package=0 core=% threads=%\ncpu2-3: online=0")
    #expect(topology.text == "pack:1 {core:2 pu:1} {core:1 pu:2}")
    #expect(topology.siblings(of: 2).isEmpty)
    #expect(!topology.isSMT)
  }

  @Test func `an offline CPU is placed by the link to its node, and by its old core number`() throws
  {
    let topology = try CopiedMachine.topology(
      """
      present: 0-5
      cpu0-1: package=0 core=% threads=%
      cpu2-3: package=1 core=% threads=%
      cpu4: online=0 node=1
      cpu5: online=0 package=0 core=1
      sys/devices/system/node/node0/cpulist: 0-1\\n
      sys/devices/system/node/node1/cpulist: 2-3\\n
      """)
    #expect(
      topology.drawing(ascii: true) == """
        machine
        |- package 0
        |  |- core 0: PU 0
        |  `- core 1: PU 1, PU 5 -
        `- package 1
           |- core 2: PU 2
           |- core 3: PU 3
           `- core ?: PU 4 -
        2 packages, 4 cores, 4 hardware threads
        - offline

        """)
  }

  @Test func `numbers may be sparse`() throws {
    let topology = try CopiedMachine.topology(
      """
      present: 0,8,1000-1001
      online: 0,8,1000-1001
      cpu0,8: package=36 core=700 threads=0,8
      cpu1000-1001: package=3180 core=% threads=%
      """)
    #expect(
      topology.drawing(ascii: false) == """
        machine
        ├─ package 0
        │  └─ core 0: PU 0, PU 8
        └─ package 1
           ├─ core 1: PU 1000
           └─ core 2: PU 1001
        2 packages, 3 cores, 4 hardware threads

        """)
  }

  @Test func `core numbers repeat between packages and dies`() throws {
    let topology = try CopiedMachine.topology(
      """
      present: 0-7
      cpu0-1: package=0 die=0 core=0
      cpu2-3: package=0 die=1 core=0
      cpu4-5: package=1 die=0 core=0
      cpu6-7: package=1 die=1 core=0
      """)
    #expect(topology.text == "pack:2 core:2 pu:2")
  }

  @Test func `without topology files cpuinfo tells packages and cores`() throws {
    func record(_ cpu: Int, _ package: Int, _ core: Int) -> String {
      "processor\\t: \(cpu)\\nmodel name\\t: Zen\\nphysical id\\t: \(package)\\n"
        + "siblings\\t: 4\\ncore id\\t: \(core)\\ncpu cores\\t: 2\\n\\n"
    }
    let records = (0..<8).map { record($0, $0 / 4, $0 % 2) }
    let topology = try CopiedMachine.topology("proc/cpuinfo: " + records.joined())
    #expect(topology.text == "pack:2 core:2 pu:2")
    #expect(topology.pus.map(\.osIndex) == [0, 2, 1, 3, 4, 6, 5, 7])
    #expect(topology.model == "Zen")
  }

  @Test func `cpuinfo's core numbers are not believed where cores have one thread`() throws {
    let record = "physical id: 0\\nsiblings: 2\\ncore id: 0\\ncpu cores: 2\\n"
    let topology = try CopiedMachine.topology(
      "proc/cpuinfo: processor: 0\\n\(record)processor: 1\\n\(record)")
    #expect(topology.text == "pack:1 core:2 pu:1")
  }

  @Test func `with CPU numbers only, each CPU is a core of one package`() throws {
    #expect(try CopiedMachine.topology("online: 0-2").text == "pack:1 core:3 pu:1")
    #expect(try CopiedMachine.topology("cpu0-2: package=").text == "pack:1 core:3 pu:1")
    let bare = try CopiedMachine.topology("proc/cpuinfo: processor: 5\\nBogoMIPS: 50\\n")
    #expect(bare.pus == [Topology.PU(osIndex: 5)])
  }

  @Test func `a folder that names no CPU is a machine without any`() throws {
    let topology = try CopiedMachine.topology("proc/version: Linux\\n")
    #expect(topology == Topology(root: Topology.Node(.machine)))
    #expect(topology.drawing(ascii: false).hasSuffix("0 packages, 0 cores, 0 hardware threads\n"))
    #expect(TopologyReader(root: "/nowhere/at/all").read() == topology)
  }

  @Test(arguments: [
    "", "x", "0-", "-1", "3-1", "99999999999999999999999", "0-4294967295", "0,,1", "\u{0}\u{FFFD}ÿ",
    "9e9", "ffffffff,ffffffff,ffffffff",
  ])
  func `garbage in every file is as if the files were not there`(garbage: String) throws {
    let cpu =
      "cpu0-1: package=\(garbage) core=\(garbage) threads=\(garbage) packagecpus=\(garbage) "
      + "threadmask=zzz packagemask= die=\(garbage) book=\(garbage) capacity=\(garbage) "
      + "l2=\(garbage)K@\(garbage) l3=?@\(garbage)"
    let names = [
      "devices/cpu_core/cpus", "devices/cpu_atom/cpus", "devices/system/node/node0/cpulist",
      "devices/system/node/nodeX/cpulist", "fs/cgroup/cpuset.cpus.effective", "fs/cgroup/cpu.max",
    ].map { "sys/\($0): \(garbage)" }
    let processes = ["status", "cgroup", "mountinfo"].map { "proc/self/\($0): \(garbage)" }
    let mounts = "proc/self/mounts: cgroup2 /sys/fs/cgroup cgroup2 rw 0 0\\n\(garbage)"
    let lines = [
      "present: \(garbage)", "online: \(garbage)", "proc/cpuinfo: \(garbage)", cpu, mounts,
    ]
    let topology = try CopiedMachine.topology((lines + names + processes).joined(separator: "\n"))
    #expect(topology.text == "pack:1 core:2 pu:1")
    #expect(topology.allowedPUs.count == 2)
  }

  @Test func `half the files are enough`() throws {
    let topology = try CopiedMachine.topology(
      """
      present: 0-3
      cpu0,2: package=0 core=0 threads=0,2
      cpu1: package=oops core=1 threads=1,3
      cpu3: package=0 core=1 threads=garbage
      """)
    #expect(
      topology.drawing(ascii: false) == """
        machine
        └─ package 0
           ├─ core 0: PU 0, PU 2
           └─ core 1: PU 1, PU 3
        1 package, 2 cores, 4 hardware threads

        """)
  }

  @Test func `a list that leaves out its own CPU is not believed`() throws {
    let topology = try CopiedMachine.topology(
      "present: 0-3\ncpu0,2: package=0 core=0 threads=1,3\ncpu1,3: package=0 core=1 threads=1,3")
    #expect(topology.siblings(of: 0).map(\.osIndex) == [2])
  }

  @Test func `a folder and a huge file are unreadable`() throws {
    let wide = String(repeating: "0,", count: 40_000) + "0"
    let topology = try CopiedMachine.topology(
      "sys/devices/system/cpu/online/nested: 1\npresent: \(wide)\ncpu0-1: package=0 core=%")
    #expect(topology.text == "pack:1 core:2 pu:1")
  }

  @Test func `a pipe is not waited for`() throws {
    try CopiedMachine.read("proc/version: Linux\\n") { root in
      #expect(mkfifo(root + "/proc/cpuinfo", 0o600) == 0)
      #expect(TopologyReader(root: root).read().pus.isEmpty)
    }
  }

  @Test func `the processor's name cannot command a terminal`() throws {
    let topology = try CopiedMachine.topology(
      "online: 0\nproc/cpuinfo: processor: 0\\nmodel name: \u{1B}[31mRed\u{9B}  \u{202E}CPU\\n")
    #expect(topology.model == "[31mRed CPU")
  }
}
