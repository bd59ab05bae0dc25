/// Files that are opened only where they are said to lie, however they came to lie elsewhere.

import Glibc
import TemporaryFiles
import Testing

@testable import Machine

@Suite struct `A file beneath a folder` {
  /// With the kernel's help and without.
  @Test(arguments: [true, false])
  func `is opened, and nothing that leads elsewhere`(hasHelp: Bool) {
    let root = TemporaryFolder()
    for file in ["secret", "talk/in/own"] { root.write("", as: file) }
    root.link("talk/link", to: "../secret")
    root.link("talk/up", to: "..")
    let opens = { (path: String) in
      let folder = root.place("talk")
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
