/// What is known of a run: every layer in numbers, what more threads brought, the ladder of executions.

import DemoKit
import Machine
import Screen
import Wording

/// A layer, computed by one thread with the best kernel.
package struct LayerResult: Equatable, Sendable {
  package var layer: Int
  package var folds: Int
  /// Pixels of the picture.
  package var pixels: Int
  /// Median of so many rounds.
  package var seconds: Double
  package var rounds: Int
  package var covered: Int
  /// What geometry says of that.
  package var expected: Double
  /// By how much of that it may be off.
  package var tolerance: Double
  /// Checksums of the picture as the vector kernel and the one that takes pixel by pixel made it.
  package var sum: UInt64
  package var perPixelSum: UInt64?
  /// Of the time the thread wanted to run, the share it stood in the queue.
  package var foreign: Double

  package init(
    layer: Int, folds: Int, pixels: Int, seconds: Double, rounds: Int, covered: Int,
    expected: Double, tolerance: Double, sum: UInt64, perPixelSum: UInt64?, foreign: Double
  ) {
    self.layer = layer
    self.folds = folds
    self.pixels = pixels
    self.seconds = seconds
    self.rounds = rounds
    self.covered = covered
    self.expected = expected
    self.tolerance = tolerance
    self.sum = sum
    self.perPixelSum = perPixelSum
    self.foreign = foreign
  }

  package var nanoseconds: Double { pixels > 0 ? seconds / Double(pixels) * 1e9 : 0 }
  /// What is covered, as a share of what geometry says.
  package var coverage: Double { expected > 0 ? Double(covered) / expected : 0 }
  /// How far that is off, as a share of how far it may be.
  package var coverageExcess: Double { tolerance > 0 ? abs(coverage - 1) / tolerance : 0 }
  /// What the stores of the layer come to, in bytes a second.
  package var bandwidth: Double {
    seconds > 0 ? Double(pixels * PixelFunction.bytes) / seconds : 0
  }

  /// What it does, in operations of 32 bits a second.
  package var arithmetic: Double {
    let operations = PixelFunction.operations(layer: layer, folds: folds)
    return seconds > 0 ? Double(pixels) * Double(operations) / seconds : 0
  }
}

/// The last layer by one thread and by several, in turns.
package struct ThreadsResult: Equatable, Sendable {
  package var layer: Int
  package var threads: Int
  /// Medians, in seconds.
  package var one: Double
  package var many: Double
  /// The median of what each pair of rounds came to.
  package var speedup: Double
  package var rounds: Int
  package var pixels: Int
  /// Pictures that were compared, and how many of them differ from the first one.
  package var pictures: Int
  package var different: Int
  /// Tiles that were not taken exactly once, in all rounds.
  package var wrongTakes: Int
  package var tiles: Int
  /// How often threads gave their CPUs away in a round because they had to wait for something.
  package var waits: Int
  package var foreign: Double
  /// How much slower cores are when all of them work, by arithmetic that shares nothing.
  package var drift: Double
  /// What the hypervisor took of our CPUs, as a share; seconds in which a quota held us back.
  package var steal: Double
  package var throttled: Double

  package init(
    layer: Int, threads: Int, one: Double, many: Double, speedup: Double, rounds: Int, pixels: Int,
    pictures: Int, different: Int, wrongTakes: Int, tiles: Int, waits: Int, foreign: Double = 0,
    drift: Double = 0, steal: Double = 0, throttled: Double = 0
  ) {
    self.layer = layer
    self.threads = threads
    self.one = one
    self.many = many
    self.speedup = speedup
    self.rounds = rounds
    self.pixels = pixels
    self.pictures = pictures
    self.different = different
    self.wrongTakes = wrongTakes
    self.tiles = tiles
    self.waits = waits
    self.foreign = foreign
    self.drift = drift
    self.steal = steal
    self.throttled = throttled
  }
}

/// What the machine can do at most, with one thread and with all of them.
package struct MachineLimits: Equatable, Sendable {
  /// Operations on 32 bits a second.
  package var arithmetic: Double
  package var arithmeticOfAll: Double
  /// Bytes a second that go into the frame buffer.
  package var fill: Double
  package var fillOfAll: Double

  package init(arithmetic: Double, arithmeticOfAll: Double, fill: Double, fillOfAll: Double) {
    self.arithmetic = arithmetic
    self.arithmeticOfAll = arithmeticOfAll
    self.fill = fill
    self.fillOfAll = fillOfAll
  }

  /// A layer that went beyond a limit shows that it is none: that much was reached, too.
  mutating func rise(to layer: LayerResult) {
    fill = max(fill, layer.bandwidth)
    arithmetic = max(arithmetic, layer.arithmetic)
  }

  /// What binds a layer (the lower of the two roofs), and how much of it was reached.
  package func share(of layer: LayerResult) -> (isMemory: Bool, share: Double) {
    let (memory, cores) = (layer.bandwidth / fill, layer.arithmetic / arithmetic)
    return memory > cores ? (true, memory) : (false, cores)
  }
}

/// One execution of the function.
package struct RaceResult: Equatable, Sendable {
  package var runner: Runner
  package var pixels: Int
  package var seconds: Double
  /// The largest difference of a channel from the picture as it has to be, 0 to 255.
  package var difference: Int
  package var threads: Int
  /// Of the Python or the numpy that it was, and of the Python it ran in.
  package var version: String?
  package var python: String?

  package init(
    runner: Runner, pixels: Int, seconds: Double, difference: Int = 0, threads: Int = 1,
    version: String? = nil, python: String? = nil
  ) {
    (self.version, self.python) = (version, python)
    self.runner = runner
    self.pixels = pixels
    self.seconds = seconds
    self.difference = difference
    self.threads = threads
  }

  package var megapixels: Double { seconds > 0 ? Double(pixels) / seconds / 1e6 : 0 }
}

/// Python at work, row by row.
package struct Crawl: Equatable, Sendable {
  package var runner: Runner
  package var rows: Int
  package var size: Int
  package var seconds: Double
  package var raster: Raster

  package init(runner: Runner, rows: Int, size: Int, seconds: Double, raster: Raster) {
    self.runner = runner
    self.rows = rows
    self.size = size
    self.seconds = seconds
    self.raster = raster
  }

  package var share: Double { size > 0 ? Double(rows) / Double(size) : 0 }
}

package struct Spin: Equatable, Sendable {
  package var framesPerSecond: Double
  /// Of a frame, in seconds.
  package var seconds: Double

  package init(framesPerSecond: Double, seconds: Double) {
    self.framesPerSecond = framesPerSecond
    self.seconds = seconds
  }
}

package struct TriangleReport: Equatable, Sendable {
  /// What the vector kernel is written for.
  package var set: InstructionSet?
  package var layers: [LayerResult] = []
  /// The frame buffer as it is, small; who computed which tile, and how many are in a row.
  package var raster: Raster?
  package var shownLayer: Int?
  package var owners: [UInt8] = []
  /// The layer with the three colours, for what each function alone looks like.
  package var colors: Raster?
  package var limits: MachineLimits?
  package var threads: ThreadsResult?
  /// What is being measured.
  package var current: Int?
  package var spin: Spin?

  /// The race: who is there already, the picture by the last who is compiled, and how far Python is.
  package var race: [RaceResult] = []
  package var racePicture: Raster?
  package var racePainter: Runner?
  package var crawl: Crawl?
  /// Runners that this machine has nothing for.
  package var absent: [Runner] = []
  package var failure: Phrase?

  package init() {}

  package func layer(_ layer: Int) -> LayerResult? { layers.first { $0.layer == layer } }

  package func runner(_ runner: Runner) -> RaceResult? { race.first { $0.runner == runner } }

  package mutating func keep(_ result: LayerResult) {
    layers.removeAll { $0.layer == result.layer }
    layers.append(result)
    limits?.rise(to: result)
  }

  mutating func keep(_ result: RaceResult) {
    race.removeAll { $0.runner == result.runner }
    race.append(result)
  }

  /// This report with what an older one knows besides.
  func over(_ older: TriangleReport) -> TriangleReport {
    var whole = self
    let measured = Set(layers.map(\.layer))
    whole.layers += older.layers.filter { !measured.contains($0.layer) }
    let ran = Set(race.map(\.runner))
    whole.race += older.race.filter { !ran.contains($0.runner) }
    whole.raster = raster ?? older.raster
    if raster == nil { (whole.shownLayer, whole.owners) = (older.shownLayer, older.owners) }
    whole.colors = colors ?? older.colors
    whole.limits = limits ?? older.limits
    whole.threads = threads ?? older.threads
    whole.racePicture = racePicture ?? older.racePicture
    whole.racePainter = racePainter ?? older.racePainter
    whole.crawl = crawl ?? older.crawl
    whole.absent += older.absent.filter { !whole.absent.contains($0) && !ran.contains($0) }
    whole.set = set ?? older.set
    return whole
  }
}
