/// LaTeX in Beamer's decks that Markdown has marks for: lists, formulas on lines of their own, links.

import Markup

/// A list that is open.
struct LaTeXList {
  var isOrdered: Bool
  var count = 0

  /// What its items begin with.
  var mark: String { isOrdered ? "\(max(1, count)). " : "- " }

  init?(named name: String) {
    guard ["itemize", "enumerate", "description"].contains(name) else { return nil }
    isOrdered = name == "enumerate"
  }

  /// Whether a line begins or ends a formula.
  static func isFormula(_ line: String) -> Bool {
    var rest = line.dropFirst(line.hasPrefix("\\begin{") ? 6 : line.hasPrefix("\\end{") ? 4 : 0)
    guard let name = rest.taking("{", "}"), rest.isEmpty else { return false }
    switch name.last == "*" ? name.dropLast() : name[...] {
    case "equation", "align", "gather", "multline", "eqnarray", "displaymath": return true
    default: return false
    }
  }
}

extension MarkFinder {
  /// Takes a line of a list; false for any other.
  mutating func takesLaTeX(_ line: LineWalk.Line) -> Bool {
    guard line.kind == .text, line.first == UInt8(ascii: "\\") else { return false }
    var rest = text(line)[...]
    if rest.hasPrefix("\\begin{") || rest.hasPrefix("\\end{") {
      let begins = rest.hasPrefix("\\b")
      rest = rest.dropFirst(begins ? 6 : 4)
      guard let name = rest.taking("{", "}") else { return false }
      if takesCode(name, rest, begins: begins, line) { return true }
      guard let list = LaTeXList(named: name) else { return false }
      return begins ? begin(list, line) : endList(line)
    }
    if rest.hasPrefix("\\note"), takeNote(line) { return true }
    guard !latexLists.isEmpty else { return false }
    if rest.hasPrefix("\\item"), rest.dropFirst(5).first?.isLetter != true {
      takeItem(line)
      return true
    }
    guard rest == "\\pause" else { return false }
    patches.append(SourcePatch(line.range, (indent + "<!-- pause -->").utf8))
    return true
  }

  /// `\note<1>[item]{words}`, over however many lines: Beamer's for the speaker alone.
  private mutating func takeNote(_ line: LineWalk.Line) -> Bool {
    var rest = lines.text(in: line.start..<line.range.upperBound).dropFirst(5)
    _ = rest.taking("<", ">")
    _ = rest.taking("[", "]")
    guard rest.first == "{" else { return false }
    let open = line.range.upperBound - rest.utf8.count
    guard let close = Self.brace(after: open, in: lines.bytes[...], within: 8000) else {
      return false
    }
    patches.append(SourcePatch(line.range.lowerBound..<open + 1, "<!-- note: ".utf8))
    // What follows on the last line is text again.
    patches.append(SourcePatch(close..<close + 1, " -->\n".utf8))
    next = max(next, lines.line(at: close) + 1)
    return true
  }

  /// `\begin{lstlisting}[language=C]`, `\begin{minted}{c}`, `\begin{verbatim}` and their ends.
  private mutating func takesCode(
    _ name: String, _ rest: Substring, begins: Bool, _ line: LineWalk.Line
  ) -> Bool {
    guard ["verbatim", "lstlisting", "minted", "tikzpicture", "tikzcd"].contains(name) else {
      return false
    }
    var rest = rest
    let options = rest.taking("[", "]") ?? ""
    let named = options.split(separator: ",").first { $0.trimmedBlanks.hasPrefix("language=") }
    let language =
      rest.taking("{", "}") ?? named.map { String($0.trimmedBlanks.dropFirst(9)) } ?? ""
    let info = begins ? language.lowercased().filter { $0.isLetter || $0 == "+" || $0 == "#" } : ""
    patches.append(SourcePatch(line.start..<line.range.upperBound, ("```" + info).utf8))
    return true
  }

  /// How far the text of the item that is open stands in.
  private var indent: String {
    String(repeating: " ", count: latexLists.reduce(0) { $0 + $1.mark.utf8.count })
  }

  private mutating func begin(_ list: LaTeXList, _ line: LineWalk.Line) -> Bool {
    guard latexLists.count < 16 else { return false }
    remove(line)
    latexLists.append(list)
    return true
  }

  private mutating func endList(_ line: LineWalk.Line) -> Bool {
    guard latexLists.popLast() != nil else { return false }
    remove(line)
    return true
  }

  /// Inside a list not even an empty line is left: it would set the items apart.
  private mutating func remove(_ line: LineWalk.Line) {
    let end = latexLists.isEmpty ? line.range.upperBound : lines.start(ofLine: line.number + 1)
    patches.append(SourcePatch(line.range.lowerBound..<end, []))
  }

  private mutating func takeItem(_ line: LineWalk.Line) {
    let own = latexLists.count - 1
    let outer = String(
      repeating: " ", count: latexLists[..<own].reduce(0) { $0 + $1.mark.utf8.count })
    latexLists[own].count += 1
    let words = lines.text(in: line.start..<line.range.upperBound)
    var rest = words.dropFirst(5)
    _ = rest.taking("<", ">")
    let label = rest
    let isLabelled = rest.taking("[", "]") != nil
    let start = isLabelled ? label.dropFirst() : rest.drop { $0 == " " || $0 == "\t" }
    let place = line.range.upperBound - start.utf8.count
    patches.append(
      SourcePatch(line.range.lowerBound..<place, (outer + latexLists[own].mark).utf8))
    if isLabelled {
      let close = line.range.upperBound - rest.utf8.count - 1
      patches.append(SourcePatch(close..<close + 1, []))
    }
  }

  // MARK: Links

  /// `\href{address}{words}` and `\url{address}` as Markdown's.
  mutating func readLaTeXLinks(_ line: LineWalk.Line) {
    let bytes = lines.bytes[line.range]
    var place = bytes.startIndex
    while let sign = bytes[place...].firstIndex(of: UInt8(ascii: "\\")) {
      place = sign + 1
      if bytes[sign...].starts(with: "\\href{".utf8) {
        place = takeLink(at: sign, from: sign + 5, in: bytes) ?? place
      } else if bytes[sign...].starts(with: "\\url{".utf8) {
        place = takeAddress(at: sign, from: sign + 4, in: bytes) ?? place
      }
    }
  }

  private mutating func takeLink(
    at sign: Int, from open: Int, in bytes: ArraySlice<UInt8>
  ) -> Int? {
    guard let middle = Self.brace(after: open, in: bytes), middle + 1 < bytes.endIndex,
      bytes[middle + 1] == UInt8(ascii: "{"),
      let close = Self.brace(after: middle + 1, in: bytes)
    else { return nil }
    let address = bytes[(open + 1)..<middle]
    patches.append(SourcePatch(sign..<middle + 2, "[".utf8))
    patches.append(SourcePatch(close..<close + 1, "](<".utf8 + Array(address) + ">)".utf8))
    return close + 1
  }

  private mutating func takeAddress(
    at sign: Int, from open: Int, in bytes: ArraySlice<UInt8>
  ) -> Int? {
    guard let close = Self.brace(after: open, in: bytes) else { return nil }
    // The parser makes links of what has a scheme, and only of that.
    let isLink = bytes[open..<close].contains(UInt8(ascii: ":"))
    patches.append(SourcePatch(sign..<open + 1, isLink ? "<".utf8 : "".utf8))
    patches.append(SourcePatch(close..<close + 1, isLink ? ">".utf8 : "".utf8))
    return close + 1
  }

  /// The brace that fits the one at a place.
  private static func brace(
    after open: Int, in bytes: ArraySlice<UInt8>, within reach: Int = 1000
  ) -> Int? {
    var depth = 0
    for place in open..<min(bytes.endIndex, open + reach) {
      if bytes[place] == UInt8(ascii: "{") { depth += 1 }
      if bytes[place] == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return place }
    }
    return nil
  }
}
