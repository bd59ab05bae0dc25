/// What reaches the terminal of a frame: one piece, and all of it.

import Glibc
import Ncurses
import Testing

@Suite("A frame on its way to the terminal")
struct FrameOutputTests {
  /// A pipe that keeps writes apart: every read brings what one write wrote (unix(7)).
  private final class PacketPipe {
    let reading: Int32
    let writing: Int32
    /// What stands for the descriptor of curses.
    let curses: Int32

    init() throws {
      var ends: [Int32] = [-1, -1]
      try #require(socketpair(AF_UNIX, Int32(SOCK_SEQPACKET.rawValue), 0, &ends) == 0)
      (reading, writing, curses) = (ends[0], ends[1], dup(ends[1]))
    }

    deinit { for end in [reading, writing, curses] { close(end) } }

    var packets: [String] {
      var packets: [String] = []
      var buffer = [UInt8](repeating: 0, count: 4096)
      while case let count = recv(reading, &buffer, buffer.count, Int32(MSG_DONTWAIT)),
        count > 0
      {
        packets.append(String(decoding: buffer[..<count], as: UTF8.self))
      }
      return packets
    }
  }

  @Test("a frame that is made in pieces goes out as one")
  func onePiece() throws {
    let pipe = try PacketPipe()
    let output = FrameOutput(of: pipe.curses, to: pipe.writing)
    for frame in ["first", "second"] {
      output.send(bracketed: false) {
        for letter in frame.utf8 { withUnsafePointer(to: letter) { _ = write(pipe.curses, $0, 1) } }
      }
    }
    // Between frames curses speaks to the terminal itself.
    _ = write(pipe.curses, "bell", 4)
    #expect(pipe.packets == ["first", "second", "bell"])
  }

  @Test("the bracket of a synchronised update goes out with what it encloses")
  func bracket() throws {
    let pipe = try PacketPipe()
    FrameOutput(of: pipe.curses, to: pipe.writing).send(bracketed: true) {
      _ = write(pipe.curses, "x", 1)
    }
    #expect(pipe.packets == ["\u{1B}[?2026hx\u{1B}[?2026l"])
  }

  /// A frame, its bracket, what lies over it and what is copied: each longer than the pipe holds.
  @Test("not a byte is lost where the terminal takes little at a time", arguments: [true, false])
  func shortWrites(isGathered: Bool) throws {
    var ends: [Int32] = [-1, -1]
    try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
    let (reading, writing) = (ends[0], ends[1])
    var little: Int32 = 4096
    setsockopt(writing, SOL_SOCKET, SO_SNDBUF, &little, socklen_t(MemoryLayout<Int32>.size))
    try #require(fcntl(writing, F_SETFL, O_NONBLOCK) == 0)
    let overlay = (0..<300_000).map { UInt8($0 % 251) }
    let reader = Reader(reading)
    let curses = isGathered ? dup(writing) : writing
    let output = FrameOutput(of: curses, to: writing)
    output.send(bracketed: true, over: overlay) {}
    output.send(overlay)
    close(writing)
    if isGathered { close(curses) }
    let bracket = ["\u{1B}[?2026h", "\u{1B}[?2026l"].map { Array($0.utf8) }
    let isWhole = reader.everything == bracket[0] + overlay + bracket[1] + overlay
    #expect(isWhole)
  }

  /// Reads on a thread of its own until the other end is closed.
  private final class Reader: @unchecked Sendable {
    private let descriptor: Int32
    private var bytes: [UInt8] = []
    private var thread = pthread_t()

    init(_ descriptor: Int32) {
      self.descriptor = descriptor
      pthread_create(
        &thread, nil,
        { reader in
          if let reader { Unmanaged<Reader>.fromOpaque(reader).takeUnretainedValue().read() }
          return nil
        }, Unmanaged.passUnretained(self).toOpaque())
    }

    private func read() {
      var buffer = [UInt8](repeating: 0, count: 1000)
      while case let count = Glibc.read(descriptor, &buffer, buffer.count), count > 0 {
        bytes += buffer[..<count]
      }
    }

    var everything: [UInt8] {
      pthread_join(thread, nil)
      close(descriptor)
      return bytes
    }
  }

  @Test("a frame whose memory has lost it is told of, and the next goes out in pieces")
  func lost() throws {
    let pipe = try PacketPipe()
    let output = FrameOutput(of: pipe.curses, to: pipe.writing)
    let frame = {
      for letter in "ab".utf8 { withUnsafePointer(to: letter) { _ = write(pipe.curses, $0, 1) } }
    }
    let isWhole = output.send(bracketed: false) {
      frame()
      ftruncate(pipe.curses, 0)
    }
    #expect(!isWhole && pipe.packets == [])
    #expect(output.send(bracketed: false, frame) && pipe.packets == ["a", "b"])
  }

  @Test("a frame that writes nothing sends nothing")
  func nothing() throws {
    let pipe = try PacketPipe()
    FrameOutput(of: pipe.curses, to: pipe.writing).send(bracketed: false) {}
    #expect(pipe.packets == [])
  }
}
