/// What a deck asks for and cannot have: pictures, places, files, languages; and titles that are
/// there twice. Looked for on request: a talk begins without it.

import Decks
import Glibc
import Markup
import Screen
import Typesetting
import Wording

package struct DeckInspection {
  private let loaded: LoadedDeck
  private let path: String
  private var pictures: PictureSource
  private lazy var anchors = Anchors(of: loaded.deck)
  private var found: [Diagnostic] = []

  package static func diagnostics(
    of loaded: LoadedDeck, at path: String, pictures: PictureSource
  ) -> [Diagnostic] {
    var inspection = DeckInspection(loaded, path, pictures)
    inspection.inspectTitles()
    for slide in loaded.deck.slides { inspection.inspect(slide) }
    return inspection.found
  }

  private init(_ loaded: LoadedDeck, _ path: String, _ pictures: PictureSource) {
    self.loaded = loaded
    self.path = path
    self.pictures = pictures
  }

  private mutating func warn(_ english: PhraseKey, _ russian: String, at offset: Int) {
    found.append(.warning(Phrase(english, russian), at: offset))
  }

  // MARK: Titles

  private mutating func inspectTitles() {
    var last: [String: Int] = [:]
    for (index, slide) in loaded.deck.slides.enumerated() {
      guard let title = slide.title?.plainText, !title.isEmpty else { continue }
      // A slide that goes on on the next one has its title there, too.
      if let other = last[title], index - other > 1, !isDivider(slide), !isDivider(at: other) {
        warn(
          "the title ‘\(title)’ is slide \(other + 1)'s, too",
          "заголовок «\(title)» есть и у слайда \(other + 1)", at: slide.range.lowerBound)
      } else {
        last[title] = index
        continue
      }
      last[title] = index
    }
  }

  /// The slide that begins a part is called as the one that tells it.
  private func isDivider(_ slide: Slide) -> Bool { slide.items.isEmpty || slide.style.isLead }

  private func isDivider(at index: Int) -> Bool {
    loaded.deck.slides.dropFirst(index).first.map(isDivider) ?? false
  }

  // MARK: Slides

  private mutating func inspect(_ slide: Slide) {
    pictures.slide = slide.range.lowerBound
    for inlines in [slide.title ?? []] + slide.blocks.flatMap(\.inlines) { inspect(inlines) }
    for note in slide.footnotes {
      for inlines in note.blocks.flatMap(\.inlines) { inspect(inlines) }
    }
    for block in slide.blocks { inspect(block) }
  }

  private mutating func inspect(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline.kind {
      case .image(let image): inspect(image, at: inline.offset)
      case .link(let destination, let inner):
        inspect(destination, at: inline.offset)
        inspect(inner.plainText, leadingTo: destination, at: inline.offset)
        inspect(inner)
      default: inspect(inline.inner ?? [])
      }
    }
  }

  private mutating func inspect(_ image: Image, at offset: Int) {
    guard case .missing(let why) = pictures.picture(image.source, offset) else { return }
    let name = image.source.removingPercents
    warn(
      "picture \(name): \(why)", "картинка \(name): \(why.russian)", at: offset)
  }

  private mutating func inspect(_ destination: String, at offset: Int) {
    if destination.hasPrefix("#") {
      guard anchors.slideIndex(of: destination) == nil else { return }
      warn(
        "no slide is called \(destination)", "нет слайда \(destination)", at: offset)
    } else if destination.isEmpty {
      warn("a link to nowhere", "ссылка никуда не ведёт", at: offset)
    } else if !destination.isAddress, !destination.hasScheme {
      inspectFile(destination, at: offset)
    }
  }

  /// Who reads one address is not to be led to another one.
  private mutating func inspect(_ words: String, leadingTo destination: String, at offset: Int) {
    guard destination.isAddress, let named = AddressHost(inWords: words),
      let real = AddressHost(ofAddress: destination), !named.isPart(of: real)
    else { return }
    warn(
      "the link says ‘\(named.text)’ and leads to ‘\(real.text)’",
      "ссылка называет «\(named.text)», а ведёт на «\(real.text)»", at: offset)
  }

  private mutating func inspectFile(_ destination: String, at offset: Int) {
    // What is set behind words in brackets may be a remark: no file is called so.
    if destination.contains(" "), !destination.contains("."), !destination.contains("/") { return }
    let file = String(destination.prefix { $0 != "#" && $0 != "?" })
    let folder = DeckFolder(ofDeck: path, largest: 0)
    guard !file.isEmpty, folder.locate(file, from: loaded.lines.path(at: offset) ?? path) == nil
    else { return }
    let name = file.removingPercents
    warn("link: no file \(name)", "ссылка: нет файла \(name)", at: offset)
  }

  // MARK: Code

  private mutating func inspect(_ block: Block) {
    for child in block.children { inspect(child) }
    guard case .code(let code) = block.kind, code.isFenced else { return }
    let name = code.display.language
    guard !name.isEmpty, !CodeLanguages.isKnown(name),
      !loaded.deck.settings.evaluators.contains(name)
    else { return }
    let hint = nearestName(to: name, among: CodeLanguages.names)
    let outcome = hint == nil ? Phrase(": shown plain", ": показан без цветов") : .perhaps(hint)
    found.append(
      .warning(
        Phrase("unknown language ‘\(name)’", "неизвестный язык «\(name)»") + outcome,
        at: code.infoOffset))
  }
}

extension String {
  /// `mailto:`, `tel:` and the like: more letters than a drive has, then a colon.
  fileprivate var hasScheme: Bool {
    let scheme = prefix { $0.isLetter || $0.isNumber || $0 == "+" || $0 == "-" }
    return scheme.count > 1 && dropFirst(scheme.count).first == ":"
  }
}
