/// Files and folders, as far as the floor plan has to see them.

import Glibc

struct File {
  let path: String
  /// The path below the package.
  let relative: String

  var exists: Bool { access(path, F_OK) == 0 }

  var text: String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  var lines: [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}

struct Folder {
  let path: String

  /// The folder that holds a file.
  init(_ path: String) { self.path = path }

  var parent: Folder {
    Folder(
      path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    )
  }

  func file(_ relative: String) -> File { File(path: path + "/" + relative, relative: relative) }

  func files(below relative: String, ending: String) -> [File] {
    guard let folder = opendir(path + "/" + relative) else { return [] }
    defer { closedir(folder) }
    var files: [File] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard !name.hasPrefix(".") else { continue }
      let below = relative + "/" + name
      if entry.pointee.d_type == UInt8(DT_DIR) {
        files += self.files(below: below, ending: ending)
      } else if name.hasSuffix(ending) {
        files.append(file(below))
      }
    }
    return files
  }
}
