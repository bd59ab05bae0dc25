/// What somebody's own files say during the talk: the keys, and what is wrong with those files.

import Screen
import Typesetting
import Wording

extension PresenterState {
  /// Other keys from now on. A chord that was begun with the old ones is forgotten.
  mutating func take(keys: KeyTable?, clickerStartsDemos: Bool, problems: [String]) {
    (ownKeys, self.clickerStartsDemos, chord) = (keys, clickerStartsDemos, nil)
    (findings.own, findings.isOwnStale, notice) = (problems, false, "")
    tellOfOwnProblems()
  }

  /// A quiet remark: the talk goes on as if nothing were.
  mutating func tellOfOwnProblems() {
    guard !findings.own.isEmpty else { return }
    let count = language.counted(
      findings.own.count, one: Phrase("remark", "замечание"), few: "замечания",
      many: Phrase("remarks", "замечаний"))
    let key = keyName(of: .diagnostics).map { ": " + $0 } ?? ""
    notice =
      findings.isOwnStale
      ? Phrase(
        "old settings hold, \(count) on the new ones\(key)",
        "настройки прежние, в новых \(count)\(key)")(language)
      : Phrase("\(count) on the configuration\(key)", "в настройках \(count)\(key)")(language)
  }
}
