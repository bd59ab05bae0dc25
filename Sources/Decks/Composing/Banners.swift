/// Text that slides gives to a program: drawn by us where that makes letters of it, else as it is.

import Markup

extension SlideComposer {
  /// What slides would have figlet draw, in large letters of ours.
  mutating func composeBanner(_ code: CodeBlock, _ block: Block) {
    let before = size
    defer { size = before }
    size = 3
    for line in code.bannerLines {
      let words = [Inline(.text(line.text.trimmed), at: line.offset)]
      append(.block(Block(.paragraph(words), block.range)))
    }
  }
}

extension CodeBlock {
  /// The program that slides would give the text to, and what it is told: behind the fence, or behind
  /// one inside it.
  var command: Substring {
    (hasInnerCommand ? lines[0].text.drop { $0 == "~" } : info[...]).drop { $0 == " " }
  }

  var isBanner: Bool {
    isFenced && ["figlet", "toilet"].contains(command.prefix { $0 != " " })
  }

  /// The lines that are to be large; a program that reads none has its words in quotation marks.
  fileprivate var bannerLines: [SourceText] {
    let body = hasInnerCommand ? inner : lines[...]
    let told = body.filter { !$0.text.trimmed.isEmpty }
    guard told.isEmpty else { return told }
    let words = command.split(separator: "\"", omittingEmptySubsequences: false).dropFirst().first
    return words.map { [SourceText(String($0), at: infoOffset)] } ?? []
  }

  private var hasInnerCommand: Bool {
    lines.count > 1 && lines[0].text.hasPrefix("~~~")
      && lines.last { !$0.text.trimmed.isEmpty }?.text.trimmed == "~~~"
  }

  /// What stands between the lines of the inner fence.
  private var inner: ArraySlice<SourceText> {
    let end = lines.lastIndex { $0.text.trimmed == "~~~" } ?? lines.count
    return lines[1..<max(1, end)]
  }

  /// Without the lines around the text that are for a program. One that reads nothing is shown itself:
  /// nothing is run.
  var withoutCommand: CodeBlock {
    guard hasInnerCommand else { return self }
    var code = self
    code.lines = Array(inner)
    if code.lines.allSatisfy({ $0.text.trimmed.isEmpty }) {
      code.info = "console"
      code.lines = [SourceText("$ " + command, at: lines[0].offset)]
    }
    return code
  }
}
