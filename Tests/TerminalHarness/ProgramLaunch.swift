/// Which program is to run on a terminal, with what, where, and under whom.

import Glibc

struct ProgramLaunch {
  let program: String
  let arguments: [String]
  let environment: [String: String]
  let folder: String

  /// Lends the program's arguments and its environment as C wants them.
  func withVectors<Result>(
    _ body: (
      UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>,
      UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
    ) -> Result
  ) -> Result {
    Self.withVector([program] + arguments) { arguments in
      Self.withVector(environment.map { "\($0.key)=\($0.value)" }) { environment in
        body(arguments, environment)
      }
    }
  }

  private static func withVector<Result>(
    _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    let vector = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
      capacity: copies.count + 1)
    defer { vector.deallocate() }
    for (index, copy) in copies.enumerated() { vector[index] = copy }
    vector[copies.count] = nil
    return body(vector)
  }
}
