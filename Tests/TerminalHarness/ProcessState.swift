/// What is known of a program: running, stopped, or how it ended.

/// How a program ended.
package enum ProcessEnd: Equatable, Sendable {
  case exited(Int32)
  case killed(by: Int32)
}

package enum ProcessState: Equatable, Sendable {
  case running
  /// By a signal such as SIGTSTP; only a program started as a `.job` is seen in this state.
  case stopped(by: Int32)
  case ended(ProcessEnd)

  /// Decodes what `waitpid` stores.
  init(waitStatus status: Int32) {
    let low = status & 0x7f
    let high = (status >> 8) & 0xff
    self =
      switch low {
      case 0: .ended(.exited(high))
      case 0x7f: .stopped(by: high)
      default: .ended(.killed(by: low))
      }
  }

  var end: ProcessEnd? {
    if case .ended(let end) = self { end } else { nil }
  }
}

extension ProcessEnd: CustomStringConvertible {
  package var description: String {
    switch self {
    case .exited(let status): "exit status \(status)"
    case .killed(let signal): "killed by signal \(signal)"
    }
  }
}

extension ProcessState: CustomStringConvertible {
  package var description: String {
    switch self {
    case .running: "running"
    case .stopped(let signal): "stopped by signal \(signal)"
    case .ended(let end): end.description
    }
  }
}
