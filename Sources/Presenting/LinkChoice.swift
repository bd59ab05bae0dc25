/// Links by the keyboard: those within the deck are followed, others are copied.

import Decks
import Markup
import Screen
import Typesetting
import Wording

extension PresenterState {
  /// Where the slide's words lead: addresses as they are numbered on it, then what they leave out.
  var linkTargets: [LinkTarget] {
    let destinations = slide.destinations
    let anchors = destinations.contains { $0.hasPrefix("#") } ? Anchors(of: deck) : nil
    return destinations.map { target(of: $0, anchors) }
  }

  func target(of destination: String) -> LinkTarget {
    target(of: destination, destination.hasPrefix("#") ? Anchors(of: deck) : nil)
  }

  private func target(of destination: String, _ anchors: Anchors?) -> LinkTarget {
    guard destination.hasPrefix("#") else { return .address(destination) }
    return anchors?.slideIndex(of: destination).map { .slide($0) } ?? .nowhere(destination)
  }

  /// One link is followed at once; of several the number is asked for.
  mutating func beginFollowing() -> [PresenterEffect] {
    guard mode == .slides else { return [] }
    let targets = linkTargets
    if targets.isEmpty {
      notice = Phrase("no links here", "ссылок здесь нет")(language)
    } else if targets.count == 1 {
      return follow(targets[0])
    } else {
      entry = .link("", targets)
    }
    return []
  }

  mutating func chooseLink(
    _ key: Key, _ typed: String, among targets: [LinkTarget]
  ) -> [PresenterEffect] {
    if let digit = key.latin.digit {
      let digits = typed + String(digit)
      entry = .link(digits, targets)
      // A further digit is waited for only where there are links with two.
      guard let number = Int(digits), number * 10 > targets.count else { return [] }
      return followChosen(digits, targets)
    }
    if key == .enter {
      if !typed.isEmpty { return followChosen(typed, targets) }
      return []
    }
    if key == .backspace, !typed.isEmpty {
      entry = .link(String(typed.dropLast()), targets)
      return []
    }
    return leaveEntry(with: key)
  }

  private mutating func followChosen(
    _ digits: String, _ targets: [LinkTarget]
  ) -> [PresenterEffect] {
    let number = Int(digits) ?? 0
    entry = nil
    guard targets.indices.contains(number - 1) else { return [] }
    return follow(targets[number - 1])
  }

  mutating func follow(_ target: LinkTarget) -> [PresenterEffect] {
    switch target {
    case .slide(let index): go(to: index + 1)
    case .nowhere(let name):
      notice = Phrase("there is no \(name)", "\(name): такого места нет")(language)
    case .address(let address):
      let plain = address.printable
      notice = Phrase("copied: \(plain)", "скопировано: \(plain)")(language)
      return [.copy(plain)]
    }
    return []
  }

  /// The links with their numbers, while one is chosen.
  func linkPrompt(
    _ targets: [LinkTarget], _ digits: String, typed: String, room: Int
  ) -> String {
    let names = targets.map { $0.name(in: deck) }
    return typed + LinkPrompt(names: names, digits: digits).text(room: room - typed.columns)
  }
}

extension String {
  /// What may be pasted anywhere: no line end, no control, and no more than an address holds.
  fileprivate var printable: String {
    String(
      String(unicodeScalars.filter { $0.value > 0x20 && !(0x7F..<0xA0).contains($0.value) }).prefix(
        2083))
  }
}

/// Where a link leads.
enum LinkTarget: Equatable {
  case slide(Int)
  case address(String)
  case nowhere(String)

  func name(in deck: Deck) -> String {
    switch self {
    case .slide(let index): "→ " + (deck.slides[index].title?.plainText ?? String(index + 1))
    case .address(let address), .nowhere(let address): address
    }
  }
}
