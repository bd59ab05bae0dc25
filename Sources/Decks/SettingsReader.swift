/// The front matter's keys to settings of the talk, in the words of all the programs.

import Markup
import Wording

struct SettingsReader {
  private(set) var settings = DeckSettings()
  private(set) var diagnostics: [Diagnostic] = []
  /// presenterm's options that decide how the deck is read.
  private(set) var options: [String: YAML] = [:]
  private var dialect: Dialect

  init(_ entries: [YAML.Entry], _ dialect: Dialect) {
    self.dialect = dialect
    for entry in entries { read(entry) }
    readFormats(entries)
    if dialect == .patat { readPatat(entries) }
  }

  private mutating func read(_ entry: YAML.Entry) {
    let words = entry.value.words
    switch entry.key {
    case "title": settings.title = words
    case "sub_title", "subtitle": settings.subtitle = words
    case "author", "authors":
      settings.author = entry.value.people
      if settings.location == nil { settings.location = entry.value.affiliations }
    case "event": settings.event = words
    case "location", "institute", "institution": settings.location = entry.value.people
    case "date": settings.date = words
    case "lang": settings.language = language(entry)
    case "theme": readTheme(entry)
    case "minutes": settings.minutes = minutes(entry)
    case "advance": settings.advance = entry.value.text?.seconds
    // reveal.js counts milliseconds.
    case "revealOptions": settings.advance = entry.value["autoSlide"]?.integer.map { $0 / 1000 }
    case "lineNumbers": settings.hasLineNumbers = dialect == .slidev && entry.value.bool == true
    // Slidev's name for it.
    case "duration": settings.minutes = entry.value.text?.minutes
    case "clicker": settings.clickerStartsDemos = clicker(entry)
    case "options": readOptions(entry)
    case "incremental", "incrementalLists", "incremental_lists":
      settings.incrementalLists = entry.value.bool ?? false
    case "header": settings.header = template(entry.value)
    case "footer": settings.footer = template(entry.value)
    // reveal.js has a margin, too, in other measures.
    case "margin" where dialect == .plain || dialect == .presenterm: settings.margin = size(entry)
    case "max_columns": settings.mostColumns = size(entry, from: 20)
    case "max_rows": settings.mostRows = size(entry, from: 5)
    case "paging": settings.paging = words.isEmpty ? nil : words
    case "slide_level", "slide-level", "headingDivider", "title_slide", "separator",
      "verticalSeparator", "notesSeparator":
      options[entry.key] = entry.value
    default: if !Self.foreign.contains(entry.key) { unknown(entry) }
    }
  }

  // MARK: presenterm and patat

  private mutating func readOptions(_ entry: YAML.Entry) {
    for option in entry.value.entries {
      options[option.key] = option.value
      switch option.key {
      case "incremental_lists": settings.incrementalLists = option.value.bool ?? false
      case "list_item_newlines": settings.itemGap = option.value.integer.map { max(1, min(9, $0)) }
      case "incremental_tables": settings.incrementalTables = option.value.bool ?? false
      case let name where Self.options.contains(name): break
      default:
        diagnostics.append(
          .unknown(
            Phrase("option", "параметр"), option.key, among: Self.options, at: option.offset))
      }
    }
  }

  /// presenterm's names, among them those that are read where slides end.
  private static let options = [
    "incremental_lists", "incremental_tables", "list_item_newlines", "implicit_slide_ends",
    "end_slide_shorthand", "h1_slide_titles", "command_prefix", "image_attributes_prefix",
    "strict_front_matter_parsing", "auto_render_languages",
  ]

  private mutating func readTheme(_ entry: YAML.Entry) {
    if let footer = entry.value[path: "override", "footer"] {
      settings.footer = template(footer)
      settings.hasFooter = footer["style"]?.text != "empty"
    }
    guard let name = entry.value.text ?? entry.value["name"]?.text else { return }
    if DeckSettings.themes.contains(name) {
      settings.theme = name
    } else if dialect == .plain {
      // Somebody's own, or a mistake: whoever knows the files of themes tells.
      settings.theme = name
      settings.themeOffset = entry.value.offset
    } else if name.hasSuffix("light") || name == "latte" {
      settings.theme = "light"
    }
  }

  private mutating func readPatat(_ entries: [YAML.Entry]) {
    guard let patat = entries.last(where: { $0.key == "patat" })?.value else { return }
    settings.incrementalLists = patat["incrementalLists"]?.bool ?? false
    settings.advance = patat["autoAdvanceDelay"]?.text?.seconds
    options["slide_level"] = patat["slideLevel"]
    options["wrap"] = patat["wrap"]
    settings.isSmart = patat["pandocExtensions"]?.elements.contains { $0.text == "smart" } ?? false
    for evaluator in patat["eval"]?.entries ?? [] {
      settings.evaluators.append(evaluator.key)
      diagnostics.append(.notRun(evaluator.key, at: evaluator.offset))
    }
  }

  /// R Markdown and Quarto keep settings under the name of what is made of the text.
  private mutating func readFormats(_ entries: [YAML.Entry]) {
    guard dialect == .pandoc || dialect == .remark else { return }
    for format in entries where format.key == "output" || format.key == "format" {
      let names = format.value.text.map { [$0] } ?? format.value.entries.map(\.key)
      // What they leave to Pandoc elsewhere, these two set for it.
      let isFixed = names.contains { name in
        ["revealjs", "revealjs_presentation", "ioslides_presentation"].contains {
          name.hasSuffix($0)
        }
      }
      if isFixed { options["fixed-level"] = YAML(.scalar("2"), at: format.offset) }
      for kind in format.value.entries {
        for entry in kind.value.entries {
          switch entry.key {
          case "slide_level", "slide-level", "seal":
            if options[entry.key] == nil { options[entry.key] = entry.value }
          case "incremental": settings.incrementalLists = entry.value.bool ?? false
          default: break
          }
        }
      }
    }
  }

  /// A line, or its three parts.
  private func template(_ value: YAML) -> Template? {
    if let text = value.text { return text.isEmpty ? nil : Template(left: text) }
    guard ["template", nil].contains(value["style"]?.text) else { return nil }
    let part = { (key: String) in value[key]?.text ?? "" }
    let template = Template(left: part("left"), center: part("center"), right: part("right"))
    return template == Template() ? nil : template
  }

  // MARK: Ours

  private mutating func size(_ entry: YAML.Entry, from least: Int = 0) -> Int? {
    if let number = entry.value.integer, (least...1000).contains(number) { return number }
    complain(entry, expected: "\(least)…1000")
    return nil
  }

  private mutating func language(_ entry: YAML.Entry) -> Language? {
    if let language = Language(tag: entry.value.words) { return language }
    if dialect == .plain { complain(entry, expected: Language.tags) }
    return nil
  }

  private mutating func minutes(_ entry: YAML.Entry) -> Double? {
    if let minutes = entry.value.text?.minutes, minutes > 0 { return minutes }
    complain(entry, expected: "30, 1h30m, 45:00")
    return nil
  }

  private mutating func clicker(_ entry: YAML.Entry) -> Bool? {
    switch entry.value.text {
    case "start-then-next": return true
    case "next": return false
    default:
      complain(entry, expected: "next, start-then-next")
      return nil
    }
  }

  private mutating func complain(_ entry: YAML.Entry, expected: String) {
    let value = entry.value.words
    diagnostics.append(
      .warning(
        Phrase(
          "\(entry.key): ‘\(value)’ is none of \(expected)",
          "\(entry.key): «\(value)»; допустимо: \(expected)"), at: entry.offset))
  }

  private mutating func unknown(_ entry: YAML.Entry) {
    // Other programs let authors keep what they like in the front matter.
    let hint = nearestName(to: entry.key, among: Self.own)
    guard dialect == .plain || dialect == .presenterm || hint != nil else { return }
    diagnostics.append(
      .warning(
        Phrase("unknown key ‘\(entry.key)’", "неизвестный ключ «\(entry.key)»")
          + .perhaps(hint), at: entry.offset))
  }

  private static let own = [
    "title", "sub_title", "author", "authors", "event", "location", "date", "lang", "theme",
    "clicker", "minutes", "advance", "options", "incremental_lists", "header", "footer", "margin",
    "max_columns",
    "max_rows", "title_slide",
  ]

  /// Keys the programs read that have no meaning here.
  private static let foreign: Set<String> = [
    "patat", "marp", "size", "paginate", "class", "_class", "style", "math", "color",
    "backgroundColor", "backgroundImage", "backgroundPosition", "backgroundRepeat",
    "backgroundSize", "description", "keywords", "url", "image", "extensions", "styles",
    "_paginate", "_header", "_footer", "_backgroundColor", "_color", "transition", "auto-scaling",
    "inlineSVG", "html", "minimumSlideContent", "revealOptions", "scripts", "css",
    "highlightTheme", "clicks", "titlepage", "layout", "drawings", "dragPos", "toc-title",
    "lotTitle",
    "margin", "themeoptions", "filters", "server", "center", "citation", "slideNumber", "controls",
    "mathjax",
    "lofTitle", "indent", "fonttheme", "innertheme", "outertheme",
  ]
}
