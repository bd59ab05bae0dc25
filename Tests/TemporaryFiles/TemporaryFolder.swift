/// A folder for the files of one test, gone with its owner, whatever came to be in it.
///
/// What cannot be written here cannot be tested: such a failure ends the program with its reason.

import Glibc

package final class TemporaryFolder {
  package let path: String

  package init() {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array("\(parent)/lectern-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { Self.fail(parent) }
    path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { Self.remove(path) }

  /// Where something of this name lies, or would.
  package func place(_ name: String) -> String { "\(path)/\(name)" }

  /// The names of what lies in a folder of this one.
  package func names(in name: String = ".") -> [String] { Self.names(in: place(name)) }

  /// Writes a file, new or again, and the folders above it; returns where it lies.
  @discardableResult
  package func write(_ text: String, as name: String) -> String {
    write(Array(text.utf8), as: name)
  }

  @discardableResult
  package func write(_ bytes: [UInt8], as name: String) -> String {
    if let slash = name.lastIndex(of: "/") { makeFolder(String(name[..<slash])) }
    let path = place(name)
    guard let file = fopen(path, "we") else { Self.fail(path) }
    let count = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, count == bytes.count else { Self.fail(path) }
    return path
  }

  /// Puts a file into the place of another in one step, as most editors save.
  package func replace(_ name: String, by text: String) {
    write(text, as: ".new")
    move(".new", to: name)
  }

  /// Makes a folder, and those above it.
  package func makeFolder(_ name: String, mode: mode_t = 0o755) {
    for end in name.indices.filter({ name[$0] == "/" }) + [name.endIndex] {
      let path = place(String(name[..<end]))
      guard mkdir(path, mode) == 0 || errno == EEXIST else { Self.fail(path) }
    }
  }

  package func link(_ name: String, to target: String) {
    guard symlink(target, place(name)) == 0 else { Self.fail(place(name)) }
  }

  package func move(_ name: String, to other: String) {
    guard rename(place(name), place(other)) == 0 else { Self.fail(place(name)) }
  }

  /// Removes a file, or a folder with what is in it.
  package func remove(_ name: String) { Self.remove(place(name)) }

  private static func remove(_ path: String) {
    if unlink(path) == 0 { return }
    for name in names(in: path) { remove(path + "/" + name) }
    rmdir(path)
  }

  private static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private static func fail(_ path: String) -> Never {
    fatalError("\(path): \(String(cString: strerror(errno)))")
  }
}
