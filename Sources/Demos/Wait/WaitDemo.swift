/// Waiting overlaps even on one hardware thread, and which waiting does. Card and wiring.

import DemoKit
import Machine
import Screen
import Wording

package struct Wait: Demo {
  package static let card = DemoCard(
    name: "wait",
    title: Phrase("Waiting for the weather by the sea", "Ждём у моря погоды"),
    summary: Phrase(
      "Tasks on one hardware thread ask a server and wait: in turn, then all together. Beside them how long caches, memory, disk and network really take here.",
      "Задачи на одном аппаратном потоке просят сервер и ждут: по очереди, затем все вместе. Рядом — сколько здесь на самом деле ждут кэш, память, диск и сеть."
    ),
    parameters: [
      DemoParameter("what", .word(["server", "disk", "ram"]), standard: "server"),
      DemoParameter("tasks", .integer(1...20), standard: "3"),
      DemoParameter("compute", .time(0.02...2), standard: "0.2s"),
      DemoParameter("wait", .time(0.05...5), standard: "1.3s"),
      DemoParameter("ladder", .word(["on", "off"]), standard: "on"),
    ],
    keys: [
      .start, .again,
      DemoKey(
        "1234567890".map { .character($0) }, "0–9",
        Phrase("number of tasks, 0 for 20", "число задач, 0 — двадцать")),
      DemoKey([.character("w")], "w", Phrase("length of the wait", "длина ожидания")),
      DemoKey(
        [.character("s")], "s",
        Phrase("what is waited for: server, disk, memory", "чего ждём: сервера, диска, памяти")),
      .proof,
    ])

  package static func contradictions(in arguments: DemoArguments) -> [DemoError] {
    guard arguments.word("ladder") == "off", arguments.word("what") != "server" else { return [] }
    return [
      DemoError(
        "ladder",
        Phrase(
          "what=disk and what=ram need the ladder: it tells how much makes a wait",
          "для what=disk и what=ram нужна лестница: по ней видно, сколько это — одно ожидание"))
    ]
  }

  let options: WaitOptions
  package let setting: DemoSetting
  let asksRoom: Bool
  let retries: Int
  let tolerance: Double?

  package init(_ arguments: DemoArguments, _ setting: DemoSetting) {
    options = WaitOptions(
      what: WaitOptions.What(rawValue: arguments.word("what")) ?? .server,
      tasks: arguments.integer("tasks"), compute: arguments.seconds("compute") ?? 0.2,
      wait: arguments.seconds("wait") ?? 1.3, hasLadder: arguments.isOn("ladder"))
    self.setting = setting
    asksRoom = arguments.isOn("ask")
    retries = arguments.integer("retry")
    tolerance = arguments.share("tolerance")
  }

  package var initialState: WaitState { WaitState(options, asksRoom: asksRoom) }

  package func makeEngine() -> any Engine<WaitCommand, WaitSample> { WaitEngine() }

  package func outcome(of state: WaitState) -> DemoOutcome? { state.outcome }

  /// Where everything happens: one hardware thread.
  var cpu: Int { setting.topology().firstPUOfEachCore.first?.osIndex ?? 0 }

  private var elsewhere: [Int] {
    setting.topology().allowedPUs.map(\.osIndex).filter { $0 != cpu }
  }

  var ladderPlan: LadderPlan {
    let usable = setting.topology().allowedPUs.map(\.osIndex)
    let sibling = setting.topology().siblings(of: cpu).map(\.osIndex).first {
      $0 != cpu && usable.contains($0)
    }
    return LadderPlan(
      cpu: setting.canPin() ? cpu : nil, elsewhere: elsewhere, sibling: sibling)
  }

  func plan(_ heat: WaitHeat, _ options: WaitOptions, _ ladder: LadderReport) -> CrewPlan {
    let tasks = Array(0..<options.tasks)
    let here = [cpu]
    let members =
      heat == .inTurn
      ? [CrewPlan.Member(cpus: here, tasks: tasks)]
      : tasks.map { CrewPlan.Member(cpus: here, tasks: [$0]) }
    let half = CrewStep.compute(options.compute / 2)
    var plan = CrewPlan(members: members, steps: [half, options.waiting(ladder), half])
    plan.elsewhere = elsewhere
    plan.wantsSwitches = setting.recorder == .best
    plan.sabotage = setting.sabotage
    return plan
  }
}

package enum WaitHeat: Equatable, Sendable { case inTurn, together }

package struct WaitOptions: Equatable, Sendable {
  package enum What: String, CaseIterable, Sendable { case server, disk, ram }

  package var what: What
  package var tasks: Int
  /// CPU time of a task, half before its wait and half after it, in seconds.
  package var compute: Double
  package var wait: Double
  package var hasLadder: Bool

  /// The wait as a step: as many reads or loads as take so long, as the ladder found them.
  func waiting(_ ladder: LadderReport) -> CrewStep {
    let count = { (kind: WaitKind) in
      Int((wait / max(ladder.rows[kind]?.latency ?? wait, 1e-9)).rounded())
    }
    switch what {
    case .server: return .ask(after: wait)
    case .disk: return .read(count(.disk))
    case .ram: return .chase(count(.memory))
    }
  }

  /// What theory gives both heats, in seconds. Memory is waited for on the CPU: nothing is gained.
  func theory(_ heat: WaitHeat) -> ClosedRange<Double> {
    let k = Double(tasks)
    let inTurn = k * (wait + compute)
    if heat == .inTurn || what == .ram { return inTurn...inTurn }
    return wait + compute...wait + k * compute
  }
}
