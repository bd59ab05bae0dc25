/// The place where at most one demo lives: made, looked at, drawn, ended here.

import Decks
import DemoKit
import Machine
import Markup
import Presenting
import Screen
import Wording

package final class DemoStage {
  private let check: DemoCheck
  private let setting: DemoSetting
  private let path: String
  /// For the place of a fence's mistake; the deck may have been read anew.
  package var lines: SourceLines

  private var live: (any LiveDemo)?
  private var problem: String?
  /// CPUs the drawing thread keeps off at the moment.
  private var avoided: [Int] = []
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
  }

  package func mount(_ request: DemoRequest) {
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
    let auto = arguments.word("auto")
    if auto == "on" || auto == "once" && heritage.last == nil { live?.press(.character(" ")) }
  }

  /// The fence may ask for a language or for ASCII of its own.
  private func own(_ setting: DemoSetting, _ arguments: DemoArguments) -> DemoSetting {
    var setting = setting
    if let language = Language(tag: arguments.word("lang")) { setting.language = language }
    if arguments.word("ascii") == "on" { setting.ascii = true }
    return setting
  }

  package func unmount() {
    live?.stop()
    if let mounted, let live { legacies.keep(live, as: mounted) }
    (live, mounted, problem) = (nil, nil, nil)
    keepOff([])
  }

  /// Moves the drawing thread away from CPUs that are measured, and back when none is.
  private func keepOff(_ measured: [Int]) {
    guard measured != avoided else { return }
    avoided = measured
    let allowed = setting.topology().allowedPUs.map(\.osIndex)
    let others = allowed.filter { !measured.contains($0) }
    CurrentThread.pin(to: others.isEmpty ? allowed : others)
  }

  package func press(_ key: Key) { live?.press(key) }

  package func tick(at now: Duration) {
    guard let live else { return }
    live.tick(at: now)
    keepOff(live.face.measuredCPUs)
  }

  package func draw(on canvas: inout Canvas) { live?.draw(on: &canvas) }

  package var isMoving: Bool { live?.face.isMoving ?? false }

  package var outcome: DemoOutcome? { live?.outcome }

  /// What the presenter needs to frame the demo; nil where there is none.
  package var face: LiveFace? {
    if let problem { return LiveFace(problem: problem) }
    guard let live else { return nil }
    let face = live.face
    return LiveFace(
      title: title ?? face.title, status: face.status, foot: face.foot, keys: face.keys,
      help: live.card.keys.map { ($0.label, $0.help(setting.language)) },
      hasStarted: face.hasStarted, isAsking: face.isAsking, rows: rows)
  }
}
