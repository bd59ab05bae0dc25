/// Demos by their names: what there is, what a name probably meant, and how one is made.

import Screen
import Wording

package struct DemoCatalog: Sendable {
  package struct Entry: Sendable {
    package fileprivate(set) var card: DemoCard
    package let contradictions: @Sendable (DemoArguments) -> [DemoError]
    package let substitutions: @Sendable (DemoArguments, DemoMachine) -> [DemoError]
    let session: @Sendable (DemoArguments, DemoSetting, DemoHeritage) -> any LiveDemo
    let replay: @Sendable (DemoArguments, DemoSetting, DemoRecording) -> (any LiveDemo)?
    let recorded:
      @Sendable (DemoArguments, DemoSetting) -> (
        demo: any LiveDemo, looks: () -> [DemoRecording.Look]
      )

    package func make(
      _ arguments: DemoArguments, _ setting: DemoSetting, _ heritage: DemoHeritage = DemoHeritage()
    ) -> any LiveDemo {
      session(arguments, setting, heritage)
    }

    /// A demo whose looks at its engine are kept.
    package func makeRecorded(
      _ arguments: DemoArguments, _ setting: DemoSetting
    ) -> (demo: any LiveDemo, looks: () -> [DemoRecording.Look]) {
      recorded(arguments, setting)
    }

    /// What was recorded, on the machine it was recorded on; nil where the recording is of another
    /// demo or cannot be understood.
    package func makeReplay(
      of recording: DemoRecording, _ setting: DemoSetting
    ) -> (any LiveDemo)? {
      guard recording.demo == card.name else { return nil }
      // What somebody else's recording does not say is what it was there.
      var plain = card
      plain.defaults = [:]
      let (arguments, errors) = DemoArguments.read(recording.arguments, for: plain)
      guard errors.isEmpty else { return nil }
      var past = setting
      past.topology = { recording.topology }
      past.canPin = { recording.canPin }
      return replay(arguments, past, recording)
    }
  }

  package private(set) var entries: [Entry] = []

  package init() {}

  package mutating func add<D: Demo>(_ demo: D.Type) {
    entries.append(
      Entry(
        card: demo.card, contradictions: { demo.contradictions(in: $0) },
        substitutions: { demo.substitutions(for: $0, on: $1) },
        session: { arguments, setting, heritage in
          let made = demo.init(arguments, setting)
          return DemoSession(made, engine: made.makeEngine(), heritage: heritage)
        },
        replay: { arguments, setting, recording in
          guard let engine = ReplayEngine<D.Command, D.Sample>(recording) else { return nil }
          let session = DemoSession(demo.init(arguments, setting), engine: engine)
          let sign = setting.ascii ? "" : "▶ "
          let word = Phrase("RECORDING ", "ЗАПИСЬ ")(setting.language)
          let style = setting.palette().doubtful
          return ReplayedDemo(
            session, label: Line(sign + word + recording.label(setting.language), style))
        },
        recorded: { arguments, setting in
          let made = demo.init(arguments, setting)
          let engine = RecordingEngine<D.Command, D.Sample>(made.makeEngine())
          return (DemoSession(made, engine: engine), { engine.looks })
        }))
  }

  /// The same demos with other standard values, which hold where a fence does not say otherwise.
  package func adjusted(by defaults: DemoDefaults) -> DemoCatalog {
    var catalog = self
    for index in entries.indices {
      catalog.entries[index].card.defaults = defaults.values(for: entries[index].card)
    }
    return catalog
  }

  package var names: [String] { entries.map(\.card.name).sorted() }

  package func entry(_ name: String) -> Entry? { entries.first { $0.card.name == name } }

  /// Everything that is wrong with a name and arguments; a warning for what this machine does
  /// otherwise.
  package func problems(
    _ name: String, _ pairs: [(key: String, value: String)],
    on machine: DemoMachine = .own
  ) -> (errors: [DemoError], warnings: [DemoError]) {
    guard let entry = entry(name) else { return ([unknown(name)], []) }
    let (arguments, errors) = DemoArguments.read(pairs, for: entry.card)
    guard errors.isEmpty else { return (errors, []) }
    return (entry.contradictions(arguments), entry.substitutions(arguments, machine))
  }

  package func unknown(_ name: String) -> DemoError {
    let hint = nearestName(to: name, among: names)
    let list = names.joined(separator: ", ")
    return DemoError(
      nil,
      Phrase("no demo ‘\(name)’", "нет демо «\(name)»")
        + (hint == nil ? Phrase(".") : .perhaps(hint))
        + Phrase(" There are: \(list)", " Есть: \(list)"))
  }
}
