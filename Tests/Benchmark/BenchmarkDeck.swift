/// A deck of any length, with the same text for lectern and for mdp.

struct BenchmarkDeck {
  let slides: Int

  /// A word that stands on one slide only; slides count from 0.
  static func marker(of slide: Int) -> String {
    let digits = String(slide + 1)
    return "M" + String(repeating: "0", count: max(6 - digits.count, 0)) + digits
  }

  /// CommonMark with a rule between slides: lectern's way.
  var commonMark: String { text }

  /// The same behind the header that mdp wants.
  var mdp: String { "%title: Benchmark\n%author: lectern-bench\n\n" + text }

  private var text: String {
    (0..<slides).map(Self.slide).joined(separator: "\n\n---\n\n") + "\n"
  }

  /// Heading, prose with bold, italic and code, a list, Russian: at most 15 lines of 72 columns.
  private static func slide(_ slide: Int) -> String {
    let word = { (place: Int) in english[(slide * 7 + place) % english.count] }
    let russianWord = { (place: Int) in russian[(slide * 5 + place) % russian.count] }
    return """
      # The \(word(0)) and the \(word(3))

      Slide \(marker(of: slide)) tells of a **\(word(1))** that met a _\(word(2))_ and said `\(word(4))`.
      Then the \(word(5)) turned to the \(word(6)), and **nothing** was as before.

      - first comes the \(word(7)) with its `\(word(8))`
      - then a **\(word(9))** of no importance
      - and \(russianWord(0)) в конце, как всегда

      \(russianWord(1)) не любит, когда **\(russianWord(2))** опаздывает на _\(russianWord(3))_,
      но `\(russianWord(4))` всё равно приходит вовремя.
      """
  }

  private static let english = [
    "harbour", "lantern", "compass", "orchard", "violin", "glacier", "pepper", "anchor", "meadow",
    "copper", "falcon", "thimble", "canyon",
  ]
  private static let russian = [
    "маяк", "компас", "скрипка", "ледник", "якорь", "сокол", "напёрсток", "каньон", "перец",
    "фонарь", "луг",
  ]
}
