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
    var pictures: ShelvedPictures
  }

  private let shelf: Lock<Shelf>
  private let used: UsedFiles?

  package init(
    deck path: String, lines: SourceLines, used: UsedFiles? = nil,
    keeping mostPixels: Int = 16_000_000
  ) {
    self.used = used
    shelf = Lock(Shelf(deck: path, lines: lines, pictures: ShelvedPictures(mostPixels)))
  }

  /// The deck was read again: its files may be others.
  package func replace(_ newer: SourceLines, deck: String? = nil) {
    shelf.withLock { shelf in
      shelf.deck = deck ?? shelf.deck
      shelf.lines = newer
      shelf.pictures.removeAll()
    }
  }

  package var pictures: PictureSource {
    PictureSource(ofSlides: { [self] in picture($0, at: $1, of: $2) })
  }

  private func picture(
    _ source: String, at offset: Int, of slide: Int
  ) -> PictureSource.Answer {
    if source.isAddress {
      return .missing(Phrase("pictures are not fetched", "картинки из сети не загружаются"))
    }
    let (deck, own) = shelf.withLock { ($0.deck, $0.lines.path(at: offset)) }
    let file = own ?? deck
    let folder = DeckFolder(ofDeck: deck, largest: PictureLimits.bytes, used: used)
    let path = folder.locate(source, from: file) ?? source
    if let known = shelf.withLock({ $0.pictures.answer(for: path, of: slide) }) { return known }
    switch folder.read(source, from: file) {
    case .failure(let failure): return put(.missing(failure.phrase), path, slide)
    case .success(let bytes):
      do {
        let header = try PictureDecoder.header(of: bytes)
        guard shelf.withLock({ $0.pictures.grants(path, header.width * header.height, slide) })
        else {
          return .tooManyPixels
        }
        return put(.raster(try PictureDecoder.raster(of: bytes)), path, slide)
      } catch {
        return put(.missing(error.phrase), path, slide)
      }
    }
  }

  private func put(
    _ answer: PictureSource.Answer, _ path: String, _ slide: Int
  ) -> PictureSource.Answer {
    shelf.withLock { $0.pictures.put(answer, path, of: slide) }
    return answer
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
