/// What one worker records of itself, in two tiers at once: the kernel's switch records where they
/// can be had, and the holes between the worker's own time stamps (Regehr's hourglass).

import Synchronization

/// The worker's half writes, the looker's half drains; they share atomics and a ring.
package final class LaneRecorder: @unchecked Sendable {
  private let ring = EventRing(capacity: 1 << 16)
  private let latestStamp = Atomic<UInt64>(0)
  private let sliceStart = Atomic<UInt64>(0)
  private let stepsDone = Atomic<Int>(0)
  private let sum = Atomic<UInt64>(0)
  private let ended = Lock<KernelTotals?>(nil)
  private let switches = Lock<SwitchLog?>(nil)

  // The worker's own.
  private var cpu = -1
  private var atStart = KernelTotals()
  /// The kernel's books at the beginning of the slice or at the last hole; nil where it records
  /// switches itself.
  private var booked: KernelBooks?
  private let holeThreshold: UInt64
  private let chunk: UInt64
  private let wantsSwitches: Bool

  /// A hole is longer than three chunks and than 200 µs: shorter ones may be interrupts. Seconds.
  package static func longestUnseen(chunkTime: Double) -> Double { max(3 * chunkTime, 200e-6) }

  package init(chunkTime: Double, wantsSwitches: Bool) {
    chunk = UInt64(chunkTime * 1e9)
    holeThreshold = UInt64(Self.longestUnseen(chunkTime: chunkTime) * 1e9)
    self.wantsSwitches = wantsSwitches
  }

  // MARK: The worker's half

  /// Called by the worker before anything else; opens its switch log.
  package func open() {
    if wantsSwitches { switches.withLock { $0 = SwitchLog() } }
    if !hasSwitches { booked = .ofCurrentThread() }
    atStart = totalsSoFar
    cpu = CurrentThread.cpu
    let now = MonotonicClock.now
    ring.push(RecordedEvent(.opened, at: now, cpu: cpu))
    beginSlice(at: now)
  }

  package func begin(task: Int) {
    let now = MonotonicClock.now
    beginSlice(at: now)
    ring.push(RecordedEvent(.began, at: now, cpu: cpu, task: task))
  }

  /// After every piece of work, of so many steps: finds out whether the thread was away or moved.
  package func stamp(steps: Int) {
    let now = MonotonicClock.now
    let last = latestStamp.load(ordering: .relaxed)
    let here = CurrentThread.cpu
    if here != cpu || (now &- last > holeThreshold && wasAway(since: last)) {
      // Where in the chunk the hole was nobody knows: half of the chunk goes to each side.
      let hole = now &- last > chunk ? chunk / 2 : 0
      ring.push(slice(to: last &+ hole))
      cpu = here
      sliceStart.store(max(last &+ hole, now &- hole), ordering: .relaxed)
    }
    latestStamp.store(now, ordering: .relaxed)
    stepsDone.store(stepsDone.load(ordering: .relaxed) &+ steps, ordering: .relaxed)
  }

  /// A hole is none where the kernel has counted no switch and has kept the thread running through
  /// it: an interrupt was served, or the hypervisor was away without telling.
  private func wasAway(since last: UInt64) -> Bool {
    guard let before = booked else { return true }
    let books = KernelBooks.ofCurrentThread()
    booked = books
    let hole = books.time &- last
    return books.switches != before.switches || books.away(since: before) > hole / 2
  }

  package func end(task: Int, sum: UInt64) {
    let now = MonotonicClock.now
    ring.push(slice(to: now))
    ring.push(RecordedEvent(.ended, at: now, cpu: cpu, task: task))
    self.sum.store(self.sum.load(ordering: .relaxed) &+ sum, ordering: .relaxed)
    beginSlice(at: now)
  }

  /// Around a wait of the worker's own will: what lies between is no slice.
  package func waited(_ wait: () -> Void) {
    let start = MonotonicClock.now
    ring.push(slice(to: start))
    wait()
    let now = MonotonicClock.now
    ring.push(RecordedEvent(.waited, at: start, to: now))
    cpu = CurrentThread.cpu
    beginSlice(at: now)
  }

  /// Around a wait for something that can be named; looks again and again go inside.
  package func blocked(_ reason: WaitReason, _ wait: () -> Void) {
    ring.push(RecordedEvent(.blocked, at: MonotonicClock.now, cpu: cpu, task: reason.rawValue))
    wait()
    ring.push(RecordedEvent(.unblocked, at: MonotonicClock.now, cpu: cpu))
  }

  package func locked() { ring.push(RecordedEvent(.locked, at: MonotonicClock.now, cpu: cpu)) }
  package func unlocked() { ring.push(RecordedEvent(.unlocked, at: MonotonicClock.now, cpu: cpu)) }

  /// Called by the worker as the last thing.
  package func close() {
    let totals = totalsSoFar - atStart
    ring.push(RecordedEvent(.closed, at: MonotonicClock.now, cpu: cpu))
    ended.withLock { $0 = totals }
  }

  private var totalsSoFar: KernelTotals { switches.withLock { .ofCurrentThread($0) } }

  private func beginSlice(at now: UInt64) {
    if booked != nil { booked = .ofCurrentThread() }
    sliceStart.store(now, ordering: .relaxed)
    latestStamp.store(now, ordering: .relaxed)
  }

  private func slice(to end: UInt64) -> RecordedEvent {
    let start = sliceStart.load(ordering: .relaxed)
    return RecordedEvent(.slice, at: start, to: max(start, end), cpu: cpu)
  }

  // MARK: The looker's half

  /// Whether the kernel's switch records could be had.
  package var hasSwitches: Bool { switches.withLock { $0 != nil } }

  /// Everything recorded since the last time; the kernel's records come after the worker's own.
  package func drain(into list: inout [RecordedEvent]) {
    ring.drain(into: &list)
    switches.withLock { $0?.drain { list.append(RecordedEvent($0)) } }
  }

  /// When the worker was last seen working.
  package var lastSeen: UInt64 { latestStamp.load(ordering: .relaxed) }
  package var openSliceStart: UInt64 { sliceStart.load(ordering: .relaxed) }
  /// Steps of work done so far.
  package var steps: Int { stepsDone.load(ordering: .relaxed) }
  package var checksum: UInt64 { sum.load(ordering: .relaxed) }
  package var dropped: Int { ring.dropped }

  /// The kernel's totals of the worker's life; nil while it lives.
  package var totals: KernelTotals? { ended.withLock { $0 } }

  /// Closes what only makes sense while the thread lives; after it has been joined.
  package func finish() { switches.withLock { $0 = nil } }
}

extension RecordedEvent {
  fileprivate init(_ record: SwitchRecord) {
    let kind: Kind =
      switch record.kind {
      case .switchedIn: .switchedIn
      case .switchedOut: .switchedOut
      case .preempted: .preempted
      case .lost: .lost
      }
    self.init(kind, at: record.time, cpu: record.cpu)
  }
}
