/// The tree as a value: how far it has grown, what is pruned, where the threads are.

import DemoKit
import Glibc
import Machine
import Screen
import Wording

package struct TreeState: Equatable, Sendable {
  static let everything = 99
  /// Frames of the pruning, from the leaves up.
  static let pruning = 8

  var showsOwn: Bool
  /// Levels that are shown, the machine being the first.
  var grown = 1
  var threadCount = 6
  var isStarted = false
  var isPruned = false
  /// How far the pruning has come, 0 to `pruning`.
  var pruned = 0
  var wanderers: [TreeSample.Wanderer] = []
  var probed: Int?
  var lacksThreads = false
  /// The branch that the arrows chose: the hardware threads below a node, which level it is on.
  var selected: [Int]?
  var selectedLevel = Topology.Level.pu
  /// What was left of the tree on the slide before: it grows back before this slide's is pruned.
  var before: [Int]?
  var record: RunRecord?
  var crewPhase = CrewSample.Phase.idle
  var crewRun = 0
  var showsProof = false
  var outcome: DemoOutcome?
  /// The hardware threads that a pruned tree showed, for the slide after.
  var shown: [Int]?
  private var lastStep = Duration.zero
  fileprivate(set) var liveSince: Duration?

  init(showsOwn: Bool) { self.showsOwn = showsOwn }

  var isPruning: Bool { isGrowingBack ? pruned > 0 : pruned < Self.pruning }

  private var isGrowingBack: Bool { !isPruned || before != nil }

  mutating func animate(at now: Duration, isAtOnce: Bool) {
    // 12 frames a second.
    guard isPruning, isAtOnce || now - lastStep >= .milliseconds(83) else { return }
    pruned = isGrowingBack ? (isAtOnce ? 0 : pruned - 1) : (isAtOnce ? Self.pruning : pruned + 1)
    lastStep = now
    if pruned == 0 { before = nil }
  }

  mutating func noticeLife(at now: Duration) { if liveSince == nil { liveSince = now } }
}

// MARK: Heritage

extension Tree {
  /// A slide that one comes back to is as it was left, its threads gone. Else the tree begins as the
  /// last slide left it, and changes into what this one shows.
  package func inherit(_ state: inout TreeState, last: TreeState?, kin: [TreeState]) {
    if let last {
      let before = state
      state = last
      (state.wanderers, state.isStarted, state.crewRun) = ([], false, 0)
      (state.crewPhase, state.showsProof, state.before) = (.idle, false, nil)
      state.liveSince = nil
      // What was under way when one left is not half shown.
      if last.outcome == nil { state.record = before.record }
      return
    }
    guard let earlier = kin.last, shape != .full, earlier.showsOwn == state.showsOwn else { return }
    state.isPruned = true
    let here = Set(topology(state).allowedPUs.map(\.osIndex))
    guard earlier.isPruned, let before = earlier.shown, here.isSuperset(of: before) else { return }
    state.pruned = TreeState.pruning
    state.before = before
  }
}

extension Tree {
  package func update(_ state: inout TreeState, _ message: DemoMessage<TreeSample>)
    -> [TreeCommand]
  {
    switch message {
    case .sampled(let sample, let now):
      take(sample, now, &state)
      return []
    case .pressed(let key): return press(key, &state)
    }
  }

  // MARK: Samples

  private func take(_ sample: TreeSample, _ now: Duration, _ state: inout TreeState) {
    state.animate(at: now, isAtOnce: setting.reducesMotion)
    if state.isPruned { state.shown = kept(state) }
    state.wanderers = sample.wanderers
    state.probed = sample.probed
    state.lacksThreads = sample.lacksThreads
    follow(sample.crew, &state)
    guard state.isStarted else { return }
    state.noticeLife(at: now)
    // Half a second of wandering is enough to have seen where the threads go.
    let isSettled = state.liveSince.map { now - $0 > .milliseconds(500) } ?? false
    let isDone = state.crewPhase == .finished || shape == .full
    if isSettled, isDone, state.probed != nil || !state.showsOwn {
      state.outcome = TreeClaims(demo: self, state: state).outcome(sample.crew)
    }
  }

  private func follow(_ sample: CrewSample, _ state: inout TreeState) {
    guard sample.run == state.crewRun, state.crewPhase != .finished else { return }
    state.crewPhase = sample.phase
    guard sample.start > 0 else { return }
    let members = pathPlan(state).members
    var record =
      state.record
      ?? RunRecord(
        clock: RunClock(start: sample.start), tasksOfThreads: members.map(\.tasks),
        usesSwitches: sample.usesSwitches)
    state.record = nil
    for (thread, member) in sample.members.enumerated() where thread < record.threads.count {
      record.take(member.events, thread: thread)
      record.threads[thread].extend(
        from: record.clock.time(member.sliceStart), to: record.clock.time(member.lastSeen))
      if sample.phase == .finished { record.threads[thread].seal() }
    }
    record.now = record.clock.time(sample.now)
    state.record = record
  }

  // MARK: Keys

  private func press(_ key: Key, _ state: inout TreeState) -> [TreeCommand] {
    switch key {
    case .character(" "): return grow(&state)
    case .character("r"): state.grown = 1
    case .character("+"), .character("="): return setThreads(state.threadCount + 1, &state)
    case .character("-"): return setThreads(state.threadCount - 1, &state)
    case .character("o"): return switchMachine(&state)
    case .character("x"): state.showsProof.toggle()
    case .character("g"): return runTasks(&state)
    case .enter: state.isPruned.toggle()
    case .left: select(-1, &state)
    case .right: select(1, &state)
    case .up: climb(-1, &state)
    case .down: climb(1, &state)
    default: break
    }
    return []
  }

  private func grow(_ state: inout TreeState) -> [TreeCommand] {
    if shape != .full {
      state.isPruned = true
      return runTasks(&state)
    }
    // The software threads are a level of their own below the hardware.
    let levels = topology(state).levels.count + 1
    state.grown = state.grown >= levels ? levels : state.grown + 1
    return begin(&state)
  }

  /// The first key starts what is alive: wanderers on our own machine, and the probe.
  private func begin(_ state: inout TreeState) -> [TreeCommand] {
    state.isStarted = true
    guard state.showsOwn else { return [] }
    let probe = TreeCommand.probe(topology(state).allowedPUs.map(\.osIndex))
    return state.probed == nil ? [probe, .wander(state.threadCount)] : [.wander(state.threadCount)]
  }

  private func setThreads(_ count: Int, _ state: inout TreeState) -> [TreeCommand] {
    state.threadCount = max(0, min(64, count))
    return state.showsOwn && state.isStarted ? [.wander(state.threadCount)] : []
  }

  private func switchMachine(_ state: inout TreeState) -> [TreeCommand] {
    guard drawn != nil else { return [] }
    state.showsOwn.toggle()
    (state.selected, state.outcome, state.before) = (nil, nil, nil)
    state.selectedLevel = .pu
    state.threadCount = state.showsOwn ? 6 : threads ?? min(24, topology(state).pus.count * 3 / 2)
    if state.showsOwn { state.grown = TreeState.everything }
    return state.showsOwn ? begin(&state) : [.wander(0)]
  }

  /// To the next node of the level.
  private func select(_ step: Int, _ state: inout TreeState) {
    let nodes = branches(at: state.selectedLevel, state)
    guard !nodes.isEmpty else { return }
    let here = nodes.firstIndex { $0.contains(branch(state).first ?? -1) } ?? 0
    state.selected = nodes[(here + step + nodes.count) % nodes.count]
  }

  /// To the node above, which has more of the tree, or to the first one below.
  private func climb(_ step: Int, _ state: inout TreeState) {
    let levels = topology(state).levels
    let here = levels.firstIndex(of: state.selectedLevel) ?? levels.count - 1
    state.selectedLevel = levels[max(0, min(levels.count - 1, here + step))]
    let first = branch(state).first ?? -1
    state.selected = branches(at: state.selectedLevel, state).first { $0.contains(first) }
  }

  /// The usable hardware threads below each node of a level.
  private func branches(at level: Topology.Level, _ state: TreeState) -> [[Int]] {
    topology(state).root.nodes(at: level)
      .map { $0.pus.filter(\.isUsable).map(\.osIndex) }.filter { !$0.isEmpty }
  }

  // MARK: Tasks on the branch

  /// The branch that is meant: its hardware threads.
  func branch(_ state: TreeState) -> [Int] { state.selected ?? shape.kept(in: topology(state)) }

  /// The hardware threads that stay on the screen: at first those of the slide before.
  func kept(_ state: TreeState) -> [Int] { state.before ?? branch(state) }

  func pathPlan(_ state: TreeState) -> CrewPlan {
    let cpus = branch(state)
    var members: [CrewPlan.Member]
    switch shape {
    case .full, .paths(1):
      members = [CrewPlan.Member(cpus: Array(cpus.prefix(1)), tasks: [0, 1, 2])]
    case .paths: members = cpus.enumerated().map { CrewPlan.Member(cpus: [$1], tasks: [$0]) }
    case .fan(let count):
      members = (0..<count).map { CrewPlan.Member(cpus: Array(cpus.prefix(1)), tasks: [$0]) }
    }
    if members.isEmpty { members = [CrewPlan.Member(cpus: [], tasks: [0])] }
    var plan = CrewPlan(members: members, work: 1)
    plan.wantsSwitches = setting.recorder == .best
    plan.sabotage = setting.sabotage
    return plan
  }

  private func runTasks(_ state: inout TreeState) -> [TreeCommand] {
    guard state.showsOwn else { return [] }
    state.isStarted = true
    state.isPruned = true
    state.crewRun += 1
    (state.record, state.crewPhase, state.outcome) = (nil, .calibrating(0), nil)
    let cpus = topology(state).allowedPUs.map(\.osIndex)
    let probe: [TreeCommand] = state.probed == nil ? [.probe(cpus)] : []
    return probe + [.wander(0), .crew(.run(pathPlan(state)))]
  }
}
