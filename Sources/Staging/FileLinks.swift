/// The links on the way to a file: turned elsewhere, they make it another file.

import Glibc
import Machine

enum FileLinks {
  /// As many as the kernel follows (path_resolution(7)).
  private static let most = 40

  /// The path and those it stands for, and every link on the way there.
  static func way(to path: String) -> (paths: Set<String>, links: Set<String>) {
    var (paths, links): (Set<String>, Set<String>) = ([], [])
    var path = path.plainPath
    for _ in 0...most {
      guard paths.insert(path).inserted, let (link, next) = firstLink(of: path) else { break }
      links.insert(link)
      path = next
    }
    return (paths, links)
  }

  /// The first folder of a path, or the file, that is a link, and the path it stands for.
  private static func firstLink(of path: String) -> (link: String, next: String)? {
    var place = path.startIndex
    while place < path.endIndex {
      let end = path[path.index(after: place)...].firstIndex(of: "/") ?? path.endIndex
      let link = String(path[..<end])
      if let target = target(of: link) {
        let start = target.hasPrefix("/") ? target : link.folder + "/" + target
        return (link, (start + path[end...]).plainPath)
      }
      place = end
    }
    return nil
  }

  private static func target(of link: String) -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
      guard let start = buffer.baseAddress else { return nil }
      let count = readlink(link.fileName, start, buffer.count)
      return count > 0
        ? FileName.text(UnsafeRawBufferPointer(buffer)[..<count]) : nil
    }
  }
}

extension String {
  /// The folder of a path.
  var folder: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }

  /// The path without what leads nowhere: `./a//b` is `a/b`. What lies above a folder is let be, for it
  /// may be a link.
  var plainPath: String {
    var plain = hasPrefix("/") ? "/" : ""
    for step in split(separator: "/") where step != "." {
      if !plain.isEmpty, !plain.hasSuffix("/") { plain.append("/") }
      plain.append(contentsOf: step)
    }
    return plain.isEmpty ? "." : plain
  }
}
