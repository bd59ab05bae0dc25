/// What keys do to the timeline: start, pause, the room's guess, the knobs, the magnifier.

import DemoKit
import Screen

extension TimelineState {
  mutating func press(_ key: Key, _ demo: Timeline) -> [CrewCommand] {
    if case .asking(let typed) = phase { return answer(key, typed, demo) }
    switch key {
    case .character(" "): return startOrPause(demo)
    case .character("r"): return isAskedFirst ? ask() : again(demo)
    case .character("x"): showsProof.toggle()
    case .left: lensPlace = max(0, lensPlace - 1.0 / 60)
    case .right: lensPlace = min(1, lensPlace + 1.0 / 60)
    case .character("z"): lensWidth = lensWidth > 0.5 ? 0.006 : lensWidth * 10
    default: return turn(key, demo)
    }
    return []
  }

  /// The room is asked once, not again with every turn of a knob.
  private var isAskedFirst: Bool { room.keepsTheory }

  private mutating func ask() -> [CrewCommand] {
    phase = .asking("")
    return []
  }

  private mutating func startOrPause(_ demo: Timeline) -> [CrewCommand] {
    switch phase {
    case .running, .calibrating:
      guard phase == .running else { return [] }
      phase = .paused
      readout.expire()
      return [.pause]
    case .paused:
      phase = .running
      return [.resume]
    default: return isAskedFirst ? ask() : again(demo)
    }
  }

  private mutating func again(_ demo: Timeline) -> [CrewCommand] {
    attempt = 1
    return start(demo)
  }

  mutating func start(_ demo: Timeline) -> [CrewCommand] {
    let choice = demo.choice(options, calibrations)
    clear()
    self.choice = choice
    phase = .calibrating(0)
    run += 1
    var plan = choice.plan
    plan.wantsSwitches = demo.setting.recorder == .best
    plan.sabotage = demo.setting.sabotage
    if plan.sabotage == .onecpu, let first = plan.cpus.first {
      for index in plan.members.indices { plan.members[index].cpus = [first] }
    }
    following = CrewFollowing(plan)
    return [.run(plan)]
  }

  /// A knob; what runs is stopped, since it is no longer what is asked for.
  private mutating func turn(_ key: Key, _ demo: Timeline) -> [CrewCommand] {
    let before = options
    switch key {
    case .character(let digit) where ("1"..."9").contains(digit):
      options.tasks = digit.wholeNumberValue ?? options.tasks
    case .character("t"):
      let lengths = [0.5, 1.0, 2.0, 3.0]
      options.work = lengths.first { $0 > options.work } ?? lengths[0]
    case .character("n") where options.mode == .par: widen(by: 1, demo)
    case .character("N") where options.mode == .par: widen(by: -1, demo)
    case .character("h") where options.mode == .par && demo.choice(options).hasSiblings:
      options.siblings = options.siblings == .avoid ? .siblings : .avoid
    case .character("o") where options.mode == .par:
      options.place = options.place == .pin ? .os : .pin
    case .character("[") where options.mode == .conc: options.turnQuantum(smaller: true)
    case .character("]") where options.mode == .conc: options.turnQuantum(smaller: false)
    case .character("c"): options.walksCache.toggle()
    default: break
    }
    guard options != before else { return [] }
    return reset()
  }

  private mutating func widen(by step: Int, _ demo: Timeline) {
    var whole = options
    (whole.width, whole.tasks) = (nil, 9)
    let most = demo.choice(whole).count
    options.width = max(1, min(most, (options.width ?? demo.choice(options).count) + step))
  }

  private mutating func reset() -> [CrewCommand] {
    let wasLive = phase.isLive || phase == .paused
    clear()
    phase = .ready
    room.forget()
    return wasLive ? [.cancel] : []
  }

  private mutating func answer(_ key: Key, _ typed: String, _ demo: Timeline) -> [CrewCommand] {
    switch room.answer(key, typed) {
    case .typing(let text): phase = .asking(text)
    case .withdrawn: phase = .ready
    case .given: return again(demo)
    }
    return []
  }
}
