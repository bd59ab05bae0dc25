/// What of the triangle is asked for: its layers, how large, by how many, and who else runs.

import DemoKit
import Machine
import Wording

/// Who executes the function in the race, the slowest first.
package enum Runner: String, CaseIterable, Sendable {
  case python, numpy
  /// One pixel after another in Swift.
  case scalar
  /// As many pixels at once as a register holds.
  case simd
  /// The same on all cores.
  case threads

  /// A child has to be started for it.
  var isPython: Bool { self == .python || self == .numpy }
}

package struct TriangleOptions: Equatable, Sendable {
  package enum View: String, Sendable { case layers, race }

  package var view = View.layers
  /// Pixels of the picture's side.
  package var size = 4096
  /// How many of the layers there are, and the folds of the fifth.
  package var layers = LayerList()
  /// Nil takes one for each core.
  package var threads: Int?
  package var runners = Runner.allCases
  package var spins = false
  /// What of it is looked at: a layer, and tiles by who computed them.
  var layer = PixelFunction.layers
  var showsOwners = false
}

/// Layers as a deck lists them: f0, f1, f2, color, folds:5, light. Each takes in those before it, so
/// that a list can only end earlier.
package struct LayerList: Equatable, Sendable {
  static let names = ["f0", "f1", "f2", "color", "folds", "light"]
  package static let folds = 1...8

  package var count = PixelFunction.layers
  package var folds = 5

  package init() {}

  /// Nil where it is no such list.
  package init?(_ text: String) {
    let words = text.split(separator: ",", omittingEmptySubsequences: false)
    guard (1...Self.names.count).contains(words.count) else { return nil }
    for (word, name) in zip(words, Self.names) {
      if name == "folds", word.hasPrefix("folds:") {
        guard let folds = Int(word.dropFirst(6)), Self.folds.contains(folds) else { return nil }
        self.folds = folds
      } else if word != name {
        return nil
      }
    }
    count = words.count
  }
}
