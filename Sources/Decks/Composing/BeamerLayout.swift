/// Lines of LaTeX that lay out a slide of Beamer's: columns, blocks, pauses, alignment.

import Markup

enum BeamerLayout: Equatable {
  case columns
  /// Its share of the width in hundredths, if it says so.
  case column(share: Int?)
  /// Words with a title over them.
  case block(title: SourceText)
  case alignment(Alignment)
  case end(String)
  case pause
  /// Known, and without a meaning here.
  case nothing

  /// Reads a line; nil for what is no order of this kind.
  init?(_ line: String) {
    var rest = line[...]
    if rest == "\\pause" {
      self = .pause
    } else if rest.hasPrefix("\\begin{") {
      rest = rest.dropFirst(6)
      guard let name = rest.taking("{", "}") else { return nil }
      self.init(beginning: name, rest, of: line)
    } else if rest.hasPrefix("\\end{") {
      rest = rest.dropFirst(4)
      guard let name = rest.taking("{", "}"), rest.isEmpty, Self.names.contains(name) else {
        return nil
      }
      self = name == "figure" || name == "table" || name == "minipage" ? .nothing : .end(name)
    } else if rest.hasPrefix("\\column{") || rest.hasPrefix("\\column[") {
      rest = rest.dropFirst(7)
      _ = rest.taking("[", "]")
      guard let width = rest.taking("{", "}"), rest.isEmpty else { return nil }
      self = .column(share: Self.share(width))
    } else if LaTeXCommand.sayNothing(in: line) {
      self = .nothing
    } else {
      return nil
    }
  }

  private init?(beginning name: String, _ rest: Substring, of line: String) {
    var rest = rest
    _ = rest.taking("<", ">")
    _ = rest.taking("[", "]")
    switch name {
    case "columns": self = .columns
    case "column": self = .column(share: rest.taking("{", "}").flatMap(Self.share))
    case "block", "alertblock", "exampleblock":
      let offset = line.utf8.count - rest.utf8.count + 1
      self = .block(title: SourceText(rest.taking("{", "}") ?? "", at: offset))
    case "center": self = .alignment(.center)
    case "flushleft": self = .alignment(.left)
    case "flushright": self = .alignment(.right)
    case "figure", "table", "minipage":
      _ = rest.taking("{", "}")
      self = .nothing
    default: return nil
    }
    guard rest.allSatisfy(\.isWhitespace) else { return nil }
  }

  static let names: Set<String> = [
    "columns", "column", "block", "alertblock", "exampleblock", "center", "flushleft",
    "flushright", "figure", "table", "minipage",
  ]

  /// `0.5\textwidth`
  private static func share(_ width: String) -> Int? {
    let digits = width.prefix { $0.isNumber || $0 == "." }
    guard width.contains("\\"), let share = Double(digits), share > 0, share <= 1 else {
      return nil
    }
    return max(1, Int(share * 100))
  }
}

extension SlideComposer {
  mutating func obey(_ layout: BeamerLayout, at offset: Int) {
    switch layout {
    case .pause: pausesNext()
    case .columns: openBeamerColumns(at: offset)
    case .column(let share): openBeamerColumn(share, at: offset)
    case .block(let title):
      scopes.append(Scope(.tag("\\block"), self, at: offset))
      showTitle(title, at: offset)
    case .alignment(let alignment):
      scopes.append(Scope(.tag("\\center"), self, at: offset))
      self.alignment = alignment
    case .end(let name): close(HTMLTag(named: Self.scope(of: name)), at: offset)
    case .nothing: break
    }
  }

  private static func scope(of name: String) -> String {
    switch name {
    case "columns", "column": "\\" + name
    case "center", "flushleft", "flushright": "\\center"
    default: "\\block"
    }
  }

  private mutating func openBeamerColumns(at offset: Int) {
    endColumns()
    var scope = Scope(.tag("\\columns"), self, at: offset)
    scope.isColumns = true
    columns = Columns(shares: [])
    scopes.append(scope)
  }

  /// `\column` has no end: the next one is it.
  private mutating func openBeamerColumn(_ share: Int?, at offset: Int) {
    close(HTMLTag(named: "\\column"), at: offset)
    guard scopes.contains(.tag("\\columns")) else { return }
    var scope = Scope(.tag("\\column"), self, at: offset)
    scope.isColumn = true
    addColumn(share: share)
    scopes.append(scope)
  }

  private mutating func showTitle(_ title: SourceText, at offset: Int) {
    guard !title.text.isEmpty else { return }
    let start = offset + title.offset
    let words = title.text.asInlines.map { Inline($0.kind, at: start) }
    let block = Block(.paragraph([Inline(.strong(words), at: start)]), start..<start)
    flushPauses(at: offset)
    if let settled = settle(block) { append(.block(settled)) }
  }
}
