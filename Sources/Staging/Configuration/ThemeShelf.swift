/// The themes there are: those of the program, and the files in `themes` of the configuration's
/// folder, from there and nowhere else.

import Glibc
import Machine
import Markup
import Screen
import Typesetting
import Wording

package struct ThemeShelf: Sendable {
  /// Where the files lie; nil where there is no home.
  package let folder: String?

  package init(_ variable: (String) -> String?) {
    folder = OwnFile.folder(variable).map { $0 + "/themes" }
  }

  /// A theme with what is wrong with its file, and with those it extends.
  package struct Found: Sendable {
    package var theme: Theme
    /// What it was read from.
    package var files: [String] = []
    package var problems: [LoadedConfiguration.Problem]
  }

  /// A name of the program's own, or that of a file that is there.
  package func has(_ name: String) -> Bool {
    Theme.named(name) != nil || path(name).map { access($0, F_OK) == 0 } ?? false
  }

  /// The program's first, then somebody's own.
  package var names: [String] { Theme.all.map(\.name) + ownNames }

  /// The files, but for those with a name the program has a theme of.
  package var ownNames: [String] {
    fileNames.filter { Theme.isName($0) && Theme.named($0) == nil }
  }

  /// Files that cannot be themes, and why not.
  package var problems: [LoadedConfiguration.Problem] {
    fileNames.compactMap { name in
      let path = (folder ?? "") + "/" + name + Self.ending
      guard Theme.isName(name) else {
        return problem(
          path, "small letters, digits and dashes make a name, forty of them at most",
          "имя темы — до сорока строчных латинских букв, цифр и дефисов")
      }
      guard Theme.named(name) != nil else { return nil }
      return problem(
        path, "not read, \(name) is a theme of the program; another name may extend it",
        "не читается: тема \(name) есть в программе; тема с другим именем может её расширить")
    }
  }

  private func problem(
    _ path: String, _ english: PhraseKey, _ russian: String
  ) -> LoadedConfiguration.Problem {
    let words = Phrase(english, russian)
    return .init { "\(path.escaped):1:1: warning: " + words($0) }
  }

  /// Of the files that end as themes do, without that.
  private var fileNames: [String] {
    let files = folder.flatMap(Folder.names) ?? []
    return files.filter { $0.hasSuffix(Self.ending) }
      .map { String($0.dropLast(Self.ending.count)) }.sorted()
  }

  /// A theme by its name.
  package func theme(_ name: String) -> Result<Found, ThemeProblem> { theme(name, below: []) }

  /// Why there is no theme of a name, with the one that was probably meant.
  package func unknown(_ name: String) -> Phrase {
    let list = names
    let hint = nearestName(to: name.lowercased(), among: list)
    let all = list.joined(separator: ", ")
    return Phrase("there is no theme ‘\(name)’", "темы «\(name)» нет")
      + (hint == nil ? Phrase("; there are \(all)", "; есть: \(all)") : .perhaps(hint))
  }

  // MARK: Files

  private static let ending = ".yaml"
  /// More would be a tangle nobody sees through.
  private static let deepest = 8

  private func path(_ name: String) -> String? {
    guard Theme.isName(name) else { return nil }
    return folder.map { $0 + "/" + name + Self.ending }
  }

  /// `chain` are the themes that extend it.
  private func theme(_ name: String, below chain: [String]) -> Result<Found, ThemeProblem> {
    if let own = Theme.named(name) { return .success(Found(theme: own, problems: [])) }
    guard !chain.contains(name) else {
      let ring = (chain.drop { $0 != name } + [name]).joined(separator: " → ")
      return .failure(
        ThemeProblem(
          Phrase(
            "\(ring): themes extend one another in a ring",
            "\(ring): темы расширяют друг друга по кругу"))
      )
    }
    guard chain.count < Self.deepest else {
      return .failure(
        ThemeProblem(
          Phrase("more than \(Self.deepest) themes deep", "в цепочке тем их больше \(Self.deepest)")
        ))
    }
    guard let path = path(name) else { return .failure(ThemeProblem(unknown(name))) }
    switch OwnFile.read(path) {
    case .failure(.notThere): return .failure(ThemeProblem(unknown(name)))
    case .failure(let failure):
      return .failure(ThemeProblem(Phrase("\(path): ") + failure.phrase))
    case .success(let bytes): return .success(read(SourceLines(bytes), name, path, chain + [name]))
    }
  }

  private func read(
    _ lines: SourceLines, _ name: String, _ path: String, _ chain: [String]
  ) -> Found {
    var extended = Found(theme: .dark, problems: [])
    let reader = ThemeReader(lines, name: name) { base in
      theme(base, below: chain).map { found in
        extended = found
        return found.theme
      }
    }
    return Found(
      theme: reader.theme, files: [path] + extended.files,
      problems: reader.mistakes.asProblems(path, lines)
        + reader.hardToRead.asProblems(path, lines, areFaults: false) + extended.problems)
  }
}
