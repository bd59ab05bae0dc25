/// The race with a real Python: the same pictures, and what is said where there is none to race with.

import DemoKit
import Demos
import Glibc
import Machine
import Screen
import Testing
import Wording

/// Inside the suite that has the machine for itself.
extension `The engine contract` {
  @Suite struct `The race` {
    private func finished(
      _ pairs: [(key: String, value: String)], python: String? = nil
    ) throws -> any LiveDemo {
      var setting = DemoSetting(
        language: .english, ascii: false, topology: { TopologyReader().read() })
      setting.python = python
      let entry = try #require(DemoCatalog.shipped.entry("triangle"))
      let all = [(key: "view", value: "race"), (key: "size", value: "256")] + pairs
      let demo = entry.make(DemoArguments.read(all, for: entry.card).arguments, setting)
      demo.press(.character(" "))
      let start = MonotonicClock.now
      while demo.outcome == nil, MonotonicClock.now - start < 60_000_000_000 {
        demo.tick(at: .nanoseconds(Int64(MonotonicClock.now - start)))
        poll(nil, 0, 5)
      }
      demo.stop()
      return demo
    }

    private func report(_ demo: any LiveDemo) -> TriangleReport {
      (demo.legacy as? TriangleState)?.report ?? TriangleReport()
    }

    @Test(arguments: ["f0", "f0,f1", "f0,f1,f2", "f0,f1,f2,color", "f0,f1,f2,color,folds:3"])
    func `every layer is the same picture in plain Python, in numpy and in the kernels`(
      layers: String
    ) throws {
      let demo = try finished([(key: "layers", value: layers)])
      let report = report(demo)
      let runners = Set(report.race.map(\.runner))
      // There is a Python wherever this is developed; numpy is a guest.
      #expect(runners.isSuperset(of: [.python, .scalar, .simd]), "\(runners)")
      #expect(runners.contains(.numpy) != report.absent.contains(.numpy))
      for result in report.race { #expect(result.difference == 0, "\(result.runner)") }
      #expect(demo.outcome?.verdict(of: "race-equal") == .confirmed)
      #expect(report.crawl?.rows == 256)
    }

    @Test func `where there is no Python the others race, and one line says why`() throws {
      let demo = try finished([], python: "/nowhere/python3")
      let report = report(demo)
      #expect(report.failure?.english == "/nowhere/python3 cannot be started")
      #expect(report.race.allSatisfy { !["python", "numpy"].contains($0.runner.rawValue) })
      #expect(demo.outcome?.verdict(of: "race-equal") == .confirmed)
      var canvas = Canvas(Size(rows: 20, columns: 100))
      demo.draw(on: &canvas)
      #expect(canvas.grid.text.contains("/nowhere/python3 cannot be started"))
    }
  }
}
