/// The triangle from outside, and which of its two pictures is drawn.

import DemoKit
import Machine
import Screen
import Wording

extension Triangle {
  package func proof(of state: TriangleState) -> DemoOutcome? {
    state.control.showsProof ? state.outcome : nil
  }

  package func draw(_ state: TriangleState, on canvas: inout Canvas) {
    let sheet = Sheet(canvas, setting)
    switch state.options.view {
    case .layers: LayersPicture(state: state, demo: self, sheet: sheet).draw(on: &canvas)
    case .race: RacePicture(state: state, demo: self, sheet: sheet).draw(on: &canvas)
    }
  }

  package func face(of state: TriangleState) -> DemoFace {
    let face = RunFace(state.control.phase, setting, attempt: state.attempt)
    let isRace = state.options.view == .race
    let title =
      isRace
      ? Phrase("…we reel in our rods and write Python", "…сворачиваем удочки и пишем на Python")
      : Self.card.title
    let result = DemoFace(
      title: title(setting.language),
      status: face.status(running: running(state), done: done(state)),
      foot: face.foot(
        isRace ? raceKeys(state) : layerKeys(state), hasResult: state.outcome != nil,
        question: isRace
          ? Phrase(
            "How many times slower is plain Python?", "Во сколько раз медленнее чистый Python?")
          : Phrase(
            "Threads: \(threads(state.options)). How many times faster?",
            "Потоков: \(threads(state.options)). Во сколько раз быстрее?")),
      keys: Self.card.allKeys)
    return face.completed(result, measuring: cpus)
  }

  private func words(
    _ english: @autoclosure () -> PhraseKey, _ russian: @autoclosure () -> String
  ) -> String {
    setting.language.words(english(), russian())
  }

  private func running(_ state: TriangleState) -> String {
    if let spin = state.report.spin, state.isSpinning {
      return "\(Int(spin.framesPerSecond.rounded())) " + words("fps", "к/с")
    }
    if state.options.view == .race {
      return state.report.crawl.map { setting.language.seconds($0.seconds, 1) } ?? ""
    }
    guard let layer = state.report.current else { return words("all cores", "все ядра") }
    return words(
      "layer \(layer) of \(state.options.layers.count)",
      "слой \(layer) из \(state.options.layers.count)")
  }

  private func done(_ state: TriangleState) -> String {
    state.report.set.map(\.name) ?? ""
  }

  private func layerKeys(_ state: TriangleState) -> [String] {
    let count = state.options.layers.count
    return [
      count > 1 ? words("1–\(count) layers", "1–\(count) слои") : words("1 layer", "1 слой"),
      words("n threads", "n потоков"), words("k who computed", "k кто считал"),
      state.isSpinning ? words("s stop", "s стоп") : words("s spin", "s вращать"),
      words("p reel in the rods", "p сворачиваем удочки"), words("[ ] folds", "[ ] свёртки"),
    ]
  }

  private func raceKeys(_ state: TriangleState) -> [String] {
    [
      state.hasRaced
        ? words("p back to the layers", "p назад к слоям")
        : words("p reel in the rods", "p сворачиваем удочки"),
      state.report.runner(.numpy) == nil ? "m numpy" : words("m numpy again", "m numpy ещё раз"),
    ]
  }
}

extension Triangle {
  /// What a picture is drawn with here.
  var mosaic: Mosaic { Mosaic(hasColors: setting.hasColors, ascii: setting.ascii) }

  /// Draws a picture of a layer. Without colours all three count the same: where sides are asked about
  /// it is how many say yes, else the corners are as bright as the middle.
  func put(_ raster: Raster, of layer: Int, in place: Rect, on canvas: inout Canvas) {
    let raster = raster.fitting(place)
    guard mosaic != .halfBlocks else { return canvas.put(raster, in: place, as: mosaic) }
    let grey = raster.mapped { red, green, blue in
      layer <= 3 ? (red + green + blue) / 3 : max(red, green, blue)
    }
    canvas.put(grey, in: place, as: mosaic)
  }
}

extension Raster {
  /// What recordings keep of a row.
  static let mostRecorded = 128

  /// As fine as a place can show: in a small one a recording looks as the run did.
  func fitting(_ place: Rect) -> Raster {
    2 * place.size.columns <= Self.mostRecorded ? reduced(to: Self.mostRecorded) : self
  }

  /// In grey, as bright as a function of red, green and blue says.
  fileprivate func mapped(_ grey: (UInt32, UInt32, UInt32) -> UInt32) -> Raster {
    let pixels = pixels.map { pixel -> UInt32 in
      pixel & 0xFF00_0000 | grey(pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255) * 0x01_0101
    }
    return Raster(width: width, height: height, pixels: pixels)
  }
}
