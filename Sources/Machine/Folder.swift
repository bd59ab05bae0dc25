/// What a folder holds.

import Glibc

package enum Folder {
  /// The names in a folder, in no order; nil if it is none.
  package static func names(in path: String) -> [String]? {
    guard let folder = opendir(path.fileName) else { return nil }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        FileName.text(bytes.prefix { $0 != 0 })
      }
      names.append(name)
    }
    return names
  }
}
