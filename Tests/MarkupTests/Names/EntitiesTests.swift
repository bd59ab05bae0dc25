/// Character references in, text out.

import Markup
import Testing

@Suite struct `Character references` {
  @Test(arguments: [
    ("&amp;", "&"), ("&lt;", "<"), ("&quot;", "\""), ("&nbsp;", "\u{A0}"), ("&mdash;", "—"),
    ("&le;", "≤"), ("&NotEqualTilde;", "≂̸"), ("&fjlig;", "fj"), ("&Afr;", "𝔄"),
    ("&Tab;", "\t"), ("&NewLine;", "\n"), ("&equals;", "="), ("&bsol;", "\\"),
    ("&zwnj;", "\u{200C}"),
    ("&CounterClockwiseContourIntegral;", "∳"), ("&AElig;", "Æ"), ("&zwj;", "\u{200D}"),
  ])
  func `with names are HTML's`(reference: String, text: String) {
    #expect(same(Entities.text(of: reference), text), "\(reference)")
  }

  @Test func `tell small letters from capital ones`() {
    let texts = ["&dagger;", "&Dagger;", "&alpha;", "&Alpha;"].map(Entities.text)
    #expect(texts == ["†", "‡", "α", "Α"])
  }

  @Test(arguments: [
    ("&#8212;", "—"), ("&#x2014;", "—"), ("&#X2014;", "—"), ("&#x1F600;", "😀"),
    ("&#0;", "\u{FFFD}"), ("&#xD800;", "\u{FFFD}"), ("&#x110000;", "\u{FFFD}"),
    ("&#99999999999;", "&#99999999999;"), ("&#x;", "&#x;"), ("&#;", "&#;"),
  ])
  func `with numbers are scalars`(reference: String, text: String) {
    #expect(Entities.text(of: reference) == text)
  }

  @Test(arguments: ["&foo;", "&AMp;", "&;", "&", "", "&am p;", "&amp=&;", "&мир;", "&zzzz;", "&A;"])
  func `that nobody knows stay as they are`(reference: String) {
    #expect(Entities.text(of: reference) == reference)
  }

  @Test func `are all there, as Python's html.entities has them`() {
    #expect(entries(of: Entities.table).count == 2125)
    #expect(checksum(of: Entities.table) == 0xCD1D_75AC_2486_0A60)
    expectSorted(Entities.table)
  }

  @Test func `are each found by their names`() {
    for entry in entries(of: Entities.table) {
      #expect(same(Entities.text(of: "&\(entry.name);"), entry.text), "\(entry.name)")
    }
  }
}
