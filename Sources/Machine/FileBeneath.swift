/// A file that lies in a folder or below, and nowhere else at the moment it is opened.

import CMachine
import Glibc

package enum FileBeneath {
  /// Opens a file for reading by its path without links in it, relative to a folder; returns its
  /// descriptor, or -1. What was put in the place of a part of the path meanwhile is not followed.
  package static func open(_ path: String, in folder: String) -> Int32 {
    let file = machine_open_beneath(folder.fileName, path.fileName)
    // Seccomp filters of containers refuse what they do not know with EPERM.
    guard file < 0, errno == ENOSYS || errno == EPERM else { return file }
    return openAndLook(path, in: folder)
  }

  /// Where the kernel cannot promise it: opened first, then looked where that led.
  static func openAndLook(_ path: String, in folder: String) -> Int32 {
    let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | O_NOFOLLOW
    let root = folder.hasSuffix("/") ? folder : folder + "/"
    let file = Glibc.open((root + path).fileName, flags)
    guard file >= 0 else { return file }
    guard let real = realpath("/proc/self/fd/\(file)", nil) else {
      close(file)
      return -1
    }
    defer { free(real) }
    guard FileName.text(real).hasPrefix(root) else {
      close(file)
      errno = EXDEV
      return -1
    }
    return file
  }
}
