/// Threads that take tiles from a common counter; nothing else is shared, and nobody waits.

import DemoKit
import Glibc
import Machine
import Screen
import Synchronization

/// What all do together.
enum TriangleJob: Equatable {
  case draw(PixelFunction, PixelKernel)
  /// Makes the frame buffer small enough to be looked at.
  case reduce
  /// The same, and its checksum.
  case sumUp
  /// Fills the frame buffer with one colour: what memory can take at most.
  case fill
  /// So many rounds of arithmetic by each thread: what the cores can do at most.
  case arithmetic(rounds: Int)
}

/// What a round of work came to.
struct TriangleRound {
  /// Of one picture: from the first thread's beginning to the last one's end, by how often it was made.
  var seconds = 0.0
  var covered = 0
  var sum: UInt64 = 0
  /// Tiles that were taken more or less often than the picture was made.
  var wrongTakes = 0
  /// By which thread every tile was taken last.
  var owners: [UInt8] = []
  var raster: Raster?
  /// Of all threads together.
  var totals = KernelTotals()
  /// How often one gave its CPU away because it had to wait for something.
  var waits = 0
}

final class TriangleCrew: @unchecked Sendable {
  let buffer: FrameBuffer
  let tiles: TileGrid
  private let reduction: Reduction
  private let set: InstructionSet
  private let sabotage: Sabotage?
  private let signals: RunSignals
  private var threads: [WorkerThread] = []

  /// Counts the rounds; whoever sees it change looks what there is to be done.
  private let go = Signal(0)
  private let isOver = Signal(0)
  private let done = Signal(0)
  private let nextTile = Atomic<Int>(0)
  private let order = Lock(Order())
  private let report = Lock(Report())

  private struct Order {
    var job = TriangleJob.reduce
    var threads = 1
    var times = 1
    var round: UInt32 = 0
  }

  /// Gathered from the threads as they end.
  private struct Report {
    var finished = 0
    var start = UInt64.max
    var end: UInt64 = 0
    var covered = 0
    var sum: UInt64 = 0
    var totals = KernelTotals()
    var waits = 0
    var tiles: [[Int32]] = []
    var parts: [[(Int, UInt32)]] = []
  }

  /// Each thread on a CPU of its own as far as there are enough; no CPUs let the system place them.
  /// Nil where the system has not so many threads.
  init?(
    threads count: Int, cpus: [Int], buffer: FrameBuffer, _ set: InstructionSet,
    sabotage: Sabotage?, signals: RunSignals
  ) {
    self.signals = signals
    self.buffer = buffer
    self.set = set
    self.sabotage = sabotage
    tiles = TileGrid(size: buffer.size, threads: count)
    reduction = Reduction(size: buffer.size, tile: tiles.side)
    let started = WorkerThread.start(count, orElse: stop) { [self] index in
      work(index, cpus.isEmpty ? nil : cpus[sabotage == .onecpu ? 0 : index % cpus.count])
    }
    guard let started else { return nil }
    threads = started
  }

  /// Ends the threads; has to be called, as they know the crew.
  func stop() {
    isOver.set(1)
    go.set(.max)
    for thread in threads { thread.join() }
    threads = []
  }

  // MARK: A round

  /// Lets the first so many threads do something together, so many times, and waits for them; a round
  /// that is cancelled is over soon, and worth nothing.
  func run(_ job: TriangleJob, threads count: Int, times: Int = 1) -> TriangleRound {
    report.withLock { $0 = Report() }
    nextTile.store(0, ordering: .relaxed)
    done.set(0)
    // The order is the last to change: whoever has seen it finds everything ready.
    let round = order.withLock { order in
      order = Order(
        job: job, threads: min(count, threads.count), times: times, round: order.round + 1)
      return order.round
    }
    go.set(round)
    while done.value == 0 { done.wait(while: 0) }
    return report.withLock { result(of: $0, job, times) }
  }

  private func result(of report: Report, _ job: TriangleJob, _ times: Int) -> TriangleRound {
    var round = TriangleRound()
    round.seconds = Double(report.end - report.start) / 1e9 / Double(times)
    (round.covered, round.sum, round.totals) = (report.covered, report.sum, report.totals)
    round.waits = report.waits
    var takes = Array(repeating: 0, count: tiles.count)
    round.owners = Array(repeating: 0, count: tiles.count)
    for (thread, own) in report.tiles.enumerated() {
      for tile in own {
        takes[Int(tile)] += 1
        round.owners[Int(tile)] = UInt8(truncatingIfNeeded: thread)
      }
    }
    round.covered /= times
    round.wrongTakes = takes.count { $0 != times }
    if job == .reduce || job == .sumUp {
      var raster = Raster(width: reduction.width, height: reduction.width)
      for own in report.parts { for (place, pixel) in own { raster.pixels[place] = pixel } }
      round.raster = raster
    }
    return round
  }

  // MARK: The threads

  private func work(_ index: Int, _ cpu: Int?) {
    if let cpu { CurrentThread.pin(to: [cpu]) }
    var seen: UInt32 = 0
    while isOver.value == 0 {
      go.wait(while: seen)
      let order = order.withLock { $0 }
      guard order.round != seen, isOver.value == 0 else { continue }
      seen = order.round
      if index < order.threads { take(part: order, index) }
    }
  }

  private func take(part order: Order, _ index: Int) {
    let most = tiles.count * order.times
    var (covered, sum) = (0, UInt64(0))
    var own: [Int32] = []
    var parts: [(Int, UInt32)] = []
    own.reserveCapacity(most)
    let before = KernelTotals.ofCurrentThread()
    // Reading the books may wait itself: what counts is read last before the work, and first after it.
    let waited = KernelTotals.waitsOfCurrentThread
    let start = MonotonicClock.now
    switch order.job {
    case .draw(let function, let kernel):
      while let tile = nextTile(of: most, own: &own) { covered += draw(tile, function, kernel) }
    case .reduce:
      while let tile = nextTile(of: most, own: &own) { reduce(tile, into: &parts) }
    case .sumUp:
      while let tile = nextTile(of: most, own: &own) {
        reduce(tile, into: &parts)
        sum &+= self.sum(tile)
      }
    case .fill:
      while let tile = nextTile(of: most, own: &own) { fill(tile) }
    case .arithmetic(let rounds): MachineLimit.arithmetic(set, rounds: rounds)
    }
    let end = MonotonicClock.now
    let waits = KernelTotals.waitsOfCurrentThread - waited
    let totals = KernelTotals.ofCurrentThread() - before
    let isLast = report.withLock { report in
      report.start = min(report.start, start)
      report.end = max(report.end, end)
      report.covered += covered
      report.sum &+= sum
      report.totals = report.totals + totals
      report.waits += waits
      while report.tiles.count <= index { report.tiles.append([]) }
      report.tiles[index] = own
      report.parts.append(parts)
      report.finished += 1
      return report.finished == order.threads
    }
    if isLast { done.set(1) }
  }

  private func nextTile(of most: Int, own: inout [Int32]) -> Int? {
    let place = nextTile.wrappingAdd(1, ordering: .relaxed).oldValue
    guard place < most, !signals.isCancelled else { return nil }
    let tile = place % tiles.count
    own.append(Int32(tile))
    return tile
  }

  private func draw(_ tile: Int, _ function: PixelFunction, _ kernel: PixelKernel) -> Int {
    let (rows, columns) = (tiles.rows(of: tile), tiles.columns(of: tile))
    guard sabotage != .static else { return paste(rows, columns) }
    return kernel.draw(
      function, rows: rows, columns: columns, into: buffer.pixels, stride: buffer.size)
  }

  /// What a picture looks like that nobody has computed.
  private func paste(_ rows: Range<Int>, _ columns: Range<Int>) -> Int {
    for row in rows {
      for column in columns {
        buffer.pixels[row * buffer.size + column] = UInt32(truncatingIfNeeded: row ^ column) | 1
      }
    }
    return rows.count * columns.count
  }

  private func sum(_ tile: Int) -> UInt64 {
    let columns = tiles.columns(of: tile)
    return tiles.rows(of: tile).reduce(0) { sum, row in
      let place = row * buffer.size + columns.lowerBound
      return sum
        &+ PictureSum.sum(of: buffer.pixels + place, count: columns.count, from: place)
    }
  }

  private func reduce(_ tile: Int, into parts: inout [(Int, UInt32)]) {
    let (rows, columns) = (tiles.rows(of: tile), tiles.columns(of: tile))
    let side = reduction.side
    for row in rows.lowerBound / side..<rows.upperBound / side {
      for column in columns.lowerBound / side..<columns.upperBound / side {
        let pixel = reduction.pixel(
          row: row, column: column, in: buffer.pixels, stride: buffer.size)
        parts.append((row * reduction.width + column, pixel))
      }
    }
  }

  /// A tile's share of the memory, in one piece.
  private func fill(_ tile: Int) {
    let columns = PixelKernel.columns
    let all = buffer.size * buffer.size / columns
    let (first, last) = (all * tile / tiles.count, all * (tile + 1) / tiles.count)
    MachineLimit.fill(
      set, buffer.pixels + first * columns, count: (last - first) * columns)
  }
}
