/// Finds everything the program says in its own source: English words with Russian ones beside them.

import Glibc

/// What is said somewhere.
package struct SaidPhrase: Hashable, Sendable {
  /// As a table names it: `slide {1} has no step {2}`, `error | errors`.
  package let template: String
  package let russian: String
  /// The folder below `Sources`.
  package let room: String
  package let file: String
}

package enum PhraseScanner {
  /// All of them, in the order of files and lines.
  package static func phrases(below sources: String) -> [SaidPhrase] {
    files(below: sources).sorted().flatMap { path -> [SaidPhrase] in
      let name = String(path.dropFirst(sources.count + 1))
      guard let text = contents(of: path) else { return [] }
      let room = String(name.prefix { $0 != "/" })
      return phrases(in: text).map {
        SaidPhrase(
          template: $0.template, russian: $0.russian, room: room, file: name)
      }
    }
  }

  /// Of one source text.
  package static func phrases(in text: String) -> [(template: String, russian: String)] {
    var source = SwiftText(text)
    return said(in: source.nodes()).map { (core(of: $0.0), core(of: $0.1)) }
      .filter { $0.0.contains { !" {}0123456789:;=,.+/".contains($0) } }
  }

  /// Without the blanks at its ends, which are nothing to translate.
  private static func core(of template: String) -> String {
    let words = template.drop { $0 == " " }
    let blanks = words.reversed().prefix { $0 == " " }.count
    return String(words.dropLast(blanks))
  }

  private static func said(in nodes: [SwiftNode]) -> [(String, String)] {
    nodes.flatMap { node -> [(String, String)] in
      switch node {
      case .word, .sign: []
      case .string(_, let holes): said(in: holes)
      case .group(let callee, let arguments): said(callee, arguments)
      }
    }
  }

  private static func said(_ callee: String, _ arguments: [[SwiftNode]]) -> [(String, String)] {
    if let plural = plural(arguments) {
      return [plural] + arguments.filter { phrase($0) == nil }.flatMap { said(in: $0) }
    }
    var found: [(String, String)] = []
    for (english, russian) in zip(arguments, arguments.dropFirst()) where !callee.isEmpty {
      let (words, others) = (strings(english), strings(russian))
      guard callee == "Phrase" || others.contains(where: isCyrillic) else { continue }
      found += words.enumerated().map { ($1, others.indices.contains($0) ? others[$0] : "") }
    }
    return found + arguments.flatMap { said(in: $0) }
  }

  // MARK: Plurals

  /// `one: Phrase("error", …), few: …, many: Phrase("errors", …)` is `error | errors`.
  private static func plural(_ arguments: [[SwiftNode]]) -> (String, String)? {
    guard let one = arguments.first(where: { label($0) == "one" }).flatMap(phrase),
      let many = arguments.first(where: { label($0) == "many" }).flatMap(phrase)
    else { return nil }
    return (one.0 + " | " + many.0, one.1 + " | " + many.1)
  }

  private static func label(_ argument: [SwiftNode]) -> String? {
    guard argument.count > 1, case .word(let label) = argument[0], case .sign(":") = argument[1]
    else { return nil }
    return label
  }

  /// A labelled argument that is one phrase and nothing else.
  private static func phrase(_ argument: [SwiftNode]) -> (String, String)? {
    guard argument.count == 3, label(argument) != nil,
      case .group("Phrase", let words) = argument[2], words.count == 2,
      let english = strings(words[0]).first, let russian = strings(words[1]).first
    else { return nil }
    return (english, russian)
  }

  private static func strings(_ nodes: [SwiftNode]) -> [String] {
    nodes.compactMap { if case .string(let text, _) = $0 { text } else { nil } }
  }

  private static func isCyrillic(_ text: String) -> Bool {
    text.unicodeScalars.contains { 0x400...0x4FF ~= $0.value }
  }
}

extension PhraseScanner {
  private static func files(below folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var files: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
      }
      let path = folder + "/" + name
      if name.hasPrefix(".") { continue }
      if name.hasSuffix(".swift") { files.append(path) } else { files += self.files(below: path) }
    }
    return files
  }

  private static func contents(of path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
