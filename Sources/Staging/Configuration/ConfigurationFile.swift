/// Where the configuration lies, and reading it: never from the folder of a deck.

import DemoKit
import Glibc
import Markup
import Wording

package struct ConfigurationFile {
  package let path: String
  /// Somebody named it, so that it has to be there.
  private let isNamed: Bool

  /// The file that an option or `LECTERN_CONFIG` names, else the one at its usual place; nil where
  /// there is no home to have it in.
  package init?(named name: String?, variable: (String) -> String?) {
    if let name = name ?? variable("LECTERN_CONFIG"), !name.isEmpty {
      (path, isNamed) = (name, true)
    } else if let folder = OwnFile.folder(variable) {
      (path, isNamed) = (folder + "/config.yaml", false)
    } else {
      return nil
    }
  }

  /// What it says. One that is not there says nothing; the catalogue and the themes are looked at
  /// only where it speaks of them.
  package func load(
    themes: ThemeShelf, catalog: @autoclosure @escaping () -> DemoCatalog
  ) -> LoadedConfiguration {
    var loaded = LoadedConfiguration()
    switch OwnFile.read(path) {
    case .failure(.notThere) where !isNamed: break
    case .failure(let failure):
      loaded.problems = [.init { [path] in OwnFile.text(path, failure, $0) }]
    case .success(let bytes):
      let lines = SourceLines(bytes)
      let reader = ConfigurationReader(lines, themes: themes, catalog: catalog)
      loaded.configuration = reader.configuration
      loaded.problems = reader.diagnostics.asProblems(path, lines)
    }
    return loaded
  }
}

extension [Diagnostic] {
  /// In the order of the file, at most a hundred.
  func asProblems(
    _ path: String, _ lines: SourceLines, areFaults: Bool = true
  ) -> [LoadedConfiguration.Problem] {
    sorted { $0.range.lowerBound < $1.range.lowerBound }.prefix(Limits.diagnostics).map {
      diagnostic in
      .init(isFault: areFaults) { diagnostic.text(path: path, lines: lines, $0) }
    }
  }
}
