/// Tables of Haskell, OCaml, Elixir, Erlang, Prolog, the Lisps, Nix.

extension Lexicon {
  static let haskell = Lexicon(
    Grammar(
      keywords: """
        case class data default deriving do else forall foreign if import in infix infixl infixr
        instance let mdo module newtype of rec then type where
        """,
      softKeywords: "anyclass as family hiding pattern qualified stock via",
      constants: "True False",
      wordInside: "'",
      comments: [
        .line("--", .noOperator), .block("{-", "-}", nesting: "{-"),
        .block("{-#", "#-}", kind: .attribute),
      ],
      strings: [
        StringForm("\""), StringForm("'", fence: .character),
        StringForm("`", to: "`", [.raw], kind: .function),
      ],
      features: [.capitalTypes, .lineNames, .memberKeywords]))

  static let oCaml = Lexicon(
    Grammar(
      keywords: """
        as asr assert begin class constraint do done downto else end exception external for fun
        function functor if in include inherit initializer land lazy lor lsl lsr lxor match mod
        mutable new nonrec object of open or private sig struct then to try val virtual when while
        with
        """,
      types: "array bool bytes char exn float int int32 int64 list option ref result string unit",
      constants: "true false",
      functionMakers: "and let method rec",
      typeMakers: "module type",
      wordInside: "'",
      comments: [
        .block("(*", "*)", nesting: "(*"), .block("[@ [@@ [@@@ [%", "]", kind: .attribute),
      ],
      strings: [
        StringForm("\"", [.spans, .percents]), StringForm("{|", to: "|}", [.raw, .spans]),
        StringForm("'", fence: .character),
      ],
      sigils: [Sigil("'", .type), Sigil("`", .constant)],
      features: [.capitalTypes, .curried, .trailingDots]))

  static let elixir = Lexicon(
    Grammar(
      keywords: """
        after alias and case catch cond do else end fn for if import in not or quote raise receive
        require rescue reraise super throw try unless unquote use when with
        """,
      constants: "true false nil __MODULE__ __ENV__",
      functions: "self send spawn",
      functionMakers: "def defp defmacro defmacrop defguard defdelegate",
      typeMakers: "defmodule defprotocol defimpl defstruct defexception",
      wordEnd: "?!",
      comments: [.line("#")],
      strings: [
        StringForm("\"\"\"", [.spans], nests: [Nest("#{", "}")]),
        StringForm("'''", [.spans], nests: [Nest("#{", "}")]),
        StringForm("\"", [.spans], nests: [Nest("#{", "}")]), StringForm("'", [.spans]),
        StringForm("~S\"\"\" ~s\"\"\" ~H\"\"\"", to: "\"\"\"", [.quiet, .spans]),
        StringForm(
          "~r ~w ~s ~c ~D ~T ~N ~U ~S ~W ~R ~C", to: "", [.quiet, .spans], fence: .delimiter),
      ],
      sigils: [
        Sigil("@", .attribute), Sigil(":", .constant, .wordStart),
        Sigil("&", .variable, specials: "123456789", takesWords: false),
        Sigil("?", .string, .wordStart),
      ],
      features: [.calls, .capitalTypes, .labels]))

  static let erlang = Lexicon(
    Grammar(
      keywords: """
        after and andalso band begin bnot bor bsl bsr bxor case catch cond div else end fun if let
        maybe not of or orelse receive rem try when xor
        """,
      constants: "true false undefined ok error",
      comments: [.line("%")],
      strings: [StringForm("\"", [.spans]), StringForm("'", kind: .constant)],
      sigils: [
        Sigil("-", .attribute, .firstColumn), Sigil("?", .constant), Sigil("#", .type),
        Sigil("$", .string, specials: " !\"#%&'()*+,-./0123456789:;<=>?@[]^`{|}~"),
      ],
      features: [.calls, .capitalVariables, .basedNumbers]))

  static let prolog = Lexicon(
    Grammar(
      keywords: "is mod rem div dynamic discontiguous module use_module",
      constants: "true false fail",
      comments: [.line("%"), .block("/*", "*/")],
      strings: [StringForm("\"", [.spans]), StringForm("'", [.doubled], kind: .constant)],
      features: [.calls, .capitalVariables, .quotedNumbers]))

  static let lisp = Lexicon(
    Grammar(
      keywords: """
        and begin block case cond cond-expand def defclass defconst defconstant define define-macro
        define-record-type define-struct define-syntax defonce defpackage defparameter defprotocol
        defrecord defstruct deftype defvar delay do doseq dotimes dolist else finally flet fn for
        if if-let import in-package labels lambda let let* let-values letfn letrec letrec* loop
        match module named-let not ns or parameterize progn provide quasiquote quote recur reify
        require return set! setf setq syntax-rules throw try unless unquote use values when when-
        let when-not while with-open
        """,
      constants: "nil t true false null",
      functionMakers: "defgeneric defmacro defmethod defmulti defn defn- defun",
      wordStart: "*+!?<>=/&%$^_-",
      wordInside: "*+!?<>=/&%$^_-.'#:",
      comments: [.line(";"), .block("#|", "|#", nesting: "#|")],
      strings: [StringForm("\"", [.spans])],
      sigils: [
        Sigil(":", .constant, .wordStart, inside: "-./"),
        Sigil("'", .constant, .wordStart, inside: "-*/"),
        Sigil("#\\", .constant, specials: "()[]{}\"';0123456789 "), Sigil("#:", .constant),
        Sigil("?\\", .constant, .wordStart, specials: "()[]{}\"';,`#?.| "),
        Sigil("#", .constant),
      ],
      features: [.headCalls]))

  static let nix = Lexicon(
    Grammar(
      keywords: "assert else if import in inherit let or rec then with",
      constants: "true false null",
      variables: "builtins",
      wordInside: "-'",
      comments: [.line("#"), .block("/*", "*/")],
      strings: [
        StringForm("\"", [.spans], nests: [Nest("${", "}")]),
        StringForm("''", [.raw, .spans], nests: [Nest("${", "}")], literals: "''' ''$ ''\\n"),
      ],
      nests: [Nest("${", "}")],
      keyMark: .equals,
      features: [.wordKeys, .stringKeys]))
}
