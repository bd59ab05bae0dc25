/// Comments and the orders in them.

import Markup
import Wording

extension SlideComposer {
  /// `isInside` a block, what it orders of that block was seen when the block began.
  mutating func obey(comment: String, at offset: Int, isInside: Bool = false) {
    if comment.isBlankComment { endsLists = true }
    if source.dialect == .reveal, source.notesMark == "<!--" + comment + "-->" {
      return openNotes(at: source.lineEnd(after: offset))
    }
    let directives = Directive.all(inComment: comment, prefix: source.commandPrefix)
    if source.dialect == .patat, !directives.allSatisfy(\.isOrder) {
      // Settings have no blank before them, a note has one.
      if !comment.hasPrefix("config:") { slide.notes.append(comment.trimmedBlanks) }
      return
    }
    for directive in directives {
      if case .fragment = directive {
        if !isInside { markFragment(comment) }
      } else {
        obey(directive, at: offset)
      }
    }
  }

  private mutating func obey(_ directive: Directive, at offset: Int) {
    switch directive {
    case .pause: pausesNext()
    case .note(let text): slide.notes.append(text)
    case .space(let rows): append(.space(rows))
    case .middle: append(.middle)
    case .columns(let shares):
      endColumns()
      columns = Columns(shares: shares)
    case .column(let index): turn(to: index, at: offset)
    case .endColumns: endColumns()
    case .alignment(let alignment): self.alignment = alignment
    case .size(let size): take(size: size, at: offset)
    case .incrementalLists(let isOn): lists = isOn ? .pauses : .whole
    case .incrementalTables(let isOn): tables = isOn
    case .itemGap(let rows): itemGap = rows
    case .noFooter: slide.style.hasFooter = false
    case .skipSlide: slide.isSkipped = true
    case .skipInShort: slide.isSkippedInShort = true
    case .minutes(let minutes): slide.minutes = minutes
    case .advance(let seconds): slide.advance = seconds
    case .lead: slide.style.isLead = true
    case .unknown(let text): take(comment: text, at: offset)
    case .noEffect("snippet_output"): diagnostics.append(.notRun("snippet_output", at: offset))
    case .noEffect, .remark, .endSlide, .header, .footer, .fragment: break
    }
  }

  private mutating func take(size: Int, at offset: Int) {
    self.size = max(1, min(7, size))
    guard self.size != size else { return }
    diagnostics.append(
      .warning(
        Phrase("font_size: \(size) is none of 1…7", "font_size: \(size); допустимо: 1…7"),
        at: offset))
  }

  /// Columns may be turned to in any order, and again.
  private mutating func turn(to index: Int, at offset: Int) {
    guard let count = columns?.columns.count, (0..<count).contains(index) else {
      let most = (columns?.columns.count ?? 0) - 1
      diagnostics.append(
        .warning(
          most < 0
            ? Phrase(
              "a column without a column_layout before it", "колонка без column_layout перед ней")
            : Phrase(
              "there is no column \(index), the last one is \(most)",
              "колонки \(index) нет, последняя — \(most)"), at: offset))
      return
    }
    column = index
  }

  /// reveal.js: the mark on a line of its own belongs to the block before it.
  private mutating func markFragment(_ comment: String) {
    guard let last = slide.items.last, case .block(let block) = last.content,
      let fragment = Fragment(elementComment: comment)
    else { return }
    let before = begin(fragment, at: block.range.lowerBound)
    returnToStep(before, at: block.range.upperBound)
  }

  private mutating func take(comment text: String, at offset: Int) {
    switch source.dialect.plainComment {
    case .note: slide.notes.append(text)
    case .noteIfLast: lastComment = text
    case .hidden: break
    case .unknown:
      // presenterm, too, takes a comment of several lines for a remark.
      let isLong = source.dialect == .presenterm && text.contains(where: \.isNewline)
      if !isLong { tellOfUnknown(text, at: offset) }
    }
  }

  private mutating func tellOfUnknown(_ text: String, at offset: Int) {
    let line = text.prefix { !$0.isNewline }
    let word = String(line.prefix(40))
    let name = line.prefix { $0.isLetter || $0 == "_" }
    let hint = nearestName(to: String(name), among: Self.words)
    // Sentences and banners are remarks: an order is one word in small letters, or has a colon behind it.
    let rest = line.dropFirst(name.count).trimmedBlanks
    if hint == nil, source.dialect == .plain,
      !(rest.isEmpty || rest.hasPrefix(":")) || name.isEmpty
        || name != name.lowercased()
    {
      return
    }
    diagnostics.append(
      .warning(
        Phrase(
          "unknown comment ‘\(word)’: not shown", "непонятный комментарий «\(word)»: скрыт")
          + .perhaps(hint), at: offset))
  }

  private static let words = [
    "pause", "notes", "end_slide", "new_line", "new_lines", "jump_to_middle", "column_layout",
    "column", "reset_layout", "incremental_lists", "incremental_tables", "no_footer", "font_size",
    "alignment", "skip_slide", "minutes", "advance", "skip", "list_item_newlines", "include",
    "speaker_note",
    "comment", "stop",
  ]
}

extension Directive {
  /// An order that no sentence looks like: comments of patat are notes unless they are one.
  fileprivate var isOrder: Bool {
    switch self {
    case .pause, .note, .endSlide, .skipSlide, .skipInShort, .minutes, .advance, .space, .middle,
      .columns,
      .column, .endColumns,
      .alignment, .size, .incrementalLists, .incrementalTables, .itemGap, .noFooter:
      true
    case .remark, .header, .footer, .fragment, .lead, .noEffect, .unknown: false
    }
  }
}

extension Block {
  /// An empty comment parts what would be one list (CommonMark 5.3).
  var isEmptyComment: Bool {
    guard case .html(let html) = kind else { return false }
    return HTMLTokens.of(html).contains { piece in
      if case .comment(let text) = piece.token { text.isBlankComment } else { false }
    }
  }
}

extension String {
  fileprivate var isBlankComment: Bool { allSatisfy(\.isWhitespace) }
}
