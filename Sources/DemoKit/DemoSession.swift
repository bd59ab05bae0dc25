/// One demo with its engine, running: the pure half and the real half together.

import Screen
import Wording

/// A demo as the stage sees it, whatever its types are.
package protocol LiveDemo: AnyObject {
  var card: DemoCard { get }
  var face: DemoFace { get }
  var outcome: DemoOutcome? { get }
  /// Looks at the engine; the time is the stage's, from its start.
  func tick(at now: Duration)
  func press(_ key: Key)
  func draw(on canvas: inout Canvas)
  /// Ends everything it has started; nothing of it is alive when this returns.
  func stop()
}

package final class DemoSession<D: Demo>: LiveDemo {
  private let demo: D
  private let engine: any Engine<D.Command, D.Sample>
  private(set) var state: D.State

  package init(_ demo: D, engine: any Engine<D.Command, D.Sample>) {
    self.demo = demo
    self.engine = engine
    state = demo.initialState
  }

  package var card: DemoCard { D.card }
  package var face: DemoFace { demo.face(of: state) }
  package var outcome: DemoOutcome? { demo.outcome(of: state) }

  package func tick(at now: Duration) {
    perform(demo.update(&state, .sampled(engine.sample(), at: now)))
  }

  package func press(_ key: Key) { perform(demo.update(&state, .pressed(key))) }

  package func draw(on canvas: inout Canvas) { demo.draw(state, on: &canvas) }

  package func stop() { engine.stop() }

  private func perform(_ commands: [D.Command]) {
    for command in commands { engine.perform(command) }
  }
}
