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
      ("racePicture", racePicture.map(\.json) ?? .null), ("crawl", crawl.map(\.json) ?? .null),
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
    shownLayer = json["shownLayer"]?.whole
    owners = (json["owners"]?.values ?? []).compactMap { $0.whole.map(UInt8.init(clamping:)) }
    colors = json["colors"].flatMap(Raster.init)
    limits = json["limits"].flatMap(MachineLimits.init)
    threads = json["threads"].flatMap(ThreadsResult.init)
    current = json["current"]?.whole
    if let own = json["spin"]?.values?.compactMap(\.decimal), own.count == 2 {
      spin = Spin(framesPerSecond: own[0], seconds: own[1])
    }
    self.race = race.compactMap(RaceResult.init)
    racePicture = json["racePicture"].flatMap(Raster.init)
    crawl = json["crawl"].flatMap(Crawl.init)
    absent = (json["absent"]?.values ?? []).compactMap { $0.word.flatMap(Runner.init) }
    if let words = json["failure"]?.values?.compactMap(\.word), words.count == 2 {
      failure = Phrase(words[0], words[1])
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
      let text = json["pixels"]?.word, (1...1024).contains(width), (1...1024).contains(height)
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
      ("expected", .number(expected)), ("sum", .string(String(sum, radix: 16))),
      ("perPixelSum", perPixelSum.map { .string(String($0, radix: 16)) } ?? .null),
      ("foreign", .number(foreign)),
    ])
  }

  fileprivate init?(_ json: JSON) {
    guard let layer = json["layer"]?.whole, let folds = json["folds"]?.whole,
      let pixels = json["pixels"]?.whole, let seconds = json["seconds"]?.decimal,
      let rounds = json["rounds"]?.whole, let covered = json["covered"]?.whole,
      let expected = json["expected"]?.decimal, let foreign = json["foreign"]?.decimal,
      let sum = json["sum"]?.word.flatMap({ UInt64($0, radix: 16) })
    else { return nil }
    self.init(
      layer: layer, folds: folds, pixels: pixels, seconds: seconds, rounds: rounds,
      covered: covered, expected: expected, sum: sum,
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
      ("drift", .number(drift)),
    ])
  }

  fileprivate init?(_ json: JSON) {
    let whole = { json[$0]?.whole }
    let decimal = { json[$0]?.decimal }
    guard let layer = whole("layer"), let threads = whole("threads"), let one = decimal("one"),
      let many = decimal("many"), let speedup = decimal("speedup"), let rounds = whole("rounds"),
      let pixels = whole("pixels"), let pictures = whole("pictures"),
      let different = whole("different"), let wrongTakes = whole("wrongTakes"),
      let tiles = whole("tiles"), let waits = whole("waits"), let foreign = decimal("foreign"),
      let drift = decimal("drift")
    else { return nil }
    self.init(
      layer: layer, threads: threads, one: one, many: many, speedup: speedup, rounds: rounds,
      pixels: pixels, pictures: pictures, different: different, wrongTakes: wrongTakes,
      tiles: tiles, waits: waits, foreign: foreign, drift: drift)
  }
}

extension MachineLimits {
  fileprivate var json: JSON {
    .array([arithmetic, arithmeticOfAll, fill, fillOfAll].map { .number($0) })
  }

  fileprivate init?(_ json: JSON) {
    guard let own = json.values?.compactMap(\.decimal), own.count == 4 else { return nil }
    self.init(arithmetic: own[0], arithmeticOfAll: own[1], fill: own[2], fillOfAll: own[3])
  }
}

extension RaceResult {
  fileprivate var json: JSON {
    .object([
      ("runner", .string(runner.rawValue)), ("pixels", .integer(pixels)),
      ("seconds", .number(seconds)), ("threads", .integer(threads)),
      ("difference", .integer(difference)), ("version", version.map { .string($0) } ?? .null),
    ])
  }

  fileprivate init?(_ json: JSON) {
    guard let runner = json["runner"]?.word.flatMap(Runner.init),
      let pixels = json["pixels"]?.whole, let seconds = json["seconds"]?.decimal,
      let difference = json["difference"]?.whole
    else { return nil }
    self.init(
      runner: runner, pixels: pixels, seconds: seconds, difference: difference,
      threads: json["threads"]?.whole ?? 1, version: json["version"]?.word)
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
    guard let runner = json["runner"]?.word.flatMap(Runner.init), let rows = json["rows"]?.whole,
      let size = json["size"]?.whole, let seconds = json["seconds"]?.decimal,
      let raster = json["raster"].flatMap(Raster.init)
    else { return nil }
    self.init(runner: runner, rows: rows, size: size, seconds: seconds, raster: raster)
  }
}
