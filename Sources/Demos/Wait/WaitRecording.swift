/// Looks at waiting as a recording keeps them.

import DemoKit
import Machine

extension WaitSample: RecordableSample {
  package var json: JSON { .object([("ladder", ladder.json), ("crew", crew.json)]) }

  package init?(_ json: JSON) {
    guard let ladder = json["ladder"].flatMap(ConductedSample<LadderReport>.init),
      let crew = json["crew"].flatMap(CrewSample.init)
    else { return nil }
    self.init(ladder: ladder, crew: crew)
  }

  package var withoutNews: WaitSample { WaitSample(ladder: ladder, crew: crew.withoutNews) }
}

extension LadderReport: RecordableReport {
  package var json: JSON {
    let rows = WaitKind.allCases.compactMap { kind in
      self.rows[kind].map { (kind.rawValue, $0.json) }
    }
    return .object([("hasNoNetwork", .bool(hasNoNetwork)), ("rows", .object(rows))])
  }

  package init?(_ json: JSON) {
    self.init()
    hasNoNetwork = json["hasNoNetwork"]?.isTrue ?? false
    for kind in WaitKind.allCases {
      rows[kind] = json["rows"]?[kind.rawValue].map { LadderRow($0) }
    }
  }
}

extension LadderRow {
  fileprivate var json: JSON {
    let number = { (value: Double?) in value.map { JSON.number($0) } ?? .null }
    return .object([
      ("latency", number(latency)), ("gain", number(gain)), ("siblingGain", number(siblingGain)),
      ("foreign", .number(foreign)), ("drift", .number(drift)),
    ])
  }

  fileprivate init(_ json: JSON) {
    self.init(
      latency: json["latency"]?.decimal, gain: json["gain"]?.decimal,
      siblingGain: json["siblingGain"]?.decimal)
    foreign = json["foreign"]?.decimal ?? 0
    drift = json["drift"]?.decimal ?? 0
  }
}
