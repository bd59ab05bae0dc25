/// What affinity and control groups leave of a machine.

import Testing

@testable import Machine

@Suite struct ControlGroupTests {
  private static let machine = "present: 0-3\nonline: 0-3\ncpu0-3: package=0 core=% threads=%\n"

  /// The CPUs allowed and the quota, of four CPUs with the given files.
  private func limits(_ files: String) throws -> String {
    let topology = try CopiedMachine.topology(Self.machine + files)
    let allowed = topology.allowedPUs.map { "\($0.osIndex)" }.joined(separator: ",")
    return allowed + (topology.quota.map { " quota \($0)" } ?? "")
  }

  @Test func `without any files everything is allowed, whatever this process may use`() throws {
    #expect(try limits("") == "0,1,2,3")
  }

  @Test func `affinity comes from the copied status, as a list or a mask`() throws {
    #expect(try limits("proc/self/status: Name:\\tcat\\nCpus_allowed_list:\\t1,3\\n") == "1,3")
    #expect(try limits("proc/self/status: Cpus_allowed:\\t00000000,0000000c\\n") == "2,3")
  }

  @Test func `where a copy has no list of groups, the cpuset's own file names the group`() throws {
    let files = """
      proc/mounts: none /cgroup/unified cgroup2 rw 0 0\\n
      proc/self/cpuset: /job/step\\n
      cgroup/unified/job/step/cpuset.cpus.effective: 2-3\\n
      """
    #expect(try limits(files) == "2,3")
  }

  @Test func `forbidden CPUs are crossed out`() throws {
    let topology = try CopiedMachine.topology(
      """
      present: 0-3
      online: 0-2
      cpu0-1: package=0 core=0 threads=0-1
      cpu2: package=1 core=0 threads=2
      proc/self/status: Cpus_allowed_list: 1\\n
      """)
    #expect(
      topology.drawing(ascii: false) == """
        machine
        ├─ package 0
        │  └─ core 0: PU 0 ×, PU 1
        ├─ package 1
        │  └─ core 1: PU 2 ×
        └─ package ?
           └─ core ?: PU 3 -
        1 package, 1 core, 1 hardware thread
        - offline, × not allowed

        """)
    #expect(topology.drawing(ascii: true).contains("PU 0 x, PU 1\n"))
    #expect(topology.isSMT)
    #expect(topology.firstPUOfEachCore.map(\.osIndex) == [1])
  }

  @Test func `version 2 limits by the nearest cpuset and the strictest quota above`() throws {
    let files = """
      proc/self/cgroup: 0::/user.slice/talk/inner\\n
      proc/mounts: cgroup2 /sys/fs/cgroup cgroup2 rw,nosuid 0 0\\n
      sys/fs/cgroup/cpuset.cpus.effective: 0-3\\n
      sys/fs/cgroup/user.slice/cpuset.cpus.effective: 0-2\\n
      sys/fs/cgroup/user.slice/cpu.max: 150000 100000\\n
      sys/fs/cgroup/user.slice/talk/cpuset.cpus.effective: 1-2\\n
      sys/fs/cgroup/user.slice/talk/cpu.max: 400000 100000\\n
      sys/fs/cgroup/user.slice/talk/inner/cpu.max: max 100000\\n
      """
    #expect(try limits(files) == "1,2 quota 1.5")
  }

  @Test func `version 1 has a hierarchy for CPUs and one for time`() throws {
    let files = """
      proc/self/cgroup: 4:cpuset:/jobs/a\\n3:cpu,cpuacct:/slow/b\\n1:name=systemd:/x\\n0::/\\n
      proc/mounts: cg /cg/set cgroup rw,cpuset 0 0\\ncg /cg/cpu cgroup rw,cpu,cpuacct 0 0\\n
      cg/set/cpuset.cpus: 0-3\\n
      cg/set/jobs/a/cpuset.cpus: 0-2\\n
      cg/set/jobs/a/cpuset.effective_cpus: 0,2\\n
      cg/cpu/slow/cpu.cfs_quota_us: 50000\\n
      cg/cpu/slow/cpu.cfs_period_us: 20000\\n
      cg/cpu/slow/b/cpu.cfs_quota_us: -1\\n
      cg/cpu/slow/b/cpu.cfs_period_us: 100000\\n
      """
    #expect(try limits(files) == "0,2 quota 2.5")
  }

  @Test func `the first cpusets were a file system of their own`() throws {
    let files = """
      proc/self/cpuset: /batch\\n
      proc/mounts: none /dev/cpuset cpuset rw 0 0\\n
      dev/cpuset/cpus: 0-3\\n
      dev/cpuset/batch/cpus: 3\\n
      """
    #expect(try limits(files) == "3")
  }

  @Test func `cpuset and affinity are both obeyed`() throws {
    let files = """
      proc/self/status: Cpus_allowed_list: 0-1\\n
      proc/self/cgroup: 0::/\\n
      proc/self/mounts: cgroup2 /sys/fs/cgroup cgroup2 rw 0 0\\n
      sys/fs/cgroup/cpuset.cpus.effective: 1-3\\n
      """
    #expect(try limits(files) == "1")
  }

  @Test func `a container's mount shows the part of the hierarchy below its root`() throws {
    let files = """
      proc/self/cgroup: 0::/docker/abc/worker\\n
      proc/self/mountinfo: 31 23 0:26 /docker/abc /sys/fs/cgroup ro shared:9 - cgroup2 cgroup rw\\n
      proc/mounts: cgroup2 /elsewhere cgroup2 ro 0 0\\n
      sys/fs/cgroup/cpu.max: 50000 100000\\n
      sys/fs/cgroup/worker/cpuset.cpus.effective: 2\\n
      """
    #expect(try limits(files) == "2 quota 0.5")
  }

  @Test(arguments: ["/docker/abc", "/../../other", "/gone (deleted)", "nonsense", ""])
  func `a group that cannot be seen is the one at the mount point`(path: String) throws {
    let files = """
      proc/self/cgroup: 0::\(path)\\n
      proc/self/mounts: cgroup2 /sys/fs/cgroup cgroup2 rw 0 0\\n
      sys/fs/cgroup/cpuset.cpus.effective: 0-1\\n
      sys/fs/cgroup/cpu.max: 200000 100000\\n
      sys/other/cpuset.cpus.effective: 3\\n
      """
    #expect(try limits(files) == "0,1 quota 2.0")
  }

  @Test func `of several mounts the one that shows our group counts`() throws {
    let files = """
      proc/self/cgroup: 0::/a/b\\n
      proc/self/mountinfo: 1 0 0:1 /other /one rw - cgroup2 c rw\\n2 0 0:1 /a /tw\\\\040o rw - cgroup2 c rw\\n
      one/cpuset.cpus.effective: 0\\n
      tw o/b/cpuset.cpus.effective: 2-3\\n
      """
    #expect(try limits(files.replacing("\\\\040", with: "\\040")) == "2,3")
  }

  @Test(arguments: [
    "max 100000", "0 100000", "-1 100000", "100000 0", "nine", "", "99999999999999999999 1",
  ])
  func `no quota is no quota`(text: String) throws {
    let files = """
      proc/mounts: cgroup2 /sys/fs/cgroup cgroup2 rw 0 0\\n
      sys/fs/cgroup/cpu.max: \(text)\\n
      """
    #expect(try limits(files) == "0,1,2,3")
  }

  @Test func `a file is asked once, for it may be gone the second time`() {
    var asked: [Int] = []
    let found = [1, 2, 3].firstResult { number -> String? in
      defer { asked.append(number) }
      return asked.contains(number) || number == 1 ? nil : "\(number)"
    }
    #expect(found == "2" && asked == [1, 2])
    #expect([1].firstResult { _ in nil as Int? } == nil)
  }

  @Test func `lists that leave no CPU online are not about us`() throws {
    let files = """
      proc/self/status: Cpus_allowed_list: 7\\n
      proc/self/mounts: cgroup2 /sys/fs/cgroup cgroup2 rw 0 0\\n
      sys/fs/cgroup/cpuset.cpus.effective: 2\\n
      """
    #expect(try limits(files) == "2")
  }
}
