/// Tables near the machine: assembly, LLVM, WebAssembly, Verilog, VHDL.

extension Lexicon {
  /// x86 (of Intel's and AT&T's syntax), ARM, RISC-V and MIPS together.
  static let assembly = Lexicon(
    Grammar(
      keywords: "rep repe repz repne repnz lock",
      types: "byte word dword qword oword tword xmmword ymmword ptr offset",
      variables: """
        al ah ax eax rax bl bh bx ebx rbx cl ch cx ecx rcx dl dh dx edx rdx si esi rsi sil di edi
        rdi dil bp ebp rbp bpl sp esp rsp spl ip eip rip cs ds es fs gs ss flags eflags rflags
        lr pc fp wsp xzr wzr cpsr spsr apsr ra gp tp zero nzcv
        """,
      attributes: """
        align assume at bits db dd default do dq dt dw dy end endm endp ends equ extern extrn global
        globl import incbin include iend istruc macro org proc public resb resd resq resw section
        segment struc times
        """,
      functionMakers: "call callq calll bl blr blx jal jalr invoke",
      ignoresCase: true,
      wordStart: ".",
      wordInside: ".$@?",
      comments: [
        .line("; //"), .line("# @", .apart), .block("/*", "*/"),
      ],
      strings: [StringForm("\""), StringForm("`", to: "`"), StringForm("'", fence: .character)],
      sigils: [
        Sigil("$", .number, specials: "0123456789-", takesWords: false), Sigil("$", .variable),
        Sigil("#", .number, specials: "0123456789-", takesWords: false), Sigil("#", .attribute),
        Sigil("%", .variable), Sigil("@", .attribute), Sigil(":", .attribute, .wordStart),
      ],
      features: [],
      dialect: .assembly))

  static let llvm = Lexicon(
    Grammar(
      keywords: """
        acquire add alias align alloca and ashr asm atomicrmw attributes br bitcast call catch
        cmpxchg constant datalayout declare define exact extractvalue fadd fcmp fdiv fence fmul
        fneg fpext fptosi fptoui fptrunc freeze frem fsub getelementptr global icmp inbounds
        indirectbr insertvalue internal inttoptr invoke landingpad load local_unnamed_addr lshr mul
        nocapture noundef nounwind nsw nuw or phi private ptrtoint readonly resume ret sdiv select
        sext shl sitofp source_filename srem store sub switch tail target to triple trunc type udiv
        uitofp unnamed_addr unreachable urem xor zext eq ne sgt sge slt sle ugt uge ult ule volatile
        """,
      types: "double float half i1 i8 i16 i32 i64 i128 label metadata ptr token void",
      constants: "true false null undef poison zeroinitializer none",
      comments: [.line(";")],
      strings: [StringForm("\" c\"", to: "\"")],
      sigils: [
        Sigil("%", .variable, specials: "0123456789", inside: ".-"),
        Sigil("@", .function, specials: "0123456789", inside: ".-"),
        Sigil("!", .attribute, specials: "0123456789"),
        Sigil("#", .attribute, specials: "0123456789"),
      ],
      features: []))

  static let webAssembly = Lexicon(
    Grammar(
      keywords: """
        block br br_if br_table call call_indirect data drop elem else end export func global if
        import local loop memory module mut nop offset param result return select start table then
        type unreachable
        """,
      types: "i32 i64 f32 f64 v128 funcref externref",
      wordInside: ".",
      comments: [.line(";;"), .block("(;", ";)", nesting: "(;")],
      strings: [StringForm("\"")],
      sigils: [Sigil("$", .variable, inside: ".-")],
      features: [.headCalls]))

  static let verilog = Lexicon(
    Grammar(
      keywords: """
        always always_comb always_ff always_latch and assert assign assume automatic begin break
        buf case casex casez class const continue cover default defparam disable do else end
        endcase endclass endfunction endgenerate endinterface endmodule endpackage endtask enum
        export extends final for foreach forever fork function generate genvar if import initial
        inout input inside join localparam modport nand negedge new nor not or output packed
        parameter posedge property repeat return sequence specify static struct task typedef union
        unique virtual wait while xnor xor
        """,
      types: """
        bit byte int integer logic longint real reg shortint signed string time unsigned void wire
        """,
      typeMakers: "interface module package",
      comments: Comment.c,
      strings: [StringForm("\"", [.percents])],
      sigils: [
        Sigil("`", .attribute), Sigil("$", .function),
        Sigil("'", .number, specials: "01", takesWords: true),
      ],
      features: [.calls, .shouting, .quotedNumbers]))

  static let vhdl = Lexicon(
    Grammar(
      keywords: """
        abs access after alias all and architecture array assert attribute begin block body buffer
        bus case component configuration constant disconnect downto else elsif end exit file for
        generate generic group guarded if impure in inertial inout is label library linkage literal
        loop map mod nand new next nor not null of on open or others out port postponed
        procedure process pure range record register reject rem report return rol ror select
        severity shared signal sla sll sra srl subtype then to transport type unaffected units
        until use variable wait when while with xnor xor rising_edge falling_edge
        """,
      types: """
        bit bit_vector boolean character integer natural positive real signed std_logic
        std_logic_vector string time unsigned
        """,
      constants: "true false",
      functionMakers: "function",
      typeMakers: "entity package",
      ignoresCase: true,
      comments: [.line("--"), .block("/*", "*/")],
      strings: [
        StringForm("\" x\" b\"", to: "\"", [.raw, .doubled]), StringForm("'", fence: .character),
      ],
      features: [.calls, .basedNumbers]))
}
