/// The raw numbers behind the claims about the lock.

import DemoKit
import Machine
import Wording

struct GilNumbers {
  let report: GilReport

  var all: [DemoOutcome.Number] {
    python + (report.result(.count, workers: 2).map { film($0.film) } ?? []) + bars + mini
  }

  private var python: [DemoOutcome.Number] {
    guard let python = report.python else {
      let reason = report.failure.map { $0.english } ?? "not asked for"
      return [.init("python", Phrase("Python"), .string(reason))]
    }
    return [
      .init("python", Phrase("Python"), .string(python.version)),
      .init("executable", Phrase("program", "программа"), .string(python.executable)),
      .init(
        "interval", Phrase("switch interval, s", "интервал передачи, с"),
        .number(report.interval ?? python.interval)),
    ]
  }

  private func film(_ film: LockFilm) -> [DemoOutcome.Number] {
    [
      .init(
        "recorder", Phrase("recorder", "чем снято"),
        .string(film.usesSwitches ? "PERF_RECORD_SWITCH" : "stamps")),
      .init(
        "medianHold", Phrase("median time at it, s", "медиана владения, с"),
        .number(film.medianHold ?? 0)),
      .init("handOvers", Phrase("hand-overs", "передач замка"), .integer(film.handOvers)),
      .init(
        "together", Phrase("ran Python at once, s", "исполняли Python разом, с"),
        .number(film.workedTogether)),
      .init(
        "awakeTogether", Phrase("on CPUs at once, s", "были на ядрах разом, с"),
        .number(film.record.overlap().two)),
      .init(
        "looks", Phrase("woke up and found it taken", "проснулись, а замок занят"),
        .integer(film.looks)),
      .init(
        "stampsInside", Phrase("stamps within slices", "отметок внутри отрезков"),
        .number(film.stampsInside)),
      .init(
        "cpuBySlices", Phrase("CPU time by slices, s", "время на ядре по отрезкам, с"),
        .number(film.onTime)),
      .init(
        "cpuByKernel", Phrase("CPU time by the kernel, s", "время на ядре по ядру ОС, с"),
        .number(film.kernelTime)),
    ]
  }

  private var bars: [DemoOutcome.Number] {
    GilBar.allCases.flatMap { bar -> [DemoOutcome.Number] in
      guard let two = report.result(bar, workers: 2) else { return [] }
      let name = bar.name
      return [
        .init(
          "\(bar.rawValue).seconds", name + Phrase(": time, s", ": время, с"), .number(two.wall)),
        .init(
          "\(bar.rawValue).ratio", name + Phrase(": T₂/T₁"),
          report.ratio(bar).map { .number($0) } ?? .null),
        .init(
          "\(bar.rawValue).cpu", name + Phrase(": CPUs used", ": занято ядер"),
          .number(two.cpus)),
      ]
    }
  }

  private var mini: [DemoOutcome.Number] {
    report.mini.flatMap { result -> [DemoOutcome.Number] in
      let name = result.lock.name + Phrase(" ×\(result.workers)")
      return [
        .init(
          "mini.\(result.lock.rawValue).\(result.workers).seconds",
          name + Phrase(": time, s", ": время, с"), .number(result.film.record.makespan)),
        .init(
          "mini.\(result.lock.rawValue).\(result.workers).references",
          name + Phrase(": references", ": ссылок"), .integer(result.references)),
      ]
    }
  }
}

extension GilBar {
  /// Two workers of a kind.
  var name: Phrase {
    switch self {
    case .count: Phrase("counting, 2 threads", "счёт, 2 потока")
    case .processes: Phrase("counting, 2 processes", "счёт, 2 процесса")
    case .sha: Phrase("sha256 (C), 2 threads", "sha256 (C), 2 потока")
    case .wait: Phrase("waiting, 2 threads", "ожидание, 2 потока")
    case .freeThreaded: Phrase("counting without GIL", "счёт без GIL")
    case .interpreters: Phrase("2 sub-interpreters", "2 подынтерпретатора")
    }
  }
}

extension MiniLock {
  var name: Phrase {
    switch self {
    case .gil: Phrase("GIL")
    case .none: Phrase("no lock", "без замка")
    case .atomic: Phrase("atomic counts", "атомики")
    }
  }
}
