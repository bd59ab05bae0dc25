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
    if deck.utf8.allSatisfy(isPlain), deck.utf8.first != UInt8(ascii: "-") {
      return "lectern --resume " + deck
    }
    guard deck.withVisibleControls == deck else { return nil }
    return "lectern --resume -- '" + deck.replacing("'", with: "'\\''") + "'"
  }

  /// What no shell takes for anything else.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "a"..."z", "A"..."Z", "0"..."9", "/", ".", "_", "-", "+", ",", "@", "%": true
    default: false
    }
  }
}
