/// When a thread was on which CPU, built from what was recorded; times are seconds of the run.

import Machine

package struct Slice: Equatable, Sendable {
  package var start: Double
  package var end: Double
  package var cpu: Int

  package init(_ start: Double, _ end: Double, cpu: Int) {
    self.start = start
    self.end = end
    self.cpu = cpu
  }

  package var length: Double { end - start }
}

package struct ThreadTrace: Equatable, Sendable {
  /// Finished slices in the order of time; never more than `most`, losses are counted.
  package private(set) var slices: [Slice] = []
  /// Time on a CPU up to the end of each slice, so that no chart has to add them all up.
  private var sums: [Double] = []
  /// The one CPU of all slices; nil when there were several, or none yet.
  private var onlyCPU: Int?
  /// The slice that is not over yet.
  package private(set) var open: Slice?
  package private(set) var dropped = 0
  package private(set) var preemptions = 0
  package private(set) var waits = 0

  private let usesSwitches: Bool
  private var isOpened = false
  private var pending: [RecordedEvent] = []
  private static let most = 400_000

  package init(usesSwitches: Bool) { self.usesSwitches = usesSwitches }

  /// A trace that was drawn by hand: for tests and golden frames.
  package init(slices: [Slice]) {
    usesSwitches = false
    for slice in slices { append(slice) }
  }

  package mutating func take(_ event: RecordedEvent, _ clock: RunClock) {
    switch event.kind {
    case .opened where usesSwitches: begin(at: event, clock)
    case .closed where usesSwitches: finish(at: event, clock)
    case .switchedIn, .switchedOut, .preempted:
      if usesSwitches { isOpened ? takeSwitch(event, clock) : pending.append(event) }
    case .slice where !usesSwitches:
      append(Slice(clock.time(event.start), clock.time(event.end), cpu: Int(event.cpu)))
    case .lost: dropped += 1
    case .opened, .closed, .slice, .began, .ended, .waited: break
    case .blocked, .unblocked, .locked, .unlocked: break
    }
  }

  /// What the kernel recorded before the worker's own first word is older than it.
  private mutating func begin(at event: RecordedEvent, _ clock: RunClock) {
    isOpened = true
    let start = clock.time(event.start)
    open = Slice(start, start, cpu: Int(event.cpu))
    for earlier in pending where earlier.start >= event.start { takeSwitch(earlier, clock) }
    pending = []
  }

  private mutating func takeSwitch(_ event: RecordedEvent, _ clock: RunClock) {
    let time = clock.time(event.start)
    if event.kind == .switchedIn {
      open = Slice(time, time, cpu: Int(event.cpu))
    } else if let begun = open {
      append(Slice(begun.start, max(begun.start, time), cpu: begun.cpu))
      open = nil
      if event.kind == .preempted { preemptions += 1 } else { waits += 1 }
    }
  }

  private mutating func finish(at event: RecordedEvent, _ clock: RunClock) {
    closing = clock.time(event.start)
  }

  /// When the worker said it was going; its last records may come later.
  private var closing: Double?

  private mutating func append(_ slice: Slice) {
    guard slice.length > 0 else { return }
    guard slices.count < Self.most else {
      dropped += 1
      return
    }
    onlyCPU = slices.isEmpty || onlyCPU == slice.cpu ? slice.cpu : nil
    slices.append(slice)
    sums.append((sums.last ?? 0) + slice.length)
  }

  /// The open slice lasts as far as the worker was last seen.
  package mutating func extend(from start: Double?, to end: Double) {
    if usesSwitches {
      guard let begun = open else { return }
      open = Slice(begun.start, max(begun.start, closing ?? end), cpu: begun.cpu)
    } else if let start {
      open = Slice(start, max(start, end), cpu: slices.last?.cpu ?? -1)
    }
  }

  /// After the thread is gone and everything has been drained.
  package mutating func seal() {
    if usesSwitches, let open, let closing, closing > open.start {
      append(Slice(open.start, closing, cpu: open.cpu))
    }
    open = nil
  }

  /// All slices, the open one last.
  package var all: [Slice] { open.map { $0.length > 0 ? slices + [$0] : slices } ?? slices }

  /// The slices inside a stretch of time, clipped to it.
  package func slices(from start: Double, to end: Double) -> [Slice] {
    var low = firstSlice { $0.end > start }
    var found: [Slice] = []
    while low < slices.count, slices[low].start < end {
      found.append(slices[low].clipped(start, end))
      low += 1
    }
    if let open, open.end > start, open.start < end { found.append(open.clipped(start, end)) }
    return found
  }

  /// Time on a CPU inside a stretch.
  package func onTime(from start: Double, to end: Double) -> Double {
    max(0, onTime(until: end) - onTime(until: start))
  }

  /// Whether every slice was on this CPU, as those of pinned threads are.
  func isOnly(on cpu: Int) -> Bool { onlyCPU == cpu && (open.map { $0.cpu == cpu } ?? true) }

  /// Time on a CPU from the beginning to a moment.
  private func onTime(until time: Double) -> Double {
    let current = open.map { max(0, min($0.end, time) - $0.start) } ?? 0
    let after = firstSlice { $0.start >= time }
    guard after > 0 else { return current }
    let last = slices[after - 1]
    return sums[after - 1] - max(0, last.end - time) + current
  }

  /// The first of the slices, which are in the order of time, for which something holds.
  private func firstSlice(where holds: (Slice) -> Bool) -> Int {
    var low = 0
    var high = slices.count
    while low < high {
      let middle = (low + high) / 2
      if holds(slices[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension Slice {
  fileprivate func clipped(_ low: Double, _ high: Double) -> Slice {
    Slice(max(start, low), min(end, high), cpu: cpu)
  }
}
