/// Demos whose engines say what a test wants them to say, and their pictures.

import DemoKit
import Demos
import GoldenFrames
import Machine
import Screen
import Testing
import Wording

let scriptedMachine = "pack:1 core:4 pu:1"

func scriptedSetting(
  _ topology: String = scriptedMachine, _ language: Language = .russian, ascii: Bool = false
) -> DemoSetting {
  DemoSetting(
    language: language, ascii: ascii,
    topology: { (try? Topology(text: topology)) ?? Topology(root: Topology.Node(.machine)) },
    recorder: .hourglass)
}

/// A demo whose engine says what a test wants it to say.
func session<D: Demo>(
  _ demo: D.Type, _ pairs: [(key: String, value: String)], _ setting: DemoSetting,
  _ samples: [D.Sample]
) -> DemoSession<D> {
  let arguments = DemoArguments.read(pairs, for: demo.card).arguments
  return DemoSession(demo.init(arguments, setting), engine: ScriptedEngine(samples))
}

/// Starts it and looks as often as there is something to be seen.
func run(_ demo: any LiveDemo, looks: Int) {
  demo.press(.character(" "))
  for look in 0..<looks { demo.tick(at: .milliseconds(look * 300)) }
}

func frame(
  _ demo: any LiveDemo, _ size: Size = Size(rows: 20, columns: 80), ascii: Bool = false
)
  -> Grid
{
  var canvas = Canvas(size, ascii: ascii)
  demo.draw(on: &canvas)
  return ascii ? Strokes.ascii(canvas.grid) : canvas.grid
}

/// The same picture at 80×24, 60×20 and 120×40 (less the presenter's rows), in ASCII and without
/// colours.
func compare(_ demo: any LiveDemo, _ twin: any LiveDemo, _ name: String) {
  let sizes = [
    Size(rows: 20, columns: 80), Size(rows: 16, columns: 60), Size(rows: 36, columns: 120),
  ]
  for size in sizes {
    let difference = GoldenFrame.difference(
      frame(demo, size), from: "\(name)-\(size.columns)x\(size.rows)")
    #expect(difference == nil)
  }
  #expect(GoldenFrame.difference(frame(twin, ascii: true), from: "\(name)-ascii") == nil)
  let mono = GoldenFrame.monochrome(frame(demo))
  #expect(GoldenFrame.difference(mono, from: "\(name)-mono", styled: true) == nil)
}
