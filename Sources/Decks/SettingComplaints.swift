/// What is wrong with a setting, in the same words wherever settings are read.

import Markup
import Wording

extension Diagnostic {
  /// A word where others are wanted, and which of them it probably is.
  package static func unknown(
    _ what: Phrase, _ word: String, among known: [String], at offset: Int
  ) -> Diagnostic {
    let hint =
      word.utf8.count <= longestName ? nearestName(to: word.lowercased(), among: known) : nil
    let word = word.cut
    let list = known.joined(separator: ", ")
    // A long list is looked up where it is documented.
    let all = known.count <= 8 ? Phrase("; there are \(list)", "; есть \(list)") : Phrase("")
    return .warning(
      Phrase("unknown \(what) ‘\(word)’", "\(what(.russian)) «\(word)» не существует")
        + (hint == nil ? all : .perhaps(hint)), at: offset)
  }

  /// A value that is none of those there are.
  package static func notOne(
    of expected: String, _ key: String, _ value: YAML, hint: String? = nil, at offset: Int
  ) -> Diagnostic {
    let words = value.words.cut
    return .warning(
      Phrase(
        "\(key): ‘\(words)’ is none of \(expected)", "\(key): «\(words)»; допустимо: \(expected)")
        + .perhaps(hint), at: offset)
  }

  /// What another program would run, to show what comes of it.
  static func notRun(_ program: String, at offset: Int) -> Diagnostic {
    let program = program.cut
    return .warning(
      Phrase(
        "‘\(program)’ is not run here: what it prints is not shown",
        "«\(program)» здесь не запускается: его вывода не будет"), at: offset)
  }

  /// Nobody has typed a longer one by mistake.
  private static let longestName = 40

  /// A key that stands twice in a mapping.
  package static func twice(_ key: String, at offset: Int) -> Diagnostic {
    let key = key.cut
    return .warning(
      Phrase(
        "\(key) is given twice; the last one counts",
        "\(key) задано дважды; действует последнее значение"), at: offset)
  }
}

extension String {
  /// As much of it as a message has room for.
  fileprivate var cut: String { count > 60 ? prefix(60) + "…" : self }
}

extension YAML {
  /// Nothing, `null` or `~`: YAML's ways to say that there is no value.
  package var isNull: Bool { text.map { ["", "null", "~"].contains($0) } ?? false }

  /// Keys that stand more than once in a mapping.
  package var repeated: [Diagnostic] {
    entries.indices.compactMap { index in
      let entry = entries[index]
      return entries[..<index].contains { $0.key == entry.key }
        ? .twice(entry.key, at: entry.offset) : nil
    }
  }

  /// Reads a whole file. What is wrong with it is told as a warning: the rest is still good.
  package static func read(
    _ lines: SourceLines, mostKeys: Int
  ) -> (value: YAML?, problem: Diagnostic?) {
    let reader = YAMLReader(lines.bytes[...], at: 0, mostKeys: mostKeys)
    var problem = reader.problem
    problem?.severity = .warning
    return (reader.value, problem)
  }
}
