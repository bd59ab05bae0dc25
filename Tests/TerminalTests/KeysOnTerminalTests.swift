/// Every key of the table, typed on a real terminal; and the mouse, as terminals send it.

import Glibc
import TerminalHarness
import Testing

private let deck = """
  ---
  title: Доклад
  lang: ru
  minutes: 5
  ---
  # Первый слайд

  - раз [ссылка](#третий)

  <!-- pause -->

  - два

  <!-- notes: слово оратору -->

  ---

  # Второй

  ```python
  x = 'очень длинная строка, которая никак не помещается на экране в восемьдесят столбцов, вот'
  ```

  ---

  # Третий

  слова
  """

@Suite(.serialized) struct `The keys on a terminal` {
  @Test func `do what the help page says`() throws {
    try present(text: deck) { terminal in
      try terminal.wait { $0.contains("раз") && $0.contains("1/3") && !$0.contains("два") }
      for (keys, shown) in [
        ("s", "два"), ("h", "1/3"), ("l", "два"), ("\u{7F}", "1/3"), ("G", "3/3"), ("g", "1/3"),
        ("2G", "2/3"), (">", "›"), ("<", "2/3"), ("u", "1/3"), ("U", "2/3"), (":тр", "→ 3 Третий"),
        ("\r", "3/3"), ("m", "закладка на слайде 3"), ("g", "1/3"), ("'", "3/3"), ("o", "Обзор"),
        ("q", "3/3"), ("/раз", "1/1"), ("\u{1B}", "3/3"), ("?", "Клавиши"), ("\u{1B}", "Третий"),
        ("e", "Замечания к файлу"), ("\u{1B}", "Третий"), ("g", "1/3"), ("S", "слово оратору"),
        ("S", "1/3"), ("t", "прошло 0:0"), ("t", "ещё 4:5"), ("T", "ещё"), ("t", "1/3"), ("v", "▶"),
        ("v", "1/3"), ("x", "▌"), ("x", "1/3"), ("2G", "2/3"), ("z", "очень"), ("\u{1B}", "Второй"),
        ("a", "автопоказа здесь нет"), ("r", "2/3"), ("g", "1/3"), ("f", "3/3"), ("\u{C}", "3/3"),
      ] {
        try terminal.send(keys)
        try terminal.wait(for: "\(keys.debugDescription) to show \(shown)") { $0.contains(shown) }
      }
      try terminal.send("b")
      try terminal.wait { !$0.contains("3/3") }
      try terminal.send("bq")
      #expect(try terminal.waitForExit() == .exited(0))
    }
  }

  @Test func `are the same in the Russian layout`() throws {
    try present(text: deck) { terminal in
      try terminal.wait(forText: "1/3")
      try terminal.send("П")
      try terminal.wait(forText: "3/3")
      try terminal.send("щ")
      try terminal.wait(forText: "Обзор")
      try terminal.send("йй")
      #expect(try terminal.waitForExit() == .exited(0))
    }
  }

  @Test func `are joined by the mouse where that is wanted, and it is let go in the end`() throws {
    try present(["--mouse"], text: deck) { terminal in
      try terminal.wait(forText: "1/3")
      #expect(terminal.log.text.contains("\u{1B}[?1006;1000h"))
      // wheel down, twice; then the overview, and a press on its first slide
      try terminal.send("\u{1B}[<65;10;10M\u{1B}[<65;10;10M")
      try terminal.wait(forText: "2/3")
      try terminal.send("o")
      try terminal.wait(forText: "Обзор")
      try terminal.send("\u{1B}[<0;5;4M\u{1B}[<0;5;4m")
      try terminal.wait { $0.contains("1/3") && !$0.contains("Обзор") }
      try terminal.send("q")
      #expect(try terminal.waitForExit() == .exited(0))
      #expect(terminal.log.text.contains("\u{1B}[?1006;1000l"))
    }
  }

  @Test func `show slides one after the other in a kiosk`() throws {
    try present(["--kiosk", "--advance", "1"], text: "# A\n\n---\n\n# B\n") { terminal in
      try terminal.wait(forText: "1/2")
      try terminal.wait(forText: "2/2")
      try terminal.wait(forText: "1/2")
      try terminal.send("q\u{3}")
      #expect(try terminal.waitForExit() == .exited(0))
    }
  }
}
