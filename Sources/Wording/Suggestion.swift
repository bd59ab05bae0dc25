/// The name somebody probably meant: the nearest one by typing errors.

/// The candidate that is fewest typing errors away (insert, delete, replace, swap neighbours;
/// Damerau–Levenshtein, optimal string alignment), if few enough for the length of the word.
package func nearestName(to word: String, among candidates: [String]) -> String? {
  let letters = Array(word)
  let limit = max(1, letters.count / 3 + 1)
  // A name that is so much shorter or longer is not near, and need not be compared.
  let distances = candidates.filter { abs($0.count - letters.count) <= limit }
    .map { ($0, typingErrors(from: letters, to: Array($0))) }
  return distances.filter { $0.1 <= limit }.min { left, right in
    // Of two that are as near, the one that goes on as the word begins.
    (left.1, left.0.hasPrefix(word) ? 0 : 1) < (right.1, right.0.hasPrefix(word) ? 0 : 1)
  }?.0
}

private func typingErrors(from source: [Character], to target: [Character]) -> Int {
  var rows = [Array(0...target.count)]
  for (i, letter) in source.enumerated() {
    var row = [i + 1]
    for (j, other) in target.enumerated() {
      var best = min(
        rows[i][j] + (letter == other ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, letter == target[j - 1], source[i - 1] == other {
        best = min(best, rows[i - 1][j - 1] + 1)
      }
      row.append(best)
    }
    rows.append(row)
  }
  return rows[source.count][target.count]
}

extension Phrase {
  /// What is said after a name nobody knows, where one was nearly met.
  package static func perhaps(_ name: String?) -> Phrase {
    name.map { Phrase("; did you mean \($0)?", ". Может быть, \($0)?") } ?? Phrase("")
  }
}
