/// How the tasks of demos look: six of them, then from the first again.

import Screen

/// They are told apart at a glance, also by those who see few colours; letters tell them, too.
package struct TaskStyles: Equatable, Sendable {
  var a: Style
  var b: Style
  var c: Style
  var d: Style
  var e: Style
  var f: Style

  init(_ a: Style, _ b: Style, _ c: Style, _ d: Style, _ e: Style, _ f: Style) {
    (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
  }

  /// Of six colours, 0xRRGGBB.
  init(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32, _ e: UInt32, _ f: UInt32) {
    self.init(
      Style(.rgb(a)), Style(.rgb(b)), Style(.rgb(c)), Style(.rgb(d)), Style(.rgb(e)),
      Style(.rgb(f)))
  }

  package var list: [Style] { [a, b, c, d, e, f] }
}
