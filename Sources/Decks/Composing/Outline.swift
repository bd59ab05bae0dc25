/// What one slide has to know of the others: their titles, and how many of Pandoc's examples come
/// before it.

import Markup

struct Outline {
  struct Entry: Equatable {
    var title: String
    var level: Int
  }

  private(set) var entries: [Entry] = []
  private var slugs: Set<String> = []
  /// The numbers of Pandoc's examples that have a label.
  private(set) var examples: [String: Int] = [:]

  /// Whether a slide's title has these letters.
  func holds(_ slug: String) -> Bool { slugs.contains(slug) }

  /// Looks through the sections of a deck, and tells each how many examples come before it.
  init(_ sections: inout [Section], _ dialect: Dialect) {
    guard dialect.looksAround else { return }
    var count = 0
    for index in sections.indices {
      sections[index].examplesBefore = count
      for block in sections[index].blocks { countExamples(in: block, &count) }
      add(sections[index])
    }
  }

  init() {}

  private mutating func add(_ section: Section) {
    let matter = section.matter
    if matter?["hide"]?.bool == true || matter?["disabled"]?.bool == true { return }
    for block in section.blocks {
      guard case .heading(let level, let inlines) = block.kind else { continue }
      let title = inlines.withoutAttributes.plainText.trimmedBlanks
      slugs.insert(title.slug)
      if matter?["hideInToc"]?.bool != true, !title.isEmpty {
        entries.append(Entry(title: title, level: level))
      }
      return
    }
    if let title = matter?["title"]?.text { entries.append(Entry(title: title, level: 1)) }
  }

  private mutating func countExamples(in block: Block, _ count: inout Int) {
    for child in block.children { countExamples(in: child, &count) }
    guard case .paragraph(let inlines) = block.kind else { return }
    for label in inlines.exampleLabels ?? [] {
      count += 1
      if !label.isEmpty, examples[label] == nil { examples[label] = count }
    }
  }
}

extension Dialect {
  /// Others have nothing that leads from slide to slide but links.
  fileprivate var looksAround: Bool {
    [.pandoc, .patat, .presenterm, .slidev].contains(self)
  }
}
