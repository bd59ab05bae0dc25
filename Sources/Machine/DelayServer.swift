/// A server in this process: it answers each request after as long as the request says.

import CMachine
import Glibc

/// Over TCP on 127.0.0.1, or over socket pairs where a sandbox has no network. One thread serves
/// everybody: it sleeps until an answer is due or a request comes.
package final class DelayServer: @unchecked Sendable {
  /// What requests travel over.
  package enum Medium: Sendable { case loopback, socketPair }

  private let listener: Int32
  private let state = Lock(Connections())
  private let stopping = Signal(0)
  private let wake: (reader: Int32, writer: Int32)
  private var thread: WorkerThread?

  private struct Connections {
    var servers: [Int32] = []
    var clients: [Int32] = []
  }

  /// Its thread keeps to these CPUs, if any are named. Nil where the system has no thread or
  /// descriptor left.
  package init?(on cpus: [Int] = []) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    wake = (ends[0], ends[1])
    listener = Self.listening()
    thread = WorkerThread { [state, stopping, wake] in
      CurrentThread.pin(to: cpus)
      Serving(connections: { state.withLock { $0.servers } }, wake: wake.reader, stopping: stopping)
        .run()
    }
    if thread == nil { return nil }
  }

  deinit { stop() }

  package var medium: Medium { listener >= 0 ? .loopback : .socketPair }

  /// Ends the thread and closes everything; asking clients are told by the end of their connection.
  package func stop() {
    guard stopping.value == 0 else { return }
    stopping.set(1)
    nudge()
    thread?.join()
    state.withLock { state in
      for file in state.servers + state.clients { close(file) }
      state = Connections()
    }
    if listener >= 0 { close(listener) }
    close(wake.reader)
    close(wake.writer)
  }

  private func nudge() {
    var byte: UInt8 = 1
    _ = write(wake.writer, &byte, 1)
  }

  // MARK: Connecting

  /// A new connection, the client's end; -1 where there are no descriptors left.
  package func connect() -> Int32 {
    let (client, server) = Self.pair(listener)
    guard client >= 0, server >= 0 else { return -1 }
    state.withLock {
      $0.clients.append(client)
      $0.servers.append(server)
    }
    nudge()
    return client
  }

  private static let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)

  /// A socket that listens on a free port of 127.0.0.1; -1 where that is not allowed.
  private static func listening() -> Int32 {
    let file = socket(AF_INET, kind, 0)
    guard file >= 0 else { return -1 }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    let bound = withAddress(&address) { bind(file, $0, $1) }
    guard bound == 0, listen(file, 64) == 0 else {
      close(file)
      return -1
    }
    return file
  }

  private static func pair(_ listener: Int32) -> (client: Int32, server: Int32) {
    guard listener >= 0 else {
      var ends: [Int32] = [-1, -1]
      _ = socketpair(AF_UNIX, kind, 0, &ends)
      return (ends[0], ends[1])
    }
    var address = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        getsockname(listener, $0, &length)
      }
    }
    let client = socket(AF_INET, kind, 0)
    guard client >= 0, withAddress(&address, { Glibc.connect(client, $0, $1) }) == 0 else {
      if client >= 0 { close(client) }
      return (-1, -1)
    }
    let server = accept(listener, nil, nil)
    guard server >= 0 else {
      close(client)
      return (-1, -1)
    }
    _ = fcntl(server, F_SETFD, FD_CLOEXEC)
    for file in [client, server] {
      var on: Int32 = 1
      setsockopt(file, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
    }
    return (client, server)
  }

  private static func withAddress(
    _ address: inout sockaddr_in, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  // MARK: Asking

  /// Sends a request and waits for its answer, with a look every 50 ms at whether to give up.
  package static func ask(_ connection: Int32, _ delay: UInt64, until isCancelled: () -> Bool) {
    var request = delay
    guard write(connection, &request, 8) == 8 else { return }
    while !isCancelled() {
      var polled = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
      guard poll(&polled, 1, 50) > 0 else { continue }
      var answer: UInt8 = 0
      _ = Glibc.read(connection, &answer, 1)
      return
    }
  }
}

/// The server's thread.
private struct Serving {
  let connections: () -> [Int32]
  let wake: Int32
  let stopping: Signal

  /// What is to be answered when: CLOCK_MONOTONIC nanoseconds.
  private struct Due {
    let time: UInt64
    let connection: Int32
  }

  func run() {
    var due: [Due] = []
    while stopping.value == 0 {
      let watched = connections()
      var polled = ([wake] + watched).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      wait(&polled, until: due.map(\.time).min())
      if polled[0].revents != 0 { forget() }
      for entry in polled.dropFirst() where entry.revents != 0 {
        if let delay = request(entry.fd) {
          due.append(Due(time: MonotonicClock.now + delay, connection: entry.fd))
        }
      }
      answer(&due)
    }
  }

  /// At most 50 ms, at most until the next answer is due.
  private func wait(_ polled: inout [pollfd], until due: UInt64?) {
    let now = MonotonicClock.now
    let left = min(due.map { $0 > now ? $0 - now : 0 } ?? 50_000_000, 50_000_000)
    machine_poll(&polled, Int32(polled.count), Int64(left))
  }

  private func forget() {
    var bytes = [UInt8](repeating: 0, count: 64)
    _ = read(wake, &bytes, bytes.count)
  }

  private func request(_ connection: Int32) -> UInt64? {
    var delay: UInt64 = 0
    return read(connection, &delay, 8) == 8 ? delay : nil
  }

  private func answer(_ due: inout [Due]) {
    let now = MonotonicClock.now
    for entry in due where entry.time <= now {
      var byte: UInt8 = 1
      _ = write(entry.connection, &byte, 1)
    }
    due.removeAll { $0.time <= now }
  }
}
