/// What is said when the program crashes, once the terminal is as it was: written down beforehand.

import Ncurses
import Screen
import Wording

enum CrashNote {
  /// `command` goes on where the talk broke off; nil where nothing does.
  static func prepare(_ language: Language, command: String? = nil) {
    let mark = "\u{1}"
    let words =
      command.map { command in
        Phrase(
          "crashed (\(mark)); the talk goes on with: \(command)",
          "сбой (\(mark)); доклад продолжит: \(command)")
      } ?? Phrase("crashed (\(mark))", "сбой (\(mark))")
    let parts = words(language).split(separator: "\u{1}", maxSplits: 1).map {
      String($0).withVisibleControls
    }
    NcursesTerminal.explainCrashes(before: "lectern: " + parts[0], after: parts[1])
  }

  /// A shell's words for a deck; nil where they cannot be shown.
  static func command(resuming deck: String) -> String? {
    let isPlain =
      deck.utf8.allSatisfy { plain.contains($0) } && deck.utf8.first != UInt8(ascii: "-")
    if isPlain { return "lectern --resume " + deck }
    guard deck.withVisibleControls == deck else { return nil }
    return "lectern --resume -- '" + deck.replacing("'", with: "'\\''") + "'"
  }

  private static let plain = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-+,@%".utf8)
}
