/// LaTeX in the text of Beamer's decks: commands that style words, and those that only lay out.

import Markup

struct LaTeXCommand: Equatable {
  private let name: Substring
  /// `<2->`: from which of its slide's pictures on it is there.
  private var overlay: Int?
  /// Groups before the one with the words: a colour, a file, a key.
  private var group = ""
  private var options = ""
  /// Whether words in braces follow.
  private(set) var embraces = false

  /// A command that is known at the beginning of a text, and where what it says of itself ends.
  static func reading(_ text: Substring) -> (command: LaTeXCommand, end: Substring.Index)? {
    let name = text.dropFirst().prefix { $0.isASCII && $0.isLetter }
    guard let form = form(of: name) else { return nil }
    var command = LaTeXCommand(name: name)
    var rest = text[name.endIndex...]
    if name == "begin" || name == "end" {
      // An environment in a line of text is for the layout, or it is not ours.
      guard let environment = rest.taking("{", "}"), BeamerLayout.names.contains(environment)
      else { return nil }
      return (command, rest.startIndex)
    }
    if rest.first == "*" { rest = rest.dropFirst() }
    if let angle = rest.taking("<", ">") {
      command.overlay = Int(angle.drop { !$0.isNumber }.prefix { $0.isNumber })
    }
    command.options = rest.taking("[", "]") ?? ""
    switch form {
    case .alone where name == "vskip" || name == "hskip":
      rest = rest.drop { $0 != " " }.drop { $0 == " " }
    case .alone:
      // An empty group, or the blanks behind it, end a command.
      if rest.hasPrefix("{}") { rest = rest.dropFirst(2) } else { rest = rest.drop { $0 == " " } }
    case .hidden(let groups):
      for _ in 0..<groups { command.group = rest.taking("{", "}") ?? "" }
      if name == "color" { rest = rest.drop { $0 == " " } }
    case .key:
      guard let key = rest.taking("{", "}"), !key.isEmpty else { return nil }
      command.group = key
    case .verbatim:
      guard let sign = rest.first, sign != " ",
        let end = rest.dropFirst().prefix(400).firstIndex(of: sign)
      else { return nil }
      command.group = String(rest.dropFirst()[..<end])
      rest = rest[rest.index(after: end)...]
    case .words(let groups):
      for _ in 0..<groups { command.group = rest.taking("{", "}") ?? "" }
      command.embraces = rest.first == "{"
      guard command.embraces else { return nil }
      rest = rest.dropFirst()
    }
    return (command, rest.startIndex)
  }

  /// Whether a line holds nothing but commands of which nothing is to be seen.
  static func sayNothing(in line: String) -> Bool {
    var rest = line[...]
    while !rest.isEmpty {
      guard rest.first == "\\", let (command, end) = reading(rest), !command.embraces,
        command.alone == nil
      else { return false }
      rest = rest[end...].drop { $0 == " " }
    }
    return !line.isEmpty
  }

  private enum Form {
    case alone
    /// So many groups, none of which is shown.
    case hidden(Int)
    /// Words, behind so many groups that are none.
    case words(Int)
    /// One group, which is shown.
    case key
    /// Words between two of whatever sign comes first.
    case verbatim
  }

  private static func form(of name: Substring) -> Form? {
    switch name {
    case "textbf", "textit", "textsl", "emph", "texttt", "underline", "alert", "structure",
      "textsc", "textrm", "textsf", "textmd", "textnormal", "mbox", "sout", "hl", "footnote",
      "textsuperscript", "textsubscript", "uncover", "only", "visible", "onslide", "caption",
      "url":
      .words(0)
    case "fbox", "framebox", "makebox": .words(0)
    case "textcolor", "colorbox", "href", "scalebox", "parbox", "raisebox": .words(1)
    case "resizebox": .words(2)
    case "verb": .verbatim
    case "ref", "pageref", "autoref", "cref", "eqref", "cite", "citep", "citet", "citeauthor",
      "citeyear", "parencite", "textcite", "autocite", "footcite":
      .key
    case "begin", "end", "vspace", "hspace", "label", "includegraphics", "color", "pagestyle",
      "thispagestyle", "usepackage", "metroset", "addtocounter", "setcounter", "setlength", "rule":
      .hidden(name.hasPrefix("set") || name.hasPrefix("add") || name == "rule" ? 2 : 1)
    case "centering", "raggedright", "raggedleft", "tiny", "scriptsize", "footnotesize", "small",
      "normalsize", "large", "Large", "LARGE", "huge", "Huge", "newpage", "clearpage", "pagebreak",
      "noindent", "indent", "par", "hfill", "vfill", "smallskip", "medskip", "bigskip", "bfseries",
      "itshape", "bf", "it", "em", "maketitle", "titlepage", "tableofcontents", "framebreak",
      "newline", "linebreak", "center", "vskip", "hskip",
      "pause", "LaTeX", "TeX", "ldots", "dots", "quad", "qquad":
      .alone
    // Font Awesome's icons.
    case let name where name.hasPrefix("fa") && name.dropFirst(2).first?.isUppercase == true: .alone
    default: nil
    }
  }

  /// Whether it holds up to the end of the braces that it stands in.
  var holdsOn: Bool { !embraces && alone == nil }

  /// `\footnote{text}`
  var isNote: Bool { name == "footnote" }

  /// What stands in the place of a command without words.
  var alone: Inline.Kind? {
    switch name {
    case "pause": .html("<!-- pause -->")
    case "newline", "linebreak": .lineBreak
    case "LaTeX", "TeX": .text(String(name))
    case let name where name.hasPrefix("fa"): .text(String(name.dropFirst(2)))
    case "ldots", "dots": .text("…")
    case "quad", "qquad": .text(" ")
    case "verb": .code(group)
    // Without a bibliography and numbers the keys are what tells one from the other.
    case "ref", "pageref", "autoref", "cref": .text(group)
    case "eqref": .text("(" + group + ")")
    case "citet", "textcite", "citeauthor", "citeyear": .text(group)
    case "cite", "citep", "parencite", "autocite", "footcite": .text("[" + group + "]")
    case "includegraphics" where !group.isEmpty: .image(picture)
    default: nil
    }
  }

  /// `width=0.5\textwidth`
  private var picture: Image {
    let width = options.split(separator: ",").first { $0.trimmedBlanks.hasPrefix("width=") }
    let value = width.map { $0.trimmedBlanks.dropFirst(6) } ?? ""
    let share = Double(value.prefix { $0.isNumber || $0 == "." })
    let isShare = value.contains("\\")
    return Image(
      group, [],
      size: ImageSize(
        width: isShare
          ? share.map { .share(max(0.01, min(1, $0))) } : ImageSize.Length(css: String(value))))
  }

  /// What becomes of the words; nil where they stay as they are.
  func kind(_ inner: [Inline]) -> Inline.Kind? {
    switch name {
    case "textbf", "bfseries", "bf": return .strong(inner)
    case "textit", "textsl", "emph", "itshape", "it", "em": return .emphasis(inner)
    case "texttt": return .code(inner.plainText)
    case "underline": return .styled(.underline, inner)
    case "sout": return .strikethrough(inner)
    case "hl": return .styled(.mark, inner)
    case "alert": return .styled(.color("red", on: nil), inner)
    case "structure": return .styled(.color("blue", on: nil), inner)
    case "textcolor", "color": return .styled(.color(group, on: nil), inner)
    case "colorbox": return .styled(.color(nil, on: group), inner)
    case "href": return .link(destination: group, inner)
    // An address that is one by itself is a link already.
    case "url":
      let isLink = inner.contains { if case .link = $0.kind { true } else { false } }
      return isLink ? nil : .link(destination: inner.plainText, inner)
    case "textsuperscript": return .styled(.superscript, inner)
    case "textsubscript": return .styled(.subscript, inner)
    case "uncover", "only", "visible", "onslide":
      guard let overlay, overlay > 1 else { return nil }
      return .styled(.fragment(.at(min(overlay, 1000) - 1)), inner)
    default: return nil
    }
  }
}

extension Substring {
  /// What stands in brackets at the beginning, which is taken away with them.
  mutating func taking(_ open: Character, _ close: Character) -> String? {
    guard first == open, let end = prefix(400).firstIndex(of: close) else { return nil }
    let inner = self[index(after: startIndex)..<end]
    self = self[index(after: end)...]
    return String(inner)
  }
}
