/// The slides of a deck: each is read when it is asked for, and read anew when it is asked for again.
///
/// So a deck opens as fast as its lines are walked through, and ten thousand slides take little more
/// memory than their text. Whoever needs a slide for longer keeps it.

import Markup

package struct Slides: RandomAccessCollection, Sendable {
  /// Nil where every slide was made, not read.
  private let reader: SlideReader?
  private let sources: [SlideSource]

  init(_ sources: [SlideSource], _ reader: SlideReader) {
    self.sources = sources
    self.reader = reader
  }

  package init(_ slides: [Slide]) {
    sources = slides.map { .made($0) }
    reader = nil
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { sources.count }

  package subscript(index: Int) -> Slide { read(index).slide }

  /// The lines a slide is made from, without the blank ones around them; nil for one that was made.
  private func source(of index: Int) -> ArraySlice<UInt8>? {
    guard let lines = reader?.text.lines else { return nil }
    let range: Range<Int>
    switch sources[index] {
    case .text(let part): range = part
    case .section(let section):
      let end = lines.range(ofLine: lines.line(at: section.range.upperBound)).upperBound
      range = lines.start(ofLine: lines.line(at: section.range.lowerBound))..<end
    case .made: return nil
    }
    let bytes = lines.bytes[range].drop { $0 <= 0x20 }
    return bytes.dropLast(bytes.reversed().prefix { $0 <= 0x20 }.count)
  }

  /// The slide that another deck's slide has become: the one with the same text that is nearest,
  /// else the one with the same title, else the one in its place.
  package func index(of place: Int, in older: Slides) -> Int {
    guard older.indices.contains(place), !isEmpty else { return 0 }
    let nearest = indices.sorted { abs($0 - place) < abs($1 - place) }
    if let text = older.source(of: place), !text.isEmpty,
      let same = nearest.first(where: { source(of: $0) == text })
    {
      return same
    }
    if let title = older[place].title?.plainText,
      let same = nearest.first(where: { self[$0].title?.plainText == title })
    {
      return same
    }
    return Swift.min(place, count - 1)
  }

  /// The first slide that another deck has not; nil where it has all of them.
  package func firstChange(since older: Slides) -> Int? {
    let change = indices.first { $0 >= older.count || source(of: $0) != older.source(of: $0) }
    return change ?? (count < older.count ? count - 1 : nil)
  }

  /// The footnotes of the deck that are not among those its slides refer to.
  package func unusedFootnotes(besides used: Set<String>) -> [Diagnostic] {
    reader?.text.unusedFootnotes(besides: used) ?? []
  }

  /// Signs of the deck that nobody sees as they are written.
  package var oddSigns: [Diagnostic] {
    reader.map { OddSigns.diagnostics(of: $0.text.lines) } ?? []
  }

  /// A slide, and what is wrong with its text.
  package func read(_ index: Int) -> (slide: Slide, diagnostics: [Diagnostic]) {
    if case .made(let slide) = sources[index] { return (slide, []) }
    return reader?.read(sources[index]) ?? (Slide(), [])
  }
}

extension Slides: Equatable {
  /// The same text, read in the same way, makes the same slides.
  package static func == (left: Slides, right: Slides) -> Bool {
    left.sources == right.sources && left.reader?.text.lines == right.reader?.text.lines
      && left.reader?.text.dialect == right.reader?.text.dialect
      && left.reader?.text.settings == right.reader?.text.settings
  }
}

/// Where a slide comes from.
enum SlideSource: Equatable, Sendable {
  /// A part of the source that is one slide.
  case text(Range<Int>)
  /// Blocks that were read to find where it begins.
  indirect case section(Section)
  /// A slide that stands nowhere in the source.
  indirect case made(Slide)
}

extension SlideSource {
  var isEmpty: Bool { if case .section(let section) = self { section.isEmpty } else { false } }

  var hasMatter: Bool {
    if case .section(let section) = self { section.matter != nil } else { false }
  }
}
