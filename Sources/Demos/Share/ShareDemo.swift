/// A variable that is shared: additions that get lost, and what it costs to lose none. Card and wiring.

import DemoKit
import Machine
import Screen
import Wording

package struct Share: Demo {
  package static let card = DemoCard(
    name: "share",
    title: Phrase("There are two chairs", "Есть два стула"),
    summary: Phrase(
      "Threads add one to the same variable: without synchronisation additions are lost, with it threads wait. Lost updates are caught in the act.",
      "Потоки прибавляют единицу к одной переменной: без синхронизации прибавления пропадают, с ней потоки ждут. Потерю ловим с поличным."
    ),
    parameters: [
      DemoParameter("view", .word(["count", "chart"]), standard: "count"),
      DemoParameter(
        "ways", .words(CountWay.allCases.map(\.rawValue)), standard: "none,mutex,sem2,atomic,shard"),
      DemoParameter("threads", .integer(2...16), standard: "2"),
      DemoParameter("time", .time(0.1...4), standard: "2s"),
      DemoParameter("pause", .word(["auto", "off", "yield", "1us"]), standard: "auto"),
      DemoParameter("free", .time(0.01...2), standard: "0.2s"),
      DemoParameter("hold", .time(0.01...2), standard: "0.3s"),
      DemoParameter("rounds", .integer(1...12), standard: "4"),
    ],
    keys: [
      .start, .again,
      DemoKey(
        [.character("s")], "s",
        Phrase("another way on the second chair", "другой способ на втором стуле")),
      DemoKey(
        [.character("n"), .character("N")], "n N",
        Phrase("more, fewer threads", "потоков +1, −1")),
      DemoKey([.character("g")], "g", Phrase("lock chart, counters", "график замка, счётчики")),
      DemoKey(
        [.character("y")], "y",
        Phrase("a pause between reading and writing", "пауза между чтением и записью")),
      DemoKey(
        [.character("+"), .character("-"), .character("=")], "+ −",
        Phrase("share of work under the lock", "доля работы под замком")),
      .proof,
    ])

  package static func contradictions(in arguments: DemoArguments) -> [DemoError] {
    let view = arguments.word("view")
    let owners = [
      "ways": "count", "time": "count", "pause": "count", "free": "chart", "hold": "chart",
      "rounds": "chart",
    ]
    return owners.filter { arguments.isGiven($0.key) && $0.value != view }.keys.sorted().map {
      let owner = owners[$0] ?? ""
      return DemoError(
        $0, Phrase("\($0) goes with view=\(owner) only", "\($0) есть только у view=\(owner)"))
    }
  }

  let options: ShareOptions
  package let setting: DemoSetting
  let asksRoom: Bool
  let retries: Int
  let tolerance: Double?

  package init(_ arguments: DemoArguments, _ setting: DemoSetting) {
    let ways = arguments.words("ways").compactMap(CountWay.init)
    var options = ShareOptions(
      view: ShareOptions.View(rawValue: arguments.word("view")) ?? .count,
      threads: arguments.integer("threads"))
    options.ways = ways.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    options.chair =
      options.ways.first { $0 == .mutex } ?? options.ways.first { $0 != .none } ?? .mutex
    options.time = arguments.seconds("time") ?? 2
    options.pause =
      switch arguments.word("pause") {
      case "off": .off
      case "yield": .yield
      case "1us": .microsecond
      default: nil
      }
    options.free = arguments.seconds("free") ?? 0.2
    options.hold = arguments.seconds("hold") ?? 0.3
    options.rounds = arguments.integer("rounds")
    self.options = options
    self.setting = setting
    asksRoom = arguments.isOn("ask")
    retries = arguments.integer("retry")
    tolerance = arguments.share("tolerance")
  }

  package var initialState: ShareState { ShareState(options, asksRoom: asksRoom) }
  package func makeEngine() -> any Engine<ShareCommand, ShareSample> { ShareEngine() }
  package func outcome(of state: ShareState) -> DemoOutcome? { state.outcome }

  // MARK: What is done where

  /// Hardware threads in the order in which they are given work: different cores first.
  var cpus: [Int] { setting.topology().cpusByCore }

  func places(_ options: ShareOptions) -> [[Int]] {
    let cpus = cpus
    guard setting.canPin(), !cpus.isEmpty else { return (0..<options.threads).map { _ in [] } }
    return (0..<options.threads).map { [cpus[$0 % cpus.count]] }
  }

  /// Cores that the threads have at their disposal.
  func width(_ options: ShareOptions) -> Int { max(1, min(options.threads, cpus.count)) }

  /// Threads that share one hardware thread lose nothing by chance: they are given the time to.
  func pause(_ options: ShareOptions) -> CountPause {
    options.pause ?? (width(options) == 1 ? .yield : .off)
  }

  func countPlan(_ options: ShareOptions) -> CountPlan {
    CountPlan(
      cpus: places(options), ways: options.ways, time: options.time, chair: options.chair,
      pause: pause(options), sabotage: setting.sabotage)
  }

  func chartPlan(_ options: ShareOptions) -> CrewPlan {
    let members = places(options).enumerated().map {
      CrewPlan.Member(cpus: $0.element, tasks: [$0.offset])
    }
    let round = [CrewStep.compute(options.free), .hold(options.hold)]
    var plan = CrewPlan(
      members: members, steps: (0..<options.rounds).flatMap { _ in round })
    plan.lock = setting.sabotage == .nolock ? .none : options.spins ? .spin : .mutex
    plan.wantsSwitches = setting.recorder == .best
    plan.sabotage = setting.sabotage
    return plan
  }
}

package struct ShareOptions: Equatable, Sendable {
  package enum View: String, Sendable { case count, chart }

  package var view: View
  package var threads: Int
  var ways: [CountWay] = []
  /// The way on the second chair.
  var chair = CountWay.mutex
  var time = 2.0
  /// Nil decides by the machine.
  var pause: CountPause?
  /// CPU time of each round outside and under the lock, in seconds.
  package var free = 0.2
  package var hold = 0.3
  package var rounds = 4
  var spins = false

  init(view: View, threads: Int) {
    self.view = view
    self.threads = threads
  }

  /// All of the work, by one thread.
  var inTurn: Double { Double(threads * rounds) * (free + hold) }

  /// What decides how long it takes.
  enum Limit: Equatable { case lock, ownWork, cores }

  /// What theory gives the threads on so many cores, and why: the lock is never free once everybody
  /// has come to it, n·R·h + f; or it mostly is, and the last thread does its own work having waited
  /// for the others in the first round only, R·(f + h) + (n − 1)·h; or there are not enough cores.
  func limit(cores: Int) -> (time: Double, by: Limit) {
    let others = Double(threads - 1) * hold
    let all: [(time: Double, by: Limit)] = [
      (Double(threads * rounds) * hold + free, .lock),
      (Double(rounds) * (free + hold) + others, .ownWork),
      (inTurn / Double(max(1, cores)), .cores),
    ]
    return all.max { $0.time < $1.time } ?? all[0]
  }

  func theory(cores: Int) -> Double { limit(cores: cores).time }
}
