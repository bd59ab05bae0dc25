/// When something appears on a slide: pauses, and fragments that are numbered or count from another.

import Markup

extension SlideComposer {
  mutating func pause(at offset: Int, by count: Int = 1) {
    step = min(lastClick + min(count, Limits.steps), Limits.steps)
    countedClick = step
    slide.reveal.mark(step, at: offset)
  }

  /// The step that others count on from: with Slidev those with a number of their own are not counted.
  var lastClick: Int { source.dialect == .slidev ? countedClick : slide.reveal.last }

  /// So many steps more of something that is there already.
  mutating func addClicks(_ count: Int) {
    countedClick = min(lastClick + count, Limits.steps)
    slide.reveal.extend(to: countedClick)
  }

  /// A pause that is written behind a list that pauses anyway is the list's: nobody presses a key for
  /// nothing.
  mutating func pausesNext() {
    if !isPausedByBlock { pending = source.dialect.mergesPauses ? 1 : pending + 1 }
    isPausedByBlock = false
  }

  /// Where something begins with a step of its own: those that wait are taken with it.
  mutating func pauseOnce(at offset: Int) {
    pending = max(1, pending)
    flushPauses(at: offset)
  }

  mutating func flushPauses(at offset: Int) {
    isPausedByBlock = false
    guard pending > 0 else { return }
    pause(at: offset, by: pending)
    pending = 0
  }

  /// A pause after which nothing comes is a stop for these.
  var countsLastPauses: Bool {
    ![.presenterm, .plain, .tpp, .patat].contains(source.dialect)
  }

  /// Begins what a fragment holds; returns the step to go back to.
  mutating func begin(_ fragment: Fragment, at offset: Int) -> Int {
    let before = step
    switch fragment {
    case .next(let count): pause(at: offset, by: count)
    case .withPrevious: returnToStep(lastClick, at: offset)
    case .seen: addClicks(1)
    case .at(let number):
      let step = source.dialect == .reveal ? rank(of: number) : number
      returnToStep(max(0, min(step, 1000)), at: offset)
    }
    return before
  }

  /// reveal.js takes only the order of the numbers for granted.
  private func rank(of number: Int) -> Int {
    var (low, high) = (0, indices.count)
    while low < high {
      let middle = (low + high) / 2
      if indices[middle] < number { low = middle + 1 } else { high = middle }
    }
    return (low < indices.count && indices[low] == number ? low : indices.count) + 1
  }

  mutating func returnToStep(_ earlier: Int, at offset: Int) {
    guard step != earlier else { return }
    step = earlier
    slide.reveal.mark(step, at: offset)
  }

  /// Pandoc's pause: three dots on a line.
  func isPause(_ inlines: [Inline]) -> Bool {
    guard inlines.count == 1 else { return false }
    let text = inlines.plainText
    // Beamer's decks have LaTeX's.
    switch source.dialect {
    case .pandoc where text == "\\pause": return true
    // mdp's, which a deck without its header may have, too.
    case .plain where text == "^": return true
    default: return text == ". . ."
    }
  }
}

extension Section {
  /// `data-fragment-index="2"`, each number once, ascending.
  var fragmentIndices: [Int] {
    var found: Set<Int> = []
    for inline in blocks.flatMap(\.htmls) {
      var rest = inline[...]
      while let place = rest.firstRange(of: "data-fragment-index=") {
        rest = rest[place.upperBound...]
        if let number = Int(rest.drop { $0 == "\"" || $0 == "'" }.prefix { $0.isNumber }) {
          found.insert(number)
        }
      }
    }
    return found.sorted()
  }
}

extension Block {
  /// The pieces of HTML in a block.
  fileprivate var htmls: [String] {
    if case .html(let html) = kind { return [html] }
    if case .list(let list) = kind { return list.items.flatMap { $0.blocks.flatMap(\.htmls) } }
    return inlines.flatMap { $0 }.compactMap { inline in
      if case .html(let html) = inline.kind { html } else { nil }
    }
  }
}

extension Substring {
  /// Where a short text first occurs.
  fileprivate func firstRange(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
