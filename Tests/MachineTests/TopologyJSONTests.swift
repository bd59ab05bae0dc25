/// Topologies for programs, JSON itself, and the machine that the tests run on.

import Glibc
import Testing

@testable import Machine

@Suite struct TopologyJSONTests {
  @Test func `the tree names everything that is known`() throws {
    let topology = try CopiedMachine.topology(
      """
      present: 0-3
      online: 0-2
      cpu0-1: package=0 core=0 threads=0-1 l2=512K@0-1 l3=4M@0-1
      cpu2: package=0 core=1 threads=2 l3=4M@2
      sys/devices/cpu_core/cpus: 0-1\\n
      proc/cpuinfo: model name: "Fast"\\n
      proc/self/status: Cpus_allowed_list: 1-3\\n
      proc/mounts: c /c cgroup2 rw 0 0\\n
      c/cpu.max: 150000 100000\\n
      """)
    let lines = [
      #"{"packages":1,"cores":2,"pus":2,"online":[0,1,2],"allowed":[1,2],"tree":"#,
      #"{"type":"machine","model":"\"Fast\"","quota":1.5,"children":["#,
      #"{"type":"package","index":0,"children":["#,
      #"{"type":"l3","index":0,"bytes":4194304,"children":["#,
      #"{"type":"core","index":0,"kind":"P","l2":524288,"l3":4194304,"children":["#,
      #"{"type":"pu","index":0,"online":true,"allowed":false},"#,
      #"{"type":"pu","index":1,"online":true,"allowed":true}]}]},"#,
      #"{"type":"l3","index":1,"bytes":4194304,"children":["#,
      #"{"type":"core","index":1,"l3":4194304,"children":["#,
      #"{"type":"pu","index":2,"online":true,"allowed":true}]}]},"#,
      #"{"type":"l3","index":null,"children":["#,
      #"{"type":"core","index":null,"children":["#,
      #"{"type":"pu","index":3,"online":false,"allowed":true}]}]}]}]}}"#,
    ]
    #expect(topology.json == lines.joined())
  }

  @Test func `lists are sorted though the tree is not`() throws {
    let topology = try CopiedMachine.topology(
      "present: 0-3\ncpu0,2: package=0 core=0 threads=0,2\ncpu1,3: package=1 core=0 threads=1,3")
    #expect(topology.pus.map(\.osIndex) == [0, 2, 1, 3])
    #expect(
      topology.json.hasPrefix(
        #"{"packages":2,"cores":2,"pus":4,"online":[0,1,2,3],"allowed":[0,1,2,3],"tree":{"#))
  }

  @Test func `JSON keeps order and escapes what it must`() {
    let value = JSON.object([
      ("b", .array([.null, .bool(true), .bool(false), .integer(-7), .number(0.5)])),
      ("a", .string("\"\\/\n\r\t\u{1B}\u{0}\u{7F}\u{9B}\u{202E}\u{E0041}é😀")),
      ("", .array([.object([]), .array([]), .number(.nan), .number(-.infinity), .number(1e300)])),
    ])
    #expect(
      value.text == #"{"b":[null,true,false,-7,0.5],"#
        + #""a":"\"\\/\n\r\t\u001b\u0000\u007f\u009b\u202e\udb40\udc41é😀","#
        + #""":[{},[],null,null,1e+300]}"#)
  }
}

@Suite struct ThisMachineTests {
  @Test func `every CPU that the C library counts is a leaf`() {
    let topology = TopologyReader().read()
    #expect(topology.pus.count(where: \.isOnline) == sysconf(CInt(_SC_NPROCESSORS_ONLN)))
    #expect(!topology.allowedPUs.isEmpty)
    #expect(topology.firstPUOfEachCore.count == topology.cores)
  }

  @Test func `read as a copied tree it is the same machine`() {
    // what is allowed may differ: files tell of the first thread, the call of the one that asks
    let (copied, own) = (TopologyReader(root: "/").read(), TopologyReader().read())
    #expect(copied.text == own.text)
    #expect(copied.pus.map(\.osIndex) == own.pus.map(\.osIndex))
    #expect(copied.model == own.model)
  }
}

@Suite struct CPUListTests {
  @Test(arguments: [
    ("0", [0...0]), (" 0-3,8,10-11\n", [0...3, 8...8, 10...11]), ("3,1,2", [1...3]),
    ("0-5,2-3", [0...5]), ("8191", [8191...8191]),
  ])
  func `lists are numbers and ranges`(text: String, ranges: [ClosedRange<Int>]) {
    #expect(CPUList(list: text)?.ranges == ranges)
  }

  @Test(arguments: ["", "\n", "a", "1,", "1-", "-1", "1-2-3", "2-1", "8192", "0x1", "1 2"])
  func `what is no list is nothing`(text: String) {
    #expect(CPUList(list: text) == nil)
  }

  @Test func `masks are words of 32 bits, the highest first`() {
    #expect(CPUList(mask: "f\n")?.ranges == [0...3])
    #expect(CPUList(mask: "00000001,80000003")?.ranges == [0...1, 31...32])
    #expect(CPUList(mask: "0,0") == nil)
    #expect(CPUList(mask: "1ffffffff") == nil)
    #expect(CPUList(mask: Array(repeating: "0", count: 257).joined(separator: ",")) == nil)
  }
}
