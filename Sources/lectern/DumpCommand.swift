/// `lectern dump`: slides as text, by the code that draws them on stage.

import ArgumentParser
import Decks
import Machine
import Markup
import Ncurses
import Presenting
import Screen
import Staging
import Typesetting
import Wording

struct DumpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dump",
    abstract: "Prints slides in their final state as text.",
    discussion: """
      A form feed stands between slides. A page taller than the screen is printed whole. In the \
      place of a demo stands its alternative text.
      """)

  @OptionGroup var deck: DeckArgument
  @OptionGroup var look: LookOptions

  @Option(help: "The size of the screen, columns x rows.")
  var size: ScreenSize?

  @Option(help: "One slide, by its number, or one of its steps: 3 or 3.2.")
  var slide: SlideChoice?

  @Flag(help: "With colours, as terminal sequences.")
  var ansi = false

  @Flag(help: "As JSON: number, step, title, notes and rows of every slide.")
  var json = false

  @Flag(help: "The tree of the document instead of slides.")
  var tree = false

  @Flag(help: "As plain text for screen readers and braille, like `lectern linear`.")
  var linear = false

  @OptionGroup var reading: LinearOptions

  func run() throws {
    let look = try look.resolved()
    let source = try deck.source(look)
    let loaded = try DeckArgument.load(source, look)
    if linear {
      let number = try slide == nil ? nil : choices(loaded.deck, look).first?.0
      reading.print(loaded, look, slide: number)
    } else if tree {
      let whole = 0..<loaded.lines.bytes.count
      let tree = MarkdownReader(loaded.lines).document(in: whole).blocks.dump(loaded.lines)
      Output.print(tree.withVisibleControls)
    } else {
      var medium = look.medium(loaded, path: source.path)
      // Colours say nothing in plain text: what has them otherwise is told by signs.
      medium.hasColors = ansi && medium.hasColors
      try dump(loaded, medium, look)
    }
  }

  private func dump(_ loaded: LoadedDeck, _ medium: Medium, _ look: Look) throws {
    let choice = look.theme(loaded.deck, depth: .direct)
    look.complain(theme: choice)
    let choices = try choices(loaded.deck, look)
    // One after another: a deck may have more slides than there is memory for their frames.
    if json { Output.print("[") }
    for (place, (number, step)) in choices.enumerated() {
      let grid = frame(
        loaded.deck, medium, look, choice.theme, number: number, step: step)
      let slide = loaded.deck.slides[number - 1]
      let text = json ? description(slide, number, step, grid).text : text(of: grid)
      Output.print((place == 0 ? "" : json ? "," : "\u{C}") + text)
    }
    if json { Output.print("]\n") }
  }

  private func text(of grid: Grid) -> String {
    ansi ? FrameText(grid).ansi : grid.text + "\n"
  }

  /// Number and step of every frame that is to be printed.
  private func choices(_ deck: Deck, _ look: Look) throws -> [(Int, Int)] {
    guard let slide else {
      return deck.slides.enumerated().map { ($0 + 1, $1.lastStep) }
    }
    guard deck.slides.indices.contains(slide.number - 1) else {
      Output.complain(
        Phrase(
          "there is no slide \(slide.number), the deck has \(deck.slides.count)",
          "слайда \(slide.number) нет, всего их \(deck.slides.count)")(look.language(deck)))
      throw ExitCode(65)
    }
    let last = deck.slides[slide.number - 1].lastStep
    guard slide.step ?? 1 <= last + 1 else {
      Output.complain(
        Phrase(
          "slide \(slide.number) has no step \(slide.step ?? 0), it has \(last + 1)",
          "на слайде \(slide.number) нет шага \(slide.step ?? 0), всего их \(last + 1)")(
            look.language(deck)))
      throw ExitCode(64)
    }
    return [(slide.number, min(slide.step.map { $0 - 1 } ?? last, last))]
  }

  private func frame(
    _ deck: Deck, _ medium: Medium, _ look: Look, _ theme: Theme, number: Int, step: Int
  ) -> Grid {
    let size = size?.size ?? Size(rows: 24, columns: 80)
    let still = StillSlide(
      deck: deck, number: number, step: step, theme: theme, medium: medium,
      standIn: standIn(look.language(deck)))
    let grid = still.grid(size)
    return look.ascii ? Strokes.ascii(grid) : grid
  }

  private func description(_ slide: Slide, _ number: Int, _ step: Int, _ grid: Grid) -> JSON {
    .object([
      ("number", .integer(number)), ("step", .integer(step + 1)),
      ("steps", .integer(slide.lastStep + 1)), ("columns", .integer(slide.columnCount)),
      ("title", .string(slide.title?.plainText ?? "")),
      ("notes", .array(slide.notes.map { .string($0) })),
      ("demos", .array(slide.demos.map { .string($0.name) })),
      ("rows", .array((0..<grid.size.rows).map { .string(grid.text(ofRow: $0)) })),
    ])
  }
}

/// `3` or `3.2`, both counted from 1.
struct SlideChoice: ExpressibleByArgument {
  let number: Int
  let step: Int?

  init?(argument: String) {
    let parts = argument.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...2).contains(parts.count), let number = parts[0], number > 0 else { return nil }
    if parts.count == 2 {
      guard let step = parts[1], step > 0 else { return nil }
      self.step = step
    } else {
      step = nil
    }
    self.number = number
  }
}
