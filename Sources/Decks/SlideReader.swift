/// Reads slides of a deck one by one, and what has to be read to find where they begin.

import Markup
import Wording

struct SlideReader: Sendable {
  var text: DeckText
  var rules: SplittingRules
  /// The blocks of a part of the source, none of which holds the end of a slide beside other things.
  func document(in range: Range<Int>) -> MarkdownDocument {
    var document = text.mask.reader(of: text.lines)
      .document(in: range, definitions: text.definitions(for: range))
    let blocks = document.blocks.filter { !text.isSetUp($0) }.flatMap {
      text.mask.pieces(of: $0).flatMap(text.partedAtEnds)
    }
    document.blocks = text.joiningLists(blocks)
    return document
  }

  /// The slides of a part between two separators.
  func sources(in part: DeckOutline.Part) -> [SlideSource] {
    guard !part.isOneSlide else { return [.text(part.range)] }
    return SlideSplitter(source: text, rules: rules).cut(document(in: part.range).blocks)
      .map { .section($0) }
  }

  func read(_ source: SlideSource) -> (slide: Slide, diagnostics: [Diagnostic]) {
    switch source {
    case .made(let slide): return (slide, [])
    case .text(let range) where range.count > Limits.slide: return refused(range)
    case .section(let section) where section.range.count > Limits.slide:
      return refused(section.range)
    case .section(let section): return compose(section)
    case .text(let range) where text.dialect == .mdp: return compose(section(in: range))
    case .text(let range):
      let document = document(in: range)
      let (slide, diagnostics) = compose(Section(blocks: document.blocks))
      return (slide, document.diagnostics + diagnostics)
    }
  }

  /// In the place of a slide that nobody could show and that would take seconds to set.
  private func refused(_ range: Range<Int>) -> (slide: Slide, diagnostics: [Diagnostic]) {
    let sign = Inline(.text("> 256 KiB"), at: range.lowerBound)
    let line = Block(.paragraph([sign]), range)
    let phrase = Phrase(
      "this slide is over 256 KiB: not shown", "слайд больше 256 КиБ: не показан")
    return (
      SlideComposer.slide(Section(blocks: [line]), text).0, [.error(phrase, at: range.lowerBound)]
    )
  }

  /// A slide of mdp's.
  func section(in range: Range<Int>) -> Section {
    MdpReader.sections(in: range, of: text.lines).first ?? Section()
  }

  private func compose(_ section: Section) -> (slide: Slide, diagnostics: [Diagnostic]) {
    var (slide, diagnostics) = SlideComposer.slide(section, text)
    if let problem = section.problem { diagnostics.append(problem) }
    if let matter = section.matter {
      text.dialect == .remark ? slide.take(properties: matter) : slide.take(matter)
    }
    // What stands above and below the slides is plain.
    slide.style.makePlain()
    return (slide, diagnostics)
  }
}
