/// Tables of the web: JavaScript, TypeScript, styles, PHP, GraphQL.

extension Grammar {
  static var javaScript: Grammar {
    Grammar(
      keywords: """
        await break case catch const continue debugger default delete do else export extends
        finally for if import in instanceof let return switch throw try typeof var void while with
        yield
        """,
      softKeywords: "as async from get of set static",
      constants: "true false null undefined NaN Infinity",
      variables: "this super",
      functionMakers: "function",
      typeMakers: "class new",
      wordStart: "$",
      wordInside: "$",
      comments: Comment.c,
      strings: [
        StringForm("\""), StringForm("'"),
        StringForm("`", to: "`", [.spans], nests: [Nest("${", "}")]),
        StringForm("/", fence: .regex, at: .operand),
      ],
      sigils: [Sigil("@", .attribute, .wordStart, inside: ".")],
      features: [.calls, .capitalTypes, .shouting, .jsx])
  }

  /// Without tags, as `<T>` is a type in plain TypeScript.
  static var typeScript: Grammar {
    var grammar = javaScript
    grammar.softKeywords += """
       abstract accessor asserts declare enum implements infer interface is keyof module namespace
      override private protected public readonly satisfies type unique
      """
    grammar.types = "any bigint boolean never number object string symbol unknown"
    grammar.typeMakers += " enum interface namespace type"
    grammar.features.insert(.genericCalls)
    grammar.features.remove(.jsx)
    return grammar
  }

  static var tsx: Grammar {
    var grammar = typeScript
    grammar.features.insert(.jsx)
    return grammar
  }
}

extension Lexicon {
  static let javaScript = Lexicon(.javaScript)
  static let typeScript = Lexicon(.typeScript)
  static let tsx = Lexicon(.tsx)

  static let css = Lexicon(
    Grammar(
      wordStart: "-",
      wordInside: "-",
      comments: [.block("/*", "*/"), .line("//", .wordStart)],
      strings: [StringForm("\""), StringForm("'")],
      features: [.percents],
      dialect: .styles))

  static let php = Lexicon(
    Grammar(
      keywords: """
        abstract and as break case catch clone const continue declare default do echo else elseif
        empty enddeclare endfor endforeach endif endswitch endwhile exit die extends final finally
        for foreach global goto if implements include include_once instanceof insteadof isset list
        match or print private protected public readonly require require_once return static switch
        throw try unset use var while xor yield from
        """,
      types: "array bool callable false float int iterable mixed never object string void",
      constants: "true null __DIR__ __FILE__ __LINE__ __CLASS__",
      variables: "self parent",
      functionMakers: "fn function",
      typeMakers: "class enum interface namespace new trait",
      ignoresCase: true,
      comments: Comment.c + [
        .line("#"), .block("#[", "]", nesting: "[", kind: .attribute),
      ],
      strings: [
        StringForm("\"", [.spans, .sigils]), StringForm("'", [.spans]),
        StringForm("`", to: "`", [.spans, .sigils]), .heredoc("<<<"),
      ],
      sigils: [Sigil("$", .variable, brackets: "{")],
      features: [.calls, .capitalTypes, .shouting, .arrowMembers, .leaves]))

  static let graphQL = Lexicon(
    Grammar(
      keywords:
        "directive extend fragment implements mutation on query repeatable schema subscription",
      types: "Boolean Float ID Int String",
      constants: "true false null",
      typeMakers: "enum input interface scalar type union",
      comments: [.line("#")],
      strings: [StringForm("\"\"\"", [.spans]), StringForm("\"")],
      sigils: [Sigil("$", .variable), Sigil("@", .attribute)],
      keyMark: .colon,
      features: [.capitalTypes, .shouting, .wordKeys]))
}
