/// The global interpreter lock, filmed in a real Python and in a small interpreter of our own. Card
/// and wiring.

import DemoKit
import Machine
import Screen
import Wording

package struct Gil: Demo {
  package static let card = DemoCard(
    name: "gil",
    title: Phrase("Ladies and gentlemen: the GIL", "Дамы и господа: GIL"),
    summary: Phrase(
      "Two threads of a real Python count, and the kernel's records show whose turn it is. Processes, C code and waiting escape the lock; a small interpreter shows why it is there.",
      "Два потока настоящего Python считают, а по записям ядра ОС видно, чья очередь. Процессы, код на C и ожидание обходят замок; мини-интерпретатор показывает, зачем он нужен."
    ),
    parameters: [
      DemoParameter("engine", .word(["auto", "python", "mini"]), standard: "auto"),
      DemoParameter(
        "bars", .words(GilBar.allCases.map(\.rawValue)), standard: "count,proc,sha,wait,ft,subint"),
      DemoParameter("interval", .time(0.000_5...0.1), standard: "5ms"),
      DemoParameter("time", .time(0.1...3), standard: "1s"),
    ],
    keys: [
      .start, .again,
      DemoKey(
        [.character("e")], "e",
        Phrase("Python, built-in mini-interpreter", "python, встроенный мини-интерпретатор")),
      DemoKey(
        [.character("i")], "i",
        Phrase("switch interval: 5, 0.5, 50 ms", "интервал передачи: 5, 0,5, 50 мс")),
      DemoKey(
        [.character("c")], "c", Phrase("whose film is shown", "чей фильм показан")),
      DemoKey(
        [.character("l")], "l",
        Phrase("the mini-interpreter's lock", "замок мини-интерпретатора")),
      DemoKey([.left, .right], "← →", Phrase("move the film", "двигать фильм")),
      .proof,
    ])

  package static func contradictions(in arguments: DemoArguments) -> [DemoError] {
    guard arguments.isGiven("bars") else { return [] }
    if arguments.word("engine") == "mini" {
      return [DemoError("bars", Phrase("engine=mini has no bars", "у engine=mini полос нет"))]
    }
    guard !arguments.words("bars").contains("count") else { return [] }
    return [
      DemoError(
        "bars", Phrase("bars need count: the film is its", "в bars нужен count: фильм — его"))
    ]
  }

  let options: GilOptions
  package let setting: DemoSetting
  let asksRoom: Bool
  let retries: Int
  let tolerance: Double?

  package init(_ arguments: DemoArguments, _ setting: DemoSetting) {
    let words = arguments.words("bars")
    options = GilOptions(
      engine: GilOptions.Engine(rawValue: arguments.word("engine")) ?? .auto,
      bars: GilBar.allCases.filter { words.contains($0.rawValue) },
      interval: arguments.seconds("interval") ?? 0.005, time: arguments.seconds("time") ?? 1)
    self.setting = setting
    asksRoom = arguments.isOn("ask")
    retries = arguments.integer("retry")
    tolerance = arguments.share("tolerance")
  }

  package var initialState: GilState { GilState(options, asksRoom: asksRoom) }

  package func makeEngine() -> any Engine<ConductedCommand<GilPlan>, ConductedSample<GilReport>> {
    ConductedEngine(GilReport(), GilHeats.run)
  }

  package func outcome(of state: GilState) -> DemoOutcome? { state.outcome }

  // MARK: What is done where

  var cpus: [Int] { setting.topology().allowedPUs.map(\.osIndex) }

  var cores: Int { max(1, setting.topology().firstPUOfEachCore.count) }

  /// How many CPUs two workers can have at once: two, unless there is one or a quota.
  var width: Double { min(2, Double(max(1, cpus.count)), setting.topology().quota ?? 2) }

  func plan(_ options: GilOptions) -> GilPlan {
    GilPlan(
      python: options.engine == .mini ? nil : PythonSearch(chosen: setting.python),
      bars: options.bars, hasMini: options.engine != .python, interval: options.interval,
      time: options.time, cpus: cpus,
      places: setting.canPin() ? setting.topology().cpusByCore : [],
      wantsSwitches: setting.recorder == .best,
      sabotage: setting.sabotage)
  }

  /// What theory says of T₂/T₁.
  func theory(_ bar: GilBar) -> Double {
    switch bar {
    case .count: 2
    case .wait: 1
    case .processes, .sha, .freeThreaded, .interpreters: 2 / width
    }
  }

  func miniTheory(_ lock: MiniLock) -> Double { lock == .gil ? 2 : 2 / width }
}

package struct GilOptions: Equatable, Sendable {
  package enum Engine: String, Sendable { case auto, python, mini }

  package var engine: Engine
  package var bars: [GilBar]
  /// Seconds.
  package var interval: Double
  package var time: Double
  /// What of the results is looked at: the mini-interpreter's picture, a bar's film, a lock's film,
  /// and how many steps the film is moved from its middle.
  var showsMini = false
  var shownBar = GilBar.count
  var shownLock = MiniLock.gil
  var shift = 0

  init(engine: Engine, bars: [GilBar], interval: Double, time: Double) {
    (self.engine, self.bars, self.interval, self.time) = (engine, bars, interval, time)
    showsMini = engine == .mini
  }

  /// What is measured, without what is only looked at.
  var measured: GilOptions {
    var own = GilOptions(engine: engine, bars: bars, interval: interval, time: time)
    own.showsMini = false
    return own
  }
}
