/// One heat of the mini-interpreter: its threads, what they share, what they stamp.

import DemoKit
import Glibc
import Machine
import Synchronization

final class MiniHeat: @unchecked Sendable {
  private let lock: MiniLock
  private let rounds: Int
  private let pieces: Int
  private let wantsSwitches: Bool
  private let places: [Int]
  private let signals: RunSignals
  private let gil: MiniGil
  private let go = Signal(0)
  private let isCancelled = Atomic<Bool>(false)
  /// The number 1, which all threads use.
  private let one = MiniNumber.make(1)
  private let rows: [Row]

  /// What a worker tells of itself.
  private final class Row: @unchecked Sendable {
    let stamps: StampRow
    let worker = Lock<StampedWorker?>(nil)
    let log = Lock<SwitchLog?>(nil)
    /// What the log has told so far.
    let switches = Lock<[SwitchRecord]>([])
    let isDone = Atomic<Bool>(false)

    init(_ pieces: Int) { stamps = StampRow(capacity: pieces + 1) }

    /// All switches of the thread so far; nil where the kernel tells of none.
    func drained() -> [SwitchRecord]? {
      log.withLock { log in
        guard let log else { return nil }
        return switches.withLock { list in
          log.drain { list.append($0) }
          return list
        }
      }
    }
  }

  init(
    _ lock: MiniLock, workers: Int, rounds: Int, pieces: Int, _ plan: GilPlan, _ signals: RunSignals
  ) {
    self.lock = lock
    self.rounds = rounds
    self.pieces = pieces
    wantsSwitches = plan.wantsSwitches
    places = plan.places
    self.signals = signals
    gil = MiniGil(interval: plan.interval) { signals.isCancelled }
    rows = (0..<workers).map { _ in Row(pieces) }
    hasGil = lock == .gil && plan.sabotage != .nogil
  }

  private let hasGil: Bool

  deinit { MiniNumber.destroy(one) }

  // MARK: The conductor's half

  func start() { go.set(1) }

  func cancel() {
    isCancelled.store(true, ordering: .relaxed)
    go.set(1)
  }

  var isOver: Bool { rows.allSatisfy { $0.isDone.load(ordering: .acquiring) } }
  var references: Int { one.pointee.references.load(ordering: .relaxed) }

  /// What has been recorded so far; nil before all have begun.
  var film: LockFilm? {
    var switches: [SwitchRecord]? = wantsSwitches ? [] : nil
    let workers = rows.compactMap { row -> StampedWorker? in
      guard var worker = row.worker.withLock({ $0 }) else { return nil }
      worker.stamps = row.stamps.values
      guard let own = row.drained() else {
        switches = nil
        return worker
      }
      switches? += own
      return worker
    }
    guard workers.count == rows.count else { return nil }
    return LockFilm(workers, switches?.sorted { $0.time < $1.time })
  }

  // MARK: The workers' half

  /// Pieces of work by the calling thread, for calibration.
  func pieces(until isEnough: (Int) -> Bool) {
    let thread = MiniThread<PlainCounting>(MiniCode.loop, sharing: one)
    var done = 0
    while !isEnough(done) {
      thread.run(from: rounds, atJump: atJump)
      done += 1
    }
  }

  private func atJump() {
    guard hasGil, gil.isAskedToDrop else { return }
    gil.drop()
    gil.take()
  }

  func work(_ row: Int) {
    defer { rows[row].isDone.store(true, ordering: .releasing) }
    // A system left to itself may keep both on one CPU for longer than the heat lasts.
    if !places.isEmpty { CurrentThread.pin(to: [places[row % places.count]]) }
    if wantsSwitches { rows[row].log.withLock { $0 = SwitchLog() } }
    while go.value == 0, !signals.isCancelled { go.wait(while: 0) }
    guard !isCancelled.load(ordering: .relaxed) else { return }
    if lock == .atomic {
      run(MiniThread<AtomicCounting>(MiniCode.loop, sharing: one), rows[row])
    } else {
      run(MiniThread<PlainCounting>(MiniCode.loop, sharing: one), rows[row])
    }
  }

  private func run<Counting>(_ thread: MiniThread<Counting>, _ row: Row) {
    let before = row.log.withLock { KernelTotals.ofCurrentThread($0) }
    var worker = StampedWorker(
      thread: CurrentThread.id, start: MonotonicClock.now, cpu: CurrentThread.cpu)
    row.worker.withLock { $0 = worker }
    if hasGil { gil.take() }
    for _ in 0..<pieces where !signals.isCancelled {
      if signals.isPaused { pause() }
      thread.run(from: rounds, atJump: atJump)
      row.stamps.append(MonotonicClock.now)
    }
    if hasGil { gil.drop() }
    worker.end = MonotonicClock.now
    let totals = row.log.withLock { KernelTotals.ofCurrentThread($0) } - before
    (worker.run, worker.queued, worker.stolen) = (totals.run, totals.queued, totals.stolen)
    row.worker.withLock { $0 = worker }
  }

  private func pause() {
    if hasGil { gil.drop() }
    signals.standStill()
    if hasGil { gil.take() }
  }
}

/// Stamps that one thread makes and another looks at; what finds no place is lost.
private final class StampRow: @unchecked Sendable {
  private let stamps: UnsafeMutablePointer<UInt64>
  private let count = Atomic<Int>(0)
  private let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    stamps = .allocate(capacity: capacity)
    stamps.initialize(repeating: 0, count: capacity)
  }

  deinit { stamps.deallocate() }

  func append(_ stamp: UInt64) {
    let place = count.load(ordering: .relaxed)
    guard place < capacity else { return }
    stamps[place] = stamp
    count.store(place + 1, ordering: .releasing)
  }

  var values: [UInt64] {
    Array(UnsafeBufferPointer(start: stamps, count: count.load(ordering: .acquiring)))
  }
}
