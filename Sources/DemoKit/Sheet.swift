/// What every picture of a demo is drawn with: its room, its colours, its words.

import Screen
import Wording

package struct Sheet {
  package let size: Size
  package let palette: DemoPalette
  /// Signs and line art have stand-ins; views that have words for signs ask.
  package let ascii: Bool
  package let language: Language

  /// The whole of a canvas, or what is left of it beside a column.
  package init(_ canvas: Canvas, _ setting: DemoSetting, size: Size? = nil) {
    self.size = size ?? canvas.size
    language = setting.language
    palette = setting.palette()
    ascii = canvas.ascii
  }
}

package protocol Picture {
  var sheet: Sheet { get }
}

extension Picture {
  package var size: Size { sheet.size }
  package var palette: DemoPalette { sheet.palette }
  package var ascii: Bool { sheet.ascii }
  package var language: Language { sheet.language }

  package func words(
    _ english: @autoclosure () -> PhraseKey, _ russian: @autoclosure () -> String
  ) -> String {
    language.words(english(), russian())
  }

  /// The longest of several ways to say something that fits into a room; at the worst the last, cut.
  package func fitting(_ texts: [String], in room: Int) -> String {
    texts.first { $0.columns <= room } ?? (texts.last ?? "").fitted(to: max(0, room))
  }
}
