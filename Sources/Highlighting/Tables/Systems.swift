/// Tables of Swift, Rust, Go, Zig, Nim.

extension Lexicon {
  static let swift = Lexicon(
    Grammar(
      keywords: """
        as async await break case catch continue convenience default defer deinit do dynamic else
        fallthrough fileprivate final for guard if import in indirect init inout internal is lazy
        let mutating nonisolated nonmutating operator override precedencegroup private public
        repeat required rethrows return static subscript switch throw throws try unowned var weak
        where while
        """,
      softKeywords: """
        any borrowing consume consuming copy didSet each get infix isolated open optional package
        postfix prefix sending set some willSet
        """,
      constants: "true false nil",
      variables: "self super",
      functionMakers: "func macro",
      typeMakers: "actor associatedtype class enum extension protocol struct typealias",
      comments: Comment.nestedC,
      strings: [
        StringForm("\"\"\"", [.spans], nests: [Nest("\\(", ")")]),
        StringForm("\"", nests: [Nest("\\(", ")")]),
        StringForm("#\"\"\"", to: "\"\"\"#", [.raw, .spans], nests: [Nest("\\#(", ")")]),
        StringForm("#\"", to: "\"#", [.raw], nests: [Nest("\\#(", ")")]),
        StringForm("##\"\"\"", to: "\"\"\"##", [.raw, .spans]),
        StringForm("##\"", to: "\"##", [.raw]),
        StringForm("`", to: "`", [.raw], kind: .plain),
      ],
      sigils: [
        Sigil("@", .attribute), Sigil("#", .attribute),
        Sigil("$", .variable, specials: "0123456789"),
      ],
      features: [.calls, .capitalTypes, .genericCalls, .keywordLabels]))

  static let rust = Lexicon(
    Grammar(
      keywords: """
        as async await break const continue crate dyn else extern for if in let loop match mod move
        mut pub ref return static super unsafe use where while yield
        """,
      types: """
        bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize Self
        """,
      constants: "true false None",
      variables: "self",
      functionMakers: "fn",
      typeMakers: "enum impl struct trait type union",
      comments: Comment.nestedC
        + [.block("#[ #![", "]", nesting: "[", kind: .attribute)],
      strings: [
        StringForm("\" b\" c\"", to: "\"", [.spans, .braces]),
        StringForm("r br cr", to: "\"", [.raw, .spans], fence: .hashes),
        StringForm("' b'", to: "'", fence: .character),
      ],
      sigils: [Sigil("'", .variable)],
      features: [.calls, .capitalTypes, .shouting, .bangCalls, .memberKeywords]))

  static let go = Lexicon(
    Grammar(
      keywords: """
        break case chan const continue default defer else fallthrough for go goto if import
        interface map package range return select struct switch var
        """,
      types: """
        any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32
        int64 rune string uint uint8 uint16 uint32 uint64 uintptr
        """,
      constants: "true false nil iota",
      functionMakers: "func",
      typeMakers: "type",
      comments: Comment.c,
      strings: [
        StringForm("\"", [.percents]), StringForm("`", to: "`", [.raw, .spans]), StringForm("'"),
      ],
      features: [.calls, .capitalTypes, .capitalCalls, .capitalMembers, .capitalFields]))

  static let zig = Lexicon(
    Grammar(
      keywords: """
        addrspace align allowzero and anyframe anytype asm async await break callconv catch
        comptime const continue defer else enum errdefer error export extern for if inline
        linksection noalias noinline nosuspend opaque or orelse packed pub resume return struct
        suspend switch test threadlocal try union unreachable usingnamespace var volatile while
        """,
      types: """
        anyerror anyopaque bool c_char c_int c_long c_short c_uint c_ulong comptime_float
        comptime_int f16 f32 f64 f80 f128 i8 i16 i32 i64 i128 isize noreturn type u1 u2 u3 u4 u5 u6
        u7 u8 u16 u32 u64 u128 usize void
        """,
      constants: "true false null undefined",
      functionMakers: "fn",
      comments: [.line("//")],
      strings: [
        StringForm("\"", [.braces]), StringForm("\\\\", to: "", [.raw]), StringForm("'"),
      ],
      sigils: [Sigil("@", .function)],
      features: [.calls, .capitalTypes, .memberKeywords]))

  static let nim = Lexicon(
    Grammar(
      keywords: """
        addr and as asm bind block break case cast concept const continue converter defer discard
        distinct div do elif else end enum except export finally for from if import in include
        interface is isnot let mixin mod nil not notin object of or out ptr raise ref return shl shr
        static try tuple using var when while xor yield
        """,
      types: """
        bool byte char cstring float float32 float64 int int8 int16 int32 int64 seq set string uint
        uint8 uint16 uint32 uint64 void array openArray
        """,
      constants: "true false nil",
      functions: "echo",
      functionMakers: "proc func method iterator template macro",
      typeMakers: "type",
      comments: [.line("#"), .block("#[", "]#", nesting: "#[")],
      strings: [
        StringForm("\"\"\" r\"\"\" fmt\"\"\"", [.raw, .spans]), StringForm("\""),
        StringForm("r\"", [.raw]), StringForm("fmt\" f\"", nests: [Nest("{", "}", doubled: true)]),
        StringForm("'", fence: .character),
      ],
      features: [.calls, .capitalTypes]))
}
