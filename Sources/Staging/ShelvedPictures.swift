/// The pictures that were decoded last, and what the slides take of them.

import Pictures
import Screen
import Typesetting
import Wording

struct ShelvedPictures {
  private struct Known {
    var answer: PictureSource.Answer
    /// Which of all it was when it was put here.
    let number: Int
    /// The slide that asked for it last.
    var slide: Int
  }

  /// The pictures of a slide that are decoded for it, and those that would be too much.
  private struct Claim {
    var pixels = 0
    var granted: Set<String> = []
    var refused: Set<String> = []
  }

  /// As many as an overview shows at once, as far as they are no larger than screens.
  private static let most = 256
  private let mostPixels: Int

  /// By their real paths.
  private var known: [String: Known] = [:]
  private var pixels = 0
  private var count = 0
  /// What slides have asked for so far, by the byte where they begin.
  private var claims: [Int: Claim] = [:]

  init(_ mostPixels: Int) { self.mostPixels = mostPixels }

  mutating func removeAll() { self = ShelvedPictures(mostPixels) }

  mutating func put(_ answer: PictureSource.Answer, _ path: String, of slide: Int) {
    forget(path)
    count += 1
    known[path] = Known(answer: answer, number: count, slide: slide)
    pixels += answer.pixels
    makeRoom(for: slide)
  }

  mutating func answer(for path: String, of slide: Int) -> PictureSource.Answer? {
    if claims[slide]?.refused.contains(path) == true { return .tooManyPixels }
    known[path]?.slide = slide
    return known[path]?.answer
  }

  private mutating func forget(_ path: String) {
    if let old = known.removeValue(forKey: path) { pixels -= old.answer.pixels }
  }

  /// The first pictures of a slide are decoded, as far as the limit goes.
  mutating func grants(_ path: String, _ pixels: Int, _ slide: Int) -> Bool {
    var claim = claims[slide, default: .init()]
    defer { claims[slide] = claim }
    if claim.granted.contains(path) { return true }
    guard claim.pixels + pixels <= PictureLimits.pixelsOfSlide else {
      claim.refused.insert(path)
      return false
    }
    claim.pixels += pixels
    claim.granted.insert(path)
    return true
  }

  /// Those of other slides go first. A slide's own are looked at time and again while it is set: where
  /// they are too much, the largest become smaller, which nobody sees, as they share a screen.
  private mutating func makeRoom(for slide: Int) {
    while pixels > mostPixels || known.count > Self.most {
      if let oldest = oldest(besides: slide) {
        forget(oldest)
      } else if pixels > mostPixels, let largest, let half = largest.value.answer.halved {
        pixels -= largest.value.answer.pixels - half.pixels
        known[largest.key]?.answer = half
      } else {
        break
      }
    }
  }

  private func oldest(besides slide: Int) -> String? {
    known.lazy.filter { $0.value.slide != slide }.min { $0.value.number < $1.value.number }?.key
  }

  private var largest: (key: String, value: Known)? {
    known.max { $0.value.answer.pixels < $1.value.answer.pixels }
  }
}

extension PictureSource.Answer {
  static let tooManyPixels = PictureSource.Answer.missing(
    Phrase("too many pixels on one slide", "слишком много точек на одном слайде"))

  fileprivate var pixels: Int {
    if case .raster(let raster) = self { raster.pixels.count } else { 0 }
  }

  /// With half of the rows and columns; nil for what has no two of them.
  fileprivate var halved: PictureSource.Answer? {
    guard case .raster(let raster) = self, raster.pixels.count > 1 else { return nil }
    return .raster(
      raster.reduced(toColumns: max(1, raster.width / 2), rows: max(1, raster.height / 2)))
  }
}
