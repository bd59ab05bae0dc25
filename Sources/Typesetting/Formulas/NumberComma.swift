/// A comma between digits: in a number, as in `0,95`, or between two, as in `N(0,1)` and `1,2,3`.

extension TeXReader {
  /// Whether the comma just taken is part of a number.
  var isInNumber: Bool {
    guard place >= 2, place < tokens.count, tokens[place - 2].isDigit, tokens[place].isDigit else {
      return false
    }
    var (start, end) = (place - 2, place + 1)
    while start > 0, tokens[start - 1].isDigit { start -= 1 }
    while end < tokens.count, tokens[end].isDigit { end += 1 }
    let right = tokens[place..<end]
    // Thousands are three digits behind every comma, and no number is parted that way twice.
    if right.count == 3 { return true }
    if isListed(behind: start) || isListed(before: end) { return false }
    guard opens(before: start), end < tokens.count, tokens[end].closesPair else { return true }
    let isShare = tokens[start..<place - 1].elementsEqual([.sign("0")]) && right.count > 1
    return isShare && right.last != .sign("0")
  }

  /// `1,` before a number, which may have a sign.
  private func isListed(behind start: Int) -> Bool {
    let comma = placeBeforeSign(start)
    return comma > 0 && tokens[comma] == .sign(",")
      && (tokens[comma - 1].isDigit || tokens[comma - 1].isDots)
  }

  /// `,3` or `,…` behind a number.
  private func isListed(before end: Int) -> Bool {
    guard end + 1 < tokens.count, tokens[end] == .sign(",") else { return false }
    return tokens[end + 1].isDigit || tokens[end + 1].isDots
  }

  private func opens(before start: Int) -> Bool {
    let place = placeBeforeSign(start)
    return place >= 0 && tokens[place].opensPair
  }

  private func placeBeforeSign(_ start: Int) -> Int {
    let place = start - 1
    return place >= 0 && [.sign("-"), .sign("+")].contains(tokens[place]) ? place - 1 : place
  }
}

extension TeXToken {
  fileprivate var isDots: Bool {
    [.command("dots"), .command("ldots"), .command("cdots"), .sign("…")].contains(self)
  }

  fileprivate var opensPair: Bool {
    [.sign("("), .sign("["), .command("{"), .command("langle")].contains(self)
  }

  fileprivate var closesPair: Bool {
    [.sign(")"), .sign("]"), .command("}"), .command("right"), .command("rangle")].contains(self)
  }
}
