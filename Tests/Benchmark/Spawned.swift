/// Programs started without a terminal.

import Glibc

struct FailedSpawn: Error, CustomStringConvertible {
  let program: String
  var description: String { "\(program) cannot be started" }
}

/// A child process.
final class Spawned {
  let process: pid_t

  init(
    _ program: String, _ arguments: [String],
    _ actions: UnsafePointer<posix_spawn_file_actions_t>? = nil
  ) throws {
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    guard posix_spawn(&process, program, actions, nil, &words, environ) == 0 else {
      throw FailedSpawn(program: program)
    }
    self.process = process
  }

  func wait() {
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }

  /// What a program prints until it ends.
  static func output(of program: String, _ arguments: [String]) throws -> String {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw FailedSpawn(program: program) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    let process = try Spawned(program, arguments, &actions)
    close(ends[1])
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = read(ends[0], &buffer, buffer.count), count > 0 {
      bytes += buffer[..<count]
    }
    close(ends[0])
    process.wait()
    return String(decoding: bytes, as: UTF8.self)
  }
}
