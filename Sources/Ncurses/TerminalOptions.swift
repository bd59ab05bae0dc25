/// What is asked of the terminal, and what the environment says of it.

/// The variables that decide; passed in, so that decisions can be looked at alone.
package struct TerminalOptions: Sendable {
  package var term: String?
  package var colorTerm: String?
  package var wantsMono = false
  /// The emulator is known to make links clickable (OSC 8); nobody can be asked.
  package var hasHyperlinks = false
  /// The emulator puts text from right to left in order by itself.
  package var ordersBidi = false
  /// Questions are answered, or at least not shown as text.
  package var answersQuestions = false
  /// Whether the locale's name claims UTF-8, even if the locale is missing on this machine.
  package var namesUTF8 = false

  package init(environment: (String) -> String?, wantsMono: Bool) {
    term = environment("TERM")
    colorTerm = environment("COLORTERM")
    self.wantsMono = wantsMono || environment("NO_COLOR").map { !$0.isEmpty } == true
    hasHyperlinks = Self.hasHyperlinks(environment)
    ordersBidi = Self.ordersBidi(environment)
    answersQuestions = Self.emulators.contains { (term ?? "").hasPrefix($0) }
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      guard let locale = environment(name), !locale.isEmpty else { continue }
      namesUTF8 = Self.namesUTF8(locale)
      break
    }
  }

  /// VTE since 0.58, Konsole, mlterm, Apple's and mintty do; other emulators show letters as they
  /// come.
  private static func ordersBidi(_ environment: (String) -> String?) -> Bool {
    if let vte = environment("VTE_VERSION").flatMap({ Int($0) }) { return vte >= 5800 }
    return environment("KONSOLE_VERSION") != nil || environment("TERM") == "mlterm"
      || ["Apple_Terminal", "mintty"].contains(environment("TERM_PROGRAM") ?? "")
  }

  private static func hasHyperlinks(_ environment: (String) -> String?) -> Bool {
    if let forced = environment("FORCE_HYPERLINK") { return forced != "0" && !forced.isEmpty }
    let term = environment("TERM") ?? ""
    // A multiplexer stands between: older ones swallow links.
    if term.hasPrefix("screen") || term.hasPrefix("tmux") { return false }
    if let vte = environment("VTE_VERSION").flatMap({ Int($0) }) { return vte >= 5000 }
    let emulators = [
      "xterm-kitty", "foot", "alacritty", "wezterm", "xterm-ghostty", "contour", "rio",
    ]
    if emulators.contains(where: term.hasPrefix) { return true }
    let program = environment("TERM_PROGRAM") ?? ""
    return ["iTerm.app", "WezTerm", "ghostty", "vscode", "mintty", "rio"].contains(program)
      || environment("KONSOLE_VERSION").flatMap { Int($0) }.map { $0 >= 201_200 } == true
      || environment("WT_SESSION") != nil || environment("DOMTERM") != nil
  }

  /// "ru_RU.UTF-8@variant": the character set stands between the dot and the variant, or alone.
  private static func namesUTF8(_ locale: String) -> Bool {
    let afterDot = locale.utf8.lastIndex(of: UInt8(ascii: ".")).map(locale.utf8.index(after:))
    let charset = locale.utf8[(afterDot ?? locale.startIndex)...]
      .prefix { $0 != UInt8(ascii: "@") }.filter { $0 != UInt8(ascii: "-") }.map { $0 | 0x20 }
    return charset == Array("utf8".utf8)
  }

  /// Emulators that speak xterm's language.
  private static let emulators = [
    "xterm", "tmux", "vte", "gnome", "konsole", "alacritty", "foot", "wezterm", "ghostty", "rio",
    "contour", "mintty", "iterm",
  ]

  /// The terminfo entries to try, best first. Emulators that say they show true colour and speak
  /// xterm's language are driven by `vte-direct` (its colours are `38;2;r;g;b`, which all of them
  /// read; `xterm-direct` writes them with colons, which some do not).
  package var candidates: [String] {
    var names: [String] = []
    let name = term ?? ""
    let speaksXterm = (Self.emulators + ["screen"]).contains { name.hasPrefix($0) }
    let hasTrueColor = colorTerm == "truecolor" || colorTerm == "24bit"
    // Who names a terminal without colours means it, whatever emulator it runs in.
    let hasColors = !wantsMono && !name.hasSuffix("-mono")
    if hasColors, speaksXterm, hasTrueColor { names.append("vte-direct") }
    // A name with a slash would be a path; terminfo has none.
    if !name.isEmpty, name.count <= 128, !name.contains("/") { names.append(name) }
    return names + ["xterm-256color", "xterm", "vt100"]
  }
}
