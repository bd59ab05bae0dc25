/// A run that was kept: who made it where, and every look at its engine, as JSON lines.

import Machine
import Screen
import Wording

/// The first line tells of the machine and the demo, every other one is a look:
///
///     {"recording":1,"demo":"timeline","arguments":[["mode","par"]],"host":"…","date":"2026-11-24",
///      "canPin":true,"topology":TOPOLOGY}
///     {"at":0.033,"look":SAMPLE}
///
/// `at` is in seconds from the start of the run; TOPOLOGY is what `lectern topology --json` prints,
/// SAMPLE what the demo's engine shows.
package struct DemoRecording: Equatable, Sendable {
  package struct Look: Equatable, Sendable {
    package var at: Double
    package var sample: JSON

    package init(at: Double, sample: JSON) {
      self.at = at
      self.sample = sample
    }
  }

  package static let version = 1
  /// Larger ones are no recordings of ours.
  package static let largest = 64 << 20

  package var demo: String
  package var arguments: [(key: String, value: String)]
  package var host: String
  /// Year, month, day.
  package var date: String
  package var canPin: Bool
  package var topology: Topology
  package var looks: [Look] = []

  package init(
    demo: String, arguments: [(key: String, value: String)], host: String, date: String,
    canPin: Bool, topology: Topology
  ) {
    self.demo = demo
    self.arguments = arguments
    self.host = host
    self.date = date
    self.canPin = canPin
    self.topology = topology
  }

  package static func == (left: DemoRecording, right: DemoRecording) -> Bool {
    left.text == right.text
  }

  /// All lines.
  package var text: String {
    let header = JSON.object([
      ("recording", .integer(Self.version)), ("demo", .string(demo)),
      ("arguments", .array(arguments.map { .array([.string($0.key), .string($0.value)]) })),
      ("host", .string(host)), ("date", .string(date)), ("canPin", .bool(canPin)),
      ("topology", topology.value),
    ])
    let lines = looks.map { JSON.object([("at", .number($0.at)), ("look", $0.sample)]) }
    return ([header] + lines).map { $0.text + "\n" }.joined()
  }

  /// Nil where the text is no recording, or one of a later version.
  package init?(text: String) {
    var lines = text.split(separator: "\n")[...]
    guard let header = lines.popFirst().flatMap({ JSON(text: $0) }),
      header["recording"]?.whole == Self.version, let demo = header["demo"]?.word,
      let topology = header["topology"].flatMap(Topology.init)
    else { return nil }
    let pairs = (header["arguments"]?.values ?? []).compactMap { entry -> (String, String)? in
      guard let pair = entry.values, pair.count == 2, let key = pair[0].word,
        let value = pair[1].word
      else { return nil }
      return (key, value)
    }
    self.init(
      demo: demo, arguments: pairs.map { (key: $0.0, value: $0.1) },
      host: header["host"]?.word ?? "?", date: header["date"]?.word ?? "?",
      canPin: header["canPin"]?.isTrue ?? false, topology: topology)
    for line in lines {
      guard let json = JSON(text: line), let at = json["at"]?.decimal, let look = json["look"]
      else { return nil }
      looks.append(Look(at: at, sample: look))
    }
  }

  /// `vm, 2 ядра, 24.11.2026`
  package func label(_ language: Language) -> String {
    let cores = language.counted(
      topology.cores, one: Phrase("core", "ядро"), few: "ядра", many: Phrase("cores", "ядер"))
    return "\(host), \(cores), \(language.date(date))"
  }
}

/// An engine whose looks are kept.
package final class RecordingEngine<Command: Sendable, Sample: RecordableSample>: Engine,
  @unchecked Sendable
{
  private let engine: any Engine<Command, Sample>
  private var start: UInt64?
  private var last: Sample?
  package private(set) var looks: [DemoRecording.Look] = []

  package init(_ engine: any Engine<Command, Sample>) { self.engine = engine }

  package func perform(_ command: Command) {
    if start == nil { start = MonotonicClock.now }
    engine.perform(command)
  }

  package func sample() -> Sample {
    let sample = engine.sample()
    guard let start, sample != last else { return sample }
    last = sample
    looks.append(
      DemoRecording.Look(at: Double(MonotonicClock.now - start) / 1e9, sample: sample.json))
    return sample
  }

  package func stop() { engine.stop() }
}

/// An engine that shows what another one has shown, at the same pace. Nothing of it runs.
package final class ReplayEngine<Command: Sendable, Sample: RecordableSample>: Engine,
  @unchecked Sendable
{
  private let looks: [(at: Double, sample: Sample)]
  private var start: UInt64?
  private var next = 0
  private var shown: Sample

  /// Nil where a look is none of this demo's, or there is none at all.
  package init?(_ recording: DemoRecording) {
    var looks: [(at: Double, sample: Sample)] = []
    for look in recording.looks {
      guard let sample = Sample(look.sample) else { return nil }
      looks.append((look.at, sample))
    }
    guard let first = looks.first else { return nil }
    self.looks = looks
    shown = first.sample.withoutNews
  }

  package func perform(_ command: Command) {
    if start == nil { start = MonotonicClock.now }
  }

  /// The next look whose time has come; between two of them the last one, with nothing new.
  package func sample() -> Sample {
    guard let start, next < looks.count,
      looks[next].at <= Double(MonotonicClock.now - start) / 1e9
    else { return shown }
    let sample = looks[next].sample
    next += 1
    shown = sample.withoutNews
    return sample
  }

  package func stop() {}
}

/// A recording on the stage: drawn by the demo's own code, labelled for as long as it is there, and
/// never a result of this machine.
package final class ReplayedDemo: LiveDemo {
  private let demo: any LiveDemo
  private let label: Line

  /// Begins at once.
  init(_ demo: any LiveDemo, label: Line) {
    self.demo = demo
    self.label = label
    demo.press(.character(" "))
  }

  package var card: DemoCard { demo.card }
  package var outcome: DemoOutcome? { nil }
  package var legacy: any Sendable { label }
  package var fadedLegacy: any Sendable { label }

  package var face: DemoFace {
    var face = demo.face
    face.status = label
    face.measuredCPUs = []
    return face
  }

  package func tick(at now: Duration) { demo.tick(at: now) }

  /// Only what changes the picture: nothing can be started or turned in the past.
  package func press(_ key: Key) {
    if [
      .character("x"), .character("z"), .left, .right, .up, .down, .character("l"), .character("u"),
    ]
    .contains(key) {
      demo.press(key)
    }
  }

  package func draw(on canvas: inout Canvas) { demo.draw(on: &canvas) }
  package func stop() { demo.stop() }
}
