/// What a deck can order beside its text: pauses, notes, layout. One meaning, many spellings.

import Markup

package enum Directive: Equatable, Sendable {
  case pause
  case note(String)
  /// A comment for whoever reads the source, or for a program that is not us.
  case remark
  case endSlide, skipSlide
  /// Not in the talk's short form.
  case skipInShort
  /// How long the slide is to take.
  case minutes(Double)
  /// Seconds after which the slide goes on by itself.
  case advance(Int)
  /// Blank rows.
  case space(Int)
  /// What follows begins in the middle of the slide.
  case middle
  /// Columns side by side, by their shares of the width.
  case columns([Int])
  /// What follows stands in this column, from 0.
  case column(Int)
  case endColumns
  case alignment(Alignment?)
  /// From 1, ordinary text, to 7, if it is one that there is.
  case size(Int)
  case incrementalLists(Bool), incrementalTables(Bool)
  case itemGap(Int)
  case noFooter
  /// The text above or below the slides from here on (`isOnce`: on this slide).
  case header(String, isOnce: Bool), footer(String, isOnce: Bool)
  /// Marked words are steps: reveal's fragments.
  case fragment
  case lead(isOnce: Bool)
  /// Understood, and without a meaning here.
  case noEffect(String)
  case unknown(String)
}

package enum Alignment: String, Equatable, Sendable { case left, center, right }

extension Directive {
  /// The directives of a comment's text, without the marks of the comment.
  static func all(inComment comment: String, prefix: String = "") -> [Directive] {
    let text = comment.trimmedBlanks
    guard text.hasPrefix(prefix) else { return [.remark] }
    let body = text.dropFirst(prefix.count).trimmedBlanks
    let lines = entries(of: body)
    // Marp writes several, one a line; a note has lines of its own.
    let several = lines.count > 1 ? lines.map { Directive($0) } : []
    if several.first??.isOfOneLine == true { return several.compactMap { $0 } }
    if let one = Directive(body) { return [one] }
    guard !several.isEmpty, several.allSatisfy({ $0 != nil }) else { return [.unknown(body)] }
    return several.compactMap { $0 }
  }

  /// The lines, each with those below it that are deeper or items of its list.
  private static func entries(of body: String) -> [String] {
    body.split(whereSeparator: \.isNewline).reduce(into: []) { entries, line in
      let isMore = line.first?.isWhitespace == true || line.hasPrefix("- ")
      if isMore, let last = entries.indices.last {
        entries[last] += " " + line.trimmedBlanks
      } else {
        entries.append(line.trimmedBlanks)
      }
    }
  }

  private var isOfOneLine: Bool {
    switch self {
    case .header, .footer, .lead, .noEffect: true
    default: false
    }
  }

  /// A word, or a key and its value; nil for what nobody orders so.
  private init?(_ text: String) {
    if text.isEmpty || Self.isRemark(text) {
      self = .remark
      return
    }
    let word = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" || $0 == "." }
    let rest = text.dropFirst(word.count)
    let name = word.lowercased()
    if let colon = rest.drop(while: { $0 == " " }).first, colon == ":" {
      let value = String(rest.drop { $0 == " " }.dropFirst())
      guard let directive = Self.valued(name, value) else { return nil }
      self = directive
    } else {
      guard rest.allSatisfy(\.isWhitespace), let directive = Self.plain(name) else { return nil }
      self = directive
    }
  }

  private static func isRemark(_ text: String) -> Bool {
    text.hasPrefix("//") || text.hasPrefix("{{{") || text.hasPrefix("}}}")
      || text.hasPrefix("vim:") || text.hasPrefix("prettier-") || text.hasPrefix("markdownlint-")
  }

  private static func plain(_ name: String) -> Directive? {
    switch name {
    case "pause", "stop": .pause
    case "end_slide", "endslide": .endSlide
    case "skip_slide": .skipSlide
    case "new_line", "newline": .space(1)
    case "new_lines", "newlines": .space(1)
    case "jump_to_middle": .middle
    case "reset_layout": .endColumns
    case "no_footer": .noFooter
    case "fit": .noEffect(name)
    default: nil
    }
  }

  private static func valued(_ name: String, _ value: String) -> Directive? {
    let text = value.trimmedBlanks
    switch name {
    case "notes", "note", "speaker_note", "speaker_notes": return .note(noteText(value))
    case "comment", "vim", "todo": return .remark
    case "new_line", "newline", "new_lines", "newlines":
      return Int(text).map { .space(max(0, min($0, 200))) }
    case "column_layout": return shares(text).map { .columns($0) }
    case "column": return Int(text).map { .column($0) }
    case "alignment": return Alignment(rawValue: text.lowercased()).map { .alignment($0) }
    case "font_size": return Int(text).map { .size($0) }
    case "incremental_lists": return bool(text).map { .incrementalLists($0) }
    case "incremental_tables": return bool(text).map { .incrementalTables($0) }
    case "list_item_newlines": return Int(text).map { .itemGap(max(1, min(9, $0))) }
    case "snippet_output": return .noEffect(name)
    case "minutes", "time": return text.minutes.map { .minutes($0) }
    case "advance": return text.seconds.map { .advance($0) }
    case "skip": return text == "short" ? .skipInShort : text == "always" ? .skipSlide : nil
    default: return marp(name, text) ?? reveal(name, text)
    }
  }

  /// Marp's: `_name` is for this slide only.
  private static func marp(_ name: String, _ value: String) -> Directive? {
    let isOnce = name.hasPrefix("_")
    switch isOnce ? String(name.dropFirst()) : name {
    case "header": return .header(value.unquoted, isOnce: isOnce)
    case "footer": return .footer(value.unquoted, isOnce: isOnce)
    case "class":
      let isLead = value.contains("lead") || value.contains("title") || value.contains("section")
      return isLead ? .lead(isOnce: isOnce) : .noEffect(name)
    case "paginate", "backgroundcolor", "backgroundimage", "backgroundposition",
      "backgroundrepeat", "backgroundsize", "color", "theme", "style", "math", "size",
      "headingdivider", "transition", "marp":
      return .noEffect(name)
    default: return nil
    }
  }

  /// reveal.js puts attributes on elements and slides.
  private static func reveal(_ name: String, _ value: String) -> Directive? {
    switch name {
    case ".element": return value.contains("fragment") ? .fragment : .noEffect(name)
    case ".slide":
      let isHidden = value.holds("data-visibility=\"hidden\"")
      return isHidden ? .skipSlide : .noEffect(name)
    case "config": return .noEffect(name)
    default: return nil
    }
  }

  private static func bool(_ text: String) -> Bool? {
    YAML(.scalar(text), at: 0).bool
  }

  /// `[3, 2]`
  private static func shares(_ text: String) -> [Int]? {
    guard text.hasPrefix("["), text.hasSuffix("]") else { return nil }
    let parts = text.dropFirst().dropLast().split(separator: ",").map { Int($0.trimmedBlanks) }
    let shares = parts.compactMap { $0 }
    guard shares.count == parts.count, (1...16).contains(shares.count),
      shares.allSatisfy({ (1...1000).contains($0) })
    else { return nil }
    return shares
  }

  /// A note is text, or a YAML block after `|`, whose indent goes.
  private static func noteText(_ value: String) -> String {
    let text = value.trimmedBlanks
    guard let first = text.first, first == "|" || first == ">",
      let end = text.firstIndex(where: \.isNewline)
    else { return text.unquoted }
    let lines = text[end...].dropFirst().split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let indent =
      lines.filter { !$0.allSatisfy(\.isWhitespace) }
      .map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return lines.map { $0.dropFirst(indent) }.joined(separator: "\n").trimmedBlanks
  }
}

extension String {
  /// Without a pair of quotation marks around it.
  var unquoted: String {
    guard count >= 2, let mark = first, mark == "\"" || mark == "'", last == mark else {
      return self
    }
    return String(dropFirst().dropLast())
  }
}
