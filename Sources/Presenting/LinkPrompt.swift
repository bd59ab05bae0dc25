/// The links that may be chosen, on one row: those whose numbers begin as what has been typed.

import Screen

struct LinkPrompt {
  private let names: [String]
  private let digits: String

  /// Addresses are told apart by what follows their scheme.
  init(names: [String], digits: String) {
    let schemes = ["https://", "http://", "mailto:"]
    self.names = names.map { name in
      schemes.first(where: name.hasPrefix).map { String(name.dropFirst($0.count)) } ?? name
    }
    self.digits = digits
  }

  /// Names as long as there is room for, then as many links as there is room for.
  func text(room: Int) -> String {
    for length in [32, 24, 16, 12] {
      let whole = entries(length).joined()
      if whole.columns <= room { return whole }
    }
    let more = "  …"
    return entries(12).reduce(into: (text: "", isFull: false)) { prompt, entry in
      if prompt.isFull { return }
      prompt.isFull = prompt.text.columns + entry.columns + more.columns > room
      prompt.text += prompt.isFull ? more : entry
    }.text
  }

  private func entries(_ length: Int) -> [String] {
    names.indices.map { String($0 + 1) }.filter { $0.hasPrefix(digits) }.map { number in
      "  " + number + " " + Self.shortened(names[(Int(number) ?? 1) - 1], to: length)
    }
  }

  /// Titles are known by their beginning, addresses by their end, too.
  private static func shortened(_ name: String, to length: Int) -> String {
    guard name.columns > length, !name.hasPrefix("→") else { return name.fitted(to: length) }
    let tail = length * 2 / 3
    return name.fitted(to: length - tail) + name.suffix(tail)
  }
}
