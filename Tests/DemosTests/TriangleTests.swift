/// The triangle: its geometry, its pictures, what its keys do.

import DemoKit
import Demos
import GoldenFrames
import Machine
import Screen
import Testing
import Wording

@Suite struct `Pictures of the triangle` {
  @Test func `layers have their prices, and the verdicts are read from the last frame`() {
    let demo = ScriptedTriangle.shown(ScriptedTriangle.report())
    #expect(demo.outcome?.exitStatus == 0, "\(demo.outcome?.verdicts ?? [])")
    let twin = ScriptedTriangle.shown(
      ScriptedTriangle.report(), [],
      ScriptedTriangle.colorless(scriptedMachine, .english, ascii: true))
    compare(demo, twin, "triangle")
  }

  @Test func `in colour the picture is half blocks in the colours of the frame buffer`() {
    let demo = ScriptedTriangle.shown(ScriptedTriangle.report(), [], scriptedSetting())
    let picture = frame(demo)
    let difference = GoldenFrame.difference(picture, from: "triangle-colour", styled: true)
    #expect(difference == nil)
  }

  @Test func `a layer beyond a limit is the limit, and its share stands apart from its price`() {
    var report = ScriptedTriangle.report()
    report.limits?.fill = 10e9
    report.keep(report.layers[0])
    let shares = (1...6).compactMap { report.layer($0) }.compactMap {
      report.limits?.share(of: $0).share
    }
    #expect(shares.count == 6 && shares.max() == 1)
    let lines = frame(ScriptedTriangle.shown(report)).text.split(separator: "\n")
    let row = lines.first { $0.contains("полуплоскость f₀ ") }
    #expect(row?.hasSuffix("0,14       100 %") == true, "\(row ?? "")")
  }

  @Test func `before anything is computed there is no picture`() {
    let demo = session(Triangle.self, [], ScriptedTriangle.colorless(), [])
    #expect(GoldenFrame.difference(frame(demo), from: "triangle-ready") == nil)
    let asking = session(
      Triangle.self, [(key: "ask", value: "on")], ScriptedTriangle.colorless(), [])
    #expect(!frame(asking).text.contains("теория"))
  }

  @Test func `tiles are told apart by who computed them`() {
    let demo = ScriptedTriangle.shown(ScriptedTriangle.report())
    demo.press(.character("k"))
    #expect(GoldenFrame.difference(frame(demo), from: "triangle-owners") == nil)
  }

  @Test func `where three functions are asked about, it is seen how many agree`() {
    var report = TriangleReport()
    report.set = .avx2
    report.layers = [ScriptedTriangle.report().layers[2]]
    (report.raster, report.shownLayer) = (ScriptedTriangle.raster(3), 3)
    let demo = ScriptedTriangle.shown(report)
    #expect(GoldenFrame.difference(frame(demo), from: "triangle-half-planes") == nil)
  }

  @Test func `Python crawls over its picture while the others are there`() {
    let samples = [ScriptedTriangle.sample(ScriptedTriangle.race(rows: 96), .running)]
    let demo = session(
      Triangle.self, [(key: "view", value: "race")], ScriptedTriangle.colorless(), samples)
    run(demo, looks: 1)
    #expect(GoldenFrame.difference(frame(demo), from: "race-crawling") == nil)
  }

  @Test func `one function, five executions, one picture`() {
    let pairs = [(key: "view", value: "race")]
    let demo = ScriptedTriangle.shown(ScriptedTriangle.race(), pairs)
    #expect(demo.outcome?.exitStatus == 0)
    let english = ScriptedTriangle.colorless(scriptedMachine, .english, ascii: true)
    compare(demo, ScriptedTriangle.shown(ScriptedTriangle.race(), pairs, english), "race")
  }

  @Test func `without numpy, without Python and with one core the ladder says what is missing`() {
    let pairs = [(key: "view", value: "race")]
    let demo = ScriptedTriangle.shown(ScriptedTriangle.race(hasNumpy: false), pairs)
    #expect(frame(demo).text.contains("numpy                нет на этой машине"))
    var report = ScriptedTriangle.race()
    report.race.removeAll { [.python, .numpy, .threads].contains($0.runner) }
    (report.crawl, report.racePainter) = (nil, .simd)
    report.failure = Phrase("there is no python3 here", "здесь нет python3")
    report.absent = [.python, .numpy]
    let alone = ScriptedTriangle.shown(
      report, pairs, ScriptedTriangle.colorless("pack:1 core:1 pu:1"))
    #expect(GoldenFrame.difference(frame(alone), from: "race-no-python") == nil)
  }
}

/// A triangle and what its engine was asked to do.
private struct Scripted {
  let demo: DemoSession<Triangle>
  private let engine:
    ScriptedEngine<ConductedCommand<TrianglePlan>, ConductedSample<TriangleReport>>

  init(
    _ samples: [ConductedSample<TriangleReport>], _ pairs: [(key: String, value: String)] = []
  ) {
    engine = ScriptedEngine(samples)
    let arguments = DemoArguments.read(pairs, for: Triangle.card).arguments
    demo = DemoSession(Triangle(arguments, ScriptedTriangle.colorless()), engine: engine)
  }

  var works: [TrianglePlan.Work] {
    engine.commands.compactMap { if case .run(let plan) = $0 { plan.work } else { nil } }
  }
}

@Suite struct `Keys of the triangle` {
  /// After a whole run.
  private var finished: Scripted {
    let scripted = Scripted([ScriptedTriangle.sample(ScriptedTriangle.report())])
    run(scripted.demo, looks: 1)
    return scripted
  }

  @Test func `digits show layer by layer, and what was measured before is kept`() {
    var first = TriangleReport()
    first.layers = [ScriptedTriangle.report().layers[0]]
    var second = TriangleReport()
    second.layers = [ScriptedTriangle.report().layers[1]]
    let scripted = Scripted([
      ScriptedTriangle.sample(first), ScriptedTriangle.sample(second, run: 2),
    ])
    let demo = scripted.demo
    demo.press(.character("1"))
    demo.tick(at: .zero)
    demo.press(.character("2"))
    demo.tick(at: .milliseconds(300))
    let state = demo.legacy as? TriangleState
    #expect(Set((state?.report.layers ?? []).map(\.layer)) == [1, 2])
    #expect(demo.outcome?.verdict(of: "coverage") == .confirmed)
    #expect(demo.outcome?.verdict(of: "speedup") == nil)
    #expect(scripted.works == [.layer(1), .layer(2)])
  }

  @Test func `numpy waits until those before it are there`() {
    let pairs = [(key: "view", value: "race"), (key: "race", value: "python,scalar,simd,threads")]
    let crawling = ScriptedTriangle.race(rows: 96)
    let samples = [
      ScriptedTriangle.sample(crawling, .running),
      ScriptedTriangle.sample(ScriptedTriangle.race(hasNumpy: false)),
    ]
    let scripted = Scripted(samples, pairs)
    let demo = scripted.demo
    run(demo, looks: 1)
    demo.press(.character("m"))
    #expect(scripted.works == [.race([.python, .scalar, .simd, .threads])])
    #expect(frame(demo).text.contains("ждёт, пока закончит Python"))
    demo.tick(at: .milliseconds(300))
    #expect(scripted.works.last == .race([.numpy]))
    #expect(demo.face.isMoving)
  }

  @Test func `the rods are reeled in by one key, and the same key goes back to the layers`() {
    let scripted = Scripted([
      ScriptedTriangle.sample(ScriptedTriangle.report()),
      ScriptedTriangle.sample(ScriptedTriangle.race(rows: 96), run: 2, .running),
    ])
    let demo = scripted.demo
    run(demo, looks: 1)
    demo.press(.character("p"))
    demo.tick(at: .milliseconds(300))
    #expect(scripted.works.last == .race(Runner.allCases))
    #expect(frame(demo).text.contains("чистый Python, 1 поток: 38 % строк"))
    demo.press(.character("p"))
    #expect(!demo.face.isMoving)
    #expect(demo.outcome?.verdict(of: "speedup") == .confirmed)
  }

  @Test func `a disturbed run is tried again, and its verdicts are gone until then`() {
    var disturbed = ScriptedTriangle.report()
    disturbed.threads?.foreign = 0.3
    let scripted = Scripted(
      [
        ScriptedTriangle.sample(disturbed),
        ScriptedTriangle.sample(ScriptedTriangle.report(), run: 2),
      ], [(key: "retry", value: "1")])
    let demo = scripted.demo
    run(demo, looks: 1)
    #expect(demo.outcome == nil)
    #expect(demo.face.status.text.contains("попытка 2"))
    demo.tick(at: .milliseconds(300))
    #expect(demo.outcome?.exitStatus == 0)
    #expect(scripted.works == [.all, .all])
  }

  @Test func `other folds make other layers, which are computed at once`() {
    let scripted = finished
    let demo = scripted.demo
    demo.press(.character("]"))
    #expect(scripted.works.last == .layer(6))
    #expect(demo.outcome == nil)
    for _ in 0..<9 { demo.press(.character("]")) }
    #expect((demo.legacy as? TriangleState)?.options.layers.folds == 8)
  }

  @Test func `a spinning triangle is stopped by the key that made it spin, and stands again`() {
    var turned = TriangleReport()
    turned.raster = ScriptedTriangle.small
    let scripted = Scripted([
      ScriptedTriangle.sample(ScriptedTriangle.report()),
      ScriptedTriangle.sample(turned, run: 2, .running),
    ])
    let demo = scripted.demo
    run(demo, looks: 1)
    let standing = frame(demo)
    demo.press(.character("s"))
    demo.tick(at: .milliseconds(300))
    #expect(scripted.works.last == .spin(6))
    #expect(demo.face.isMoving)
    #expect(frame(demo) != standing)
    demo.press(.character("s"))
    #expect(!demo.face.isMoving)
    #expect(frame(demo) == standing)
    #expect(demo.outcome?.verdict(of: "speedup") == .confirmed)
  }
}

@Suite struct `Coming back to the triangle` {
  @Test func `who left while it was spinning, or racing, finds what was measured before`() {
    for key in [Key.character("s"), .character("3"), .character("p")] {
      let demo = ScriptedTriangle.shown(ScriptedTriangle.report())
      demo.press(key)
      #expect(demo.face.isMoving)
      let arguments = DemoArguments.read([], for: Triangle.card).arguments
      let again = DemoSession(
        Triangle(arguments, ScriptedTriangle.colorless()), engine: ScriptedEngine([]),
        heritage: DemoHeritage(last: demo.legacy))
      #expect(!again.face.isMoving)
      #expect(again.outcome?.verdict(of: "speedup") == .confirmed, "\(key)")
    }
  }
}

@Suite struct `Claims about the triangle` {
  private func verdict(
    _ claim: String, _ pairs: [(key: String, value: String)] = [],
    _ change: (inout TriangleReport) -> Void
  ) -> Verdict? {
    var report = pairs.isEmpty ? ScriptedTriangle.report() : ScriptedTriangle.race()
    change(&report)
    return ScriptedTriangle.shown(report, pairs).outcome?.verdict(of: claim)
  }

  @Test func `each of them can fail`() {
    #expect(verdict("coverage") { $0.layers[4].covered += 4000 } == .refuted)
    #expect(verdict("same-picture") { $0.layers[5].perPixelSum = 7 } == .refuted)
    #expect(verdict("same-picture") { $0.threads?.different = 1 } == .refuted)
    #expect(verdict("tiles-once") { $0.threads?.wrongTakes = 1 } == .refuted)
    #expect(verdict("no-waiting") { $0.threads?.waits = 1 } == .refuted)
    #expect(verdict("speedup") { $0.threads?.speedup = 3.2 } == .refuted)
    let pairs = [(key: "view", value: "race")]
    #expect(verdict("race-equal", pairs) { $0.race[4].difference = 2 } == .refuted)
  }

  @Test func `who is disturbed, or asks too much of the machine, is not judged`() {
    let isDisturbed = { (verdict: Verdict?) in
      if case .interference = verdict { true } else { false }
    }
    #expect(isDisturbed(verdict("speedup") { $0.threads?.foreign = 0.2 }))
    #expect(isDisturbed(verdict("speedup") { $0.threads?.drift = 0.3 }))
    #expect(verdict("speedup") { $0.threads?.drift = 0.1 } == .confirmed)
    #expect(isDisturbed(verdict("speedup") { $0.threads?.throttled = 0.1 }))
    #expect(isDisturbed(verdict("speedup") { $0.threads?.steal = 0.1 }))
    #expect(verdict("speedup") { $0.threads?.threads = 8 }?.isJudged == false)
    #expect(verdict("speedup") { $0.threads?.layer = 3 }?.isJudged == false)
  }
}

@Suite struct `Geometry of the triangle` {
  @Test(arguments: [TriangleGeometry.Pose.standing, .turned(0.7)])
  func `three functions add up to one at every pixel`(pose: TriangleGeometry.Pose) {
    let function = TriangleGeometry(size: 512, folds: 0, pose).function(layer: 4)
    for (row, column) in [(0, 0), (511, 0), (255, 256), (100, 400), (511, 511)] {
      let values = [function.a, function.b, function.c].map { $0.value(row: row, column: column) }
      #expect(values.reduce(0, &+) == EdgeFunction.one)
    }
  }

  private static let sizes = [256, 320, 448, 512, 704, 1024, 1536]

  @Test(arguments: sizes)
  func `as many pixels are covered as geometry says, whatever the size and the folds`(size: Int) {
    var pixels = [UInt32](repeating: 0, count: size * size)
    for folds in LayerList.folds where TriangleGeometry.height(size: size, folds: folds) != nil {
      let geometry = TriangleGeometry(size: size, folds: folds)
      for layer in 1...6 {
        let covered = pixels.withUnsafeMutableBufferPointer { buffer in
          buffer.baseAddress.map {
            PixelKernel.vector(.best).draw(
              geometry.function(layer: layer), rows: 0..<size, columns: 0..<size, into: $0,
              stride: size)
          } ?? 0
        }
        let error = abs(Double(covered) / geometry.coverage(layer: layer) - 1)
        #expect(error < geometry.tolerance(layer: layer), "layer \(layer), \(folds) folds")
      }
    }
  }

  @Test func `a claim of a thousandth is made where triangles have rows enough`() {
    #expect(TriangleGeometry(size: 4096, folds: 5).tolerance(layer: 6) == 0.001)
    #expect(TriangleGeometry(size: 256, folds: 5).tolerance(layer: 6) > 0.005)
    #expect(TriangleGeometry.height(size: 384, folds: 8) == nil)
  }
}
