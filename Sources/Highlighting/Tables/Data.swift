/// Tables of data and settings: JSON, TOML, INI, Terraform, Protobuf, nginx, dot, SQL.

extension Lexicon {
  static let json = Lexicon(
    Grammar(
      constants: "true false null NaN Infinity",
      wordStart: "$",
      wordInside: "$",
      comments: Comment.c,
      strings: [StringForm("\""), StringForm("'")],
      keyMark: .colon,
      features: [.stringKeys, .wordKeys]))

  static let toml = Lexicon(
    Grammar(
      constants: "true false inf nan",
      wordInside: "-",
      comments: [.line("#")],
      strings: [
        StringForm("\"\"\"", [.spans]), StringForm("'''", [.raw, .spans]), StringForm("\""),
        StringForm("'", [.raw]),
      ],
      keyMark: .equals,
      features: [.stringKeys, .wordKeys, .sections, .dates]))

  static let ini = Lexicon(
    Grammar(
      constants: "true false yes no on off null none",
      ignoresCase: true,
      wordInside: "-./",
      comments: [.line("; # !", .lineStart), .line("#", .apart)],
      strings: [StringForm("\"")],
      sigils: [Sigil("$", .variable, brackets: "{"), Sigil("%", .variable)],
      features: [.sections],
      dialect: .settings))

  static let terraform = Lexicon(
    Grammar(
      keywords: "for in if else endif endfor",
      softKeywords: """
        backend check content data dynamic import lifecycle locals module moved output provider
        provisioner required_providers resource terraform variable
        """,
      types: "any bool list map number object set string tuple",
      constants: "true false null",
      variables: "each local path self var",
      wordInside: "-",
      comments: [.line("# //"), .block("/*", "*/")],
      strings: [
        StringForm("\"", nests: [Nest("${", "}"), Nest("%{", "}")], literals: "$${ %%{"),
        .heredoc("<<", nests: [Nest("${", "}")]),
      ],
      keyMark: .equals,
      features: [.calls, .wordKeys, .stringKeys]))

  static let protobuf = Lexicon(
    Grammar(
      keywords: """
        edition extend extensions import max oneof option optional package public repeated required
        reserved returns stream syntax to weak map
        """,
      types: """
        bool bytes double fixed32 fixed64 float int32 int64 sfixed32 sfixed64 sint32 sint64 string
        uint32 uint64
        """,
      constants: "true false",
      functionMakers: "rpc",
      typeMakers: "enum message service",
      comments: Comment.c,
      strings: [StringForm("\""), StringForm("'")],
      features: [.capitalTypes, .shouting]))

  static let nginx = Lexicon(
    Grammar(
      constants: "on off",
      wordStart: "/~.",
      wordInside: "-./:",
      comments: [.line("#", .wordStart)],
      strings: [StringForm("\"", [.sigils]), StringForm("'", [.sigils])],
      sigils: [Sigil("$", .variable, specials: "0123456789", brackets: "{")],
      features: [],
      dialect: .directives))

  static let dot = Lexicon(
    Grammar(
      keywords: "strict graph digraph subgraph node edge",
      comments: Comment.c + [.line("#", .lineStart)],
      strings: [StringForm("\"", [.spans])],
      keyMark: .equals,
      features: [.wordKeys]))

  static let sql = Lexicon(
    Grammar(
      keywords: """
        add after all alter analyze and any as asc before begin between by cascade case cast check
        collate column commit concurrently conflict constraint create cross current database
        declare default deferrable delete desc describe distinct do drop each else elsif end escape
        except exception execute exists explain false fetch filter first following for foreign from
        full function grant group having if ignore ilike in index inner insert instead intersect
        into is isolation join key last lateral left level like limit lock loop materialized merge
        natural next no not nothing nulls of off offset on only or order outer over partition
        preceding primary procedure range recursive references release rename replace restrict
        return returning returns revoke right rollback row rows savepoint schema select sequence
        serializable set show some start table temp temporary then to transaction trigger truncate
        unbounded union unique update using vacuum values view when where while window with within
        without language plpgsql pragma database use parallel operator immutable stable setof
        extension perform raise notice owner domain variadic out inout top go goto print proc tran
        try catch strict explain sequence over
        """,
      types: """
        bigint bigserial binary bit blob boolean bool bytea char character clob date datetime
        decimal double enum float int int2 int4 int8 integer interval json jsonb money nchar number
        numeric nvarchar precision real serial smallint text time timestamp timestamptz tinyint uuid
        varbinary varchar varchar2 varying xml year zone
        """,
      constants: "true false null unknown current_date current_time current_timestamp",
      ignoresCase: true,
      comments: [.line("--"), .block("/*", "*/", nesting: "/*")],
      strings: [
        StringForm("' n' x' b'", to: "'", [.raw, .spans, .doubled, .ignoresCase]),
        StringForm("e'", to: "'", [.spans, .doubled, .ignoresCase]),
        StringForm("\"", [.raw, .spans, .doubled]), StringForm("`", to: "`", [.raw], kind: .plain),
      ],
      sigils: [
        Sigil("@@", .variable), Sigil("@", .variable), Sigil(":", .variable, .wordStart),
        Sigil("$", .variable, specials: "123456789", takesWords: false),
        // The code between `$body$` and `$body$` is better seen as code than as a string.
        Sigil("$", .string, specials: "$"),
      ],
      features: [.calls]))
}
