/// Tables of Python, Ruby, Lua, Perl, awk, Tcl.

extension Lexicon {
  static let python = Lexicon(
    Grammar(
      keywords: """
        and as assert async await break continue del elif else except finally for from global if
        import in is lambda nonlocal not or pass raise return try while with yield
        """,
      softKeywords: "case match type",
      types: """
        bool bytearray bytes complex dict float frozenset int list memoryview object set str tuple
        """,
      constants: "True False None Ellipsis NotImplemented __name__ __file__ __doc__",
      variables: "self cls",
      functionMakers: "def",
      typeMakers: "class",
      comments: [.line("#")],
      strings: pythonStrings("\"\"\"", [.spans]) + pythonStrings("'''", [.spans])
        + pythonStrings("\"", []) + pythonStrings("'", []),
      sigils: [Sigil("@", .attribute, .wordStart, inside: ".")],
      features: [.calls, .capitalTypes, .shouting, .trailingDots]))

  private static func pythonStrings(
    _ quote: String, _ traits: StringForm.Traits
  ) -> [StringForm] {
    let forms = { (prefixes: [String]) in prefixes.map { $0 + quote }.joined(separator: " ") }
    let nests = [Nest("{", "}", doubled: true)]
    let anyCase = traits.union(.ignoresCase)
    return [
      StringForm(forms(["", "b", "u"]), to: quote, anyCase),
      StringForm(forms(["r", "br", "rb"]), to: quote, anyCase.union(.quiet)),
      StringForm(forms(["f", "t"]), to: quote, anyCase, nests: nests),
      StringForm(forms(["fr", "rf"]), to: quote, anyCase.union(.quiet), nests: nests),
    ]
  }

  static let ruby = Lexicon(
    Grammar(
      keywords: """
        BEGIN END alias and begin break case defined? do else elsif end ensure for if in next not or
        redo rescue retry return super then undef unless until when while yield
        """,
      constants: "true false nil __FILE__ __LINE__ __dir__",
      functions: """
        attr_accessor attr_reader attr_writer catch extend fail format freeze gets include lambda
        loop p prepend print printf private private_constant proc protected public puts raise
        require require_relative sprintf throw
        """,
      variables: "self",
      functionMakers: "def",
      typeMakers: "class module",
      wordEnd: "?!",
      comments: [.line("#"), .block("=begin", "=end", .firstColumn)],
      strings: [
        StringForm("\"", [.spans], nests: [Nest("#{", "}")]), StringForm("'", [.spans]),
        StringForm("`", to: "`", [.spans], nests: [Nest("#{", "}")]),
        StringForm("%w %i %q", to: "", [.quiet, .spans], fence: .delimiter, at: .operand),
        StringForm(
          "% %W %I %Q %r %x", to: "", [.spans], fence: .delimiter, nests: [Nest("#{", "}")],
          at: .operand),
        StringForm("/", fence: .regex, at: .operand),
        .heredoc("<<", nests: [Nest("#{", "}")]),
      ],
      sigils: [
        Sigil("@@", .variable), Sigil("@", .variable),
        Sigil("$", .variable, specials: "_~!@&`'+0123456789=/\\,;.<>$?:\""),
        Sigil(":", .constant, .wordStart),
      ],
      features: [.calls, .capitalTypes, .shouting, .labels]))

  static let lua = Lexicon(
    Grammar(
      keywords: """
        and break do else elseif end for goto if in local not or repeat return then until while
        """,
      constants: "true false nil",
      functions: "print require",
      variables: "self",
      functionMakers: "function",
      comments: [.line("--")],
      strings: [
        StringForm("\""), StringForm("'"), StringForm("[", [.raw, .spans], fence: .equals),
        StringForm("--[", [.raw, .spans], fence: .equals, kind: .comment),
      ],
      sigils: [Sigil("::", .attribute)]))

  static let perl = Lexicon(
    Grammar(
      keywords: """
        and cmp do else elsif eq eval for foreach ge given goto gt if last le local lt my ne next no
        not or our package redo require return state unless until use when while x xor
        """,
      constants: "__FILE__ __LINE__ __PACKAGE__ __DATA__ __END__ undef",
      functions: """
        bless chomp chop chr close defined delete die each exists grep index join keys lc length map
        open ord pop print printf push ref reverse say scalar shift sort splice split sprintf substr
        uc unshift values wantarray warn
        """,
      functionMakers: "sub",
      comments: [
        .line("#", .wordStart),
        .block(
          "=pod =head1 =head2 =head3 =over =item =back =begin =for =encoding", "=cut",
          .firstColumn),
      ],
      strings: [
        StringForm("\"", [.spans, .sigils]), StringForm("'", [.spans, .quiet]),
        StringForm("`", to: "`", [.spans, .sigils]),
        StringForm("q qw", to: "", [.spans, .quiet], fence: .delimiter),
        StringForm("qq", to: "", [.spans, .sigils], fence: .delimiter),
        StringForm("m qr", to: "", [.spans, .quiet], fence: .delimiter),
        StringForm("s tr y", to: "", [.spans, .quiet], fence: .delimiterPair),
        StringForm("/", fence: .regex, at: .operand), .heredoc("<<"),
      ],
      sigils: [
        Sigil("$#", .variable, specials: "$", brackets: "{"),
        Sigil("$", .variable, specials: "_&@!/\\,;.0123456789$", brackets: "{"),
        Sigil("@", .variable, specials: "_$", brackets: "{"),
        Sigil("%", .variable, .operand, specials: "$+", brackets: "{"),
      ],
      features: [.calls, .capitalTypes, .arrowMembers]))

  static let awk = Lexicon(
    Grammar(
      keywords: """
        BEGIN BEGINFILE END ENDFILE break case continue default delete do else exit for getline if
        in next nextfile return switch while
        """,
      functions: "print printf",
      variables: "ARGC ARGV ENVIRON FILENAME FNR FS NF NR OFS ORS RS RSTART RLENGTH",
      functionMakers: "function",
      comments: [.line("#")],
      strings: [StringForm("\"", [.percents]), StringForm("/", fence: .regex, at: .operand)],
      sigils: [Sigil("$", .variable, specials: "0123456789")]))

  static let tcl = Lexicon(
    Grammar(
      keywords: """
        after append array break catch continue default else elseif error eval expr for foreach
        global if incr lappend lassign lindex list llength namespace package puts regexp regsub
        return set source string switch then unset upvar uplevel variable while
        """,
      functionMakers: "proc",
      wordInside: "-",
      comments: [.line("#", .statement)],
      strings: [StringForm("\"", [.spans, .sigils])],
      sigils: [
        Sigil("$", .variable, inside: ":", brackets: "{"), Sigil("-", .attribute, .wordStart),
        Sigil("\\", .escape, specials: "\"$[]{}\\;# ", takesWords: false),
      ],
      features: []))
}
