/// Numbers as people read them: the decimal sign of the language, thousands apart.

extension Language {
  package var decimalSign: String {
    self == .russian ? "," : self == .english ? "." : table?.decimalSign ?? "."
  }

  private var thousandsSign: String {
    self == .russian ? " " : self == .english ? "," : table?.thousandsSign ?? ","
  }

  private var percentSign: String {
    self == .russian ? " %" : self == .english ? "%" : (table?.beforePercent ?? "") + "%"
  }

  /// A number with so many decimals, rounded half away from zero: `6,03`.
  package func decimal(_ value: Double, _ decimals: Int) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "—" }
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let scaled = Int((abs(value) * Double(scale)).rounded())
    let sign = value < 0 && scaled > 0 ? "−" : ""
    let whole = grouped(scaled / scale)
    guard decimals > 0 else { return sign + whole }
    let fraction = String(scaled % scale + scale).dropFirst()
    return sign + whole + decimalSign + fraction
  }

  /// Thousands apart by a blank in Russian and a comma in English: `361 000`, `361,000`.
  package func grouped(_ value: Int) -> String {
    var digits = String(value.magnitude)
    guard digits.utf8.count > 3 else { return value < 0 ? "−" + digits : digits }
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    groups.insert(digits, at: 0)
    let sign = value < 0 ? "−" : ""
    return sign + groups.joined(separator: thousandsSign)
  }

  /// A share as per cent: `99,6 %` in Russian, `99.6%` in English.
  package func percent(_ share: Double, _ decimals: Int = 1) -> String {
    decimal(share * 100, decimals) + percentSign
  }

  /// A difference as per cent, with its sign: `+0,5 %`, `−2,1 %`.
  package func signedPercent(_ share: Double, _ decimals: Int = 1) -> String {
    let text = percent(share, decimals)
    return text.hasPrefix("−") ? text : "+" + text
  }

  /// Seconds with their unit: `6,03 с`, `6.03 s`.
  package func seconds(_ value: Double, _ decimals: Int = 2) -> String {
    decimal(value, decimals) + " " + words("s", "с")
  }

  package func milliseconds(_ value: Double, _ decimals: Int = 1) -> String {
    decimal(value, decimals) + " " + words("ms", "мс")
  }
}

extension Language {
  /// A day written as `2026-11-24`: `24.11.2026` in Russian.
  package func date(_ day: String) -> String {
    let parts = day.split(separator: "-")
    let pattern = self == .russian ? "D.M.Y" : table?.date ?? "Y-M-D"
    guard parts.count == 3 else { return day }
    return pattern.reduce("") { date, sign in
      switch sign {
      case "Y": date + parts[0]
      case "M": date + parts[1]
      case "D": date + parts[2]
      default: date + String(sign)
      }
    }
  }

  /// A short time in the unit that suits it: `1,2 нс`, `80 мкс`, `1,30 с`.
  package func shortTime(_ seconds: Double) -> String {
    let units: [(Double, Phrase)] = [
      (1e-9, Phrase("ns", "нс")), (1e-6, Phrase("µs", "мкс")), (1e-3, Phrase("ms", "мс")),
      (1, Phrase("s", "с")),
    ]
    let unit = units.last { seconds >= $0.0 * 0.9995 } ?? units[0]
    let value = seconds / unit.0
    return decimal(value, value < 10 ? (unit.0 == 1 ? 2 : 1) : 0) + " " + unit.1(self)
  }
}
