/// The Python of the race: told of a function, it draws it, and its rows are looked at as they come.

import DemoKit
import Machine
import Wording

/// One thread at a time may use it.
final class TriangleChild {
  let version: String
  /// Of its numpy, once that was imported; nil where it has none.
  private(set) var numpy: String?
  private let conversation: PythonConversation
  private let signals: RunSignals

  init(_ python: Python, signals: RunSignals) throws(PythonFailure) {
    self.signals = signals
    let conversation = try PythonConversation(
      python, TriangleScript.arguments, bytes: TriangleScript.bytes, signals: signals)
    self.conversation = conversation
    let greeting = try conversation.ask("hello", within: PythonConversation.patience)
    version = try conversation.version(in: greeting)
  }

  /// Whether it has numpy; importing that may take a while.
  func importNumpy() throws(PythonFailure) -> Bool {
    numpy = try conversation.ask("import", within: 4 * PythonConversation.patience)["numpy"]?.word
    return numpy != nil
  }

  /// How many pixels of a picture it draws in a second.
  func rate(_ function: PixelFunction, size: Int) throws(PythonFailure) -> Double {
    let answer = try conversation.ask(
      "calibrate " + text(function, size), within: PythonConversation.patience)
    guard let rate = answer["rate"]?.decimal, (1...1e12).contains(rate) else {
      throw conversation.strange
    }
    return rate
  }

  /// Draws the picture; returns how long that took, in seconds, without pauses.
  func draw(
    _ function: PixelFunction, size: Int, by runner: Runner, within seconds: Double,
    looking look: () -> Void = {}
  ) throws(PythonFailure) -> Double {
    while true {
      let paused = signals.pausedTime
      let answer = try conversation.ask(
        runner.rawValue + " " + text(function, size), within: seconds, looking: look)
      guard let took = answer["seconds"]?.decimal, (1e-6...1e6).contains(took) else {
        throw conversation.strange
      }
      let inPauses = signals.pausedSeconds(since: paused)
      if runner == .python { return max(1e-6, took - inPauses) }
      // numpy draws several times and tells the median: where a pause fell into it, once more.
      if inPauses == 0 { return took }
    }
  }

  private func text(_ function: PixelFunction, _ size: Int) -> String {
    let edges = [function.a, function.b, function.c].flatMap { [$0.start, $0.right, $0.down] }
    return ([function.layer, function.folds, size] + edges.map(Int.init)).map(String.init)
      .joined(separator: " ")
  }

  // MARK: The picture

  /// How many rows are done.
  var rows: Int {
    let word: [UInt32] = conversation.memory.values(at: 0, count: 1)
    return Int(word.first ?? 0)
  }

  /// Rows of a picture of such a size.
  func pixels(rows: Range<Int>, size: Int) -> [UInt32] {
    conversation.memory.values(
      at: TriangleScript.head + rows.lowerBound * size * 4, count: rows.count * size)
  }
}
