/// What is on the stage in a language that is a table.

import GoldenFrames
import Presenting
import Screen
import Testing
import Wording

@Suite struct `A third language` {
  private let german = Language(tag: "de") ?? .english

  @Test func `says what keys do, what is looked for, what was done`() {
    var state = presenter(language: german)
    _ = state.type("?")
    #expect(GoldenFrame.difference(state.frame, from: "help-german") == nil)
    _ = state.type("<esc>/zzz")
    #expect(state.rows.last?.contains("/zzz▏   nicht gefunden") == true)
    _ = state.type("<esc>m")
    #expect(state.rows.last?.contains("Lesezeichen auf Folie 1") == true)
    _ = state.type("oo")
    #expect(state.rows.last?.contains("1/4") == true)
  }

  @Test func `says it around notes, time, the overview and problems, too`() {
    var state = presenter(language: german)
    let screens = [
      "tS": ["seit 0:00", "Notizen", "keine zu dieser Folie"],
      "Se": ["Hinweise zur Datei", "Alles in Ordnung."], "<esc>o": ["Übersicht", "Pfeile, Enter"],
    ]
    for script in ["tS", "Se", "<esc>o"] {
      _ = state.type(script)
      for words in screens[script] ?? [] { #expect(state.frame.text.contains(words), "\(script)") }
    }
  }
}
