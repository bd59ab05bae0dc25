/// What stands on a slide, block by block, as lines of plain text.

import Decks
import Markup
import Typesetting
import Wording

struct LinearWriter {
  let language: Language
  /// Their numbers are their places.
  let footnotes: [String]
  let step: (Int) -> Int
  let slideOfAnchor: (String) -> Int?
  let demo: (DemoRequest) -> (name: String, words: [Block])
  var hasSteps = false
  private(set) var lines: [String] = []
  private var lastStep = 0

  init(
    language: Language, footnotes: [String], step: @escaping (Int) -> Int,
    slideOfAnchor: @escaping (String) -> Int?,
    demo: @escaping (DemoRequest) -> (name: String, words: [Block])
  ) {
    self.language = language
    self.footnotes = footnotes
    self.step = step
    self.slideOfAnchor = slideOfAnchor
    self.demo = demo
  }

  mutating func put(_ line: String) {
    lines.append(String(line.reversed().drop { $0 == " " }.reversed()))
  }

  func said(
    _ english: @autoclosure () -> PhraseKey, _ russian: @autoclosure () -> String
  ) -> String {
    language.words(english(), russian())
  }

  // MARK: Steps

  /// Tells that what follows comes with a key, where it is another step's than what went before.
  mutating func reach(_ offset: Int?) {
    guard hasSteps, let step = offset.map(step), step != lastStep else { return }
    lastStep = step
    let number = step + 1
    put(said("Step \(number):", "Шаг \(number):"))
  }

  // MARK: A slide

  mutating func add(_ slide: Slide) {
    for block in slide.backgrounds { addBackground(block) }
    add(slide.items)
    for (index, note) in slide.footnotes.enumerated() {
      let number = index + 1
      add(note.blocks, said("Footnote \(number)", "Сноска \(number)"))
    }
  }

  mutating func addNotes(_ slide: Slide) {
    guard !slide.notes.isEmpty else { return }
    put(said("Notes:", "Заметки:"))
    for note in slide.notes {
      for line in note.split(separator: "\n") where !line.allSatisfy({ $0 == " " }) {
        put(String(line))
      }
    }
    put(said("End of notes.", "Конец заметок."))
  }

  /// What stands above and below a slide is told where it changes.
  mutating func addFrame(_ style: SlideStyle, before: SlideStyle?) {
    if let header = style.header, header != before?.header, !header.isEmpty {
      put(said("Above the slide: ", "Над слайдом: ") + header)
    }
    if let footer = style.footer, footer != before?.footer, !footer.isEmpty {
      put(said("Below the slide: ", "Под слайдом: ") + footer)
    }
  }

  private mutating func addBackground(_ block: Block) {
    for image in block.inlines.flatMap({ $0 }).pictures where !image.source.hasPrefix("#") {
      put(said("In the background: ", "На фоне: ") + description(of: image))
    }
  }

  private mutating func add(_ items: [Item]) {
    for item in items {
      switch item.content {
      case .block(let block): add(block)
      case .demo(let request): add(request)
      case .columns(let columns): add(columns)
      case .sequence(let blocks): addSequence(blocks)
      case .space, .middle: break
      }
    }
  }

  private mutating func add(_ columns: Columns) {
    let filled = columns.columns.filter { !$0.isEmpty }
    guard filled.count > 1 else { return filled.forEach { add($0) } }
    for (index, items) in filled.enumerated() {
      let (number, count) = (index + 1, filled.count)
      put(said("Column \(number) of \(count):", "Колонка \(number) из \(count):"))
      add(items)
    }
    put(said("End of the columns.", "Конец колонок."))
  }

  private mutating func addSequence(_ blocks: [Block]) {
    for (index, block) in blocks.enumerated() {
      if index > 0 { put(said("Then, in its place:", "Затем на том же месте:")) }
      add(block)
    }
  }

  private mutating func add(_ request: DemoRequest) {
    reach(request.offset)
    let (name, words) = demo(request)
    let title = request.arguments.last { $0.key == "title" }?.value ?? name
    put(said("Demo: \(title)", "Демо: \(title)"))
    for block in words { add(block) }
    put(said("End of the demo.", "Конец демо."))
  }

  // MARK: Blocks

  /// Blocks that have a name: in its line where they are one paragraph, else between two lines.
  mutating func add(_ blocks: [Block], _ name: String) {
    reach(blocks.first?.range.lowerBound)
    if blocks.count == 1, case .paragraph(let text) = blocks[0].kind {
      return put(paragraph: name + ": " + self.text(of: text))
    }
    put(name + ":")
    for block in blocks { add(block) }
    put(said("End: \(name).", "Конец («\(name)»)."))
  }

  mutating func put(paragraph text: String) {
    for line in text.split(separator: "\n") { put(String(line)) }
  }

  mutating func add(_ block: Block) {
    reach(block.range.lowerBound)
    switch block.kind {
    case .heading(let level, let text):
      let words = self.text(of: text)
      put(said("Heading, level \(level): ", "Заголовок, уровень \(level): ") + words)
    case .paragraph(let text): addParagraph(text)
    case .code(let code): add(code)
    case .list(let list): add(list, depth: 1)
    case .quote(let blocks): add(blocks, said("Quote", "Цитата"))
    case .alert(let alert): add(alert)
    case .thematicBreak: put(said("Separator.", "Разделитель."))
    case .table(let table): add(table)
    case .html(let html): for line in html.split(separator: "\n") { put(String(line)) }
    }
  }

  /// A picture alone needs no brackets.
  private mutating func addParagraph(_ text: [Inline]) {
    if text.count == 1, case .image(let image) = text[0].kind {
      put(description(of: image))
    } else {
      put(paragraph: self.text(of: text))
    }
  }

  private mutating func add(_ alert: Alert) {
    let name = alert.kind.name(language)
    let title = text(of: alert.title)
    add(alert.blocks, title.isEmpty ? name : name + ", " + title)
  }
}
