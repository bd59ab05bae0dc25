/// Text as it is stored, and as it stands on a screen that knows only left to right.

import Screen
import Testing

/// Latin capitals stand for Hebrew letters, so that the order can be read.
private func shown(_ text: String) -> String {
  let hebrew = { (scalar: Unicode.Scalar) -> Unicode.Scalar in
    guard (0x41...0x5A).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0x41 + 0x5D0) ?? scalar
  }
  let scalars = text.unicodeScalars.map(hebrew)
  let whole = String(String.UnicodeScalarView(scalars))
  let order = BidiOrder.order(of: scalars, runsLeft: BidiOrder.runsLeft(whole))
  let plain = Array(text.unicodeScalars)
  return String(String.UnicodeScalarView(order.map { plain[$0] }))
}

@Suite struct `Text from right to left` {
  @Test func `words are turned around, Latin ones and numbers in them are not`() {
    #expect(shown("ABC DEF") == "FED CBA")
    #expect(shown("ABC def GHI") == "IHG def CBA")
    #expect(shown("ABC 123 DEF") == "FED 123 CBA")
  }

  @Test func `a word from right to left in a Latin text is turned alone`() {
    #expect(shown("abc DEF ghi") == "abc FED ghi")
    #expect(shown("abc DEF GHI jkl") == "abc IHG FED jkl")
    #expect(shown("see DEF.") == "see FED.")
  }

  @Test func `Latin text stays as it is`() {
    #expect(shown("abc, 12 def!") == "abc, 12 def!")
    #expect(!BidiOrder.isNeeded("Русский текст, 日本語"))
    #expect(BidiOrder.isNeeded("שלום"))
  }
}
