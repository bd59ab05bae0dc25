/// Scripts: in Unicode's raised and lowered signs where all of a script is there.

import Markup

enum MathScript {
  static func raised(_ row: MathRow, _ isASCII: Bool = false) -> String {
    text(row, isASCII ? nil : NameTable(MathTables.superscripts), mark: "^")
  }

  static func lowered(_ row: MathRow, _ isASCII: Bool = false) -> String {
    text(row, isASCII ? nil : NameTable(MathTables.subscripts), mark: "_")
  }

  private static func text(_ row: MathRow, _ table: NameTable?, mark: String) -> String {
    var script = ""
    for character in row.text {
      guard let small = table?.text(of: Substring(String(character))) else {
        return mark + (isSelfContained(row) ? row.text : "(" + row.text + ")")
      }
      script += small
    }
    return script
  }

  private static func isSelfContained(_ row: MathRow) -> Bool {
    let isOneSign = row.text.dropFirst().isEmpty
    let isNumber = row.text.allSatisfy { $0.isASCII && $0.isWholeNumber }
    return isOneSign || isNumber
      || row.shape == .solid && row.text.first == "(" && row.text.last == ")"
  }
}
