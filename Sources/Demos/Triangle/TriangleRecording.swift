/// Looks at the triangle as a recording keeps them.

import DemoKit
import Machine
import Screen
import Wording

extension TriangleReport: RecordableReport {
  package var json: JSON {
    .object([
      ("set", set.map { .integer(Int($0.rawValue)) } ?? .null),
      ("layers", .array(layers.map(\.json))), ("raster", raster.map(\.json) ?? .null),
      ("shownLayer", shownLayer.map { .integer($0) } ?? .null),
      ("owners", .array(owners.map { .integer(Int($0)) })),
      ("colors", colors.map(\.json) ?? .null), ("limits", limits.map(\.json) ?? .null),
      ("threads", threads.map(\.json) ?? .null),
      ("current", current.map { .integer($0) } ?? .null),
      (
        "spin",
        spin.map { .array([.number($0.framesPerSecond), .number($0.seconds)]) } ?? .null
      ),
      ("race", .array(race.map(\.json))),
      ("racePicture", racePicture.map(\.json) ?? .null),
      ("racePainter", racePainter.map { .string($0.rawValue) } ?? .null),
      ("crawl", crawl.map(\.json) ?? .null),
      ("absent", .array(absent.map { .string($0.rawValue) })),
      ("failure", failure.map { .array([.string($0.english), .string($0.russian)]) } ?? .null),
    ])
  }

  package init?(_ json: JSON) {
    self.init()
    guard let layers = json["layers"]?.values, let race = json["race"]?.values else { return nil }
    set = json["set"]?.whole.flatMap { InstructionSet(rawValue: Int32(clamping: $0)) }
    self.layers = layers.compactMap(LayerResult.init)
    raster = json["raster"].flatMap(Raster.init)
    shownLayer = json["shownLayer"]?.whole(in: Limits.layers)
    owners = (json["owners"]?.values ?? []).compactMap { $0.whole.map(UInt8.init(clamping:)) }
    colors = json["colors"].flatMap(Raster.init)
    limits = json["limits"].flatMap(MachineLimits.init)
    threads = json["threads"].flatMap(ThreadsResult.init)
    current = json["current"]?.whole(in: Limits.layers)
    if let own = json["spin"]?.values?.compactMap({ $0.decimal(in: Limits.seconds) }),
      own.count == 2
    {
      spin = Spin(framesPerSecond: own[0], seconds: own[1])
    }
    self.race = race.compactMap(RaceResult.init)
    racePicture = json["racePicture"].flatMap(Raster.init)
    racePainter = json["racePainter"]?.word.flatMap(Runner.init)
    crawl = json["crawl"].flatMap(Crawl.init)
    absent = (json["absent"]?.values ?? []).compactMap { $0.word.flatMap(Runner.init) }
    if let words = json["failure"]?.values?.compactMap(\.word), words.count == 2 {
      failure = Phrase(PhraseKey(verbatim: words[0]), words[1])
    }
    if self.layers.count != layers.count || self.race.count != race.count { return nil }
  }
}

extension Raster {
  fileprivate var json: JSON {
    let small = reduced(to: Self.mostRecorded)
    return .object([
      ("width", .integer(small.width)), ("height", .integer(small.height)),
      ("pixels", .string(small.runs)),
    ])
  }

  fileprivate init?(_ json: JSON) {
    guard let width = json["width"]?.whole, let height = json["height"]?.whole,
      let text = json["pixels"]?.word, Limits.sides.contains(width), Limits.sides.contains(height)
    else { return nil }
    self.init(width: width, height: height)
    guard fill(runs: text) else { return nil }
  }
}

extension Raster {
  /// Pixels in hexadecimal, and how often one is repeated where it is: `0*128 ff4080c0`.
  fileprivate var runs: String {
    var (text, place) = ("", 0)
    while place < pixels.count {
      let pixel = pixels[place]
      let count = pixels[place...].prefix { $0 == pixel }.count
      text += (place > 0 ? " " : "") + String(pixel, radix: 16) + (count > 1 ? "*\(count)" : "")
      place += count
    }
    return text
  }

  /// False where they are not as many as there are pixels, or none at all.
  fileprivate mutating func fill(runs text: String) -> Bool {
    var place = 0
    for run in text.split(separator: " ") {
      let parts = run.split(separator: "*", omittingEmptySubsequences: false)
      guard let pixel = UInt32(parts[0], radix: 16), parts.count <= 2,
        let count = parts.count == 2 ? Int(parts[1]) : 1, count > 0,
        count <= pixels.count - place
      else { return false }
      for index in place..<place + count { pixels[index] = pixel }
      place += count
    }
    return place == pixels.count
  }
}

extension LayerResult {
  fileprivate var json: JSON {
    .object([
      ("layer", .integer(layer)), ("folds", .integer(folds)), ("pixels", .integer(pixels)),
      ("seconds", .number(seconds)), ("rounds", .integer(rounds)), ("covered", .integer(covered)),
      ("expected", .number(expected)), ("tolerance", .number(tolerance)),
      ("sum", .string(String(sum, radix: 16))),
      ("perPixelSum", perPixelSum.map { .string(String($0, radix: 16)) } ?? .null),
      ("foreign", .number(foreign)),
    ])
  }

  fileprivate init?(_ json: JSON) {
    guard let layer = json["layer"]?.whole(in: Limits.layers),
      let folds = json["folds"]?.whole(in: LayerList.folds),
      let pixels = json["pixels"]?.whole(in: Limits.counts),
      let seconds = json["seconds"]?.decimal(in: Limits.seconds),
      let rounds = json["rounds"]?.whole(in: Limits.counts),
      let covered = json["covered"]?.whole(in: Limits.counts),
      let expected = json["expected"]?.decimal(in: 0...1e9),
      let tolerance = json["tolerance"]?.decimal(in: 0...1),
      let foreign = json["foreign"]?.decimal(in: 0...1),
      let sum = json["sum"]?.word.flatMap({ UInt64($0, radix: 16) })
    else { return nil }
    self.init(
      layer: layer, folds: folds, pixels: pixels, seconds: seconds, rounds: rounds,
      covered: covered, expected: expected, tolerance: tolerance, sum: sum,
      perPixelSum: json["perPixelSum"]?.word.flatMap { UInt64($0, radix: 16) }, foreign: foreign)
  }
}

extension ThreadsResult {
  fileprivate var json: JSON {
    .object([
      ("layer", .integer(layer)), ("threads", .integer(threads)), ("one", .number(one)),
      ("many", .number(many)), ("speedup", .number(speedup)), ("rounds", .integer(rounds)),
      ("pixels", .integer(pixels)), ("pictures", .integer(pictures)),
      ("different", .integer(different)), ("wrongTakes", .integer(wrongTakes)),
      ("tiles", .integer(tiles)), ("waits", .integer(waits)), ("foreign", .number(foreign)),
      ("drift", .number(drift)), ("steal", .number(steal)), ("throttled", .number(throttled)),
    ])
  }

  fileprivate init?(_ json: JSON) {
    let count = { json[$0]?.whole(in: Limits.counts) }
    let share = { json[$0]?.decimal(in: -1...1e3) }
    let time = { json[$0]?.decimal(in: Limits.seconds) }
    guard let layer = json["layer"]?.whole(in: Limits.layers),
      let threads = json["threads"]?.whole(in: 1...1024), let one = time("one"),
      let many = time("many"), let speedup = share("speedup"), let rounds = count("rounds"),
      let pixels = count("pixels"), let pictures = count("pictures"),
      let different = count("different"), let wrongTakes = count("wrongTakes"),
      let tiles = count("tiles"), let waits = count("waits"), let foreign = share("foreign"),
      let drift = share("drift"), let steal = share("steal"), let throttled = share("throttled")
    else { return nil }
    self.init(
      layer: layer, threads: threads, one: one, many: many, speedup: speedup, rounds: rounds,
      pixels: pixels, pictures: pictures, different: different, wrongTakes: wrongTakes,
      tiles: tiles, waits: waits, foreign: foreign, drift: drift, steal: steal,
      throttled: throttled)
  }
}

extension MachineLimits {
  fileprivate var json: JSON {
    .array([arithmetic, arithmeticOfAll, fill, fillOfAll].map { .number($0) })
  }

  fileprivate init?(_ json: JSON) {
    guard let own = json.values?.compactMap({ $0.decimal(in: 1...1e18) }), own.count == 4 else {
      return nil
    }
    self.init(arithmetic: own[0], arithmeticOfAll: own[1], fill: own[2], fillOfAll: own[3])
  }
}

extension RaceResult {
  fileprivate var json: JSON {
    .object([
      ("runner", .string(runner.rawValue)), ("pixels", .integer(pixels)),
      ("seconds", .number(seconds)), ("threads", .integer(threads)),
      ("difference", .integer(difference)), ("version", version.map { .string($0) } ?? .null),
      ("python", python.map { .string($0) } ?? .null),
    ])
  }

  fileprivate init?(_ json: JSON) {
    guard let runner = json["runner"]?.word.flatMap(Runner.init),
      let pixels = json["pixels"]?.whole(in: Limits.counts),
      let seconds = json["seconds"]?.decimal(in: Limits.seconds),
      let difference = json["difference"]?.whole(in: 0...255),
      let threads = json["threads"]?.whole(in: 1...1024)
    else { return nil }
    self.init(
      runner: runner, pixels: pixels, seconds: seconds, difference: difference, threads: threads,
      version: json["version"]?.word, python: json["python"]?.word)
  }
}

extension Crawl {
  fileprivate var json: JSON {
    .object([
      ("runner", .string(runner.rawValue)), ("rows", .integer(rows)), ("size", .integer(size)),
      ("seconds", .number(seconds)), ("raster", raster.json),
    ])
  }

  fileprivate init?(_ json: JSON) {
    guard let runner = json["runner"]?.word.flatMap(Runner.init),
      let size = json["size"]?.whole(in: 1...1 << 16),
      let rows = json["rows"]?.whole(in: 0...size),
      let seconds = json["seconds"]?.decimal(in: 0...1e6),
      let raster = json["raster"].flatMap(Raster.init)
    else { return nil }
    self.init(runner: runner, rows: rows, size: size, seconds: seconds, raster: raster)
  }
}

/// What numbers in a recording can be: a file may come from anywhere, and nothing in it is to crash us.
private enum Limits {
  static let layers = 1...PixelFunction.layers
  static let counts = 0...1 << 30
  static let seconds = 1e-7...1e6
  static let sides = 1...Raster.mostRecorded
}

extension JSON {
  fileprivate func whole(in range: ClosedRange<Int>) -> Int? {
    whole.flatMap { range.contains($0) ? $0 : nil }
  }

  fileprivate func decimal(in range: ClosedRange<Double>) -> Double? {
    decimal.flatMap { range.contains($0) ? $0 : nil }
  }
}
