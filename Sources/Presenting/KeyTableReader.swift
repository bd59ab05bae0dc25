/// Commands with the keys somebody wants for them, laid over a profile and the program's own.
///
/// What is said further up counts: own keys in the order of the file, then the profile's, then the
/// program's. A key that two own lines want stays with the first of them, and that is told.

import Decks
import Markup
import Screen
import Wording

package struct KeyTableReader {
  package private(set) var table = KeyTable([])
  package private(set) var diagnostics: [Diagnostic] = []

  private enum Layer: Int { case own, profile, standard }

  /// A key somebody wants, and where that was said.
  private struct Wish {
    let command: PresenterCommand
    let sequence: KeySequence
    let layer: Layer
    let offset: Int
  }

  private var wishes: [Wish] = []
  private var granted: [Wish] = []
  /// Commands whose keys were named, so that those of the layers below are not theirs any more.
  private var named: [PresenterCommand: (layer: Layer, offset: Int)] = [:]

  package init(profile: KeyProfile?, keys: YAML?) {
    if let keys { readOwn(keys) }
    for (command, keys) in profile?.bindings ?? [] { add(command, keys, .profile) }
    for binding in KeyTable.standard.bindings { add(binding.command, binding.keys, .standard) }
    keepQuit()
    for wish in wishes { grant(wish) }
    table = KeyTable(
      KeyTable.standard.bindings.map { binding in
        KeyTable.Binding(
          command: binding.command,
          // Ctrl-C, which is granted first, stands behind the keys somebody chose.
          keys: granted.filter { $0.command == binding.command && $0.sequence != Self.last }
            .map(\.sequence) + (binding.command == .quit ? [Self.last] : []))
      })
    tellOfLosses()
  }

  /// The keys of a layer, where no layer above names the command.
  private mutating func add(
    _ command: PresenterCommand, _ keys: [KeySequence], _ layer: Layer, at offset: Int = 0
  ) {
    guard named[command] == nil else { return }
    named[command] = (layer, offset)
    wishes += keys.map { Wish(command: command, sequence: $0, layer: layer, offset: offset) }
  }

  // MARK: Reading

  private mutating func readOwn(_ keys: YAML) {
    guard case .mapping(let entries) = keys.kind else {
      if !keys.isNull {
        warn("keys: commands with their keys", "keys: нужны команды с клавишами", at: keys.offset)
      }
      return
    }
    diagnostics += keys.repeated
    let commands = PresenterCommand.allCases
    for (index, entry) in entries.enumerated() {
      guard let command = commands.first(where: { $0.name == entry.key }) else {
        diagnostics.append(
          .unknown(
            Phrase("command", "команда"), entry.key, among: commands.map(\.name), at: entry.offset))
        continue
      }
      // Of two lines for one command the last counts, as with all settings.
      guard !entries[(index + 1)...].contains(where: { $0.key == entry.key }) else { continue }
      read(command, entry)
    }
  }

  private mutating func read(_ command: PresenterCommand, _ entry: YAML.Entry) {
    named[command] = (.own, entry.offset)
    if entry.value.isNull { return }
    let values = entry.value.text == nil ? entry.value.elements : [entry.value]
    if case .mapping = entry.value.kind {
      warn(
        "\(entry.key): a key or a list of keys", "\(entry.key): нужна клавиша или список клавиш",
        at: entry.offset)
    }
    let sequences = values.map { (sequence($0), $0.offset) }
    for case (let sequence?, let offset) in sequences {
      wishes.append(Wish(command: command, sequence: sequence, layer: .own, offset: offset))
    }
    // Nobody who mistypes a key means that there is to be none.
    if !values.isEmpty, sequences.allSatisfy({ $0.0 == nil }) { named[command] = nil }
  }

  private mutating func sequence(_ value: YAML) -> KeySequence? {
    let text = value.text ?? value.words
    // A blank alone is the key itself.
    let parts = text == " " ? ["space"] : text.split(separator: " ").map(String.init)
    guard value.text != nil, (1...2).contains(parts.count) else {
      warn(
        "‘\(text)’ is neither a key nor two of them with a blank between",
        "«\(text)» — не клавиша и не две через пробел", at: value.offset)
      return nil
    }
    let keys = parts.map { Key(code: $0)?.latin }
    if let place = keys.firstIndex(where: { $0 == nil }) {
      let names = Key.codes + "abcdefghijklmnopqrstuvwxyz".map { "ctrl-" + String($0) }
      diagnostics.append(
        .unknown(Phrase("key", "клавиша"), parts[place], among: names, at: value.offset))
      return nil
    }
    if let key = keys.lazy.compactMap({ $0 }).first(where: { $0.twin != nil }), let twin = key.twin
    {
      warn(
        "a terminal sends ‘\(key.code)’ as \(twin.code): name that one",
        "терминал передаёт «\(key.code)» как \(twin.code): укажите эту клавишу", at: value.offset)
      return nil
    }
    return KeySequence(code: parts.joined(separator: " "))
  }

  // MARK: Granting

  /// One can always leave: Ctrl-C is nothing else's, and where no key is left for it `q` quits.
  private mutating func keepQuit() {
    if case (.own, let offset)? = named[.quit], !wishes.contains(where: { $0.command == .quit }) {
      warn(
        "quit cannot be without a key: q and ctrl-c are left to it",
        "без клавиши для выхода нельзя: остаются q и ctrl-c", at: offset)
      wishes.append(
        Wish(
          command: .quit, sequence: KeySequence(.character("q")), layer: .standard, offset: offset))
    }
    wishes.removeAll { $0.command == .quit && $0.sequence == Self.last }
    granted = [Wish(command: .quit, sequence: Self.last, layer: .own, offset: 0)]
  }

  private static let last = KeySequence(.control("c"))

  private mutating func grant(_ wish: Wish) {
    guard let problem = problem(of: wish) else { return granted.append(wish) }
    if problem.isTold { diagnostics.append(problem.diagnostic) }
  }

  /// Why a key cannot be had; only what somebody wrote is told of.
  private func problem(of wish: Wish) -> (diagnostic: Diagnostic, isTold: Bool)? {
    let (sequence, name) = (wish.sequence, wish.sequence.code)
    if sequence.holds(.control("c")) {
      return told(wish, "ctrl-c always quits", "ctrl-c — всегда выход")
    }
    if sequence.second != nil, sequence.holds(.escape) {
      return told(
        wish, "Esc ends a chord, it is in none",
        "Esc отменяет сочетание, поэтому ни в одно не входит")
    }
    if let other = granted.first(where: { $0.sequence == sequence }) {
      guard other.command != wish.command else { return (.warning(Phrase(""), at: 0), false) }
      return told(
        wish, "‘\(name)’ is a key of \(other.command.name) already",
        "клавиша «\(name)» уже занята командой \(other.command.name)")
    }
    return sequence.second == nil ? problem(ofKey: wish) : problem(ofChord: wish)
  }

  /// A key that begins a chord is nothing alone.
  private func problem(ofKey wish: Wish) -> (diagnostic: Diagnostic, isTold: Bool)? {
    let name = wish.sequence.code
    return granted.first {
      $0.sequence.second != nil && $0.sequence.first == wish.sequence.first
    }.map { chord in
      (
        .warning(
          Phrase(
            "‘\(name)’ begins ‘\(chord.sequence.code)’, so it is no key of \(wish.command.name)",
            "клавиша «\(name)» начинает сочетание «\(chord.sequence.code)» и команду \(wish.command.name) не вызывает"
          ),
          at: wish.layer == .own ? wish.offset : chord.offset),
        // Also where the program's own key is lost by it: one might not have thought of that.
        wish.layer == .own || chord.layer == .own
      )
    }
  }

  private func problem(ofChord wish: Wish) -> (diagnostic: Diagnostic, isTold: Bool)? {
    let (name, first) = (wish.sequence.code, wish.sequence.first)
    return granted.first { $0.sequence == KeySequence(first) }.map { alone in
      told(
        wish, "‘\(first.code)’ is a key of \(alone.command.name) and cannot begin ‘\(name)’",
        "клавиша «\(first.code)» вызывает команду \(alone.command.name) и не может начинать сочетание «\(name)»"
      )
    }
  }

  private func told(
    _ wish: Wish, _ english: PhraseKey, _ russian: String
  ) -> (diagnostic: Diagnostic, isTold: Bool) {
    (.warning(Phrase(english, russian), at: wish.offset), wish.layer == .own)
  }

  /// Commands that nobody meant to leave without a key.
  private mutating func tellOfLosses() {
    for binding in table.bindings where binding.keys.isEmpty && !binding.command.isOfConsole {
      let wanted = wishes.filter { $0.command == binding.command && $0.layer != .own }
      guard let first = wanted.first,
        let taker = granted.first(where: { $0.layer == .own && $0.sequence == first.sequence })
      else { continue }
      let name = binding.command.name
      warn(
        "\(name) has no key left", "у команды \(name) не осталось клавиш", at: taker.offset)
    }
  }

  private mutating func warn(_ english: PhraseKey, _ russian: String, at offset: Int) {
    diagnostics.append(.warning(Phrase(english, russian), at: offset))
  }
}

extension KeySequence {
  fileprivate func holds(_ key: Key) -> Bool { first == key || second == key }
}
