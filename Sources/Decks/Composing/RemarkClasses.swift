/// remark.js's classes on a slide: where what stands in their brackets goes.

import Markup

/// What a class says of the layout.
enum RemarkLayout: Equatable {
  case alignment(Alignment)
  /// Beside another: the first of its row, and its share of the width in hundredths.
  case column(isFirst: Bool, share: Int?)

  /// Nil where none of the classes says anything.
  init?(_ names: [String]) {
    guard let layout = names.lazy.compactMap(Self.layout).first else { return nil }
    self = layout
  }

  private static func layout(_ name: String) -> RemarkLayout? {
    let name = name.lowercased()
    if let alignment = Alignment(rawValue: name) { return .alignment(alignment) }
    switch name {
    case "left-column": return .column(isFirst: true, share: 20)
    case "right-column": return .column(isFirst: false, share: 75)
    default: break
    }
    let words = name.split { $0 == "-" || $0 == "_" }
    let isColumn = words.contains { $0.hasPrefix("col") && $0 != "color" || $0 == "pull" }
    if words.contains("left") { return .column(isFirst: true, share: share(words)) }
    if words.contains("right") { return .column(isFirst: false, share: share(words)) }
    if isColumn { return .column(isFirst: false, share: share(words)) }
    return words.contains("center") ? .alignment(.center) : nil
  }

  private static func share(_ words: [Substring]) -> Int? {
    if words.contains("wide") { return 65 }
    if words.contains("narrow") { return 35 }
    guard let number = words.lazy.compactMap({ Int($0) }).first, (1...95).contains(number) else {
      return nil
    }
    // Twelve columns are a row of some style sheets.
    return number > 12 ? number : number * 100 / 12
  }
}

extension SlideComposer {
  /// A line like `#Title`, which remark.js takes for a heading, and what is below it.
  mutating func takesTightHeading(_ inlines: [Inline], _ block: Block) -> Bool {
    guard source.dialect == .remark, case .text(let text)? = inlines.first?.kind else {
      return false
    }
    let level = text.prefix { $0 == "#" }.count
    let words = text.dropFirst(level)
    guard (1...6).contains(level), let sign = words.first, !sign.isNumber, sign != " "
    else { return false }
    let end = inlines.firstIndex { $0.kind == .softBreak } ?? inlines.count
    let start = Inline(.text(String(words)), at: inlines[0].offset + level)
    compose(Block(.heading(level: level, [start] + inlines[1..<end]), block.range))
    let rest = Array(inlines.dropFirst(end + 1))
    if let first = rest.first {
      compose(Block(.paragraph(rest), first.offset..<max(first.offset, block.range.upperBound)))
    }
    return true
  }

  /// What is said of a slide as a whole, and where it pauses.
  mutating func begin(_ section: Section) {
    let classes = section.classes
    let isLow = classes.contains("middle") || classes.contains("bottom")
    if classes.contains("title-slide") || classes.contains("center") && isLow {
      slide.style.isLead = true
    } else if classes.contains("center") {
      alignment = .center
    }
    let range = section.range
    for pause in source.mask.pauses(in: range) { self.pause(at: pause) }
    step = 0
  }

  /// Composes what stands between brackets as it was said of them.
  mutating func compose(_ inner: Range<Int>, in classes: [String], at offset: Int) {
    var scope = Scope(.division, self, at: offset)
    switch RemarkLayout(classes) {
    case .alignment(let alignment):
      endClassedRow()
      self.alignment = alignment
    case .column(let isFirst, let share) where column == nil:
      if isFirst || columns == nil { endClassedRow() }
      if columns == nil { columns = Columns(shares: []) }
      addColumn(share: share)
      scope.isColumn = true
    default: endClassedRow()
    }
    scopes.append(scope)
    composeParts(inner)
    closeScope(at: inner.upperBound)
  }

  private static let deepestClass = 16

  private mutating func composeParts(_ inner: Range<Int>) {
    let outer = source
    classDepth += 1
    defer { classDepth -= 1 }
    source.mask = SourceMask(
      outer.lines, part: inner, classDepth < Self.deepestClass ? .remark : .plain)
    source.mask.footnotes.merge(outer.mask.footnotes) { own, _ in own }
    let blocks = source.mask.reader(of: outer.lines)
      .document(in: inner, definitions: source.definitions(for: inner)).blocks
      .flatMap(source.mask.pieces)
    for block in source.joiningLists(blocks) { compose(block) }
    endHTML(at: inner.upperBound)
    source = outer
  }

  /// What is no column comes below the columns; one alone is none.
  mutating func endClassedRow() {
    guard source.dialect == .remark, column == nil, let row = columns else { return }
    if row.columns.count > 1 { return endColumns() }
    columns = nil
    slide.items += row.columns.flatMap { $0 }
  }
}

extension CodeBlock {
  /// remark.js lights lines behind an asterisk, R's decks those before `#<<`.
  mutating func takeLitLines() {
    guard !["", "md", "markdown", "remark", "diff", "text"].contains(display.language) else {
      return
    }
    var lit: [ClosedRange<Int>] = []
    for index in lines.indices {
      let text = lines[index].text
      if text.hasPrefix("*"), !text.hasPrefix("*/"), !text.hasPrefix("**") {
        lines[index].text = (text.hasPrefix("* ") ? " " : "") + text.dropFirst()
      } else if text.trimmed.hasSuffix("#<<") {
        lines[index].text = String(text.trimmedEnd.dropLast(3)).trimmedEnd
      } else {
        continue
      }
      lit.append(index + 1...index + 1)
    }
    if !lit.isEmpty, display.highlights.isEmpty { display.highlights = [LineSet(lit)] }
  }
}
