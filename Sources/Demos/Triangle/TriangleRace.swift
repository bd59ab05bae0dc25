/// The conductor of the race: those who are compiled are there at once, Python crawls over the picture.

import DemoKit
import Machine
import Screen
import Wording

struct TriangleRace {
  let plan: TrianglePlan
  let runners: [Runner]
  let signals: RunSignals

  typealias Telling = TriangleHeats.Telling

  private let set = InstructionSet.best
  /// So long plain Python is to take for its picture, in seconds, as far as sizes allow.
  private static let crawlTime = 6.0
  private static let sizes = 256...TriangleScript.most
  /// numpy's intermediate results need memory many times over.
  private static let mostOfNumpy = 1536
  private static let leastRounds = 7
  /// Nanoseconds from one look at Python's rows to the next.
  private static let look: UInt64 = 90_000_000
  private static let time = 0.15

  func run(_ tell: Telling) -> String? {
    tell { $0.set = set }
    let child = runners.contains(where: \.isPython) ? start(tell) : nil
    guard !signals.isCancelled else { return nil }
    let size = child.flatMap(fittingSize) ?? min(plan.size, 1024)
    guard let buffer = FrameBuffer(size: size) else { return TriangleStudio.noMemory }
    guard let crew = TriangleCrew(plan, buffer, signals) else {
      return ConductedEngine<TrianglePlan, TriangleReport>.noThreads
    }
    defer { crew.stop() }
    runCompiled(crew, tell)
    guard let child else { return nil }
    do throws(PythonFailure) {
      for runner in runners where runner.isPython && !signals.isCancelled {
        try run(runner, child, runner == .numpy ? min(size, Self.mostOfNumpy) : size, tell)
      }
    } catch {
      if !signals.isCancelled { tell { $0.failure = error.words } }
    }
    return nil
  }

  private func function(_ size: Int) -> PixelFunction {
    TriangleGeometry(size: size, folds: plan.layers.folds).function(layer: plan.layers.count)
  }

  /// From the reference; nil where the race was left meanwhile.
  private func difference(_ size: Int, from rows: (Range<Int>) -> [UInt32]) -> Int? {
    ReferencePicture(function: function(size), size: size)
      .difference(until: { signals.isCancelled }, from: rows)
  }

  // MARK: Those who are compiled

  private func runCompiled(_ crew: TriangleCrew, _ tell: Telling) {
    let size = crew.buffer.size
    for runner in runners where !runner.isPython && !signals.isCancelled {
      if runner == .threads, plan.threads < 2 { continue }
      let seconds = time(function(size), runner, crew)
      guard let difference = difference(size, from: { crew.buffer.rows($0) }) else { return }
      let raster = crew.run(.reduce, threads: plan.threads).raster
      tell { report in
        (report.racePicture, report.racePainter) = (raster, runner)
        report.keep(
          RaceResult(
            runner: runner, pixels: size * size, seconds: seconds, difference: difference,
            threads: runner == .threads ? plan.threads : 1))
      }
    }
  }

  private func time(_ function: PixelFunction, _ runner: Runner, _ crew: TriangleCrew) -> Double {
    let job = TriangleJob.draw(function, runner == .scalar ? .perPixel : .vector(set))
    _ = crew.run(.fill, threads: 1)
    let threads = runner == .threads ? plan.threads : 1
    let once = crew.run(job, threads: threads).seconds
    let pictures = max(1, min(1000, Int(0.003 / max(1e-6, once))))
    var times: [Double] = []
    let start = MonotonicClock.now
    while times.count < Self.leastRounds || Double(MonotonicClock.now - start) / 1e9 < Self.time {
      signals.standStill()
      guard !signals.isCancelled else { break }
      times.append(crew.run(job, threads: threads, times: pictures).seconds)
    }
    return times.median
  }

  // MARK: Python

  /// Starts a Python that has what is needed; nil where there is none.
  private func start(_ tell: Telling) -> TriangleChild? {
    var failure = Phrase("there is no python3 here", "здесь нет python3")
    var plain: TriangleChild?
    for python in plan.python.candidates where !signals.isCancelled {
      do throws(PythonFailure) {
        let child = try TriangleChild(python, signals: signals)
        guard runners.contains(.numpy) else { return child }
        if hasNumpy(child) { return child }
        // The one that was asked for numpy may have died of it.
        if plain == nil { plain = try TriangleChild(python, signals: signals) }
      } catch {
        failure = error.words
      }
    }
    guard !signals.isCancelled else { return nil }
    tell { report in
      report.absent += plain == nil ? runners.filter(\.isPython) : [.numpy]
      if plain == nil { report.failure = failure }
    }
    return plain
  }

  private func hasNumpy(_ child: TriangleChild) -> Bool { (try? child.importNumpy()) == true }

  /// A picture that plain Python will be busy with for some seconds.
  private func fittingSize(_ child: TriangleChild) -> Int? {
    let most = min(plan.size, Self.sizes.upperBound)
    guard runners.contains(.python) else { return min(most, 1024) }
    guard let rate = try? child.rate(function(1024), size: 1024) else { return nil }
    let pixels = min(rate * Self.crawlTime, Double(most * most))
    let side = Int(pixels.squareRoot()) / 64 * 64
    return max(min(side, most), min(Self.sizes.lowerBound, most))
  }

  private func run(
    _ runner: Runner, _ child: TriangleChild, _ size: Int, _ tell: Telling
  ) throws(PythonFailure) {
    guard runner == .python || child.numpy != nil else { return }
    var crawl = CrawlPicture(size: size)
    var lastLook: UInt64 = 0
    let start = MonotonicClock.now
    let paused = signals.pausedTime
    let took = try child.draw(function(size), size: size, by: runner, within: 120) {
      guard runner == .python, MonotonicClock.now - lastLook > Self.look,
        crawl.take(from: child)
      else { return }
      lastLook = MonotonicClock.now
      let now = Double(MonotonicClock.now - start) / 1e9 - signals.pausedSeconds(since: paused)
      tell { $0.crawl = crawl.report(runner, seconds: max(0, now)) }
    }
    _ = crawl.take(from: child)
    let difference = difference(size) { child.pixels(rows: $0, size: size) }
    guard let difference else { return }
    tell { report in
      if runner == .python { report.crawl = crawl.report(runner, seconds: took) }
      report.keep(
        RaceResult(
          runner: runner, pixels: size * size, seconds: took, difference: difference,
          version: runner == .numpy ? child.numpy : child.version, python: child.version))
    }
  }
}
