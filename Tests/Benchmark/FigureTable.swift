/// The figures as a table: one column per program, the ratio of the medians last.

struct FigureTable {
  let columns: [(name: String, samples: Samples)]
  let idleSeconds: Int

  var text: String {
    ([heading, subheading] + Figure.allCases.compactMap(row)).joined(separator: "\n")
  }

  private static let titleWidth = 36
  private static let cellWidth = 9

  private var heading: String {
    let names = columns.map { "  " + $0.name.padded(to: Self.cellWidth * 3 - 2, atStart: true) }
    return String(repeating: " ", count: Self.titleWidth) + names.joined()
  }

  private var subheading: String {
    let words = columns.flatMap { _ in ["median", "min", "p90"] } + (isComparison ? ["ratio"] : [])
    return line("", words)
  }

  private var isComparison: Bool { columns.count == 2 }

  /// Nil when no program was measured so.
  private func row(_ figure: Figure) -> String? {
    let summaries = columns.map { $0.samples.summary(of: figure) }
    guard summaries.contains(where: { $0 != nil }) else { return nil }
    let decimals = figure.decimals
    let cells = summaries.flatMap { summary in
      [summary?.median, summary?.minimum, summary?.p90].map {
        $0?.text(decimals: decimals) ?? "–"
      }
    }
    return line(title(of: figure), cells + (isComparison ? [ratio(of: summaries)] : []))
  }

  private func ratio(of summaries: [Summary?]) -> String {
    let medians = summaries.compactMap { $0?.median }
    guard medians.count == 2 else { return "–" }
    let (own, other) = (medians[0], medians[1])
    if own == other { return "1.00" }
    return other > 0 ? (own / other).text(decimals: 2) : "–"
  }

  private func line(_ title: String, _ cells: [String]) -> String {
    title.padded(to: Self.titleWidth)
      + cells.map { $0.padded(to: Self.cellWidth, atStart: true) }.joined()
  }

  private func title(of figure: Figure) -> String {
    switch figure {
    case .startToSlide: "start to first slide, ms"
    case .startToLastByte: "start to its last byte, ms"
    case .startCPU: "own CPU of the start, ms"
    case .stepToSlide: "key to next slide, ms"
    case .stepToLastByte: "key to its last byte, ms"
    case .stepBytes: "bytes of a step"
    case .stepCPU: "own CPU of a step, ms"
    case .peakMemory: "peak memory (VmHWM), MiB"
    case .idleSwitches: "context switches in \(idleSeconds) s of rest"
    case .idleCPU: "own CPU in \(idleSeconds) s of rest, ms"
    case .idleBytes: "bytes in \(idleSeconds) s of rest"
    case .demoFrames: "frames a second, all CPUs busy"
    case .demoDrawing: "of a CPU for drawing them, %"
    case .demoBytes: "bytes of such a frame"
    case .demoLeaving: "leaving that demo: next slide, ms"
    case .demoEnding: "leaving it: last thread gone, ms"
    case .reload: "consoles: 200 slides edited, ms"
    case .consoleStep: "consoles: key to next slide, ms"
    case .consoleStepCPU: "own CPU of such a step, ms"
    case .consoleSwitches: "sleeps ended in \(idleSeconds) s of rest"
    case .stoppedConsoleStep: "one does not read: next slide, ms"
    case .stoppedConsoleStepCPU: "own CPU of such a step, ms"
    case .consoleDemoKey: "beside a demo: key to frame, ms"
    case .consoleDemoKeyCPU: "own CPU of such a key, ms"
    }
  }
}

extension Figure {
  fileprivate var decimals: Int {
    switch self {
    case .stepBytes, .idleSwitches, .idleBytes, .demoBytes, .consoleSwitches: 0
    case .peakMemory, .demoFrames, .demoLeaving, .demoEnding: 1
    case .demoDrawing, .startToSlide, .startToLastByte, .startCPU, .reload, .consoleDemoKey: 2
    case .stepToSlide, .stepToLastByte, .stepCPU, .idleCPU, .consoleStep, .consoleStepCPU,
      .stoppedConsoleStep, .stoppedConsoleStepCPU, .consoleDemoKeyCPU:
      3
    }
  }
}

extension Double {
  /// Rounded to so many decimals.
  func text(decimals: Int) -> String {
    let scale = (0..<decimals).reduce(1) { value, _ in value * 10 }
    let scaled = Int((magnitude * Double(scale)).rounded())
    let sign = self < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return sign + String(scaled) }
    let fraction = String(scaled % scale)
    let zeros = String(repeating: "0", count: decimals - fraction.count)
    return "\(sign)\(scaled / scale).\(zeros)\(fraction)"
  }
}

extension Duration {
  var milliseconds: Double { self / .milliseconds(1) }
}

extension String {
  fileprivate func padded(to width: Int, atStart: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(width - count, 0))
    return atStart ? blanks + self : self + blanks
  }
}
