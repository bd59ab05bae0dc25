/// What concurrency costs, quantum by quantum: CPU time against doing the tasks one after another.

import DemoKit
import Screen
import Wording

struct TimelinePrices {
  private let picture: TimelinePicture
  /// From the longest quantum to the shortest; nil is the system's own.
  private let prices: [(quantum: Double?, share: Double)]

  /// Nil until there are two to be compared.
  init?(_ picture: TimelinePicture) {
    guard picture.choice.options.mode == .conc else { return nil }
    let wanted = TimelinePrice(picture.choice, cpuTime: 0)
    let same = picture.state.prices.filter { $0.isSameWork(as: wanted) }
    let runs = same.filter { $0.mode == .conc }.sorted {
      TimelineOptions.length($0.quantum) > TimelineOptions.length($1.quantum)
    }
    let base = same.first { $0.mode == .seq } ?? runs.first { $0.quantum == nil }
    guard runs.count >= 2, let base else { return nil }
    self.picture = picture
    prices = runs.map { ($0.quantum, $0.cpuTime / base.cpuTime - 1) }
  }

  func add(to rows: inout RowStack) { rows.add(.detail) { draw(on: &$0) } }

  /// A cell of the bars is 5 %.
  private static let cell = 0.05
  private static let longest = 8

  /// The dearest are what it is about: where not all fit, they stay.
  private func draw(on canvas: inout Canvas) {
    let name = picture.words("price", "цена")
    var column = canvas.put(name, at: Point(row: 0, column: 1), picture.palette.text) + 2
    var shown = prices[...]
    while shown.count > 1, column + shown.map(width).reduce(0, +) > canvas.size.columns {
      shown = shown.dropFirst()
    }
    for price in shown {
      let end = canvas.put(text(price), at: Point(row: 0, column: column), picture.palette.text)
      canvas.bar(
        price.share / Self.cell / Double(Self.longest), at: Point(row: 0, column: end + 1),
        width: Self.longest, picture.palette.doubtful)
      column += width(price)
    }
  }

  private func text(_ price: (quantum: Double?, share: Double)) -> String {
    picture.quantumName(price.quantum) + " " + picture.language.signedPercent(price.share)
  }

  private func width(_ price: (quantum: Double?, share: Double)) -> Int {
    let bar = min(Self.longest, max(1, Int((price.share / Self.cell).rounded(.up))))
    return text(price).columns + 1 + bar + 2
  }
}
