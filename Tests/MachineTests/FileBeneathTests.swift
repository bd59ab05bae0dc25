/// Files that are opened only where they are said to lie, however they came to lie elsewhere.

import Foundation
import Glibc
import Testing

@testable import Machine

@Suite struct `A file beneath a folder` {
  /// With the kernel's help and without.
  @Test(arguments: [true, false])
  func `is opened, and nothing that leads elsewhere`(hasHelp: Bool) throws {
    var name = Array("/tmp/lectern-test-XXXXXX".utf8CString)
    let root = try #require(mkdtemp(&name).map { String(cString: $0) })
    defer { try? FileManager.default.removeItem(atPath: root) }
    mkdir(root + "/talk", 0o700)
    mkdir(root + "/talk/in", 0o700)
    for file in ["/secret", "/talk/in/own"] { close(creat(root + file, 0o600)) }
    symlink("../secret", root + "/talk/link")
    symlink("..", root + "/talk/up")
    let opens = { (path: String) in
      let folder = root + "/talk"
      let file =
        hasHelp
        ? FileBeneath.open(path, in: folder) : FileBeneath.openAndLook(path, in: folder)
      if file >= 0 { close(file) }
      return file >= 0
    }
    #expect(opens("in/own"))
    for path in ["link", "up/secret", "../secret", "nothing"] { #expect(!opens(path), "\(path)") }
  }
}
