/// The grammar of described topologies.

/// Why a description is none: which of its words is wrong, and what could stand there.
package struct TopologyTextError: Error, Equatable, Sendable {
  /// Where the word starts, in characters from the start of the description.
  package var offset: Int
  /// The wrong word; empty at the end of the description.
  package var token: String
  package var expected: Expectation

  package enum Expectation: Equatable, Sendable {
    /// One of these levels with its count; none at all is left below a hardware thread.
    case level([Topology.Level])
    /// A whole number in this range, after the colon.
    case count(ClosedRange<Int>)
    /// `kind:P` or `kind:E`.
    case kind
    /// `}`, or another group in braces.
    case closingBrace
    /// Nothing, or another group in braces.
    case end
    /// Counts that make no more hardware threads than this in all.
    case hardwareThreads(atMost: Int)
  }
}

/// Reads a description from the left; the first wrong word is the error.
struct TopologyTextParser {
  /// A level and how many of it are in each parent.
  struct Multiple: Equatable {
    var level: Topology.Level
    var count: Int
  }

  /// Levels inside each other, the kind of their cores, and the unlike parts of the innermost.
  struct Part: Equatable {
    var levels: [Multiple] = []
    var kind: Topology.CoreKind?
    var groups: [Part] = []
  }

  private struct Token {
    var offset: Int
    var word: Substring
  }

  /// What surrounds a part.
  private struct Surroundings {
    /// The innermost level outside.
    var level = Topology.Level.machine
    /// How many of them there are in the whole machine.
    var count = 1
    var isInBraces = false
  }

  private static let words: [Substring: Topology.Level] = [
    "pack": .package, "package": .package, "socket": .package, "numa": .numaNode,
    "node": .numaNode, "l3": .l3, "core": .core, "pu": .pu, "thread": .pu,
  ]
  private static let kinds: [Substring: Topology.CoreKind] = ["P": .performance, "E": .efficiency]

  private var tokens: ArraySlice<Token>
  private let end: Token
  /// Hardware threads described so far.
  private var pus = 0

  init(_ text: String) {
    tokens = Self.tokens(of: text)[...]
    end = Token(offset: text.count, word: "")
  }

  /// Reads the whole description.
  mutating func part() throws(TopologyTextError) -> Part { try part(in: Surroundings()) }

  private mutating func part(
    in outside: Surroundings
  ) throws(TopologyTextError) -> Part {
    var part = Part()
    var inside = outside
    var last = next
    while let token = tokens.first, !isClosing(token) {
      if token.word == "{" {
        try requireGroup(token, in: part, inside)
        part.groups = try groups(in: inside)
        break
      } else if token.word.hasPrefix("kind:") {
        part.kind = try kind(token, in: part, inside)
      } else {
        part.levels.append(try level(token, in: &inside))
        last = token
      }
      tokens.removeFirst()
    }
    try finish(part, in: inside, after: last)
    return part
  }

  /// Checks that the part is whole and is followed by what may follow it.
  private mutating func finish(
    _ part: Part, in inside: Surroundings, after last: Token
  ) throws(TopologyTextError) {
    if part.groups.isEmpty {
      guard inside.level >= .core, !part.levels.isEmpty else {
        throw error(next, .level(levels(below: inside.level)))
      }
      pus += inside.count
      guard pus <= Topology.describedPUs else { throw tooMany(last) }
    }
    if inside.isInBraces {
      guard next.word == "}" else { throw error(next, .closingBrace) }
      tokens.removeFirst()
    } else if !tokens.isEmpty {
      throw error(next, .end)
    }
  }

  private mutating func groups(in outside: Surroundings) throws(TopologyTextError) -> [Part] {
    var outside = outside
    outside.isInBraces = true
    var groups: [Part] = []
    while next.word == "{" {
      tokens.removeFirst()
      groups.append(try part(in: outside))
    }
    return groups
  }

  private func requireGroup(
    _ token: Token, in part: Part, _ inside: Surroundings
  ) throws(TopologyTextError) {
    // a group must start with a level, so that groups nest no deeper than levels do
    let isGroupInGroup = inside.isInBraces && part.levels.isEmpty
    guard inside.level < .pu, !isGroupInGroup else {
      throw error(token, .level(levels(below: inside.level)))
    }
  }

  private func kind(
    _ token: Token, in part: Part, _ inside: Surroundings
  ) throws(TopologyTextError) -> Topology.CoreKind {
    guard part.kind == nil, part.levels.contains(where: { $0.level == .core }) else {
      throw error(token, .level(levels(below: inside.level)))
    }
    guard let kind = Self.kinds[token.word.dropFirst("kind:".count)] else {
      throw error(token, .kind)
    }
    return kind
  }

  private func level(
    _ token: Token, in inside: inout Surroundings
  ) throws(TopologyTextError) -> Multiple {
    let possible = levels(below: inside.level)
    let sides = token.word.split(separator: ":", maxSplits: 1)
    guard let level = sides.first.flatMap({ Self.words[$0] }), possible.contains(level) else {
      throw error(token, .level(possible))
    }
    let counts = 1...Topology.describedPUs
    guard sides.count == 2, let count = Int(sides[1]), counts.contains(count) else {
      throw error(token, .count(counts))
    }
    inside.level = level
    inside.count *= count
    guard inside.count <= Topology.describedPUs else { throw tooMany(token) }
    return Multiple(level: level, count: count)
  }

  /// Hardware threads are in cores, so that nothing above a core can hold them.
  private func levels(below level: Topology.Level) -> [Topology.Level] {
    Topology.Level.allCases.filter { level < $0 && ($0 < .pu || level == .core) }
  }

  private var next: Token { tokens.first ?? end }

  private func isClosing(_ token: Token) -> Bool { token.word == "}" }

  private func error(
    _ token: Token, _ expected: TopologyTextError.Expectation
  ) -> TopologyTextError {
    TopologyTextError(offset: token.offset, token: String(token.word), expected: expected)
  }

  private func tooMany(_ token: Token) -> TopologyTextError {
    error(token, .hardwareThreads(atMost: Topology.describedPUs))
  }

  /// Words between white space; braces are words wherever they stand.
  private static func tokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    var isInWord = false
    for (offset, place) in text.indices.enumerated() {
      let character = text[place]
      let isBrace = character == "{" || character == "}"
      if isInWord, !isBrace, !character.isWhitespace, let last = tokens.popLast() {
        let word = text[last.word.startIndex...place]
        tokens.append(Token(offset: last.offset, word: word))
      } else if !character.isWhitespace {
        tokens.append(Token(offset: offset, word: text[place...place]))
      }
      isInWord = !isBrace && !character.isWhitespace
    }
    return tokens
  }
}
