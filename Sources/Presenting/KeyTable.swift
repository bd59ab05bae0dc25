/// Which keys do what in this talk: the program's own table, or what a profile and somebody's own
/// choice have made of it.

import Screen
import Wording

/// A key, or two that are pressed one after the other: a chord.
package struct KeySequence: Hashable, Sendable {
  let first: Key
  let second: Key?

  init(_ first: Key, _ second: Key? = nil) {
    self.first = first
    self.second = second
  }

  /// As it is written in a file: `right`, `g n`.
  package var code: String { first.code + (second.map { " " + $0.code } ?? "") }

  package func name(_ language: Language, ascii: Bool = false) -> String {
    first.name(language, ascii: ascii)
      + (second.map { " " + $0.name(language, ascii: ascii) } ?? "")
  }
}

package struct KeyTable: Equatable, Sendable {
  struct Binding: Equatable, Sendable {
    let command: PresenterCommand
    var keys: [KeySequence]
  }

  /// In the order of the help page; also those that no key is left for.
  private(set) var bindings: [Binding]

  init(_ bindings: [Binding]) { self.bindings = bindings }

  package static let standard = KeyTable(
    KeyMap.bindings.map { Binding(command: $0.command, keys: $0.keys.map { KeySequence($0) }) })

  func keys(of command: PresenterCommand) -> [KeySequence] {
    bindings.first { $0.command == command }?.keys ?? []
  }

  func command(for key: Key) -> PresenterCommand? { command(for: KeySequence(key)) }

  func command(for sequence: KeySequence) -> PresenterCommand? {
    bindings.first { $0.keys.contains(sequence) }?.command
  }

  /// Whether a second key is waited for after this one.
  func beginsChord(_ key: Key) -> Bool {
    bindings.contains { $0.keys.contains { $0.first == key && $0.second != nil } }
  }

  /// Keys no demo ever gets: those that are no letters, and those of what must always be at hand.
  func isPresentersOwn(_ key: Key) -> Bool {
    guard case .character = key else { return key != .enter }
    let always: [PresenterCommand] = [.blank, .quit, .help, .goTo, .search]
    return command(for: key).map(always.contains) ?? false
  }
}

extension KeyTable {
  /// Every command as a file names it, with its keys and what it does.
  package var entries: [(name: String, keys: [String], help: Phrase)] {
    bindings.map { binding in
      let help = KeyMap.bindings.first { $0.command == binding.command }?.help
      return (binding.command.name, binding.keys.map(\.code), help ?? Phrase(""))
    }
  }
}

extension PresenterCommand {
  /// As a file names it: `show-all-steps`.
  var name: String {
    rawValue.reduce(into: "") { name, letter in
      name += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
    }
  }
}

extension PresenterState {
  var keyTable: KeyTable { ownKeys ?? .standard }

  /// The first of a command's keys as it is called on the screen; nil where it has none.
  func keyName(of command: PresenterCommand) -> String? {
    keyTable.keys(of: command).first?.name(language)
  }

  // MARK: Chords

  /// The second key of a chord, or whatever else is pressed instead of it: that one is lost, for
  /// nobody knows what was meant.
  mutating func finishChord(_ first: Key, _ key: Key) -> [PresenterEffect] {
    chord = nil
    if key == .control("c") { return obey(.quit, key) }
    if key == .escape { return [] }
    let typed = KeySequence(first, key)
    guard let command = keyTable.command(for: typed) else {
      let name = typed.name(language)
      notice = Phrase("no command has the keys \(name)", "нет команды с клавишами \(name)")(
        language)
      return []
    }
    return obey(command, key)
  }
}
