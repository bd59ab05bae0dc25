/// The conductor of the layers: every one measured, then one thread against all, or a triangle that spins.

import DemoKit
import Glibc
import Machine
import Screen

/// Keeps the frame buffer from run to run: to get so much memory takes longer than to fill it.
final class TriangleStudio: Sendable {
  private let last = Lock<FrameBuffer?>(nil)

  /// Carries a plan out; returns why it could not.
  func run(
    _ plan: TrianglePlan, _ signals: RunSignals, _ tell: ((inout TriangleReport) -> Void) -> Void
  ) -> String? {
    // Children and threads inherit what the thread that starts them may use.
    CurrentThread.pin(to: plan.cpus)
    let hog = plan.sabotage == .hog ? ForeignHog(cpu: plan.cpus.first ?? 0) : nil
    CurrentThread.pin(to: plan.cpus)
    defer { hog?.stop() }
    if case .race(let runners) = plan.work {
      return TriangleRace(plan: plan, runners: runners, signals: signals).run(tell)
    }
    guard let buffer = buffer(plan.size) else { return Self.noMemory }
    guard let crew = TriangleCrew(plan, buffer, signals) else {
      return ConductedEngine<TrianglePlan, TriangleReport>.noThreads
    }
    defer { crew.stop() }
    TriangleHeats(plan: plan, signals: signals, crew: crew).run(tell)
    return nil
  }

  static var noMemory: String { String(cString: strerror(ENOMEM)) }

  private func buffer(_ size: Int) -> FrameBuffer? {
    last.withLock { last in
      if last?.size != size {
        last = nil
        last = FrameBuffer(size: size)
      }
      return last
    }
  }
}

extension TriangleCrew {
  convenience init?(_ plan: TrianglePlan, _ buffer: FrameBuffer, _ signals: RunSignals) {
    self.init(
      threads: plan.threads, cpus: plan.places, buffer: buffer, .best, sabotage: plan.sabotage,
      signals: signals)
  }
}

struct TriangleHeats {
  let plan: TrianglePlan
  let signals: RunSignals
  let crew: TriangleCrew

  typealias Telling = ((inout TriangleReport) -> Void) -> Void

  private let set = InstructionSet.best
  private static let leastRounds = 5
  /// Seconds for a limit, for a layer, and for the comparison of one thread with all.
  private static let limitTime = 0.2
  private static let layerTime = 0.25
  private static let threadsTime = 0.6
  /// Parts of a row, enough for a look at each function alone.
  private static let smallColors = 32
  private static let roundTime = 0.005
  private static let mostTimes = 1000
  private static let turnsPerSecond = 0.1
  private static let frame: UInt64 = 33_333_333

  func run(_ tell: Telling) {
    tell { $0.set = set }
    switch plan.work {
    case .all:
      let rounds = arithmeticRounds()
      guard let limits = limits(rounds) else { return }
      tell { $0.limits = limits }
      for layer in 1...plan.layers.count { measure(layer, tell) }
      measureThreads(plan.layers.count, rounds: rounds, tell)
    case .layer(let layer): measure(layer, tell)
    case .spin(let layer): spin(layer, tell)
    case .race: break
    }
  }

  private func function(_ layer: Int, _ pose: TriangleGeometry.Pose = .standing) -> PixelFunction {
    TriangleGeometry(size: plan.size, folds: plan.layers.folds, pose).function(layer: layer)
  }

  private var mayGoOn: Bool {
    signals.standStill()
    return !signals.isCancelled
  }

  // MARK: Limits

  /// Rounds of arithmetic that take five milliseconds or so.
  private func arithmeticRounds() -> Int {
    var rounds = 100_000
    while mayGoOn, crew.run(.arithmetic(rounds: rounds), threads: 1).seconds < 0.003,
      rounds < 1 << 30
    {
      rounds *= 2
    }
    return rounds
  }

  private func limits(_ rounds: Int) -> MachineLimits? {
    let operations = Double(rounds * MachineLimit.operationsPerRound)
    let bytes = Double(plan.size * plan.size * PixelFunction.bytes)
    let all = plan.threads
    guard let arithmetic = best(.arithmetic(rounds: rounds), threads: 1),
      let arithmeticOfAll = best(.arithmetic(rounds: rounds), threads: all),
      let fill = best(.fill, threads: 1), let fillOfAll = best(.fill, threads: all)
    else { return nil }
    return MachineLimits(
      arithmetic: operations / arithmetic,
      arithmeticOfAll: operations * Double(all) / arithmeticOfAll,
      fill: bytes / fill, fillOfAll: bytes / fillOfAll)
  }

  /// A limit is what was reached at best. Memory that was not touched for a while is slow at first:
  /// five rounds alone would make a third of the limit of it.
  private func best(_ job: TriangleJob, threads: Int) -> Double? {
    var (best, rounds) = (Double.infinity, 0)
    let start = MonotonicClock.now
    while rounds < Self.leastRounds || seconds(since: start) < Self.limitTime {
      guard mayGoOn else { return nil }
      best = min(best, crew.run(job, threads: threads).seconds)
      rounds += 1
    }
    return best
  }

  // MARK: A layer

  private func measure(_ layer: Int, _ tell: Telling) {
    let job = TriangleJob.draw(function(layer), .vector(set))
    guard mayGoOn else { return }
    _ = crew.run(job, threads: plan.threads)
    let picture = crew.run(.sumUp, threads: plan.threads)
    tell { report in
      report.current = layer
      (report.raster, report.shownLayer, report.owners) = (picture.raster, layer, [])
    }
    let geometry = TriangleGeometry(size: plan.size, folds: plan.layers.folds)
    var result = LayerResult(
      layer: layer, folds: plan.layers.folds, pixels: plan.size * plan.size, seconds: 0, rounds: 0,
      covered: 0,
      expected: geometry.coverage(layer: layer), tolerance: geometry.tolerance(layer: layer),
      sum: picture.sum, perPixelSum: nil, foreign: 0)
    guard time(job, &result, tell) else { return }
    show(layer, &result, tell)
  }

  /// Round after round by one thread; false when the run is to end.
  private func time(_ job: TriangleJob, _ result: inout LayerResult, _ tell: Telling) -> Bool {
    var times: [Double] = []
    var totals = KernelTotals()
    let start = MonotonicClock.now
    var lastLook = start
    while times.count < Self.leastRounds || seconds(since: start) < Self.layerTime {
      guard mayGoOn else { return false }
      let round = crew.run(job, threads: 1)
      times.append(round.seconds)
      totals = totals + round.totals
      (result.seconds, result.rounds) = (times.median, times.count)
      (result.covered, result.foreign) = (round.covered, totals.queuedShare)
      guard seconds(since: lastLook) > 0.25 else { continue }
      lastLook = MonotonicClock.now
      tell { $0.keep(result) }
    }
    return true
  }

  private func seconds(since time: UInt64) -> Double { Double(MonotonicClock.now - time) / 1e9 }

  /// The picture as it is shown is all threads' work; before that the other kernel has made it, too.
  private func show(_ layer: Int, _ result: inout LayerResult, _ tell: Telling) {
    guard mayGoOn else { return }
    let function = function(layer)
    // What was there before is not to be taken for what is drawn now.
    _ = crew.run(.fill, threads: plan.threads)
    _ = crew.run(.draw(function, .perPixel), threads: plan.threads)
    result.perPixelSum = crew.run(.sumUp, threads: plan.threads).sum
    _ = crew.run(.fill, threads: plan.threads)
    let drawn = crew.run(.draw(function, .vector(set)), threads: plan.threads)
    let picture = crew.run(.sumUp, threads: plan.threads)
    result.sum = picture.sum
    tell { report in
      report.keep(result)
      report.current = nil
      (report.raster, report.owners) = (picture.raster, drawn.owners)
      if layer == 4 { report.colors = picture.raster?.reduced(to: Self.smallColors) }
    }
  }

  // MARK: One thread and all of them

  private func measureThreads(_ layer: Int, rounds: Int, _ tell: Telling) {
    guard mayGoOn else { return }
    let job = TriangleJob.draw(function(layer), .vector(set))
    var result = compare(layer)
    // Threads do not start at the same moment: a round is to be much longer than that takes.
    let once = crew.run(job, threads: plan.threads).seconds
    let times = max(1, min(Self.mostTimes, Int(Self.roundTime / max(1e-6, once))))
    var pairs = ThreadPairs()
    let before = SystemLoad.read()
    let start = MonotonicClock.now
    while pairs.count < Self.leastRounds || seconds(since: start) < Self.threadsTime {
      guard mayGoOn else { return }
      pairs.add(
        one: crew.run(job, threads: 1, times: times),
        all: crew.run(job, threads: plan.threads, times: times),
        // Nothing is shared here: what is lost is the cores' own.
        alone: crew.run(.arithmetic(rounds: rounds), threads: 1),
        together: crew.run(.arithmetic(rounds: rounds), threads: plan.threads))
    }
    let load = SystemLoad.read() - before
    pairs.tell(&result)
    (result.steal, result.throttled) = (load.steal(of: plan.cpus), load.throttled)
    tell { $0.threads = result }
  }

  /// The same picture by every number of threads and every kernel that there is.
  private func compare(_ layer: Int) -> ThreadsResult {
    var result = ThreadsResult(
      layer: layer, threads: plan.threads, one: 0, many: 0, speedup: 0, rounds: 0,
      pixels: plan.size * plan.size, pictures: 0, different: 0, wrongTakes: 0,
      tiles: crew.tiles.count, waits: 0)
    var counts = [1]
    while let last = counts.last, last < plan.threads { counts.append(min(plan.threads, last * 2)) }
    let kernels = [PixelKernel.perPixel] + InstructionSet.usable.map(PixelKernel.vector)
    let all = counts.map { (PixelKernel.vector(set), $0) } + kernels.map { ($0, plan.threads) }
    var first: UInt64?
    for (kernel, threads) in all {
      guard mayGoOn else { break }
      _ = crew.run(.fill, threads: plan.threads)
      let drawn = crew.run(.draw(function(layer), kernel), threads: threads)
      let sum = crew.run(.sumUp, threads: plan.threads).sum
      result.wrongTakes += drawn.wrongTakes
      result.pictures += 1
      result.different += sum == first ?? sum ? 0 : 1
      first = first ?? sum
    }
    return result
  }

  // MARK: Spinning

  private func spin(_ layer: Int, _ tell: Telling) {
    let start = MonotonicClock.now
    var frames: [UInt64] = []
    var due = start
    while mayGoOn {
      let now = MonotonicClock.now
      let turned = Double(now - start - min(now - start, signals.pausedTime)) / 1e9
      let pose = TriangleGeometry.Pose.turned(turned * Self.turnsPerSecond * 2 * .pi)
      let drawn = crew.run(.draw(function(layer, pose), .vector(set)), threads: plan.threads)
      let picture = crew.run(.reduce, threads: plan.threads)
      frames.append(now)
      frames.removeAll { $0 + 1_000_000_000 < now }
      let rate = Double(frames.count - 1) / max(1e-3, Double(now - (frames.first ?? now)) / 1e9)
      tell { report in
        (report.raster, report.shownLayer) = (picture.raster, layer)
        report.owners = drawn.owners
        report.spin = Spin(framesPerSecond: rate, seconds: drawn.seconds)
      }
      due = max(due + Self.frame, MonotonicClock.now)
      wait(until: due)
    }
  }

  private func wait(until time: UInt64) {
    let now = MonotonicClock.now
    if time > now { poll(nil, 0, Int32((time - now) / 1_000_000)) }
  }
}
