/// A program that leads the session on its terminal.

import CVterm
import Glibc

final class SessionLeader: ProgramWatch {
  let process: pid_t
  let bell: Descriptor
  private var isReaped = false

  init(_ launch: ProgramLaunch, on terminal: String) throws(HarnessError) {
    process = try Self.spawn(launch, on: terminal)
    bell = try Descriptor(cvterm_pidfd(process), from: "pidfd_open")
  }

  deinit { finish() }

  func takeNews() -> ProcessState? {
    var status: Int32 = 0
    guard !isReaped, waitpid(process, &status, WNOHANG) == process else { return nil }
    isReaped = true
    bell.close()
    return ProcessState(waitStatus: status)
  }

  func resume() throws(HarnessError) {
    guard kill(process, SIGCONT) == 0 else { throw .failed("kill") }
  }

  /// The kernel has sent SIGHUP.
  func hangUp() {}

  func finish() {
    guard !isReaped else { return }
    isReaped = true
    _ = kill(process, SIGKILL)
    _ = retried { waitpid(process, nil, 0) }
  }

  private static func spawn(
    _ launch: ProgramLaunch, on terminal: String
  ) throws(HarnessError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var attributes = freshAttributes()
    defer { posix_spawnattr_destroy(&attributes) }

    // The first terminal that a session leader opens becomes the one that controls it.
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    posix_spawn_file_actions_addchdir_np(&actions, launch.folder)

    var process: pid_t = 0
    let code = launch.withVectors { arguments, environment in
      posix_spawn(&process, launch.program, &actions, &attributes, arguments, environment)
    }
    guard code == 0 else { throw .system(call: launch.program, code: code) }
    return process
  }

  /// A new session, with no signal blocked or ignored, whatever the test runner does to its own.
  private static func freshAttributes() -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let flags = Int(cvterm_spawn_setsid) | Int(POSIX_SPAWN_SETSIGMASK) | Int(POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    return attributes
  }
}
