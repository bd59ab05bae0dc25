/// How well a few letters tell a name: `трг` means «Треугольник», `gil` the slide on the GIL.

package enum FuzzyMatch {
  /// The higher the better; nil where the letters are not in the name in their order.
  package static func score(_ letters: String, in name: String) -> Int? {
    let (wanted, name) = (Array(letters.foldedText), Array(name.foldedText))
    guard !wanted.isEmpty else { return 0 }
    if let place = place(of: wanted, in: name) {
      return 1000 - min(place, 99) + (isWordStart(place, name) ? 500 : 0)
    }
    return scattered(wanted, name)
  }

  private static func place(of wanted: [Character], in name: [Character]) -> Int? {
    guard wanted.count <= name.count else { return nil }
    return (0...name.count - wanted.count).first { start in
      name[start..<start + wanted.count].elementsEqual(wanted)
    }
  }

  /// Letters that begin words count, gaps between them cost.
  private static func scattered(_ wanted: [Character], _ name: [Character]) -> Int? {
    var (score, next, last) = (500, 0, -1)
    for (place, letter) in name.enumerated() where next < wanted.count && letter == wanted[next] {
      if isWordStart(place, name) { score += 20 }
      if last >= 0 { score -= min(place - last - 1, 20) }
      (next, last) = (next + 1, place)
    }
    return next == wanted.count ? score : nil
  }

  private static func isWordStart(_ place: Int, _ name: [Character]) -> Bool {
    place == 0 || !name[place - 1].isLetter && !name[place - 1].isNumber
  }
}
