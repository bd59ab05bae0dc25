/// YAML as decks use it: a small tree of texts, lists and mappings that know where they stand.

/// A value and the byte of the source where it begins. Anchors, aliases and tags are refused: they
/// could grow without bound.
package struct YAML: Equatable, Sendable {
  package struct Entry: Equatable, Sendable {
    package var key: String
    package var value: YAML
    /// The byte of the source where the key begins.
    package var offset: Int
  }

  package indirect enum Kind: Equatable, Sendable {
    case scalar(String)
    case sequence([YAML])
    case mapping([Entry])
  }

  package var kind: Kind
  package var offset: Int

  package init(_ kind: Kind, at offset: Int) {
    self.kind = kind
    self.offset = offset
  }

  /// The text of a scalar; nil for anything else.
  package var text: String? {
    if case .scalar(let text) = kind { text } else { nil }
  }

  package var entries: [Entry] {
    if case .mapping(let entries) = kind { entries } else { [] }
  }

  package var elements: [YAML] {
    if case .sequence(let elements) = kind { elements } else { [] }
  }

  package subscript(key: String) -> YAML? { entries.last { $0.key == key }?.value }

  /// The value at the end of a path of keys.
  package subscript(path keys: String...) -> YAML? {
    keys.reduce(Optional(self)) { $0?[$1] }
  }

  /// A scalar, or the scalars of a list with commas between them: names of people, say.
  package var words: String {
    switch kind {
    case .scalar(let text): text
    case .sequence(let elements): elements.map(\.words).joined(separator: ", ")
    case .mapping(let entries): entries.map(\.value.words).joined(separator: ", ")
    }
  }

  /// People or institutions: of one that is told in detail, the name.
  package var people: String {
    switch kind {
    case .scalar(let text): text
    case .sequence(let elements): elements.map(\.people).joined(separator: ", ")
    case .mapping: self["name"]?.fullName ?? words
    }
  }

  /// `Ada Lovelace`, or its parts.
  private var fullName: String {
    guard let family = self["family"]?.words else { return words }
    return [self["given"]?.words, family].compactMap(\.self).joined(separator: " ")
  }

  /// Where people who are told in detail come from, each place once.
  package var affiliations: String? {
    let people = elements.isEmpty ? [self] : elements
    let places = people.compactMap { ($0["affiliation"] ?? $0["affiliations"]) }
      .flatMap { $0.elements.isEmpty ? [$0] : $0.elements }.map(\.people)
    let unique = places.enumerated().filter { !places[..<$0.offset].contains($0.element) }
    return unique.isEmpty ? nil : unique.map(\.element).joined(separator: ", ")
  }

  package var bool: Bool? {
    switch text?.lowercased() {
    case "true", "yes", "on": true
    case "false", "no", "off": false
    default: nil
    }
  }

  package var integer: Int? { text.flatMap { Int($0) } }
}
