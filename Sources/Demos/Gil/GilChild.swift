/// The Python that is filmed: greeted, told to work, and watched while it does.

import DemoKit
import Machine
import Wording

/// What a Python says of itself.
package struct PythonFacts: Equatable, Sendable {
  package var version: String
  package var executable: String
  package var hasLock: Bool
  package var isFreeThreaded: Bool
  /// `sys.getswitchinterval()`, in seconds.
  package var interval: Double
  package var hasInterpreters: Bool

  package init(
    version: String, executable: String, hasLock: Bool = true, isFreeThreaded: Bool = false,
    interval: Double = 0.005, hasInterpreters: Bool = false
  ) {
    self.version = version
    self.executable = executable
    self.hasLock = hasLock
    self.isFreeThreaded = isFreeThreaded
    self.interval = interval
    self.hasInterpreters = hasInterpreters
  }
}

/// One thread at a time may use it.
final class GilChild {
  private let conversation: PythonConversation
  private let switches: ChildSwitchLog?
  private var records: [SwitchRecord] = []

  /// Starts it; its threads are filmed by the kernel where that is wanted and allowed.
  init(
    _ python: Python, filmedOn cpus: [Int]?, signals: RunSignals
  ) throws(PythonFailure) {
    let conversation = try PythonConversation(
      python, GilScript.arguments, bytes: GilScript.row * GilScript.workers * 8, signals: signals)
    self.conversation = conversation
    // Before the first line it only waits: everything it will start is recorded.
    switches = cpus.flatMap { ChildSwitchLog(of: conversation.process, cpus: $0) }
  }

  // MARK: What it can be told

  func greet() throws(PythonFailure) -> PythonFacts {
    let answer = try conversation.ask("hello", within: PythonConversation.patience)
    let version = try conversation.version(in: answer)
    guard let interval = answer["interval"]?.decimal else { throw conversation.strange }
    return PythonFacts(
      version: version, executable: answer["executable"]?.word ?? conversation.python.path,
      hasLock: answer["gil"]?.isTrue ?? true,
      isFreeThreaded: answer["freeThreaded"]?.isTrue ?? false, interval: interval,
      hasInterpreters: answer["interpreters"]?.isTrue ?? false)
  }

  /// Sets the switch interval; returns what it is then.
  func set(interval: Double) throws(PythonFailure) -> Double {
    try conversation.ask("interval \(interval)", within: PythonConversation.patience)["interval"]?
      .decimal ?? interval
  }

  /// How many pieces of each kind of work take so many seconds.
  func calibrate(_ seconds: Double) throws(PythonFailure) -> PythonAmounts {
    let answer = try conversation.ask("calibrate \(seconds)", within: PythonConversation.patience)
    return PythonAmounts(
      count: answer["count"]?.whole ?? 1, sha: answer["sha"]?.whole ?? 1, wait: seconds / 2)
  }

  /// Lets one or two workers do their work, of which each has so much; whoever looks is shown what
  /// has been filmed so far, four times a second.
  func heat(
    _ kind: GilBar, workers: Int, _ amounts: PythonAmounts, within seconds: Double,
    looking look: (LockFilm) -> Void
  ) throws(PythonFailure) -> LockFilm {
    let start = MonotonicClock.now
    let takenBefore = stolen
    forgetRecords()
    var lastLook = start
    _ = try conversation.ask(
      "heat \(kind.command) \(workers) \(amounts.text(kind))", within: seconds
    ) {
      drain()
      guard workers > 1, MonotonicClock.now - lastLook > 250_000_000 else { return }
      lastLook = MonotonicClock.now
      if let film = film(workers, since: start) { look(film) }
    }
    drain()
    guard var film = film(workers, since: start), film.record.isFinished else {
      throw conversation.failure(Phrase("has not finished", "не доделал"))
    }
    // The clock of a process knows nothing of those that it has forked.
    if kind != .processes, let before = takenBefore, let now = stolen {
      film.stolen = max(0, now - before)
    }
    return film
  }

  /// Seconds for which its threads had CPUs and did not run, so far; nil where the kernel cannot
  /// tell.
  private var stolen: Double? {
    guard let used = ProcessCPUClock.now(of: conversation.process),
      let had = switches?.timeRunning
    else { return nil }
    return (Double(had) - Double(used)) / 1e9
  }

  // MARK: The film

  private func forgetRecords() {
    drain()
    // Who was switched in last may go on from there.
    let threads = Dictionary(records.map { ($0.thread, $0) }) { $1 }
    records = threads.values.filter { $0.kind == .switchedIn }.sorted { $0.time < $1.time }
  }

  private func drain() { switches?.drain(into: &records) }

  private func film(_ workers: Int, since start: UInt64) -> LockFilm? {
    let rows = (0..<workers).compactMap { worker($0, since: start) }
    guard rows.count == workers else { return nil }
    return LockFilm(rows, switches == nil ? nil : records.sorted { $0.time < $1.time })
  }

  /// What a worker has written; nil before it has begun.
  private func worker(_ row: Int, since start: UInt64) -> StampedWorker? {
    let words = conversation.memory.words(from: row * GilScript.row, count: GilScript.row)
    guard words.count > GilScript.stamps, words[1] >= start else { return nil }
    var worker = StampedWorker(thread: Int(truncatingIfNeeded: words[0]), start: words[1])
    worker.end = words[2] >= worker.start ? words[2] : nil
    (worker.run, worker.queued) = (words[3], words[4])
    worker.stamps = Array(words[GilScript.stamps...].prefix { $0 >= start })
    return worker
  }
}

/// How much of each kind of work there is to be done.
struct PythonAmounts: Equatable {
  /// Pieces.
  var count: Int
  var sha: Int
  /// Seconds.
  var wait: Double

  func text(_ kind: GilBar) -> String {
    switch kind {
    case .sha: String(sha)
    case .wait: String(wait)
    case .count, .processes, .freeThreaded, .interpreters: String(count)
    }
  }
}
