/// Machines as sysfs shows them, the ordinary and the strange ones.

import Testing

@testable import Machine

@Suite struct TopologyReaderTests {
  @Test func `one core is a chain`() throws {
    let topology = try CopiedMachine.topology(
      """
      present: 0
      online: 0
      cpu0: package=0 core=0 threads=0 packagecpus=0 l2=256K@0 l3=4096K@0
      sys/devices/system/node/node0/cpulist: 0\\n
      proc/cpuinfo: processor\\t: 0\\nmodel name\\t: Old  Faithful\\n
      """)
    #expect(
      topology.drawing(ascii: false) == """
        machine, Old Faithful
        └─ package 0 (L3 4 MiB)
           └─ core 0 (L2 256 KiB): PU 0
        1 package, 1 core, 1 hardware thread

        """)
    #expect(!topology.isSMT)
    #expect(topology.levels == [.machine, .package, .core, .pu])
  }

  @Test func `siblings far apart in number share a core`() throws {
    let topology = try CopiedMachine.topology(
      """
      present: 0-7
      online: 0-7
      cpu0,4: package=0 core=0 threads=0,4
      cpu1,5: package=0 core=1 threads=1,5
      cpu2,6: package=1 core=0 threads=2,6
      cpu3,7: package=1 core=1 threads=3,7
      """)
    #expect(
      topology.drawing(ascii: true) == """
        machine
        |- package 0
        |  |- core 0: PU 0, PU 4
        |  `- core 1: PU 1, PU 5
        `- package 1
           |- core 2: PU 2, PU 6
           `- core 3: PU 3, PU 7
        2 packages, 4 cores, 8 hardware threads

        """)
    #expect(topology.isSMT)
    #expect(topology.siblings(of: 6).map(\.osIndex) == [2])
    #expect(topology.core(of: 7)?.number == 3)
    #expect(topology.core(of: 8) == nil)
    #expect(topology.firstPUOfEachCore.map(\.osIndex) == [0, 1, 2, 3])
  }

  @Test func `packages that share a number are told apart by the CPUs they list`() throws {
    let topology = try CopiedMachine.topology(
      """
      present: 0-3
      online: 0-3
      cpu0: package=0 core=0 threads=0 packagecpus=0
      cpu1: package=0 core=0 threads=1 packagecpus=1
      cpu2: package=512 core=0 threads=2 packagecpus=2
      cpu3: package=512 core=0 threads=3 packagecpus=3
      """)
    #expect(topology.packages == 4)
  }

  @Test func `without numbers each list is a package; an offline CPU goes by its number`() throws {
    let unnumbered = try CopiedMachine.topology(
      """
      present: 0-3
      online: 0-3
      cpu0-3: package=-1 core=0 threads=% packagecpus=%
      """)
    #expect(unnumbered.packages == 4)
    let offline = try CopiedMachine.topology(
      """
      present: 0-3
      online: 0-2
      cpu0-1: package=0 core=% threads=% packagecpus=0-1
      cpu2: package=1 core=0 threads=2 packagecpus=2
      cpu3: package=1 core=1 threads=3 packagecpus=2
      """)
    #expect(offline.root.nodes(at: .package).map { $0.pus.map(\.osIndex) } == [[0, 1], [2, 3]])
  }

  @Test func `lists that contradict each other give way to numbers`() throws {
    let topology = try CopiedMachine.topology(
      """
      present: 0-3
      online: 0-3
      cpu0-1: package=0 core=% threads=% packagecpus=0-3
      cpu2: package=1 core=0 threads=2 packagecpus=2-3
      cpu3: package=1 core=1 threads=3 packagecpus=2-3
      """)
    #expect(topology.root.nodes(at: .package).map { $0.pus.map(\.osIndex) } == [[0, 1], [2, 3]])
  }

  @Test func `modules of two cores are two cores though they look like siblings`() throws {
    let topology = try CopiedMachine.topology(
      """
      present: 0-3
      online: 0-3
      cpu0: package=0 core=0 threads=0-1 packagecpus=0-3
      cpu1: package=0 core=1 threads=0-1 packagecpus=0-3
      cpu2: package=0 core=2 threads=2-3 packagecpus=0-3
      cpu3: package=0 core=3 threads=2-3 packagecpus=0-3
      """)
    #expect(topology.cores == 4)
  }

  @Test func `two packages of 64 cores of 2 threads`() throws {
    let cpus = (0..<256).map { cpu in
      let core = cpu % 128
      return "cpu\(cpu): package=\(core / 64) core=\(core % 64) threads=\(core),\(core + 128)"
    }
    let topology = try CopiedMachine.topology(
      "present: 0-255\nonline: 0-255\n" + cpus.joined(separator: "\n"))
    #expect(topology.text == "pack:2 core:64 pu:2")
    #expect(topology.pus.map(\.osIndex).prefix(4) == [0, 128, 1, 129])
    #expect(topology.pus.map(\.osIndex).suffix(2) == [127, 255])
    #expect(
      topology.drawing(ascii: false).hasSuffix("2 packages, 128 cores, 256 hardware threads\n"))
  }

  @Test func `L3 groups and NUMA nodes appear where a package has several`() throws {
    let topology = try CopiedMachine.topology(
      """
      present: 0-7
      online: 0-7
      cpu0-1: package=0 threads=% l3=16384K@0-1
      cpu2-3: package=0 threads=% l3=16384K@2-3
      cpu4-5: package=0 threads=% l3=16384K@4-5
      cpu6-7: package=0 threads=% l3=16384K@6-7
      sys/devices/system/node/node0/cpulist: 0-3\\n
      sys/devices/system/node/node2/cpumap: f0\\n
      """)
    #expect(
      topology.drawing(ascii: false) == """
        machine
        └─ package 0
           ├─ NUMA node 0
           │  ├─ L3 0 (16 MiB)
           │  │  ├─ core 0: PU 0
           │  │  └─ core 1: PU 1
           │  └─ L3 1 (16 MiB)
           │     ├─ core 2: PU 2
           │     └─ core 3: PU 3
           └─ NUMA node 2
              ├─ L3 2 (16 MiB)
              │  ├─ core 4: PU 4
              │  └─ core 5: PU 5
              └─ L3 3 (16 MiB)
                 ├─ core 6: PU 6
                 └─ core 7: PU 7
        1 package, 8 cores, 8 hardware threads

        """)
    #expect(topology.text == "pack:1 numa:2 l3:2 core:2 pu:1")
  }

  @Test func `a NUMA node and an L3 for each package need no level`() throws {
    let topology = try CopiedMachine.topology(
      """
      present: 0-3
      cpu0-1: package=0 threads=% l3=16384K@0-1
      cpu2-3: package=1 threads=% l3=16384K@2-3
      sys/devices/system/node/node0/cpulist: 0-1\\n
      sys/devices/system/node/node1/cpulist: 2-3\\n
      """)
    #expect(topology.text == "pack:2 core:2 pu:1")
    #expect(topology.core(of: 3)?.l3Bytes == 16 << 20)
  }

  @Test func `a hybrid tells performance from efficiency cores`() throws {
    let topology = try CopiedMachine.topology(
      """
      present: 0-5
      online: 0-5
      cpu0-1: package=0 core=16 threads=0-1 l2=1280K@0-1
      cpu2-5: package=0 core=% threads=% l2=2048K@2-5
      sys/devices/cpu_core/cpus: 0-1\\n
      sys/devices/cpu_atom/cpus: 2-5\\n
      """)
    #expect(
      topology.drawing(ascii: false) == """
        machine
        └─ package 0
           ├─ core 0 (P, L2 1280 KiB): PU 0, PU 1
           ├─ core 1 (E, L2 2 MiB): PU 2
           ├─ core 2 (E, L2 2 MiB): PU 3
           ├─ core 3 (E, L2 2 MiB): PU 4
           └─ core 4 (E, L2 2 MiB): PU 5
        1 package, 5 cores, 6 hardware threads

        """)
  }

  @Test func `capacities tell big cores from little ones, and big ones are used first`() throws {
    let topology = try CopiedMachine.topology(
      """
      present: 0-3
      cpu0-1: package=-1 core=% threads=% packagecpus=0-3 capacity=298
      cpu2: package=-1 core=% threads=% packagecpus=0-3 capacity=871
      cpu3: package=-1 core=% threads=% packagecpus=0-3 capacity=1024
      """)
    #expect(
      topology.drawing(ascii: false) == """
        machine
        └─ package 0
           ├─ core 0 (E): PU 0
           ├─ core 1 (E): PU 1
           ├─ core 2 (P): PU 2
           └─ core 3 (P): PU 3
        1 package, 4 cores, 4 hardware threads

        """)
    #expect(topology.firstPUOfEachCore.map(\.osIndex) == [2, 3, 0, 1])
  }

  @Test func `equal capacities tell nothing`() throws {
    let topology = try CopiedMachine.topology(
      "present: 0-1\ncpu0-1: package=0 threads=% capacity=1024")
    #expect(topology.core(of: 0)?.kind == .unknown)
  }

  @Test func `POWER has eight threads in a core, or some of them off`() throws {
    let topology = try CopiedMachine.topology(
      """
      present: 0-31
      online: 0-15,24
      cpu0-7: package=0 core=0 threads=0-7
      cpu8-15: package=0 core=8 threads=8-15
      cpu24: package=8 core=24 threads=24
      cpu16-23,25-31: online=0
      sys/devices/system/node/node0/cpulist: 0-15\\n
      sys/devices/system/node/node8/cpulist: 24\\n
      """)
    #expect(
      topology.drawing(ascii: false) == """
        machine
        ├─ package 0
        │  ├─ core 0: PU 0, PU 1, PU 2, PU 3, PU 4, PU 5, PU 6, PU 7
        │  └─ core 1: PU 8, PU 9, PU 10, PU 11, PU 12, PU 13, PU 14, PU 15
        ├─ package ?
        │  └─ core ?: PU 16 -, PU 17 -, PU 18 -, PU 19 -, PU 20 -, PU 21 -, PU 22 -, PU 23 -, \
        PU 25 -, PU 26 -, PU 27 -, PU 28 -, PU 29 -, PU 30 -, PU 31 -
        └─ package 1
           └─ core 2: PU 24
        2 packages, 3 cores, 17 hardware threads
        - offline

        """)
  }

  @Test func `s390 packages are counted in books and drawers`() throws {
    let topology = try CopiedMachine.topology(
      """
      present: 0-7
      online: 0-7
      cpu0-1: drawer=0 book=0 package=0 core=0 threads=0-1
      cpu2-3: drawer=0 book=0 package=1 core=1 threads=2-3
      cpu4-5: drawer=0 book=1 package=0 core=0 threads=4-5
      cpu6-7: drawer=1 book=0 package=0 core=0 threads=6-7
      """)
    #expect(topology.text == "pack:4 core:1 pu:2")
    #expect(topology.packages == 4)
  }

  @Test func `packages without numbers are known by their lists`() throws {
    let topology = try CopiedMachine.topology(
      """
      online: 0-4
      cpu0-1: package=-1 core=0 threadmask=% packagemask=00000003
      cpu2-3: package=-1 core=0 packagemask=0000000c
      cpu4: package=-1 core=0 packagemask=00000010
      cpu0: threadmask=1
      cpu1: threadmask=2
      cpu2: threadmask=4
      cpu3: threadmask=8
      cpu4: threadmask=10
      """)
    #expect(topology.text == "{pack:2 core:2 pu:1} {pack:1 core:1 pu:1}")
  }
}
