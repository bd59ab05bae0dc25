/// The configuration as it is without a file: every key with what it may be, every command with its
/// keys. It parses cleanly and changes nothing.

import Presenting
import Wording

package enum DefaultConfiguration {
  package static func text(_ language: Language) -> String {
    let width = commands.map { $0.text.count }.max() ?? 0
    let keys = commands.map { command in
      let air = String(repeating: " ", count: width - command.text.count)
      return command.text + air + "  # " + command.help(language) + "\n"
    }
    return (language == .russian ? russian : english) + keys.joined()
  }

  // A file is no phrase: it is in one of two languages.
  private static let english = """
    # The configuration of lectern, as it is without this file: `lectern config --path` tells where
    # it belongs, `lectern config --check` what is wrong with it. Lines that begin with # say nothing.
    # Options of the command line come before it, and so does what a deck says of theme, lang,
    # clicker and minutes.

    # The colours: `lectern themes` lists them, `lectern themes --preview` shows them. Without it,
    # dark or light as the terminal's ground is.
    # theme: dark

    # Words of demos, help and messages: en, ru or de. Without it, the locale's.
    # lang: en

    # The keys of another program: presenterm, patat, mdp, slides.
    # profile: presenterm

    # Whether the mouse is listened to.
    # mouse: true

    # What a clicker's PgDn does on a slide with a demo: next, start-then-next.
    clicker: next

    # The time of the talk in the foot line, from the start: off, elapsed, left.
    timer: off

    # How long talks are to take: 30, 1h30m, 45:00.
    # minutes: 45

    # Line art in ASCII; no colours; Cyrillic, Greek and many signs in two columns.
    ascii: false
    mono: false
    ambiguous-wide: false

    # Nothing moves that does not have to.
    reduced-motion: false

    # Values of demos that hold where a fence does not say; `all` is for all that have such a one.
    # `lectern demo` lists them.
    demos: {}
    #  timeline: {work: 1s}
    #  all: {ask: on}

    # Keys, command by command. `g n` is a chord: g, then n. A key that is named here is taken from
    # the command that has it otherwise; [] leaves a command without any. Ctrl-C always quits.
    keys:

    """

  private static let russian = """
    # Настройки lectern, какие они и без этого файла. Где ему лежать, скажет `lectern config --path`,
    # что в нём не так — `lectern config --check`. Строки, начатые с #, ничего не значат.
    # Параметры командной строки важнее этого файла; важнее его и то, что сказано о theme, lang,
    # clicker и minutes в файле слайдов.

    # Цвета: `lectern themes` перечисляет темы, `lectern themes --preview` показывает. Без этой
    # строки — dark или light, по фону терминала.
    # theme: dark

    # Язык демо, справки и сообщений: en, ru или de. Без этой строки — язык системы.
    # lang: ru

    # Клавиши другой программы: presenterm, patat, mdp, slides.
    # profile: presenterm

    # Слушать ли мышь.
    # mouse: true

    # Что делает PgDn кликера на слайде с демо: next, start-then-next.
    clicker: next

    # Время доклада в нижней строке с самого начала: off, elapsed, left.
    timer: off

    # Сколько длится доклад: 30, 1h30m, 45:00.
    # minutes: 45

    # Линии из ASCII; без цветов; кириллица, греческие буквы и многие знаки в две колонки.
    ascii: false
    mono: false
    ambiguous-wide: false

    # Не двигать ничего, что может стоять на месте.
    reduced-motion: false

    # Параметры демо, если во вставке их нет; all — для всех, у кого такой параметр есть.
    # Их перечисляет `lectern demo`.
    demos: {}
    #  timeline: {work: 1s}
    #  all: {ask: on}

    # Клавиши по командам. `g n` — сочетание: g, потом n. Клавиша, названная здесь, отбирается
    # у прежней команды; [] оставляет команду без клавиш. Ctrl-C — всегда выход.
    keys:

    """

  private static let commands = KeyTable.standard.entries.map { command in
    (
      text: "  \(command.name): [" + command.keys.map(quoted).joined(separator: ", ") + "]",
      help: command.help
    )
  }

  /// Signs mean something in YAML, letters and names of keys do not.
  private static func quoted(_ key: String) -> String {
    let isPlain = key.utf8.allSatisfy {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
    // `n` and `y` are words for yes and no, to some readers.
    return isPlain && !["n", "y", "N", "Y"].contains(key) && key != "-" ? key : "\"\(key)\""
  }
}
