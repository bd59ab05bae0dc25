/// Which key does what: the table that is obeyed and from which the help page is drawn.

import Screen
import Wording

enum PresenterCommand: String, CaseIterable, Sendable {
  case next, previous, first, last
  /// Whatever steps are left; the keys of other programs have them.
  case nextSlide, previousSlide, tenOn, tenBack
  case goTo, search, overview
  case back, forward
  case bookmark, nextBookmark
  case timer, restartTimer
  case spotlight, pointer, zoom, advance
  case notes, notesDown, notesUp
  case follow
  case panLeft, panRight
  case showAllSteps
  case help, blank, diagnostics
  case reload, redraw, suspend, quit
  /// Gives the arrows to the demo, or the floor to the next one.
  case focusDemo
  case dismiss
  /// The console's alone: how it shares out its room, and the end of the show from there.
  case consoleRoom, endShow

  var isOfConsole: Bool { self == .consoleRoom || self == .endShow }
}

struct KeyBinding: Sendable {
  let command: PresenterCommand
  let keys: [Key]
  let help: Phrase

  init(_ command: PresenterCommand, _ keys: [Key], _ english: PhraseKey, _ russian: String) {
    self.command = command
    self.keys = keys
    help = Phrase(english, russian)
  }
}

enum KeyMap {
  static let bindings: [KeyBinding] = [
    KeyBinding(
      .next,
      [
        .right, .down, .character(" "), .enter, .pageDown, .character("l"), .character("j"),
        .character("n"),
      ], "next", "дальше"),
    KeyBinding(
      .previous,
      [
        .left, .up, .backspace, .pageUp, .character("h"), .character("k"), .character("p"),
      ], "previous", "назад"),
    KeyBinding(.nextSlide, [], "next slide, all its steps left", "следующий слайд, минуя шаги"),
    KeyBinding(
      .previousSlide, [], "previous slide, from its first step", "предыдущий слайд, с начала"),
    KeyBinding(.tenOn, [], "ten slides on", "на десять слайдов вперёд"),
    KeyBinding(.tenBack, [], "ten slides back", "на десять слайдов назад"),
    KeyBinding(.first, [.character("g"), .home], "first slide", "первый слайд"),
    KeyBinding(.last, [.character("G"), .end], "last slide", "последний слайд"),
    KeyBinding(
      .goTo, [.character(":")], "go to number or title", "к номеру, к заголовку"),
    KeyBinding(.overview, [.character("o")], "overview", "обзор слайдов"),
    KeyBinding(.search, [.character("/")], "look for words", "найти слова"),
    KeyBinding(.back, [.character("u")], "back", "назад по истории"),
    KeyBinding(.forward, [.character("U")], "forward again", "вперёд по истории"),
    KeyBinding(.bookmark, [.character("m")], "bookmark", "закладка"),
    KeyBinding(.nextBookmark, [.character("'")], "next bookmark", "следующая закладка"),
    KeyBinding(
      .follow, [.character("f")], "follow a link", "перейти по ссылке"),
    KeyBinding(.panRight, [.character(">")], "code: to the right", "код: вправо"),
    KeyBinding(.panLeft, [.character("<")], "code: to the left", "код: влево"),
    KeyBinding(.showAllSteps, [.character("s")], "show all steps", "показать все шаги"),
    KeyBinding(.blank, [.character("b"), .character(".")], "blank the screen", "погасить экран"),
    KeyBinding(.notes, [.character("S")], "notes below", "заметки внизу"),
    KeyBinding(.notesDown, [.control("d")], "notes: further down", "заметки: ниже"),
    KeyBinding(.notesUp, [.control("u")], "notes: further up", "заметки: выше"),
    KeyBinding(.spotlight, [.character("x")], "spotlight", "подсветить часть"),
    KeyBinding(.pointer, [.character("v")], "line pointer", "указка на строке"),
    KeyBinding(.zoom, [.character("z")], "one part alone", "часть во весь экран"),
    KeyBinding(.advance, [.character("a")], "slides by themselves", "автопоказ"),
    KeyBinding(.timer, [.character("t")], "time gone, left", "время доклада"),
    KeyBinding(.restartTimer, [.character("T")], "time from now on", "время — заново"),
    KeyBinding(.focusDemo, [.tab], "arrows to the demo", "отдать стрелки демо"),
    KeyBinding(.reload, [.character("r")], "read the deck again", "перечитать файл"),
    KeyBinding(
      .diagnostics, [.character("e")], "what is wrong", "замечания к файлу"),
    KeyBinding(.redraw, [.control("l")], "draw again", "перерисовать"),
    KeyBinding(.suspend, [.control("z")], "suspend to the shell", "приостановить"),
    KeyBinding(.help, [.character("?")], "this page", "эта страница"),
    KeyBinding(.dismiss, [.escape], "back to the slide", "вернуться к слайду"),
    KeyBinding(.quit, [.character("q"), .control("c")], "quit", "выход"),
    KeyBinding(
      .consoleRoom, [.control("t")], "console: room for notes, for slides",
      "пульт: больше места заметкам, слайдам"),
    KeyBinding(.endShow, [.character("Q")], "console: ends the show", "пульт: завершить показ"),
  ]

  /// Keys no demo ever gets: clickers send the blank ones.
  static func isPresentersOwn(_ key: Key) -> Bool {
    switch key {
    case .character(let letter): "b.q?:/".contains(letter)
    case .enter: false
    default: true
    }
  }
}

extension Key {
  /// The key's name on a help page; without arrows where they would be taken for other keys.
  package func name(_ language: Language, ascii: Bool = false) -> String {
    switch self {
    case .up where ascii: "Up"
    case .down where ascii: "Down"
    case .left where ascii: "Left"
    case .right where ascii: "Right"
    case .character(" "): Phrase("Space", "Пробел")(language)
    case .character(let letter): String(letter)
    case .control(let letter): "Ctrl-" + letter.uppercased()
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .home: "Home"
    case .end: "End"
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Delete"
    case .escape: "Esc"
    case .function(let number): "F\(number)"
    }
  }
}
