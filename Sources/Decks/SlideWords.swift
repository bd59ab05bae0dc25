/// The words of a slide, for whoever looks for some.

import Markup

extension Slide {
  /// What is on it, line by line: title, text, code, tables, what stands for demos, footnotes.
  package var words: String {
    let notes = footnotes.flatMap(\.blocks)
    let alternatives = demos.flatMap(\.alternative)
    let texts = (blocks + notes + alternatives).flatMap(\.words)
    return ([title?.plainText ?? ""] + texts).reduce(into: "") { $0.append($1 + "\n") }
  }
}

extension Block {
  fileprivate var words: [String] {
    switch kind {
    case .code(let code): [code.text]
    case .list, .quote: children.flatMap(\.words)
    case .alert(let alert): [alert.title.plainText] + alert.blocks.flatMap(\.words)
    case .heading, .paragraph, .table: inlines.map(\.plainText)
    case .thematicBreak, .html: []
    }
  }
}
