/// Tables of small languages: grammars, batch files, contracts, proofs.

extension Lexicon {
  /// Backus and Naur's form in its dialects: what is defined, and the texts in quotes.
  static let grammar = Lexicon(
    Grammar(
      wordInside: "-",
      comments: [.block("(*", "*)"), .line("//", .wordStart)],
      strings: [
        StringForm("\"", [.raw]), StringForm("'", [.raw]),
        StringForm("?", to: "?", [.raw], kind: .comment, at: .lineStart),
        StringForm("<", to: ">", [.raw], kind: .type),
      ],
      features: [.lineNames]))

  static let batch = Lexicon(
    Grammar(
      keywords: """
        call cd cls copy defined del dir do echo else endlocal equ errorlevel exist exit for geq
        goto gtr if in leq lss md mkdir move neq not nul off on pause popd pushd rd ren rmdir set
        setlocal shift start title type
        """,
      ignoresCase: true,
      comments: [.line("REM rem Rem", .lineStart), .line("::", .lineStart)],
      strings: [
        StringForm("\"", [.raw]), StringForm("%", to: "%", [.raw], kind: .variable),
        StringForm("!", to: "!", [.raw], kind: .variable),
      ],
      sigils: [
        Sigil("%%", .variable), Sigil("%", .variable, specials: "0123456789*~", takesWords: false),
        Sigil(":", .function, .lineStart), Sigil("/", .attribute, .wordStart),
        Sigil("@", .punctuation, .lineStart, takesWords: false),
      ],
      features: []))

  static let solidity = Lexicon(
    Grammar(
      keywords: """
        abstract anonymous as assembly assert break calldata catch constant constructor continue
        delete do else emit event external fallback for if immutable import indexed internal is
        mapping memory modifier override payable pragma private public pure receive require return
        returns revert storage throw try type unchecked using view virtual while
        """,
      types: """
        address bool byte bytes bytes4 bytes20 bytes32 fixed int int8 int128 int256 string uint
        uint8 uint16 uint32 uint64 uint128 uint256 var
        """,
      constants: "true false wei gwei ether seconds minutes hours days weeks",
      variables: "this super msg block tx",
      functionMakers: "function",
      typeMakers: "contract enum error interface library new struct",
      comments: Comment.c,
      strings: [StringForm("\""), StringForm("'")],
      features: [.calls, .capitalTypes, .shouting]))

  static let lean = Lexicon(
    Grammar(
      keywords: """
        abbrev at attribute axiom by calc class deriving do else end example exact export extends
        for forall from fun have if import in inductive infix infixl infixr instance intro let local
        macro match mut mutual namespace noncomputable notation open opaque partial private
        protected public rec return rfl section set_option show structure suffices syntax then
        unless universe unsafe variable where while with
        """,
      constants: "true false sorry",
      functions: "apply cases constructor contradiction induction intros omega rcases rw simp",
      functionMakers: "def theorem lemma",
      wordInside: "'.",
      wordEnd: "?!",
      comments: [.line("--"), .block("/-", "-/", nesting: "/-")],
      strings: [StringForm("\"", [.spans]), StringForm("'", fence: .character)],
      sigils: [Sigil("#", .attribute), Sigil("@", .attribute)],
      features: [.capitalTypes]))

  static let coq = Lexicon(
    Grammar(
      keywords: """
        Admitted Arguments Axiom Check Class Close Coercion CoFixpoint CoInductive Compute Context
        Corollary Defined End Eval Example Export Fact From Goal Hint Hypothesis Implicit Import
        Instance Let Local Ltac Module Notation Open Parameter Print Proof Qed Record Remark Require
        Reserved Scope Search Section Set Show Theory Unset Variable Variables as cofix else end
        exists fix for forall fun if in let match return struct then where with
        """,
      types: "Prop Set Type SProp bool nat list option",
      constants: "true false True False",
      functions: """
        apply assumption auto cbn constructor destruct discriminate eapply exact f_equal field
        induction injection intro intros inversion lia omega reflexivity rewrite simpl split
        symmetry tauto transitivity trivial unfold
        """,
      functionMakers: "Definition Fixpoint Theorem Lemma Function Proposition",
      typeMakers: "Inductive",
      wordInside: "'",
      comments: [.block("(*", "*)", nesting: "(*")],
      strings: [StringForm("\"", [.raw, .spans, .doubled])],
      features: []))
}
