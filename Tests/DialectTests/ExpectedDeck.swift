/// What a deck of another program is to become: counted by hand and, where it could be had, with
/// the program itself. The remarks in the files tell how.

import Foundation
import Testing

struct ExpectedDeck: Decodable, Sendable, CustomTestStringConvertible {
  let file: String
  let dialect: String
  let slides: Int
  let steps: [Int]
  let titles: [String?]
  let columns: [String: Int]
  /// Words that are on no screen: orders, notes, settings.
  let hidden: [String]
  /// Words that are on some screen.
  let shown: [String]
  /// Words of the speaker's notes by the number of the slide.
  let notes: [String: Words]
  var folder = ""

  private enum CodingKeys: CodingKey {
    case file, dialect, slides, steps, titles, columns, hidden, shown, notes
  }

  /// One word or several.
  struct Words: Decodable, Sendable {
    let list: [String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      list = try (try? container.decode([String].self)) ?? [container.decode(String.self)]
    }
  }

  var testDescription: String { folder + "/" + file }
  var path: String { Self.root + "/" + folder + "/" + file }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Decks"

  static let all: [ExpectedDeck] = {
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    return folders.sorted().flatMap { folder -> [ExpectedDeck] in
      let file = URL(fileURLWithPath: root + "/" + folder + "/expected.json")
      guard let data = try? Data(contentsOf: file),
        let decks = try? JSONDecoder().decode([ExpectedDeck].self, from: data)
      else { return [] }
      return decks.map { deck in
        var deck = deck
        deck.folder = folder
        return deck
      }
    }
  }()
}
