/// TeX's mathematics to text that a terminal can show.

package enum MathText {
  /// A formula on one line, as `$…$` in a text; rows of an environment are parted by `;`.
  package static func text(ofTeX source: String, ascii: Bool = false) -> String {
    var reader = TeXReader(source, allowsBlocks: false, isASCII: ascii)
    return reader.formula().text.trimmed
  }

  /// A formula on as many lines as it has, as `$$…$$` on its own; none where nothing is written.
  /// Where rows are few, fractions are on one.
  package static func lines(
    ofTeX source: String, ascii: Bool = false, isLow: Bool = false
  ) -> [String] {
    var reader = TeXReader(source, allowsBlocks: true, isLow: isLow, isASCII: ascii)
    let formula = reader.formula()
    if let block = formula.block { return block.lines.map(\.withoutTrailingBlanks) }
    let text = formula.text.trimmed
    return text.isEmpty ? [] : [text]
  }
}

extension String {
  var trimmed: String { String(drop { $0 == " " }).withoutTrailingBlanks }

  var withoutTrailingBlanks: String {
    guard utf8.last == UInt8(ascii: " ") else { return self }
    return lastIndex { $0 != " " }.map { String(self[...$0]) } ?? ""
  }

  init(blanks count: Int) { self.init(repeating: " ", count: Swift.max(count, 0)) }
}
