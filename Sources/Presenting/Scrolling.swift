/// Through what is taller or wider than the screen: by screens, by steps, along lit lines, sideways.
///
/// A step begins at a place of its own (`home`): where its lit lines are seen, or what it reveals.
/// Going on leads through the rows below and then to the next step; where other lines are to be lit
/// it leads there at once, unless the reader has scrolled in this step. Going back is the same way:
/// up to where the step began, to the step before, and on the first one up to the top.

import Decks
import Screen
import Typesetting

extension PresenterState {
  mutating func jump(to number: Int) {
    cursor.jump(toNumber: number, in: deck)
    arrive()
  }

  mutating func showAllSteps() {
    cursor.step = slide.lastStep
    begin(at: place(ofStep: cursor.step, from: scroll))
  }

  mutating func moveOn() {
    let bottom = page.height(atStep: cursor.step)
    if !isDemoVisible, !isLed, bottom - scroll > rows {
      scroll = min(scroll + screen, bottom - rows)
      hasScrolled = true
      return
    }
    let before = cursor.slide
    guard cursor.advance(past: slide, in: deck) else { return }
    if cursor.slide != before { return arrive() }
    begin(at: place(ofStep: cursor.step, from: scroll))
  }

  mutating func moveBack() {
    if !isDemoVisible, scroll > home {
      scroll = max(home, scroll - screen)
      hasScrolled = scroll != home
      return
    }
    if !isDemoVisible, cursor.step == 0, scroll > 0 {
      scroll = max(0, scroll - screen)
      hasScrolled = true
      return
    }
    let slide = cursor.slide
    guard cursor.retreat(in: deck) else { return }
    if cursor.slide != slide { arriveAtEnd() } else { beginFromBehind() }
  }

  // MARK: Where a step begins

  mutating func arrive() {
    (floor, pan, noteScroll, attention) = (0, nil, 0, nil)
    scroll = 0
    resetPage()
    begin(at: place(ofStep: cursor.step, from: 0))
  }

  /// On the same slide, after something else was seen in its place.
  mutating func arriveAgain() {
    scroll = 0
    resetPage()
    begin(at: place(ofStep: cursor.step, from: 0))
  }

  /// What led the reader is still to be seen.
  mutating func resize() {
    resetPage()
    if !hasScrolled { begin(at: place(ofStep: cursor.step, from: scroll)) }
  }

  /// Coming back from the next slide one sees what one left.
  private mutating func arriveAtEnd() {
    arrive()
    home = standardPlace(ofStep: cursor.step)
    scroll = end(ofStep: cursor.step)
    hasScrolled = scroll != home
  }

  private mutating func begin(at row: Int) {
    (scroll, home, hasScrolled) = (row, row, false)
  }

  /// A step one comes back to: its last rows, or its lit lines.
  private mutating func beginFromBehind() {
    let step = cursor.step
    if page.focusRows(atStep: step) != page.focusRows(atStep: step + 1) {
      let isSeen = place(ofStep: step, from: scroll) == scroll
      return begin(at: isSeen ? scroll : standardPlace(ofStep: step))
    }
    home = standardPlace(ofStep: step)
    scroll = max(home, min(scroll, end(ofStep: step)))
    hasScrolled = scroll != home
  }

  /// The next step lights other lines: the steps lead through the code, not the rows.
  private var isLed: Bool {
    guard cursor.step < slide.lastStep, !hasScrolled,
      let lit = page.focusRows(atStep: cursor.step)
    else { return false }
    return page.focusRows(atStep: cursor.step + 1) != lit
  }

  private var rows: Int { page.body.size.rows }

  /// A screen further two rows are still there.
  private var screen: Int { max(1, rows - 2) }

  /// So much is scrolled away at the end of a step.
  private func end(ofStep step: Int) -> Int { max(0, page.height(atStep: step) - rows) }

  /// Where a step begins for those who have read the one before.
  private func standardPlace(ofStep step: Int) -> Int {
    place(ofStep: step, from: step > 0 ? end(ofStep: step - 1) : 0)
  }

  /// Lit lines are seen in the middle where there is room; new words are seen at the bottom, or from
  /// their first row on; everything else stays where it is.
  private func place(ofStep step: Int, from scroll: Int) -> Int {
    let lit = page.focusRows(atStep: step)
    if let lit, step == 0 || lit != page.focusRows(atStep: step - 1) {
      if lit.lowerBound >= scroll, lit.upperBound <= scroll + rows { return scroll }
      let top = lit.count < rows ? lit.lowerBound - (rows - lit.count) / 2 : lit.lowerBound
      return max(0, min(top, page.overflow))
    }
    guard step > 0, let new = page.newRows(atStep: step) else {
      return min(scroll, end(ofStep: step))
    }
    if new.lowerBound < scroll { return max(0, new.lowerBound - 1) }
    return max(scroll, min(new.lowerBound, new.upperBound - rows))
  }

  // MARK: Wide code

  private static let panStep = 8

  /// Long lines of code stop going on below and are cut; then their block moves to the left.
  mutating func panRight() {
    guard mode == .slides, page.codeOverhang > 0 else { return }
    pan = pan.map { min($0 + Self.panStep, page.codeOverhang) } ?? 0
    resetPage()
  }

  /// Back to the beginning of the lines, and at last they go on below again.
  mutating func panLeft() {
    guard mode == .slides, let pan else { return }
    self.pan = pan > 0 ? max(0, pan - Self.panStep) : nil
    resetPage()
  }
}
