/// A key that sticks, and people who are fast.

import Decks
import Presenting
import Screen
import Testing

/// Slides that say their numbers.
private let deck = (1...99).map { "# \($0)\n" }.joined(separator: "\n---\n\n")

private func slide(
  after times: [Int], _ key: Key = .pageDown, from first: Int = 1
) -> Int {
  var state = presenter(deck)
  state.go(toSlide: first)
  for time in times { _ = state.handle(.pressed(key, at: .milliseconds(time))) }
  return state.cursor.slide + 1
}

extension PresenterState {
  fileprivate mutating func go(toSlide number: Int) { _ = type("\(number)G") }
}

/// A keyboard repeats after half a second, thirty times a second.
private func held(forSeconds seconds: Int) -> [Int] {
  [0] + (0..<(seconds * 30)).map { 500 + $0 * 33 }
}

@Suite struct `A key that steps` {
  @Test(arguments: [Key.pageDown, .right, .character(" "), .character("n"), .enter])
  func `goes on at most ten steps in any second while it is stuck`(key: Key) {
    // what keyboards repeat at (macOS and the console 92 ms, X 40, Windows 33), others, and noise
    for gap in [5, 25, 33, 40, 45, 50, 58, 67, 80, 92] {
      let late = [0, 4, 1, 7, 2, 0, 5, 3]
      expectTen((0..<(8_000 / gap)).map { $0 * gap + late[$0 % late.count] }, key)
    }
    // a line that delivers some together
    for (count, gap) in [(3, 100), (6, 200), (5, 180)] {
      expectTen((0..<(8_000 / gap)).flatMap { Array(repeating: $0 * gap, count: count) }, key)
    }
  }

  private func expectTen(_ times: [Int], _ key: Key) {
    var state = presenter(deck)
    var steps: [Int] = []
    for time in times {
      let before = state.cursor
      _ = state.handle(.pressed(key, at: .milliseconds(time)))
      if state.cursor != before { steps.append(time) }
    }
    #expect(steps.count > 30, "\(times.prefix(12))")
    for start in steps {
      #expect(steps.count { (start..<start + 1_000).contains($0) } <= 10, "\(times.prefix(12))")
    }
  }

  @Test func `does not go on when it is let go`() {
    var state = presenter(deck)
    for time in held(forSeconds: 3) {
      _ = state.handle(.pressed(.pageDown, at: .milliseconds(time)))
    }
    let end = state.cursor
    _ = state.handle(.elapsed(4))
    _ = state.handle(.clock("12:00"))
    #expect(state.cursor == end)
  }

  @Test(arguments: [
    // two quick presses, three that a slow line delivers together, as fast as one can tap
    [0, 35], [0, 0, 0], [0, 150, 300, 450, 600, 750, 900, 1_050, 1_200],
    [0, 90, 180, 600, 690, 780, 1_300],
    // faster than most hands, and as uneven as they are, for two seconds
    (0..<26).map { 76 * $0 + [0, 19, 5, 24, 12][$0 % 5] },
  ])
  func `goes on with every press of a person`(times: [Int]) {
    #expect(slide(after: times) == times.count + 1)
  }

  /// Thirteen presses a second, none closer than 51 ms, some of them heard late by a machine that
  /// stalls: what a program that measures presenters does.
  @Test func `goes on with every press that is no repeat`() {
    var time = 0
    let times = (0..<90).map { press in
      time += 51 + 50 * (press * 618 % 1_000) / 1_000
      return press % 7 == 3 ? time + 20 : time
    }
    #expect(slide(after: times) == times.count + 1)
  }

  @Test func `goes back as slowly, and other keys are not held up by it`() {
    #expect(slide(after: held(forSeconds: 2), .pageUp, from: 60) >= 60 - 18)
    var state = presenter(deck)
    for key in keys("nnnnnn<right><right>jj") { _ = state.handle(.pressed(key, at: .zero)) }
    #expect(state.cursor.slide == 4 + 2 + 2)
  }

  @Test func `is not held up where it does something else`() {
    var state = presenter(deck)
    for key in keys("o<right><right><right><right><right><right><enter>") {
      _ = state.handle(.pressed(key, at: .zero))
    }
    #expect(state.cursor.slide == 6)
  }

  @Test func `the wheel is no faster`() {
    var state = presenter(deck)
    let wheel = Mouse(.wheelDown, at: .zero)
    for time in 0..<100 { _ = state.handle(.pointed(wheel, at: .milliseconds(time * 10))) }
    #expect((5...10).contains(state.cursor.slide))
  }

  @Test func `stops at the last slide and at the first`() {
    #expect(slide(after: held(forSeconds: 5), from: 97) == 99)
    #expect(slide(after: held(forSeconds: 5), .pageUp, from: 3) == 1)
  }
}
