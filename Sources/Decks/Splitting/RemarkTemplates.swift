/// remark.js's layouts and templates: slides that others begin like.

import Markup

enum RemarkTemplates {
  /// The sections that are shown, each with what it takes over from others.
  static func resolved(_ sections: [Section]) -> [Section] {
    var named: [String: Section] = [:]
    var layout: Section?
    var shown: [Section] = []
    for var section in sections {
      let isLayout = section.property("layout")
      if isLayout == "false" { layout = nil }
      let base =
        section.property("template").flatMap { named[$0] } ?? (isLayout == nil ? layout : nil)
      if let base { section.inherit(base) }
      if let name = section.property("name") { named[name] = section }
      if isLayout == "true" {
        layout = section
      } else if section.property("exclude") != "true" {
        shown.append(section)
      }
    }
    return shown
  }
}

extension Section {
  func property(_ key: String) -> String? { matter?[key]?.text }

  /// `class: center, middle`
  var classes: [String] {
    (property("class") ?? "").split { $0 == "," || $0 == " " }.map(String.init)
  }

  /// Headings and classes; what else a template holds is its frame.
  fileprivate mutating func inherit(_ base: Section) {
    let headings = base.blocks.filter { if case .heading = $0.kind { true } else { false } }
      .prefix(4)
    blocks.insert(contentsOf: headings, at: 0)
    inheritedCount = headings.count
    // Each counts once; templates of templates would make them ever more.
    var words: [String] = []
    for word in base.classes + classes where !words.contains(word) && words.count < 32 {
      words.append(word)
    }
    guard !words.isEmpty else { return }
    let offset = matter?.offset ?? range.lowerBound
    let own = YAML.Entry(
      key: "class", value: YAML(.scalar(words.joined(separator: ", ")), at: offset), offset: offset)
    let others = (matter?.entries ?? []).filter { $0.key != "class" }
    matter = YAML(.mapping(others + [own]), at: offset)
  }
}

extension Slide {
  /// What remark.js is told of a slide beside its classes.
  mutating func take(properties: YAML) {
    guard let image = properties["background-image"]?.text, image.hasPrefix("url("),
      let end = image.lastIndex(of: ")")
    else { return }
    let source = image[..<end].dropFirst(4).trimmedBlanks.unquoted
    guard !source.isEmpty else { return }
    let picture = Inline(.image(Image(source)), at: properties.offset)
    backgrounds.append(Block(.paragraph([picture]), properties.offset..<properties.offset))
  }
}
