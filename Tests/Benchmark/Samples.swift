/// The values of every figure, and what is made of them.

/// What is measured, in the order of the table.
enum Figure: CaseIterable {
  case startToSlide, startToLastByte, startCPU
  case stepToSlide, stepToLastByte, stepBytes, stepCPU
  case peakMemory
  case idleSwitches, idleCPU, idleBytes
  case demoFrames, demoDrawing, demoBytes, demoLeaving, demoEnding
  case reload
  case consoleStep, consoleStepCPU, consoleSwitches, stoppedConsoleStep, stoppedConsoleStepCPU
  case consoleDemoKey, consoleDemoKeyCPU
}

struct Samples {
  private var values: [Figure: [Double]] = [:]

  mutating func add(_ value: Double, to figure: Figure) {
    values[figure, default: []].append(value)
  }

  mutating func merge(_ more: Samples) { values.merge(more.values) { $0 + $1 } }

  /// Nil when it was never measured.
  func summary(of figure: Figure) -> Summary? { values[figure].flatMap(Summary.init) }
}

struct Summary {
  let median: Double
  let minimum: Double
  let p90: Double

  init?(_ values: [Double]) {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    minimum = sorted[0]
    median = sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    p90 = sorted[(sorted.count * 9 + 9) / 10 - 1]
  }
}
