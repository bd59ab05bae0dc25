/// The frame buffer at the left; at the right what each function looks like alone, and every layer in
/// numbers.

import DemoKit
import Machine
import Screen
import Wording

struct LayersPicture: Picture {
  let state: TriangleState
  let demo: Triangle
  let sheet: Sheet

  var report: TriangleReport { state.report }
  private var options: TriangleOptions { state.options }

  /// The least that numbers need.
  private static let leastNumbers = 29
  private static let numbers = 41
  /// More would but pull them apart.
  private static let mostNumbers = 58

  /// The picture is square: a cell is twice as high as wide.
  private var picture: Size {
    let rows = max(0, size.rows - 1)
    let most = size.columns - (size.columns < 72 ? Self.leastNumbers : Self.numbers) - 1
    let columns = min(rows * 2, max(8, most))
    return Size(rows: columns / 2, columns: columns)
  }

  func draw(on canvas: inout Canvas) {
    let rows = max(0, size.rows - 1)
    let numbers = min(Self.mostNumbers, size.columns - picture.columns - 3)
    let left = 1 + max(0, size.columns - picture.columns - 3 - numbers) / 2
    let place = Rect(Point(row: (rows - picture.rows) / 2, column: left), picture)
    drawPicture(in: place, on: &canvas)
    let start = left + picture.columns + 2
    let right = Rect(rows: 0..<rows, columns: start..<max(start, start + numbers))
    canvas.within(right) { canvas in
      let numbers = LayerNumbers(
        state: state, demo: demo,
        sheet: Sheet(canvas, demo.setting, size: Size(rows: rows, columns: canvas.size.columns)))
      numbers.rows.draw(on: &canvas)
    }
    let last = Rect(Point(row: rows, column: 0), Size(rows: 1, columns: size.columns))
    canvas.within(last) { drawLast(on: &$0) }
  }

  // MARK: The picture

  private func drawPicture(in place: Rect, on canvas: inout Canvas) {
    guard let raster = standing ?? report.raster else {
      return canvas.within(place) { drawInvitation(on: &$0) }
    }
    guard options.showsOwners, let owners = OwnerMap(report.owners) else {
      return demo.put(raster, of: report.shownLayer ?? 4, in: place, on: &canvas)
    }
    let small = raster.fitting(place)
    guard demo.mosaic == .halfBlocks else { return put(owners, small, place, on: &canvas) }
    canvas.put(owners.colored(small, palette), in: place, as: .halfBlocks)
  }

  /// Where nothing may spin, what was there before it began to: the frames are computed all the same.
  private var standing: Raster? {
    demo.setting.reducesMotion && state.isSpinning ? state.known.raster : nil
  }

  /// Without colours a tile is the letter of who computed it.
  private func put(
    _ owners: OwnerMap, _ raster: Raster, _ place: Rect, on canvas: inout Canvas
  ) {
    for row in 0..<place.size.rows {
      for column in 0..<place.size.columns {
        let mean = raster.mean(part: column, of: place.size.columns, row, of: place.size.rows)
        guard mean.alpha > 0.1 else { continue }
        let owner = owners.owner(
          Double(column) / Double(place.size.columns), Double(row) / Double(place.size.rows))
        canvas.put(
          DemoPalette.letter(owner), at: place.origin + Point(row: row, column: column),
          owner % 2 == 0 ? palette.strong : palette.text)
      }
    }
  }

  private func drawInvitation(on canvas: inout Canvas) {
    let lines = [
      words("nothing is computed yet", "ещё ничего не посчитано"), "",
      words(
        "1…\(options.layers.count): layer by layer", "1…\(options.layers.count): слой за слоем"),
      words("Space: all of them", "пробел: все подряд"),
    ]
    for (index, line) in lines.enumerated() {
      let place = Point(
        row: canvas.size.rows / 2 - 2 + index,
        column: max(0, (canvas.size.columns - line.columns) / 2))
      canvas.put(line, at: place, palette.faint)
    }
  }

  // MARK: The last line

  private func drawLast(on canvas: inout Canvas) {
    if options.showsOwners, let owners = OwnerMap(report.owners) {
      return canvas.put(ownerLine(owners), at: Point(row: 0, column: 1))
    }
    guard let spin = report.spin, state.isSpinning else {
      return VerdictRow(independence, verdict(["tiles-once", "no-waiting"]), language).draw(
        on: &canvas, palette)
    }
    let text = [
      words("computed anew for every frame", "каждый кадр посчитан заново"),
      "\(Int(spin.framesPerSecond.rounded())) " + words("fps", "к/с"),
      language.milliseconds(spin.seconds * 1e3) + words(" a frame", " на кадр"),
      language.counted(
        demo.threads(options), one: Phrase("thread", "поток"), few: "потока",
        many: Phrase("threads", "потоков")),
    ]
    canvas.put(
      text.joined(room: size.columns - 2, by: " · "), at: Point(row: 0, column: 1), palette.text)
  }

  private var independence: String {
    let room = size.columns - 8
    guard let threads = report.threads, state.outcome != nil else {
      return fitting(
        [
          words(
            "pixels do not wait for each other: nothing is shared, order does not matter, no locks",
            "пиксели друг друга не ждут: общих данных нет, порядок не важен, замков нет"),
          words(
            "nothing is shared, order does not matter, no locks",
            "общих данных нет, порядок не важен, замков нет"),
        ], in: room)
    }
    let tiles = language.counted(
      threads.tiles, one: Phrase("tile", "плитка"), few: "плитки", many: Phrase("tiles", "плиток"))
    let waits = language.grouped(threads.waits)
    return fitting(
      [
        words(
          "nobody waits for anybody: \(tiles), each once, in any order; waits: \(waits)",
          "никто никого не ждёт: \(tiles) по разу, порядок не важен, ожиданий \(waits)"),
        words("\(tiles), each once, waits: \(waits)", "\(tiles) по разу, ожиданий \(waits)"),
      ], in: room)
  }

  private func ownerLine(_ owners: OwnerMap) -> Line {
    var line = Line(words("tiles: ", "плитки: "), palette.text)
    for (owner, count) in owners.counts.enumerated() {
      let text = "\(DemoPalette.letter(owner)) \(language.grouped(count))  "
      guard line.width + text.columns < size.columns - 4 else {
        line.append("…", palette.faint)
        break
      }
      line.append(text, palette.task(owner).adding(.bold))
    }
    return line
  }

  private func verdict(_ names: [String]) -> Verdict? {
    state.outcome.flatMap { outcome in .worst(names.compactMap(outcome.verdict)) }
  }
}
