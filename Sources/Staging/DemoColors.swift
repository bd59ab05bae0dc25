/// A theme's colours as demos have them.

import DemoKit
import Typesetting

extension DemoPalette {
  package init(_ theme: Theme) {
    self.init(
      tasks: theme.tasks.list, text: theme.text, strong: theme.strong, faint: theme.faint,
      accent: theme.accent, good: theme.good, bad: theme.bad, doubtful: theme.doubtful)
  }
}
