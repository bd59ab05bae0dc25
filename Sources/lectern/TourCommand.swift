/// `lectern tour`: the deck that shows what decks can be.

import ArgumentParser

struct TourCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tour", abstract: "Presents a tour: everything a deck can hold, a slide each.")

  @OptionGroup var look: LookOptions

  @Option(name: .customLong("from"), help: "The slide to begin with.")
  var first = 1

  func run() throws {
    let look = try look.resolved(hasStage: true)
    try Show.present(DeckArgument.shipped("tour.md", look), look, from: first)
  }
}
