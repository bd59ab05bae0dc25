/// How many cores of the first kind some threads are worth, where cores are not alike.

/// Speeds against the first CPU's, one for each CPU in the order in which they are used; empty where
/// all cores are of one kind. Measured for each kind of work: division and shifts differ.
package struct ScaleRates: Equatable, Sendable {
  package var primes: [Double] = []
  package var mixed: [Double] = []

  package init() {}

  /// What so many threads can do at the most, in units of the first; with more threads than cores no
  /// more is expected than of the cores.
  package func capacity(_ kind: ScaleKind, _ threads: Double, cores: Int) -> Double {
    let used = min(threads, Double(cores))
    let rates = kind == .primes ? primes : mixed
    guard kind != .chain, !rates.isEmpty else { return used }
    let whole = min(Int(used), rates.count)
    let rest = whole < rates.count ? (used - Double(whole)) * rates[whole] : 0
    return rates.prefix(whole).reduce(0, +) + rest
  }
}

extension ScaleReport {
  /// The cores that a point really had, in units of the first.
  func effective(_ point: ScalePoint, cores: Int) -> Double {
    let worth = rates.capacity(point.kind, Double(point.threads), cores: cores)
    return max(1, point.nEff * worth / Double(min(point.threads, cores)))
  }
}
