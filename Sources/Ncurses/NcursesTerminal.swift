/// The real terminal, through ncurses: heard by poll, shown row by row, given back as it was found.

import CNcurses
import Glibc
import Screen

package enum TerminalError: Error, Equatable {
  case notATerminal
  /// No entry of the terminal database could be used, or it cannot place the cursor.
  case unusable(term: String)
  /// The system has too little of something left.
  case scarce(errno: Int32)
}

/// What the terminal had to do without.
package enum TerminalRemark: Equatable, Sendable {
  case noType(took: String)
  case unknownType(took: String)
}

/// Lives on the main thread: it is not `Sendable`, and the compiler keeps it there.
package final class NcursesTerminal: SuspendableTerminal {
  package private(set) var size: Size
  package let depth: ColorDepth
  /// Line art must be ASCII: the locale's character set has nothing else.
  package let needsASCII: Bool
  /// Letters other than ASCII cannot be written at all.
  package let hasOnlyASCII: Bool
  /// Links are clickable.
  package let hasHyperlinks: Bool
  /// Said after the terminal has been given back: what had to be done without.
  package let remark: TerminalRemark?

  private let signals: Int32
  /// Signals that were heard of while the shell had its turn.
  private var caught: ArraySlice<Int32> = []
  private let output: FrameOutput
  private var watched: [Int32] = []
  /// Something was read, so curses may have more in its queue than it has told of.
  private var mayHoldKeys = true
  private let answers: Bool
  private var question = GroundQuestion()
  private var clock = AnswerClock()
  /// When the ground was asked for.
  private var asked: UInt64 = 0
  /// Characters that looked like an answer and were none.
  private var released: ArraySlice<UInt32> = []
  private var shown: Grid?
  private var converted: CursesCells
  /// For one run of them at a time.
  private var buffer: [cn_cell] = []

  package init(_ options: TerminalOptions) throws(TerminalError) {
    guard TerminalFiles.hasScreen, TerminalFiles.hasKeyboard else { throw .notATerminal }
    let charset = cn_set_locale(options.namesUTF8)
    needsASCII = charset < 2
    hasOnlyASCII = charset == 0
    signals = cn_catch_signals()
    guard signals >= 0 else { throw .scarce(errno: errno) }
    guard let name = options.candidates.first(where: { cn_open($0) }) else {
      if let problem = TerminalFiles.scarcity { throw .scarce(errno: problem) }
      throw .unusable(term: options.term ?? "")
    }
    if !cn_can_address() {
      cn_close()
      throw .unusable(term: name)
    }
    var isDirect = false
    let colors = Int(cn_colors(&isDirect))
    depth = options.wantsMono ? .mono : ColorDepth(colors: colors, isDirect: isDirect)
    output = FrameOutput(of: cn_output(), to: STDOUT_FILENO, foldsRenditions: depth.isModern)
    hasHyperlinks = options.hasHyperlinks && !needsASCII
    answers = options.answersQuestions
    converted = CursesCells(depth: depth, hasOnlyASCII: hasOnlyASCII)
    remark = Self.remark(options, opened: name)
    size = Self.windowSize
    cn_resize(Int32(size.rows), Int32(size.columns))
  }

  private static func remark(_ options: TerminalOptions, opened name: String) -> TerminalRemark? {
    guard name != options.term, name != "vte-direct" else { return nil }
    guard let term = options.term, !term.isEmpty else { return .noType(took: name) }
    return .unknownType(took: name)
  }

  private static var windowSize: Size {
    var (rows, columns): (Int32, Int32) = (24, 80)
    cn_window_size(&rows, &columns)
    return Size(rows: Int(rows), columns: Int(columns))
  }

  /// The library's own name and version.
  package static var libraryVersion: String { String(cString: cn_version()) }

  /// Gives the terminal back as it was found.
  package func close() {
    awaitAnswer()
    cn_close()
  }

  /// Ends the process by the signal it got, after everything is in order.
  package static func die(of signal: Int32) -> Never {
    cn_die_of(signal)
    exit(128 + signal)
  }

  /// What is said of a crash, before and after its signal: put together beforehand, for then nothing can be.
  package static func explainCrashes(before: String, after: String) {
    cn_explain_crashes(before, after)
  }

  package func watch(_ descriptors: [Int32]) { watched = descriptors }

  // MARK: Hearing

  package func next(within patience: Duration?) -> TerminalEvent? {
    // Keys that curses has read already are heard of before the descriptor tells of others.
    if !caught.isEmpty, let event = signalEvent() { return event }
    if mayHoldKeys || !released.isEmpty, let event = typed() { return event }
    var polled = ([STDIN_FILENO, signals] + watched).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let patience = heldPatience(patience)
    cn_waits()
    let count = poll(&polled, nfds_t(polled.count), Patience.milliseconds(patience))
    cn_works()
    guard count > 0 else { return releaseHeld() }
    if polled[1].revents != 0, let event = signalEvent() { return event }
    if polled[0].revents != 0 { return keyEvent(polled[0].revents) }
    return polled.dropFirst(2).first { $0.revents != 0 }.map { .descriptor($0.fd) }
  }

  private func keyEvent(_ revents: Int16) -> TerminalEvent? {
    defer { mayHoldKeys = true }
    if let event = typed() { return event }
    let isGone = revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0
    return isGone ? .terminated(signal: SIGHUP) : nil
  }

  /// The next thing that was typed; nil where there is nothing so far.
  private func typed() -> TerminalEvent? {
    while true {
      if let code = released.popFirst() {
        if let key = KeyDecoder.key(character: code) { return .key(key) }
        continue
      }
      var code: UInt32 = 0
      let kind = cn_key(&code)
      mayHoldKeys = kind > 0
      // What curses takes for a key in the middle of what is pasted is none.
      if kind > 1, isPasting { continue }
      switch kind {
      case 1: if let event = typed(code) { return event }
      case 2: if let key = KeyDecoder.key(function: code) { return .key(key) }
      default: return nil
      }
    }
  }

  /// Whether the mouse is heard of: then the terminal's own way to mark text needs Shift.
  package func hearMouse(_ isOn: Bool) {
    question.hearsMouse = isOn
    cn_mouse(isOn)
  }

  private var isPasting: Bool {
    if question.isInside, clock.isOverdue(at: Self.now) { question.giveUp() }
    return question.isPaste
  }

  private func typed(_ code: UInt32) -> TerminalEvent? {
    _ = isPasting
    switch question.take(code) {
    case .passed: return KeyDecoder.key(character: code).map { .key($0) }
    case .held: clock.held(at: Self.now)
    case .swallowed: clock.swallowed(at: Self.now, isPaste: question.isPaste)
    case .released(let codes): released += codes
    case .pasted(let text): return .pasted(text)
    case .pointed(let mouse): return .mouse(mouse)
    case .answered(let color): return Self.now <= asked + Self.deadline ? .ground(color) : nil
    }
    return nil
  }

  // MARK: The ground

  /// Later the slide is not painted anew any more: the audience has seen it.
  private static let deadline: UInt64 = 300_000_000

  package func askGround() {
    guard answers, depth.isModern else { return }
    question.ask()
    asked = Self.now
    output.send(Array(GroundQuestion.text.utf8))
  }

  private var heldUntil: UInt64? { clock.end(ofHeld: question.heldCount) }

  private func heldPatience(_ patience: Duration?) -> Duration? {
    guard let heldUntil else { return patience }
    let left = Patience.until(heldUntil, at: Self.now)
    return patience.map { min($0, left) } ?? left
  }

  private func releaseHeld() -> TerminalEvent? {
    guard let heldUntil, Self.now >= heldUntil else { return nil }
    released += question.release()
    return typed()
  }

  /// So that the shell does not get the answer for typed: as long as it may be on its way.
  private func awaitAnswer() {
    var polled = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    while question.isOpen {
      let left = Patience.until(asked + Self.deadline, at: Self.now)
      guard left > .zero, poll(&polled, 1, Patience.milliseconds(left)) > 0,
        polled.revents == Int16(POLLIN)
      else { return }
      while typed() != nil {}
    }
  }

  private static var now: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  private func signalEvent() -> TerminalEvent? {
    guard let signal = caught.popFirst() ?? caughtSignal() else { return nil }
    switch signal {
    case SIGWINCH: return resized()
    case SIGTSTP: return .stopRequested
    case SIGCONT:
      invalidate()
      return resized()
    default: return .terminated(signal: signal)
    }
  }

  private func caughtSignal() -> Int32? { TerminalFiles.byte(of: signals).map(Int32.init) }

  private func resized() -> TerminalEvent {
    size = Self.windowSize
    cn_resize(Int32(size.rows), Int32(size.columns))
    // curses puts a key of its own into its queue
    mayHoldKeys = true
    shown = nil
    return .resized(size)
  }

  // MARK: Showing

  package func show(_ frame: Grid) {
    guard frame.size == size, !cn_is_away() else { return }
    let before = converted.renewsPairs(for: frame) ? nil : shown
    let ground = shown == nil ? fill(for: frame) : nil
    var changes = forgetLinks(besides: frame)
    var overlay: [UInt8] = []
    for row in 0..<size.rows {
      let changed =
        ground.map { frame.changedColumns(ofRow: row, sinceFilledWith: $0) }
        ?? frame.changedColumns(ofRow: row, since: before)
      guard let columns = changed else { continue }
      put(frame.cells(row, columns), row, columns.lowerBound)
      if AmbiguousWidth.isWide { overlay += wideGlyphs(of: frame, row) }
      changes += 1
    }
    guard changes > 0 || shown == nil else { return }
    // A frame that few rows make needs no bracket: it goes out in one piece anyway.
    if hasHyperlinks { overlay += HyperlinkOverlay(depth: depth).bytes(for: frame) }
    let isBracketed = shown != nil && (changes > 4 || !overlay.isEmpty)
    let isWhole = output.send(bracketed: isBracketed, over: overlay) { cn_flush() }
    shown = frame
    // What was lost on its way is there for curses; it is lost but once.
    if !isWhole {
      invalidate()
      show(frame)
    }
  }

  /// Most of a first frame is its ground: curses lays it out in one go.
  private func fill(for frame: Grid) -> Cell? {
    guard size.rows > 0, size.columns > 0 else { return nil }
    let ground = Cell(.blank, frame[0, 0].style)
    var cell = converted.cell(ground)
    cn_fill(&cell)
    return ground
  }

  /// Rows with links that are not there any more are written anew: curses does not know that what
  /// it wrote leads somewhere. Returns how many.
  private func forgetLinks(besides frame: Grid) -> Int {
    guard hasHyperlinks, let shown, shown.links != frame.links else { return 0 }
    let rows = Set((shown.links + frame.links).map(\.row).filter { $0 < size.rows })
    for row in rows { cn_redraw(Int32(row)) }
    return rows.count
  }

  /// What the terminal shows in two columns and curses takes for one: blanks for curses, and the
  /// glyphs over them; the row is written whole, so that no old one is left.
  private func wideGlyphs(of frame: Grid, _ row: Int) -> [UInt8] {
    cn_redraw(Int32(row))
    var bytes: [UInt8] = []
    for column in 0..<size.columns where frame[row, column].isAmbiguous {
      bytes += CellOverlay(depth: depth).bytes(of: frame, row: row, columns: column..<column + 2)
    }
    return bytes
  }

  private func put(_ changed: ArraySlice<Cell>, _ row: Int, _ column: Int) {
    var cells = buffer
    buffer = []
    cells.removeAll(keepingCapacity: true)
    converted.append(changed, to: &cells)
    cn_put(Int32(row), Int32(column), cells, Int32(cells.count))
    buffer = cells
  }

  // MARK: The shell's turn

  package func suspend() {
    awaitAnswer()
    cn_close()
    cn_stop()
    while let signal = caughtSignal() { caught.append(signal) }
    // The terminal may be the shell's: whoever is to end does not touch it.
    if caught.contains(where: { ![SIGWINCH, SIGTSTP, SIGCONT].contains($0) }) { return }
    cn_reopen()
    invalidate()
  }

  /// OSC 52: terminals put it on the clipboard, or ignore it.
  package func copy(_ text: String) {
    output.send(Array("\u{1B}]52;c;\(Base64.text(of: Array(text.utf8)))\u{1B}\\".utf8))
  }

  package func invalidate() {
    shown = nil
    cn_invalidate()
  }
}
