/// Triangles that were computed here and numbers that were made up: reports for pictures.

import DemoKit
import Demos
import Machine
import Screen
import Wording

enum ScriptedTriangle {
  static let size = 256

  /// What a frame buffer of a layer looks like.
  static func raster(_ layer: Int, rows: Int = size) -> Raster {
    let function = TriangleGeometry(size: size, folds: 5).function(layer: layer)
    var pixels = [UInt32](repeating: 0, count: size * size)
    pixels.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      _ = PixelKernel.perPixel.draw(
        function, rows: 0..<rows, columns: 0..<size, into: start, stride: size)
    }
    return Raster(
      width: size, height: size, pixels: pixels.map { $0 == 0 ? 0 : 0xFF00_0000 | $0 })
  }

  /// Two pixels that are there and two that are not.
  static let small = Raster(width: 2, height: 2, pixels: [0xFF40_80C0, 0, 0x8010_2030, 0])

  /// A run on a machine with AVX2, at so many nanoseconds a pixel.
  static func report(speedup: Double = 3.94, threads: Int = 4) -> TriangleReport {
    var report = TriangleReport()
    report.set = .avx2
    let prices = [0.14, 0.16, 0.2, 0.37, 1.18, 1.37]
    let pixels = 4096 * 4096
    report.layers = prices.enumerated().map { index, price in
      let (layer, folds) = (index + 1, 5)
      let expected = TriangleGeometry(size: 4096, folds: folds).coverage(layer: layer)
      return LayerResult(
        layer: layer, folds: folds, pixels: pixels, seconds: price * Double(pixels) / 1e9,
        rounds: 20,
        covered: Int(expected * 1.0001), expected: expected, tolerance: 0.001, sum: UInt64(layer),
        perPixelSum: UInt64(layer),
        foreign: 0.01)
    }
    report.limits = MachineLimits(
      arithmetic: 78e9, arithmeticOfAll: 312e9, fill: 31e9, fillOfAll: 44e9)
    let one = 1.37 * Double(pixels) / 1e9
    report.threads = ThreadsResult(
      layer: 6, threads: threads, one: one, many: one / speedup, speedup: speedup, rounds: 12,
      pixels: pixels, pictures: 6, different: 0, wrongTakes: 0, tiles: 4096, waits: 0,
      foreign: 0.01,
      drift: 0.01)
    (report.raster, report.shownLayer) = (raster(6), 6)
    report.colors = raster(4)
    report.owners = (0..<4096).map { UInt8($0 / 3 % threads) }
    return report
  }

  /// The race, as far as so many rows of Python's picture.
  static func race(rows: Int = size, hasNumpy: Bool = true) -> TriangleReport {
    var report = TriangleReport()
    report.set = .avx2
    let pixels = size * size
    let result = { (runner: Runner, megapixels: Double) in
      RaceResult(
        runner: runner, pixels: pixels, seconds: Double(pixels) / megapixels / 1e6, difference: 0,
        threads: runner == .threads ? 4 : 1,
        version: runner == .python ? "3.11.2" : runner == .numpy ? "2.4.6" : nil,
        python: [.python, .numpy].contains(runner) ? "3.11.2" : nil)
    }
    report.race = [result(.scalar, 212), result(.simd, 740), result(.threads, 2890)]
    (report.racePicture, report.racePainter) = (raster(6), .threads)
    let share = Double(rows) / Double(size)
    report.crawl = Crawl(
      runner: .python, rows: rows, size: size, seconds: 6.1 * share, raster: raster(6, rows: rows))
    if rows == size {
      report.race.append(result(.python, 1.42))
      report.race[3].seconds = 6.1
      report.race[3].pixels = Int(1.42 * 6.1e6)
      if hasNumpy { report.race.append(result(.numpy, 21.4)) }
    }
    if !hasNumpy { report.absent = [.numpy] }
    return report
  }

  static func sample(
    _ report: TriangleReport, run: Int = 1,
    _ phase: ConductedSample<TriangleReport>.Phase = .finished
  ) -> ConductedSample<TriangleReport> {
    ConductedSample(phase: phase, run: run, report: report)
  }

  // MARK: Sessions

  static func colorless(
    _ topology: String = scriptedMachine, _ language: Language = .russian, ascii: Bool = false
  ) -> DemoSetting {
    var setting = scriptedSetting(topology, language, ascii: ascii)
    setting.hasColors = false
    return setting
  }

  static func shown(
    _ report: TriangleReport, _ pairs: [(key: String, value: String)] = [],
    _ setting: DemoSetting = colorless()
  ) -> DemoSession<Triangle> {
    let demo = session(Triangle.self, pairs, setting, [sample(report)])
    run(demo, looks: 1)
    return demo
  }
}
