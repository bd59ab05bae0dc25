/// A picture under the words of a slide: it fills the screen between title and foot, and is dimmed
/// until text can be read on all of it. Alone it is shown as it is.

import Decks
import Markup
import Screen

struct Backdrop {
  let theme: Theme
  let medium: Medium

  /// No more than so much of a picture's colours, the rest is the ground's.
  fileprivate static let most = 0.6

  /// Two pixels a cell; nil where there is no picture, or no colours to show it dimmed.
  func raster(of slide: Slide, _ size: Size) -> Raster? {
    guard let raster = picture(of: slide), let ground = theme.ground.background.rgbValue else {
      return nil
    }
    let texts = [theme.text, theme.link, theme.code, theme.emphasis, theme.quote]
      .compactMap(\.foreground.rgbValue)
    let filling = raster.filling(size.columns, 2 * size.rows, over: ground)
    return slide.items.isEmpty && slide.title == nil ? filling : filling.dimmed(ground, texts)
  }

  /// The first of the slide's pictures that can be shown under it.
  private func picture(of slide: Slide) -> Raster? {
    guard medium.hasColors, !medium.ascii, theme.ground.background.rgbValue != nil else {
      return nil
    }
    for inline in slide.backgrounds.flatMap(\.inlines).joined() {
      guard case .image(let image) = inline.kind else { continue }
      if case .raster(let raster) = medium.pictures.picture(image.source, inline.offset) {
        return raster
      }
    }
    return nil
  }

  /// A slide that is nothing but a picture shows it, or what stands in its place, like any other
  /// where it cannot lie under the slide.
  func placing(_ slide: Slide) -> Slide {
    guard slide.title == nil, slide.items.isEmpty, !slide.backgrounds.isEmpty,
      picture(of: slide) == nil
    else { return slide }
    var slide = slide
    slide.items = slide.backgrounds.map { .block($0) }
    slide.backgrounds = []
    return slide
  }
}

extension Raster {
  /// So many pixels, all of them covered: what sticks out at two sides is cut off.
  fileprivate func filling(_ columns: Int, _ rows: Int, over ground: UInt32) -> Raster {
    let scale = max(Double(columns) / Double(width), Double(rows) / Double(height))
    let (wide, high) = (Int(Double(width) * scale + 0.5), Int(Double(height) * scale + 0.5))
    let (left, top) = (max(0, wide - columns) / 2, max(0, high - rows) / 2)
    var filling = Raster(width: columns, height: rows)
    for row in 0..<rows {
      for column in 0..<columns {
        filling.pixels[row * columns + column] =
          mean(part: left + column, of: wide, top + row, of: high).over(ground)
      }
    }
    return filling
  }

  /// Text is as hard to read on no other pixel as on the darkest or on the brightest one.
  fileprivate func dimmed(_ ground: UInt32, _ texts: [UInt32]) -> Raster {
    let lights = pixels.map { ($0, Contrast.luminance($0)) }
    let worst = [lights.min { $0.1 < $1.1 }, lights.max { $0.1 < $1.1 }].compactMap { $0?.0 }
    let isRead = { (share: Double) in
      worst.map { Contrast.mixed($0, share, into: ground) }.allSatisfy { color in
        texts.allSatisfy { Contrast.ratio($0, on: color) >= Contrast.ofText }
      }
    }
    let share = stride(from: Backdrop.most, to: 0.1, by: -0.05).first(where: isRead) ?? 0.1
    var dimmed = self
    for index in pixels.indices {
      dimmed.pixels[index] = Contrast.mixed(pixels[index], share, into: ground)
    }
    return dimmed
  }
}
