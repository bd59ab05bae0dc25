/// What is known of the command line before `main`.

import CStart
import Testing

@Suite struct `The words of the command line` {
  private var kept: [String] {
    var count: Int32 = 0
    guard let words = _swift_stdlib_getUnsafeArgvArgc(&count) else { return [] }
    return (0..<Int(count)).compactMap { words[$0].map { String(cString: $0) } }
  }

  @Test func `are those that the runtime reads from the process's memory`() {
    #expect(kept == CommandLine.arguments)
    #expect(!kept.isEmpty)
  }
}
