/// Lines over and under every slide: three parts, and variables in them.

import Decks
import Screen

extension Template {
  /// The parts at the left, in the middle and at the right of a width.
  package func line(
    width: Int, _ style: Style, value: (_ variable: String) -> String?
  ) -> Line {
    let parts = [left, center, right].map { Self.filled($0, value) }
    let middle = max(parts[0].columns + 1, (width - parts[1].columns) / 2)
    var text = parts[0]
    if !parts[1].isEmpty { text = text.padded(to: middle) + parts[1] }
    if !parts[2].isEmpty { text = text.padded(to: width - parts[2].columns) + parts[2] }
    return Line(text.fitted(to: max(0, width)), style)
  }

  /// `{author}` with what it stands for; `{{` and `}}` are braces, and what nobody knows stays as it
  /// is. Values are not read again: what looks like a variable in a title is none.
  package static func filled(_ text: String, _ value: (String) -> String?) -> String {
    var filled = ""
    var rest = text[...]
    while let place = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      let brace = rest[place]
      filled += rest[..<place]
      rest = rest[rest.index(after: place)...]
      if rest.first == brace {
        filled.append(brace)
        rest = rest.dropFirst()
      } else if brace == "{", let end = rest.firstIndex(of: "}"),
        let known = value(String(rest[..<end]))
      {
        filled += known
        rest = rest[rest.index(after: end)...]
      } else {
        filled.append(brace)
      }
    }
    return filled + rest
  }
}

extension DeckSettings {
  /// What a variable of a template stands for, of those that are the same on every slide.
  package func value(of variable: String) -> String? {
    switch variable {
    case "title": title ?? ""
    case "sub_title", "subtitle": subtitle ?? ""
    case "author", "authors": author ?? ""
    case "event": event ?? ""
    case "location": location ?? ""
    case "date": date ?? ""
    default: nil
    }
  }
}
