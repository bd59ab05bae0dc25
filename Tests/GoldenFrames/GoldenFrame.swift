/// Compares pictures with the files that lie beside a test; records them anew when asked.

import Glibc
import Screen

/// What a picture should have been; nil when it is.
package enum GoldenFrame {
  /// Compares a frame with `Frames/NAME.frame` in the folder of the test. With `RECORD_FRAMES=1`
  /// in the environment the file is written, and the comparison fails all the same.
  package static func difference(
    _ grid: Grid, from name: String, styled: Bool = false, file: String = #filePath
  ) -> String? {
    let text = styled ? FrameText(grid).styled : FrameText(grid).plain
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let path = (folder + ["Frames", Substring(name + ".frame")]).joined(separator: "/")
    if getenv("RECORD_FRAMES") != nil {
      write(text, to: path)
      return "recorded \(path)"
    }
    guard let golden = read(path) else { return "there is no \(path); RECORD_FRAMES=1 writes it" }
    return golden == text ? nil : sideBySide(golden, text)
  }

  /// A picture as a terminal without colours shows it, with what bold and the like are left.
  package static func monochrome(_ grid: Grid) -> Grid {
    grid.mapped { Cell($0.glyph, Style(.standard, on: .standard, $0.style.attributes)) }
  }

  /// Expected at the left, found at the right, the rows that differ marked.
  private static func sideBySide(_ golden: String, _ text: String) -> String {
    let left = golden.split(separator: "\n", omittingEmptySubsequences: false)
    let right = text.split(separator: "\n", omittingEmptySubsequences: false)
    let width = left.map(\.count).max() ?? 0
    let rows = (0..<max(left.count, right.count)).map { row -> String in
      let one = row < left.count ? String(left[row]) : ""
      let other = row < right.count ? String(right[row]) : ""
      return (one == other ? "  " : "≠ ") + one.padded(to: width) + "  " + other
    }
    return "\nexpected, found:\n" + rows.joined(separator: "\n")
  }

  private static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func write(_ text: String, to path: String) {
    guard let file = fopen(path, "w") else { return }
    fputs(text, file)
    fclose(file)
  }
}
