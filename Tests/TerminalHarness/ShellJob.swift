/// A program that is the foreground job of a stand-in for the shell.

import CVterm
import Glibc

final class ShellJob: ProgramWatch {
  let process: pid_t
  /// The stand-in's messages: first the job's process id, then every wait status.
  let bell: Descriptor
  private let shell: pid_t
  private var isOver = false
  private var isFinished = false

  init(_ launch: ProgramLaunch, on terminal: String) throws(HarnessError) {
    var ends: [Int32] = [-1, -1]
    let type = Int32(SOCK_SEQPACKET.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, type, 0, &ends) == 0 else { throw .failed("socketpair") }
    bell = try Descriptor(ends[0], from: "socketpair")
    let far = try Descriptor(ends[1], from: "socketpair")
    let shell = Self.fork(launch, on: terminal, reportingTo: far)
    guard shell > 0 else { throw .failed("fork") }
    far.close()
    guard let process = Self.message(from: bell), process > 0 else {
      _ = retried { waitpid(shell, nil, 0) }
      throw .system(call: "starting \(launch.program) in \(launch.folder)", code: ECHILD)
    }
    self.shell = shell
    self.process = process
    _ = fcntl(bell.number, F_SETFL, O_NONBLOCK)
  }

  deinit { finish() }

  func takeNews() -> ProcessState? {
    guard !isOver, let status = Self.message(from: bell) else { return nil }
    let state = ProcessState(waitStatus: status)
    if state.end != nil {
      isOver = true
      bell.close()
    }
    return state
  }

  func resume() throws(HarnessError) {
    var order: UInt8 = 0
    guard write(bell.number, &order, 1) == 1 else { throw .failed("fg") }
  }

  /// What a shell does when it is hung up itself: it tells its jobs, also the stopped ones.
  func hangUp() {
    guard !isOver else { return }
    _ = kill(-process, SIGHUP)
    _ = kill(-process, SIGCONT)
  }

  func finish() {
    guard !isFinished else { return }
    isFinished = true
    if !isOver { _ = kill(process, SIGKILL) }
    _ = kill(shell, SIGKILL)
    _ = retried { waitpid(shell, nil, 0) }
  }

  private static func message(from socket: Descriptor) -> Int32? {
    withUnsafeTemporaryAllocation(byteCount: 4, alignment: 4) { buffer in
      let bytes = socket.read(into: buffer)
      return bytes.count == 4 ? bytes.load(as: Int32.self) : nil
    }
  }

  private static func fork(
    _ launch: ProgramLaunch, on terminal: String, reportingTo socket: Descriptor
  ) -> pid_t {
    launch.withVectors { arguments, environment in
      terminal.withCString { terminal in
        launch.folder.withCString { folder in
          var job = cvterm_job(
            terminal: terminal, folder: folder, arguments: arguments, environment: environment,
            harness: socket.number)
          return cvterm_fork_shell(&job)
        }
      }
    }
  }
}
