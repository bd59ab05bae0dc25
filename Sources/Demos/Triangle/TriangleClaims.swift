/// What is claimed of the triangle: the right picture, the same by everybody, and nobody waited.

import DemoKit
import Machine
import Wording

struct TriangleClaims {
  let state: TriangleState
  let demo: Triangle

  private static let much = Double.greatestFiniteMagnitude
  private var report: TriangleReport { state.report }

  /// Of what is looked at.
  var outcome: DemoOutcome {
    let isRace = state.options.view == .race
    var common = conditions(report.threads)
    if !isRace { common.foreign = max(common.foreign, report.layers.map(\.foreign).max() ?? 0) }
    return DemoOutcome(
      claims: isRace ? race : picture + threads, conditions: common,
      numbers: TriangleNumbers(report: report, isRace: isRace).all)
  }

  /// Those under which threads were compared: no other claim needs any.
  private func conditions(_ result: ThreadsResult?) -> Conditions {
    var conditions = Conditions(
      hardwareThreads: demo.cpus.count, canPin: demo.setting.canPin())
    guard let result, state.options.view == .layers else { return conditions }
    (conditions.foreign, conditions.steal) = (result.foreign, result.steal)
    (conditions.throttled, conditions.drift) = (result.throttled, drift(result))
    return conditions
  }

  // MARK: The picture

  private var picture: [Claim] {
    let excess = { (layer: LayerResult) in layer.coverageExcess }
    guard let worst = report.layers.max(by: { excess($0) < excess($1) }) else { return [] }
    let tolerance = demo.tolerance ?? worst.tolerance
    return [
      Claim(
        "coverage",
        Phrase(
          "covered pixels: as many as geometry says", "закрашено столько, сколько велит геометрия"),
        measured: worst.coverage, in: 1 - tolerance...1 + tolerance),
      Claim(
        "same-picture",
        Phrase(
          "other code and other threads: the same bits", "другой код и другие потоки — те же биты"),
        measured: Double(differentLayers) + Double(report.threads?.different ?? 0), in: 0...0),
    ]
  }

  /// Layers that came out differently pixel by pixel.
  private var differentLayers: Int {
    report.layers.count { $0.perPixelSum.map { [own = $0.sum] in own != $0 } ?? false }
  }

  // MARK: Threads

  private var threads: [Claim] {
    guard let result = report.threads else { return [] }
    let own = [
      Claim(
        "tiles-once", Phrase("every tile computed exactly once", "каждая плитка — ровно один раз"),
        measured: Double(result.wrongTakes), in: 0...0),
      Claim(
        "no-waiting", Phrase("nobody waited for anybody", "никто никого не ждал"),
        measured: Double(result.waits), in: 0...0),
    ]
    guard result.threads > 1 else { return own }
    let theory = demo.theory(result.threads)
    return own + [
      Claim(
        "speedup",
        Phrase(
          "\(result.threads) threads: so many times faster",
          "потоков \(result.threads): во сколько раз быстрее"),
        measured: result.speedup, in: (1 - (demo.tolerance ?? 0.15)) * theory...Self.much,
        needs: [.hardwareThreads(2), .quiet] + reasons(result),
        under: conditions(result))
    ]
  }

  /// Cores that are a little slower together than alone are no disturbance as long as the claim gives
  /// way as far.
  private func drift(_ result: ThreadsResult) -> Double {
    abs(result.drift) > (demo.tolerance ?? 0.15) * 0.8 ? result.drift : 0
  }

  /// Why nobody can expect that much of more threads.
  private func reasons(_ result: ThreadsResult) -> [Claim.Need] {
    if result.layer < 5 {
      return [
        .otherRun(
          because: Phrase("memory binds this layer", "этот слой упирается в память"))
      ]
    }
    guard result.threads > demo.cores else { return [] }
    return [
      .otherRun(because: Phrase("more threads than cores", "потоков больше, чем ядер"))
    ]
  }

  // MARK: The race

  private var race: [Claim] {
    guard let worst = report.race.map(\.difference).max() else { return [] }
    return [
      Claim(
        "race-equal",
        Phrase(
          "one picture of \(report.race.count) executions (difference of a channel)",
          "исполнений \(report.race.count), картинка та же (разница канала)"),
        measured: Double(worst), in: 0...1)
    ]
  }
}
