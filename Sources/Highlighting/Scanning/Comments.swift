/// Comments of a line and of several, with comments inside where the language allows it.

extension TableScanner {
  mutating func openComment(_ index: Int, _ count: Int) -> Bool {
    let form = lexicon.comments[index]
    guard isAt(form.place, count: count) else { return false }
    guard let close = form.close else {
      line.paint(to: lineCommentEnd, form.kind)
      return true
    }
    let context = Context(
      mode: .comment, form: index, close: close, depth: 1, kind: form.kind)
    guard push(context) else { return false }
    line.paint(count, form.kind)
    return true
  }

  private var lineCommentEnd: Int {
    guard lexicon.has(.leaves) else { return line.end }
    var end = line.at
    while end < line.end, !line.matches("?>", at: end) { end += 1 }
    return end
  }

  mutating func scanComment() {
    let context = contexts[contexts.count - 1]
    let nests = lexicon.comments[context.form].nests
    var depth = context.depth
    var place = line.at
    while place < line.end, depth > 0 {
      if line.matches(context.close, at: place) {
        depth -= 1
        place += context.close.count
      } else if !nests.isEmpty, line.matches(nests, at: place) {
        depth += 1
        place += nests.count
      } else {
        place += 1
      }
    }
    line.paint(to: place, context.kind)
    if depth == 0 { contexts.removeLast() } else { contexts[contexts.count - 1].depth = depth }
  }
}
