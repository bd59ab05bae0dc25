/// Lists, tables and code in words: where they begin, how long they are, where they end.

import Decks
import Markup
import Wording

extension LinearWriter {
  // MARK: Lists

  mutating func add(_ list: List, depth: Int) {
    let items = language.counted(
      list.items.count, one: Phrase("item", "пункт"), few: "пункта",
      many: Phrase("items", "пунктов"))
    let level = depth > 1 ? said(", level \(depth)", ", уровень \(depth)") : ""
    switch list.marker {
    case .bullet: put(said("List, \(items)\(level):", "Список, \(items)\(level):"))
    case .ordered:
      put(said("Numbered list, \(items)\(level):", "Нумерованный список, \(items)\(level):"))
    }
    for index in list.items.indices { add(list.items[index], name(of: index, in: list), depth) }
    if depth > 1 || list.items.contains(where: \.isLong) {
      put(said("End of the list\(level).", "Конец списка\(level)."))
    }
  }

  /// `2.` of a numbered list, `Item:` of another, `Done:` of a task.
  private func name(of index: Int, in list: List) -> String {
    var name = list.number(ofItem: index) ?? said("Item:", "Пункт:")
    guard let isDone = list.items[index].isDone else { return name }
    let mark = isDone ? said("Done:", "Сделано:") : said("To do:", "Не сделано:")
    if case .bullet = list.marker { name = mark } else { name += " " + mark }
    return name
  }

  private mutating func add(_ item: List.Item, _ name: String, _ depth: Int) {
    reach(item.offset)
    var rest = item.blocks[...]
    if case .paragraph(let text)? = rest.first?.kind {
      put(paragraph: name + " " + self.text(of: text))
      rest = rest.dropFirst()
    } else {
      put(name)
    }
    for block in rest {
      if case .list(let inner) = block.kind {
        reach(block.range.lowerBound)
        add(inner, depth: depth + 1)
      } else {
        add(block)
      }
    }
  }

  // MARK: Tables

  mutating func add(_ table: Table) {
    let rows = language.counted(
      table.rows.count, one: Phrase("row", "строка"), few: "строки",
      many: Phrase("rows", "строк"))
    let columns = language.counted(
      table.head.count, one: Phrase("column", "столбец"), few: "столбца",
      many: Phrase("columns", "столбцов"))
    put(said("Table, \(rows), \(columns):", "Таблица, \(rows), \(columns):"))
    let head = table.head.map { cell($0) }
    if table.rows.isEmpty { put(head.joined(separator: "; ")) }
    for (index, row) in table.rows.enumerated() {
      reach(row.offset)
      let number = index + 1
      put(
        said("Row \(number). ", "Строка \(number). ")
          + row.cells.enumerated().map { column, text in
            let name = head.indices.contains(column) ? head[column] : ""
            return name.isEmpty ? cell(text) : name + ": " + cell(text)
          }.joined(separator: "; "))
    }
    put(said("End of the table.", "Конец таблицы."))
  }

  private func cell(_ text: [Inline]) -> String {
    self.text(of: text).split(separator: "\n").joined(separator: ", ")
  }

  // MARK: Code

  mutating func add(_ code: CodeBlock) {
    let lines = language.counted(
      code.lines.count, one: Phrase("line", "строка"), few: "строки",
      many: Phrase("lines", "строк"))
    let name = code.display.language
    let kind = name.isEmpty ? "" : ", " + name
    if code.isDrawing { return addDrawing(code, lines) }
    put(said("Code\(kind), \(lines)", "Код\(kind), \(lines)") + lit(code.display) + ":")
    for (index, line) in code.lines.enumerated() {
      let number = code.display.hasLineNumbers ? "\(code.display.firstLine + index) " : ""
      put(number + line.text)
    }
    put(said("End of the code.", "Конец кода."))
  }

  /// Of a drawing in signs only the words can be heard.
  private mutating func addDrawing(_ code: CodeBlock, _ lines: String) {
    put(
      said("Drawing in signs, \(lines), its words:", "Рисунок из знаков, \(lines), слова на нём:"))
    for line in code.lines {
      let words = line.text.map { $0.isLineArt ? " " : $0 }.split(separator: " ")
      if !words.isEmpty { put(words.map { String($0) }.joined(separator: " ")) }
    }
    put(said("End of the drawing.", "Конец рисунка."))
  }

  /// `; lit step by step: 1, 3–5; 7; all`: what the stage tells by light.
  private func lit(_ display: CodeDisplay) -> String {
    guard !display.highlights.isEmpty else { return "" }
    let groups = display.highlights.map { set -> String in
      guard let ranges = set.ranges else { return said("all", "все") }
      return ranges.map { range in
        let (first, last) = (range.lowerBound, range.upperBound)
        let span = Phrase("\(first) to \(last)", "\(first)–\(last)")
        return first == last ? "\(first)" : span(language)
      }.joined(separator: ", ")
    }.joined(separator: "; ")
    return groups.isEmpty
      ? "" : said("; lines lit, step by step: \(groups)", "; выделены по шагам строки: \(groups)")
  }
}

extension CodeBlock {
  /// Text that is a picture: lines and boxes in it, and no language of programs.
  fileprivate var isDrawing: Bool {
    ["", "text", "txt"].contains(display.language)
      && lines.contains { $0.text.contains { $0 != "·" && $0.isLineArt } }
  }
}

extension Character {
  /// Lines, boxes, blocks, shapes, and the dots between them.
  fileprivate var isLineArt: Bool {
    unicodeScalars.first.map { 0x2500...0x25FF ~= $0.value || $0 == "·" } ?? false
  }
}

extension List.Item {
  /// More than a paragraph.
  fileprivate var isLong: Bool { blocks.count > 1 }
}
