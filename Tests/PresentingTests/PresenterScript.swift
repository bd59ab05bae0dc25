/// A presenter, the keys it is given, and what is then on the screen.

import Decks
import Markup
import Presenting
import Screen
import Typesetting
import Wording

let talk = """
  # Первый

  <!-- pause -->

  шаг

  ---

  # Второй

  ---

  # С демо

  слова

  ```demo timeline mode=seq
  ---
  вместо демо
  ```

  ---

  # Последний
  """

func presenter(
  _ text: String = talk, rows: Int = 24, columns: Int = 80, ascii: Bool = false,
  language: Language = .russian
) -> PresenterState {
  let deck = DeckBuilder.deck(SourceLines(text)).deck
  return PresenterState(
    deck: deck, size: Size(rows: rows, columns: columns), theme: .dark, language: language,
    medium: Medium(ascii: ascii))
}

/// Keys as they are typed: characters, and names in angle brackets.
func keys(_ script: String) -> [Key] {
  let names: [String: Key] = [
    "right": .right, "left": .left, "enter": .enter, "esc": .escape, "pgdn": .pageDown,
    "pgup": .pageUp, "home": .home, "end": .end, "bs": .backspace, "tab": .tab,
    "ctrl-c": .control("c"), "ctrl-z": .control("z"), "ctrl-l": .control("l"), "down": .down,
    "up": .up,
  ]
  var keys: [Key] = []
  var rest = Substring(script)
  while let first = rest.first {
    if first == "<", let end = rest.firstIndex(of: ">") {
      if let key = names[String(rest[rest.index(after: rest.startIndex)..<end])] {
        keys.append(key)
      }
      rest = rest[rest.index(after: end)...]
    } else {
      keys.append(.character(first))
      rest = rest.dropFirst()
    }
  }
  return keys
}

extension PresenterState {
  /// Types a script; returns every effect.
  mutating func type(_ script: String) -> [PresenterEffect] {
    keys(script).flatMap { handle(.pressed($0)) }
  }

  var place: String { "\(cursor.slide + 1).\(cursor.step + 1)" }

  /// The rows of the screen, without what is blank at their ends.
  var rows: [String] { (0..<frame.size.rows).map { frame.text(ofRow: $0) } }

  var frame: Grid {
    var canvas = self.canvas(ascii: false)
    draw(on: &canvas) { $0.put("демонстрация", at: .zero) }
    return canvas.grid
  }
}
