/// The walls of the building: who may import whom, how long a file may be, what it opens with.

import Testing

/// The rooms from the bottom up, with what each may import.
private let plan: [String: Set<String>] = [
  "CMd4c": [], "CYaml": [], "CNcurses": [], "CMachine": [], "CImage": [], "CStart": [],
  "Wording": [],
  "Screen": [],
  "Highlighting": [],
  "Markup": ["Wording", "CMd4c"],
  "Machine": ["CMachine", "Glibc", "Synchronization"],
  "Decks": ["Markup", "Wording", "CYaml"],
  "DemoKit": ["Screen", "Machine", "Wording", "Glibc", "Synchronization"],
  "Ncurses": ["Screen", "CNcurses", "Glibc"],
  "Pictures": ["Screen", "CImage"],
  "Typesetting": ["Decks", "Highlighting", "Markup", "Screen", "Wording"],
  "Demos": ["DemoKit", "Machine", "Screen", "Wording", "Glibc", "Synchronization"],
  "Presenting": ["Typesetting", "Decks", "Markup", "Screen", "Wording"],
  "Staging": [
    "Presenting", "Typesetting", "DemoKit", "Decks", "Pictures", "Markup", "Machine", "Screen",
    "Wording", "Glibc",
  ],
  "lectern": [
    "Staging", "Presenting", "Typesetting", "Demos", "DemoKit", "Decks", "Markup", "Machine",
    "Ncurses", "Screen", "Wording", "ArgumentParser", "Glibc",
  ],
]

private let package = Folder(#filePath).parent.parent.parent

@Suite struct `The floor plan` {
  @Test func `a room imports only what the plan allows`() {
    for file in swiftFiles(in: "Sources") {
      let room = String(file.relative.split(separator: "/")[1])
      // What is indented is no import of ours: a script that another program runs.
      for line in file.lines where line.hasPrefix("import ") || line.contains(" import ") {
        guard line.first != " " else { continue }
        guard let imported = importedModule(line) else { continue }
        let isAllowed = plan[room]?.contains(imported) == true
        #expect(isAllowed, "\(file.relative): \(room) may not import \(imported)")
      }
    }
  }

  @Test func `the plan and the package name the same rooms`() {
    let manifest = package.file("Package.swift").text
    for room in plan.keys {
      #expect(manifest.contains("\"\(room)\""), "Package.swift does not know \(room)")
    }
    for file in swiftFiles(in: "Sources") {
      let room = String(file.relative.split(separator: "/")[1])
      #expect(plan[room] != nil, "\(room) is not in the plan")
    }
  }

  @Test func `no file is longer than 400 lines`() {
    for file in swiftFiles(in: "Sources") + swiftFiles(in: "Tests") {
      #expect(file.lines.count <= 400, "\(file.relative) has \(file.lines.count) lines")
    }
  }

  @Test func `every file opens with a line that says what is there`() {
    for file in swiftFiles(in: "Sources") + swiftFiles(in: "Tests") {
      #expect(file.lines.first?.hasPrefix("/// ") == true, "\(file.relative)")
    }
  }

  /// In an executable at fixed addresses the loader warns of such a reference into Swift's dynamic
  /// library when it is first used: on the screen, in the midst of a talk.
  @Test func `no key path leads to the count of an array`() {
    for file in swiftFiles(in: "Sources") {
      for line in file.lines where line.contains("\\.") {
        let paths = line.split(separator: "\\.").dropFirst()
        let ends = paths.map { $0.prefix { $0.isLetter || $0 == "." } }
        #expect(
          !ends.contains { $0 == "count" || $0.hasSuffix(".count") }, "\(file.relative): \(line)")
      }
    }
  }

  @Test func `every path the README names exists`() {
    let words = package.file("README.md").text.split { " `|()[],;\n".contains($0) }
    let roots = ["Sources/", "Tests/", "slides/"]
    let paths = words.filter { word in roots.contains { word.hasPrefix($0) } }
    #expect(!paths.isEmpty)
    for path in paths {
      #expect(package.file(String(path)).exists, "README names \(path)")
    }
  }

  private func swiftFiles(in folder: String) -> [File] {
    let files = package.files(below: folder, ending: ".swift")
    #expect(!files.isEmpty)
    return files
  }

  /// `import X`, `@testable import X`; nil for a line that only looks like one.
  private func importedModule(_ line: String) -> String? {
    let words = line.split(separator: " ").filter { !$0.hasPrefix("@") }
    return words.count == 2 && words[0] == "import" ? String(words[1]) : nil
  }
}
