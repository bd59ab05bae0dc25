/// Why a scenario on the pseudo terminal could not go on, with the screen as it was.

import Glibc

package enum HarnessError: Error, Equatable {
  /// A system call was refused.
  case system(call: String, code: Int32)
  /// What was awaited did not come in time.
  case missed(String, within: Duration, ProcessState, TerminalScreen?)
  /// The program ended, so what was awaited cannot come any more.
  case ended(before: String, ProcessEnd, TerminalScreen?)

  /// The call that has just failed, with its `errno`.
  static func failed(_ call: String) -> HarnessError { .system(call: call, code: errno) }
}

extension HarnessError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .system(let call, let code):
      "\(call): \(String(cString: strerror(code)))"
    case .missed(let wanted, let patience, let state, let screen):
      "\(wanted) did not come within \(patience); the program is \(state)\(Self.picture(screen))"
    case .ended(let wanted, let end, let screen):
      "the program ended before \(wanted): \(end)\(Self.picture(screen))"
    }
  }

  private static func picture(_ screen: TerminalScreen?) -> String {
    screen.map { "\n\($0.framed)" } ?? ""
  }
}
