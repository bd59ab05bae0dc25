/// Tables of the languages of virtual machines: Java, Kotlin, Scala, Groovy, C#, F#, Dart.

extension Lexicon {
  static let java = Lexicon(
    Grammar(
      keywords: """
        abstract assert break case catch continue default do else extends final finally for goto if
        implements import instanceof native package private protected public return static
        strictfp switch synchronized throw throws transient try volatile while
        """,
      softKeywords: "exports module permits requires sealed var when yield record",
      types: "boolean byte char double float int long short void",
      constants: "true false null",
      variables: "this super",
      typeMakers: "class enum interface new record",
      comments: Comment.c,
      strings: [
        StringForm("\"\"\"", [.spans, .percents]), StringForm("\"", [.percents]), StringForm("'"),
      ],
      sigils: [Sigil("@", .attribute, inside: ".")],
      features: [.calls, .capitalTypes, .shouting, .genericCalls]))

  static let kotlin = Lexicon(
    Grammar(
      keywords: """
        as break class const constructor continue crossinline do else for if import in internal is
        lateinit noinline override package private protected public reified return super suspend
        tailrec throw try typeof val var vararg when while
        """,
      softKeywords: """
        abstract actual annotation by catch companion data enum expect external final finally get
        infix init inline inner open operator out sealed set value where
        """,
      constants: "true false null",
      variables: "this it field",
      functionMakers: "fun",
      typeMakers: "class interface object typealias",
      comments: Comment.nestedC,
      strings: [
        StringForm("\"\"\"", [.raw, .spans, .sigils], nests: [Nest("${", "}")]),
        StringForm("\"", [.sigils], nests: [Nest("${", "}")]), StringForm("'"),
        StringForm("`", to: "`", [.raw], kind: .plain),
      ],
      sigils: [Sigil("@", .attribute, .wordStart, inside: ".:"), Sigil("$", .variable)],
      features: [.calls, .capitalTypes, .shouting, .genericCalls]))

  static let scala = Lexicon(
    Grammar(
      keywords: """
        abstract case catch do else export extends final finally for forSome given if implicit
        import lazy match override package private protected return sealed super then throw try val
        var while with yield
        """,
      softKeywords: "as derives end extension infix inline opaque open transparent using",
      constants: "true false null",
      variables: "this",
      functionMakers: "def",
      typeMakers: "class enum new object trait type",
      comments: Comment.nestedC,
      strings: [
        StringForm(
          "s\"\"\" f\"\"\" raw\"\"\"", [.raw, .spans, .sigils], nests: [Nest("${", "}")]),
        StringForm("s\" f\" raw\"", [.sigils], nests: [Nest("${", "}")]),
        StringForm("\"\"\"", [.raw, .spans]), StringForm("\""), StringForm("'", fence: .character),
        StringForm("`", to: "`", [.raw], kind: .plain),
      ],
      sigils: [Sigil("@", .attribute), Sigil("$", .variable)],
      features: [.calls, .capitalTypes, .shouting]))

  static let groovy = Lexicon(
    Grammar(
      keywords: """
        abstract as assert break case catch continue def default do else extends final finally for
        if implements import in instanceof package private protected public return static switch
        throw throws trait try var while
        """,
      types: "boolean byte char double float int long short void",
      constants: "true false null",
      variables: "this super it",
      typeMakers: "class enum interface new trait",
      comments: Comment.c,
      strings: [
        StringForm("\"\"\"", [.spans, .sigils], nests: [Nest("${", "}")]),
        StringForm("'''", [.spans]), StringForm("\"", [.sigils], nests: [Nest("${", "}")]),
        StringForm("'"), StringForm("/", fence: .regex, at: .operand),
      ],
      sigils: [Sigil("@", .attribute, inside: "."), Sigil("$", .variable)],
      features: [.calls, .capitalTypes, .shouting]))

  static let cSharp = Lexicon(
    Grammar(
      keywords: """
        abstract as async await base break case catch checked const continue default delegate do
        else event explicit extern finally fixed for foreach goto if implicit in internal is lock
        operator out override params private protected public readonly ref return sealed sizeof
        stackalloc static switch throw try typeof unchecked unsafe using virtual volatile while
        nameof
        """,
      softKeywords: """
        add and ascending by descending equals file from get global group init into join let not
        on or orderby partial remove required scoped select set var when where with yield record
        """,
      types: """
        bool byte char decimal double dynamic float int long nint nuint object sbyte short string
        uint ulong ushort void
        """,
      constants: "true false null",
      variables: "this",
      typeMakers: "class enum interface namespace new record struct",
      comments: Comment.c + [
        .block(
          "[A [B [C [D [E [F [G [H [I [J [K [L [M [N [O [P [Q [R [S [T [U [V [W [X [Y [Z", "]",
          nesting: "[", .lineStart, kind: .attribute)
      ],
      strings: [
        StringForm("\"\"\"", [.raw, .spans]),
        StringForm("$\"\"\" $$\"\"\"", [.raw, .spans], nests: [Nest("{", "}")]),
        StringForm("@\"", [.raw, .spans, .doubled]),
        StringForm(
          "$@\" @$\"", [.raw, .spans, .doubled], nests: [Nest("{", "}", doubled: true)]),
        StringForm("$\"", nests: [Nest("{", "}", doubled: true)]),
        StringForm("\"", [.braces]), StringForm("'"),
      ],
      features: [
        .calls, .capitalTypes, .capitalCalls, .capitalMembers, .genericCalls, .preprocessor,
      ]))

  static let fSharp = Lexicon(
    Grammar(
      keywords: """
        abstract as assert base begin class default delegate do done downcast downto elif else end
        exception extern finally fixed for fun function global if in inherit inline interface
        internal lazy match mutable namespace new not of open or override private public return
        select sig static struct then to try upcast use val void when while with yield async task
        seq query and
        """,
      types: """
        bool byte char decimal double exn float float32 int int64 list nativeint obj option sbyte
        seq single string uint32 uint64 unit array
        """,
      constants: "true false null",
      functionMakers: "let rec member use",
      typeMakers: "type module",
      wordInside: "'",
      comments: [.line("//"), .block("(*", "*)", nesting: "(*")],
      strings: [
        StringForm("\"\"\"", [.raw, .spans]), StringForm("@\"", [.raw, .spans, .doubled]),
        StringForm("$\"", [.spans, .percents], nests: [Nest("{", "}", doubled: true)]),
        StringForm("\"", [.spans, .percents]), StringForm("'", fence: .character),
        StringForm("``", to: "``", [.raw], kind: .plain),
        StringForm("[<", to: ">]", [.raw, .spans], kind: .attribute),
      ],
      sigils: [Sigil("'", .type)],
      features: [.calls, .capitalTypes, .capitalCalls, .curried, .preprocessor]))

  static let dart = Lexicon(
    Grammar(
      keywords: """
        abstract as assert async await break case catch const continue default do else export
        extends external factory final finally for if implements import in is late new operator
        part rethrow return static super switch sync throw try typedef var while with yield
        """,
      softKeywords: "base covariant deferred get hide library mixin of on required sealed set show",
      types: "bool double dynamic int num void Never",
      constants: "true false null",
      variables: "this",
      typeMakers: "class enum extension mixin typedef",
      comments: Comment.nestedC,
      strings: [
        StringForm("\"\"\"", [.spans, .sigils], nests: [Nest("${", "}")]),
        StringForm("'''", [.spans, .sigils], nests: [Nest("${", "}")]),
        StringForm("r\"\"\"", [.raw, .spans]), StringForm("r'''", [.raw, .spans]),
        StringForm("\"", [.sigils], nests: [Nest("${", "}")]),
        StringForm("'", [.sigils], nests: [Nest("${", "}")]),
        StringForm("r\"", [.raw]), StringForm("r'", [.raw]),
      ],
      sigils: [Sigil("@", .attribute), Sigil("$", .variable)],
      features: [.calls, .capitalTypes, .genericCalls]))
}
