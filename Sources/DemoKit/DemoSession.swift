/// One demo with its engine, running: the pure half and the real half together.

import Screen
import Wording

/// A demo as the stage sees it, whatever its types are.
package protocol LiveDemo: AnyObject {
  var card: DemoCard { get }
  var face: DemoFace { get }
  var outcome: DemoOutcome? { get }
  /// Its state as a value, for those who come after it.
  var legacy: any Sendable { get }
  /// The same without what is large: enough for others to compare with.
  var fadedLegacy: any Sendable { get }
  /// Looks at the engine; the time is the stage's, from its start.
  func tick(at now: Duration)
  func press(_ key: Key)
  func draw(on canvas: inout Canvas)
  /// Ends everything it has started; nothing of it is alive when this returns.
  func stop()
}

/// What demos that were left have left behind.
package struct DemoHeritage: Sendable {
  /// The last state of the same fence.
  package var last: (any Sendable)?
  /// The last states of other fences, of whatever demo, the latest last.
  package var kin: [any Sendable] = []

  package init(last: (any Sendable)? = nil, kin: [any Sendable] = []) {
    self.last = last
    self.kin = kin
  }
}

package final class DemoSession<D: Demo>: LiveDemo {
  private let demo: D
  private let engine: any Engine<D.Command, D.Sample>
  private(set) var state: D.State { didSet { knownFace = nil } }
  /// Asked for several times a frame, made once.
  private var knownFace: DemoFace?
  private var window = TallWindow()

  package init(
    _ demo: D, engine: any Engine<D.Command, D.Sample>, heritage: DemoHeritage = DemoHeritage()
  ) {
    self.demo = demo
    self.engine = engine
    state = demo.initialState
    demo.inherit(
      &state, last: heritage.last as? D.State, kin: heritage.kin.compactMap { $0 as? D.State })
  }

  package var legacy: any Sendable { state }
  package var fadedLegacy: any Sendable { demo.faded(state) }

  package var card: DemoCard { D.card }
  package var face: DemoFace {
    if let knownFace { return knownFace }
    var face = demo.face(of: state)
    if window.overflow > 0, !face.isAsking {
      face.foot.insert(scrollHint, at: min(1, face.foot.count))
    }
    (face.hasAbove, face.hasBelow) = (window.hasAbove, window.hasBelow)
    knownFace = face
    return face
  }
  package var outcome: DemoOutcome? { demo.outcome(of: state) }

  package func tick(at now: Duration) {
    perform(demo.update(&state, .sampled(engine.sample(), at: now)))
  }

  package func press(_ key: Key) {
    if window.takes(key) {
      knownFace = nil
    } else {
      perform(demo.update(&state, .pressed(key)))
    }
  }

  package func draw(on canvas: inout Canvas) {
    let panel = demo.proof(of: state).map { ProofPanel($0, demo.setting) }
    let height = panel?.height(in: canvas.size) ?? demo.height(of: state, in: canvas.size)
    let before = (window.hasAbove, window.hasBelow)
    window.draw(height, on: &canvas, demo.setting.palette().accent) { canvas in
      if let panel { panel.draw(on: &canvas) } else { demo.draw(state, on: &canvas) }
    }
    if before != (window.hasAbove, window.hasBelow) { knownFace = nil }
  }

  /// The arrows are the presenter's until Tab hands them over.
  private var scrollHint: String {
    Phrase("Tab ↑↓ further", "Tab ↑↓ дальше")(demo.setting.language)
  }

  package func stop() { engine.stop() }

  private func perform(_ commands: [D.Command]) {
    for command in commands { engine.perform(command) }
  }
}
