/// The three kinds of work: independent checks, work with a serial part, a chain. Every one leaves a
/// sum that tells whether all of it was done, by however many threads.

import Machine
import Synchronization
import Wording

package enum ScaleKind: String, CaseIterable, Sendable {
  case primes, mixed, chain

  /// The sign of its points.
  var sign: Character {
    switch self {
    case .primes: "●"
    case .mixed: "◆"
    case .chain: "×"
    }
  }
}

enum Primes {
  /// Where the numbers begin, the first choice first, each with a prime beyond it: one there takes some
  /// milliseconds, and where a run is short the last one at work would spoil it.
  static let starts: [(first: UInt64, prime: UInt64)] = [
    (10_000_000_000_000, 10_000_000_000_037), (100_000_000_000, 100_000_000_003),
    (1_000_000_000, 1_000_000_007),
  ]

  /// By trial division, as a child would do it.
  static func isPrime(_ number: UInt64) -> Bool {
    if number % 2 == 0 { return number == 2 }
    var divisor: UInt64 = 3
    while divisor &* divisor <= number {
      if number % divisor == 0 { return false }
      divisor &+= 2
    }
    return number > 1
  }
}

/// x ← x² − x + 1 modulo 2⁶¹ − 1: no step can begin before the one before it is done.
enum Chain {
  static let start: UInt64 = 3
  private static let modulus: UInt64 = (1 << 61) - 1

  @inline(never)
  static func link(_ start: UInt64, steps: Int) -> UInt64 {
    var x = start
    var left = steps
    while left > 0 {
      let (high, low) = x.multipliedFullWidth(by: x)
      // 2⁶¹ is 1 here: the upper bits are added to the lower ones
      var square = (low & modulus) &+ (low >> 61 | high << 3)
      if square >= modulus { square &-= modulus }
      x = square &+ (modulus &- x) &+ 1
      if x >= modulus { x &-= modulus }
      if x >= modulus { x &-= modulus }
      left &-= 1
    }
    return x
  }
}

/// How much of each kind makes a run.
struct ScaleSize: Equatable, Sendable {
  /// Numbers that are checked.
  var numbers = 500
  var firstNumber = Primes.starts[0].first
  /// Chunks of the mixed work, and the steps of one.
  var chunks = 1000
  var chunkSteps = 20_000
  /// Links of the chain, and the steps of one.
  var links = 1000
  var linkSteps = 1000
}
