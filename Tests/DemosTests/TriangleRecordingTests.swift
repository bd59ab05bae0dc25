/// Recordings of the triangle: what is read back, and what nobody is made to believe.

import DemoKit
import Demos
import Machine
import Screen
import Testing

@Suite struct `Recordings of the triangle` {
  private static let extremes: [JSON] = [
    .integer(Int.max), .integer(Int.min), .integer(0), .number(1e300), .number(-1e300),
    .number(1e-300), .null,
  ]

  /// The same with each of its numbers replaced by an extreme one, one at a time.
  private static func variants(of json: JSON) -> [JSON] {
    switch json {
    case .object(let members):
      members.indices.flatMap { place in
        variants(of: members[place].1).map { changed in
          var own = members
          own[place].1 = changed
          return JSON.object(own)
        }
      }
    case .array(let values):
      values.indices.prefix(8).flatMap { place in
        variants(of: values[place]).map { changed in
          var own = values
          own[place] = changed
          return JSON.array(own)
        }
      }
    case .integer, .number: extremes
    default: []
    }
  }

  /// Whatever is believed is drawn and judged, in both views, without a trap.
  @Test func `a file with numbers that nobody can have measured crashes nothing`() {
    var report = ScriptedTriangle.report()
    let race = ScriptedTriangle.race(rows: 96)
    (report.race, report.crawl) = (race.race, race.crawl)
    report.spin = Spin(framesPerSecond: 30, seconds: 0.01)
    (report.raster, report.colors) = (ScriptedTriangle.small, ScriptedTriangle.small)
    report.crawl?.raster = ScriptedTriangle.small
    #expect(TriangleReport(report.json) == report)
    let all = Self.variants(of: report.json)
    #expect(all.count > 300)
    for json in all {
      guard let believed = TriangleReport(json) else { continue }
      let demo = ScriptedTriangle.shown(believed)
      _ = frame(demo)
      demo.press(.character("k"))
      _ = frame(demo)
      _ = frame(ScriptedTriangle.shown(believed, [(key: "view", value: "race")]))
    }
  }

  @Test func `a picture is as large as its pixels, and no larger than any that is recorded`() {
    let report = { (pixels: String, width: Int) -> TriangleReport? in
      var own = TriangleReport()
      own.raster = ScriptedTriangle.small
      guard case .object(var members) = own.json,
        let place = members.firstIndex(where: { $0.0 == "raster" })
      else { return nil }
      members[place].1 = .object([
        ("width", .integer(width)), ("height", .integer(2)), ("pixels", .string(pixels)),
      ])
      return TriangleReport(.object(members))
    }
    #expect(report("ff0000ff*3 0", 2)?.raster?.pixels == [0xFF0000FF, 0xFF0000FF, 0xFF0000FF, 0])
    for pixels in ["0*3", "0*5", "0*-1", "0*", "xyz", "", "0*9223372036854775807"] {
      #expect(report(pixels, 2)?.raster == nil, "\(pixels)")
    }
    #expect(report("0*2048", 1024)?.raster == nil)
  }
}
