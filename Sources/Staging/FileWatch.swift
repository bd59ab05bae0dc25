/// Hears when files change, also by editors that write a new file and rename it over the old one:
/// their folders are watched (inotify(7)), or looked at each second where that cannot be.

import Glibc

package final class FileWatch {
  /// Has something to say when a file may have changed; nil where one has to look.
  package private(set) var descriptor: Int32?
  /// Folders by their watches.
  private var folders: [Int32: String] = [:]
  private var files: Set<String> = []
  /// All of its files are of interest.
  private var wholeFolder: String?
  private var seen: [String: Fingerprint] = [:]
  /// Some folder cannot be watched: files are looked at from time to time.
  package private(set) var mustLook = false

  private static let events = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVE_SELF
      | IN_DELETE_SELF)

  package init(canNotify: Bool = true) {
    let file = canNotify ? inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK)) : -1
    descriptor = file >= 0 ? file : nil
    mustLook = descriptor == nil
  }

  deinit { if let descriptor { close(descriptor) } }

  /// Watches these files from now on, and those they are links to.
  package func follow(_ paths: Set<String>) {
    let wanted = paths.union(paths.compactMap { DeckFolder.realPath($0) })
    for path in wanted.subtracting(files) { watchFolder(of: path) }
    files = wanted
    if mustLook { seen = fingerprints }
  }

  /// Watches everything that comes and goes in a folder.
  package func followFolder(_ folder: String) {
    watch(folder)
    wholeFolder = folder
  }

  private func watchFolder(of path: String) { watch(path.folder) }

  private func watch(_ folder: String) {
    guard let descriptor, !folders.values.contains(folder) else { return }
    let watch = inotify_add_watch(descriptor, folder, Self.events)
    if watch >= 0 { folders[watch] = folder } else { mustLook = true }
  }

  // MARK: Hearing

  /// Takes what the descriptor has to say; whether it is of one of the files.
  package func hear() -> Bool {
    guard let descriptor else { return false }
    var isOurs = false
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return isOurs }
      buffer.withUnsafeBytes { bytes in
        var place = 0
        while place + Self.headSize <= count {
          let length = Int(bytes.loadUnaligned(fromByteOffset: place + 12, as: UInt32.self))
          if takes(UnsafeRawBufferPointer(rebasing: bytes[place..<count]), nameLength: length) {
            isOurs = true
          }
          place += Self.headSize + length
        }
      }
    }
  }

  /// `struct inotify_event`: watch, mask, cookie, length of the name, the name with zeros after it.
  private static let headSize = 16

  private func takes(_ event: UnsafeRawBufferPointer, nameLength: Int) -> Bool {
    let watch = event.loadUnaligned(as: Int32.self)
    let mask = event.loadUnaligned(fromByteOffset: 4, as: UInt32.self)
    if mask & UInt32(IN_Q_OVERFLOW) != 0 { return true }
    guard let folder = folders[watch] else { return false }
    if folder == wholeFolder { return true }
    if mask & UInt32(IN_MOVE_SELF | IN_DELETE_SELF | IN_IGNORED) != 0 {
      // The folder is another one now, or none: what lies there is looked at.
      folders[watch] = nil
      mustLook = true
      seen = [:]
      return true
    }
    let end = min(event.count, Self.headSize + nameLength)
    let name = String(decoding: event[Self.headSize..<end].prefix { $0 != 0 }, as: UTF8.self)
    return files.contains(folder == "." ? name : folder == "/" ? "/" + name : folder + "/" + name)
  }

  // MARK: Looking

  /// Where there is nothing to be heard: whether a file is another one than at the last look.
  package func look() -> Bool {
    let now = fingerprints
    defer { seen = now }
    return now != seen
  }

  /// What tells a file from itself before an edit.
  private struct Fingerprint: Equatable {
    var inode: UInt64
    var size: Int64
    var seconds: Int
    var nanoseconds: Int
  }

  private var fingerprints: [String: Fingerprint] {
    var found: [String: Fingerprint] = [:]
    for path in files {
      var status = stat()
      guard stat(path, &status) == 0 else { continue }
      found[path] = Fingerprint(
        inode: UInt64(status.st_ino), size: Int64(status.st_size),
        seconds: status.st_ctim.tv_sec, nanoseconds: status.st_ctim.tv_nsec)
    }
    return found
  }
}

extension String {
  /// The folder of a path.
  var folder: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }
}
