/// The themes one takes without thinking: dark, light, and what everybody can read.

import Screen

extension Theme {
  /// Light on a dark ground, for halls with the lights down.
  package static let dark = Theme(
    name: "dark",
    ground: Style(.rgb(0xD8DEE9), on: .rgb(0x14181F)),
    title: Style(.rgb(0xFFFFFF), .bold), heading: Style(.rgb(0x88C9F9), .bold),
    text: Style(.rgb(0xD8DEE9)),
    emphasis: Style(.rgb(0xF2CC8F), .italic), strong: Style(.rgb(0xFFFFFF), .bold),
    code: Style(.rgb(0xA3E0B5)), codeBlock: Style(.rgb(0xC9E7D3)),
    link: Style(.rgb(0x88C9F9), .underline), quote: Style(.rgb(0xB7C0CE), .italic),
    bullet: Style(.rgb(0x88C9F9)), rule: Style(.rgb(0x4B5668)), faint: Style(.rgb(0x8A94A6)),
    accent: Style(.rgb(0x88C9F9)), good: Style(.rgb(0x8CE0A0), .bold),
    bad: Style(.rgb(0xFF8C82), .bold),
    doubtful: Style(.rgb(0xF2CC8F), .bold), selection: Style(.rgb(0x14181F), on: .rgb(0x88C9F9)),
    panel: Style(.rgb(0xD8DEE9), on: .rgb(0x1D232D)), dimmed: Style(.rgb(0x6E798C)),
    keyboard: Style(.rgb(0xFFFFFF), on: .rgb(0x3A4455), .bold),
    mark: Style(.rgb(0x14181F), on: .rgb(0xF2CC8F)),
    math: Style(.rgb(0xE3C8F5)), important: Style(.rgb(0xD2A8FF), .bold),
    tasks: TaskStyles(0x5FAFD7, 0xFFAF00, 0x00AF87, 0xD787AF, 0xFFFF5F, 0xFF5F00),
    tokens: TokenStyles(
      keyword: Style(.rgb(0xFF9E94), .bold), type: Style(.rgb(0x8BD5CA)),
      function: Style(.rgb(0x9CCBFF)), constant: Style(.rgb(0xF2CC8F)),
      string: Style(.rgb(0xA3E0B5)),
      comment: Style(.rgb(0x8A94A6), .italic), attribute: Style(.rgb(0xD2A8FF)),
      variable: Style(.rgb(0xFFC6A8)), inserted: Style(.rgb(0x8CE0A0)),
      deleted: Style(.rgb(0xFF8C82))))

  /// Dark on a light ground, for daylight and weak projectors.
  package static let light = Theme(
    name: "light",
    ground: Style(.rgb(0x22272E), on: .rgb(0xFBFBF8)),
    title: Style(.rgb(0x000000), .bold), heading: Style(.rgb(0x0B5CAD), .bold),
    text: Style(.rgb(0x22272E)),
    emphasis: Style(.rgb(0x8A4B08), .italic), strong: Style(.rgb(0x000000), .bold),
    code: Style(.rgb(0x116329)), codeBlock: Style(.rgb(0x1B4D2B)),
    link: Style(.rgb(0x0B5CAD), .underline), quote: Style(.rgb(0x4A525C), .italic),
    bullet: Style(.rgb(0x0B5CAD)), rule: Style(.rgb(0xB4BAC2)), faint: Style(.rgb(0x646C77)),
    accent: Style(.rgb(0x0B5CAD)), good: Style(.rgb(0x116329), .bold),
    bad: Style(.rgb(0xB3261E), .bold),
    doubtful: Style(.rgb(0x8A4B08), .bold), selection: Style(.rgb(0xFFFFFF), on: .rgb(0x0B5CAD)),
    panel: Style(.rgb(0x22272E), on: .rgb(0xF0F0EA)), dimmed: Style(.rgb(0x7E868F)),
    keyboard: Style(.rgb(0x000000), on: .rgb(0xDCDFE3), .bold),
    mark: Style(.rgb(0x000000), on: .rgb(0xFFE08A)),
    math: Style(.rgb(0x6B2FA0)), important: Style(.rgb(0x6B2FA0), .bold),
    tasks: TaskStyles(0x0B5CAD, 0xA85400, 0x007A55, 0x9C4A86, 0x736000, 0xC4261D),
    tokens: TokenStyles(
      keyword: Style(.rgb(0xA3202A), .bold), type: Style(.rgb(0x0A6B62)),
      function: Style(.rgb(0x0B4FA0)), constant: Style(.rgb(0x8A4B08)),
      string: Style(.rgb(0x116329)),
      comment: Style(.rgb(0x646C77), .italic), attribute: Style(.rgb(0x6B2FA0)),
      variable: Style(.rgb(0x8A3B12)), inserted: Style(.rgb(0x116329)),
      deleted: Style(.rgb(0xB3261E))))

  /// Nothing fainter than seven to one: for the last row of a bright hall, and for weak eyes.
  package static let highContrast = Theme(
    name: "high-contrast",
    ground: Style(.rgb(0xFFFFFF), on: .rgb(0x000000)),
    title: Style(.rgb(0xFFFFFF), .bold), heading: Style(.rgb(0xFFE600), .bold),
    text: Style(.rgb(0xFFFFFF)),
    emphasis: Style(.rgb(0xFFD9A8), .italic), strong: Style(.rgb(0xFFFFFF), .bold),
    code: Style(.rgb(0x8CFFB0)), codeBlock: Style(.rgb(0xFFFFFF)),
    link: Style(.rgb(0x5CE1FF), .underline), quote: Style(.rgb(0xE6E6E6), .italic),
    bullet: Style(.rgb(0xFFE600)), rule: Style(.rgb(0x9A9A9A)), faint: Style(.rgb(0xCFCFCF)),
    accent: Style(.rgb(0x5CE1FF)), good: Style(.rgb(0x7DFF8A), .bold),
    bad: Style(.rgb(0xFF9A8F), .bold),
    doubtful: Style(.rgb(0xFFD23F), .bold), selection: Style(.rgb(0x000000), on: .rgb(0xFFE600)),
    panel: Style(.rgb(0xFFFFFF), on: .rgb(0x1C1C1C)), dimmed: Style(.rgb(0xA8A8A8)),
    keyboard: Style(.rgb(0x000000), on: .rgb(0xFFFFFF), .bold),
    mark: Style(.rgb(0x000000), on: .rgb(0xFFE600)),
    math: Style(.rgb(0xFFC2F5)), important: Style(.rgb(0xFFA6F2), .bold),
    tasks: TaskStyles(0x5CE1FF, 0xFFB000, 0x3DFFB0, 0xFFA6F2, 0xFFFF66, 0xFF8A70),
    tokens: TokenStyles(
      keyword: Style(.rgb(0xFFE600), .bold), type: Style(.rgb(0x5CE1FF)),
      function: Style(.rgb(0x9CD9FF)), constant: Style(.rgb(0xFFD9A8)),
      string: Style(.rgb(0x8CFFB0)),
      comment: Style(.rgb(0xCFCFCF), .italic), attribute: Style(.rgb(0xFFC2F5)),
      variable: Style(.rgb(0xFFD9B8)), inserted: Style(.rgb(0x7DFF8A)),
      deleted: Style(.rgb(0xFF9A8F))))

  /// Colours that differ for everybody: those of Okabe and Ito, the darker ones lifted until they can be
  /// read; good and bad differ in brightness, too.
  package static let colorBlind = Theme(
    name: "color-blind",
    ground: Style(.rgb(0xDFE3E8), on: .rgb(0x13161B)),
    title: Style(.rgb(0xFFFFFF), .bold), heading: Style(.rgb(0x56B4E9), .bold),
    text: Style(.rgb(0xDFE3E8)),
    emphasis: Style(.rgb(0xE69F00), .italic), strong: Style(.rgb(0xFFFFFF), .bold),
    code: Style(.rgb(0x2FBF95)), codeBlock: Style(.rgb(0xCFE8DF)),
    link: Style(.rgb(0x56B4E9), .underline), quote: Style(.rgb(0xB9C1CA), .italic),
    bullet: Style(.rgb(0xE69F00)), rule: Style(.rgb(0x4A525D)), faint: Style(.rgb(0x8E98A5)),
    accent: Style(.rgb(0x56B4E9)), good: Style(.rgb(0x4FD0A8), .bold),
    bad: Style(.rgb(0xE8752B), .bold),
    doubtful: Style(.rgb(0xF0E442), .bold), selection: Style(.rgb(0x13161B), on: .rgb(0x56B4E9)),
    panel: Style(.rgb(0xDFE3E8), on: .rgb(0x1C2128)), dimmed: Style(.rgb(0x6F7986)),
    keyboard: Style(.rgb(0xFFFFFF), on: .rgb(0x38414D), .bold),
    mark: Style(.rgb(0x13161B), on: .rgb(0xF0E442)),
    math: Style(.rgb(0xD99BC0)), important: Style(.rgb(0xD99BC0), .bold),
    tasks: TaskStyles(0x56B4E9, 0xE69F00, 0x2FBF95, 0xD99BC0, 0xF0E442, 0xE8752B),
    tokens: TokenStyles(
      keyword: Style(.rgb(0xE69F00), .bold), type: Style(.rgb(0x56B4E9)),
      function: Style(.rgb(0x8CCBF0)), constant: Style(.rgb(0xF0E442)),
      string: Style(.rgb(0x2FBF95)),
      comment: Style(.rgb(0x8E98A5), .italic), attribute: Style(.rgb(0xD99BC0)),
      variable: Style(.rgb(0xF2B880)), inserted: Style(.rgb(0x4FD0A8)),
      deleted: Style(.rgb(0xE8752B))))
}
