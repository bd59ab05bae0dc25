/// A document to a deck: settings, slides, steps, notes, demo requests, and what was wrong.

import Markup
import Wording

package struct DeckBuilder {
  private let lines: SourceLines
  private var diagnostics: [Diagnostic] = []

  private init(_ lines: SourceLines) { self.lines = lines }

  /// Reads a deck. Always gives one; what is wrong is told, and what can be shown is shown.
  package static func deck(_ lines: SourceLines) -> (deck: Deck, diagnostics: [Diagnostic]) {
    var builder = DeckBuilder(lines)
    let deck = builder.build()
    return (deck, builder.diagnostics.sorted { $0.range.lowerBound < $1.range.lowerBound })
  }

  private mutating func build() -> Deck {
    let frontMatter = FrontMatter(lines)
    diagnostics += frontMatter.diagnostics
    let settings = settings(frontMatter.entries)
    let document = MarkdownReader(lines).document(in: frontMatter.end..<lines.bytes.count)
    diagnostics += document.diagnostics
    let slides = SlideSplitter.groups(of: document.blocks).map { slide($0) }
    if slides.isEmpty {
      diagnostics.append(
        .error(Phrase("the deck has no slides", "в файле нет слайдов"), at: frontMatter.end))
    }
    return Deck(settings: settings, slides: slides)
  }

  private mutating func slide(_ blocks: [Block]) -> Slide {
    let start = blocks.first?.range.lowerBound ?? 0
    var slide = Slide(range: start..<(blocks.last?.range.upperBound ?? start))
    var rest = blocks[...]
    if case .heading(_, let title)? = rest.first?.kind {
      slide.title = title
      rest.removeFirst()
    }
    for block in rest { add(block, to: &slide) }
    return slide
  }

  private mutating func add(_ block: Block, to slide: inout Slide) {
    if Directive.isPause(block) {
      slide.pauses.append(block.range.lowerBound)
    } else if case .code(let code) = block.kind, DemoFence.isOne(code) {
      add(code, block, to: &slide)
    } else if let kept = withoutDirectives(block, &slide) {
      slide.items.append(.block(kept))
    }
  }

  private mutating func add(_ code: CodeBlock, _ block: Block, to slide: inout Slide) {
    var fence = DemoFence(lines)
    if let request = fence.request(code) {
      slide.items.append(.demo(request))
    } else {
      slide.items.append(.block(block))
    }
    diagnostics += fence.diagnostics
  }

  // MARK: Directives

  /// The block without the comments in it, which become steps and notes; nil if nothing is left.
  private mutating func withoutDirectives(_ block: Block, _ slide: inout Slide) -> Block? {
    // Most blocks have none: they are looked through, not built anew.
    guard Self.mayHoldDirectives(block) else { return block }
    var block = block
    switch block.kind {
    case .html(let html):
      guard let directives = Directive.all(inComments: html, at: block.range.lowerBound) else {
        return block
      }
      for (directive, offset) in directives { obey(directive, at: offset, &slide) }
      return nil
    case .list(var list):
      for index in list.items.indices {
        list.items[index].blocks = list.items[index].blocks.compactMap {
          withoutDirectives($0, &slide)
        }
      }
      block.kind = .list(list)
    case .quote(let inner):
      block.kind = .quote(inner.compactMap { withoutDirectives($0, &slide) })
    case .paragraph(let inlines):
      let kept = withoutDirectives(inlines, &slide)
      if kept.count < inlines.count, kept.plainText.allSatisfy(\.isWhitespace) { return nil }
      block.kind = .paragraph(kept)
    case .code(let code) where DemoFence.isOne(code):
      diagnostics.append(
        .warning(
          Phrase(
            "a demo in a list or a quote is shown as code: it stands on the slide itself",
            "демо в списке или цитате показано как код: его место на самом слайде"),
          at: code.infoOffset))
    case .heading, .code, .table, .thematicBreak: break
    }
    return block
  }

  private static func mayHoldDirectives(_ block: Block) -> Bool {
    switch block.kind {
    case .html, .code: true
    case .list(let list): list.items.contains { $0.blocks.contains(where: mayHoldDirectives) }
    case .quote(let inner): inner.contains(where: mayHoldDirectives)
    case .paragraph(let inlines):
      inlines.contains { if case .html = $0.kind { true } else { false } }
    case .heading, .table, .thematicBreak: false
    }
  }

  private mutating func withoutDirectives(
    _ inlines: [Inline], _ slide: inout Slide
  ) -> [Inline] {
    var kept: [Inline] = []
    for inline in inlines {
      if case .html(let html) = inline.kind,
        let directives = Directive.all(inComments: html, at: inline.offset), !directives.isEmpty
      {
        for (directive, offset) in directives { obey(directive, at: offset, &slide) }
      } else {
        kept.append(inline)
      }
    }
    return kept
  }

  private mutating func obey(_ directive: Directive, at offset: Int, _ slide: inout Slide) {
    switch directive {
    case .pause: slide.pauses.append(offset)
    case .note(let text): slide.notes.append(text)
    case .remark: break
    case .unknown(let text):
      let word = String(text.prefix(40))
      diagnostics.append(
        .warning(
          Phrase("unknown comment ‘\(word)’: not shown", "непонятный комментарий «\(word)»: скрыт"),
          at: offset))
    }
  }

  // MARK: Settings

  private mutating func settings(_ entries: [FrontMatter.Entry]) -> DeckSettings {
    var settings = DeckSettings()
    for entry in entries {
      switch entry.key {
      case "title": settings.title = entry.value
      case "author", "authors": settings.author = entry.value
      case "date": settings.date = entry.value
      case "lang": settings.language = language(entry)
      case "theme": settings.theme = theme(entry)
      case "clicker": settings.clickerStartsDemos = clicker(entry)
      default: unknown(entry)
      }
    }
    return settings
  }

  private mutating func language(_ entry: FrontMatter.Entry) -> Language? {
    if let language = Language(tag: entry.value) { return language }
    complain(entry, expected: "ru, en")
    return nil
  }

  private mutating func theme(_ entry: FrontMatter.Entry) -> String? {
    if DeckSettings.themes.contains(entry.value) { return entry.value }
    complain(entry, expected: DeckSettings.themes.joined(separator: ", "))
    return nil
  }

  private mutating func clicker(_ entry: FrontMatter.Entry) -> Bool {
    switch entry.value {
    case "start-then-next": return true
    case "next": return false
    default:
      complain(entry, expected: "next, start-then-next")
      return false
    }
  }

  private mutating func complain(_ entry: FrontMatter.Entry, expected: String) {
    diagnostics.append(
      .warning(
        Phrase(
          "\(entry.key): ‘\(entry.value)’ is none of \(expected)",
          "\(entry.key): «\(entry.value)», а бывает \(expected)"), at: entry.offset))
  }

  private mutating func unknown(_ entry: FrontMatter.Entry) {
    let known = ["title", "author", "date", "lang", "theme", "clicker"]
    let hint = nearestName(to: entry.key, among: known)
    diagnostics.append(
      .warning(
        Phrase(
          "unknown key ‘\(entry.key)’" + (hint.map { "; did you mean \($0)?" } ?? ""),
          "неизвестный ключ «\(entry.key)»" + (hint.map { ". Может быть, \($0)?" } ?? "")),
        at: entry.offset))
  }
}
