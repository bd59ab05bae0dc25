/// The colours of demos: one for each task, and those of words and signs.

import Screen

package struct DemoPalette: Equatable, Sendable {
  /// Of tasks; there may be more tasks than colours.
  package var tasks: [Style]
  package var text: Style
  package var strong: Style
  package var faint: Style
  package var accent: Style
  package var good: Style
  package var bad: Style
  package var doubtful: Style

  package init(
    tasks: [Style], text: Style, strong: Style, faint: Style, accent: Style, good: Style,
    bad: Style, doubtful: Style
  ) {
    self.tasks = tasks.isEmpty ? [text] : tasks
    self.text = text
    self.strong = strong
    self.faint = faint
    self.accent = accent
    self.good = good
    self.bad = bad
    self.doubtful = doubtful
  }

  /// Where nobody has a theme; told apart by people who see few colours (Okabe and Ito's choice,
  /// nearest entries of the 256-colour palette).
  package static let standard = DemoPalette(
    tasks: [74, 214, 36, 175, 227, 202].map { Style(.palette($0)) }, text: .plain,
    strong: Style(.standard, .bold), faint: Style(.palette(245)), accent: Style(.palette(117)),
    good: Style(.palette(114), .bold), bad: Style(.palette(210), .bold),
    doubtful: Style(.palette(222), .bold))

  package func task(_ index: Int) -> Style { tasks[index % tasks.count] }

  /// A, B, C …
  package static func letter(_ task: Int) -> Character {
    Character(Unicode.Scalar(UInt8(65 + task % 26)))
  }

  package func style(of verdict: Verdict) -> Style {
    switch verdict {
    case .confirmed: good
    case .refuted: bad
    case .interference: doubtful
    case .notJudged: faint
    }
  }
}
