/// Which work goes parallel: three curves measured live on theory's. Card and wiring.

import DemoKit
import Machine
import Screen
import Wording

package struct Scale: Demo {
  package static let card = DemoCard(
    name: "scale",
    title: Phrase("Dubious… Which tasks go parallel", "Сомнительно… Какие задачи параллелятся"),
    summary: Phrase(
      "Independent checks, work with a serial part and a chain, each with one thread, two, four: how many times faster they really get here.",
      "Независимые проверки, работа с последовательной частью и цепочка — одним потоком, двумя, четырьмя: во сколько раз они здесь на самом деле быстрее."
    ),
    parameters: [
      DemoParameter(
        "kinds", .words(ScaleKind.allCases.map(\.rawValue)), standard: "primes,mixed,chain"),
      DemoParameter("s", .number(0.01...0.9), standard: "0.1"),
      DemoParameter("link", .integer(10...1_000_000), standard: "1000"),
      DemoParameter(
        "upto",
        .text {
          $0 == "auto" || (1...1024).contains(Int($0) ?? 0)
            ? nil : Phrase("auto or a number of threads", "auto или число потоков")
        }, standard: "auto"),
      DemoParameter("budget", .time(2...60), standard: "12s"),
      DemoParameter("usl", .word(["off", "on"]), standard: "off"),
    ],
    keys: [
      .start, .again,
      DemoKey(
        [.character("+"), .character("-"), .character("=")], "+ −",
        Phrase("serial share", "доля последовательного")),
      DemoKey([.character("k")], "k", Phrase("which kinds of work", "какие виды задач")),
      DemoKey(
        [.character("n"), .character("N")], "n N",
        Phrase("up to more, fewer threads", "до скольких потоков, больше и меньше")),
      DemoKey(
        [.character("f")], "f",
        Phrase("the chain out of order: fast and wrong", "цепочка без очереди: быстро и неверно")),
      DemoKey(
        [.character("u")], "u",
        Phrase("fit of the Universal Scalability Law", "подгонка закона масштабируемости (USL)")),
      DemoKey([.character("l")], "l", Phrase("logarithmic axes", "логарифмические оси")),
      .proof,
    ])

  let options: ScaleOptions
  package let setting: DemoSetting
  let asksRoom: Bool
  let retries: Int
  let tolerance: Double?

  package init(_ arguments: DemoArguments, _ setting: DemoSetting) {
    let kinds = arguments.words("kinds")
    var options = ScaleOptions(
      kinds: ScaleKind.allCases.filter { kinds.contains($0.rawValue) })
    options.serialShare = arguments.number("s")
    options.linkSteps = arguments.integer("link")
    options.most = Int(arguments.word("upto"))
    options.budget = arguments.seconds("budget") ?? 12
    options.showsFit = arguments.isOn("usl")
    self.options = options
    self.setting = setting
    asksRoom = arguments.isOn("ask")
    retries = arguments.integer("retry")
    tolerance = arguments.share("tolerance")
  }

  package var initialState: ScaleState { ScaleState(options, asksRoom: asksRoom) }

  package func makeEngine() -> any Engine<ConductedCommand<ScalePlan>, ConductedSample<ScaleReport>>
  {
    ConductedEngine(ScaleReport(), ScaleHeats.run)
  }

  package func outcome(of state: ScaleState) -> DemoOutcome? { state.outcome }

  // MARK: What is done where

  /// One hardware thread of each core, then the others.
  var cpus: [Int] { setting.topology().cpusByCore }

  var cores: Int { max(1, setting.topology().firstPUOfEachCore.count) }

  /// 1, 2, 4 … up to the cores, then the hardware threads; where there are few, some more to show
  /// that more threads than cores are no faster.
  func threads(_ options: ScaleOptions) -> [Int] {
    let most = options.most ?? max(cpus.count, 4)
    var counts = [1]
    var count = 2
    while count <= min(most, max(cores, 2)) {
      counts.append(count)
      count *= 2
    }
    for more in [min(cores, most), min(cpus.count, most)] + (most <= 4 ? Array(1...most) : [most])
    where !counts.contains(more) && more >= 1 {
      counts.append(more)
    }
    return counts.sorted()
  }

  func plan(_ options: ScaleOptions) -> ScalePlan {
    var plan = ScalePlan(
      cpus: setting.canPin() ? cpus : [], cores: cores, threads: threads(options),
      kinds: options.kinds)
    plan.cpusByKind = plan.cpus.isEmpty ? [] : setting.topology().cpusByKind(from: cpus.first)
    plan.serialShare = options.serialShare
    plan.linkSteps = options.linkSteps
    plan.budget = options.budget
    plan.sabotage = setting.sabotage
    return plan
  }
}

package struct ScaleOptions: Equatable, Sendable {
  package var kinds: [ScaleKind]
  package var serialShare = 0.1
  package var linkSteps = 1000
  /// The largest number of threads; nil decides by the machine.
  package var most: Int?
  package var budget = 12.0
  package var showsFit = false
  package var isLogarithmic = false

  package init(kinds: [ScaleKind]) { self.kinds = kinds }

  /// Amdahl (1967): what is serial is done by one, whatever the others do.
  package func amdahl(_ n: Double) -> Double { 1 / (serialShare + (1 - serialShare) / n) }
}
