/// Inlines to styled text.

import Markup
import Screen

/// Numbers that are given on a slide: to addresses and to footnotes, in the order of their marks.
struct InlineLabels {
  /// Addresses that are listed below, in their order.
  let addresses: [String]
  private let numbers: (addresses: [String: Int], footnotes: [String: Int])

  init(addresses: [String] = [], footnotes: [String] = []) {
    self.addresses = addresses
    numbers = (Self.numbered(addresses), Self.numbered(footnotes))
  }

  private static func numbered(_ names: [String]) -> [String: Int] {
    Dictionary(zip(names, 1...)) { first, _ in first }
  }

  func number(ofAddress address: String) -> Int? { numbers.addresses[address] }
  func number(ofFootnote label: String) -> Int? { numbers.footnotes[label] }
}

struct InlineSetter {
  let theme: Theme
  let medium: Medium
  let labels: InlineLabels
  /// Which step something at a byte of the source belongs to.
  let step: (Int) -> Int
  /// The columns for a formula on several lines: broken ones could not be read.
  var room = Int.max
  /// Rows are few.
  var isLow = false

  func line(of inlines: [Inline], _ style: Style) -> Line {
    var line = Line()
    for (index, inline) in inlines.enumerated() {
      if index > 0 { line.append(joint(inlines[index - 1], inline, behind: line), style) }
      if inline.kind == .softBreak, inlines[(index + 1)...].continuesIdeographs(of: line) {
        continue
      }
      var own = self.line(of: inline, style)
      // Behind a formula on lines of its own another line begins.
      if index > 0, inlines[index - 1].isDisplay { own = own.withoutLeadingBlanks }
      // One end of a line is enough.
      if index > 0, inlines[index - 1].kind == .lineBreak, inline.kind == .softBreak { continue }
      for span in own.spans { line.append(span) }
    }
    return line
  }

  /// What keeps apart what would run together: keys on their grounds, a number and its base.
  private func joint(_ left: Inline, _ right: Inline, behind line: Line) -> String {
    guard case .styled(let kind, _) = right.kind else { return "" }
    if kind == .subscript, medium.ascii, line.spans.last?.text.last?.isNumber == true { return "_" }
    guard kind == .keyboard, showsKeys, case .styled(.keyboard, _) = left.kind else { return "" }
    return "\u{A0}"
  }

  private func line(of inline: Inline, _ style: Style) -> Line {
    switch inline.kind {
    case .text(let text): Line(medium.shown(text), style)
    case .code(let text): code(text, style)
    case .emphasis(let inner): line(of: inner, style.merging(theme.emphasis))
    case .strong(let inner): line(of: inner, style.merging(theme.strong))
    case .strikethrough(let inner): struck(inner, style)
    case .styled(.fragment, let inner): fragment(inner, from: step(inline.offset), style)
    case .styled(let kind, let inner): styled(kind, inner, style)
    case .link(let destination, let inner): link(to: destination, inner, style)
    case .image(let image): picture(image, style)
    case .math(let text, let isDisplay): math(text, isDisplay, style)
    case .footnote(let label): footnote(label, style)
    case .softBreak: Line(" ", style)
    case .lineBreak: Line("\n", style)
    case .html: Line()
    }
  }

  /// Between backticks, as it is written, where its colour cannot be seen.
  private func code(_ text: String, _ style: Style) -> Line {
    let mark = medium.hasColors ? "" : "`"
    return Line(mark + medium.shown(text) + mark, style.merging(theme.code))
  }

  /// No terminal database has strike-through that curses could use: a long stroke overlay does it.
  private func struck(_ inner: [Inline], _ style: Style) -> Line {
    let style = style.merging(theme.faint)
    var line = line(of: inner, style)
    if medium.ascii { return Line("~", style) + line + Line("~", style) }
    for index in line.spans.indices {
      line.spans[index].text = Glyphs(line.spans[index].text).reduce(into: "") { text, glyph in
        glyph.append(to: &text)
        if glyph != .blank { text.unicodeScalars.append("\u{336}") }
      }
    }
    return line
  }

  // MARK: Styles

  private func styled(_ kind: InlineStyle, _ inner: [Inline], _ style: Style) -> Line {
    switch kind {
    case .underline: return line(of: inner, style.adding(.underline))
    case .subscript: return Line(medium.shown(Scripts.lowered(inner.plainText)), style)
    case .superscript: return Line(medium.shown(Scripts.raised(inner.plainText)), style)
    case .mark: return line(of: inner, style.merging(theme.mark))
    case .keyboard: return keyboard(inner, style)
    case .fragment: return line(of: inner, style)
    case .color(let color, let ground) where !medium.hasColors:
      // What its colour would tell apart is told apart all the same.
      let marked = ground == nil ? style : style.merging(theme.mark)
      return line(of: inner, color == nil ? marked : marked.adding(.bold))
    case .color(let color, let ground):
      let over = Style(
        color.flatMap { theme.color(named: $0) } ?? .standard,
        on: ground.flatMap { theme.color(named: $0) } ?? .standard)
      return line(of: inner, style.merging(over))
    }
  }

  /// A key as it is on the keyboard; without colours in brackets.
  private func keyboard(_ inner: [Inline], _ style: Style) -> Line {
    let words = medium.shown(inner.plainText)
    guard showsKeys else { return Line("[" + words + "]", style.adding(.bold)) }
    return Line("\u{A0}" + words + "\u{A0}", style.merging(theme.keyboard))
  }

  private var showsKeys: Bool { medium.hasColors && theme.keyboard.background != .standard }

  private func fragment(_ inner: [Inline], from step: Int, _ style: Style) -> Line {
    var line = line(of: inner, style)
    for index in line.spans.indices { line.spans[index].step = max(step, line.spans[index].step) }
    return line
  }

  // MARK: Links

  /// The words; where they cannot be clicked the number of the address behind them.
  private func link(to destination: String, _ inner: [Inline], _ style: Style) -> Line {
    var words = line(of: inner, style.merging(theme.link))
    for index in words.spans.indices { words.spans[index].link = destination }
    guard !medium.hasHyperlinks, let number = labels.number(ofAddress: destination) else {
      return words
    }
    return words + Line("[\(number)]", style.merging(theme.faint))
  }

  private func picture(_ image: Image, _ style: Style) -> Line {
    let words = image.alternative.plainText
    return Line("▣ " + (words.isEmpty ? image.source : words), style.merging(theme.link))
      + (words.isEmpty ? Line() : Line(" (\(image.source))", style.merging(theme.faint)))
  }

  private func footnote(_ label: String, _ style: Style) -> Line {
    guard let number = labels.number(ofFootnote: label) else { return Line() }
    let mark = medium.ascii ? "[^\(number)]" : Scripts.raised(String(number))
    return Line(mark, style.merging(theme.accent))
  }

  // MARK: Formulas

  private func math(_ text: String, _ isDisplay: Bool, _ style: Style) -> Line {
    let style = style.merging(theme.math)
    let ascii = medium.ascii
    guard isDisplay else { return Line(MathText.text(ofTeX: text, ascii: ascii), style) }
    // Formulas on lines of their own stand apart from the text.
    var lines = MathText.lines(ofTeX: text, ascii: ascii, isLow: isLow)
    if lines.contains(where: { $0.columns > room }) {
      lines = [MathText.text(ofTeX: text, ascii: ascii)]
    }
    return Line("\n", style) + Line(lines.joined(separator: "\n"), style) + Line("\n", style)
  }
}

extension Line {
  /// Whether nothing but line ends and blanks is here.
  var isBlank: Bool { spans.allSatisfy { $0.text.allSatisfy(\.isWhitespace) } }

  var withoutLeadingBlanks: Line {
    guard var first = spans.first else { return self }
    first.text = String(first.text.drop { $0 == " " })
    return Line((first.text.isEmpty ? [] : [first]) + spans.dropFirst())
  }
}

extension Inline {
  fileprivate var isDisplay: Bool {
    if case .math(_, isDisplay: true) = kind { true } else { false }
  }
}

extension ArraySlice<Inline> {
  /// Whether the line before ends and this one begins in a script that has no blanks, and a mark
  /// keeps them apart: without one the lines are phrases of their own sooner than one that is long.
  fileprivate func continuesIdeographs(of line: Line) -> Bool {
    guard let left = line.spans.last?.text.unicodeScalars.last, left.isUnspaced,
      let right = first?.plainText.unicodeScalars.first, right.isUnspaced
    else { return false }
    return left.isWideMark || right.isWideMark
  }
}

extension Unicode.Scalar {
  /// Chinese and Japanese letters and their punctuation; Korean has blanks between words.
  fileprivate var isUnspaced: Bool {
    switch value {
    case 0x2E80...0x2FDF, 0x3001...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xF900...0xFAFF, 0xFF01...0xFF60, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Punctuation that is as wide as a letter and brings its room with it.
  fileprivate var isWideMark: Bool {
    switch value {
    case 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301B, 0xFF01, 0xFF08...0xFF09, 0xFF0C,
      0xFF0E, 0xFF1A...0xFF1B, 0xFF1F:
      true
    default: false
    }
  }
}
