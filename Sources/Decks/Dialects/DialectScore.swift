/// Which dialect a deck is in: what speaks for each is added up, and the strongest piece is kept.

import Markup

struct DialectScore {
  /// What was found for one dialect. There are few of them: a list is searched as fast as a table,
  /// and made without one.
  private struct Entry {
    var dialect: Dialect
    var score = 0
    var hints = 0
    var weight = 0
    var reason: Reading.Reason
  }

  private var entries: [Entry] = []

  /// Less than this may be chance.
  private static let least = 3

  mutating func add(_ weight: Int, _ dialect: Dialect, _ evidence: String, at offset: Int) {
    let reason = Reading.Reason(evidence: evidence, offset: offset)
    let place = entries.firstIndex { $0.dialect == dialect } ?? entries.count
    if place == entries.count { entries.append(Entry(dialect: dialect, reason: reason)) }
    entries[place].score += weight
    if weight > entries[place].weight {
      entries[place].weight = weight
      entries[place].reason = reason
    }
  }

  /// What is common to several: it counts twice at most, and decides nothing alone.
  mutating func hint(_ dialect: Dialect, _ evidence: String, at offset: Int) {
    let place = entries.firstIndex { $0.dialect == dialect }
    if let place, entries[place].hints >= 2 { return }
    add(1, dialect, evidence, at: offset)
    entries[place ?? entries.count - 1].hints += 1
  }

  var reading: Reading {
    let best = entries.filter { $0.score >= Self.least }.max { $0.score < $1.score }
    guard let best else { return Reading(dialect: .plain) }
    return Reading(dialect: best.dialect, reason: best.reason)
  }

  // MARK: Names and front matter

  mutating func read(path: String) {
    if path.hasSuffix(".tpp") { add(100, .tpp, ".tpp", at: 0) }
    if path.hasSuffix(".lhs") { add(20, .patat, ".lhs", at: 0) }
    if path.hasSuffix(".mdp") { add(10, .mdp, ".mdp", at: 0) }
  }

  mutating func read(_ entries: [YAML.Entry]) {
    for entry in entries {
      for (dialect, weight) in Self.keys[entry.key] ?? [] {
        add(weight, dialect, entry.key + ":", at: entry.offset)
      }
      if entry.key == "theme" { readTheme(entry) }
      if entry.key == "output" { readOutput(entry) }
      if entry.key == "transition", entry.value.text != nil {
        add(3, .slidev, "transition:", at: entry.offset)
      }
    }
  }

  /// R Markdown names what Pandoc is to make of the text.
  private mutating func readOutput(_ entry: YAML.Entry) {
    let names = [entry.value.text].compactMap { $0 } + entry.value.entries.map(\.key)
    if let name = names.first(where: { $0.contains("moon_reader") }) {
      return add(30, .remark, "output: " + name, at: entry.offset)
    }
    guard let name = names.first(where: { $0.hasSuffix("_presentation") }) else { return }
    add(10, .pandoc, "output: " + name, at: entry.offset)
  }

  private mutating func readTheme(_ entry: YAML.Entry) {
    let keys = entry.value.entries.map(\.key)
    if keys.contains(where: ["name", "path", "override", "light", "dark"].contains) {
      add(6, .presenterm, "theme:", at: entry.offset)
    }
    switch entry.value.text {
    case "gaia", "uncover": add(3, .marp, "theme:", at: entry.offset)
    case "seriph", "apple-basic": add(3, .slidev, "theme:", at: entry.offset)
    case "ascii", "notty": add(2, .slides, "theme:", at: entry.offset)
    case let text? where text.hasSuffix(".json"): add(4, .slides, "theme:", at: entry.offset)
    default: break
    }
  }

  /// Keys that one of the programs reads and others hardly do.
  private static let keys: [String: [(Dialect, Int)]] = [
    "patat": [(.patat, 20)],
    "marp": [(.marp, 20)], "headingDivider": [(.marp, 8)], "paginate": [(.marp, 6)],
    "_class": [(.marp, 6)], "backgroundColor": [(.marp, 4)], "backgroundImage": [(.marp, 4)],
    "_paginate": [(.marp, 6)], "footer": [(.marp, 1)], "math": [(.marp, 2)],
    "options": [(.presenterm, 10)], "sub_title": [(.presenterm, 10)], "authors": [(.presenterm, 3)],
    "event": [(.presenterm, 4)], "location": [(.presenterm, 4)],
    "paging": [(.slides, 10)],
    "extensions": [(.lookatme, 6)], "styles": [(.lookatme, 10)],
    "layout": [(.slidev, 5)], "drawings": [(.slidev, 10)], "mdc": [(.slidev, 10)],
    "highlighter": [(.slidev, 8)], "lineNumbers": [(.slidev, 6)], "background": [(.slidev, 4)],
    "routerMode": [(.slidev, 8)], "colorSchema": [(.slidev, 8)], "class": [(.slidev, 2)],
    "slide_level": [(.pandoc, 10)], "slide-level": [(.pandoc, 10)], "aspectratio": [(.pandoc, 8)],
    "header-includes": [(.pandoc, 8)], "toc": [(.pandoc, 4)], "institute": [(.pandoc, 5)],
    "format": [(.pandoc, 6)], "lang": [(.pandoc, 1)], "babel-lang": [(.pandoc, 8)],
    "section-titles": [(.pandoc, 8)], "theme-options": [(.pandoc, 4)], "colortheme": [(.pandoc, 8)],
    "revealjs-url": [(.pandoc, 8)], "revealjs": [(.pandoc, 6)], "beamer": [(.pandoc, 6)],
    "beameroption": [(.pandoc, 6)], "separator": [(.reveal, 6)],
    "verticalSeparator": [(.reveal, 8)],
    "revealOptions": [(.reveal, 10)],
  ]
}
