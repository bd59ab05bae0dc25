/// presenterm's `<!-- end_slide -->`, wherever it stands among comments.

import Markup

extension DeckText {
  /// A block of comments with those that end a slide on their own: what follows them on the next
  /// line belongs to the next slide.
  func partedAtEnds(_ block: Block) -> [Block] {
    guard case .html(let html) = block.kind, isSlideEnd(block) else { return [block] }
    var parts: [Block] = []
    let bytes = Array(html.utf8)
    let add = { (range: Range<Int>, parts: inout [Block]) in
      let text = String(decoding: bytes[range], as: UTF8.self)
      guard !text.allSatisfy(\.isWhitespace) else { return }
      let base = block.range.lowerBound
      parts.append(Block(.html(text), base + range.lowerBound..<base + range.upperBound))
    }
    let tokens = HTMLTokens.of(html)
    var start = 0
    for (index, piece) in tokens.enumerated() where isSlideEnd(piece.token) {
      let end = index + 1 < tokens.count ? tokens[index + 1].offset : bytes.count
      add(start..<piece.offset, &parts)
      add(piece.offset..<end, &parts)
      start = end
    }
    add(start..<bytes.count, &parts)
    return parts
  }

  /// Whether a block holds presenterm's order to end the slide.
  func isSlideEnd(_ block: Block) -> Bool {
    guard case .html(let html) = block.kind, html.holds("end_slide") else { return false }
    return HTMLTokens.of(html).contains { isSlideEnd($0.token) }
  }

  private func isSlideEnd(_ token: HTMLToken) -> Bool {
    guard case .comment(let text) = token else { return false }
    return Directive.all(inComment: text, prefix: commandPrefix).contains(.endSlide)
  }
}
