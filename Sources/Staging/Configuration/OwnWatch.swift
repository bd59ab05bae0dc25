/// Looks after somebody's own files while a talk goes on: the configuration and the theme's.

import Decks
import Glibc
import Machine
import Presenting
import Typesetting

/// What those files say of what may change in the middle of a talk.
package struct OwnChoice: Sendable {
  package var theme: Theme
  /// Nobody has chosen the theme: on a light ground it is another.
  package var followsGround = false
  package var keys: KeyTable?
  package var clickerStartsDemos = false
  package var problems: [LoadedConfiguration.Problem] = []
  /// What it was read from.
  package var files: Set<String> = []

  package init(theme: Theme) { self.theme = theme }

  /// Of the problems, those for which something that was written does not hold.
  var faults: Int { problems.count { $0.isFault } }
}

package final class OwnWatch {
  private let folder: String?
  private let read: (Deck?) -> OwnChoice
  private var watch: FileWatch?
  private var due: UInt64?
  /// Of the version that holds.
  private var heldFaults: Int

  /// An editor that saves in several strokes is let finish.
  private static let stroke: UInt64 = 30_000_000

  /// `themes` is the folder of theme files, `held` what the talk began with, `read` reads all of it
  /// as it is now.
  package init(themes: String?, held: OwnChoice, read: @escaping (Deck?) -> OwnChoice) {
    folder = themes
    self.read = read
    heldFaults = held.faults
    files = held.files
    // The clock that files are stamped with.
    clock_gettime(CLOCK_REALTIME_COARSE, &beginning)
  }

  private var files: Set<String>
  /// Those of them whose folder was there at some time: it is waited for when it has gone.
  private var followed: Set<String> = []
  private var beginning = timespec()

  /// An edit that was quicker than the first slide, when nobody listened yet.
  private var isEditedSince: Bool {
    files.contains { path in
      var status = stat()
      guard stat(path, &status) == 0 else { return false }
      let edit = status.st_ctim
      return (edit.tv_sec, edit.tv_nsec) >= (beginning.tv_sec, beginning.tv_nsec)
    }
  }

  /// Listens from now on. A folder that is not there is not waited for: nothing would tell of it.
  package func begin() {
    follow()
    if isEditedSince { wait() }
  }

  private func follow() {
    followed.formUnion(files.filter { access($0.folder, X_OK) == 0 })
    let themes = folder.flatMap { access($0, X_OK) == 0 ? $0 : nil }
    guard watch != nil || !followed.isEmpty || themes != nil else { return }
    let watch = watch ?? FileWatch()
    self.watch = watch
    watch.follow(followed)
    if let themes { watch.followFolder(themes) }
  }

  package var descriptor: Int32? { watch?.descriptor }

  /// Until there is something to be read; nil for never.
  package var patience: Duration? {
    guard let due else { return watch?.mustLook == true ? ReloadPace.look : nil }
    let now = MonotonicClock.now
    return .nanoseconds(Int64(max(due, now) - now))
  }

  /// The descriptor has something to say.
  func hear() { if watch?.hear() == true { wait() } }

  private func wait() { due = due ?? MonotonicClock.now + Self.stroke }

  package enum News {
    case chosen(OwnChoice)
    /// It has more faults than the version that holds: that one stays.
    case refused(OwnChoice)
  }

  /// What the files say now, once they have changed and their time has come.
  package func news(_ deck: Deck?, at now: UInt64 = MonotonicClock.now) -> News? {
    if due == nil, watch?.mustLook == true, watch?.look() == true { wait() }
    guard let due, now >= due else { return nil }
    return readNow(deck)
  }

  /// What they say for a deck that has changed.
  func readNow(_ deck: Deck?) -> News {
    due = nil
    let choice = read(deck)
    files.formUnion(choice.files)
    follow()
    guard choice.faults <= heldFaults else { return .refused(choice) }
    heldFaults = choice.faults
    return .chosen(choice)
  }
}
