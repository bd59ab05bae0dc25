/// The colours of demos: one for each task, and those of signs; they follow the ground.

import Screen

/// On a light ground the darker twins; told apart by people who see few colours (Okabe and Ito's
/// choice, nearest entries of the 256-colour palette).
package struct DemoPalette: Equatable, Sendable {
  private let isLight: Bool

  package init(ground: Style) {
    let rgb = ground.background.rgbValue ?? 0
    isLight = (rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255) > 384
  }

  package func task(_ index: Int) -> Style {
    let dark: [UInt8] = [74, 214, 36, 175, 227, 202]
    let light: [UInt8] = [25, 130, 29, 132, 94, 160]
    let colors = isLight ? light : dark
    return Style(.palette(colors[index % colors.count]))
  }

  /// A, B, C …
  package static func letter(_ task: Int) -> Character {
    Character(Unicode.Scalar(UInt8(65 + task % 26)))
  }

  package var faint: Style { Style(.palette(isLight ? 242 : 245)) }
  package var text: Style { .plain }
  package var strong: Style { Style(.standard, .bold) }
  package var accent: Style { Style(.palette(isLight ? 25 : 117)) }
  package var good: Style { Style(.palette(isLight ? 28 : 114), .bold) }
  package var bad: Style { Style(.palette(isLight ? 124 : 210), .bold) }
  package var doubtful: Style { Style(.palette(isLight ? 94 : 222), .bold) }

  package func style(of verdict: Verdict) -> Style {
    switch verdict {
    case .confirmed: good
    case .refuted: bad
    case .interference: doubtful
    case .notJudged: faint
    }
  }
}
