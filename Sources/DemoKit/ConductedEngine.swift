/// An engine whose conductor works through a plan and keeps a report that can be looked at.

import Glibc
import Machine

package enum ConductedCommand<Plan: Equatable & Sendable>: Equatable, Sendable {
  case run(Plan)
  case pause
  case resume
  case cancel
}

package struct ConductedSample<Report: Equatable & Sendable>: Equatable, Sendable {
  package enum Phase: Equatable, Sendable {
    case idle, running, finished
    case failed(String)
  }

  package var phase: Phase
  /// Counts the runs: samples of an older run are not to be mixed with a newer one.
  package var run: Int
  package var report: Report

  package init(phase: Phase, run: Int, report: Report) {
    self.phase = phase
    self.run = run
    self.report = report
  }
}

/// For demos whose threads are not a crew with recorders: they count, and what they count is kept
/// in a report.
package final class ConductedEngine<Plan: Equatable & Sendable, Report: Equatable & Sendable>:
  Engine, @unchecked Sendable
{
  package typealias Command = ConductedCommand<Plan>
  package typealias Sample = ConductedSample<Report>
  /// Changes the report; whoever looks sees all of a change or nothing.
  package typealias Telling = ((inout Report) -> Void) -> Void

  private struct Board {
    var run = 0
    var phase = Sample.Phase.idle
    var report: Report
  }

  private let board: Lock<Board>
  private let empty: Report
  private let conductor = Conductor()
  /// Carries a plan out; returns why it could not.
  package typealias Conducting = @Sendable (Plan, RunSignals, Telling) -> String?
  private let conduct: Conducting

  package init(_ empty: Report, _ conduct: @escaping Conducting) {
    self.empty = empty
    self.conduct = conduct
    board = Lock(Board(report: empty))
  }

  deinit { stop() }

  package func perform(_ command: Command) {
    switch command {
    case .run(let plan): start(plan)
    case .pause: conductor.pause()
    case .resume: conductor.resume()
    case .cancel:
      conductor.cancel()
      board.withLock { $0.phase = .idle }
    }
  }

  private func start(_ plan: Plan) {
    let began = conductor.begin { run in
      board.withLock { $0 = Board(run: run, phase: .running, report: empty) }
    } _: { [board, conduct] run, signals in
      // A conductor whose run is over may still have something to say; nobody is to hear it.
      let tell: Telling = { change in board.withLock { if $0.run == run { change(&$0.report) } } }
      let failure = conduct(plan, signals, tell)
      board.withLock { board in
        guard board.run == run else { return }
        board.phase =
          signals.isCancelled ? .idle : failure.map { .failed($0) } ?? .finished
      }
    }
    if !began { board.withLock { $0.phase = .failed(Self.noThreads) } }
  }

  /// What is said where the system has no thread left.
  package static var noThreads: String { WorkerThread.shortage }

  package func sample() -> Sample {
    board.withLock {
      Sample(phase: $0.phase, run: $0.run, report: $0.report)
    }
  }

  package func stop() { conductor.stop() }
}
