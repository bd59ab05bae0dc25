/// Pictures of a deck: found beside it, decoded once, kept for as long as they are likely to be
/// shown again.

import Decks
import Machine
import Markup
import Pictures
import Screen
import Typesetting
import Wording

package final class PictureShelf: Sendable {
  private struct Shelf {
    var deck: String
    var lines: SourceLines
    /// The pictures last asked for, by their real paths; the last one is the newest.
    var known: [(path: String, answer: PictureSource.Answer)] = []
  }

  private let shelf: Lock<Shelf>
  private let used: UsedFiles?

  /// As many as an overview shows at once, as far as they are no larger than screens.
  private static let (most, mostPixels) = (256, 16_000_000)

  package init(deck path: String, lines: SourceLines, used: UsedFiles? = nil) {
    self.used = used
    shelf = Lock(Shelf(deck: path, lines: lines))
  }

  /// The deck was read again: its files may be others.
  package func replace(_ newer: SourceLines, deck: String? = nil) {
    shelf.withLock { $0 = Shelf(deck: deck ?? $0.deck, lines: newer) }
  }

  package var pictures: PictureSource {
    PictureSource { [self] source, offset in picture(source, at: offset) }
  }

  private func picture(_ source: String, at offset: Int) -> PictureSource.Answer {
    if source.isAddress {
      return .missing(Phrase("pictures are not fetched", "картинки из сети не загружаются"))
    }
    let (deck, own) = shelf.withLock { ($0.deck, $0.lines.path(at: offset)) }
    let file = own ?? deck
    let folder = DeckFolder(ofDeck: deck, largest: PictureLimits.bytes, used: used)
    let path = folder.locate(source, from: file) ?? source
    if let known = shelf.withLock({ $0.known.first { $0.path == path }?.answer }) { return known }
    let answer = Self.answer(to: folder.read(source, from: file), source)
    shelf.withLock { shelf in
      shelf.known.append((path, answer))
      var pixels = shelf.known.reduce(0) { $0 + $1.answer.pixels }
      while shelf.known.count > 1, pixels > Self.mostPixels || shelf.known.count > Self.most {
        pixels -= shelf.known.removeFirst().answer.pixels
      }
    }
    return answer
  }

  private static func answer(
    to bytes: Result<[UInt8], DeckFiles.Failure>, _ source: String
  ) -> PictureSource.Answer {
    switch bytes {
    case .failure(let failure): return .missing(failure.phrase)
    case .success(let bytes):
      do {
        return .raster(try PictureDecoder.raster(of: bytes))
      } catch {
        return .missing(error.phrase)
      }
    }
  }
}

extension PictureSource.Answer {
  fileprivate var pixels: Int {
    if case .raster(let raster) = self { raster.pixels.count } else { 0 }
  }
}

extension PictureError {
  package var phrase: Phrase {
    switch self {
    case .unknownFormat: Phrase("no picture (PNG or JPEG)", "не картинка (PNG или JPEG)")
    case .unsupported(let name):
      Phrase(
        "\(Phrase.picture(name)) is not shown, PNG and JPEG are",
        "\(Phrase.picture(name).russian) не показывается, только PNG и JPEG")
    case .truncated: Phrase("the file ends too early", "файл обрывается")
    case .tooManyBytes: Phrase("file too large", "слишком большой файл")
    case .tooLarge(let width, let height):
      Phrase(
        "\(width)×\(height) pixels are too many", "\(width)×\(height) точек — слишком много")
    case .broken(let why): Phrase("broken: ", "файл испорчен: ") + .picture(why)
    }
  }
}

extension String {
  /// `https://…` and the like; a path may hold colons, but not with two slashes after them.
  package var isAddress: Bool {
    let scheme = prefix { $0.isLetter }
    let rest = dropFirst(scheme.count)
    return scheme == "data" && rest.hasPrefix(":") || rest.hasPrefix("://") || hasPrefix("//")
  }
}
