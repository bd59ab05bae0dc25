/// What somebody wants of every talk: the settings of the configuration file.

import DemoKit
import Presenting
import Wording

/// What is nil was not said there, and the deck or the program decides.
package struct Configuration: Equatable, Sendable {
  package var theme: String?
  package var language: Language?
  /// The keys, where they are not the program's own.
  package var keys: KeyTable?
  /// The mouse is listened to.
  package var usesMouse: Bool?
  package var clickerStartsDemos: Bool?
  /// The time is shown from the start.
  package var timer: TimerFace?
  package var minutes: Double?
  package var ascii: Bool?
  package var mono: Bool?
  package var isAmbiguousWide: Bool?
  /// Nothing moves that does not have to.
  package var reducesMotion: Bool?
  package var demos = DemoDefaults()

  package init() {}
}

/// A configuration with what is wrong with it, as lines that can be clicked.
package struct LoadedConfiguration: Sendable {
  package var configuration = Configuration()
  package var problems: [Problem] = []

  package init() {}

  /// A line in the language it is asked for.
  package struct Problem: Sendable {
    package let text: @Sendable (Language) -> String
    /// Something that was written does not hold; else it holds and is not to be recommended.
    package let isFault: Bool

    package init(isFault: Bool = true, _ text: @escaping @Sendable (Language) -> String) {
      self.isFault = isFault
      self.text = text
    }
  }

  package func texts(_ language: Language) -> [String] { problems.map { $0.text(language) } }
}
