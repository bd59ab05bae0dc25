/// A folder for a test, with files in it; it goes when the test ends.

import Foundation
import Glibc

@testable import Staging

final class TestFolder {
  let path: String

  init() {
    var name = Array("/tmp/lectern-test-XXXXXX".utf8CString)
    path = mkdtemp(&name).map { String(cString: $0) } ?? "/tmp"
  }

  deinit {
    guard path != "/tmp" else { return }
    try? FileManager.default.removeItem(atPath: path)
  }

  func write(_ bytes: [UInt8], _ name: String) {
    guard let file = fopen(path + "/" + name, "w") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  func write(_ text: String, _ name: String) { write(Array(text.utf8), name) }

  func link(_ name: String, to place: String) { symlink(place, path + "/" + name) }
}
