/// Text that slides gives to a program: drawn by us where that makes letters of it, else as it is.

import Markup

extension SlideComposer {
  /// What slides would have figlet draw, in large letters of ours.
  mutating func composeBanner(_ code: CodeBlock, _ block: Block) {
    let before = size
    defer { size = before }
    size = 3
    for line in code.withoutCommand.lines where !line.text.trimmed.isEmpty {
      let words = [Inline(.text(line.text.trimmed), at: line.offset)]
      append(.block(Block(.paragraph(words), block.range)))
    }
  }
}

extension CodeBlock {
  /// The program that slides would give the text to: named by the fence, or by one inside it.
  private var command: Substring {
    let words = hasInnerCommand ? lines[0].text.drop { $0 == "~" } : info[...]
    return words.prefix { $0 != " " }
  }

  var isBanner: Bool { isFenced && (command == "figlet" || command == "toilet") }

  private var hasInnerCommand: Bool {
    lines.count > 1 && lines[0].text.hasPrefix("~~~") && lines[lines.count - 1].text == "~~~"
  }

  /// Without the lines around the text that are for a program.
  var withoutCommand: CodeBlock {
    guard hasInnerCommand else { return self }
    var code = self
    code.lines = Array(lines.dropFirst().dropLast())
    return code
  }
}
