/// `lectern-fuzz TARGET FILE…` does with files what the fuzzer does with its inputs.
///
/// Built with `--sanitize=fuzzer -Xswiftc -DFUZZING` it is libFuzzer instead, whose main reads its own
/// options; the target is then named by `LECTERN_FUZZ`.

import Glibc

#if FUZZING
  private let target: FuzzTarget = {
    guard let name = getenv("LECTERN_FUZZ"),
      let target = FuzzTarget(rawValue: String(cString: name))
    else { fatalError("LECTERN_FUZZ: one of \(FuzzTarget.names)") }
    return target
  }()

  @_cdecl("LLVMFuzzerTestOneInput")
  public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    target.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
  }
#else
  @main
  enum Fuzzer {
    static func main() {
      let arguments = CommandLine.arguments
      guard arguments.count > 1, let target = FuzzTarget(rawValue: arguments[1]) else {
        print("usage: lectern-fuzz \(FuzzTarget.names) FILE…")
        exit(64)
      }
      for path in arguments.dropFirst(2) { target.run(bytes(of: path)) }
    }

    private static func bytes(of path: String) -> [UInt8] {
      guard let file = fopen(path, "r") else {
        print("cannot open \(path)")
        exit(66)
      }
      defer { fclose(file) }
      var bytes: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 65_536)
      while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
        bytes += buffer[..<count]
      }
      return bytes
    }
  }
#endif

extension FuzzTarget {
  static var names: String { allCases.map(\.rawValue).joined(separator: "|") }
}
