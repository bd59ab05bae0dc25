/// Extreme parallelism: a triangle, pixel by pixel, layer upon layer; then the same in Python. Card and
/// wiring.

import DemoKit
import Machine
import Screen
import Wording

package struct Triangle: Demo {
  package static let card = DemoCard(
    name: "triangle",
    title: Phrase("Extreme parallelism: a triangle", "Экстремальный параллелизм: треугольник"),
    summary: Phrase(
      "Three functions over one plane, and where all agree is a triangle: every pixel by itself, with SIMD and all cores at the machine's limit. Then the same function in Python.",
      "Три функции над одной плоскостью, и где все согласны — треугольник: каждый пиксель сам по себе, SIMD и все ядра у предела машины. Потом та же функция на Python."
    ),
    parameters: [
      DemoParameter("view", .word(["layers", "race"]), standard: "layers"),
      DemoParameter("size", .integer(sizes), standard: "4096"),
      DemoParameter(
        "layers",
        .text {
          LayerList($0) == nil
            ? Phrase(
              "must be the beginning of f0,f1,f2,color,folds:5,light",
              "нужно начало списка f0,f1,f2,color,folds:5,light") : nil
        }, standard: "f0,f1,f2,color,folds:5,light"),
      DemoParameter(
        "threads",
        .text {
          $0 == "auto" || mostThreads.contains(Int($0) ?? 0)
            ? nil
            : Phrase(
              "auto or a number from 1 to \(mostThreads.upperBound)",
              "auto или число от 1 до \(mostThreads.upperBound)")
        }, standard: "auto"),
      DemoParameter(
        "race", .words(Runner.allCases.map(\.rawValue)),
        standard: "python,numpy,scalar,simd,threads"),
      DemoParameter("spin", .word(["off", "on"]), standard: "off"),
    ],
    keys: [
      .start, .again,
      DemoKey(
        (1...PixelFunction.layers).map { .character(Character(String($0))) }, "1…6",
        Phrase("layer by layer", "слой за слоем")),
      DemoKey(
        [.character("["), .character("]")], "[ ]",
        Phrase("fewer, more folds", "меньше, больше свёрток")),
      DemoKey(
        [.character("n"), .character("N")], "n N",
        Phrase("more, fewer threads", "потоков больше, меньше")),
      DemoKey(
        [.character("k")], "k", Phrase("who computed which tile", "кто какую плитку считал")),
      DemoKey([.character("s")], "s", Phrase("spin the triangle", "вращать треугольник")),
      DemoKey(
        [.character("p")], "p",
        Phrase("reel in the rods: the race with Python", "сворачиваем удочки: гонка с Python")),
      DemoKey([.character("m")], "m", Phrase("numpy joins the race", "numpy вступает в гонку")),
      .proof,
    ])

  private static let sizes = 256...8192
  private static let mostThreads = 1...256
  /// Tiles have so many pixels in a row.
  private static let step = 64

  package static func contradictions(in arguments: DemoArguments) -> [DemoError] {
    let size = arguments.integer("size")
    guard size % step == 0 else {
      let near = size / step * step
      return [
        DemoError(
          "size",
          Phrase(
            "size=\(size): a multiple of \(step), such as \(near) or \(near + step)",
            "size=\(size) — нужно кратное \(step): \(near) или \(near + step)"))
      ]
    }
    let folds = LayerList(arguments.word("layers"))?.folds ?? 0
    guard TriangleGeometry.height(size: size, folds: folds) == nil else { return [] }
    return [
      DemoError(
        "layers",
        Phrase(
          "folds:\(folds) are too many for size=\(size)",
          "folds:\(folds) — слишком много для size=\(size)"))
    ]
  }

  let options: TriangleOptions
  package let setting: DemoSetting
  let asksRoom: Bool
  let retries: Int
  let tolerance: Double?

  package init(_ arguments: DemoArguments, _ setting: DemoSetting) {
    var options = TriangleOptions()
    options.view = TriangleOptions.View(rawValue: arguments.word("view")) ?? .layers
    options.size = arguments.integer("size")
    options.layers = LayerList(arguments.word("layers")) ?? LayerList()
    options.layer = options.layers.count
    options.threads = Int(arguments.word("threads"))
    let runners = arguments.words("race")
    options.runners = Runner.allCases.filter { runners.contains($0.rawValue) }
    options.spins = arguments.isOn("spin")
    self.options = options
    self.setting = setting
    asksRoom = arguments.isOn("ask")
    retries = arguments.integer("retry")
    tolerance = arguments.share("tolerance")
  }

  package var initialState: TriangleState { TriangleState(options, asksRoom: asksRoom) }

  package func makeEngine() -> any Engine<
    ConductedCommand<TrianglePlan>, ConductedSample<TriangleReport>
  > {
    let studio = TriangleStudio()
    return ConductedEngine(TriangleReport()) { studio.run($0, $1, $2) }
  }

  package func outcome(of state: TriangleState) -> DemoOutcome? { state.outcome }

  // MARK: What is done where

  var cpus: [Int] { setting.topology().allowedPUs.map(\.osIndex) }

  var cores: Int { max(1, setting.topology().firstPUOfEachCore.count) }

  /// One for each core, unless somebody wants another number.
  func threads(_ options: TriangleOptions) -> Int {
    min(Self.mostThreads.upperBound, options.threads ?? cores)
  }

  /// How many times faster so many threads can be: as many as there are cores, or a quota lets run.
  func theory(_ threads: Int) -> Double {
    min(Double(min(threads, cores)), setting.topology().quota ?? .infinity)
  }

  func plan(_ work: TrianglePlan.Work, _ options: TriangleOptions) -> TrianglePlan {
    TrianglePlan(
      work: work, size: options.size, layers: options.layers, threads: threads(options),
      places: setting.canPin() ? setting.topology().cpusByCore : [], cpus: cpus,
      python: PythonSearch(chosen: setting.python), sabotage: setting.sabotage)
  }
}
