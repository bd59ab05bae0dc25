/// What is wrong with what is presented, as lines of text for the list.

package struct Findings: Equatable, Sendable {
  /// Of the deck.
  package internal(set) var deck: [String] = []
  /// How many of the deck's are errors: those are told of on the stage.
  package internal(set) var errorCount = 0
  /// They are a newer version's, which is not shown for that.
  var isStale = false
  /// Of the configuration and the theme, whatever the deck is.
  var own: [String] = []
  /// They are a newer version's, which does not hold for that.
  var isOwnStale = false
}
