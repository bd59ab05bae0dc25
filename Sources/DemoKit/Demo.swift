/// What a demo is: described by a card, fed with samples and keys, drawn on a canvas.

import Screen
import Wording

/// A live illustration of one idea about concurrency. Everything here is pure; the real threads
/// are the engine's.
package protocol Demo: Sendable {
  associatedtype State: Equatable, Sendable
  /// What one look at the engine shows.
  associatedtype Sample: RecordableSample
  /// What the engine can be told.
  associatedtype Command: Equatable, Sendable

  static var card: DemoCard { get }
  /// What arguments, each good by itself, make no sense together.
  static func contradictions(in arguments: DemoArguments) -> [DemoError]
  /// What of the arguments this machine will not do as written, and what is done instead.
  static func substitutions(for arguments: DemoArguments, on machine: DemoMachine) -> [DemoError]

  init(_ arguments: DemoArguments, _ setting: DemoSetting)

  var setting: DemoSetting { get }

  var initialState: State { get }
  /// Takes over what earlier slides have left: the last state of the same fence, if there is one,
  /// and those of other fences of this demo, the latest last. None of their threads is alive.
  func inherit(_ state: inout State, last: State?, kin: [State])
  /// A state without its records: what is kept of slides that were left long ago.
  func faded(_ state: State) -> State
  func update(_ state: inout State, _ message: DemoMessage<Sample>) -> [Command]
  func draw(_ state: State, on canvas: inout Canvas)
  /// The rows its picture takes in a room of a size: more than that can be scrolled through.
  func height(of state: State, in size: Size) -> Int
  /// What came out, where that is to be seen with all it rests on in place of the picture.
  func proof(of state: State) -> DemoOutcome?
  func face(of state: State) -> DemoFace
  /// What the last run came to; nil before one has ended.
  func outcome(of state: State) -> DemoOutcome?
  func makeEngine() -> any Engine<Command, Sample>
}

extension Demo {
  package static func contradictions(in arguments: DemoArguments) -> [DemoError] { [] }
  package static func substitutions(
    for arguments: DemoArguments, on machine: DemoMachine
  ) -> [DemoError] {
    []
  }
  package func inherit(_ state: inout State, last: State?, kin: [State]) {}
  package func faded(_ state: State) -> State { state }
  package func height(of state: State, in size: Size) -> Int { size.rows }
}

package enum DemoMessage<Sample: Sendable>: Sendable {
  /// A look at the engine; the time is the stage's own, from its start.
  case sampled(Sample, at: Duration)
  case pressed(Key)
}

/// How a demo looks from outside.
package struct DemoFace: Equatable, Sendable {
  package var title: String?
  package var status: Line
  /// What keys do, the most important first; as many are shown as there is room for.
  package var foot: [String]
  package var keys: [Key]
  package var hasStarted = false
  package var isAsking = false
  /// Why it has come to nothing, in one line.
  package var failure: String?
  /// Something on the screen changes by itself: frames are wanted.
  package var isMoving = false
  /// Its picture is taller than the screen, and has rows above and below what is seen.
  package var hasAbove = false
  package var hasBelow = false
  /// CPUs whose time is being measured: whoever draws keeps off them where there are others.
  package var measuredCPUs: [Int] = []

  package init(title: String? = nil, status: Line = Line(), foot: [String] = [], keys: [Key]) {
    self.title = title
    self.status = status
    self.foot = foot
    self.keys = keys
  }
}
