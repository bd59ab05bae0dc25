/// Which software threads sit under which hardware thread.

import DemoKit
import Machine
import Screen

struct TreeSeats {
  private let seats: [Int: [(Character, Style)]]

  init(picture: TreePicture) {
    let state = picture.state
    var seats: [Int: [(Character, Style)]] = [:]
    for (thread, cpu) in Self.places(picture).enumerated() where cpu >= 0 {
      seats[cpu, default: []].append((Self.letter(thread), picture.palette.task(thread)))
    }
    if state.pruned > 0 {
      let kept = picture.demo.kept(state)
      seats = seats.filter { kept.contains($0.key) }
    }
    self.seats = seats
  }

  func letters(on cpus: [Int]) -> [(Character, Style)] { cpus.flatMap { seats[$0] ?? [] } }

  /// The CPU of every thread: measured on our own machine, drawn on a teaching one.
  private static func places(_ picture: TreePicture) -> [Int] {
    let state = picture.state
    if state.isPruned || picture.demo.shape != .full {
      return picture.demo.pathPlan(state).members.map { $0.cpus.first ?? -1 }
    }
    if state.showsOwn { return state.wanderers.map(\.cpu) }
    let cpus = picture.topology.allowedPUs.map(\.osIndex)
    guard !cpus.isEmpty else { return [] }
    // Scattered, but the same in every picture.
    return (0..<state.threadCount).map { cpus[($0 * 7 + $0 / 3 * 5) % cpus.count] }
  }

  /// a … z, then A … Z and digits: no two of the 64 threads look alike.
  static func letter(_ thread: Int) -> Character {
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789$&")
    return letters[thread % letters.count]
  }
}
