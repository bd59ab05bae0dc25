/// How everything looks, by its role.

import Screen

package struct Theme: Equatable, Sendable {
  package var name: String
  /// What lies under everything.
  package var ground: Style
  package var title: Style
  package var heading: Style
  package var text: Style
  package var emphasis: Style
  package var strong: Style
  package var code: Style
  package var codeBlock: Style
  package var link: Style
  package var quote: Style
  package var bullet: Style
  package var rule: Style
  /// What may be overlooked: the foot line, hints, addresses.
  package var faint: Style
  package var accent: Style
  package var good: Style
  package var bad: Style
  package var doubtful: Style
  package var selection: Style
  /// What code lies on.
  package var panel: Style
  /// Code beside the lines that are lit.
  package var dimmed: Style
  package var keyboard: Style
  package var mark: Style
  package var math: Style
  package var important: Style
  package var tasks: TaskStyles
  package var tokens: TokenStyles

  /// All that come with the program, in the order of their list.
  package static let all = [
    dark, light, highContrast, colorBlind, midnight, chalkboard, paper, amber, terminal, mono,
  ]

  package static func named(_ name: String) -> Theme? { all.first { $0.name == name } }

  /// What a name may be made of: it is one of a file, too.
  package static func isName(_ name: String) -> Bool {
    (1...40).contains(name.utf8.count)
      && name.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      }
  }

  /// Dark text on a light ground; nil where the ground is the terminal's own.
  package var isLight: Bool? {
    ground.background.rgbValue.map(Contrast.isLight)
  }
}
