/// A folder for the files of one scenario, removed with its owner.

import Glibc

package final class TemporaryFolder {
  package let path: String
  private var files: Set<String> = []

  package init() throws(HarnessError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = "\(parent)/lectern-XXXXXX".utf8CString.map { $0 }
    guard mkdtemp(&template) != nil else { throw .failed("mkdtemp in \(parent)") }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    for file in files { _ = unlink(file) }
    _ = rmdir(path)
  }

  /// Writes a file, new or again, and returns its path.
  @discardableResult
  package func write(_ text: String, as name: String) throws(HarnessError) -> String {
    let file = "\(path)/\(name)"
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
    let descriptor = try Descriptor(open(file, flags, 0o600), from: file)
    files.insert(file)
    var rest = ArraySlice(text.utf8)
    while !rest.isEmpty {
      let count = retried {
        rest.withUnsafeBytes { Glibc.write(descriptor.number, $0.baseAddress, $0.count) }
      }
      guard count > 0 else { throw .failed(file) }
      rest = rest.dropFirst(count)
    }
    return file
  }
}
