/// The raw numbers behind the claims about the triangle.

import DemoKit
import Machine
import Wording

struct TriangleNumbers {
  let report: TriangleReport
  let isRace: Bool

  var all: [DemoOutcome.Number] { kernel + (isRace ? race : layers + threads + limits) }

  private var kernel: [DemoOutcome.Number] {
    report.set.map {
      [
        .init("instructionSet", Phrase("instruction set", "набор команд"), .string($0.name)),
        .init("lanes", Phrase("pixels at once", "пикселей сразу"), .integer($0.lanes)),
      ]
    } ?? []
  }

  private var layers: [DemoOutcome.Number] {
    report.layers.sorted { $0.layer < $1.layer }.flatMap { layer -> [DemoOutcome.Number] in
      let name = Phrase("layer \(layer.layer)", "слой \(layer.layer)")
      return [
        .init(
          "layer\(layer.layer).nanoseconds", name + Phrase(": ns per pixel", ": нс на пиксель"),
          .number(layer.nanoseconds)),
        .init(
          "layer\(layer.layer).covered", name + Phrase(": pixels covered", ": закрашено пикселей"),
          .integer(layer.covered)),
        .init(
          "layer\(layer.layer).expected", name + Phrase(": by geometry", ": по геометрии"),
          .integer(Int(layer.expected.rounded()))),
        .init(
          "layer\(layer.layer).checksum", name + Phrase(": checksum", ": контрольная сумма"),
          .string(String(layer.sum, radix: 16))),
      ]
    }
  }

  private var threads: [DemoOutcome.Number] {
    guard let own = report.threads else { return [] }
    return [
      .init("pixels", Phrase("pixels", "пикселей"), .integer(own.pixels)),
      .init("threads", Phrase("threads", "потоков"), .integer(own.threads)),
      .init("one", Phrase("one thread, s", "один поток, с"), .number(own.one)),
      .init("many", Phrase("all threads, s", "все потоки, с"), .number(own.many)),
      .init("rounds", Phrase("pairs of rounds", "пар замеров"), .integer(own.rounds)),
      .init(
        "drift", Phrase("cores slower when all work", "ядра медленнее, когда заняты все"),
        .number(own.drift)),
      .init("tiles", Phrase("tiles", "плиток"), .integer(own.tiles)),
      .init("pictures", Phrase("pictures compared", "картинок сверено"), .integer(own.pictures)),
    ]
  }

  private var limits: [DemoOutcome.Number] {
    guard let own = report.limits else { return [] }
    let whole = report.threads.flatMap { result in report.layer(result.layer).map { (result, $0) } }
    let ofAll = whole.map { result, layer -> DemoOutcome.Number in
      var layer = layer
      layer.seconds = result.many
      return .init(
        "shareOfAll",
        Phrase("all cores: of the limit of arithmetic", "все ядра: от предела арифметики"),
        .number(layer.arithmetic / own.arithmeticOfAll))
    }
    let scaled = { (value: Double) in JSON.number(value / 1e9) }
    let all = [
      DemoOutcome.Number(
        "arithmetic", Phrase("arithmetic of a core, 10⁹/s", "арифметика ядра, 10⁹/с"),
        scaled(own.arithmetic)),
      .init(
        "arithmeticOfAll", Phrase("of all cores, 10⁹/s", "всех ядер, 10⁹/с"),
        scaled(own.arithmeticOfAll)),
      .init(
        "fill", Phrase("stores of a core, GB/s", "запись одним ядром, ГБ/с"), scaled(own.fill)),
      .init(
        "fillOfAll", Phrase("of all cores, GB/s", "всеми ядрами, ГБ/с"), scaled(own.fillOfAll)),
    ]
    return all + (ofAll.map { [$0] } ?? [])
      + report.layers.sorted { $0.layer < $1.layer }.map { layer in
        let (isMemory, share) = own.share(of: layer)
        return DemoOutcome.Number(
          "layer\(layer.layer).share",
          Phrase("layer \(layer.layer): of the limit of ", "слой \(layer.layer): от предела ")
            + (isMemory ? Phrase("memory", "памяти") : Phrase("arithmetic", "арифметики")),
          .number(share))
      }
  }

  private var race: [DemoOutcome.Number] {
    Runner.allCases.flatMap { runner -> [DemoOutcome.Number] in
      guard let own = report.runner(runner) else { return [] }
      let name = Phrase(runner.rawValue)
      return [
        .init(
          "\(runner.rawValue).megapixels",
          name + Phrase(": 10⁶ pixels a second", ": 10⁶ пикселей в секунду"),
          .number(own.megapixels)),
        .init(
          "\(runner.rawValue).seconds", name + Phrase(": time, s", ": время, с"),
          .number(own.seconds)),
        .init(
          "\(runner.rawValue).difference", name + Phrase(": difference", ": разница"),
          .integer(own.difference)),
      ]
        + (own.version.map {
          [.init("\(runner.rawValue).version", name + Phrase(": version", ": версия"), .string($0))]
        } ?? [])
    }
  }
}
