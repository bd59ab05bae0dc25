/// Where shows wait for consoles: Unix sockets (unix(7)) in a folder that nobody else can enter.

import Glibc
import Machine
import Markup
import Wording

package struct ConsoleFolder: Sendable {
  package let path: String

  package enum Problem: Error { case notOurs(String), cannotMake(String, errno: Int32), tooLong }

  /// `$XDG_RUNTIME_DIR/lectern`, else `lectern-UID` in the folder for temporary files: also where the
  /// variable still names the folder of whoever has become somebody else (su(1)), or none that is.
  package init(variable: (String) -> String?) {
    if let runtime = variable("XDG_RUNTIME_DIR"), Self.isOurs(runtime) {
      path = runtime + "/lectern"
    } else {
      let temporary = variable("TMPDIR").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
      path = temporary + "/lectern-\(geteuid())"
    }
  }

  private static func isOurs(_ folder: String) -> Bool {
    var status = stat()
    return folder.hasPrefix("/") && stat(folder, &status) == 0 && status.st_uid == geteuid()
      && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Makes the folder, or makes sure that it is ours alone: one that somebody else has put there is
  /// not used.
  package func prepare() throws(Problem) {
    if mkdir(path, 0o700) != 0, errno != EEXIST { throw .cannotMake(path, errno: errno) }
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
      status.st_uid == geteuid(), status.st_mode & 0o077 == 0
    else { throw .notOurs(path) }
  }

  /// The socket of a show on a deck; `sun_path` holds 107 bytes, four of them for its first name.
  func socket(ofDeck deck: String) throws(Problem) -> String {
    let name = path + "/" + deck.fingerprint + ".\(getpid()).sock"
    guard name.utf8.count <= 103 else { throw .tooLong }
    return name
  }

  /// The sockets there are, of a deck or of any, the youngest first.
  func sockets(ofDeck deck: String?) -> [String] {
    var found: [(path: String, time: timespec)] = []
    for name in Folder.names(in: path) ?? [] {
      guard name.hasSuffix(".sock"), deck.map({ name.hasPrefix($0.fingerprint) }) ?? true else {
        continue
      }
      var status = stat()
      guard lstat(path + "/" + name, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK,
        status.st_uid == geteuid()
      else { continue }
      found.append((path + "/" + name, status.st_ctim))
    }
    return found.sorted {
      ($1.time.tv_sec, $1.time.tv_nsec) < ($0.time.tv_sec, $0.time.tv_nsec)
    }.map(\.path)
  }
}

extension ConsoleFolder.Problem {
  package func text(_ language: Language) -> String {
    switch self {
    case .notOurs(let path):
      Phrase(
        "no console: \(path) is not ours alone",
        "пульта не будет: папка \(path) доступна не только вам")(
          language
        ).escaped
    case .cannotMake(let path, let errno):
      Phrase("no console: ", "пульта не будет: ")(language) + path.escaped + ": "
        + Phrase.system(String(cString: strerror(errno)))(language)
    case .tooLong:
      Phrase("no console: its path is too long", "пульта не будет: слишком длинный путь")(language)
    }
  }
}

/// A socket that never blocks and is not handed on to children.
func unixSocket() -> Int32 {
  let kind = SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue
  return socket(AF_UNIX, Int32(kind), 0)
}

/// An address of the kind sockets want.
func withSocketAddress<Result>(
  _ path: String, _ use: (UnsafePointer<sockaddr>, socklen_t) -> Result
) -> Result {
  var address = sockaddr_un()
  address.sun_family = sa_family_t(AF_UNIX)
  withUnsafeMutableBytes(of: &address.sun_path) { bytes in
    for (place, byte) in path.utf8.prefix(bytes.count - 1).enumerated() { bytes[place] = byte }
  }
  return withUnsafePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      use($0, socklen_t(MemoryLayout<sockaddr_un>.size))
    }
  }
}

/// Whether the process at the other end is ours (SO_PEERCRED, socket(7)).
func isOurs(peerOf socket: Int32) -> Bool {
  // struct ucred: pid, uid, gid
  var peer: (UInt32, UInt32, UInt32) = (0, UInt32.max, 0)
  var size = socklen_t(MemoryLayout.size(ofValue: peer))
  return getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.1 == geteuid()
}
