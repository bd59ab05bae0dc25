/// Programs beside ours: what they get, what they say, and that nothing of them is left.

import Glibc
import Testing

@testable import Machine

/// A shell that runs a script.
private func shell(_ script: String, lending memory: SharedMemory? = nil) throws -> ChildProcess {
  try #require(ChildProcess("/bin/sh", ["-c", script], lending: memory))
}

private func answer(of child: ChildProcess, within seconds: Double = 10) -> ChildProcess.Answer {
  child.line(within: seconds, until: { false })
}

/// Processes of a session that are alive: `/proc/PID/stat` tells state and session (proc(5)).
private func living(inSession leader: Int32) -> Int {
  guard let folder = opendir("/proc") else { return 0 }
  defer { closedir(folder) }
  var count = 0
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    guard Int(name) != nil else { continue }
    let text = String(decoding: SmallFile.bytes("/proc/\(name)/stat"), as: UTF8.self)
    let words = text.split(separator: ")").last?.split(separator: " ") ?? []
    if words.count > 3, words[0] != "Z", words[3] == "\(leader)" { count += 1 }
  }
  return count
}

@Suite struct `Child processes` {
  @Test func `a child answers line by line`() throws {
    let child = try shell("while read word; do echo \"<$word>\"; done")
    for word in ["one", "два"] {
      child.send(word)
      #expect(answer(of: child) == .line("<\(word)>"))
    }
  }

  @Test func `a child has its lines, the memory it was lent, and nothing else of ours`() throws {
    let memory = try #require(SharedMemory(bytes: 64))
    let child = try shell(
      "for file in /proc/self/fd/*; do echo $file; done; echo end", lending: memory)
    var files: [String] = []
    while case .line(let line) = answer(of: child), line != "end" { files.append(line) }
    // The shell may have opened the folder that it lists.
    #expect(Array(files.prefix(4)) == (0...3).map { "/proc/self/fd/\($0)" })
    #expect(files.count <= 5)
  }

  @Test func `what a child writes into lent memory is seen`() throws {
    let memory = try #require(SharedMemory(bytes: 24))
    let child = try shell("printf 'abcdefgh12345678' >&3; echo done", lending: memory)
    #expect(answer(of: child) == .line("done"))
    #expect(memory.words(from: 0, count: 9) == [0x6867_6665_6463_6261, 0x3837_3635_3433_3231, 0])
    #expect(memory.words(from: 2, count: 1) == [0])
  }

  @Test func `how a child ended is known, whether it left or crashed`() throws {
    let left = try shell("exit 3")
    #expect(answer(of: left) == .ended)
    left.stop()
    #expect(left.ending == .exited(3))
    let crashed = try shell("kill -SEGV $$")
    #expect(answer(of: crashed) == .ended)
    crashed.stop()
    #expect(crashed.ending == .killed(signal: SIGSEGV))
    #expect(ChildProcess("/nowhere/at/all", []) == nil)
  }

  @Test func `a child that says too much or nothing at all is not listened to for ever`() throws {
    let loud = try shell("cat /dev/zero")
    #expect(answer(of: loud) == .flood)
    let mute = try shell("sleep 1000")
    #expect(answer(of: mute, within: 0.05) == .late)
    #expect(mute.line(within: 1000, until: { true }) == .late)
  }

  @Test func `a child that ignores every signal is gone with all it has started`() throws {
    let child = try shell(
      """
      trap '' TERM INT HUP QUIT PIPE TSTP
      (trap '' TERM HUP; sleep 1000) & (sleep 1000 & sleep 1000) &
      echo ready
      sleep 1000
      """)
    #expect(answer(of: child) == .line("ready"))
    #expect(living(inSession: child.process) > 1)
    child.stop()
    #expect(child.ending == .killed(signal: SIGKILL))
    var looks = 0
    while living(inSession: child.process) > 0, looks < 200 {
      poll(nil, 0, 1)
      looks += 1
    }
    #expect(living(inSession: child.process) == 0)
  }

  @Test func `a child that stands still says nothing until it may go on`() throws {
    let child = try shell("while read word; do echo $word; done")
    child.send("one")
    #expect(answer(of: child) == .line("one"))
    child.pause()
    child.send("two")
    #expect(answer(of: child, within: 0.05) == .late)
    child.resume()
    #expect(answer(of: child) == .line("two"))
  }

  @Test func `the kernel's records tell of every thread that a child starts`() throws {
    let child = try shell("read go; for i in 1 2 3; do sleep 0.01; done; echo done")
    let cpus = TopologyReader().read().allowedPUs.map(\.osIndex)
    // A kernel that tells nobody of switches has nothing to be tested.
    guard let log = ChildSwitchLog(of: child.process, cpus: cpus) else { return }
    child.send("go")
    #expect(answer(of: child) == .line("done"))
    var records: [SwitchRecord] = []
    log.drain(into: &records)
    let threads = Set(records.map(\.thread))
    #expect(threads.count == 4 && threads.contains(Int(child.process)), "\(records)")
    #expect(records.map(\.time) == records.map(\.time).sorted())
    #expect(records.allSatisfy { cpus.contains($0.cpu) })
  }
}
