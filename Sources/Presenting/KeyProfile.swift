/// The keys of other programs, for hands that know them. What they have no command for keeps ours.

import Screen

package enum KeyProfile: String, CaseIterable, Sendable {
  case presenterm, patat, mdp, slides

  /// Commands with all the keys they have there.
  var bindings: [(command: PresenterCommand, keys: [KeySequence])] {
    words.map { command, keys in
      (command, keys.split(separator: ",").compactMap { KeySequence(code: String($0)) })
    }
  }

  /// Keys with commas between them, chords with a blank.
  private var words: [(PresenterCommand, String)] {
    switch self {
    case .presenterm:
      [
        (.next, "right,down,space,pagedown,l,j"), (.previous, "left,up,pageup,h,k"),
        (.nextSlide, "n"), (.previousSlide, "p"), (.first, "g g"), (.last, "G"),
        (.showAllSteps, "s"), (.overview, "ctrl-p"), (.reload, "ctrl-r"), (.help, "?"),
        (.suspend, "ctrl-z"), (.quit, "q,ctrl-c"),
      ]
    case .patat:
      [
        (.next, "right,space,enter,pagedown,l"), (.previous, "left,backspace,pageup,h"),
        (.tenOn, "down,j"), (.tenBack, "up,k"), (.first, "0"), (.last, "G"), (.reload, "r"),
        (.quit, "q"),
      ]
    case .mdp:
      [
        (.next, "right,down,space,enter,pagedown,l,j"),
        (.previous, "left,up,backspace,pageup,h,k"), (.first, "g,home"), (.last, "G,end"),
        (.reload, "r"), (.suspend, "ctrl-z"), (.quit, "q"),
      ]
    case .slides:
      [
        (.next, "right,down,space,enter,pagedown,l,j,n"),
        (.previous, "left,up,pageup,h,k,p,N"), (.first, "g g"), (.last, "G"),
        (.search, "/"), (.quit, "q,ctrl-c"),
      ]
    }
  }
}

extension KeySequence {
  /// Nil for what is neither a key nor two of them with a blank between; letters of the Russian
  /// layout are their keys.
  init?(code: String) {
    let parts = code.split(separator: " ").map { Key(code: String($0))?.latin }
    guard let first = parts.first ?? nil, parts.count <= 2 else { return nil }
    guard parts.count == 2 else {
      self.init(first)
      return
    }
    guard let second = parts[1] else { return nil }
    self.init(first, second)
  }
}
