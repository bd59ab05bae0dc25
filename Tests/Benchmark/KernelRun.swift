/// The triangle's kernels beside C that a compiler made for this very machine, in one run.

import Glibc
import Machine
import TemporaryFiles
import TerminalHarness

/// All contestants draw the same picture in turns; ratios are medians over the turns.
struct KernelRun {
  private static let (rows, columns, folds) = (1080, 1920, 5)

  /// Draws a layer; returns how many pixels are covered.
  private typealias Drawing = (_ layer: Int, _ pixels: UnsafeMutablePointer<UInt32>) -> Int

  func table(turns: Int) throws -> String {
    let folder = TemporaryFolder()
    let native = try Reference("native", ["-O3", "-march=native"], in: folder)
    let plain = try Reference("plain", ["-O3"], in: folder)
    let best = InstructionSet.best
    let contestants: [(name: String, draw: Drawing)] = [
      ("C, \(best.name), ours", ours(.vector(best))),
      ("Swift, by the pixel", ours(.perPixel)),
      ("C, by the pixel", { plain.draw(.pixel, $0, $1) }),
      ("C, by the pixel, native", { native.draw(.pixel, $0, $1) }),
      ("C, straight, native", { native.draw(.straight, $0, $1) }),
    ]
    var text = "\(Self.columns) × \(Self.rows), \(Self.folds) folds, \(turns) turns, ns per pixel\n"
    text +=
      "layer" + contestants.map { cell($0.name, 25) }.joined()
      + "   ours:native  Swift:C  2 cores\n"
    for layer in 1...PixelFunction.layers {
      text += try row(layer, contestants, turns)
    }
    return text
  }

  private func row(
    _ layer: Int, _ contestants: [(name: String, draw: Drawing)], _ turns: Int
  ) throws -> String {
    let pixels = Pixels(Self.rows * Self.columns)
    let first = picture(layer, contestants[0].draw, pixels)
    for contestant in contestants where picture(layer, contestant.draw, pixels) != first {
      throw DifferentPictures(layer: layer, name: contestant.name)
    }
    var times: [[Double]] = contestants.map { _ in [] }
    var cores: [Double] = []
    for _ in 0..<turns {
      for (index, contestant) in contestants.enumerated() {
        times[index].append(time { _ = contestant.draw(layer, pixels.start) })
      }
      cores.append(coreGain(layer, pixels))
    }
    let natives = (0..<turns).map { min(times[3][$0], times[4][$0]) }
    let native = median(zip(natives, times[0]).map { $0 / $1 })
    let scalar = median(zip(times[2], times[1]).map { $0 / $1 })
    let prices = times.map { cell((median($0) / Double(pixels.count) * 1e9).text(decimals: 3), 25) }
    return "\(layer)    " + prices.joined() + cell(native.text(decimals: 2), 14)
      + cell(scalar.text(decimals: 2), 9) + cell(median(cores).text(decimals: 2), 9) + "\n"
  }

  /// What somebody draws over nothing.
  private func picture(_ layer: Int, _ draw: Drawing, _ pixels: Pixels) -> [UInt32] {
    pixels.start.update(repeating: 0xFFFF_FFFF, count: pixels.count)
    _ = draw(layer, pixels.start)
    return Array(UnsafeBufferPointer(start: pixels.start, count: pixels.count))
  }

  /// Seconds of one picture, the mean over some milliseconds.
  private func time(_ draw: () -> Void) -> Double {
    let start = MonotonicClock.now
    var count = 0
    while MonotonicClock.now - start < 8_000_000 {
      draw()
      count += 1
    }
    return Double(MonotonicClock.now - start) / Double(count) / 1e9
  }

  private func median(_ values: [Double]) -> Double { Summary(values)?.median ?? 0 }

  private func cell(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  // MARK: Ours

  private func ours(_ kernel: PixelKernel) -> Drawing {
    { layer, pixels in
      kernel.draw(
        Self.function(layer), rows: 0..<Self.rows, columns: 0..<Self.columns, into: pixels,
        stride: Self.columns)
    }
  }

  /// A triangle that fills most of the picture.
  fileprivate static func function(_ layer: Int) -> PixelFunction {
    let one = Double(EdgeFunction.one)
    let edge = { (a: Double, b: Double, c: Double) in
      EdgeFunction(start: Int32(c * one), right: Int32(a * one), down: Int32(b * one))
    }
    let (a, b) = (edge(0, -1 / 972.0, 1026 / 972.0), edge(1 / 1800.0, 1 / 1944.0, -0.561))
    let c = EdgeFunction(
      start: EdgeFunction.one - a.start - b.start, right: -a.right - b.right, down: -a.down - b.down
    )
    return PixelFunction(a, b, c, layer: layer, folds: folds)
  }

  /// How many times faster two threads on two CPUs draw pictures than one.
  private func coreGain(_ layer: Int, _ pixels: Pixels) -> Double {
    // So many that starting threads costs nothing beside.
    let pictures = 40
    let cpus = TopologyReader().read().cpusByCore
    let draw = { @Sendable (part: Int, parts: Int) in
      CurrentThread.pin(to: [cpus[part % cpus.count]])
      let bands = (0..<Self.rows / 60).filter { $0 % parts == part }
      for _ in 0..<pictures {
        for band in bands {
          _ = PixelKernel.vector(.best).draw(
            Self.function(layer), rows: band * 60..<(band + 1) * 60, columns: 0..<Self.columns,
            into: pixels.start, stride: Self.columns)
        }
      }
    }
    let took = { (parts: Int) -> Double in
      let start = MonotonicClock.now
      let threads = (0..<parts).map { part in WorkerThread { draw(part, parts) } }
      for thread in threads { thread?.join() }
      return Double(MonotonicClock.now - start)
    }
    return took(1) / took(2)
  }
}

private struct DifferentPictures: Error, CustomStringConvertible {
  let layer: Int
  let name: String
  var description: String { "layer \(layer) is another picture by \(name)" }
}

private final class Pixels: @unchecked Sendable {
  let start: UnsafeMutablePointer<UInt32>
  let count: Int

  init(_ count: Int) {
    self.count = count
    start = .allocate(capacity: count)
    start.initialize(repeating: 0, count: count)
  }

  deinit { start.deallocate() }
}

/// The function in C, built for this run.
private final class Reference {
  enum Kind: String { case pixel, straight }

  private struct Edge { var start, right, down: Int32 }
  private typealias Function =
    @convention(c) (
      Int32, UnsafeMutablePointer<UInt32>, Int32, Int32, Int32, UnsafeRawPointer
    ) -> Int64

  private let library: UnsafeMutableRawPointer

  init(_ name: String, _ flags: [String], in folder: TemporaryFolder) throws {
    let source =
      #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/") + "/Reference/triangle.c"
    let path = folder.path + "/" + name + ".so"
    let compiler = try Spawned(
      "/usr/bin/env", ["clang"] + flags + ["-shared", "-fPIC", "-o", path, source])
    compiler.wait()
    guard let library = dlopen(path, RTLD_NOW) else { throw FailedSpawn(program: "clang") }
    self.library = library
  }

  deinit { dlclose(library) }

  func draw(_ kind: Kind, _ layer: Int, _ pixels: UnsafeMutablePointer<UInt32>) -> Int {
    guard let symbol = dlsym(library, "reference_" + kind.rawValue) else { return 0 }
    let function = unsafeBitCast(symbol, to: Function.self)
    let own = KernelRun.function(layer)
    let edges = [own.a, own.b, own.c].map { Edge(start: $0.start, right: $0.right, down: $0.down) }
    return Int(function(Int32(layer), pixels, 1080, 1920, Int32(own.folds), edges))
  }
}
