/// The sheets of the block font: complete, well-formed and without letters that look alike.

import Testing

@testable import Typesetting

@Suite struct BlockSheetsTests {
  private let letters = BlockSheets.latin + BlockSheets.cyrillic + BlockSheets.greek
  private var all: [String] {
    letters + BlockSheets.signs + BlockSheets.oddMarks + BlockSheets.evenMarks
  }

  private func keys(_ sheet: String) -> [Unicode.Scalar] {
    sheet.unicodeScalars.prefix { $0 != "\n" }.filter { $0 != " " }
  }

  @Test func sheetsAreTables() {
    for sheet in all {
      let rows = sheet.split(separator: "\n").dropFirst().map { $0.split(separator: " ") }
      #expect([7, 9, BlockGrid.height].contains(rows.count), "\(sheet)")
      for row in rows {
        #expect(row.map(\.count) == rows.first?.map(\.count), "\(sheet)")
        #expect(row.count == keys(sheet).count, "\(sheet)")
        #expect(row.joined().allSatisfy { "#.".contains($0) }, "\(sheet)")
      }
      let blanks = sheet.split(separator: "\n").dropFirst().map { row in
        row.indices.filter { row[$0] == " " }.map { row.distance(from: row.startIndex, to: $0) }
      }
      for row in blanks {
        #expect(row == blanks[0], "\(sheet)")
      }
    }
  }

  /// Spaces between letters are even only where glyphs have no margins of their own.
  @Test func glyphsTouchTheirSides() throws {
    for key in (letters + BlockSheets.signs).flatMap(keys) {
      let columns = try #require(BlockSheets.columns(of: key))
      #expect(columns.first != 0 && columns.last != 0, "\(key)")
    }
  }

  @Test func noTwoGlyphsAreTheSame() throws {
    var seen: [[UInt16]: Unicode.Scalar] = [:]
    for key in (letters + BlockSheets.signs).flatMap(keys) {
      let columns = try #require(BlockSheets.columns(of: key))
      #expect(seen[columns] == nil, "\(key) is drawn like \(seen[columns] ?? key)")
      seen[columns] = key
    }
  }

  @Test func tablesOfLettersAreAsLongAsTheirCounterparts() {
    for (letters, models) in BlockComposition.twins {
      #expect(letters.unicodeScalars.count == models.unicodeScalars.count, "\(letters)")
    }
    for (_, letters, bases) in BlockComposition.marked {
      #expect(letters.unicodeScalars.count == bases.unicodeScalars.count, "\(letters)")
      #expect(BlockText(letters) != nil, "\(letters)")
    }
  }

  @Test(arguments: [
    String((0x20...0x7E).map { Character(Unicode.Scalar(UInt8($0))) }),
    "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "ЄєІіЇїҐґЎўЂЉЊЋЏЈђљњћџј", "ßẞæÆœŒøØðÐþÞłŁđĐı", "«»„“”‘’—–…№§°·•×÷±−≤≥≠→←↑↓€£¿¡\u{A0}",
    "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋ",
    "ÀÁÂÃÄÅĀĂĄÇĆĈĊČĎÈÉÊËĒĔĖĘĚĜĞĠĢĤÌÍÎÏĨĪĬĮİĴĶĹĻĽÑŃŅŇÒÓÔÕÖŌŎŐŔŖŘŚŜŞŠȘŢŤȚÙÚÛÜŨŪŬŮŰŲŴÝŶŸŹŻŽ",
    "àáâãäåāăąçćĉċčďèéêëēĕėęěĝğġģĥìíîïĩīĭįĵķĺļľñńņňòóôõöōŏőŕŗřśŝşšșţťțùúûüũūŭůűųŵýŷÿźżž",
  ])
  func everyCharacterIsDrawn(characters: String) {
    for character in characters {
      #expect(BlockGlyph(character) != nil, "\(character)")
    }
  }
}
