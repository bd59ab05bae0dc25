/// One launch of a presenter, measured from its start through its steps and its rest.

import Glibc
import TerminalHarness

struct PresenterRun {
  private(set) var samples = Samples()
  private let terminal: PseudoTerminal
  private var steps = 0

  /// What a frame is: output up to a pause of at least this length.
  private static let pause = Duration.milliseconds(50)
  /// Generous, for decks of many thousand slides.
  private static let patience = Duration.seconds(60)

  init(
    of presenter: Presenter, rows: Int, columns: Int, environment: [String: String]
  ) throws {
    terminal = try PseudoTerminal(
      presenter.program, presenter.arguments, rows: rows, columns: columns,
      environment: environment)
  }

  /// Waits for the first slide.
  mutating func start() throws {
    let frame = try frame(showing: BenchmarkDeck.marker(of: 0))
    samples.add((frame.shown - terminal.start).milliseconds, to: .startToSlide)
    samples.add((frame.last - terminal.start).milliseconds, to: .startToLastByte)
    samples.add(try terminal.counters.cpu.milliseconds, to: .startCPU)
  }

  /// Two keys by turns, that every presenter has: one alone, pressed this fast, would be taken for
  /// one that sticks.
  private static let next = [" ", "j"]

  /// Presses a key and waits for the next slide.
  mutating func step(to slide: Int) throws {
    let before = try terminal.counters
    let pressed = ContinuousClock.now
    try terminal.send(Self.next[steps % Self.next.count])
    let frame = try frame(showing: BenchmarkDeck.marker(of: slide))
    let used = try terminal.counters - before
    samples.add((frame.shown - pressed).milliseconds, to: .stepToSlide)
    samples.add((frame.last - pressed).milliseconds, to: .stepToLastByte)
    samples.add(Double(frame.bytes), to: .stepBytes)
    samples.add(used.cpu.milliseconds, to: .stepCPU)
    steps += 1
  }

  mutating func measureMemory() throws {
    samples.add(Double(try terminal.counters.peakMemory) / 1024, to: .peakMemory)
  }

  /// Watches the program doing nothing, within one minute of the clock: a clock of hours and
  /// minutes on the screen may move at its turn.
  mutating func rest(forSeconds seconds: Int) throws {
    let left = 60 - time(nil) % 60
    if left <= seconds + 1 { _ = watch(for: .seconds(left + 1)) }
    let before = try terminal.counters
    let bytes = watch(for: .seconds(seconds))
    let used = try terminal.counters - before
    samples.add(Double(used.switches), to: .idleSwitches)
    samples.add(used.cpu.milliseconds, to: .idleCPU)
    samples.add(Double(bytes), to: .idleBytes)
  }

  func quit() throws {
    try terminal.send("q")
    try terminal.waitForExit()
  }

  private struct Frame {
    /// When the read that completed the marker returned.
    let shown: ContinuousClock.Instant
    let last: ContinuousClock.Instant
    let bytes: Int
  }

  private func frame(showing marker: String) throws -> Frame {
    let limit = ContinuousClock.now + Self.patience
    var shown: ContinuousClock.Instant?
    var last: ContinuousClock.Instant?
    var bytes = 0
    while shown == nil {
      let reads = terminal.record(until: limit, orPause: variedPause)
      for read in reads {
        terminal.show(read)
        bytes += read.bytes.count
        last = read.time
        if shown == nil && terminal.screen.contains(marker) { shown = read.time }
      }
      if reads.isEmpty { break }
    }
    guard let shown, let last else {
      // Says with its screen why: the program has ended, or did not come this far in time.
      try terminal.wait(for: marker, deadline: .zero) { _ in false }
      throw HarnessError.missed(marker, within: Self.patience, terminal.state, terminal.screen)
    }
    return Frame(shown: shown, last: last, bytes: bytes)
  }

  /// Varies, so that keys do not fall in step with a program's own clock.
  private var variedPause: Duration { Self.pause + .milliseconds(steps * 7 % 16) }

  /// The bytes that were written in this time.
  private func watch(for duration: Duration) -> Int {
    let reads = terminal.record(until: .now + duration)
    reads.forEach(terminal.show)
    return reads.reduce(0) { $0 + $1.bytes.count }
  }
}
