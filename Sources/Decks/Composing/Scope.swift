/// Divisions and tags that are open on a slide, one in the other.

import Markup

/// A division or a tag that is open, and what was so before it.
struct Scope {
  enum Kind: Hashable {
    case division
    case tag(String)
  }

  var kind: Kind
  let alignment: Alignment?
  let size: Int
  let lists: SlideComposer.Incremental
  let clicks: (every: Int, depth: Int)
  let step: Int
  /// What is inside becomes visible at once, what follows was visible before.
  var isFragment = false
  /// Where the words begin that only the speaker reads.
  var noteStart: Int?
  /// What is inside is for another screen.
  var isElsewhere = false
  /// Everything inside appears one by one.
  var isClicks = false
  var isColumns = false
  /// What stands in it directly has a cell of the grid.
  var holdsCells = false
  /// Columns that stand in one.
  var isInnerColumns = false
  var grid: HTMLGrid?
  var isColumn = false

  fileprivate var hides: Bool { noteStart != nil || isElsewhere }

  init(_ kind: Kind, _ composer: SlideComposer, at offset: Int) {
    self.kind = kind
    alignment = composer.alignment
    size = composer.size
    lists = composer.lists
    clicks = composer.clicks
    step = composer.step
  }
}

/// Scopes in their order; how many there are of a kind is known without looking through them.
struct ScopeStack {
  private var scopes: [Scope] = []
  private var counts: [Scope.Kind: Int] = [:]
  private var hiddenCount = 0

  var isEmpty: Bool { scopes.isEmpty }
  var last: Scope? { scopes.last }
  /// Whether what stands here is not for the audience.
  var isHidden: Bool { hiddenCount > 0 }

  func contains(_ kind: Scope.Kind) -> Bool { counts[kind, default: 0] > 0 }

  mutating func append(_ scope: Scope) {
    scopes.append(scope)
    counts[scope.kind, default: 0] += 1
    if scope.hides { hiddenCount += 1 }
  }

  mutating func popLast() -> Scope? {
    guard let scope = scopes.popLast() else { return nil }
    counts[scope.kind, default: 0] -= 1
    if scope.hides { hiddenCount -= 1 }
    return scope
  }
}
