/// A console's life beside its show: how it ends, what it hears when it was away, what it costs.

import Glibc
import TemporaryFiles
import TerminalHarness
import Testing

private let long = (1...20).map { "# Slide \($0)\n\n<!-- notes: word \($0) -->\n" }
  .joined(separator: "\n---\n\n")

private let hello = "{\"lectern\":1,\"hello\":true}\n"

private func key(_ name: String) -> String { "{\"lectern\":1,\"key\":\"\(name)\"}\n" }

@Suite(.serialized) struct `The end of a console` {
  @Test(arguments: ["", "o", "/wo", "?"])
  func `comes with its terminal and with a signal, whatever it shows`(script: String) throws {
    let hall = try Hall(long)
    let show = try hall.show()
    try show.wait(forText: "1/20")
    for isClosed in [true, false] {
      let console = try hall.console()
      try console.wait { $0.contains("1/20") && $0.contains("word 1") }
      try console.send(script)
      if !script.isEmpty { try console.wait { !$0.contains("word 1") || $0.contains("/wo") } }
      if isClosed { console.hangUp() } else { try console.signal(SIGTERM) }
      #expect(try console.waitForExit() == .killed(by: isClosed ? SIGHUP : SIGTERM))
    }
    show.press(.right)
    try show.wait(forText: "2/20")
  }

  @Test func `leaves the show alone where a chord was begun`() throws {
    let hall = try Hall(long)
    let file = hall.folder.write("keys:\n  first: [g g]\n", as: "config.yaml")
    let show = try hall.show()
    try show.wait(forText: "1/20")
    let console = try hall.start(["console", "--config", file])
    try console.wait(forText: "1/20")
    try console.send("g\u{3}")
    #expect(try console.waitForExit() == .exited(0))
    show.press(.right)
    try show.wait(forText: "2/20")
  }
}

@Suite(.serialized) struct `A console and its show` {
  @Test func `both hear all of it, however much comes at once`() throws {
    let hall = try Hall(long)
    let show = try hall.show()
    let console = try hall.console()
    try console.wait(forText: "1/20")
    let stranger = try hall.stranger()
    defer { close(stranger) }
    let places = (0..<300).map { $0 * 7 % 20 } + [14]
    write(
      places.map { "{\"lectern\":1,\"slide\":\($0),\"step\":0}\n" }.joined(), to: stranger)
    try show.wait(forText: "15/20")
    try console.wait(forText: "15/20")
    try console.signal(SIGSTOP)
    for turn in 0..<80 {
      try show.send(turn % 2 == 0 ? "G" : "g")
      try show.wait(forText: turn % 2 == 0 ? "20/20" : "1/20")
    }
    try show.send("7G")
    try show.wait(forText: "7/20")
    try console.signal(SIGCONT)
    try console.wait(forText: "7/20")
  }

  @Test func `cost nothing while nothing happens, whoever comes and goes`() throws {
    let hall = try Hall(long)
    let show = try hall.show()
    let console = try hall.console()
    try console.wait(forText: "1/20")
    let other = try hall.console()
    try other.wait(forText: "1/20")
    show.press(.right)
    for each in [console, other] { try each.wait(forText: "0:00") }
    // another show, and a file: nothing that these have to hear of
    let second = try hall.show()
    try second.wait(forText: "1/20")
    close(open(hall.consoleFolder + "/x", O_CREAT | O_WRONLY, 0o600))
    defer { unlink(hall.consoleFolder + "/x") }
    try other.wait(forText: "0:02")
    let before = (try show.counters, try console.counters)
    try other.wait(forText: "0:05")
    let (shown, told) = (try show.counters - before.0, try console.counters - before.1)
    #expect(shown.voluntarySwitches == 0)
    // It shows the seconds.
    #expect(told.voluntarySwitches < 10)
    #expect(told.cpu < .seconds(1))
  }

  @Test func `find each other where ten were there before`() throws {
    let hall = try Hall(long)
    let show = try hall.show()
    let console = try hall.console()
    try console.wait(forText: "1/20")
    let strangers = try (0..<9).map { _ in try hall.stranger() }
    for stranger in strangers { write(hello, to: stranger) }
    show.press(.right)
    try show.wait(forText: "2/20")
    let late = try hall.console()
    try late.wait(forText: "the show has 10 consoles already")
    for place in [3, 4, 5] {
      try show.send("\(place)G")
      try console.wait(forText: "\(place)/20")
    }
    strangers.forEach { close($0) }
    try late.wait(forText: "5/20")
  }

  @Test func `find each other where ten say nothing`() throws {
    let hall = try Hall(long)
    let show = try hall.show()
    let console = try hall.console()
    try console.wait(forText: "1/20")
    try console.send("q")
    let strangers = try (0..<12).map { _ in try hall.stranger() }
    defer { strangers.forEach { close($0) } }
    show.press(.right)
    try show.wait(forText: "2/20")
    let late = try hall.console()
    try late.wait(forText: "2/20")
  }

  @Test func `find each other when their folder is made anew`() throws {
    let hall = try Hall(long)
    let console = try hall.console()
    try console.wait(forText: "waiting for the show")
    #expect(rmdir(hall.consoleFolder) == 0)
    let show = try hall.show()
    try show.wait(forText: "1/20")
    try console.wait(forText: "1/20")
  }

  @Test func `go on where no descriptors are left`() throws {
    let hall = try Hall(long)
    let program = builtProgram(named: "lectern")
    // The show's own, and four for whoever comes.
    let limit = numberOfDescriptors(withFree: 11)
    let show = try hall.run(
      "/bin/sh", ["-c", "ulimit -n \(limit); exec \"$0\" \"$1\"", program, hall.deckPath])
    try show.wait(forText: "1/20")
    let console = try hall.console()
    try console.wait(forText: "1/20")
    show.press(.right)
    try console.wait(forText: "0:00")
    let strangers = try (0..<9).map { _ in try hall.stranger() }
    defer { strangers.forEach { close($0) } }
    try console.wait(forText: "0:01")
    let before = try show.counters
    try console.wait(forText: "0:04")
    #expect((try show.counters - before).cpu < .milliseconds(500))
    show.press(.right)
    try show.wait(forText: "3/20")
    try console.wait(forText: "3/20")
  }

  @Test func `tell of links that are longer than any line`() throws {
    let hall = try Hall("# One\n\n[word](#" + String(repeating: "a", count: 200_000) + ")\n")
    let show = try hall.show()
    let console = try hall.console()
    try console.wait(forText: "1/1")
    try console.send("f")
    try console.wait { $0.contains("aaaaaa") }
    #expect(!console.screen.contains("the show is gone"))
    _ = show
  }

  @Test func `a stranger that asks for too much does not hold up the keyboard`() throws {
    let hall = try Hall(
      (1...2000).map { "# Slide \($0)\n\nwords\n" }.joined(separator: "\n---\n\n"))
    let show = try hall.show()
    let console = try hall.console()
    try console.wait(forText: "1/2000")
    let stranger = try hall.stranger()
    defer { close(stranger) }
    _ = fcntl(stranger, F_SETFL, O_NONBLOCK)
    for slide in 2...12 {
      for _ in 0..<20 { write(String(repeating: key("r"), count: 64), to: stranger) }
      try show.send("\(slide)G")
      try show.wait(forText: "\(slide)/2000")
    }
  }

  @Test func `time is that of the key, also where a console has it`() throws {
    let hall = try Hall(long)
    let show = try hall.start(["rehearse", hall.deckPath])
    let console = try hall.console()
    try console.wait(forText: "1/20")
    console.press(.right)
    try console.wait { $0.contains("2/20") && $0.contains("0:03") }
    console.press(.right)
    try console.wait(forText: "3/20")
    try console.send("Q")
    #expect(try show.waitForExit() == .exited(0))
    let row = show.screen.text.split(separator: "\n").first { $0.contains("Slide 2 ") }
    #expect(row?.contains("0:00") == false, "\(show.screen.text)")
  }

  @Test func `seconds go by while keys are pressed`() throws {
    let hall = try Hall(long)
    let show = try hall.show()
    let console = try hall.console()
    try console.wait(forText: "1/20")
    show.press(.right)
    try console.wait(forText: "0:00")
    var presses = 0
    // Each press makes a new picture, and that the next press: no second passes without an event.
    try console.wait(for: "0:02") { picture in
      presses += 1
      _ = try? console.send("\u{14}")
      return picture.contains("0:02")
    }
    #expect(presses > 0)
  }

  @Test func `are of one mind on the deck while its file is broken`() throws {
    let hall = try Hall(long)
    let show = try hall.show()
    try show.wait(forText: "1/20")
    hall.folder.write("# Broken\n\n```demo nosuch\n```\n", as: "deck.md")
    try show.wait(forText: "old version shown")
    try show.send("4G")
    try show.wait(forText: "4/20")
    let console = try hall.console()
    try console.wait { $0.contains("4/20") && $0.contains("the file is being edited") }
    hall.folder.write(long, as: "deck.md")
    try console.wait { $0.contains("word 4") && !$0.contains("the file is being edited") }
  }

  @Test func `say so where they are of different versions`() throws {
    let hall = try Hall(long)
    mkdir(hall.consoleFolder, 0o700)
    let listener = try hall.listener()
    defer { close(listener) }
    let console = try hall.console()
    let socket = accept(listener, nil, nil)
    defer { close(socket) }
    write("{\"lectern\":2,\"deck\":\"/d.md\"}\n", to: socket)
    try console.wait(forText: "the show is another version of Lectern")
  }
}

/// A limit that leaves so many free to a program that is started now: it inherits some.
private func numberOfDescriptors(withFree wanted: Int) -> Int32 {
  var (limit, free): (Int32, Int) = (3, 0)
  while free < wanted {
    let flags = fcntl(limit, F_GETFD)
    if flags < 0 || flags & FD_CLOEXEC != 0 { free += 1 }
    limit += 1
  }
  return limit
}

extension Hall {
  /// Something that listens where shows do.
  fileprivate func listener() throws -> Int32 {
    let socket = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { bytes in
      for (place, byte) in (consoleFolder + "/other.sock").utf8.enumerated() { bytes[place] = byte }
    }
    let answer = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    #expect(answer == 0 && listen(socket, 4) == 0)
    return socket
  }
}
