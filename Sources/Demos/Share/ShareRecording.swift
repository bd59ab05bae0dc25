/// Looks at sharing as a recording keeps them.

import DemoKit
import Machine

extension ShareSample: RecordableSample {
  package var json: JSON { .object([("count", count.json), ("chart", chart.json)]) }

  package init?(_ json: JSON) {
    guard let count = json["count"].flatMap(ConductedSample<CountReport>.init),
      let chart = json["chart"].flatMap(CrewSample.init)
    else { return nil }
    self.init(count: count, chart: chart)
  }

  package var withoutNews: ShareSample { ShareSample(count: count, chart: chart.withoutNews) }
}

extension CountReport: RecordableReport {
  package var json: JSON {
    .object([
      ("results", .array(results.map(\.json))), ("current", current.map(\.json) ?? .null),
    ])
  }

  package init?(_ json: JSON) {
    self.init()
    guard let entries = json["results"]?.values else { return nil }
    results = entries.compactMap(CountResult.init)
    current = json["current"].flatMap(CountResult.init)
    if results.count != entries.count { return nil }
  }
}

extension CountResult {
  fileprivate var json: JSON {
    .object([
      ("way", .string(way.rawValue)), ("added", JSON(added)), ("counted", JSON(counted)),
      ("seconds", .number(seconds)), ("timed", JSON(timed)),
      ("caught", caught.map(\.json) ?? .null),
    ])
  }

  fileprivate init?(_ json: JSON) {
    guard let way = json["way"]?.word.flatMap(CountWay.init), let added = json["added"]?.unsigned,
      let counted = json["counted"]?.unsigned, let seconds = json["seconds"]?.decimal,
      let timed = json["timed"]?.unsigned
    else { return nil }
    self.init(
      way: way, added: added, counted: counted, seconds: seconds, timed: timed,
      caught: json["caught"].flatMap(CaughtLoss.init))
  }
}

extension CaughtLoss {
  fileprivate var json: JSON {
    .object([
      ("value", JSON(value)),
      (
        "sides",
        .array(
          sides.map { .array([.integer($0.thread), .integer($0.read), .integer($0.written)]) })
      ),
    ])
  }

  fileprivate init?(_ json: JSON) {
    guard let value = json["value"]?.unsigned, let sides = json["sides"]?.values else { return nil }
    self.init(
      value: value,
      sides: sides.compactMap { entry in
        guard let own = entry.values, own.count == 3, let thread = own[0].whole,
          let read = own[1].whole, let written = own[2].whole
        else { return nil }
        return Side(thread: thread, read: read, written: written)
      })
  }
}
