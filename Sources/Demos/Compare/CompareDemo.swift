/// Three words, two numbers: the same tasks one after another, in parallel, concurrently; each heat a
/// point in the plane of L and P. Card and wiring.

import DemoKit
import Machine
import Screen
import Wording

package struct Compare: Demo {
  package static let card = DemoCard(
    name: "compare",
    title: Phrase("Three words, two numbers", "Три слова — два числа"),
    summary: Phrase(
      "The same tasks in three heats: one after another, in parallel, concurrently. Two measured numbers tell them apart: tasks begun, and tasks on a CPU.",
      "Одни и те же задачи в трёх заездах: по очереди, параллельно, конкурентно. Их различают два измеренных числа: сколько задач начато и сколько исполняется."
    ),
    parameters: [
      DemoParameter("tasks", .integer(1...9), standard: "3"),
      DemoParameter("work", .time(0.1...5), standard: "1s"),
      DemoParameter("modes", .words(["seq", "par", "conc", "wait"]), standard: "seq,par,conc"),
    ],
    keys: [
      .start, .again,
      DemoKey(
        "123456789".map { .character($0) }, "1–9", Phrase("number of tasks", "число задач")),
      DemoKey([.character("t")], "t", Phrase("length of a task", "длина задачи T")),
      DemoKey(
        [.character("n"), .character("N")], "n N",
        Phrase("more, fewer cores for the parallel heat", "ядер в параллельном заезде +1, −1")),
      DemoKey(
        [.character("w")], "w", Phrase("two heats of tasks that wait", "ещё два заезда с ожиданием")
      ),
      .proof,
    ])

  let options: CompareOptions
  package let setting: DemoSetting
  let asksRoom: Bool
  let retries: Int
  let tolerance: Double?

  package init(_ arguments: DemoArguments, _ setting: DemoSetting) {
    let modes = arguments.words("modes")
    options = CompareOptions(
      tasks: arguments.integer("tasks"), work: arguments.seconds("work") ?? 1,
      heats: CompareHeat.allCases.filter { modes.contains($0.word) })
    self.setting = setting
    asksRoom = arguments.isOn("ask")
    retries = arguments.integer("retry")
    tolerance = arguments.share("tolerance")
  }

  package var initialState: CompareState { CompareState(options, asksRoom: asksRoom) }

  package func makeEngine() -> any Engine<CrewCommand, CrewSample> { CrewEngine() }

  package func outcome(of state: CompareState) -> DemoOutcome? { state.outcome }

  package func face(of state: CompareState) -> DemoFace {
    let words = { (english: PhraseKey, russian: String) in
      Phrase(english, russian)(setting.language)
    }
    let face = RunFace(state.control.phase, setting, attempt: state.heats.attempt)
    let count = state.heats.heats.count
    let heat = words("heat ", "заезд ") + "\(min(state.heats.current + 1, max(count, 1)))"
    let left = setting.language.seconds(state.secondsLeft(self), 0)
    let result = DemoFace(
      title: Self.card.title(setting.language),
      status: face.status(
        running: heat + words(" of ", " из ") + "\(count)"
          + words(", \(left) left", ", ещё \(left)"),
        done: setting.language.counted(
          count, one: Phrase("heat", "заезд"), few: "заезда", many: Phrase("heats", "заездов"))),
      foot: face.foot(
        [
          words("1–9 tasks", "1–9 задач"), words("n cores", "n ядер"),
          words("w with waiting", "w с ожиданием"), words("t length", "t длина T"),
        ], hasResult: state.outcome != nil,
        question: Phrase(
          "How many at once in the parallel heat?", "Сколько разом в параллельном заезде?")),
      keys: Self.card.allKeys)
    return face.completed(result, measuring: state.cpus)
  }
}

/// What one heat shows; the order is that of the race.
package enum CompareHeat: Int, CaseIterable, Sendable {
  case seq, par, conc, waitInTurn, waitTogether

  /// As the fence names it.
  var word: String {
    switch self {
    case .seq: "seq"
    case .par: "par"
    case .conc: "conc"
    case .waitInTurn, .waitTogether: "wait"
    }
  }

  var sign: String { ["①", "②", "③", "④", "⑤"][rawValue] }

  var isWaiting: Bool { self == .waitInTurn || self == .waitTogether }

  /// The picture of the timeline it is.
  var mode: TimelineOptions.Mode {
    switch self {
    case .seq, .waitInTurn: .seq
    case .par: .par
    case .conc, .waitTogether: .conc
    }
  }

  var name: Phrase {
    switch self {
    case .seq: Phrase("sequential", "последовательно")
    case .par: Phrase("parallel", "параллельно")
    case .conc: Phrase("concurrent", "конкурентно")
    case .waitInTurn: Phrase("waiting, in turn", "ждут по очереди")
    case .waitTogether: Phrase("waiting, concurrent", "ждут конкурентно")
    }
  }
}

package struct CompareOptions: Equatable, Sendable {
  package var tasks: Int
  /// CPU time of a task in seconds; with waiting a fifth of it, the rest is waited for.
  package var work: Double
  var heats: [CompareHeat]
  /// Cores of the parallel heat; nil takes all.
  var width: Int?

  /// What is done where, as a timeline would do it, and how fast if the cores' speeds are known.
  func choice(
    _ heat: CompareHeat, _ demo: Compare, _ calibrations: [Int: Calibration] = [:]
  ) -> TimelineChoice {
    var options = TimelineOptions(mode: heat.mode)
    options.tasks = tasks
    options.work = work
    options.width = width
    return TimelineChoice(
      options, on: demo.setting.topology(), canPin: demo.setting.canPin(),
      calibrations: calibrations)
  }

  func plan(_ heat: CompareHeat, _ demo: Compare) -> CrewPlan {
    var plan = choice(heat, demo).plan
    if heat.isWaiting {
      plan.steps = [.compute(0.1 * work), .ask(after: 0.8 * work), .compute(0.1 * work)]
    }
    plan.elsewhere = demo.setting.topology().allowedPUs.map(\.osIndex).filter {
      !plan.cpus.contains($0)
    }
    plan.wantsSwitches = demo.setting.recorder == .best
    plan.sabotage = demo.setting.sabotage
    if plan.sabotage == .onecpu, let first = plan.cpus.first {
      for index in plan.members.indices { plan.members[index].cpus = [first] }
    }
    return plan
  }

  /// What theory says of a heat: L, P and the makespan in seconds.
  func theory(
    _ heat: CompareHeat, _ demo: Compare, _ calibrations: [Int: Calibration]
  ) -> (begun: Double, running: Double, time: Double) {
    let count = Double(tasks)
    switch heat {
    case .seq: return (1, 1, count * work)
    case .waitInTurn: return (1, 0.2, count * work)
    case .conc: return (count, 1, count * work)
    case .waitTogether:
      // All compute by turns, all wait together, all compute by turns again.
      let time = (0.8 + 0.2 * count) * work
      return (count, 0.2 * work * count / time, time)
    case .par:
      // Tasks on one CPU share it: all m of them are under way until the CPU is done, after m T.
      let choice = choice(heat, demo, calibrations)
      let loads = choice.cpus.indices.map { place in
        Double((tasks - place + choice.count - 1) / choice.count)
      }
      let times = zip(loads, choice.cpus).map { $0 * work * choice.pace(of: $1) }
      let longest = times.max() ?? work
      let begun = zip(loads, times).reduce(0) { $0 + $1.0 * $1.1 } / longest
      return (begun, times.reduce(0, +) / longest, longest)
    }
  }
}
