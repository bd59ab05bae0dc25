/// A terminal emulator in memory: libvterm, fed with the bytes that a program wrote.

import CVterm

package final class Emulator {
  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private let callbacks: UnsafeMutablePointer<VTermScreenCallbacks>
  private var rows: Int
  private var columns: Int
  private(set) var isAlternate = false
  private(set) var isCursorVisible = true

  package init(rows: Int, columns: Int) throws(HarnessError) {
    guard let terminal = vterm_new(Int32(rows), Int32(columns)),
      let screen = vterm_obtain_screen(terminal)
    else { throw .failed("vterm_new") }
    self.terminal = terminal
    self.screen = screen
    self.rows = rows
    self.columns = columns
    callbacks = .allocate(capacity: 1)
    callbacks.initialize(to: VTermScreenCallbacks())
    vterm_set_utf8(terminal, 1)
    vterm_screen_enable_altscreen(screen, 1)
    listen()
    vterm_screen_reset(screen, 1)
  }

  deinit {
    vterm_free(terminal)
    callbacks.deallocate()
  }

  /// Has libvterm tell of the properties that its cells do not show.
  private func listen() {
    callbacks.pointee.settermprop = { property, value, emulator in
      guard let value, let emulator else { return 0 }
      let isOn = value.pointee.boolean != 0
      Unmanaged<Emulator>.fromOpaque(emulator).takeUnretainedValue().note(property, isOn)
      return 1
    }
    vterm_screen_set_callbacks(screen, callbacks, Unmanaged.passUnretained(self).toOpaque())
  }

  private func note(_ property: VTermProp, _ isOn: Bool) {
    switch property {
    case VTERM_PROP_ALTSCREEN: isAlternate = isOn
    case VTERM_PROP_CURSORVISIBLE: isCursorVisible = isOn
    default: break
    }
  }

  package func feed(_ bytes: UnsafeRawBufferPointer) {
    let characters = bytes.assumingMemoryBound(to: CChar.self)
    _ = vterm_input_write(terminal, characters.baseAddress, characters.count)
  }

  func resize(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    vterm_set_size(terminal, Int32(rows), Int32(columns))
  }

  /// Types a key; its bytes, which depend on the keypad mode, then wait among the replies.
  func type(_ key: TerminalKey) { vterm_keyboard_key(terminal, key.code, VTERM_MOD_NONE) }

  /// What the terminal has to say to the program: replies to queries, and typed keys.
  func takeReplies() -> [UInt8] {
    var replies: [UInt8] = []
    var part = [CChar](repeating: 0, count: 256)
    while true {
      let count = vterm_output_read(terminal, &part, part.count)
      if count == 0 { return replies }
      replies += part[..<count].map(UInt8.init(bitPattern:))
    }
  }

  package func picture() -> TerminalScreen {
    var cursor = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(terminal), &cursor)
    return TerminalScreen(
      rows: rows, columns: columns, cells: cells(),
      cursorRow: Int(cursor.row), cursorColumn: Int(cursor.col),
      isCursorVisible: isCursorVisible, isAlternate: isAlternate)
  }

  private func cells() -> [TerminalCell] {
    var cells: [TerminalCell] = []
    cells.reserveCapacity(rows * columns)
    for row in 0..<rows {
      for column in 0..<columns {
        var cell = VTermScreenCell()
        _ = vterm_screen_get_cell(screen, VTermPos(row: Int32(row), col: Int32(column)), &cell)
        cells.append(TerminalCell(cell))
      }
    }
    return cells
  }
}
