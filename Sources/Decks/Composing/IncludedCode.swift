/// Code from files beside the deck: whole, by line numbers, or by the name of a region.

import Markup
import Wording

extension DeckText {
  /// A fence that names a file (presenterm, lookatme: ```` ```file ````, `path:`) with the file's
  /// lines in it; any other as it is.
  func included(_ code: CodeBlock, _ diagnostics: inout [Diagnostic]) -> CodeBlock {
    let attributes = CodeAttributes(info: code.info)
    if attributes.language.isTerminal { return command(of: code) }
    if dialect == .lookatme, attributes.language == "qrcode-ex" { return address(of: code) }
    if dialect == .slides, code.isFenced { return withoutCommand(code, &diagnostics) }
    guard code.isFenced, attributes.language == "file", let first = code.lines.first else {
      return code
    }
    let settings = YAMLReader(Array(code.text.utf8)[...], at: first.offset).value
    guard let path = settings?["path"]?.text else { return code }
    // Nothing is run: what only changes signs leaves the file to be shown, what picks lines from it does
    // not.
    if let filter = settings?["transform"]?.text {
      diagnostics.append(.notRun(filter, at: first.offset))
      let program = String(filter.trimmed.prefix { $0 != " " })
      if !["sed", "tr", "expand", "unexpand"].contains(program) {
        return command("\(filter) < \(path)", code)
      }
    }
    guard let text = file(path, at: first.offset, &diagnostics) else { return missing(path, code) }
    let from = settings?["start_line"]?.integer ?? settings?[path: "lines", "start"]?.integer
    let to = settings?["end_line"]?.integer ?? settings?[path: "lines", "end"]?.integer
    let language = settings?["language"]?.text ?? settings?["lang"]?.text ?? path.fileExtension
    // lookatme counts lines from 0, and names the first that is left out
    let isFromZero = settings?["lines"] != nil
    var included = code
    let start = max(0, min(from ?? 1, 1 << 24)) + (isFromZero ? 1 : 0)
    included.lines = text.lines(from: start, to: to, at: first.offset)
    included.info = language + code.info.dropFirst(4)
    if included.lines.isEmpty, !text.isEmpty {
      let count = text.lines(from: 1, to: nil, at: 0).count
      diagnostics.append(
        .warning(
          Phrase(
            "\(path) has no such lines, only \(count)", "в \(path) нет таких строк, их \(count)"),
          at: first.offset))
      return missing(path, code)
    }
    return included
  }

  private func withoutCommand(_ code: CodeBlock, _ diagnostics: inout [Diagnostic]) -> CodeBlock {
    let plain = code.withoutCommand
    if plain != code, let first = code.lines.first {
      diagnostics.append(.notRun(String(code.command), at: first.offset))
    }
    return plain
  }

  /// lookatme's terminals, which run nothing here, show what they would run.
  private func command(of code: CodeBlock) -> CodeBlock {
    let settings = YAMLReader(Array(code.text.utf8)[...], at: code.infoOffset).value
    let words = settings?["command"]?.text ?? code.text
    var terminal = command(words, code)
    // What is typed into it is mostly what the slide is about.
    if let typed = settings?["init_text"]?.text, typed != words {
      terminal.lines += typed.split(separator: "\n").map {
        SourceText(String($0), at: code.infoOffset)
      }
    }
    return terminal
  }

  /// What lookatme would draw in squares, in letters: where it leads, and what it is called.
  private func address(of code: CodeBlock) -> CodeBlock {
    let settings = YAMLReader(Array(code.text.utf8)[...], at: code.infoOffset).value
    guard let data = settings?["data"]?.text else { return code }
    var code = code
    code.info = ""
    code.lines = [data, settings?["caption"]?.text].compactMap(\.self)
      .flatMap { $0.split(separator: "\n") }.map { SourceText(String($0), at: code.infoOffset) }
    return code
  }

  private func command(_ words: String, _ code: CodeBlock) -> CodeBlock {
    var code = code
    code.lines = words.split(separator: "\n").map { SourceText("$ " + $0, at: code.infoOffset) }
    code.info = "console"
    return code
  }

  /// Slidev: `@/path.ts#region {2-3|5}`.
  func snippet(
    _ path: String, _ rest: String, at offset: Int, _ diagnostics: inout [Diagnostic]
  ) -> CodeBlock? {
    let parts = path.split(separator: "#", maxSplits: 1).map(String.init)
    let name = parts[0].hasPrefix("@/") ? String(parts[0].dropFirst(2)) : parts[0]
    // The language may stand before the braces.
    let language = rest.prefix { $0.isLetter || $0.isNumber || $0 == "+" }
    let info =
      (language.isEmpty ? name.fileExtension : String(language)) + " "
      + rest.dropFirst(language.count)
    var code = CodeBlock(info: info, isFenced: true, infoOffset: offset, lines: [])
    guard let text = file(name, at: offset, &diagnostics) else { return missing(name, code) }
    code.lines = text.lines(from: 1, to: nil, at: offset)
    if parts.count > 1 { code.lines = code.lines.region(parts[1]) }
    return code
  }

  private func missing(_ path: String, _ code: CodeBlock) -> CodeBlock {
    var code = code
    code.info = ""
    code.lines = [SourceText("▣ " + path, at: code.infoOffset)]
    return code
  }

  private func file(
    _ path: String, at offset: Int, _ diagnostics: inout [Diagnostic]
  ) -> String? {
    switch files.read(path, offset) {
    case .success(let bytes): return String(decoding: bytes, as: UTF8.self)
    case .failure(.unavailable): return nil
    case .failure(let failure):
      diagnostics.append(.error(failure.named(path), at: offset))
      return nil
    }
  }
}

extension DeckFiles.Failure {
  package var phrase: Phrase {
    switch self {
    case .notFound: Phrase("no such file", "нет такого файла")
    case .notAFile: Phrase("not a regular file", "не обычный файл")
    case .tooLarge: Phrase("file too large", "слишком большой файл")
    case .outside: Phrase("outside the deck's folder", "вне папки с файлом слайдов")
    case .unavailable: Phrase("not read", "не прочитано")
    }
  }

  /// The same with the name of the file before it.
  package func named(_ path: String) -> Phrase {
    Phrase(path + ": ") + phrase
  }
}

extension StringProtocol {
  /// lookatme's `terminal8` and `terminal-ex`.
  var isTerminal: Bool {
    guard hasPrefix("terminal") else { return false }
    let rest = dropFirst(8)
    return rest == "-ex" || !rest.isEmpty && rest.allSatisfy(\.isNumber)
  }
}

extension String {
  fileprivate var fileExtension: String {
    guard let dot = lastIndex(of: ".") else { return "" }
    return String(self[index(after: dot)...])
  }

  /// Lines by their numbers, from 1.
  fileprivate func lines(from first: Int, to last: Int?, at offset: Int) -> [SourceText] {
    var all = split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    if all.last?.isEmpty == true { all.removeLast() }
    let start = Swift.min(Swift.max(first - 1, 0), all.count)
    let end = Swift.max(start, Swift.min(last ?? all.count, all.count))
    return all[start..<end].map { SourceText(String($0), at: offset) }
  }
}

extension [SourceText] {
  /// The lines between `#region name` and the next `#endregion`.
  fileprivate func region(_ name: String) -> [SourceText] {
    guard
      let start = firstIndex(where: { line in
        line.text.holds("#region") && line.text.hasSuffix(name)
      })
    else { return self }
    let rest = self[index(after: start)...]
    return Array(rest.prefix { !$0.text.holds("#endregion") })
  }
}
