/// A conversation with a python3: it is greeted, told to work, and watched while it does.

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

/// Why a Python is of no use, in one line.
struct PythonFailure: Error, Equatable {
  let words: Phrase
}

/// One thread at a time may use it.
final class PythonChild {
  private let python: Python
  private let child: ChildProcess
  private let memory: SharedMemory
  private let switches: ChildSwitchLog?
  private var records: [SwitchRecord] = []
  private let signals: RunSignals

  /// So long a Python may take to begin, in seconds: over a network's disk a cold one does.
  private static let patience = 6.0

  /// Starts it; its threads are filmed by the kernel where that is wanted and allowed.
  init(
    _ python: Python, filmedOn cpus: [Int]?, signals: RunSignals
  ) throws(PythonFailure) {
    guard let memory = SharedMemory(bytes: GilScript.row * GilScript.workers * 8) else {
      throw PythonFailure(words: Phrase("no memory to share", "нет общей памяти"))
    }
    guard
      let child = ChildProcess(
        python.path, python.options + GilScript.arguments, lending: memory)
    else { throw Self.failure(python, Phrase("cannot be started", "не запускается")) }
    (self.child, self.memory, self.signals) = (child, memory, signals)
    self.python = python
    // Before the first line it only waits: everything it will start is recorded.
    switches = cpus.flatMap { ChildSwitchLog(of: child.process, cpus: $0) }
  }

  // MARK: Lines

  /// Says a line and waits for its answer; while the run is paused the child stands still.
  private func ask(
    _ line: String, within seconds: Double, looking look: () -> Void = {}
  ) throws(PythonFailure) -> JSON {
    child.send(line)
    let answer = child.line(within: seconds, until: { signals.isCancelled }) {
      if signals.isPaused {
        child.pause()
        signals.standStill()
        child.resume()
      }
      look()
    }
    switch answer {
    case .line(let text):
      guard let answer = JSON(text: text) else {
        throw Self.failure(python, Phrase("does not speak as expected", "отвечает не то"))
      }
      return answer
    case .late: throw Self.failure(python, Phrase("does not answer", "не отвечает"))
    case .flood: throw Self.failure(python, Phrase("says too much", "говорит слишком много"))
    case .ended: throw Self.failure(python, ending)
    }
  }

  private var ending: Phrase {
    child.stop()
    return switch child.ending {
    case .exited(let status):
      Phrase("has ended by itself, status \(status)", "завершился сам, код \(status)")
    case .killed(let signal):
      Phrase("was killed by signal \(signal)", "убит сигналом \(signal)")
    case nil: Phrase("has closed its output", "закрыл свой вывод")
    }
  }

  private static func failure(_ python: Python, _ words: Phrase) -> PythonFailure {
    PythonFailure(words: Phrase(python.path + " ") + words)
  }

  // MARK: What it can be told

  func greet() throws(PythonFailure) -> PythonFacts {
    let answer = try ask("hello", within: Self.patience)
    guard let version = answer["version"]?.word, let interval = answer["interval"]?.decimal else {
      throw Self.failure(python, Phrase("does not speak as expected", "отвечает не то"))
    }
    guard Self.isNewEnough(version) else {
      throw Self.failure(
        python, Phrase("is \(version); 3.8 is needed", "— это \(version), а нужен 3.8"))
    }
    return PythonFacts(
      version: version, executable: answer["executable"]?.word ?? python.path,
      hasLock: answer["gil"]?.isTrue ?? true,
      isFreeThreaded: answer["freeThreaded"]?.isTrue ?? false, interval: interval,
      hasInterpreters: answer["interpreters"]?.isTrue ?? false)
  }

  /// Threads tell their numbers since 3.8.
  private static func isNewEnough(_ version: String) -> Bool {
    let parts = version.split(separator: ".").prefix(2).map { Int($0) ?? 0 }
    return parts.count == 2 && (parts[0], parts[1]) >= (3, 8)
  }

  /// Sets the switch interval; returns what it is then.
  func set(interval: Double) throws(PythonFailure) -> Double {
    try ask("interval \(interval)", within: Self.patience)["interval"]?.decimal ?? interval
  }

  /// How many pieces of each kind of work take so many seconds.
  func calibrate(_ seconds: Double) throws(PythonFailure) -> PythonAmounts {
    let answer = try ask("calibrate \(seconds)", within: Self.patience)
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
    forgetRecords()
    var lastLook = start
    _ = try ask("heat \(kind.command) \(workers) \(amounts.text(kind))", within: seconds) {
      drain()
      guard workers > 1, MonotonicClock.now - lastLook > 250_000_000 else { return }
      lastLook = MonotonicClock.now
      if let film = film(workers, since: start) { look(film) }
    }
    drain()
    guard let film = film(workers, since: start), film.record.isFinished else {
      throw Self.failure(python, Phrase("has not finished", "не доделал"))
    }
    return film
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
    let words = memory.words(from: row * GilScript.row, count: GilScript.row)
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
