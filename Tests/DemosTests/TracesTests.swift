/// What is left of a demo that was left. In the last of these files, so that its tests come last in
/// their suite: by then nobody else in this process starts and ends threads.

import DemoKit
import Demos
import Glibc
import Machine
import Screen
import Testing
import Wording

extension `The engine contract` {
  @Suite struct `Traces` {
    @Test(arguments: DemoCatalog.shipped.entries.map(\.card.name) + ["race"])
    func `a demo that is left at any moment leaves no thread, no file and no process behind`(
      name: String
    ) throws {
      for looks in [0, 1, 5, 40, 120, 300] {
        // Other tests open and close such things meanwhile; what a demo leaves it leaves each time.
        var left = try remains(of: name, after: looks)
        for _ in 0..<8 where !left.isEmpty { left = try remains(of: name, after: looks) }
        #expect(left.isEmpty, "after \(looks) looks")
      }
    }

    /// What there is more of when a demo has been left.
    private func remains(of name: String, after looks: Int) throws -> [String] {
      let (threads, files, children) = (workerCount(), demoFileCount(), pythonCount())
      let entry = try #require(DemoCatalog.shipped.entry(name == "race" ? "triangle" : name))
      let pairs = ["timeline": [("mode", "par")], "race": [("view", "race")]][name] ?? []
      let setting = DemoSetting(
        language: .english, ascii: false, topology: { TopologyReader().read() })
      let demo = entry.make(DemoArguments.read(pairs, for: entry.card).arguments, setting)
      demo.press(.character(" "))
      for _ in 0..<looks {
        demo.tick(at: .zero)
        poll(nil, 0, 5)
      }
      demo.stop()
      demo.stop()
      return [
        settled(workerCount, to: threads) > threads ? "threads" : nil,
        settled(demoFileCount, to: files) > files ? "files" : nil,
        settled(pythonCount, to: children) > children ? "children" : nil,
      ].compactMap { $0 }
    }
  }
}
