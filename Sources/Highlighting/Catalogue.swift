/// Every language there is, by all its names: how it is called, what its files end with.

struct Language: Sendable {
  let name: String
  /// In lower case, apart from each other by blanks.
  let aliases: StaticString
  let engine: @Sendable () -> Engine

  init(_ name: String, _ aliases: StaticString, _ engine: @escaping @Sendable () -> Engine) {
    self.name = name
    self.aliases = aliases
    self.engine = engine
  }

  func isCalled(_ word: [UInt8]) -> Bool {
    let text = UnsafeBufferPointer(
      start: aliases.utf8Start, count: aliases.utf8CodeUnitCount)
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, !text[end].isBlank { end += 1 }
      if end - start == word.count, text[start..<end].elementsEqual(word) { return true }
      start = end + 1
    }
    return false
  }

  /// Nothing of a language but its names is made before it is used.
  static let all: [Language] = programming + scripting + academic + data + text

  private static let programming = [
    Language("C", "c h") { .table(.c) },
    Language("C++", "c++ cpp cc cxx hpp hh hxx h++ cuda cu cuh ino arduino") { .table(.cPlusPlus) },
    Language("Objective-C", "objective-c objectivec objc obj-c m mm") { .table(.objectiveC) },
    Language("C#", "c# csharp cs dotnet csx") { .table(.cSharp) },
    Language("D", "d dlang") { .table(.d) },
    Language("Dart", "dart flutter") { .table(.dart) },
    Language("F#", "f# fsharp fs fsi fsx") { .table(.fSharp) },
    Language("GLSL", "glsl hlsl wgsl metal vert frag comp shader") { .table(.shading) },
    Language("Go", "go golang") { .table(.go) },
    Language("Groovy", "groovy gradle gvy jenkinsfile") { .table(.groovy) },
    Language("Java", "java jav jsh") { .table(.java) },
    Language("Kotlin", "kotlin kt kts") { .table(.kotlin) },
    Language("Nim", "nim nims nimble") { .table(.nim) },
    Language("Rust", "rust rs") { .table(.rust) },
    Language("Scala", "scala sc sbt") { .table(.scala) },
    Language("Solidity", "solidity sol") { .table(.solidity) },
    Language("Swift", "swift swiftinterface") { .table(.swift) },
    Language("Zig", "zig zon") { .table(.zig) },
    Language(
      "assembly",
      """
      assembly asm nasm masm yasm gas s x86 x86asm x86_64 arm armasm aarch64 arm64 riscv mips
      """
    ) { .table(.assembly) },
    Language("LLVM", "llvm ll llvm-ir") { .table(.llvm) },
    Language("WebAssembly", "webassembly wat wast wasm") { .table(.webAssembly) },
    Language("Verilog", "verilog v vh systemverilog sv svh") { .table(.verilog) },
    Language("VHDL", "vhdl vhd") { .table(.vhdl) },
  ]

  private static let scripting = [
    Language(
      "Python",
      """
      python py python2 python3 py3 pyw pyi ipython cython pyx gyp starlark bzl bazel
      """
    ) { .table(.python) },
    Language(
      "JavaScript",
      """
      javascript js jsx mjs cjs node ecmascript es6 react
      """
    ) { .table(.javaScript) },
    Language("TypeScript", "typescript ts mts cts deno") { .table(.typeScript) },
    Language("TSX", "tsx typescriptreact") { .table(.tsx) },
    Language(
      "Ruby",
      """
      ruby rb rake rakefile gemfile gemspec podfile irb crystal cr
      """
    ) { .table(.ruby) },
    Language("Lua", "lua luau nse") { .table(.lua) },
    Language("Perl", "perl pl pm perl5") { .table(.perl) },
    Language("PHP", "php php3 php4 php5 php7 php8 phtml") { .markup(MarkupScanner(.php)) },
    Language(
      "shell",
      """
      shell bash sh zsh fish ksh ash dash shellscript shell-script bashrc zshrc profile ebuild
      """
    ) { .table(.shell) },
    Language("PowerShell", "powershell pwsh ps1 psm1 psd1 posh") { .table(.powerShell) },
    Language(
      "console",
      """
      console shell-session shellsession sh-session bash-session terminal session pycon doctest
      """
    ) { .console(ConsoleScanner()) },
    Language("awk", "awk gawk mawk nawk") { .table(.awk) },
    Language("Tcl", "tcl tk expect") { .table(.tcl) },
    Language("batch", "batch bat cmd dosbatch winbatch") { .table(.batch) },
    Language("Vim", "vim viml vimscript vimrc") { .table(.vim) },
  ]

  private static let academic = [
    Language("Ada", "ada adb ads") { .table(.ada) },
    Language("Coq", "coq rocq gallina") { .table(.coq) },
    Language("EBNF", "ebnf bnf abnf grammar") { .table(.grammar) },
    Language("Elixir", "elixir ex exs iex") { .table(.elixir) },
    Language("Erlang", "erlang erl hrl") { .table(.erlang) },
    Language("Fortran", "fortran f f77 f90 f95 f03 f08 for") { .table(.fortran) },
    Language("Haskell", "haskell hs lhs ghci purescript purs elm") { .table(.haskell) },
    Language("Julia", "julia jl") { .table(.julia) },
    Language(
      "Lisp",
      """
      lisp common-lisp commonlisp cl el elisp emacs-lisp scheme scm ss racket rkt clojure clj cljs
      cljc edn hy
      """
    ) { .table(.lisp) },
    Language("Lean", "lean lean4") { .table(.lean) },
    Language("MATLAB", "matlab octave") { .table(.matlab) },
    Language("OCaml", "ocaml ml mli reason sml standard-ml") { .table(.oCaml) },
    Language("Pascal", "pascal pas delphi dpr objectpascal freepascal") { .table(.pascal) },
    Language("Prolog", "prolog pro swipl datalog") { .table(.prolog) },
    Language("R", "r rlang rscript splus") { .table(.r) },
  ]

  private static let data = [
    Language("CMake", "cmake cmakelists.txt") { .table(.cMake) },
    Language("CSS", "css scss sass less postcss stylesheet") { .table(.css) },
    Language("Dockerfile", "dockerfile docker containerfile") { .table(.docker) },
    Language("dot", "dot graphviz gv") { .table(.dot) },
    Language("GraphQL", "graphql gql graphqls") { .table(.graphQL) },
    Language(
      "INI",
      """
      ini cfg conf config properties prefs editorconfig gitconfig systemd service desktop env
      dotenv reg
      """
    ) { .table(.ini) },
    Language("JSON", "json jsonc json5 jsonl ndjson geojson ipynb webmanifest") { .table(.json) },
    Language("Makefile", "makefile make mk mak gnumakefile bsdmake") { .table(.make) },
    Language("nginx", "nginx nginxconf caddyfile") { .table(.nginx) },
    Language("Nix", "nix nixos") { .table(.nix) },
    Language("Protobuf", "protobuf proto proto3 protocol-buffers") { .table(.protobuf) },
    Language(
      "SQL",
      """
      sql mysql postgres postgresql psql plpgsql plsql tsql sqlite sqlite3 mariadb ddl
      """
    ) { .table(.sql) },
    Language("Terraform", "terraform tf hcl tfvars opentofu") { .table(.terraform) },
    Language("TOML", "toml cargo.lock") { .table(.toml) },
    Language("YAML", "yaml yml ansible docker-compose") { .yaml(YAMLScanner()) },
  ]

  private static let text = [
    Language("diff", "diff patch udiff") { .diff(DiffScanner()) },
    Language(
      "HTML",
      """
      html htm xhtml vue svelte jinja jinja2 django handlebars hbs ejs erb
      """
    ) { .markup(MarkupScanner(.html)) },
    Language("LaTeX", "latex tex sty cls bibtex bib") { .table(.laTeX) },
    Language(
      "Markdown",
      """
      markdown md mdown mkd mdx rmd qmd gfm commonmark
      """
    ) { .markdown(MarkdownScanner()) },
    Language(
      "XML",
      """
      xml svg xsd xsl xslt rss atom plist xaml csproj pom wsdl
      """
    ) { .markup(MarkupScanner(.xml)) },
    Language("text", "text txt plain plaintext plain-text none output log ascii") { .plain },
  ]
}
