/// The Universal Scalability Law, fitted to measured speedups.

/// Gunther's Universal Scalability Law: n / (1 + σ (n − 1) + κ n (n − 1)).
package struct ScalabilityFit: Equatable, Sendable {
  /// Contention and coherency.
  package let sigma: Double
  package let kappa: Double

  package static let leastPoints = 6

  /// By least squares over (n/S − 1)/(n − 1) = σ + κ n; nil with fewer than six points.
  package init?(_ speedups: [(threads: Int, speedup: Double)]) {
    let several = speedups.filter { $0.threads >= 2 && $0.speedup > 0 }
    guard several.count + 1 >= Self.leastPoints else { return nil }
    let xs = several.map { Double($0.threads) }
    let ys = several.map { (Double($0.threads) / $0.speedup - 1) / Double($0.threads - 1) }
    let count = Double(xs.count)
    let (meanX, meanY) = (xs.reduce(0, +) / count, ys.reduce(0, +) / count)
    let spread = xs.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
    guard spread > 0 else { return nil }
    kappa = zip(xs, ys).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) } / spread
    sigma = meanY - kappa * meanX
  }

  package func speedup(_ n: Double) -> Double { n / (1 + sigma * (n - 1) + kappa * n * (n - 1)) }
}
