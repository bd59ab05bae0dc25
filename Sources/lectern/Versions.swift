/// The program's version and those of the libraries it runs with.

import Glibc
import Ncurses

enum Versions {
  static let own = "0.1.0"

  /// `lectern 0.1.0 (md4c 0.4.8, ncurses 6.4.20221231)`
  static var text: String {
    let libraries = [md4c.map { "md4c " + $0 }, NcursesTerminal.libraryVersion].compactMap { $0 }
    return "lectern \(own) (" + libraries.joined(separator: ", ") + ")"
  }

  /// md4c tells its version nowhere but in the name of its file.
  private static var md4c: String? {
    guard let file = fopen("/proc/self/maps", "re") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 4096)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(decoding: line.prefix { $0 > 0 }.map(UInt8.init), as: UTF8.self)
      guard let name = text.split(separator: "/").last, name.hasPrefix("libmd4c.so.") else {
        continue
      }
      return String(name.dropFirst("libmd4c.so.".count).prefix { $0 != "\n" })
    }
    return nil
  }
}
