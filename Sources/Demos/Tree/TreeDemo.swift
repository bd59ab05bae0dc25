/// The tree of threads: machine, packages, cores, hardware threads, software threads. Card, wiring.

import DemoKit
import Machine
import Screen
import Wording

package struct Tree: Demo {
  package static let card = DemoCard(
    name: "tree",
    title: Phrase("The tree of threads", "Дерево потоков"),
    summary: Phrase(
      "The machine as a tree down to its hardware threads; software threads sit where they last ran.",
      "Машина как дерево до аппаратных потоков; программные потоки сидят там, где исполнялись последними."
    ),
    parameters: [
      DemoParameter("topo", .text(check: topologyComplaint), standard: "own"),
      DemoParameter("show", .text(check: showComplaint), standard: "full"),
      DemoParameter("threads", .text(check: threadsComplaint), standard: "auto"),
      DemoParameter(
        "levels",
        .text {
          $0 == "auto" || (1...7).contains(Int($0) ?? 0)
            ? nil : Phrase("auto or a number from 1 to 7", "auto или число от 1 до 7")
        },
        standard: "auto"),
    ],
    keys: [
      DemoKey([.character(" ")], "Space", Phrase("grow by a level", "вырастить уровень")),
      DemoKey(
        [.character("+"), .character("="), .character("-")], "+ −",
        Phrase("more, fewer software threads", "больше, меньше программных потоков")),
      DemoKey([.enter], "Enter", Phrase("prune, restore", "обрезать, вернуть")),
      DemoKey(
        [.character("o")], "o", Phrase("this machine or the drawn one", "эта машина или учебная")),
      DemoKey([.character("g")], "g", Phrase("run tasks on the branch", "пустить задачи по ветке")),
      DemoKey([.character("r")], "r", Phrase("grow anew", "вырастить заново")),
      DemoKey([.character("x")], "x", Phrase("what was checked", "что проверено")),
    ])

  private static let topologyComplaint: @Sendable (String) -> Phrase? = { text in
    if text == "own" { return nil }
    do throws(TopologyTextError) {
      _ = try Topology(text: text)
      return nil
    } catch {
      return error.phrase
    }
  }

  private static let showComplaint: @Sendable (String) -> Phrase? = { text in
    TreeShape(text) == nil
      ? Phrase("full, path, paths:N or fan:N", "full, path, paths:N или fan:N") : nil
  }

  private static let threadsComplaint: @Sendable (String) -> Phrase? = { text in
    text == "auto" || (0...64).contains(Int(text) ?? -1)
      ? nil : Phrase("a whole number from 0 to 64", "нужно целое от 0 до 64")
  }

  package let setting: DemoSetting
  let drawn: Topology?
  let shape: TreeShape
  let threads: Int?
  let levels: Int?

  package init(_ arguments: DemoArguments, _ setting: DemoSetting) {
    self.setting = setting
    drawn = try? Topology(text: arguments.word("topo"))
    shape = TreeShape(arguments.word("show")) ?? .full
    threads = Int(arguments.word("threads"))
    levels = Int(arguments.word("levels"))
  }

  /// The machine that is shown: the drawn one until `o`, where the fence has one.
  func topology(_ state: TreeState) -> Topology {
    state.showsOwn ? setting.topology() : drawn ?? setting.topology()
  }

  package var initialState: TreeState {
    var state = TreeState(showsOwn: drawn == nil)
    let machine = topology(state)
    state.threadCount = threads ?? (drawn == nil ? 6 : min(24, machine.pus.count * 3 / 2))
    state.grown = levels ?? (shape == .full ? 1 : TreeState.everything)
    return state
  }

  package func makeEngine() -> any Engine<TreeCommand, TreeSample> { TreeEngine() }
  package func outcome(of state: TreeState) -> DemoOutcome? { state.outcome }
}

/// Which part of the tree is the subject.
enum TreeShape: Equatable, Sendable {
  case full
  /// So many hardware threads of different cores, one software thread on each.
  case paths(Int)
  /// One hardware thread with so many software threads.
  case fan(Int)

  init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    switch (parts.first, parts.count == 2 ? Int(parts[1]) : nil) {
    case ("full", nil) where parts.count == 1: self = .full
    case ("path", nil) where parts.count == 1: self = .paths(1)
    case ("paths", let count?) where (1...9).contains(count): self = .paths(count)
    case ("fan", let count?) where (1...9).contains(count): self = .fan(count)
    default: return nil
    }
  }

  /// The hardware threads that stay when the tree is pruned.
  func kept(in topology: Topology) -> [Int] {
    let firsts = topology.firstPUOfEachCore.map(\.osIndex)
    switch self {
    case .full, .fan: return Array(firsts.prefix(1))
    case .paths(let count): return Array(firsts.prefix(count))
    }
  }
}
