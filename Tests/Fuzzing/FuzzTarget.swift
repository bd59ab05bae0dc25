/// What is fuzzed: a name, and what is done with any bytes. A trap, a hang or a broken promise is a
/// finding.

import Decks
import DemoKit
import Demos
import Machine
import Markup
import Pictures
import Presenting
import Screen
import Staging
import Typesetting
import Wording

enum FuzzTarget: String, CaseIterable {
  case deck, frontmatter, fence, topology, console, keys, sanitizer, recording, picture

  func run(_ bytes: [UInt8]) {
    switch self {
    case .deck: Self.present(bytes)
    case .frontmatter:
      Self.present([255] + Array("---\n".utf8) + bytes + Array("\n---\n# A\n".utf8))
    case .fence: Self.readFence(bytes)
    case .topology: _ = try? Topology(text: String(decoding: bytes, as: UTF8.self))
    case .console: Self.talk(String(decoding: bytes, as: UTF8.self))
    case .keys: Self.press(bytes)
    case .sanitizer: Self.draw(String(decoding: bytes, as: UTF8.self))
    case .recording: Self.replay(String(decoding: bytes, as: UTF8.self))
    case .picture: _ = try? PictureDecoder.raster(of: bytes)
    }
  }

  // MARK: Decks

  /// The first byte chooses the dialect and the size; the rest is the deck.
  private static func present(_ bytes: [UInt8]) {
    guard let choice = bytes.first else { return }
    let dialects = Dialect.allCases
    let dialect = dialects[Int(choice) % dialects.count]
    let columns = [80, 20, 41, 140][Int(choice >> 4) % 4]
    let lines = SourceLines(Array(bytes.dropFirst()))
    let (deck, diagnostics) = DeckBuilder.deck(lines, as: choice == 255 ? nil : dialect)
    let told = (diagnostics + DeckReview.diagnostics(of: deck.slides)).map {
      $0.text(path: "d.md", lines: lines, .russian)
    }
    for text in told { expectHarmless(text) }
    for index in deck.slides.indices.prefix(40) {
      let grid = StillSlide(
        deck: deck, number: index + 1, step: deck.slides[index].lastStep, theme: .dark
      )
      .grid(Size(rows: 24, columns: columns))
      for row in 0..<min(grid.size.rows, 400) { expectHarmless(grid.text(ofRow: row)) }
    }
  }

  private static func readFence(_ bytes: [UInt8]) {
    let text = "```demo " + String(decoding: bytes, as: UTF8.self) + "\n```\n"
    let deck = DeckBuilder.deck(SourceLines(text), as: .plain).deck
    let catalog = DemoCatalog.shipped
    for request in deck.slides.flatMap(\.demos) {
      for error in catalog.problems(request.name, request.pairs).errors {
        precondition(!error.message(.english).isEmpty)
      }
    }
  }

  // MARK: Messages and keys

  private static func talk(_ text: String) {
    for line in text.split(separator: "\n").map(String.init) {
      if let command = ConsoleProtocol.command(line) {
        precondition(ConsoleProtocol.command(ConsoleProtocol.line(command)) == command)
      }
      if let talk = ConsoleProtocol.talk(line) {
        precondition(ConsoleProtocol.talk(ConsoleProtocol.line(talk)) == talk)
        expectHarmless(ConsoleProtocol.line(talk).filter { $0 != "\n" })
      }
    }
  }

  /// Any keys in any order leave a presentation that can be drawn.
  private static func press(_ bytes: [UInt8]) {
    let text =
      "# A\n\n- a [b](#b)\n\n<!-- pause -->\n\n- c\n\n---\n\n# B\n\n```c\nx\n```\n\n---\n\n# C\n"
    var state = PresenterState(
      deck: DeckBuilder.deck(SourceLines(text)).deck, size: Size(rows: 12, columns: 60),
      theme: .dark,
      language: .english)
    for (time, byte) in bytes.prefix(200).enumerated() {
      let message: PresenterMessage =
        switch byte {
        case 0x80: .elapsed(time)
        case 0x81: .resized(Size(rows: Int(bytes[0]) % 60, columns: Int(bytes[0])))
        case 0x82...0xFF:
          .pointed(
            Mouse(
              [.press, .wheelUp, .wheelDown][Int(byte) % 3],
              at: Point(row: Int(byte) % 70, column: Int(byte) % 90)))
        case 0..<0x1B: .pressed([.up, .down, .left, .right, .enter, .escape, .tab][Int(byte) % 7])
        default: .pressed(.character(Character(Unicode.Scalar(byte))))
        }
      _ = state.handle(message)
      var canvas = state.canvas(ascii: false)
      state.draw(on: &canvas)
    }
  }

  // MARK: Texts

  /// The one door through which text reaches cells.
  private static func draw(_ text: String) {
    var canvas = Canvas(Size(rows: 1, columns: 300))
    canvas.put(text, at: .zero)
    expectHarmless(canvas.grid.text(ofRow: 0))
    precondition(text.fitted(to: 20).columns <= 20)
    var bytes: [UInt8] = []
    for glyph in Glyphs(text) { glyph.append(to: &bytes) }
    expectHarmless(String(decoding: bytes, as: UTF8.self))
  }

  private static func replay(_ text: String) {
    guard let recording = DemoRecording(text: text) else { return }
    _ = DemoCatalog.shipped.entry(recording.demo)?.makeReplay(
      of: recording,
      DemoSetting(
        language: .english, ascii: false, topology: { Topology(root: Topology.Node(.machine)) }))
  }

  /// Nothing in it is a command to a terminal.
  private static func expectHarmless(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069:
        preconditionFailure("U+\(String(scalar.value, radix: 16)) reaches the terminal")
      default: break
      }
    }
  }
}
