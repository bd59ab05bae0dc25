/// A deck and the files it includes as one text that knows where each byte comes from.

import Decks
import Markup
import Wording

struct DeckAssembly {
  private let folder: DeckFolder
  private var bytes: [UInt8] = []
  private var parts: [SourcePart] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var count = 0
  /// The files that are being included, from the deck down.
  private var chain: [String]

  /// The whole text; a deck without includes comes back as it is.
  static func assembled(
    _ lines: SourceLines, path: String, _ folder: () -> DeckFolder
  ) -> (lines: SourceLines, diagnostics: [Diagnostic]) {
    let includes = Include.all(in: lines)
    guard !includes.isEmpty else { return (lines, []) }
    var assembly = DeckAssembly(folder: folder(), chain: [DeckFolder.realPath(path) ?? path])
    assembly.add(lines, path, 0..<lines.bytes.count, includes)
    return (SourceLines(assembly.bytes, parts: assembly.parts), assembly.diagnostics)
  }

  private init(folder: DeckFolder, chain: [String]) {
    self.folder = folder
    self.chain = chain
  }

  private mutating func add(
    _ lines: SourceLines, _ path: String, _ part: Range<Int>, _ includes: [Include]
  ) {
    var done = part.lowerBound
    for include in includes
    where part.contains(include.range.lowerBound)
      || include.range.lowerBound == lines.bytes.count && part.upperBound == lines.bytes.count
    {
      append(lines, path, done..<include.range.lowerBound)
      self.include(include, of: lines, path)
      done = include.range.upperBound
    }
    append(lines, path, done..<max(done, part.upperBound))
  }

  private mutating func append(_ lines: SourceLines, _ path: String, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let place = bytes.count..<bytes.count + range.count
    parts.append(
      SourcePart(range: place, start: range.lowerBound, path: path, file: lines))
    bytes += lines.bytes[range]
  }

  private mutating func include(_ include: Include, of lines: SourceLines, _ path: String) {
    count += 1
    let real = folder.locate(include.path, from: path)
    if let problem = problem(with: include, real) { return tell(problem, include, lines, path) }
    switch folder.read(include.path, from: path) {
    case .failure(let failure): tell(failure.named(include.path), include, lines, path)
    case .success(let text) where bytes.count + text.count > folder.largest:
      let problem = Phrase("includes of over 16 MiB", "включений больше чем на 16 МиБ")
      tell(problem, include, lines, path)
    case .success(let text):
      let inner = SourceLines(text)
      let name = Self.name(of: include.path, besides: path)
      chain.append(real ?? name)
      for part in include.parts(of: inner) {
        bytes += Array(include.opening(of: part, of: inner).utf8)
        add(inner, name, part, Include.all(in: inner))
      }
      bytes += [0x0A, 0x0A]
      chain.removeLast()
    }
  }

  /// A line end stands where the file should, so that the message has a place in the one naming it.
  private mutating func tell(
    _ problem: Phrase, _ include: Include, _ lines: SourceLines, _ path: String
  ) {
    let place = bytes.count..<bytes.count + 1
    bytes.append(0x0A)
    parts.append(
      SourcePart(range: place, start: include.range.lowerBound, path: path, file: lines))
    diagnostics.append(.error(problem, at: place.lowerBound))
  }

  private func problem(with include: Include, _ real: String?) -> Phrase? {
    if let real, let first = chain.firstIndex(of: real) {
      let ring = (chain[first...] + [real]).map {
        $0.split(separator: "/").last.map(String.init) ?? $0
      }
      let names = ring.joined(separator: " → ")
      return Phrase("a ring of includes: \(names)", "включения по кругу: \(names)")
    }
    if chain.count > Limits.includeDepth {
      return Phrase(
        "includes deeper than \(Limits.includeDepth)", "включения глубже \(Limits.includeDepth)")
    }
    if count > Limits.includes {
      return Phrase("more than \(Limits.includes) includes", "больше \(Limits.includes) включений")
    }
    return nil
  }

  /// The path as it is told in messages: beside the file that names it.
  private static func name(of path: String, besides file: String) -> String {
    guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
    return String(file[...slash]) + path
  }
}
