/// Hears when files change, also by editors that write a new file and rename it over the old one:
/// their folders are watched (inotify(7)), or looked at each second where that cannot be.

import Glibc
import Machine

package final class FileWatch {
  /// Has something to say when a file may have changed; nil where one has to look.
  package private(set) var descriptor: Int32?
  /// Folders with their watches. One that is written in two ways has one watch for both of them.
  private var folders: [(watch: Int32, folder: String)] = []
  /// What was asked for.
  private var wanted: Set<String> = []
  /// Every name that matters: of what is wanted, of links on the way there, of folders to come.
  private var names: Set<String> = []
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
    wanted = paths
    arm()
    if mustLook { seen = fingerprints }
  }

  /// Watches everything that comes and goes in a folder.
  package func followFolder(_ folder: String) {
    wholeFolder = folder.plainPath
    arm()
  }

  /// Watches the folders as they are now: a link may lead elsewhere, a folder may be another one under
  /// the same name.
  private func arm() {
    guard let descriptor else { return }
    let older = folders
    (folders, mustLook) = ([], false)
    names = wholeFolder.map { FileLinks.way(to: $0).links } ?? []
    for path in wanted {
      let way = FileLinks.way(to: path)
      names.formUnion(way.paths.union(way.links))
    }
    if let wholeFolder { watch(wholeFolder, by: descriptor) }
    for folder in Set(names.map(\.folder)) { watch(folder, by: descriptor) }
    for (watch, _) in older where !folders.contains(where: { $0.watch == watch }) {
      inotify_rm_watch(descriptor, watch)
    }
  }

  /// One that is not there is waited for in the folder above it.
  private func watch(_ folder: String, by descriptor: Int32) {
    if isWatched(folder, by: descriptor) { return }
    let isMissing = errno == ENOENT || errno == ENOTDIR || errno == ELOOP
    guard isMissing, folder != folder.folder else { return mustLook = true }
    names.insert(folder)
    watch(folder.folder, by: descriptor)
    // It may have come before it was waited for.
    _ = isWatched(folder, by: descriptor)
  }

  private func isWatched(_ folder: String, by descriptor: Int32) -> Bool {
    if folders.contains(where: { $0.folder == folder }) { return true }
    let watch = inotify_add_watch(descriptor, folder.fileName, Self.events)
    if watch >= 0 { folders.append((watch, folder)) }
    return watch >= 0
  }

  // MARK: Hearing

  /// Takes what the descriptor has to say; whether it is of one of the files.
  package func hear() -> Bool {
    let isOurs = takeAll()
    // Before anything is read: what changes after that is heard of.
    if isOurs { arm() }
    return isOurs
  }

  private func takeAll() -> Bool {
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
    let end = min(event.count, Self.headSize + nameLength)
    let name = FileName.text(event[Self.headSize..<end].prefix { $0 != 0 })
    return folders.contains { place in
      guard place.watch == watch else { return false }
      // The folder is another one now, or none.
      if mask & UInt32(IN_MOVE_SELF | IN_DELETE_SELF | IN_IGNORED) != 0 { return true }
      return place.folder == wholeFolder || names.contains(Self.path(of: name, in: place.folder))
    }
  }

  private static func path(of name: String, in folder: String) -> String {
    folder == "." ? name : folder == "/" ? "/" + name : folder + "/" + name
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
    for path in wanted {
      var status = stat()
      guard stat(path.fileName, &status) == 0 else { continue }
      found[path] = Fingerprint(
        inode: UInt64(status.st_ino), size: Int64(status.st_size),
        seconds: status.st_ctim.tv_sec, nanoseconds: status.st_ctim.tv_nsec)
    }
    return found
  }
}
