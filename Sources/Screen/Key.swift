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
    guard case .character(let letter) = self, letter.utf8.count == 2,
      let place = Self.russian.firstIndex(of: letter)
    else { return self }
    let twins = Self.latin.utf8
    return .character(
      Character(Unicode.Scalar(twins[twins.index(twins.startIndex, offsetBy: place)])))
  }

  private static let russian = Array(
    "йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ")
  private static let latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~"
}
