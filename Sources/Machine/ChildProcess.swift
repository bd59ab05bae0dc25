/// A program beside ours: spoken to by lines, and gone, with all it has started, when it is stopped.

import CMachine
import Glibc

/// The child leads a session of its own: no terminal can be opened from there, and one signal reaches
/// all its descendants. It has the descriptors 0 (lines to it), 1 (lines from it), 2 (nowhere) and,
/// where memory is lent, 3 (posix_spawn(3)). One thread at a time may use it, and as that thread takes
/// no signals, a child that no longer reads raises none.
package final class ChildProcess: @unchecked Sendable {
  package enum Ending: Equatable, Sendable {
    case exited(Int32)
    case killed(signal: Int32)
  }

  package enum Answer: Equatable, Sendable {
    case line(String)
    /// It has closed its output: most likely it has ended.
    case ended
    case late
    /// It says more than anybody can mean.
    case flood
  }

  package let process: Int32
  private let input: Int32
  private let output: Int32
  /// What has come and is no whole line yet.
  private var pending: [UInt8] = []
  private var received = 0
  /// How it has ended; known once it has been stopped.
  package private(set) var ending: Ending?
  private var isStopped = false

  private static let mostBytes = 1 << 20
  /// Whoever waits looks up so often, in milliseconds.
  private static let look: Int32 = 20

  /// Starts a program, a path, with our own environment; nil where that cannot be done.
  package init?(_ program: String, _ arguments: [String], lending memory: SharedMemory? = nil) {
    guard let toChild = Pipe(), let fromChild = Pipe() else { return nil }
    let process = Self.spawn(
      program, arguments, [toChild.read, fromChild.write, -1, memory?.file ?? -1])
    guard let process else { return nil }
    self.process = process
    (input, output) = (toChild.takeWriteEnd(), fromChild.takeReadEnd())
    _ = fcntl(input, F_SETFL, O_NONBLOCK)
    _ = fcntl(output, F_SETFL, O_NONBLOCK)
  }

  deinit {
    stop()
    close(input)
    close(output)
  }

  // MARK: Lines

  /// Sends a line; a child that does not read its lines has lost it.
  package func send(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
  }

  /// The next line, waited for so many seconds; somebody who has had enough of waiting is told
  /// `late`. What happens meanwhile is looked at, 50 times a second.
  package func line(
    within seconds: Double, until isCancelled: () -> Bool, looking look: () -> Void = {}
  ) -> Answer {
    var deadline = MonotonicClock.now + UInt64(seconds * 1e9)
    while true {
      if let line = nextLine() { return .line(line) }
      if received > Self.mostBytes { return .flood }
      guard !isCancelled(), MonotonicClock.now < deadline else { return .late }
      var readable = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      if poll(&readable, 1, Self.look) > 0, !take() { return .ended }
      let start = MonotonicClock.now
      look()
      // Who looks may stand still, and the child with him.
      deadline += MonotonicClock.now - start
    }
  }

  private func nextLine() -> String? {
    guard let end = pending.firstIndex(of: 0x0A) else { return nil }
    let line = String(decoding: pending[..<end], as: UTF8.self)
    pending.removeSubrange(...end)
    return line
  }

  /// Reads what has come; false at the end.
  private func take() -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
      let count = read(output, buffer.baseAddress, buffer.count)
      if count > 0 {
        pending += buffer[..<count]
        received += count
      }
      return count > 0 || (count < 0 && (errno == EAGAIN || errno == EINTR))
    }
  }

  // MARK: The end

  /// Stands it still, with all it has started, and lets it go on.
  package func pause() { signal(SIGSTOP) }
  package func resume() { signal(SIGCONT) }

  /// Kills it and all it has started; within a fifth of a second unless the kernel itself is stuck.
  package func stop() {
    signal(SIGKILL)
    isStopped = true
    let deadline = MonotonicClock.now + 150_000_000
    while ending == nil, MonotonicClock.now < deadline {
      ending = Self.reap(process)
      if ending == nil { poll(nil, 0, 1) }
    }
  }

  /// To its whole session, and only as long as nobody has waited for it: after that its number may be
  /// somebody else's.
  private func signal(_ number: Int32) {
    if !isStopped { kill(-process, number) }
  }

  private static func reap(_ process: Int32) -> Ending? {
    var status: Int32 = 0
    switch waitpid(process, &status, WNOHANG) {
    case 0: return nil
    case process where status & 0x7F != 0: return .killed(signal: status & 0x7F)
    case process: return .exited(status >> 8 & 0xFF)
    default: return .exited(-1)
    }
  }

  // MARK: The beginning

  private static let newSession: Int16 = 0x80  // POSIX_SPAWN_SETSID, which Swift does not see

  /// Starts a program with the given descriptors as 0, 1 and so on; -1 stands for nowhere, or, behind
  /// the third, for none.
  private static func spawn(
    _ program: String, _ arguments: [String], _ files: [Int32]
  ) -> Int32? {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for (number, file) in files.enumerated() {
      if file >= 0 {
        posix_spawn_file_actions_adddup2(&actions, file, Int32(number))
      } else if number < 3 {
        posix_spawn_file_actions_addopen(&actions, Int32(number), "/dev/null", O_RDWR, 0)
      }
    }
    // Others open files, too, and not all of them see to it that no child gets them.
    machine_spawn_closes_from(&actions, Int32(files.count))
    // Our signals are blocked in this thread and handled in others; a child starts with neither.
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes, newSession | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))

    let words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let failure = posix_spawn(
      &process, program, &actions, &attributes, words, machine_environment())
    return failure == 0 ? process : nil
  }
}

/// A pipe whose ends are closed unless they are taken; neither is inherited as it is.
private final class Pipe {
  private(set) var read: Int32
  private(set) var write: Int32

  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    (read, write) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  deinit {
    if read >= 0 { close(read) }
    if write >= 0 { close(write) }
  }

  func takeReadEnd() -> Int32 {
    defer { read = -1 }
    return read
  }

  func takeWriteEnd() -> Int32 {
    defer { write = -1 }
    return write
  }
}
