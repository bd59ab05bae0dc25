/// Themes with a mood: night, chalk, paper, an old screen.

import Screen

extension Theme {
  /// A lamp in a blue night: warm headings, cool accents.
  package static let midnight = Theme(
    name: "midnight",
    ground: Style(.rgb(0xD6DAF0), on: .rgb(0x0F1226)),
    title: Style(.rgb(0xFFC98A), .bold), heading: Style(.rgb(0xF7B267), .bold),
    text: Style(.rgb(0xD6DAF0)),
    emphasis: Style(.rgb(0xF4A9C4), .italic), strong: Style(.rgb(0xFFF6E8), .bold),
    code: Style(.rgb(0x8FE3D2)), codeBlock: Style(.rgb(0xC6E9E3)),
    link: Style(.rgb(0x9DB2FF), .underline), quote: Style(.rgb(0xB4BADB), .italic),
    bullet: Style(.rgb(0xF7B267)), rule: Style(.rgb(0x454C75)), faint: Style(.rgb(0x8D94BC)),
    accent: Style(.rgb(0x9DB2FF)), good: Style(.rgb(0x8FE3A8), .bold),
    bad: Style(.rgb(0xFF8FA0), .bold),
    doubtful: Style(.rgb(0xF7C873), .bold), selection: Style(.rgb(0x0F1226), on: .rgb(0xF7B267)),
    panel: Style(.rgb(0xD6DAF0), on: .rgb(0x181C38)), dimmed: Style(.rgb(0x6D749E)),
    keyboard: Style(.rgb(0xFFFFFF), on: .rgb(0x363D6B), .bold),
    mark: Style(.rgb(0x0F1226), on: .rgb(0xF7C873)),
    math: Style(.rgb(0xD4B8FF)), important: Style(.rgb(0xD4B8FF), .bold),
    tasks: TaskStyles(0x9DB2FF, 0xF7B267, 0x6FD6BE, 0xF4A9C4, 0xF5E68C, 0xFF8F6B),
    tokens: TokenStyles(
      keyword: Style(.rgb(0xF7B267), .bold), type: Style(.rgb(0x8FE3D2)),
      function: Style(.rgb(0x9DB2FF)), constant: Style(.rgb(0xF7C873)),
      string: Style(.rgb(0xB5E3A1)),
      comment: Style(.rgb(0x8D94BC), .italic), attribute: Style(.rgb(0xD4B8FF)),
      variable: Style(.rgb(0xF4A9C4)), inserted: Style(.rgb(0x8FE3A8)),
      deleted: Style(.rgb(0xFF8FA0))))

  /// Chalk on a green board, four pieces of it.
  package static let chalkboard = Theme(
    name: "chalkboard",
    ground: Style(.rgb(0xE8E6D9), on: .rgb(0x1E2B26)),
    title: Style(.rgb(0xFAE6A0), .bold), heading: Style(.rgb(0xF6D98B), .bold),
    text: Style(.rgb(0xE8E6D9)),
    emphasis: Style(.rgb(0xF4B6A6), .italic), strong: Style(.rgb(0xFFFDF2), .bold),
    code: Style(.rgb(0xA8E0C0)), codeBlock: Style(.rgb(0xD9EBDD)),
    link: Style(.rgb(0x9CD3EC), .underline), quote: Style(.rgb(0xC3CEC2), .italic),
    bullet: Style(.rgb(0xF6D98B)), rule: Style(.rgb(0x52665C)), faint: Style(.rgb(0x98A89D)),
    accent: Style(.rgb(0x9CD3EC)), good: Style(.rgb(0xA9E5A0), .bold),
    bad: Style(.rgb(0xFF9E91), .bold),
    doubtful: Style(.rgb(0xF6D98B), .bold), selection: Style(.rgb(0x1E2B26), on: .rgb(0xF6D98B)),
    panel: Style(.rgb(0xE8E6D9), on: .rgb(0x263730)), dimmed: Style(.rgb(0x7B8D82)),
    keyboard: Style(.rgb(0xFFFDF2), on: .rgb(0x45584F), .bold),
    mark: Style(.rgb(0x1E2B26), on: .rgb(0xF6D98B)),
    math: Style(.rgb(0xDCC6F0)), important: Style(.rgb(0xDCC6F0), .bold),
    tasks: TaskStyles(0x9CD3EC, 0xF2B880, 0x9BE0B0, 0xE8B4D8, 0xF6E6A0, 0xFF9E86),
    tokens: TokenStyles(
      keyword: Style(.rgb(0xF6D98B), .bold), type: Style(.rgb(0xA8E0C0)),
      function: Style(.rgb(0x9CD3EC)), constant: Style(.rgb(0xF4B6A6)),
      string: Style(.rgb(0xC5E3A0)),
      comment: Style(.rgb(0x98A89D), .italic), attribute: Style(.rgb(0xDCC6F0)),
      variable: Style(.rgb(0xF2CBB0)), inserted: Style(.rgb(0xA9E5A0)),
      deleted: Style(.rgb(0xFF9E91))))

  /// Ink and oxblood on warm paper, kind to eyes in a lit room.
  package static let paper = Theme(
    name: "paper",
    ground: Style(.rgb(0x2E2A25), on: .rgb(0xF6F1E4)),
    title: Style(.rgb(0x7A2413), .bold), heading: Style(.rgb(0x8C2F1B), .bold),
    text: Style(.rgb(0x2E2A25)),
    emphasis: Style(.rgb(0x7E4510), .italic), strong: Style(.rgb(0x1F1A15), .bold),
    code: Style(.rgb(0x41591A)), codeBlock: Style(.rgb(0x3A4A22)),
    link: Style(.rgb(0x1F566B), .underline), quote: Style(.rgb(0x5A5145), .italic),
    bullet: Style(.rgb(0x8C2F1B)), rule: Style(.rgb(0xCDC3B4)), faint: Style(.rgb(0x6E6454)),
    accent: Style(.rgb(0x1F566B)), good: Style(.rgb(0x3A5C14), .bold),
    bad: Style(.rgb(0xA4231A), .bold),
    doubtful: Style(.rgb(0x7E4510), .bold), selection: Style(.rgb(0xF6F1E4), on: .rgb(0x8C2F1B)),
    panel: Style(.rgb(0x2E2A25), on: .rgb(0xECE4D1)), dimmed: Style(.rgb(0x857B69)),
    keyboard: Style(.rgb(0x1F1A15), on: .rgb(0xDDD2BA), .bold),
    mark: Style(.rgb(0x1F1A15), on: .rgb(0xF3D27A)),
    math: Style(.rgb(0x6B3074)), important: Style(.rgb(0x6B3074), .bold),
    tasks: TaskStyles(0x1F5A8C, 0x9A5200, 0x2F6B45, 0x8A3F6B, 0x6E5A00, 0xA32A1E),
    tokens: TokenStyles(
      keyword: Style(.rgb(0x8C2F1B), .bold), type: Style(.rgb(0x1F566B)),
      function: Style(.rgb(0x2B4A86)), constant: Style(.rgb(0x7E4510)),
      string: Style(.rgb(0x41591A)),
      comment: Style(.rgb(0x6E6454), .italic), attribute: Style(.rgb(0x6B3074)),
      variable: Style(.rgb(0x7A3B2E)), inserted: Style(.rgb(0x3A5C14)),
      deleted: Style(.rgb(0xA4231A))))

  /// The glow of an old screen: one colour, told apart by its brightness.
  package static let amber = Theme(
    name: "amber",
    ground: Style(.rgb(0xF0A93B), on: .rgb(0x160E04)),
    title: Style(.rgb(0xFFE3B0), .bold), heading: Style(.rgb(0xFFC65C), .bold),
    text: Style(.rgb(0xF0A93B)),
    emphasis: Style(.rgb(0xFFD38A), .italic), strong: Style(.rgb(0xFFE3B0), .bold),
    code: Style(.rgb(0xFFCF7A)), codeBlock: Style(.rgb(0xF5BE63)),
    link: Style(.rgb(0xFFC65C), .underline), quote: Style(.rgb(0xD9993A), .italic),
    bullet: Style(.rgb(0xFFC65C)), rule: Style(.rgb(0x7A5218)), faint: Style(.rgb(0xB07C2E)),
    accent: Style(.rgb(0xFFC65C)), good: Style(.rgb(0xD6DE6A), .bold),
    bad: Style(.rgb(0xFF8458), .bold),
    doubtful: Style(.rgb(0xFFE08A), .bold), selection: Style(.rgb(0x160E04), on: .rgb(0xFFC65C)),
    panel: Style(.rgb(0xF0A93B), on: .rgb(0x2A1D0C)), dimmed: Style(.rgb(0x8A6224)),
    keyboard: Style(.rgb(0xFFE3B0), on: .rgb(0x4D3514), .bold),
    mark: Style(.rgb(0x160E04), on: .rgb(0xFFE08A)),
    math: Style(.rgb(0xFFD38A)), important: Style(.rgb(0xFFE3B0), .bold),
    tasks: TaskStyles(0xF0A93B, 0xFFF1D6, 0xB5761C, 0xFF7440, 0xE2DE5E, 0xD8A084),
    tokens: TokenStyles(
      keyword: Style(.rgb(0xFFE3B0), .bold), type: Style(.rgb(0xFFCF7A)),
      function: Style(.rgb(0xFFC65C)), constant: Style(.rgb(0xFFDFA6)),
      string: Style(.rgb(0xE3B565)),
      comment: Style(.rgb(0xB07C2E), .italic), attribute: Style(.rgb(0xFFD38A)),
      variable: Style(.rgb(0xF0C27E)), inserted: Style(.rgb(0xD6DE6A)),
      deleted: Style(.rgb(0xFF8458))))
}
