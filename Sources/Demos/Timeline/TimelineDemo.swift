/// Three tasks on the time axis: one after another, in parallel, concurrently. Card and wiring.

import DemoKit
import Machine
import Screen
import Wording

package struct Timeline: Demo {
  package static let card = DemoCard(
    name: "timeline",
    title: Phrase("Tasks on the time axis", "Задачи на оси времени"),
    summary: Phrase(
      "Real threads do equal tasks one after another, in parallel or on one hardware thread; every slice is measured.",
      "Настоящие потоки делают равные задачи по очереди, параллельно или на одном аппаратном потоке; каждый отрезок измерен."
    ),
    parameters: [
      DemoParameter("mode", .word(["seq", "par", "conc"]), standard: nil),
      DemoParameter("tasks", .integer(1...9), standard: "3"),
      DemoParameter("work", .time(0.1...20), standard: "2s"),
      DemoParameter("place", .word(["pin", "os", "baton"]), standard: "pin"),
      DemoParameter("cpus", .text(check: cpuComplaint), standard: "auto"),
      DemoParameter("quantum", .timeOr(["os"], 2e-5...0.1), standard: "os"),
      DemoParameter("cache", .word(["off", "on"]), standard: "off"),
      DemoParameter("smt", .word(["avoid", "siblings"]), standard: "avoid"),
      DemoParameter("lens", .time(0.006...6), standard: "60ms"),
    ],
    keys: [
      .start, .again,
      DemoKey(
        "123456789".map { .character($0) }, "1–9", Phrase("number of tasks", "число задач")),
      DemoKey([.character("t")], "t", Phrase("length of a task", "длина задачи T")),
      DemoKey(
        [.character("n"), .character("N")], "n N",
        Phrase("more, fewer hardware threads", "аппаратных потоков +1, −1")),
      DemoKey(
        [.character("h")], "h", Phrase("siblings of one core", "соседи по одному ядру (SMT)")),
      DemoKey(
        [.character("o")], "o",
        Phrase("pinned or left to the system", "закрепить или отдать системе")),
      DemoKey(
        [.character("["), .character("]")], "[ ]",
        Phrase("smaller, larger quantum", "квант меньше, больше")),
      DemoKey(
        [.character("c")], "c", Phrase("tasks that fill the cache", "задачи с кэшем")),
      DemoKey([.character("z")], "z", Phrase("scale of the lens", "масштаб лупы")),
      .proof,
    ])

  private static let cpuComplaint: @Sendable (String) -> Phrase? = { text in
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let isList = parts.allSatisfy { Int($0).map { (0..<8192).contains($0) } == true }
    return text == "auto" || isList
      ? nil : Phrase("auto or numbers like 0,2,4", "auto или номера: 0,2,4")
  }

  package static func contradictions(in arguments: DemoArguments) -> [DemoError] {
    let mode = arguments.word("mode")
    var errors: [DemoError] = []
    let only = { (key: String, wanted: String) in
      guard arguments.isGiven(key), mode != wanted else { return }
      errors.append(
        DemoError(
          key, Phrase("\(key) goes with mode=\(wanted) only", "\(key) есть только у mode=\(wanted)")
        ))
    }
    only("quantum", "conc")
    only("smt", "par")
    let place = arguments.word("place")
    if place == "baton", mode != "conc" {
      errors.append(
        DemoError(
          "place",
          Phrase("place=baton goes with mode=conc only", "place=baton есть только у mode=conc")))
    }
    if place == "os", mode == "conc" {
      errors.append(
        DemoError(
          "place",
          Phrase(
            "place=os: with mode=conc all tasks are on one hardware thread",
            "place=os: у mode=conc все задачи на одном аппаратном потоке")))
    }
    return errors
  }

  package static func substitutions(
    for arguments: DemoArguments, on machine: DemoMachine
  ) -> [DemoError] {
    let mode = arguments.word("mode")
    var remarks: [DemoError] = []
    let wanted = arguments.word("cpus").split(separator: ",").compactMap { Int($0) }
    let missing = wanted.isEmpty ? [] : wanted.filter { !machine.allowedCPUs().contains($0) }
    if let first = missing.first {
      remarks.append(
        DemoError(
          "cpus",
          Phrase("there is no CPU \(first) for us here", "CPU \(first) здесь нет или нельзя занять")
        ))
    }
    guard mode != "seq", arguments.word("place") == "pin", !machine.canPin() else { return remarks }
    return remarks + [DemoError(nil, mode == "conc" ? Self.passesBaton : Self.leavesPlacing)]
  }

  private static let passesBaton = Phrase(
    "the system does not let threads be pinned: a baton is passed instead (place=baton)",
    "система не даёт закреплять потоки — будет эстафета (place=baton)")
  private static let leavesPlacing = Phrase(
    "the system does not let threads be pinned: it places them itself (place=os)",
    "система не даёт закреплять потоки — место выберет она (place=os)")

  let options: TimelineOptions
  package let setting: DemoSetting
  let asksRoom: Bool
  let lens: Double
  let retries: Int
  let tolerance: Double?

  package init(_ arguments: DemoArguments, _ setting: DemoSetting) {
    var options = TimelineOptions(
      mode: TimelineOptions.Mode(rawValue: arguments.word("mode")) ?? .seq)
    options.tasks = arguments.integer("tasks")
    options.work = arguments.seconds("work") ?? 2
    options.place = TimelineOptions.Place(rawValue: arguments.word("place")) ?? .pin
    for cpu in arguments.word("cpus").split(separator: ",").compactMap({ Int($0) })
    where !options.cpus.contains(cpu) {
      options.cpus.append(cpu)
    }
    options.quantum = arguments.seconds("quantum")
    options.walksCache = arguments.isOn("cache")
    options.siblings = TimelineOptions.Siblings(rawValue: arguments.word("smt")) ?? .avoid
    self.options = options
    self.setting = setting
    asksRoom = arguments.isOn("ask")
    lens = arguments.seconds("lens") ?? 0.06
    retries = arguments.integer("retry")
    tolerance = arguments.share("tolerance")
  }

  package var initialState: TimelineState {
    TimelineState(options, lens: lens, asksRoom: asksRoom)
  }

  package func makeEngine() -> any Engine<CrewCommand, CrewSample> { CrewEngine() }

  func choice(
    _ options: TimelineOptions, _ calibrations: [Int: Calibration] = [:]
  ) -> TimelineChoice {
    TimelineChoice(
      options, on: setting.topology(), canPin: setting.canPin(), calibrations: calibrations)
  }

  package func outcome(of state: TimelineState) -> DemoOutcome? { state.result?.outcome }
}
