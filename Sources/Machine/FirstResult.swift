/// The first of several things that has an answer.

extension Sequence {
  /// What the first element gives that gives anything. `lazy.compactMap { … }.first` asks that one
  /// twice, and a file may be gone the second time.
  package func firstResult<Result>(_ answer: (Element) -> Result?) -> Result? {
    for element in self {
      if let result = answer(element) { return result }
    }
    return nil
  }
}
