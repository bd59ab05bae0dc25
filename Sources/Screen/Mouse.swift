/// What a mouse says: a button went down somewhere, or the wheel turned.

package struct Mouse: Equatable, Sendable {
  package enum Kind: Equatable, Sendable { case press, wheelUp, wheelDown }

  package var kind: Kind
  package var place: Point

  package init(_ kind: Kind, at place: Point) {
    self.kind = kind
    self.place = place
  }
}
