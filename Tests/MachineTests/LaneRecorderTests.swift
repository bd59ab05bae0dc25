/// What a worker records of itself, against what the kernel says of it.

import Testing

@testable import Machine

@Suite("Lane recorder") struct LaneRecorderTests {
  /// Works for so many milliseconds, looking at the clock only when each is over.
  private static func work(_ recorder: LaneRecorder, milliseconds: Int) {
    recorder.open()
    recorder.begin(task: 0)
    for _ in 0..<milliseconds {
      let end = MonotonicClock.now + 1_000_000
      while MonotonicClock.now < end {}
      recorder.stamp(steps: 1)
    }
    recorder.end(task: 0, sum: 0)
    recorder.close()
  }

  @Test func `a hole without a switch is no hole: work that took long is one slice`() throws {
    let recorder = LaneRecorder(chunkTime: 30e-6, wantsSwitches: false)
    let thread = WorkerThread {
      CurrentThread.pin(to: [CurrentThread.cpu])
      Self.work(recorder, milliseconds: 100)
    }
    try #require(thread).join()
    var events: [RecordedEvent] = []
    recorder.drain(into: &events)
    let totals = try #require(recorder.totals)
    let holes = events.count { $0.kind == .slice } - 1
    #expect(holes <= totals.voluntarySwitches + totals.forcedSwitches)
  }

  @Test func `a log of switches tells for how long the thread had its CPU`() throws {
    let recorder = LaneRecorder(chunkTime: 30e-6, wantsSwitches: true)
    let thread = WorkerThread { Self.work(recorder, milliseconds: 50) }
    try #require(thread).join()
    let totals = try #require(recorder.totals)
    // Where the kernel lets nobody see its switches, nothing is known of it either.
    #expect((totals.stolen != nil) == recorder.hasSwitches)
    var events: [RecordedEvent] = []
    recorder.drain(into: &events)
    let opened = try #require(events.first { $0.kind == .opened }).start
    let closed = try #require(events.first { $0.kind == .closed }).start
    #expect(totals.run + (totals.stolen ?? 0) <= (closed - opened) * 11 / 10)
  }
}
