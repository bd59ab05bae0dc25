/// A ring of the kernel's switch records, read as perf_event_open(2) describes it.

import CMachine
import Glibc
import Synchronization

/// A thread got a CPU, gave it up or lost it, at a CLOCK_MONOTONIC time in nanoseconds.
package struct SwitchRecord: Equatable, Sendable {
  package enum Kind: Sendable { case switchedIn, switchedOut, preempted, lost }

  package var kind: Kind
  package var time: UInt64 = 0
  package var cpu = -1
  package var thread = 0

  package init(kind: Kind, time: UInt64 = 0, cpu: Int = -1, thread: Int = 0) {
    self.kind = kind
    self.time = time
    self.cpu = cpu
    self.thread = thread
  }
}

/// One thread reads at a time; the kernel writes.
final class SwitchRing: @unchecked Sendable {
  /// Whose switches: those of the calling thread wherever it runs, or, as the kernel shows a whole
  /// process by one ring a CPU only, those of a process and all it starts on one CPU.
  enum Subject {
    case callingThread
    case process(Int32, cpu: Int)
  }

  private let file: Int32
  private let pages: UnsafeMutableRawPointer
  private let page = Int(sysconf(Int32(_SC_PAGESIZE)))
  private let bytes: Int

  /// Nil where the kernel or a container does not allow it.
  init?(of subject: Subject) {
    file =
      switch subject {
      case .callingThread: machine_switches_open(0, -1, false)
      case .process(let process, let cpu): machine_switches_open(process, Int32(cpu), true)
      }
    guard file >= 0 else { return nil }
    // Locked memory is limited for ordinary users: take what can be had.
    for count in [64, 32, 16, 8, 4] {
      let size = page * (1 + count)
      let found = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0)
      guard let found, found != MAP_FAILED else { continue }
      (pages, bytes) = (found, page * count)
      return
    }
    close(file)
    return nil
  }

  deinit {
    munmap(pages, page + bytes)
    close(file)
  }

  /// `data_head` and `data_tail` of `perf_event_mmap_page`: how far was written and read.
  private func position(_ offset: Int) -> UnsafeMutablePointer<Atomic<UInt64>> {
    (pages + offset).assumingMemoryBound(to: Atomic<UInt64>.self)
  }

  private var head: UnsafeMutablePointer<Atomic<UInt64>> { position(1024) }
  private var tail: UnsafeMutablePointer<Atomic<UInt64>> { position(1032) }

  /// Nanoseconds for which the subject has had a CPU since the ring was opened, by the wall clock;
  /// nil where the kernel does not say.
  var timeRunning: UInt64? {
    // struct read_format: value, time_running
    var answer: (value: UInt64, running: UInt64) = (0, 0)
    let size = MemoryLayout.size(ofValue: answer)
    return read(file, &answer, size) == size ? answer.running : nil
  }

  /// Takes all records that have come since.
  func drain(_ take: (SwitchRecord) -> Void) {
    let end = head.pointee.load(ordering: .acquiring)
    var place = tail.pointee.load(ordering: .relaxed)
    while place < end {
      // struct perf_event_header: type, misc, size
      let header = word(place)
      let size = header >> 48
      guard size > 0 else { break }
      if let record = record(header, at: place) { take(record) }
      place += size
    }
    tail.pointee.store(place, ordering: .releasing)
  }

  /// Records are made of whole words of 8 bytes and may go round the end of the ring between two.
  private func word(_ place: UInt64) -> UInt64 {
    (pages + page + Int(place) % bytes).load(as: UInt64.self)
  }

  private static let lost: UInt64 = 2  // PERF_RECORD_LOST
  private static let switched: UInt64 = 14  // PERF_RECORD_SWITCH
  private static let out: UInt64 = 1 << 45  // PERF_RECORD_MISC_SWITCH_OUT, of `misc`
  private static let preempted: UInt64 = 1 << 46  // PERF_RECORD_MISC_SWITCH_OUT_PREEMPT

  private func record(_ header: UInt64, at place: UInt64) -> SwitchRecord? {
    switch header & 0xFFFF_FFFF {
    case Self.lost: return SwitchRecord(kind: .lost)
    case Self.switched:
      // struct sample_id: pid and tid, time, cpu
      let isOut = header & Self.out != 0
      return SwitchRecord(
        kind: !isOut ? .switchedIn : header & Self.preempted != 0 ? .preempted : .switchedOut,
        time: word(place + 16), cpu: Int(word(place + 24) & 0xFFFF_FFFF),
        thread: Int(word(place + 8) >> 32))
    default: return nil
    }
  }
}
