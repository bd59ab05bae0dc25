/// Pictures to cells: as large as the deck asks, as the picture is, and as there is room for.

import Markup
import Screen
import Wording

struct PictureSetter {
  let setter: BlockSetter

  /// A cell is taken for so many pixels of a picture, and is twice as high as it is wide.
  private static let pixelsOfCell = 8
  /// The most rows a picture takes if nothing was asked for.
  private static let mostRows = 40
  /// The most rows or columns a picture takes, whatever is asked for.
  private static let mostCells = 1000

  /// A paragraph with pictures: these on rows of their own, the words between them as text.
  func rows(of text: [Inline], width: Int, _ step: Int) -> [Row] {
    let parts = flattened(text, step)
    if let row = sideBySide(parts, width: width, step) { return row }
    var rows: [Row] = []
    var words: [Inline] = []
    for part in parts {
      guard case .image(let image) = part.inline.kind else {
        words.append(part.inline)
        continue
      }
      rows += flush(&words, width, step)
      rows += self.rows(of: image, at: part.inline.offset, width: width, part.step)
    }
    return rows + flush(&words, width, step)
  }

  /// Several pictures and nothing else, each with a share of the width, stand beside each other.
  private func sideBySide(_ parts: [Part], width: Int, _ step: Int) -> [Row]? {
    let pictures = parts.filter(\.inline.isPicture)
    let shares = pictures.compactMap { part -> Double? in
      guard case .image(let image) = part.inline.kind, case .share(let share)? = image.size.width
      else {
        return nil
      }
      return share
    }
    guard shares.count > 1, shares.count == pictures.count, shares.reduce(0, +) <= 1.001,
      setter.inlines.line(of: parts.map(\.inline).filter { !$0.isPicture }, .plain).isBlank
    else { return nil }
    var rows: [Row] = []
    var left = 0
    for part in pictures {
      guard case .image(let image) = part.inline.kind else { continue }
      let own = self.rows(of: image, at: part.inline.offset, width: width, part.step)
      for (place, row) in own.enumerated() {
        if place == rows.count { rows.append(.blank) }
        rows[place].pieces += row.shifted(by: left).pieces
      }
      left += own.columns + 1
    }
    return rows.columns <= width ? rows : nil
  }

  /// A part of the text, and when it comes.
  private struct Part {
    var inline: Inline
    var step: Int
  }

  /// Pictures out of the links, emphases and fragments around them; they come when these do.
  private func flattened(_ text: [Inline], _ step: Int) -> [Part] {
    text.flatMap { inline -> [Part] in
      guard inline.isPicture, let inner = inline.inner else {
        return [Part(inline: inline, step: step)]
      }
      guard case .styled(.fragment, _) = inline.kind else {
        // Words beside the picture lead where it does.
        return flattened(inner, step).map { part in
          part.inline.isPicture ? part : Part(inline: inline.around(part.inline), step: part.step)
        }
      }
      // Words beside the picture in there come with it, too.
      return flattened(inner, max(step, setter.step(inline.offset))).map { part in
        part.inline.isPicture ? part : Part(inline: inline.around(part.inline), step: part.step)
      }
    }
  }

  private func flush(_ words: inout [Inline], _ width: Int, _ step: Int) -> [Row] {
    defer { words = [] }
    // The blank behind a picture stands for the end of its row.
    let line = setter.inlines.line(of: words, setter.theme.text).withoutLeadingBlanks
    guard !line.isBlank else { return [] }
    return LineBreaker.lines(of: line, width: width).map { Row($0, from: step) }
  }

  private func rows(of image: Image, at offset: Int, width: Int, _ step: Int) -> [Row] {
    switch setter.medium.pictures.picture(image.source, offset) {
    case .missing(let why): return box(image, why, width, step)
    case .raster(let raster):
      let size = size(of: raster, image.size, width: width)
      // No more pixels than dots can show: a frame is drawn with every key.
      let small = raster.reduced(toColumns: size.columns * 2, rows: size.rows * 4)
      let picture = Row.Piece(
        column: 0, content: .picture(small, size), steps: step..<Int.max)
      return [Row([picture])] + Array(repeating: .blank, count: max(0, size.rows - 1))
    }
  }

  /// In cells; what is not asked for follows from the picture's proportions.
  private func size(of raster: Raster, _ wish: ImageSize, width: Int) -> Size {
    let ratio = Double(raster.height) / Double(max(1, raster.width)) / 2
    var columns = Double(min(width, max(2, raster.width / Self.pixelsOfCell)))
    if let asked = wish.width.map({ cells($0, of: width, perCell: Self.pixelsOfCell) }) {
      columns = asked
    }
    var rows = columns * ratio
    // A width that was asked for is the most, too: below it there is more of the screen.
    let most = Double(wish.width == nil ? mostRows : max(4, setter.room))
    if let asked = wish.height.map({
      cells($0, of: Self.mostRows / 2, perCell: 2 * Self.pixelsOfCell)
    }) {
      rows = asked
      if wish.width == nil { columns = rows / ratio }
    } else if rows > most {
      rows = most
      columns = rows / ratio
    }
    if columns > Double(width) {
      rows *= Double(width) / columns
      columns = Double(width)
    }
    return Size(
      rows: max(1, min(Self.mostCells, Int(rows.rounded()))),
      columns: max(1, min(Self.mostCells, Int(columns.rounded()))))
  }

  /// A picture of its own size takes no more than the screen has.
  private var mostRows: Int { min(Self.mostRows, max(4, setter.room)) }

  private func cells(_ length: ImageSize.Length, of room: Int, perCell pixels: Int) -> Double {
    switch length {
    case .share(let share): share * Double(room)
    case .pixels(let count): max(1, Double(count) / Double(pixels))
    case .cells(let count): Double(count)
    }
  }

  /// Where there is no picture: its name, its words, and why.
  private func box(_ image: Image, _ why: Phrase, _ width: Int, _ step: Int) -> [Row] {
    let words = image.alternative.plainText
    let texts = [words, image.source.removingPercents, why(setter.medium.language)].filter {
      !$0.isEmpty
    }
    let inner = min(max(8, width - 4), texts.map(\.columns).max() ?? 0)
    let lines = texts.flatMap { LineBreaker.lines(of: Line($0), width: inner) }
    let bar = String(repeating: "─", count: inner + 2)
    let frame = setter.theme.rule
    let body = lines.map { line in
      Line("│ ", frame) + line.restyled(setter.theme.faint)
        + Line(String(repeating: " ", count: max(0, inner - line.width)) + " │", frame)
    }
    return ([Line("┌" + bar + "┐", frame)] + body + [Line("└" + bar + "┘", frame)])
      .map { Row($0, from: step) }
  }
}

extension Inline {
  /// The same, with nothing else in it.
  fileprivate func around(_ inner: Inline) -> Inline {
    var inline = self
    inline.inner = [inner]
    return inline
  }
}
