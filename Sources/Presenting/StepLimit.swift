/// How fast one key may lead through the deck: a clicker that sticks must not.

import Screen

/// A key is held when it comes faster than a hand presses it (five times in 175 ms, or seven in 330 ms
/// where a slow line delivers some together), or as evenly as no hand does. Then it steps five times
/// a second, which with the steps before makes ten in any second; what is too much is dropped, not
/// kept: when the key is let go nothing follows. Other presses all count, however many there are.
/// Another key begins anew.
struct StepLimit: Equatable, Sendable {
  private var key: Key?
  /// When the key came last, the oldest first.
  private var presses: [Duration] = []
  private var stepped = Duration.zero

  private static let most = 8
  private static let gap = Duration.milliseconds(180)
  /// Keyboards repeat every 25 to 92 ms, and are a few ms late at times.
  private static let longestRepeat = Duration.milliseconds(120)
  private static let unevenness = Duration.milliseconds(12)

  /// Whether the key may step once more, at a time that only grows.
  mutating func allows(_ pressed: Key, at now: Duration) -> Bool {
    if key != pressed { (key, presses) = (pressed, []) }
    presses = (presses + [now]).suffix(Self.most)
    guard !isHeld || now - stepped >= Self.gap else { return false }
    stepped = now
    return true
  }

  private var isHeld: Bool {
    isFaster(than: .milliseconds(175), for: 5) || isFaster(than: .milliseconds(330), for: 7)
      || isEven
  }

  private func isFaster(than time: Duration, for count: Int) -> Bool {
    guard let last = presses.last, presses.count >= count else { return false }
    return last - presses[presses.count - count] < time
  }

  private var isEven: Bool {
    let gaps = zip(presses.dropFirst(), presses).map { $0 - $1 }
    // Of fewer a person's may be as even by chance.
    guard presses.count == Self.most, let least = gaps.min(), let most = gaps.max() else {
      return false
    }
    return most < Self.longestRepeat && most - least <= Self.unevenness
  }
}

extension PresenterCommand {
  /// It leads on or back by a step, a slide or some.
  var isStep: Bool {
    switch self {
    case .next, .previous, .nextSlide, .previousSlide, .tenOn, .tenBack: true
    default: false
    }
  }
}
