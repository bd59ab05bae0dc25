/// Commands that a deck defines for its formulas, as LaTeX does: `\newcommand{\E}[1]{\mathbb{E}[#1]}`.

import Markup

struct TeXMacros: Sendable {
  fileprivate struct Macro {
    var count: Int
    /// What stands for the first argument where it is left out.
    var standard: String?
    var body: String
  }

  private var macros: [Substring: Macro] = [:]
  private static let most = 256
  /// Bytes that the commands of a formula may become, and so many for each of them.
  private static let longest = 16_384
  private static let costOfCommand = 8
  /// What looks like a definition and is none is looked through, too.
  private static let mostAttempts = 1000
  private static let deepest = 16
  private static let definers = [
    "\\newcommand", "\\renewcommand", "\\providecommand", "\\DeclareMathOperator",
  ]

  var isEmpty: Bool { macros.isEmpty }

  init() {}

  /// Looks through all of a source, its front matter included.
  init(in lines: SourceLines) {
    // Every deck is looked through for these before its first slide is shown.
    guard lines.hold("\\"),
      lines.hold("command{\\") || lines.hold("command\\") || lines.hold("MathOperator")
    else { return }
    var attempts = 0
    for number in 0..<lines.count where lines.hold("\\", in: lines.range(ofLine: number)) {
      var rest = lines.text(ofLine: number)[...]
      while macros.count < Self.most, attempts < Self.mostAttempts,
        let start = rest.firstIndex(of: "\\")
      {
        rest = rest[start...]
        attempts += Self.isDefinition(rest) ? 1 : 0
        if !define(&rest) { rest = rest.dropFirst() }
      }
    }
  }

  /// Whether a line of text is nothing but a definition.
  static func isDefinition(_ line: some StringProtocol) -> Bool {
    definers.contains { line.hasPrefix($0) }
  }

  /// Takes a definition from the beginning of a text.
  private mutating func define(_ rest: inout Substring) -> Bool {
    guard let definer = Self.definers.first(where: { rest.hasPrefix($0) }) else { return false }
    var text = rest.dropFirst(definer.count)
    if text.first == "*" { text = text.dropFirst() }
    let inner = text.takingGroup()?.trimmedBlanks[...] ?? text.takingCommand()
    guard let name = inner, name.first == "\\", name.dropFirst().allSatisfy(\.isLetter) else {
      return false
    }
    var macro = Macro(count: 0, standard: nil, body: "")
    if let count = text.taking("[", "]") { macro.count = max(0, min(Int(count) ?? 0, 9)) }
    if macro.count > 0 { macro.standard = text.taking("[", "]") }
    guard let body = text.takingGroup() else { return false }
    macro.body = definer.hasSuffix("Operator") ? "\\operatorname{\(body)}" : String(body)
    macros[name.dropFirst()] = macro
    rest = text
    return true
  }

  /// A formula with what the commands in it stand for, and without the definitions in it.
  func expanding(_ formula: String) -> String {
    guard !isEmpty else { return formula }
    var budget = Self.longest
    return expanding(formula[...], depth: 0, &budget)
  }

  private func expanding(_ text: Substring, depth: Int, _ budget: inout Int) -> String {
    var (done, rest) = ("", text)
    while let start = rest.firstIndex(of: "\\"), budget > 0 {
      done += rest[..<start]
      rest = rest[start...]
      budget -= Self.costOfCommand
      var scratch = TeXMacros()
      if scratch.define(&rest) { continue }
      guard let command = rest.takingCommand() else { break }
      guard depth < Self.deepest, let macro = macros[command.dropFirst()] else {
        done += command
        continue
      }
      let inner = macro.expansion(taking: &rest)
      budget -= inner.utf8.count
      let expanded = expanding(inner[...], depth: depth + 1, &budget)
      // A command's name ends where its letters do.
      done +=
        expanded + (expanded.last?.isLetter == true && rest.first?.isLetter == true ? " " : "")
    }
    return done + rest
  }
}

extension TeXMacros.Macro {
  /// The body with the arguments that stand next.
  fileprivate func expansion(taking rest: inout Substring) -> String {
    guard count > 0 else { return body }
    var arguments: [String] = []
    if let standard { arguments.append(rest.taking("[", "]") ?? standard) }
    while arguments.count < count {
      rest = rest.drop { $0 == " " }
      guard let argument = rest.takingGroup() ?? rest.takingCommand() ?? rest.takingSign() else {
        break
      }
      arguments.append(String(argument))
    }
    var (done, text) = ("", body[...])
    while let mark = text.firstIndex(of: "#") {
      done += text[..<mark]
      text = text[mark...].dropFirst()
      guard let number = text.first?.wholeNumberValue, number > 0 else { continue }
      text = text.dropFirst()
      if number <= arguments.count { done += arguments[number - 1] }
    }
    return done + text
  }
}

extension Substring {
  /// What stands in braces at the beginning, with all the braces in it.
  fileprivate mutating func takingGroup() -> Substring? {
    guard first == "{" else { return nil }
    var depth = 0
    for place in utf8.indices.prefix(4096) {
      if utf8[place] == UInt8(ascii: "{") { depth += 1 }
      if utf8[place] == UInt8(ascii: "}") { depth -= 1 }
      guard depth == 0 else { continue }
      let inner = self[index(after: startIndex)..<place]
      self = self[index(after: place)...]
      return inner
    }
    return nil
  }

  /// A backslash and the letters of a name, or one other sign.
  fileprivate mutating func takingCommand() -> Substring? {
    guard first == "\\" else { return nil }
    let letters = dropFirst().prefix(64).prefix { $0.isLetter }
    let command = prefix(letters.isEmpty ? 2 : letters.count + 1)
    self = self[command.endIndex...]
    return command
  }

  fileprivate mutating func takingSign() -> Substring? {
    guard !isEmpty else { return nil }
    let sign = prefix(1)
    self = dropFirst()
    return sign
  }
}
