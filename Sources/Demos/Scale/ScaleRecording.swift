/// Looks at the curves as a recording keeps them.

import DemoKit
import Machine

extension ScaleReport: RecordableReport {
  package var json: JSON {
    .object([
      ("points", .array(points.map(\.json))),
      (
        "current",
        current.map { .array([.string($0.kind.rawValue), .integer($0.threads)]) } ?? .null
      ),
      ("progress", .number(progress)), ("wrong", wrong.map { .integer($0) } ?? .null),
      ("tries", .integer(tries)), ("links", .integer(links)), ("numbers", .integer(numbers)),
      ("steal", .number(steal)), ("throttled", .number(throttled)),
      ("primesRates", .array(rates.primes.map { .number($0) })),
      ("mixedRates", .array(rates.mixed.map { .number($0) })),
    ])
  }

  package init?(_ json: JSON) {
    self.init()
    guard let entries = json["points"]?.values else { return nil }
    points = entries.compactMap(ScalePoint.init)
    if let now = json["current"]?.values, now.count == 2,
      let kind = now[0].word.flatMap(ScaleKind.init), let threads = now[1].whole
    {
      current = (kind, threads)
    }
    progress = json["progress"]?.decimal ?? 0
    wrong = json["wrong"]?.whole
    tries = json["tries"]?.whole ?? 0
    links = json["links"]?.whole ?? 0
    numbers = json["numbers"]?.whole ?? 0
    steal = json["steal"]?.decimal ?? 0
    throttled = json["throttled"]?.decimal ?? 0
    rates.primes = json["primesRates"]?.values?.compactMap(\.decimal) ?? []
    rates.mixed = json["mixedRates"]?.values?.compactMap(\.decimal) ?? []
    if points.count != entries.count { return nil }
  }
}

extension ScalePoint {
  fileprivate var json: JSON {
    .object([
      ("kind", .string(kind.rawValue)), ("threads", .integer(threads)),
      ("seconds", .number(seconds)), ("cpu", .number(cpu)), ("nEff", .number(nEff)),
      ("foreign", .number(foreign)), ("checksum", .string(String(checksum, radix: 16))),
      ("handOvers", .integer(handOvers)),
    ])
  }

  fileprivate init?(_ json: JSON) {
    guard let kind = json["kind"]?.word.flatMap(ScaleKind.init),
      let threads = json["threads"]?.whole, let seconds = json["seconds"]?.decimal
    else { return nil }
    self.init(
      kind: kind, threads: threads, seconds: seconds, cpu: json["cpu"]?.decimal ?? 0,
      nEff: json["nEff"]?.decimal ?? 1, foreign: json["foreign"]?.decimal ?? 0,
      checksum: json["checksum"]?.word.flatMap { UInt64($0, radix: 16) } ?? 0,
      handOvers: json["handOvers"]?.whole ?? 0)
  }
}
