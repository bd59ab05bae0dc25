/// Tables of the shells, of Dockerfiles and makefiles, of PowerShell and CMake.

extension Grammar {
  /// Of bash, zsh, sh and fish. Soft words are followed by arguments, the others by a command.
  static let shell = Grammar(
    keywords: """
      if then else elif fi do done while until esac time begin end and or not
      """,
    softKeywords: """
      break case continue declare exit export for in local readonly return select switch typeset
      unset
      """,
    functions: "builtin command exec nohup sudo",
    functionMakers: "function",
    wordStart: "./~%@",
    wordInside: "-./:+@%,~^",
    comments: [.line("#", .wordStart)],
    strings: [
      StringForm("\" $\"", to: "\"", [.spans, .sigils], nests: shellNests),
      StringForm("'", [.raw, .spans]), StringForm("$'", [.spans]),
      .heredoc("<<", nests: shellNests),
    ],
    sigils: [
      Sigil("$", .variable, specials: "@*#?!$-0123456789", brackets: "{"),
      Sigil("--", .attribute, .wordStart, inside: "-"),
      Sigil("-", .attribute, .wordStart, specials: "0123456789", inside: "-"),
      Sigil("\\", .escape, specials: " \"'`$\\;&|<>(){}[]*?#~!=", takesWords: false),
    ],
    nests: shellNests + [Nest("((", "))"), Nest("[[ ", "]]", bracket: .leftBracket)],
    features: [],
    dialect: .shell)

  private static let shellNests = [Nest("$((", "))"), Nest("$(", ")", commands: true)]

  static var docker: Grammar {
    var grammar = shell
    grammar.dialect = .docker
    return grammar
  }

  static var make: Grammar {
    var grammar = shell
    grammar.dialect = .make
    grammar.strings = [StringForm("\"", [.sigils]), StringForm("'", [.raw, .sigils])]
    grammar.sigils[0] = Sigil("$", .variable, specials: "@<^+?*%|$0123456789", brackets: "({")
    grammar.nests = []
    return grammar
  }
}

extension Lexicon {
  static let shell = Lexicon(.shell)
  static let docker = Lexicon(.docker)
  static let make = Lexicon(.make)

  static let powerShell = Lexicon(
    Grammar(
      keywords: """
        begin break catch continue data do dynamicparam else elseif end exit filter finally for
        foreach from if in param process return switch throw trap try until using while
        """,
      types: """
        array bool byte char datetime decimal double float hashtable int int32 int64 long object
        pscustomobject single string switch void xml
        """,
      functionMakers: "function",
      typeMakers: "class enum",
      ignoresCase: true,
      wordInside: "-",
      comments: [.line("#", .wordStart), .block("<#", "#>")],
      strings: [
        StringForm("@\"", to: "\"@", [.spans, .sigils], escape: .backquote),
        StringForm("@'", to: "'@", [.raw, .spans]),
        StringForm(
          "\"", [.spans, .sigils, .doubled], escape: .backquote, nests: [Nest("$(", ")")]),
        StringForm("'", [.raw, .spans, .doubled]),
      ],
      sigils: [
        Sigil("$", .variable, specials: "_?$^", inside: ":", brackets: "{"),
        Sigil("-", .attribute, .wordStart),
      ],
      features: [.calls, .dashedFunctions]))

  static let cMake = Lexicon(
    Grammar(
      keywords: """
        if elseif else endif foreach endforeach while endwhile function endfunction macro endmacro
        return break continue and or not equal less greater strequal matches exists defined in
        version_less version_greater
        """,
      constants: "on off true false yes no",
      ignoresCase: true,
      wordInside: "-.",
      comments: [.line("#"), .block("#[[", "]]")],
      strings: [StringForm("\"", [.spans, .sigils])],
      sigils: [
        Sigil("$", .variable, brackets: "{<"), Sigil("$ENV", .variable, brackets: "{"),
        Sigil("\\", .escape, specials: "\"$;\\()# ", takesWords: false),
      ],
      features: [.calls, .shouting]))
}
