/// Tables of C and what grew from it: C++, Objective-C, the shading languages, D.

extension Grammar {
  static let c = Grammar(
    keywords: """
      auto break case const continue default do else extern for goto if inline register restrict
      return sizeof static switch typedef volatile while _Alignas _Alignof _Atomic _Generic
      _Noreturn _Static_assert _Thread_local alignas alignof asm constexpr static_assert
      thread_local typeof __asm__ __volatile__ __inline__ __restrict__
      """,
    types: """
      bool char double float int long short signed unsigned void _Bool _Complex FILE va_list
      u8 u16 u32 u64 s8 s16 s32 s64 uint uchar ulong uint8 uint16 uint32 uint64
      """,
    constants: "true false NULL nullptr stdin stdout stderr",
    attributes: "__attribute__ __declspec",
    typeMakers: "struct union enum",
    comments: Comment.c,
    strings: [
      StringForm("\" L\" u\" U\" u8\"", to: "\"", [.percents]), StringForm("' L' u' U'", to: "'"),
    ],
    features: [
      .calls, .capitalTypes, .capitalCalls, .shouting, .typeSuffix, .preprocessor, .arrowMembers,
      .quotedNumbers, .trailingDots,
    ])

  static var cPlusPlus: Grammar {
    var grammar = c
    grammar.keywords += """
       catch co_await co_return co_yield const_cast consteval constinit decltype delete
      dynamic_cast explicit export final friend mutable noexcept operator override private
      protected public reinterpret_cast requires static_cast template throw try typeid using
      virtual and or not xor __global__ __device__ __host__ __shared__
      """
    grammar.softKeywords = "import module"
    grammar.types += """
       char8_t char16_t char32_t wchar_t string string_view vector unique_ptr shared_ptr weak_ptr
      unordered_map unordered_set ostream istream ifstream ofstream stringstream
      """
    grammar.variables = "this"
    grammar.typeMakers += " class typename namespace concept new"
    grammar.comments.append(.block("[[", "]]", .wordStart, kind: .attribute))
    grammar.strings.append(
      StringForm("R\" LR\" uR\" UR\" u8R\"", [.raw, .spans], fence: .parenthesis))
    grammar.features.insert(.genericCalls)
    return grammar
  }

  static var objectiveC: Grammar {
    var grammar = c
    grammar.keywords += """
       @end @property @synthesize @dynamic @selector @autoreleasepool @try @catch @finally @throw
      @synchronized @public @private @protected @optional @required @encode @import in
      """
    grammar.types += " id BOOL SEL IMP Class instancetype NSInteger NSUInteger CGFloat"
    grammar.constants += " nil Nil YES NO"
    grammar.variables = "self super _cmd"
    grammar.attributes += """
       nonatomic strong weak copy assign readonly readwrite atomic nullable nonnull
      """
    grammar.typeMakers += " @interface @implementation @protocol @class"
    grammar.wordStart = "@"
    grammar.strings.append(StringForm("@\"", to: "\"", [.percents]))
    return grammar
  }

  static var shading: Grammar {
    var grammar = c
    grammar.keywords += """
       in out inout uniform varying attribute buffer shared layout precision highp mediump lowp
      flat smooth discard fn let var override kernel device constant threadgroup
      """
    grammar.types += """
       vec2 vec3 vec4 ivec2 ivec3 ivec4 uvec2 uvec3 uvec4 bvec2 bvec3 bvec4 mat2 mat3 mat4
      sampler2D sampler3D samplerCube image2D float2 float3 float4 half half2 half3 half4 int2 int3
      int4 float3x3 float4x4 f32 f16 i32 array ptr texture_2d sampler atomic
      """
    grammar.sigils = [Sigil("@", .attribute)]
    return grammar
  }

  static var d: Grammar {
    var grammar = c
    grammar.keywords += """
       abstract alias align body cast catch debug delegate delete deprecated export final finally
      foreach foreach_reverse function immutable import in invariant is lazy mixin module new
      nothrow out override package pragma private protected public pure ref return scope shared
      super synchronized template throw try typeid unittest version with
      """
    grammar.types += " byte ubyte ushort cent ucent real string wstring dstring size_t"
    grammar.constants += " null"
    grammar.variables = "this"
    grammar.typeMakers += " class interface"
    grammar.comments.append(.block("/+", "+/", nesting: "/+"))
    grammar.strings.append(StringForm("` r\"", to: "`", [.raw, .spans]))
    grammar.sigils = [Sigil("@", .attribute)]
    grammar.features = [.calls, .capitalTypes, .capitalCalls]
    return grammar
  }
}

extension Lexicon {
  static let c = Lexicon(.c)
  static let cPlusPlus = Lexicon(.cPlusPlus)
  static let objectiveC = Lexicon(.objectiveC)
  static let shading = Lexicon(.shading)
  static let d = Lexicon(.d)
}
