/// What the keyboard says, decoded.

package enum Key: Hashable, Sendable {
  case character(Character)
  /// Ctrl with a letter, in lower case, or one of `\ ] ^ _`.
  case control(Character)
  case up, down, left, right
  case pageUp, pageDown, home, end
  case enter, tab, backTab, backspace, delete, escape
  case function(Int)

  /// The key of the Latin layout at the same place of the keyboard: `й` is `q`, `ч` is `x`.
  /// Keys that aren't letters of the Russian layout stay as they are.
  package var latin: Key {
    guard case .character(let letter) = self, let twin = Self.latinOfRussian[letter] else {
      return self
    }
    return .character(twin)
  }

  private static let latinOfRussian: [Character: Character] = {
    let russian = "йцукенгшщзхъфывапролджэячсмитьбюё"
    let latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
    var table = Dictionary(uniqueKeysWithValues: zip(russian, latin))
    for (upper, twin) in zip(russian.uppercased(), "QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~") {
      table[upper] = twin
    }
    return table
  }()
}
