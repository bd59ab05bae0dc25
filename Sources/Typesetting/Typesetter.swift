/// A slide and a size to a page: margins, title, flow; set closer before it has to scroll.

import Decks
import Markup
import Screen

package struct Typesetter {
  package let theme: Theme
  package private(set) var medium: Medium
  package let settings: DeckSettings
  /// The columns of code that have been panned away; nil where long lines go on below instead.
  package var pan: Int?
  /// What stands in the place of a demo that is not live here.
  package let standIn: (DemoRequest) -> [Block]

  /// No line of text gets longer than this: the eye has to find the next one.
  static let measure = 84

  package init(
    theme: Theme, medium: Medium = Medium(), settings: DeckSettings = DeckSettings(),
    standIn: @escaping (DemoRequest) -> [Block] = { $0.alternative }
  ) {
    self.theme = theme
    self.medium = medium
    self.settings = settings
    self.standIn = standIn
  }

  /// Sets a slide for a screen. With `isLive` the demos' places stay out of the flow.
  package func page(for slide: Slide, isFirst: Bool, in size: Size, isLive: Bool = false) -> Page {
    var typesetter = self
    typesetter.medium.pictures.slide = slide.range.lowerBound
    return typesetter.set(slide, isFirst, size, isLive)
  }

  private func set(_ slide: Slide, _ isFirst: Bool, _ size: Size, _ isLive: Bool) -> Page {
    let backdrop = Backdrop(theme: theme, medium: medium)
    let slide = backdrop.placing(slide)
    var page = closest(slide, isFirst, PageFrame(size: size, settings: settings), isLive)
    page.background = backdrop.raster(of: slide, page.area(in: size).size)
    return page
  }

  /// No air is so many screens high: what is longer is not set a dozen times in vain.
  private static let hopeless = 12

  /// The airiest page that has no need to scroll.
  private func closest(
    _ slide: Slide, _ isFirst: Bool, _ frame: PageFrame, _ isLive: Bool
  ) -> Page {
    let isCover = isCover(slide, isFirst)
    let set = { (density: Density) in
      let setting = SlideSetting(
        typesetter: self, slide: slide, frame: frame, density: density, isLive: isLive)
      return isCover ? setting.cover() : setting.page()
    }
    let textScales = BigText.scales(ofSize: slide.items.map(\.largestSize).max() ?? 1).count
    let hasLargeText = textScales > 0
    let letters = Self.letters(
      ofTitle: isCover || slide.titleSize > 1, ofText: textScales)
    let hasPictures = slide.blocks.contains(where: \.isPicture)
    scales: for (smaller, isTextPlain) in letters {
      for air in Density.Air.allCases {
        // The rows at the edges go before any of those that tell one thing from the next.
        for hasEdges in frame.hasEdges ? [true, false] : [false] {
          let density = Density(
            air: air, hasEdges: hasEdges, smaller: smaller, isTextPlain: isTextPlain)
          let page = set(density)
          if page.overflow == 0 { return page }
          let least = hasPictures ? set(density.withLeastPictures(of: frame.size.rows)) : page
          if least.overflow == 0 {
            return withLargestPictures(density, least, frame.size.rows, set)
          }
          if least.overflow > Self.hopeless * frame.size.rows {
            if hasLargeText { continue scales }
            break scales
          }
        }
      }
    }
    return set(Density(air: .none, hasEdges: false))
  }

  /// How large letters are tried: text gives up its own before a title does.
  private static func letters(
    ofTitle hasTitle: Bool, ofText scales: Int
  ) -> [(smaller: Int, isTextPlain: Bool)] {
    let text = (0..<scales).map { (smaller: $0, isTextPlain: false) }
    let most = hasTitle ? BlockScale.allCases.count : 0
    return text + (0...most).map { (smaller: $0, isTextPlain: scales > 0) }
  }

  /// With pictures as large as they can be without the need to scroll, where the smallest have none.
  private func withLargestPictures(
    _ density: Density, _ least: Page, _ room: Int, _ set: (Density) -> Page
  ) -> Page {
    var (fitting, density) = (least, density)
    var (low, high) = (density.leastPicture(of: room) + 1, room)
    while low < high {
      let middle = (low + high) / 2
      density.pictureRows = middle
      let page = set(density)
      if page.overflow == 0 {
        (fitting, low) = (page, middle + 1)
      } else {
        high = middle
      }
    }
    return fitting
  }

  /// The first slide with nothing but a few paragraphs, any slide that is only a title, and those
  /// that ask for it.
  private func isCover(_ slide: Slide, _ isFirst: Bool) -> Bool {
    if slide.style.isLead { return true }
    guard slide.title != nil else { return false }
    if slide.items.isEmpty { return true }
    return isFirst
      && slide.items.count <= 3
      && slide.items.allSatisfy { item in
        if case .block(let block) = item.content, let text = block.text, item.size == 1 {
          !block.isHeading && !text.isEmpty
        } else {
          false
        }
      }
  }
}

/// The part of a screen that slides take, and the margins in it.
struct PageFrame {
  /// All of the screen.
  let size: Size
  /// The columns a slide may use.
  let columns: Range<Int>
  /// The rows a slide may use, the foot line not among them.
  let rows: Range<Int>
  private let asked: Int?

  init(size: Size, settings: DeckSettings) {
    self.size = size
    asked = settings.margin
    let width = min(size.columns, settings.mostColumns ?? size.columns)
    let height = min(max(0, size.rows - 1), settings.mostRows ?? size.rows)
    let left = (size.columns - width) / 2
    let top = max(0, (size.rows - 1 - height) / 2)
    columns = left..<left + width
    rows = top..<top + height
  }

  /// Low screens have no row to spare above and below.
  var hasEdges: Bool { size.rows >= 16 }

  /// The rows between header and foot, with air at both ends and margins where there is room, and
  /// where lines that are kept as they are leave some.
  func body(below header: Int, _ density: Density, atLeast longest: Int = 0) -> Rect {
    let air = density.hasEdges && hasEdges ? 1 : 0
    let first = max(header, rows.lowerBound)
    let bottom = max(first, rows.upperBound - air)
    let standard = min(asked ?? standardMargin, columns.count / 4)
    let margin = longest > columns.count ? standard : min(standard, (columns.count - longest) / 2)
    return Rect(
      rows: min(first + air, bottom)..<bottom,
      columns: columns.lowerBound
        + margin..<max(columns.lowerBound + margin, columns.upperBound - margin))
  }

  private var standardMargin: Int {
    columns.count >= 100 ? 6 : columns.count >= 60 ? 3 : columns.count > 40 ? 1 : 0
  }
}
