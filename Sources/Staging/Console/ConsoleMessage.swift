/// What shows and consoles say to each other: a JSON object a line, at most 64 KiB of it.
///
/// Every message has `"lectern": 1`, the version. A show tells a `RemoteTalk` whenever it changes; a
/// console says `{"hello": true}` first, and sends `{"key": "right"}`, as if it was pressed at the
/// show, or `{"slide": 12, "step": 1}`, both from 0. A show that has consoles enough says
/// `{"full": true}` to one more, and hangs up.

import Decks
import Machine
import Markup
import Presenting
import Screen
import Wording

/// What a console asks of a show.
package enum ConsoleCommand: Equatable, Sendable {
  case press(Key)
  case go(DeckCursor)
}

package enum ConsoleProtocol {
  package static let version = 1
  /// A line that is longer is not read on.
  package static let longest = Limits.consoleMessage

  // MARK: Commands

  package static func line(_ command: ConsoleCommand) -> String {
    switch command {
    case .press(let key): line([("key", .string(key.code))])
    case .go(let place): line([("slide", .integer(place.slide)), ("step", .integer(place.step))])
    }
  }

  /// What a console says first: whoever never says anything makes room for one that does.
  package static var hello: String { line([("hello", .bool(true))]) }

  package static func isMessage(_ line: String) -> Bool { message(line) != nil }

  /// What a show says, before it hangs up, to a console it has no place for.
  package static var full: String { line([("full", .bool(true))]) }

  /// Why the show is not heard, where it is a message that says so: for one, a version that is not
  /// understood here.
  package static func refusal(_ line: String) -> ConsoleRefusal? {
    guard let message = JSON(text: line), let spoken = message["lectern"]?.whole else { return nil }
    if spoken != version { return .foreign }
    return message["full"]?.isTrue == true ? .full : nil
  }

  package static func command(_ line: String) -> ConsoleCommand? {
    guard let message = message(line) else { return nil }
    if let key = message["key"]?.word.flatMap(Key.init(code:)) { return .press(key) }
    return place(message).map { .go($0) }
  }

  /// Nothing that is told is believed to be a number one can count with.
  private static func place(_ message: JSON) -> DeckCursor? {
    guard let slide = count(message["slide"]), let step = message["step"]?.whole,
      (0..<100_000).contains(step)
    else { return nil }
    return DeckCursor(slide: slide, step: step)
  }

  /// Slides, and seconds.
  private static func count(_ value: JSON?) -> Int? {
    value?.whole.flatMap { (0..<10_000_000).contains($0) ? $0 : nil }
  }

  private static func line(_ members: [(String, JSON)]) -> String {
    JSON.object([("lectern", .integer(version))] + members).text + "\n"
  }

  private static func message(_ line: String) -> JSON? {
    guard let message = JSON(text: line), message["lectern"]?.whole == version else { return nil }
    return message
  }

  // MARK: Talks

  package static func line(_ talk: RemoteTalk) -> String {
    var members: [(String, JSON)] = [
      ("deck", .string(talk.deck)), ("dialect", .string(talk.dialect.rawValue)),
      ("short", .bool(talk.isShort)), ("revision", .integer(talk.revision)),
      ("language", .string(talk.language.tag)), ("slide", .integer(talk.place.slide)),
      ("step", .integer(talk.place.step)), ("cover", .string(talk.cover)),
      ("remark", .string(talk.remark)), ("spent", .integer(talk.spent)),
    ]
    if let slides = talk.slides { members.append(("slides", .integer(slides))) }
    if let text = talk.text { members.append(("text", .string(text))) }
    if let elapsed = talk.elapsed { members.append(("elapsed", .integer(elapsed))) }
    if let minutes = talk.minutes { members.append(("minutes", .number(minutes))) }
    if let demo = talk.demo {
      members.append(
        (
          "demo",
          .object([
            ("title", .string(demo.title)), ("status", .string(demo.status)),
            ("keys", .array(demo.keys.map { .string($0) })),
            ("own", .array(demo.ownKeys.map { .string($0.code) })),
          ])
        ))
    }
    return line(members)
  }

  package static func talk(_ line: String) -> RemoteTalk? {
    guard let message = message(line), let deck = message["deck"]?.word, let place = place(message)
    else { return nil }
    var talk = RemoteTalk(
      deck: deck, dialect: message["dialect"]?.word.flatMap { Dialect(rawValue: $0) } ?? .plain,
      isShort: message["short"]?.isTrue ?? false, revision: message["revision"]?.whole ?? 0,
      language: message["language"]?.word.flatMap { Language(tag: $0) } ?? .english,
      place: place)
    talk.slides = count(message["slides"])
    talk.text = message["text"]?.word
    talk.cover = message["cover"]?.word ?? ""
    talk.remark = message["remark"]?.word ?? ""
    talk.elapsed = count(message["elapsed"])
    talk.spent = count(message["spent"]) ?? 0
    talk.minutes = message["minutes"]?.decimal.flatMap { (0...100_000).contains($0) ? $0 : nil }
    talk.demo = message["demo"].map(demo)
    return talk
  }

  private static func demo(_ demo: JSON) -> RemoteTalk.Demo {
    RemoteTalk.Demo(
      title: demo["title"]?.word ?? "", status: demo["status"]?.word ?? "",
      keys: demo["keys"]?.values?.compactMap(\.word) ?? [],
      ownKeys: demo["own"]?.values?.compactMap { $0.word.flatMap(Key.init(code:)) } ?? [])
  }
}
