/// The plane of L and P: every heat a point, the diagonal P = L its limit.

import DemoKit
import Screen
import Wording

struct ComparePlane {
  let picture: ComparePicture

  private var palette: DemoPalette { picture.palette }
  private var most: Int { max(2, picture.state.options.tasks) }

  func draw(on canvas: inout Canvas) {
    let (rows, columns) = (canvas.size.rows, canvas.size.columns)
    // One row for the name of P above, two for the numbers and the name of L below.
    let field = Rect(rows: 1..<max(2, rows - 2), columns: 3..<max(4, columns - 1))
    drawAxes(field, on: &canvas)
    drawDiagonal(field, on: &canvas)
    for point in picture.state.earlier {
      canvas.put("+", at: place(point, field), palette.faint)
    }
    drawPoints(field, on: &canvas)
  }

  private func column(_ value: Double, _ field: Rect) -> Int {
    // Half a unit of air at the right, so that names fit.
    let width = Double(field.columns.count - 2)
    return field.columns.lowerBound + Int((value / (Double(most) + 0.25) * width).rounded())
  }

  private func row(_ value: Double, _ field: Rect) -> Int {
    let height = Double(field.rows.count - 2)
    return field.rows.upperBound - 1 - Int((value / Double(most) * height).rounded())
  }

  private func place(_ point: ComparePoint, _ field: Rect) -> Point {
    Point(row: row(point.running, field), column: column(point.begun, field))
  }

  private func drawAxes(_ field: Rect, on canvas: inout Canvas) {
    let faint = palette.faint
    let axis = field.columns.lowerBound
    let bottom = field.rows.upperBound - 1
    canvas.put(
      "P " + picture.words("running at once", "исполняется сразу"), at: Point(row: 0, column: 1),
      palette.text)
    for row in field.rows.dropLast() { canvas.put("│", at: Point(row: row, column: axis), faint) }
    for column in field.columns { canvas.put("─", at: Point(row: bottom, column: column), faint) }
    canvas.put("└", at: Point(row: bottom, column: axis), faint)
    for number in 1...most where most <= 5 || number % 2 == 1 {
      let row = row(Double(number), field)
      canvas.put("┤", at: Point(row: row, column: axis), faint)
      canvas.put(String(number), at: Point(row: row, column: axis - 2), palette.text)
      let column = column(Double(number), field)
      canvas.put("┴", at: Point(row: bottom, column: column), faint)
      canvas.put(String(number), at: Point(row: bottom + 1, column: column), palette.text)
    }
    canvas.putRight(
      "L " + picture.words("begun, not finished", "начато, не закончено"), row: bottom + 2,
      inset: 1, palette.text)
  }

  private func drawDiagonal(_ field: Rect, on canvas: inout Canvas) {
    let steps = field.rows.count * 2
    for step in 1..<max(2, steps) {
      let value = Double(most) * Double(step) / Double(steps)
      canvas.put(
        "·", at: Point(row: row(value, field), column: column(value, field)), palette.faint)
    }
  }

  /// The signs of the heats; those that fall on one place stand side by side there.
  private func drawPoints(_ field: Rect, on canvas: inout Canvas) {
    var placed: [(place: Point, signs: String, name: String)] = []
    for point in picture.state.heats.points {
      let place = place(point, field)
      let name = point.heat.name(picture.language)
      if let known = placed.firstIndex(where: { $0.place == place }) {
        placed[known].signs += point.heat.sign
        placed[known].name = ""
      } else {
        placed.append((place, point.heat.sign, name))
      }
    }
    var taken = placed.map { Rect($0.place, Size(rows: 1, columns: $0.signs.columns)) }
    for entry in placed {
      canvas.put(entry.signs, at: entry.place, palette.strong)
      let size = Size(rows: 1, columns: entry.name.columns)
      // The sign is explained beside the plane, too: no name lies on another, or on a sign.
      let place = placesOfName(size.columns, entry.place, field).first { place in
        taken.allSatisfy { $0.intersection(Rect(place, size)).isEmpty }
      }
      guard let place else { continue }
      canvas.put(entry.name, at: place, palette.text)
      taken.append(Rect(place, Size(rows: 1, columns: size.columns + 1)))
    }
  }

  /// Above what is high in the plane, as there is nothing; below what is low; beside what lies at the
  /// bottom. Then the other way, and further off.
  private func placesOfName(_ width: Int, _ point: Point, _ field: Rect) -> [Point] {
    let last = field.columns.upperBound - width
    let centred = max(field.columns.lowerBound + 1, min(point.column - width / 2, last))
    let isLow = point.row >= row(1, field)
    let isHigh = point.row - 1 < field.rows.lowerBound
    let way = isLow || isHigh ? 1 : -1
    let right = point.column + 2
    let beside = right <= last ? right : point.column - width - 1
    let places = [way, -way, 2 * way, -2 * way].map {
      Point(row: point.row + $0, column: centred)
    }
    let inside = places.filter { field.rows.dropLast().contains($0.row) }
    let isAtBottom = point.row + 1 >= field.rows.upperBound - 1
    return (isAtBottom ? [Point(row: point.row, column: beside)] : []) + inside
  }
}
