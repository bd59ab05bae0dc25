/// Reads a deck through for what is wrong with its slides, some at a time: a talk begins without it.

import Markup

package struct DeckReview {
  private let slides: Slides
  private let inspect: (DemoRequest) -> [Diagnostic]
  private var next = 0
  private var footnotes: Set<String> = []
  /// What was found so far.
  package private(set) var diagnostics: [Diagnostic] = []

  /// About a millisecond of ordinary slides.
  private static let slidesAtOnce = 32

  /// Demos are known to others: they tell what is wrong with one.
  package init(
    of slides: Slides, inspect: @escaping (DemoRequest) -> [Diagnostic] = { _ in [] }
  ) {
    self.slides = slides
    self.inspect = inspect
  }

  /// Everything that is wrong with the slides.
  package static func diagnostics(of slides: Slides) -> [Diagnostic] {
    var review = DeckReview(of: slides)
    while review.goOn() {}
    return review.diagnostics
  }

  /// Reads on; false when that was all.
  package mutating func goOn() -> Bool {
    let end = min(next + Self.slidesAtOnce, slides.count)
    for index in next..<end {
      let (slide, found) = slides.read(index)
      diagnostics += found + slide.demos.flatMap(inspect)
      footnotes.formUnion(slide.footnotes.map(\.label))
    }
    next = end
    guard next == slides.count else { return true }
    diagnostics += slides.unusedFootnotes(besides: footnotes) + slides.oddSigns
    return false
  }
}
