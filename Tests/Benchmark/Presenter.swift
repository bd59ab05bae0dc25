/// A program that is measured: where it is and how it is called.

import Glibc
import TemporaryFiles
import TerminalHarness

struct Presenter {
  let name: String
  let program: String
  let arguments: [String]

  /// What one would type to see the same.
  var command: String { ([program] + arguments).joined(separator: " ") }

  static let mdpInstallation = "sudo apt-get install mdp"

  static func lectern(
    at path: String?, showing deck: BenchmarkDeck, in folder: TemporaryFolder
  ) throws -> Presenter {
    let program = path ?? builtProgram(named: "lectern")
    guard isProgram(program) else {
      throw MissingProgram(
        path: program, cure: "swift build -c release --static-swift-stdlib --product lectern")
    }
    let file = folder.write(deck.commonMark, as: "deck.md")
    return Presenter(name: "lectern", program: program, arguments: [file])
  }

  /// mdp without its fade; nil when none was asked for and there is none.
  static func mdp(
    at path: String?, showing deck: BenchmarkDeck, in folder: TemporaryFolder
  ) throws -> Presenter? {
    if let path, !isProgram(path) { throw MissingProgram(path: path, cure: mdpInstallation) }
    guard let program = path ?? find("mdp") else { return nil }
    let file = folder.write(deck.mdp, as: "deck.mdp")
    return Presenter(name: "mdp -f", program: program, arguments: ["-f", file])
  }

  private static func isProgram(_ path: String) -> Bool { access(path, X_OK) == 0 }

  private static func find(_ name: String) -> String? {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    return path.split(separator: ":").map { "\($0)/\(name)" }.first(where: isProgram)
  }
}

struct MissingProgram: Error, CustomStringConvertible {
  let path: String
  let cure: String

  var description: String { "\(path) is not a program that can be started; to get it: \(cure)" }
}
