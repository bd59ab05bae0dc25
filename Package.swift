// swift-tools-version: 6.1

import PackageDescription

/// Every Swift target: the language as strict as it gets, and imports that tell the truth.
let strict: [SwiftSetting] = [
  .unsafeFlags(["-warnings-as-errors"]),
  // Values are copied by code, not through metadata that the runtime would have to look up first.
  .unsafeFlags(["-Xfrontend", "-disable-type-layout"], .when(configuration: .release)),
  // Types are made by code, too: to read their names and look up what they conform to would take a
  // tenth of the start.
  .unsafeFlags(
    ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"],
    .when(configuration: .release)),
  // Whether accesses to a value overlap is looked at where they run in debug builds, which the tests
  // are; for every glyph and cell it would take a fiftieth of the start.
  .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
  // What nobody calls is left out, function by function.
  .unsafeFlags(["-Xfrontend", "-function-sections"], .when(configuration: .release)),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A room of the tower: a target and the rooms below that it may import.
func room(
  _ name: String, _ rooms: [Target.Dependency] = [], linking libraries: [LinkerSetting] = []
) -> Target {
  .target(name: name, dependencies: rooms, swiftSettings: strict, linkerSettings: libraries)
}

/// The tests of a room, with the golden frames that lie beside them.
func tests(
  _ name: String, _ rooms: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: rooms, exclude: exclude, swiftSettings: strict)
}

/// A library taken from its archive, so that the dynamic loader has less to do at the start.
func archive(_ library: String) -> LinkerSetting { .linkedLibrary(":lib\(library).a") }

/// What makes the release build start as fast as a C program: fixed addresses (no relocations),
/// unused sections and exports dropped, the C++ and compiler runtimes linked in (the loader's work
/// for two libraries is a fifth of the start; the script in `Link` stands before the real library),
/// and what a start touches side by side (lld, which comes with Swift, can do that;
/// Tests/Benchmark/start-order.sh writes the list).
let quickStart: LinkerSetting = .unsafeFlags(
  [
    "-Xclang-linker", "-no-pie", "-Xlinker", "--gc-sections", "-Xlinker", "-s",
    "-Xlinker", "--no-export-dynamic", "-Xlinker", "--as-needed",
    "-L", Context.packageDirectory + "/Sources/lectern/Link", "-Xclang-linker", "-static-libgcc",
    "-use-ld=lld", "-Xlinker", "--no-warn-symbol-ordering", "-Xlinker",
    "--symbol-ordering-file=" + Context.packageDirectory + "/Sources/lectern/Link/start.order",
  ], .when(platforms: [.linux], configuration: .release))

let package = Package(
  name: "lectern",
  products: [.executable(name: "lectern", targets: ["lectern"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    // floor 0 and below: values, text, cores, C
    .systemLibrary(name: "CMd4c"),
    .systemLibrary(name: "CYaml"),
    .target(name: "CNcurses", linkerSettings: [archive("ncursesw"), archive("tinfo")]),
    .target(name: "CMachine"),
    .target(name: "CStart"),
    .target(
      name: "CImage",
      linkerSettings: [archive("png16"), archive("z"), archive("jpeg"), .linkedLibrary("m")]),
    room("Wording"),
    room("Screen"),
    room("Highlighting"),
    room("Markup", ["Wording", "CMd4c"], linking: [.linkedLibrary("md4c")]),
    room("Machine", ["CMachine"]),

    // floor 1
    room("Decks", ["Markup", "Wording", "CYaml"], linking: [archive("yaml")]),
    room("DemoKit", ["Screen", "Machine", "Wording"]),
    room("Ncurses", ["Screen", "CNcurses"]),
    room("Pictures", ["Screen", "CImage"]),

    // floor 2
    room("Typesetting", ["Decks", "Highlighting", "Markup", "Screen", "Wording"]),
    room("Demos", ["DemoKit", "Machine", "Screen", "Wording"]),

    // floors 3 and 4
    room("Presenting", ["Typesetting", "Decks", "Markup", "Screen", "Wording"]),
    room(
      "Staging",
      [
        "Presenting", "Typesetting", "DemoKit", "Decks", "Pictures", "Markup", "Machine", "Screen",
        "Wording",
      ]),

    // floor 5
    .executableTarget(
      name: "lectern",
      dependencies: [
        "Staging", "Presenting", "Typesetting", "Demos", "DemoKit", "Decks", "Markup", "Machine",
        "Ncurses", "Screen", "Wording", "CStart",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Link"], swiftSettings: strict, linkerSettings: [quickStart]),

    // what tests share, the tests of every room, and the benchmark
    .systemLibrary(name: "CVterm", path: "Tests/CVterm"),
    .target(name: "TemporaryFiles", path: "Tests/TemporaryFiles", swiftSettings: strict),
    .target(name: "OwnThread", path: "Tests/OwnThread", swiftSettings: strict),
    .target(
      name: "TerminalHarness", dependencies: ["CVterm"], path: "Tests/TerminalHarness",
      swiftSettings: strict),
    tests("TerminalHarnessTests", ["TerminalHarness"]),
    tests(
      "TerminalTests", ["TerminalHarness", "TemporaryFiles", "OwnThread"], exclude: ["tmux.sh"]),
    .executableTarget(
      name: "lectern-bench",
      dependencies: [
        "TerminalHarness", "TemporaryFiles", "Machine",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], path: "Tests/Benchmark", exclude: ["Reference", "start-order.sh"], swiftSettings: strict),
    .executableTarget(
      name: "lectern-spec",
      dependencies: [
        "Typesetting", "Decks", "Markup", "Screen",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], path: "Tests/SpecHarness", swiftSettings: strict),
    .executableTarget(
      name: "lectern-fuzz",
      dependencies: [
        "Staging", "Presenting", "Typesetting", "Demos", "DemoKit", "Decks", "Pictures", "Markup",
        "Machine", "Screen", "Wording",
      ], path: "Tests/Fuzzing", exclude: ["Corpus", "fuzz.sh"], swiftSettings: strict),
    .target(name: "PhraseScanner", path: "Tests/PhraseScanner", swiftSettings: strict),
    .executableTarget(
      name: "lectern-phrases",
      dependencies: [
        "PhraseScanner", "Wording",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], path: "Tests/Phrases", swiftSettings: strict),
    .target(
      name: "GoldenFrames", dependencies: ["Screen"], path: "Tests/GoldenFrames",
      swiftSettings: strict),
    tests("FloorPlanTests", []),
    tests("StartTests", ["CStart"]),
    tests("WordingTests", ["Wording", "PhraseScanner"]),
    tests("ScreenTests", ["Screen"]),
    tests("HighlightingTests", ["Highlighting"]),
    tests("MarkupTests", ["Markup"]),
    tests("NcursesTests", ["Ncurses", "Screen", "TerminalHarness"]),
    tests("PicturesTests", ["Pictures", "Screen"], exclude: ["Fixtures"]),
    tests("MachineTests", ["Machine", "CMachine", "TemporaryFiles"]),
    tests(
      "DemosTests",
      ["Demos", "DemoKit", "Machine", "Screen", "Wording", "GoldenFrames", "OwnThread"],
      exclude: ["Frames"]),
    tests(
      "StagingTests",
      [
        "Staging", "Presenting", "Typesetting", "Demos", "DemoKit", "Decks", "Markup", "Machine",
        "Screen", "Wording", "Pictures", "TemporaryFiles",
      ]),
    tests(
      "DialectTests",
      [
        "Staging", "Presenting", "Typesetting", "DemoKit", "Decks", "Markup", "Screen", "Wording",
        "GoldenFrames",
      ],
      exclude: ["Decks", "Frames", "Linear"]),
    tests("DecksTests", ["Decks", "Markup", "Wording"]),
    tests(
      "TypesettingTests",
      ["Typesetting", "Presenting", "Decks", "Markup", "Screen", "GoldenFrames"],
      exclude: ["Frames"]),
    tests(
      "PresentingTests",
      ["Presenting", "Typesetting", "Decks", "Markup", "Screen", "Wording", "GoldenFrames"],
      exclude: ["Frames"]),
  ],
  swiftLanguageModes: [.v6]
)

// The tests of some rooms alone, for a sanitizer that need not build the others:
// LECTERN_TESTS=MachineTests,DemosTests swift build --product lecternPackageTests
if let chosen = Context.environment["LECTERN_TESTS"]?.split(separator: ",").map(String.init) {
  package.targets.removeAll { $0.type == .test && !chosen.contains($0.name) }
}
