/// The place where at most one demo lives: made, looked at, drawn, ended here.

import Decks
import DemoKit
import Machine
import Markup
import Presenting
import Screen
import Typesetting
import Wording

package final class DemoStage {
  private let check: DemoCheck
  private var setting: DemoSetting
  private let colors: Lock<DemoPalette>
  private let path: String
  /// For the place of a fence's mistake; the deck may have been read anew.
  package var lines: SourceLines

  private var live: (any LiveDemo)?
  /// A recording that is played over the live demo.
  private var replayed: (any LiveDemo)?
  /// What the fence falls back on, and what is wrong with it.
  private var recording = ""
  private var recordingProblem: String?
  private var problem: String?
  private var drawing = DrawingPlace()
  /// The fence's own title, and how many rows it wants.
  private var title: String?
  private var rows: Int?
  private var legacies = DemoLegacies()
  private var mounted: DemoRequest?

  package init(check: DemoCheck, setting: DemoSetting, path: String, lines: SourceLines) {
    self.check = check
    self.setting = setting
    self.path = path
    self.lines = lines
    let colors = Lock(setting.palette())
    self.colors = colors
    self.setting.palette = { colors.withLock { $0 } }
  }

  /// From the next frame on, also for a demo that runs.
  package func dress(in theme: Theme) { colors.withLock { $0 = DemoPalette(theme) } }

  package func mount(_ request: DemoRequest) { mount(request, startsItself: true) }

  private func mount(_ request: DemoRequest, startsItself: Bool) {
    unmount()
    let mistakes = check.diagnostics(of: request).filter { $0.severity == .error }
    if let first = mistakes.first {
      problem = first.text(path: path, lines: lines, setting.language)
      return
    }
    guard let entry = check.catalog.entry(request.name) else { return }
    let (arguments, _) = DemoArguments.read(request.pairs, for: entry.card)
    let heritage = legacies.heritage(of: request)
    live = entry.make(arguments, own(setting, arguments), heritage)
    mounted = request
    title = arguments.word("title").isEmpty ? nil : arguments.word("title")
    rows = Int(arguments.word("rows"))
    recording = arguments.word("recording")
    let auto = arguments.word("auto")
    guard startsItself else { return }
    if auto == "on" || auto == "once" && heritage.last == nil { live?.press(.character(" ")) }
  }

  /// The fence may ask for a language or for ASCII of its own.
  private func own(_ setting: DemoSetting, _ arguments: DemoArguments) -> DemoSetting {
    var setting = setting
    if let language = Language(tag: arguments.word("lang")) { setting.language = language }
    if arguments.word("ascii") == "on" { setting.ascii = true }
    return setting
  }

  /// Gives the drawing thread all its CPUs back until the next look: what is allowed is read from it.
  package func returnCPUs() { drawing.keepOff([], setting.topology) }

  package func unmount() {
    endReplay()
    live?.stop()
    if let mounted, let live { legacies.keep(live, as: mounted) }
    (live, mounted, problem, recording) = (nil, nil, nil, "")
    returnCPUs()
  }

  // MARK: Recordings

  private static let recordingKey = Key.character("v")

  /// Plays the fence's recording, or goes back to the live demo.
  private func toggleReplay() {
    guard replayed == nil else { return endReplay() }
    guard let mounted, let entry = check.catalog.entry(mounted.name) else { return }
    // What runs is ended: a recording is not to be mistaken for it.
    if isMoving { mount(mounted, startsItself: false) }
    guard let found = RecordingFile.read(recording, beside: path),
      let demo = entry.makeReplay(of: found, setting)
    else {
      recordingProblem =
        Phrase("no recording in ", "нет записи в ")(setting.language) + recording.escaped
      return
    }
    replayed = demo
  }

  private func endReplay() {
    replayed?.stop()
    (replayed, recordingProblem) = (nil, nil)
  }

  // MARK: The loop's

  private var shown: (any LiveDemo)? { replayed ?? live }

  package func press(_ key: Key) {
    recordingProblem = nil
    if key == Self.recordingKey, !recording.isEmpty { return toggleReplay() }
    shown?.press(key)
  }

  package func tick(at now: Duration) {
    guard let shown else { return }
    shown.tick(at: now)
    drawing.keepOff(shown.face.measuredCPUs, setting.topology)
  }

  package func draw(on canvas: inout Canvas) { shown?.draw(on: &canvas) }

  package var isMoving: Bool { shown?.face.isMoving ?? false }

  package var outcome: DemoOutcome? { shown?.outcome }

  /// What the presenter needs to frame the demo; nil where there is none.
  package var face: LiveFace? {
    if let problem { return LiveFace(problem: problem) }
    guard let shown else { return nil }
    let face = shown.face
    let palette = setting.palette()
    var live = LiveFace(
      title: title ?? face.title,
      status: recordingProblem.map { Line($0, palette.bad) } ?? face.status,
      foot: foot(face), keys: face.keys + (recording.isEmpty ? [] : [Self.recordingKey]),
      help: help(of: shown), hasStarted: face.hasStarted, isMoving: face.isMoving,
      isAsking: face.isAsking, rows: rows)
    (live.hasAbove, live.hasBelow) = (face.hasAbove, face.hasBelow)
    return live
  }

  private func foot(_ face: DemoFace) -> [String] {
    guard !recording.isEmpty, !face.isAsking else { return face.foot }
    let word = { (english: PhraseKey, russian: String) in
      Phrase(english, russian)(self.setting.language)
    }
    return replayed == nil
      ? face.foot + [word("v recording", "v запись")]
      : [word("v back to the live demo", "v — к живому демо"), word("x checks", "x проверки")]
  }

  private func help(of demo: any LiveDemo) -> [(keys: String, words: String)] {
    let own = demo.card.keys.map { ($0.label(setting.language), $0.help(setting.language)) }
    guard !recording.isEmpty else { return own }
    return own + [
      (
        "v",
        Phrase("a recording from another machine", "запись с другой машины")(setting.language)
      )
    ]
  }
}
