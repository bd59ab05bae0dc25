/// Tables of R, Julia, MATLAB, Fortran, Pascal, Ada, LaTeX, Vim.

extension Lexicon {
  static let r = Lexicon(
    Grammar(
      keywords: "break else for function if in next repeat return while library require",
      constants: "TRUE FALSE NULL NA NA_integer_ NA_real_ NA_character_ Inf NaN T F",
      wordStart: ".",
      wordInside: ".",
      comments: [.line("#")],
      strings: [
        StringForm("\"", [.spans]), StringForm("'", [.spans]),
        StringForm("`", to: "`", [.raw], kind: .plain),
      ]))

  static let julia = Lexicon(
    Grammar(
      keywords: """
        abstract baremodule begin break catch const continue do else elseif end export finally for
        global if import in isa let local mutable outer primitive public quote return try using
        where while
        """,
      constants: "true false nothing missing Inf NaN pi undef",
      functionMakers: "function macro",
      typeMakers: "module struct type",
      wordEnd: "!",
      comments: [.line("#"), .block("#=", "=#", nesting: "#=")],
      strings: [
        StringForm("\"\"\"", [.spans, .sigils], nests: [Nest("$(", ")")]),
        StringForm("\"", [.spans, .sigils], nests: [Nest("$(", ")")]),
        StringForm("r\" raw\" b\" v\"", [.quiet]), StringForm("'", fence: .character),
        StringForm("`", to: "`", [.spans, .sigils]),
      ],
      sigils: [
        Sigil("@", .attribute, inside: "."), Sigil(":", .constant, .wordStart),
        Sigil("$", .variable),
      ],
      features: [.calls, .capitalTypes, .trailingDots]))

  static let matlab = Lexicon(
    Grammar(
      keywords: """
        break case catch classdef continue else elseif end enumeration events for global if methods
        otherwise parfor persistent properties return spmd switch try while endif endfor endfunction
        endwhile
        """,
      constants: "true false pi Inf NaN eps inf nan",
      functionMakers: "function",
      comments: [.line("% ..."), .line("#", .apart), .block("%{", "%}", .lineStart)],
      strings: [
        StringForm("\"", [.raw, .doubled]), StringForm("'", [.raw, .doubled], at: .operand),
      ],
      features: [.calls, .curried, .trailingDots]))

  static let fortran = Lexicon(
    Grammar(
      keywords: """
        allocatable allocate associate block call case class close common concurrent contains cycle
        data deallocate dimension do else elseif elsewhere end enddo endif entry equivalence error
        exit external final forall format generic go goto if implicit import in inout inquire intent
        interface intrinsic kind len none nullify only open optional out parameter pass pointer
        print private procedure program protected public pure read recursive result return
        save select sequence stop submodule target then to use value volatile where while write
        elemental abstract extends
        """,
      types: "character complex double integer logical precision real type",
      functionMakers: "function subroutine",
      typeMakers: "module program",
      ignoresCase: true,
      comments: [.line("!")],
      strings: [StringForm("\"", [.raw, .doubled]), StringForm("'", [.raw, .doubled])],
      sigils: [
        Sigil(".", .constant, .wordStart, inside: ".")
      ],
      features: [.calls]))

  static let pascal = Lexicon(
    Grammar(
      keywords: """
        and array as asm begin case const destructor constructor div do downto else end except
        exports file finalization finally for forward goto if implementation in inherited
        initialization interface is label library mod not of on or out packed private program
        property protected public published raise repeat set shl shr then threadvar to try unit
        until uses var virtual override while with xor
        """,
      types: """
        ansistring boolean byte cardinal char double extended int64 integer longint longword
        pointer real shortint single smallint string text word
        """,
      constants: "true false nil",
      variables: "self result",
      functionMakers: "function procedure",
      typeMakers: "class object record type",
      ignoresCase: true,
      comments: [
        .line("//"), .block("{", "}"), .block("(*", "*)"), .block("{$", "}", kind: .attribute),
      ],
      strings: [StringForm("'", [.raw, .doubled])],
      sigils: [Sigil("$", .number), Sigil("#", .string, specials: "0123456789")],
      features: [.calls]))

  static let ada = Lexicon(
    Grammar(
      keywords: """
        abort abs abstract accept access aliased all and array at begin body case constant declare
        delay delta digits do else elsif end entry exception exit for generic goto if in interface
        is limited loop mod new not null of or others out overriding parallel pragma private
        protected raise range record rem renames requeue return reverse select separate some subtype
        synchronized tagged task terminate then until use when while with xor
        """,
      types: "boolean character duration float integer long_float natural positive string",
      constants: "true false",
      functionMakers: "function procedure",
      typeMakers: "package type subtype task",
      ignoresCase: true,
      comments: [.line("--")],
      strings: [StringForm("\"", [.raw, .doubled]), StringForm("'", fence: .character)],
      features: [.basedNumbers]))

  static let laTeX = Lexicon(
    Grammar(
      comments: [.line("%")],
      sigils: [
        Sigil("\\", .keyword, specials: "\\%$&#_{}[]()~^\"'`=.,;:!<>|/-*+@ 0123456789"),
        Sigil("#", .variable, specials: "123456789", takesWords: false),
      ],
      features: []))

  static let vim = Lexicon(
    Grammar(
      keywords: """
        abort augroup autocmd break call catch colorscheme command const continue delfunction echo
        echom else elseif endfor endfunction endif endtry endwhile execute filetype finally finish
        for highlight hi if imap in inoremap let map nmap nnoremap noremap normal onoremap return
        set setlocal silent source syntax throw tnoremap try unlet vmap vnoremap while xnoremap end
        """,
      constants: "v:true v:false v:null",
      functionMakers: "function",
      wordInside: ":",
      comments: [.line("\"", .unpaired)],
      strings: [StringForm("\""), StringForm("'", [.raw, .doubled])],
      sigils: [Sigil("&", .variable, .wordStart), Sigil("<", .constant, brackets: "")],
      features: [.calls]))
}
