/// What the tree claims: leaves, pinning, where threads were seen.

import DemoKit
import Glibc
import Machine
import Wording

struct TreeClaims {
  let demo: Tree
  let state: TreeState

  private var topology: Topology { demo.topology(state) }

  func outcome(_ crew: CrewSample) -> DemoOutcome {
    let path = pathResult(crew)
    let claims = state.showsOwn ? ownClaims : drawnClaims
    return DemoOutcome(
      claims: claims + (path.map(pathClaims) ?? []), conditions: conditions(crew, path),
      numbers: numbers)
  }

  /// What the tasks on the path came to, once they are done.
  private func pathResult(_ crew: CrewSample) -> CrewResult? {
    guard demo.shape != .full, let record = state.record, record.isFinished else { return nil }
    return CrewResult(
      demo.pathPlan(state), record, crew, hardwareThreads: topology.hardwareThreads)
  }

  private func conditions(_ crew: CrewSample, _ path: CrewResult?) -> Conditions {
    let canPin = state.probed.map { $0 == topology.allowedPUs.count } ?? false
    if var conditions = path?.conditions {
      conditions.canPin = canPin
      return conditions
    }
    let cpus = demo.pathPlan(state).members.map(\.cpus)
    let foreign = state.record?.foreignShare(crew.members.map(\.totals), cpus: cpus) ?? 0
    return Conditions(
      hardwareThreads: topology.hardwareThreads, canPin: canPin, foreign: foreign,
      steal: crew.load.steal(of: demo.branch(state)), throttled: crew.load.throttled)
  }

  private var online: Int { topology.pus.count(where: \.isOnline) }

  private var drawnClaims: [Claim] {
    [
      Claim(
        "leaves", Phrase("leaves are what was written", "листьев столько, сколько написано"),
        measured: Double(topology.pus.count),
        in: Double(topology.hardwareThreads)...Double(topology.hardwareThreads))
    ]
  }

  private var ownClaims: [Claim] {
    let known = Double(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let allowed = Double(topology.allowedPUs.count)
    var claims = [
      Claim(
        "leaves",
        Phrase("leaves are the system's online processors", "листьев столько, сколько видит ОС"),
        measured: Double(online), in: known...known),
      Claim(
        "probe", Phrase("threads sat where they were pinned", "потоки сели, куда просили"),
        measured: Double(state.probed ?? 0), in: allowed...allowed,
        needs: demo.setting.canPin() ? [] : [.pinning]),
    ]
    if !state.wanderers.isEmpty {
      claims.append(
        Claim(
          "allowed", Phrase("threads outside of what is allowed", "потоков вне разрешённого"),
          measured: Double(state.wanderers.count(where: \.strayed)), in: 0...0))
    }
    return claims
  }

  private func pathClaims(_ result: CrewResult) -> [Claim] {
    guard let record = state.record else { return [] }
    let kept = Set(demo.branch(state))
    let slices = record.threads.flatMap(\.slices)
    let outside = slices.filter { !kept.contains($0.cpu) }.reduce(0) { $0 + $1.length }
    return [
      Claim(
        "migrations", Phrase("migrations", "миграций"), measured: Double(record.migrations),
        in: 0...0),
      Claim(
        "elsewhere", Phrase("our time on other hardware threads", "наше время на других ветках"),
        measured: outside, in: 0...0, unit: "s"),
      result.picture,
      Claim(
        "computed", Phrase("CPU time is kT", "время на ядре равно kT"),
        measured: result.figures.kernelTime,
        in: Double(record.tasks.count) * 0.95...Double(record.tasks.count) * 1.05, unit: "s",
        needs: [.quiet]),
    ]
  }

  private var numbers: [DemoOutcome.Number] {
    [
      .init("packages", Phrase("packages", "процессоров"), .integer(topology.packages)),
      .init("cores", Phrase("cores", "ядер"), .integer(topology.cores)),
      .init(
        "hardwareThreads", Phrase("hardware threads", "аппаратных потоков"),
        .integer(topology.hardwareThreads)),
      .init(
        "migrations", Phrase("migrations seen", "миграций замечено"),
        .integer(state.wanderers.map(\.migrations).reduce(0, +))),
    ]
  }
}
