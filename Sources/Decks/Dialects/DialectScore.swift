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
      if let (dialect, weight) = Self.weight(of: entry.key) {
        add(weight, dialect, entry.key + ":", at: entry.offset)
      }
      if entry.key == "theme" { readTheme(entry) }
      if entry.key == "output" { readOutput(entry) }
      if entry.key == "date", let date = entry.value.text, date.contains("YYYY") {
        add(5, .slides, "date: " + date, at: entry.offset)
      }
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
    // reveal.js's; the names of ours are not among them.
    case "black", "white", "league", "beige", "sky", "night", "serif", "simple", "solarized",
      "blood", "moon":
      add(3, .reveal, "theme:", at: entry.offset)
    case "seriph", "apple-basic": add(3, .slidev, "theme:", at: entry.offset)
    case "ascii", "notty": add(2, .slides, "theme:", at: entry.offset)
    case let text? where text.hasSuffix(".json"): add(4, .slides, "theme:", at: entry.offset)
    default: break
    }
  }

  /// Keys that one of the programs reads and others hardly do.
  private static func weight(of key: String) -> (Dialect, Int)? {
    // A table would have to be made at every start.
    switch key {
    // Whoever names the program means it, whatever else stands in the deck.
    case "patat": (.patat, 1000)
    case "marp": (.marp, 1000)
    case "headingDivider": (.marp, 8)
    case "_class", "_paginate", "paginate": (.marp, 6)
    case "backgroundColor", "backgroundImage": (.marp, 4)
    case "math": (.marp, 2)
    case "footer": (.marp, 1)
    case "options", "sub_title": (.presenterm, 10)
    case "event", "location": (.presenterm, 4)
    case "authors": (.presenterm, 3)
    case "paging": (.slides, 10)
    case "styles": (.lookatme, 10)
    case "extensions": (.lookatme, 6)
    case "drawings", "mdc": (.slidev, 10)
    case "colorSchema", "highlighter", "routerMode": (.slidev, 8)
    case "lineNumbers": (.slidev, 6)
    case "layout": (.slidev, 5)
    case "background": (.slidev, 4)
    case "class": (.slidev, 2)
    case "slide-level", "slide_level": (.pandoc, 10)
    case "aspectratio", "babel-lang", "colortheme", "header-includes", "revealjs-url",
      "section-titles":
      (.pandoc, 8)
    case "beamer", "beameroption", "format", "revealjs": (.pandoc, 6)
    case "institute": (.pandoc, 5)
    case "theme-options", "toc": (.pandoc, 4)
    case "lang": (.pandoc, 1)
    case "themeConfig", "canvasWidth", "addons", "monaco", "titleTemplate": (.slidev, 6)
    case "aspectRatio", "fonts", "defaults", "favicon": (.slidev, 3)
    case "revealOptions": (.reveal, 10)
    case "highlightTheme", "notesSeparator": (.reveal, 8)
    case "verticalSeparator": (.reveal, 8)
    case "separator": (.reveal, 6)
    default: nil
    }
  }
}
