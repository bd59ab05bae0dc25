/// Where slides begin and end as far as the lines alone tell it: what is told beyond doubt need not
/// be read before it is shown.
///
/// A line of dashes at the margin, after an empty line, is a rule of the document whatever stands
/// before it (CommonMark 0.31.2, 4.1 and 5): neither a heading's underline nor inside a list or a
/// quote. What could be something else is left to the parser, part by part, and if it could hide
/// where a part ends, for the deck as a whole.

import Markup

struct DeckOutline {
  /// The source between two separators.
  struct Part: Equatable {
    var range: Range<Int>
    /// Nothing in it separates slides.
    var isOneSlide = true
  }

  private(set) var parts: [Part] = []
  /// The paragraphs that look like definitions of links: they hold for all of the deck.
  private(set) var definitions: [Range<Int>] = []

  private let mask: SourceMask
  private let signs: SlideSigns
  private var start: Int
  private var part = Part(range: 0..<0)
  /// Whether the part holds more than definitions.
  private var hasText = false
  private var before = Before.edge
  private var isInHTML = false
  private var fenceIndent = 0
  /// Only a parser can tell.
  private var isUnclear = false
  private var slideEnds = 0

  /// What the line before was: whether a paragraph goes on.
  private enum Before { case gap, edge, closed, definition, text }

  /// Nil where the lines do not tell, or where nothing separates slides.
  init?(_ mask: SourceMask, from start: Int, _ signs: SlideSigns) {
    self.mask = mask
    self.signs = signs
    self.start = start
    let lines = mask.lines
    for line in LineWalk(lines, in: start..<lines.bytes.count) {
      // A mark of the encoding stands before the first line.
      isUnclear = line.range.lowerBound < start && line.start < start
      if !isUnclear { read(line) }
      if isUnclear { return nil }
    }
    endPart(at: lines.bytes.count)
    guard parts.count > 1, slideEnds > 0 || !signs.needsSlideEnds else { return nil }
  }

  private mutating func read(_ line: LineWalk.Line) {
    switch line.kind {
    case .text: readText(line)
    case .opensFence:
      isUnclear = isInHTML
      fenceIndent = line.indent
      hasText = true
    case .inFence:
      isUnclear = fenceIndent > 0 && mayBeEdge(line) || isOutside(line)
    case .closesFence:
      // Code that is indented may look like a fence, or like the end of one.
      isUnclear = fenceIndent > 0 ? line.indent != fenceIndent : line.indent > 3
      before = .closed
    case .inComment:
      isUnclear = fenceIndent > 0 && mayBeEdge(line) || isOutside(line)
      if signs.mayEndSlides, text(line).holds("end_slide") { part.isOneSlide = false }
      before = .closed
    }
  }

  private mutating func readText(_ line: LineWalk.Line) {
    guard line.start < line.range.upperBound else {
      before = .gap
      isInHTML = false
      return
    }
    switch line.first {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"):
      if let rule = rule(line) { return readRule(rule, line) }
    case UInt8(ascii: "<"): return readAngle(line)
    case UInt8(ascii: "#") where line.indent < 4 && isHeading(line):
      hasText = true
      before = isInHTML ? .text : .closed
      return
    default: break
    }
    if signs.mayDefine, isDefinition(line) { return }
    if signs.texts.contains(where: { text(line) == $0 }) { part.isOneSlide = false }
    hasText = true
    before = .text
  }

  /// At most six signs, then a blank or nothing.
  private func isHeading(_ line: LineWalk.Line) -> Bool {
    let (bytes, end) = (mask.lines.bytes, line.range.upperBound)
    var place = line.start + 1
    while place < end, bytes[place] == line.first { place += 1 }
    return place - line.start <= 6 && (place == end || bytes[place] == 0x20 || bytes[place] == 0x09)
  }

  private func text(_ line: LineWalk.Line) -> String {
    mask.lines.text(in: line.start..<line.range.upperBound).trimmed
  }

  // MARK: Rules

  private struct Rule {
    var mark: UInt8
    var count: Int
    /// No blanks between the marks.
    var isSolid: Bool
  }

  private func rule(_ line: LineWalk.Line) -> Rule? {
    let bytes = mask.lines.bytes
    var rule = Rule(mark: line.first, count: 0, isSolid: true)
    var hasBlank = false
    for place in line.start..<line.range.upperBound {
      if bytes[place] == line.first {
        rule.count += 1
        if hasBlank { rule.isSolid = false }
      } else if bytes[place] == 0x20 || bytes[place] == 0x09 {
        hasBlank = true
      } else {
        return nil
      }
    }
    return rule.count >= 3 || signs.texts.contains(text(line)) ? rule : nil
  }

  private mutating func readRule(_ rule: Rule, _ line: LineWalk.Line) {
    let isDashes = rule.mark == UInt8(ascii: "-")
    let mayEnd =
      signs.ends.contains(.anyRules) || isDashes && !signs.ends.isEmpty || !signs.texts.isEmpty
    guard mayEnd else {
      hasText = true
      before = .text
      return
    }
    let isCertain =
      isDashes && rule.isSolid && rule.count >= 3 && line.indent == 0 && before != .text
      && before != .definition && !isInHTML
    let isExact = rule.count == 3 && line.range.count == 3
    if isCertain, !signs.ends.isEmpty, signs.ends != .exactRules || isExact {
      return endPart(before: line)
    }
    part.isOneSlide = false
    hasText = true
    before = .text
  }

  private func mayBeEdge(_ line: LineWalk.Line) -> Bool {
    line.indent == 0 && (line.first == UInt8(ascii: "-") || line.first == UInt8(ascii: "<"))
  }

  /// Where bars stand so far in that they may be code, what stands less far in may be anything.
  private func isOutside(_ line: LineWalk.Line) -> Bool {
    fenceIndent > 3 && line.indent < 4 && line.start < line.range.upperBound
  }

  // MARK: HTML

  /// Blocks that an empty line does not end; comments are walked over.
  private static let longBlocks = ["<script", "<pre", "<style", "<textarea", "<!"]

  private mutating func readAngle(_ line: LineWalk.Line) {
    let text = text(line)
    if mask.marks[line.number] == .separator { return endPart(before: line) }
    fenceIndent = line.indent
    defer { if before != .edge { hasText = true } }
    if text.hasPrefix("<!--") {
      // The parser takes these for whole comments, others for the beginning of one.
      isUnclear = text.hasPrefix("<!-->") || text.hasPrefix("<!--->")
      if isInHTML, !text.holds("-->") { isUnclear = true }
      if signs.mayEndSlides, text.holds("end_slide") { return readSlideEnd(text, line) }
      before = line.indent < 4 ? .closed : .text
    } else if text.hasPrefix("<?") {
      before = .closed
      isUnclear = text != "<?>"
    } else {
      let lowered = text.lowercased()
      isUnclear = Self.longBlocks.contains { lowered.hasPrefix($0) }
      isInHTML = true
      before = .text
    }
  }

  private mutating func readSlideEnd(_ text: String, _ line: LineWalk.Line) {
    let comment = text.dropFirst(4).dropLast(3)
    let isAlone = text.hasSuffix("-->") && !comment.holds("--")
    if isAlone, line.indent == 0, !isInHTML,
      Directive.all(inComment: String(comment), prefix: signs.commandPrefix) == [.endSlide]
    {
      slideEnds += 1
      endPart(before: line)
    } else {
      part.isOneSlide = false
      before = .closed
    }
  }

  // MARK: Definitions

  /// A paragraph that begins like `[label]: address`, here or inside a list or a quote.
  private mutating func isDefinition(_ line: LineWalk.Line) -> Bool {
    if before == .definition {
      // The address or the title may stand on the next line.
      definitions[definitions.count - 1] =
        definitions[definitions.count - 1].lowerBound..<line.range.upperBound
      return true
    }
    guard line.first == UInt8(ascii: "[") else {
      isUnclear = definesInside(line)
      return false
    }
    guard before != .text, !isInHTML, text(line).holds("]:") else { return false }
    isUnclear = line.indent > 3
    definitions.append(line.start..<line.range.upperBound)
    before = .definition
    return true
  }

  private func definesInside(_ line: LineWalk.Line) -> Bool {
    let marks = mask.lines.bytes[line.start..<line.range.upperBound].prefix {
      " \t>-*+.)0123456789".utf8.contains($0)
    }
    let rest = mask.lines.bytes[marks.endIndex..<line.range.upperBound]
    return !marks.isEmpty && rest.first == UInt8(ascii: "[")
      && mask.lines.text(in: marks.endIndex..<line.range.upperBound).holds("]:")
  }

  /// The definitions as lines; nil where what looked like one is something else, too.
  var linkDefinitions: LinkDefinitions? {
    definitions.isEmpty ? LinkDefinitions() : LinkDefinitions(definitions, of: mask.lines)
  }

  // MARK: Parts

  private mutating func endPart(before line: LineWalk.Line) {
    endPart(at: line.range.lowerBound)
    start = mask.lines.start(ofLine: line.number + 1)
  }

  private mutating func endPart(at end: Int) {
    part.range = start..<max(start, end)
    if !hasText { part.isOneSlide = false }
    parts.append(part)
    part = Part(range: 0..<0)
    (hasText, isInHTML, before) = (false, false, .edge)
  }
}

/// What may separate the slides of a deck, and what need not be looked for.
struct SlideSigns {
  var ends: SplittingRules.Ends
  var texts: Set<String> = []
  var commandPrefix = ""
  /// The deck somewhere says `end_slide`.
  var mayEndSlides = false
  /// The rules separate nothing: there has to be an `end_slide`.
  var needsSlideEnds = false
  /// The deck somewhere says `]:`.
  var mayDefine = false
}
