/// Recordings: a run is kept, read again and drawn by the same code, and proves nothing of this machine.

import DemoKit
import Demos
import Glibc
import Machine
import Screen
import Testing
import Wording

private func setting() -> DemoSetting {
  DemoSetting(language: .russian, ascii: false, topology: { TopologyReader().read() })
}

private func picture(_ demo: any LiveDemo) -> String {
  var canvas = Canvas(Size(rows: 20, columns: 80))
  demo.draw(on: &canvas)
  return canvas.grid.text
}

/// Looks until something is there, as a stage would.
private func look(_ demo: any LiveDemo, until isOver: () -> Bool) {
  let start = MonotonicClock.now
  while !isOver(), MonotonicClock.now - start < 60_000_000_000 {
    demo.tick(at: .nanoseconds(Int64(MonotonicClock.now - start)))
    poll(nil, 0, 5)
  }
}

private let runs: [(name: String, pairs: [(key: String, value: String)])] = [
  ("timeline", [("mode", "conc"), ("work", "100ms")]),
  ("compare", [("work", "100ms")]),
  ("wait", [("compute", "40ms"), ("wait", "100ms")]),
  ("share", [("time", "150ms")]),
  ("scale", [("budget", "2s")]),
  ("gil", [("time", "100ms")]),
  ("triangle", [("size", "512")]),
  ("triangle", [("view", "race"), ("size", "256")]),
]

/// Inside the suite that has the machine for itself: what is measured beside other threads is disturbed.
extension `The engine contract` {
  @Suite struct `Recordings` {
    @Test(arguments: runs.indices)
    func `a replay ends with the picture the run ended with, and with no result`(index: Int) throws
    {
      let (name, pairs) = runs[index]
      let entry = try #require(DemoCatalog.shipped.entry(name))
      let arguments = DemoArguments.read(pairs, for: entry.card).arguments
      let (demo, looks) = entry.makeRecorded(arguments, setting())
      demo.press(.character(" "))
      look(demo) { demo.outcome != nil }
      demo.stop()
      var recording = DemoRecording(
        demo: name, arguments: pairs, host: "там", date: "2026-11-14",
        canPin: setting().canPin(), topology: TopologyReader().read())
      recording.looks = looks()
      let read = try #require(DemoRecording(text: recording.text))
      #expect(read == recording)

      let replay = try #require(entry.makeReplay(of: read, setting()))
      #expect(replay.face.status.text.hasPrefix("▶ ЗАПИСЬ там, "))
      #expect(replay.face.status.text.hasSuffix("14.11.2026"))
      look(replay) { !replay.face.isMoving }
      #expect(picture(replay) == picture(demo))
      #expect(replay.outcome == nil)
      #expect(replay.face.status.text.hasPrefix("▶ ЗАПИСЬ там, "))
      // Nothing can be started or turned in the past.
      replay.press(.character(" "))
      replay.press(.character("5"))
      #expect(picture(replay) == picture(demo))
      replay.stop()
    }

    @Test func `what is no recording is refused whole`() {
      let good = DemoRecording(
        demo: "tree", arguments: [], host: "h", date: "2026-11-14", canPin: true,
        topology: TopologyReader().read())
      #expect(DemoRecording(text: good.text) != nil)
      #expect(DemoRecording(text: "") == nil)
      #expect(DemoRecording(text: "# A deck\n") == nil)
      #expect(
        DemoRecording(text: good.text.replacing("\"recording\":1", with: "\"recording\":2")) == nil)
      #expect(DemoRecording(text: good.text + "{\"at\":0.1}\n") == nil)
      #expect(DemoRecording(text: good.text + "{\"at\":0.1,\"look\":") == nil)
      // A look of another demo: the demo says no.
      var strange = good
      strange.looks = [DemoRecording.Look(at: 0, sample: .object([("a", .null)]))]
      let entry = DemoCatalog.shipped.entry("tree")
      #expect(entry?.makeReplay(of: strange, setting()) == nil)
    }

    @Test func `a topology is read as it was written, with its strange numbers`() throws {
      for text in ["pack:2 core:4 pu:2", "pack:1 {core:6 pu:2 kind:P} {core:8 pu:1 kind:E}"] {
        let topology = try Topology(text: text)
        #expect(Topology(try #require(JSON(text: topology.json))) == topology)
      }
    }

    @Test func `JSON is read back as it was written`() {
      let texts = [
        "null", "[1,-2,3.5,1e+20,true,false]", "{\"a\":[{}],\"b\":\"ё \\\" \\\\ \\n\"}", "\"\"",
      ]
      for text in texts { #expect(JSON(text: text)?.text == text) }
      let wrong = [
        "", "[1,]", "{\"a\" 1}", "\"open", "[1] 2", "nul", String(repeating: "[", count: 99),
      ]
      for text in wrong { #expect(JSON(text: text) == nil, "\(text)") }
    }
  }
}

extension String {
  fileprivate func replacing(_ old: String, with new: String) -> String {
    let parts = split(separator: old, omittingEmptySubsequences: false)
    return parts.joined(separator: new)
  }
}
