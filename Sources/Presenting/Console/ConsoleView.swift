/// Draws the console: this slide and the next, the time, the notes, what the demo does.

import Decks
import Markup
import Screen
import Typesetting
import Wording

extension ConsoleState {
  package func canvas(ascii: Bool) -> Canvas { Canvas(size, ascii: ascii, ground: theme.ground) }

  package func draw(on canvas: inout Canvas) {
    if let desk { return desk.draw(on: &canvas) }
    if showsHelp { return ConsoleHelp(state: self).draw(on: &canvas) }
    ConsoleView(state: self).draw(on: &canvas)
  }
}

struct ConsoleView {
  let state: ConsoleState
  private let rooms: ConsoleRooms

  init(state: ConsoleState) {
    self.state = state
    rooms = ConsoleRooms(of: state)
  }

  private var theme: Theme { state.theme }

  func draw(on canvas: inout Canvas) {
    if rooms.hasAll {
      drawHead(on: &canvas)
      drawPace(on: &canvas)
      if rooms.now.size.rows > 0 { drawSlides(on: &canvas) }
      drawDemo(on: &canvas)
    }
    drawNotes(on: &canvas)
  }

  // MARK: Time

  /// Title, slide and step, what lies over the slide; the clock on the right.
  private func drawHead(on canvas: inout Canvas) {
    let clock = state.clock
    canvas.putRight(clock, row: 0, inset: 1, theme.title)
    let room = canvas.size.columns - clock.columns - 4
    guard let talk = state.talk else {
      canvas.put(waiting.fitted(to: room), at: Point(row: 0, column: 1), theme.doubtful)
      return
    }
    let count = talk.slides ?? state.deck?.slides.count ?? 0
    let last = state.deck?.slide(at: state.place)?.lastStep ?? 0
    var words = "\(talk.place.slide + 1)/\(count)"
    if last > 0 {
      let step = "\(talk.place.step + 1)/\(last + 1)"
      words += Phrase(", step \(step)", ", шаг \(step)")(state.language)
    }
    var column = canvas.put(words, at: Point(row: 0, column: 1), theme.strong)
    for (words, style) in remarks(talk) where !words.isEmpty {
      let left = room - column - 2
      guard left > 4 else { return }
      column = canvas.put(words.fitted(to: left), at: Point(row: 0, column: column + 3), style)
    }
  }

  private var waiting: String {
    refusal ?? Phrase("waiting for the show", "показа пока нет")(state.language)
  }

  private var refusal: String? {
    switch state.refusal {
    case nil: nil
    case .foreign:
      Phrase("the show is another version of Lectern", "у показа другая версия Lectern")(
        state.language)
    case .full:
      Phrase(
        "the show has \(Limits.consoles) consoles already",
        "у показа уже \(Limits.consoles) пультов")(
          state.language)
    }
  }

  private func remarks(_ talk: RemoteTalk) -> [(String, Style)] {
    let lost = Phrase("the show is gone", "показ пропал, жду его")(state.language)
    let edited = Phrase("the file is being edited", "файл сейчас правят")(state.language)
    return [
      (refusal ?? "", theme.bad),
      (
        state.isConnected || refusal != nil || talk.cover == "finished" ? "" : lost, theme.bad
      ),
      (cover(talk.cover), theme.doubtful), (state.isEdited ? edited : "", theme.doubtful),
      (state.notice, theme.doubtful), (talk.remark, theme.faint), (state.hitRemark, theme.faint),
    ]
  }

  private func cover(_ name: String) -> String {
    switch name {
    case "blank": Phrase("the screen is blank", "экран погашен")(state.language)
    case "help": Phrase("help is shown", "показана справка")(state.language)
    case "overview": Phrase("the overview is shown", "показан обзор")(state.language)
    case "diagnostics": Phrase("remarks are shown", "показаны замечания")(state.language)
    case "finished": Phrase("the show is over", "показ окончен")(state.language)
    default: ""
    }
  }

  /// Time gone, on this slide, and how far one is before or behind the plan.
  private func drawPace(on canvas: inout Canvas) {
    let bar = PaceBar(state: state)
    let (row, width) = (1, canvas.size.columns - 2)
    guard let words = bar.words(in: width) else { return }
    canvas.within(Rect(Point(row: row, column: 1), Size(rows: 1, columns: width))) {
      $0.put(words, at: .zero)
    }
    guard let filled = bar.filled, let target = bar.target else { return }
    let end = max(0, min(width, Int(filled * Double(width))))
    let mark = max(0, min(width - 1, Int(target * Double(width))))
    canvas.fill("━", row: row + 1, columns: 1..<1 + end, bar.style)
    canvas.fill("─", row: row + 1, columns: 1 + end..<1 + width, theme.rule)
    canvas.put("┃", at: Point(row: row + 1, column: 1 + mark), theme.strong)
  }

  // MARK: Slides

  /// This slide and the next, side by side.
  private func drawSlides(on canvas: inout Canvas) {
    guard let deck = state.deck else { return }
    let place = state.place
    let now = Phrase("now", "сейчас")(state.language)
    frame(now, deck, place, rooms.now, on: &canvas, theme.accent)
    var coming = place
    if coming.advance(in: deck) {
      let isStep = coming.slide == place.slide
      let name =
        isStep
        ? Phrase("next step", "следующий шаг") : Phrase("next slide", "следующий слайд")
      frame(name(state.language), deck, coming, rooms.next, on: &canvas, theme.rule)
    } else {
      canvas.within(rooms.next) { canvas in
        canvas.frame(theme.rule)
        let end = Phrase("the end", "конец")(state.language)
        canvas.put(end, at: Point(row: 2, column: 3), theme.faint)
      }
    }
  }

  private func frame(
    _ name: String, _ deck: Deck, _ place: DeckCursor, _ area: Rect, on canvas: inout Canvas,
    _ style: Style
  ) {
    guard let slide = deck.slide(at: place) else { return }
    canvas.within(area) { canvas in
      canvas.frame(style)
      canvas.within(Rect(.zero, canvas.size).inset(rows: 1, columns: 2)) { canvas in
        let size = Size(rows: canvas.size.rows + 1, columns: canvas.size.columns)
        let setter = Typesetter(
          theme: theme, medium: state.medium, settings: deck.settings.forThumbnails)
        let page = setter.page(for: slide, isFirst: place.slide == 0, in: size)
        let end = max(0, page.height(atStep: place.step) - page.body.size.rows)
        page.draw(
          on: &canvas, step: place.step, scroll: place.step > 0 ? end : 0, theme,
          hasColors: state.medium.hasColors)
      }
      canvas.put(" " + name + " ", at: Point(row: 0, column: 2), theme.faint)
    }
  }

  // MARK: Demo and notes

  /// At the bottom.
  private func drawDemo(on canvas: inout Canvas) {
    let bottom = canvas.size.rows - 1
    let room = canvas.size.columns - 2
    guard let demo = state.talk?.demo else {
      canvas.put(hint.fitted(to: room), at: Point(row: bottom, column: 1), theme.faint)
      return
    }
    canvas.put(
      demo.keys.joined(room: room).fitted(to: room), at: Point(row: bottom, column: 1),
      theme.faint)
    let status = demo.title + "   " + demo.status
    canvas.put(status.fitted(to: room), at: Point(row: bottom - 1, column: 1), theme.accent)
  }

  /// What one has to know to find everything else.
  private var hint: String {
    let name = { (command: PresenterCommand) in
      state.table.keys(of: command).first?.name(state.language) ?? ""
    }
    let (help, find) = (
      name(.help),
      [.overview, .search, .goTo].map(name).filter { !$0.isEmpty }.joined(separator: " ")
    )
    return Phrase("\(help) keys   \(find) go to", "\(help) клавиши   \(find) найти слайд")(
      state.language)
  }

  private func page(ofNotes notes: [String], in area: Rect) -> Page {
    Typesetter(theme: theme, medium: state.medium).page(ofNotes: notes, in: area)
  }

  private var notes: [String] { state.deck?.slide(at: state.place)?.notes ?? [] }

  /// The rows of the notes that can be scrolled away.
  var noteOverflow: Int { page(ofNotes: notes, in: inner).overflow }

  /// Of the notes' room, what is within its margins.
  private var inner: Rect {
    let area = rooms.notes
    return Rect(
      rows: min(area.origin.row + 1, area.rows.upperBound)..<area.rows.upperBound,
      columns: 2..<max(2, area.columns.upperBound - 2))
  }

  private func drawNotes(on canvas: inout Canvas) {
    let inner = inner
    if notes.isEmpty {
      let words = Phrase("no notes for this slide", "к этому слайду заметок нет")(state.language)
      canvas.within(inner) { _ = $0.put(words, at: .zero, theme.faint) }
      return
    }
    let page = page(ofNotes: notes, in: inner)
    page.draw(
      on: &canvas, step: 0, scroll: min(state.noteScroll, page.overflow), theme,
      hasColors: state.medium.hasColors)
  }
}
