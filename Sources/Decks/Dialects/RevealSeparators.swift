/// What separates the slides of a reveal.js deck that does not say so: its page does, which we do not
/// have. The lines tell: `<!-- s -->` and `<!-- v -->`, longer rules, gaps of two blank lines.

import Markup

struct RevealSeparators {
  private var exactRules = 0
  private var longRules = 0
  /// reveal-md's rules between a slide and the one below it; a single one is a rule of the text.
  private var fourDashes = 0
  private var gaps = 0
  private var comments: [String: Int] = [:]

  init(_ lines: SourceLines, from start: Int) {
    var isBlank = (last: false, before: false)
    var list = ListWalk()
    for line in LineWalk(lines, in: start..<lines.bytes.count) {
      guard line.kind == .text else {
        isBlank = (false, false)
        continue
      }
      let text = lines.text(in: line.range).trimmed
      // Within a list such a gap is air between its items.
      let isInList = list.goesOn(with: text, indent: line.indent)
      if !text.isEmpty, isBlank.last, isBlank.before, !isInList { gaps += 1 }
      isBlank = (text.isEmpty, isBlank.last)
      guard line.indent == 0 else { continue }
      if text == "---" {
        exactRules += 1
      } else if text == "----" {
        fourDashes += 1
      } else if text.count > 4, text.allSatisfy({ $0 == "-" }) {
        longRules += 1
      } else if text.markOfComment != nil {
        comments[text, default: 0] += 1
      }
    }
  }

  /// Comments as short as that separate slides, if there are several of them; `n` begins notes.
  private var marks: [String] {
    let marks = comments.keys.filter { $0.markOfComment != "n" }
    return marks.reduce(0) { $0 + (comments[$1] ?? 0) } > 1 ? marks : []
  }

  /// Adds to the rules what a deck without settings of its own is separated by.
  func complete(_ rules: inout SplittingRules) {
    if fourDashes > 1 { rules.texts.insert("----") }
    if !marks.isEmpty {
      rules.texts.formUnion(marks)
    } else if exactRules == 0, longRules > 0 {
      rules.ends = .rules
    } else if exactRules == 0, gaps > 1 {
      rules.blankLines = 2
    }
  }
}

/// Whether the lines of a text belong to one list.
private struct ListWalk {
  private var isInside = false
  private var isBlank = false

  /// Whether a line goes on with the list that the lines before belong to.
  mutating func goesOn(with text: String, indent: Int) -> Bool {
    guard !text.isEmpty else {
      isBlank = true
      return isInside
    }
    let isPart = text.isListItem || indent > 1 || !isBlank
    defer { (isInside, isBlank) = (text.isListItem || isInside && isPart, false) }
    return isInside && isPart
  }
}

extension String {
  fileprivate var isListItem: Bool {
    let mark = prefix { !$0.isWhitespace }
    guard mark.count < count else { return false }
    return ["-", "*", "+"].contains(mark)
      || mark.count > 1 && ".)".contains(mark.last ?? " ") && mark.dropLast().allSatisfy(\.isNumber)
  }

  /// The one or two signs in a comment that holds no more: a mark for a program.
  var markOfComment: String? {
    guard hasPrefix("<!--"), hasSuffix("-->"), count >= 8 else { return nil }
    let body = dropFirst(4).dropLast(3).trimmedBlanks
    return (1...2).contains(body.count) && !body.allSatisfy(\.isNumber) ? body : nil
  }
}
