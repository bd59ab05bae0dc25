/// The kernel's record of when a thread was switched in and out (perf_event_open(2)).

import CMachine

/// Opened by the thread it is about, read by another, closed after that thread has been joined.
final class SwitchLog: @unchecked Sendable {
  private var log: machine_switch_log

  /// The log of the calling thread; nil where the kernel or a container does not allow it.
  init?() {
    var log = machine_switch_log()
    guard machine_switches_open(&log) == 0 else { return nil }
    self.log = log
  }

  deinit { machine_switches_close(&log) }

  /// Takes all records that have come since.
  func drain(into list: inout [RecordedEvent]) {
    withUnsafeTemporaryAllocation(of: machine_switch.self, capacity: 512) { buffer in
      guard let records = buffer.baseAddress else { return }
      while true {
        let count = Int(machine_switches_read(&log, records, 512))
        for index in 0..<count { list.append(Self.event(records[index])) }
        if count < 512 { return }
      }
    }
  }

  private static func event(_ record: machine_switch) -> RecordedEvent {
    let kind: RecordedEvent.Kind =
      switch Int(record.kind) {
      case MACHINE_SWITCH_IN: .switchedIn
      case MACHINE_SWITCH_OUT: .switchedOut
      case MACHINE_SWITCH_PREEMPTED: .preempted
      default: .lost
      }
    return RecordedEvent(kind, at: record.time, cpu: Int(record.cpu))
  }
}
