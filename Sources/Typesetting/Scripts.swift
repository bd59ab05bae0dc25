/// Super- and subscripts in Unicode, where it has them.

enum Scripts {
  /// The text raised, or behind a `^` where a sign has no raised twin.
  static func raised(_ text: String) -> String { shifted(text, raisedSigns, mark: "^") }

  static func lowered(_ text: String) -> String { shifted(text, loweredSigns, mark: "_") }

  private static func shifted(
    _ text: String, _ signs: [Character: Character], mark: String
  ) -> String {
    var shifted = ""
    for character in text {
      guard let sign = signs[character] else { return text.isEmpty ? "" : mark + text }
      shifted.append(sign)
    }
    return shifted
  }

  /// What raised and lowered signs are without that.
  static let plainOfRaised = reversed(raisedSigns)
  static let plainOfLowered = reversed(loweredSigns)

  private static func reversed(_ signs: [Character: Character]) -> [Character: Character] {
    Dictionary(signs.map { ($1, $0) }, uniquingKeysWith: { min($0, $1) })
  }

  private static func table(_ plain: String, _ shifted: String) -> [Character: Character] {
    Dictionary(zip(plain, shifted), uniquingKeysWith: { first, _ in first })
  }

  private static let raisedSigns = table(
    "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW ",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ ")

  private static let loweredSigns = table(
    "0123456789+-−=()aehijklmnoprstuvx ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ ")
}
