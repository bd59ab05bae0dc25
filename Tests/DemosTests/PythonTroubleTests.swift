/// Pythons that are none: what is said of them, and that the show goes on.

import DemoKit
import Demos
import Glibc
import Machine
import Screen
import Testing
import Wording

/// Inside the suite that has the machine for itself.
extension `The engine contract` {
  @Suite struct `Troubles with Python` {
    private static let troubles: [(script: String, words: String)] = [
      ("exit 3", "has ended by itself, status 3"),
      ("kill -SEGV $$", "was killed by signal 11"),
      ("exec cat /dev/zero", "says too much"),
      ("exec yes", "does not speak as expected"),
      ("read line; echo '{}'; sleep 1000", "does not speak as expected"),
      (secondThreadRefused, "has ended by itself, status 1"),
      ("trap '' TERM HUP INT; exec >&-; sleep 1000", "was killed by signal 9"),
    ]

    /// A real one, whose system has a thread for the first worker and none for the second.
    private static let secondThreadRefused = #"""
      for text; do :; done
      exec python3 -I -S -c '
      import sys, threading
      start = threading.Thread.start
      def start_one(thread):
          if threading.active_count() > 1: raise RuntimeError("no thread left")
          start(thread)
      threading.Thread.start = start_one
      exec(sys.argv[1])' "$text"
      """#

    /// A program that does what a script says, in a folder of its own.
    private func program(_ script: String, _ run: (String) throws -> Void) throws {
      var template = Array("/tmp/lectern-python-XXXXXX".utf8CString)
      let file = mkstemp(&template)
      let path = String(
        decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      defer { unlink(path) }
      let text = "#!/bin/sh\n" + script + "\n"
      #expect(write(file, text, text.utf8.count) == text.utf8.count)
      fchmod(file, 0o700)
      close(file)
      try run(path)
    }

    private func outcome(_ python: String, engine: String) throws -> (any LiveDemo) {
      var setting = DemoSetting(
        language: .english, ascii: false, topology: { TopologyReader().read() })
      setting.python = python
      let entry = try #require(DemoCatalog.shipped.entry("gil"))
      let pairs = [(key: "time", value: "100ms"), (key: "engine", value: engine)]
      let demo = entry.make(DemoArguments.read(pairs, for: entry.card).arguments, setting)
      demo.press(.character(" "))
      let start = MonotonicClock.now
      while demo.outcome == nil, demo.face.failure == nil,
        MonotonicClock.now - start < 60_000_000_000
      {
        demo.tick(at: .nanoseconds(Int64(MonotonicClock.now - start)))
        poll(nil, 0, 5)
      }
      demo.stop()
      return demo
    }

    private func text(_ demo: any LiveDemo) -> String {
      var canvas = Canvas(Size(rows: 20, columns: 100))
      demo.draw(on: &canvas)
      return canvas.grid.text
    }

    @Test(arguments: troubles.indices)
    func `a Python that is none is told of in one line, and the mini-interpreter steps in`(
      index: Int
    ) throws {
      let (script, words) = Self.troubles[index]
      try program(script) { path in
        let demo = try outcome(path, engine: "auto")
        #expect(text(demo).contains(path + " " + words), "\(text(demo))")
        #expect(demo.outcome?.exitStatus != 1, "\(demo.outcome?.verdicts ?? [])")
        #expect(demo.outcome?.verdict(of: "mini-gil-right") == .confirmed)
      }
    }

    @Test func `where there is no Python at all, that is said`() throws {
      let demo = try outcome("/nowhere/python3", engine: "auto")
      #expect(text(demo).contains("/nowhere/python3 cannot be started"))
      #expect(demo.outcome?.verdict(of: "mini-gil-right") == .confirmed)
    }

    @Test func `who wants Python and nothing else is told why there is nothing`() throws {
      let demo = try outcome("/nowhere/python3", engine: "python")
      #expect(demo.outcome == nil)
      #expect(demo.face.failure == "/nowhere/python3 cannot be started")
    }
  }
}
