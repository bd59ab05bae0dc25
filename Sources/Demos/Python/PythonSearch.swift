/// Which Python is run: never one that a deck names.

import Glibc
import Machine

/// A program to start, with what is said to it besides the script.
package struct Python: Equatable, Sendable {
  package var path: String
  package var options: [String] = []

  package init(path: String, options: [String] = []) {
    self.path = path
    self.options = options
  }
}

/// Where it is looked for.
package struct PythonSearch: Equatable, Sendable {
  /// What whoever runs us has chosen.
  package var chosen: String?

  package init(chosen: String? = nil) { self.chosen = chosen }

  /// The Python that is filmed; nil where there is none. What was chosen is taken even where it is
  /// no program: that it is none is what has to be said.
  package var python: Python? {
    if let chosen, !chosen.isEmpty {
      return Python(path: chosen.contains("/") ? chosen : Self.inPath(chosen) ?? chosen)
    }
    let usual = "/usr/bin/python3"
    if access(usual, X_OK) == 0 { return Python(path: usual) }
    return Self.inPath("python3").map { Python(path: $0) }
  }

  /// That one, then the one that the user's own shell would start: packages are often there only.
  package var candidates: [Python] {
    let all = [python, chosen == nil ? Self.inPath("python3").map { Python(path: $0) } : nil]
    return all.compactMap { $0 }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// A build without the lock, the newest; nil where there is none.
  package var freeThreaded: Python? {
    ["python3.15t", "python3.14t", "python3.13t"].firstResult(Self.inPath).map {
      Python(path: $0, options: ["-X", "gil=0"])
    }
  }

  private static func inPath(_ name: String) -> String? {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    return path.split(separator: ":").map { $0 + "/" + name }.first { access($0, X_OK) == 0 }
  }
}
