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
  package var tokens: TokenStyles

  package static let all = [dark, light, terminal]

  package static func named(_ name: String) -> Theme? { all.first { $0.name == name } }

  /// Light on a dark ground, for halls with the lights down.
  package static let dark = Theme(
    name: "dark",
    ground: Style(.rgb(0xD8DEE9), on: .rgb(0x14181F)),
    title: Style(.rgb(0xFFFFFF), .bold), heading: Style(.rgb(0x88C9F9), .bold),
    text: Style(.rgb(0xD8DEE9)), emphasis: Style(.rgb(0xF2CC8F), .italic),
    strong: Style(.rgb(0xFFFFFF), .bold), code: Style(.rgb(0xA3E0B5)),
    codeBlock: Style(.rgb(0xC9E7D3)), link: Style(.rgb(0x88C9F9), .underline),
    quote: Style(.rgb(0xB7C0CE), .italic), bullet: Style(.rgb(0x88C9F9)),
    rule: Style(.rgb(0x4B5668)), faint: Style(.rgb(0x8A94A6)), accent: Style(.rgb(0x88C9F9)),
    good: Style(.rgb(0x8CE0A0), .bold), bad: Style(.rgb(0xFF8C82), .bold),
    doubtful: Style(.rgb(0xF2CC8F), .bold),
    selection: Style(.rgb(0x14181F), on: .rgb(0x88C9F9)),
    panel: Style(.rgb(0xD8DEE9), on: .rgb(0x1D232D)), dimmed: Style(.rgb(0x687386)),
    keyboard: Style(.rgb(0xFFFFFF), on: .rgb(0x3A4455), .bold),
    mark: Style(.rgb(0x14181F), on: .rgb(0xF2CC8F)), math: Style(.rgb(0xE3C8F5)),
    important: Style(.rgb(0xD2A8FF), .bold), tokens: .dark)

  /// Dark on a light ground, for daylight and weak projectors.
  package static let light = Theme(
    name: "light",
    ground: Style(.rgb(0x22272E), on: .rgb(0xFBFBF8)),
    title: Style(.rgb(0x000000), .bold), heading: Style(.rgb(0x0B5CAD), .bold),
    text: Style(.rgb(0x22272E)), emphasis: Style(.rgb(0x8A4B08), .italic),
    strong: Style(.rgb(0x000000), .bold), code: Style(.rgb(0x116329)),
    codeBlock: Style(.rgb(0x1B4D2B)), link: Style(.rgb(0x0B5CAD), .underline),
    quote: Style(.rgb(0x4A525C), .italic), bullet: Style(.rgb(0x0B5CAD)),
    rule: Style(.rgb(0xB4BAC2)), faint: Style(.rgb(0x646C77)), accent: Style(.rgb(0x0B5CAD)),
    good: Style(.rgb(0x116329), .bold), bad: Style(.rgb(0xB3261E), .bold),
    doubtful: Style(.rgb(0x8A4B08), .bold),
    selection: Style(.rgb(0xFFFFFF), on: .rgb(0x0B5CAD)),
    panel: Style(.rgb(0x22272E), on: .rgb(0xF0F0EA)), dimmed: Style(.rgb(0x828A93)),
    keyboard: Style(.rgb(0x000000), on: .rgb(0xDCDFE3), .bold),
    mark: Style(.rgb(0x000000), on: .rgb(0xFFE08A)), math: Style(.rgb(0x6B2FA0)),
    important: Style(.rgb(0x6B2FA0), .bold), tokens: .light)

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
    important: Style(.palette(5), .bold), tokens: .terminal)
}
