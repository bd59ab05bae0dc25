/// Themes without colours of their own: the terminal's sixteen, or none.

import Screen

extension Theme {
  /// The terminal's own colours, for those who have chosen them with care.
  package static let terminal = Theme(
    name: "terminal",
    ground: .plain, title: Style(.standard, .bold), heading: Style(.palette(6), .bold),
    text: .plain, emphasis: Style(.palette(3), .italic), strong: Style(.standard, .bold),
    code: Style(.palette(2)), codeBlock: Style(.palette(2)),
    link: Style(.palette(6), .underline), quote: Style(.standard, .italic),
    bullet: Style(.palette(6)), rule: Style(.standard, .dim), faint: Style(.standard, .dim),
    accent: Style(.palette(6)), good: Style(.palette(2), .bold), bad: Style(.palette(1), .bold),
    doubtful: Style(.palette(3), .bold), selection: Style(.standard, .reverse),
    panel: .plain, dimmed: Style(.standard, .dim), keyboard: Style(.standard, .reverse),
    mark: Style(.standard, .reverse), math: Style(.palette(5)),
    important: Style(.palette(5), .bold),
    // The blue of most terminals is read on no dark ground, the brighter one on both.
    tasks: TaskStyles(
      Style(.palette(6)), Style(.palette(3)), Style(.palette(2)), Style(.palette(5)),
      Style(.palette(12)), Style(.palette(1))),
    tokens: TokenStyles(
      keyword: Style(.standard, .bold), type: Style(.palette(6)), function: Style(.palette(4)),
      constant: Style(.palette(3)), string: Style(.palette(2)),
      comment: Style(.standard, [.dim, .italic]), attribute: Style(.palette(5)),
      variable: Style(.palette(3)), inserted: Style(.palette(2)), deleted: Style(.palette(1))))

  package static let monoName = "mono"

  /// No colours at all: what a terminal without them, a printer or `NO_COLOR` gets.
  package static let mono = Theme(
    name: monoName,
    ground: .plain, title: Style(.standard, .bold), heading: Style(.standard, .bold),
    text: .plain, emphasis: Style(.standard, .italic), strong: Style(.standard, .bold),
    code: .plain, codeBlock: .plain, link: Style(.standard, .underline),
    quote: Style(.standard, .italic), bullet: .plain, rule: Style(.standard, .dim),
    faint: Style(.standard, .dim), accent: Style(.standard, .bold),
    good: Style(.standard, .bold), bad: Style(.standard, [.bold, .underline]),
    doubtful: Style(.standard, [.bold, .italic]), selection: Style(.standard, .reverse),
    panel: .plain, dimmed: Style(.standard, .dim), keyboard: Style(.standard, .reverse),
    mark: Style(.standard, .reverse), math: .plain, important: Style(.standard, .bold),
    tasks: TaskStyles(.plain, .plain, .plain, .plain, .plain, .plain),
    tokens: TokenStyles(
      keyword: Style(.standard, .bold), type: .plain, function: .plain, constant: .plain,
      string: Style(.standard, .italic), comment: Style(.standard, [.dim, .italic]),
      attribute: .plain, variable: .plain, inserted: Style(.standard, .bold),
      deleted: Style(.standard, .dim)))
}
