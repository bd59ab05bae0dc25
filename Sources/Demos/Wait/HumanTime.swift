/// Times of machines as people feel them: a tick of a third of a nanosecond stretched to a second.

import Wording

struct HumanTime {
  /// Seconds of the machine.
  let time: Double

  private static let tick = 1e-9 / 3

  /// `4 секунды`, `9 минут`, `3 суток`, `124 года`.
  func words(_ language: Language) -> String {
    let seconds = time / Self.tick
    let (minute, hour, day, year) = (60.0, 3600.0, 86_400.0, 31_557_600.0)
    switch seconds {
    case ..<90:
      return count(
        seconds, 1, language, Phrase("second", "секунда"), "секунды", Phrase("seconds", "секунд"))
    case ..<(90 * minute):
      return count(
        seconds, minute, language, Phrase("minute", "минута"), "минуты", Phrase("minutes", "минут"))
    case ..<(48 * hour):
      return count(seconds, hour, language, Phrase("hour", "час"), "часа", Phrase("hours", "часов"))
    case ..<(700 * day):
      return count(seconds, day, language, Phrase("day", "сутки"), "суток", Phrase("days", "суток"))
    default:
      return count(seconds, year, language, Phrase("year", "год"), "года", Phrase("years", "лет"))
    }
  }

  private func count(
    _ seconds: Double, _ unit: Double, _ language: Language, _ one: Phrase, _ few: String,
    _ many: Phrase
  ) -> String {
    let number = max(1, Int((seconds / unit).rounded()))
    return language.grouped(number) + " " + language.form(number, one: one, few: few, many: many)
  }
}
