/// What demos were left like, for when one comes back to them and for those that come after.

import Decks
import DemoKit

/// The latest last. A fence is known by what it says, wherever in the file it stands: an edit above it
/// loses nothing.
struct DemoLegacies {
  private struct Legacy {
    let request: DemoRequest
    var state: any Sendable
    let faded: any Sendable
  }

  private var legacies: [Legacy] = []
  private static let most = 32
  /// So many are kept with all their pictures; of older ones only what later runs need to know.
  private static let mostWhole = 6

  func heritage(of request: DemoRequest) -> DemoHeritage {
    DemoHeritage(
      last: legacies.last { $0.request.saysTheSame(as: request) }?.state,
      kin: legacies.filter { !$0.request.saysTheSame(as: request) }.map(\.state))
  }

  mutating func keep(_ demo: any LiveDemo, as request: DemoRequest) {
    legacies.removeAll { $0.request.saysTheSame(as: request) }
    legacies.append(Legacy(request: request, state: demo.legacy, faded: demo.fadedLegacy))
    if legacies.count > Self.most { legacies.removeFirst() }
    for index in legacies.indices.dropLast(Self.mostWhole) {
      legacies[index].state = legacies[index].faded
    }
  }
}
