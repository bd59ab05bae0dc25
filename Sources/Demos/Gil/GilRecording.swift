/// Looks at the lock as a recording keeps them.

import DemoKit
import Machine
import Wording

extension GilReport: RecordableReport {
  package var json: JSON {
    .object(
      [
        ("python", python.map(\.json) ?? .null),
        ("failure", failure.map { .array([.string($0.english), .string($0.russian)]) } ?? .null),
        ("results", .array(results.map(\.json))), ("current", current.map(\.json) ?? .null),
        ("absent", .array(absent.map { .string($0.rawValue) })), ("mini", .array(mini.map(\.json))),
        ("currentMini", currentMini.map(\.json) ?? .null),
        ("interval", interval.map { .number($0) } ?? .null),
      ] + load.members)
  }

  package init?(_ json: JSON) {
    self.init()
    guard let heats = json["results"]?.values, let minis = json["mini"]?.values else { return nil }
    python = json["python"].flatMap(PythonFacts.init)
    if let words = json["failure"]?.values?.compactMap(\.word), words.count == 2 {
      failure = Phrase(PhraseKey(verbatim: words[0]), words[1])
    }
    results = heats.compactMap(GilResult.init)
    current = json["current"].flatMap(GilResult.init)
    absent = (json["absent"]?.values ?? []).compactMap { $0.word.flatMap(GilBar.init) }
    mini = minis.compactMap(MiniResult.init)
    currentMini = json["currentMini"].flatMap(MiniResult.init)
    interval = json["interval"]?.decimal
    load = LoadDifference(json)
    if results.count != heats.count || mini.count != minis.count { return nil }
  }
}

extension PythonFacts {
  fileprivate var json: JSON {
    .object([
      ("version", .string(version)), ("executable", .string(executable)),
      ("hasLock", .bool(hasLock)), ("isFreeThreaded", .bool(isFreeThreaded)),
      ("interval", .number(interval)), ("hasInterpreters", .bool(hasInterpreters)),
    ])
  }

  fileprivate init?(_ json: JSON) {
    guard let version = json["version"]?.word, let executable = json["executable"]?.word,
      let interval = json["interval"]?.decimal
    else { return nil }
    self.init(
      version: version, executable: executable, hasLock: json["hasLock"]?.isTrue ?? true,
      isFreeThreaded: json["isFreeThreaded"]?.isTrue ?? false, interval: interval,
      hasInterpreters: json["hasInterpreters"]?.isTrue ?? false)
  }
}

extension GilResult {
  fileprivate var json: JSON {
    .object([
      ("bar", .string(bar.rawValue)), ("workers", .integer(workers)), ("film", film.json),
    ])
  }

  fileprivate init?(_ json: JSON) {
    guard let bar = json["bar"]?.word.flatMap(GilBar.init), let workers = json["workers"]?.whole,
      let film = json["film"].flatMap(LockFilm.init)
    else { return nil }
    self.init(bar: bar, workers: workers, film: film)
  }
}

extension MiniResult {
  fileprivate var json: JSON {
    .object([
      ("lock", .string(lock.rawValue)), ("workers", .integer(workers)), ("film", film.json),
      ("references", .integer(references)),
    ])
  }

  fileprivate init?(_ json: JSON) {
    guard let lock = json["lock"]?.word.flatMap(MiniLock.init),
      let workers = json["workers"]?.whole, let film = json["film"].flatMap(LockFilm.init),
      let references = json["references"]?.whole
    else { return nil }
    self.init(lock: lock, workers: workers, film: film, references: references)
  }
}

extension LockFilm {
  /// Slices in whole nanoseconds, as the kernel's clock gave them: a replay is to be drawn the same.
  fileprivate var json: JSON {
    .object([
      (
        "workers",
        .array(
          zip(record.tasks, record.threads).map { task, trace in
            .object([
              ("start", task.start.map { .number($0) } ?? .null),
              ("end", task.end.map { .number($0) } ?? .null),
              (
                "slices",
                .array(
                  trace.slices.map {
                    .array([
                      .integer(Self.nanoseconds($0.start)), .integer(Self.nanoseconds($0.end)),
                      .integer($0.cpu),
                    ])
                  })
              ),
            ])
          })
      ),
      ("now", .number(record.now)), ("usesSwitches", .bool(usesSwitches)),
      ("onTime", .number(onTime)), ("kernelTime", .number(kernelTime)),
      ("queued", .number(queued)), ("looks", .integer(looks)),
      ("stolen", stolen.map { .number($0) } ?? .null),
      ("stampsInside", .number(stampsInside)), ("worked", .number(worked)),
      ("workedTogether", .number(workedTogether)),
    ])
  }

  private static func nanoseconds(_ seconds: Double) -> Int { Int((seconds * 1e9).rounded()) }

  fileprivate init?(_ json: JSON) {
    guard let workers = json["workers"]?.values, let now = json["now"]?.decimal,
      let onTime = json["onTime"]?.decimal, let kernelTime = json["kernelTime"]?.decimal,
      let queued = json["queued"]?.decimal, let worked = json["worked"]?.decimal,
      let together = json["workedTogether"]?.decimal
    else { return nil }
    var traces: [ThreadTrace] = []
    var tasks: [TaskSpan] = []
    for (index, worker) in workers.enumerated() {
      guard let slices = worker["slices"]?.values?.compactMap(Slice.init) else { return nil }
      traces.append(ThreadTrace(slices: slices))
      tasks.append(
        TaskSpan(
          thread: index, start: worker["start"]?.decimal, end: worker["end"]?.decimal))
    }
    self.init(record: RunRecord(threads: traces, tasks: tasks, now: now))
    (self.onTime, self.kernelTime, self.queued) = (onTime, kernelTime, queued)
    (self.worked, workedTogether) = (worked, together)
    usesSwitches = json["usesSwitches"]?.isTrue ?? false
    stolen = json["stolen"]?.decimal
    looks = json["looks"]?.whole ?? 0
    stampsInside = json["stampsInside"]?.decimal ?? 1
  }
}

extension Slice {
  fileprivate init?(_ json: JSON) {
    guard let own = json.values, own.count == 3, let start = own[0].whole, let end = own[1].whole,
      let cpu = own[2].whole
    else { return nil }
    self.init(Double(start) / 1e9, Double(end) / 1e9, cpu: cpu)
  }
}
