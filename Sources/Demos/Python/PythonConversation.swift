/// A conversation with a python3: it is told lines, and answers each by one line of JSON.

import DemoKit
import Machine
import Wording

/// Why a Python is of no use, in one line.
struct PythonFailure: Error, Equatable {
  let words: Phrase
}

/// One thread at a time may use it.
final class PythonConversation {
  let python: Python
  let memory: SharedMemory
  private let child: ChildProcess
  private let signals: RunSignals

  /// So long a Python may take to begin, in seconds: over a network's disk a cold one does.
  static let patience = 6.0

  /// Starts it with so many bytes of memory that it can write to, as descriptor 3.
  init(
    _ python: Python, _ arguments: [String], bytes: Int, signals: RunSignals
  ) throws(PythonFailure) {
    guard let memory = SharedMemory(bytes: bytes) else {
      throw PythonFailure(words: Phrase("no memory to share", "нет общей памяти"))
    }
    guard let child = ChildProcess(python.path, python.options + arguments, lending: memory) else {
      throw Self.failure(python, Phrase("cannot be started", "не запускается"))
    }
    (self.python, self.memory, self.child, self.signals) = (python, memory, child, signals)
  }

  var process: Int32 { child.process }

  /// Says a line and waits for its answer; while the run is paused the child stands still.
  func ask(
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
      guard let answer = JSON(text: text) else { throw strange }
      return answer
    case .late: throw failure(Phrase("does not answer", "не отвечает"))
    case .flood: throw failure(Phrase("says too much", "говорит слишком много"))
    case .ended: throw failure(ending)
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

  /// Its version, as it has told it; older ones than 3.8 do not tell the numbers of their threads.
  func version(in answer: JSON) throws(PythonFailure) -> String {
    guard let version = answer["version"]?.word else { throw strange }
    let parts = version.split(separator: ".").prefix(2).map { Int($0) ?? 0 }
    guard parts.count == 2, (parts[0], parts[1]) >= (3, 8) else {
      throw failure(Phrase("is \(version); 3.8 is needed", "— это \(version), а нужен 3.8"))
    }
    return version
  }

  // MARK: What is said of it

  var strange: PythonFailure { failure(Phrase("does not speak as expected", "отвечает не то")) }

  func failure(_ words: Phrase) -> PythonFailure { Self.failure(python, words) }

  private static func failure(_ python: Python, _ words: Phrase) -> PythonFailure {
    PythonFailure(words: Phrase(python.path + " ") + words)
  }
}
