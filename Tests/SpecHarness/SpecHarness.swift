/// `lectern-spec spec.txt…`: every example of the CommonMark or GFM specification through reading
/// and setting, at two widths; told is what is too wide and which words are lost.

import ArgumentParser
import Decks
import Foundation
import Markup
import Screen
import Typesetting

@main
struct SpecHarness: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lectern-spec",
    abstract: "Sets the examples of Markdown specifications and tells what is lost.",
    discussion: "The files are spec.txt of commonmark-spec and of cmark-gfm. Exit status 1: some.")

  @Argument(help: "The specifications' text files.")
  var files: [String]

  @Option(help: "Only this example, with its pages.")
  var example: Int?

  func run() throws {
    var failures = 0
    for file in files {
      let text = try String(contentsOfFile: file, encoding: .utf8)
      let examples = SpecExample.all(in: text).filter { example == nil || $0.number == example }
      for one in examples { failures += report(one) }
      print("\(file): \(examples.count) examples, \(failures) with something lost or too wide")
    }
    if failures > 0 { throw ExitCode(1) }
  }

  private func report(_ one: SpecExample) -> Int {
    let problems = [80, 20].flatMap { one.problems(columns: $0) }
    if example != nil { for columns in [80, 20] { print(one.page(columns: columns)) } }
    guard !problems.isEmpty else { return 0 }
    print("example \(one.number): \(one.markdown.debugDescription)")
    for problem in problems { print("  " + problem) }
    return 1
  }
}

/// A piece of Markdown and the HTML that it means.
struct SpecExample {
  let number: Int
  let markdown: String
  let html: String

  /// The examples stand in fences of 32 backticks, a line with a dot between their halves; tabs are
  /// written as arrows.
  static func all(in text: String) -> [SpecExample] {
    var examples: [SpecExample] = []
    var halves: [[Substring]]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(String(repeating: "`", count: 32)) {
        if let done = halves, done.count == 2 {
          examples.append(SpecExample(number: examples.count + 1, done))
          halves = nil
        } else {
          halves = [[]]
        }
      } else if line == ".", halves?.count == 1 {
        halves?.append([])
      } else if let last = halves?.indices.last {
        halves?[last].append(line)
      }
    }
    return examples
  }

  private init(number: Int, _ halves: [[Substring]]) {
    self.number = number
    let text = { (lines: [Substring]) in
      lines.joined(separator: "\n").replacingOccurrences(of: "→", with: "\t") + "\n"
    }
    markdown = text(halves[0])
    html = text(halves[1])
  }

  // MARK: Pages

  /// All the rows of all the slides.
  private func lines(columns: Int) -> [Line] {
    let deck = DeckBuilder.deck(SourceLines(markdown), as: .plain).deck
    let setter = Typesetter(theme: .dark, medium: Medium(hasColors: false))
    return deck.slides.enumerated().flatMap { index, slide -> [Line] in
      let page = setter.page(
        for: slide, isFirst: false, in: Size(rows: 400, columns: columns))
      let pieces = page.pieces.sorted {
        ($0.origin.row, $0.origin.column) < ($1.origin.row, $1.origin.column)
      }
      // Large letters are drawn, not written.
      return [Line(slide.title?.plainText ?? "", .plain)].filter { $0.width <= columns }
        + page.header
        + pieces.compactMap { piece in
          guard case .line(let line) = piece.content else { return nil }
          return Line(String(repeating: " ", count: piece.origin.column)) + line
        }
    }
  }

  func page(columns: Int) -> String {
    lines(columns: columns).map { "|" + $0.text }.joined(separator: "\n")
  }

  func problems(columns: Int) -> [String] {
    let lines = lines(columns: columns)
    let wide = lines.filter { $0.width > columns }
      .map { "\(columns) columns: \($0.width) in \($0.text.debugDescription)" }
    let page = Self.letters(lines.map(\.text).joined())
    let lost = Self.words(html).filter { !page.contains(Self.letters($0)) }
    return wide + (lost.isEmpty ? [] : ["\(columns) columns: lost \(lost)"])
  }

  private static func letters(_ text: String) -> String {
    // A struck word has a stroke on every letter.
    String(text.unicodeScalars.filter { $0.value != 0x336 }.map(Character.init))
      .filter { $0.isLetter || $0.isNumber }
  }

  /// The words a browser would show.
  private static func words(_ html: String) -> [String] {
    var text = html
    for mute in ["script", "style"] {
      text = text.removing(from: "<" + mute, to: "</" + mute + ">")
    }
    text = text.removing(from: "<!--", to: "-->")
    // One example has tags in an attribute.
    text = text.removing(from: "<a foo=", to: "/>").removing(from: "<", to: ">")
    return Entities.replacing(in: text)
      .split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}

extension String {
  /// Without the pieces between two marks, and the marks.
  fileprivate func removing(from start: String, to end: String) -> String {
    var kept = ""
    var rest = self[...]
    while let open = rest.range(of: start) {
      kept += rest[..<open.lowerBound] + " "
      guard let close = rest.range(of: end, range: open.upperBound..<rest.endIndex) else {
        return kept
      }
      rest = rest[close.upperBound...]
    }
    return kept + rest
  }
}
