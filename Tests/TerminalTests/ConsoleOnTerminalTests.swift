/// A show and its consoles as processes of their own, on terminals of their own.

import Glibc
import TemporaryFiles
import TerminalHarness
import Testing

private let deck = """
  ---
  title: Доклад
  lang: ru
  minutes: 10
  ---
  # Первый слайд

  <!-- notes: скажем слово -->

  ---

  # Второй

  - раз

  <!-- pause -->

  - два

  <!-- notes: и второе слово -->

  ---

  # С демо

  ```demo timeline mode=par tasks=2 work=300ms
  ---
  вместо
  ```

  ---

  # Конец
  """

/// What a show and its consoles share.
final class Hall {
  let folder: TemporaryFolder
  let deckPath: String
  private let runtime: String

  init(_ text: String = deck) throws {
    folder = TemporaryFolder()
    deckPath = folder.write(text, as: "deck.md")
    runtime = folder.place("run")
    folder.makeFolder("run", mode: 0o700)
  }

  var consoleFolder: String { runtime + "/lectern" }

  func start(
    _ arguments: [String], rows: Int = 24, columns: Int = 80, folder: String = "/"
  ) throws -> PseudoTerminal {
    try run(
      builtProgram(named: "lectern"), arguments, rows: rows, columns: columns, folder: folder)
  }

  func run(
    _ program: String, _ arguments: [String], rows: Int = 24, columns: Int = 80,
    folder: String = "/"
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      program, arguments, rows: rows, columns: columns,
      environment: [
        "XDG_RUNTIME_DIR": runtime, "XDG_STATE_HOME": self.folder.path + "/state",
        "SWIFT_BACKTRACE": "enable=no",
      ], folder: folder)
  }

  func show() throws -> PseudoTerminal { try start([deckPath]) }
  func console() throws -> PseudoTerminal { try start(["console"]) }

  /// A client that is none of ours, connected to the show.
  func stranger() throws -> Int32 {
    let name = try #require(names(in: consoleFolder).first { $0.hasSuffix(".sock") })
    // Programs that are started later do not hold it open.
    let client = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { bytes in
      for (place, byte) in (consoleFolder + "/" + name).utf8.enumerated() { bytes[place] = byte }
    }
    let answer = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(client, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    #expect(answer == 0)
    return client
  }
}

func names(in folder: String) -> [String] {
  guard let entries = opendir(folder) else { return [] }
  defer { closedir(entries) }
  var found: [String] = []
  while let entry = readdir(entries) {
    found.append(
      withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      })
  }
  return found
}

func write(_ text: String, to socket: Int32) {
  let bytes = Array(text.utf8)
  _ = send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL))
}

@Suite(.serialized) struct `The console on a terminal of its own` {
  @Test func `may be there before the show, drives it and is driven by it`() throws {
    let hall = try Hall()
    let console = try hall.console()
    try console.wait { $0.contains("waiting for the show") || $0.contains("показа пока нет") }
    let show = try hall.show()
    try console.wait { $0.contains("1/4") && $0.contains("скажем слово") && $0.contains("Второй") }
    console.press(.right)
    try show.wait(forText: "• раз")
    try console.wait { $0.contains("2/4") && $0.contains("и второе слово") }
    show.press(.right)
    try show.wait(forText: "• два")
    try console.wait { $0.contains("2/2") }
    try console.send("b")
    try show.wait { !$0.contains("Второй") }
    try console.wait { $0.contains("blank") || $0.contains("погашен") }
    try console.send("b")
    try show.wait(forText: "Второй")
    // looked for here, shown there
    try console.send("/конец")
    try console.wait(forText: "/конец")
    #expect(show.screen.contains("Второй"))
    try console.send("\r")
    try show.wait(forText: "4/4")
    try console.send("Q")
    #expect(try show.waitForExit() == .exited(0))
    try console.wait { $0.contains("the show is over") || $0.contains("показ окончен") }
    try console.send("q")
    #expect(try console.waitForExit() == .exited(0))
    #expect(names(in: hall.consoleFolder).filter { $0.hasSuffix(".sock") } == [])
  }

  @Test func `starts and stops a demo`() throws {
    let hall = try Hall()
    let show = try hall.show()
    try show.wait(forText: "1/4")
    let console = try hall.console()
    try console.wait(forText: "1/4")
    try console.send("3G")
    try console.wait { $0.contains("3/4") && $0.contains("пуск") }
    try console.send(" ")
    try console.wait { $0.contains("идёт") || $0.contains("✓") || $0.contains("готово") }
    console.press(.right)
    try show.wait { $0.contains("4/4") }
    try console.wait { $0.contains("4/4") && !$0.contains("пуск") }
  }

  @Test func `may be killed, and come back, and be many`() throws {
    let hall = try Hall()
    let show = try hall.show()
    try show.wait(forText: "1/4")
    let consoles = try (0..<3).map { _ in try hall.console() }
    for console in consoles { try console.wait(forText: "1/4") }
    try consoles[0].signal(SIGKILL)
    try consoles[1].signal(SIGSTOP)
    show.press(.right)
    try consoles[2].wait(forText: "2/4")
    try consoles[1].signal(SIGCONT)
    try consoles[1].wait(forText: "2/4")
    let another = try hall.console()
    try another.wait(forText: "2/4")
    // and the show may go and come
    try show.signal(SIGKILL)
    try another.wait { $0.contains("показ пропал") && $0.contains("и второе слово") }
    let next = try hall.show()
    try next.wait(forText: "1/4")
    try another.wait(forText: "1/4")
  }

  @Test func `of nobody's making does no harm`() throws {
    let hall = try Hall()
    let show = try hall.show()
    let console = try hall.console()
    // Now it listens.
    try console.wait(forText: "1/4")
    try console.send("q")
    let strangers = try (0..<30).map { _ in try hall.stranger() }
    defer { strangers.forEach { close($0) } }
    let deep = String(repeating: "[", count: 60_000)
    for text in [
      "GET / HTTP/1.1\r\n\r\n", "{\"lectern\":2,\"key\":\"q\"}\n", "{\"lectern\":1,\"key\":\"\"}\n",
      "{\"lectern\":1,\"slide\":-1,\"step\":0}\n", "{\"lectern\":1,\"slide\":9e99,\"step\":0}\n",
      deep + "\n", "\u{0}\u{1B}[2J\n", "{\"lectern\":1,",
    ] {
      for stranger in strangers { write(text, to: stranger) }
    }
    // a line without an end
    for _ in 0..<20 { write(String(repeating: "x", count: 10_000), to: strangers[0]) }
    show.press(.right)
    try show.wait(forText: "2/4")
    write("\n{\"lectern\":1,\"slide\":3,\"step\":0}\n", to: strangers[5])
    try show.wait(forText: "4/4")
  }

  @Test func `is missed where its folder is not ours alone, and the talk begins`() throws {
    let hall = try Hall()
    mkdir(hall.consoleFolder, 0o755)
    chmod(hall.consoleFolder, 0o755)
    let show = try hall.show()
    try show.wait { $0.contains("пульта не будет") }
    show.press(.right)
    try show.wait(forText: "2/4")
  }
}

@Suite(.serialized) struct `A deck that is saved during the talk` {
  @Test func `is on both screens as it is now`() throws {
    let hall = try Hall()
    let show = try hall.show()
    try show.wait(forText: "1/4")
    let console = try hall.console()
    try console.wait(forText: "скажем слово")
    let edited = deck.replacing("скажем слово", with: "скажем другое")
      .replacing("# Первый", with: "# Новый\n\n---\n\n# Первый")
    let other = hall.folder.write(edited, as: "new.md")
    #expect(rename(other, hall.deckPath) == 0)
    try show.wait(forText: "2/5")
    try console.wait { $0.contains("2/5") && $0.contains("скажем другое") }
  }
}
