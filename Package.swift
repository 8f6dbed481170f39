// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"), .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
]

/// A room of Core: its own target under Sources/Core, importing only the rooms named.
func room(_ name: String, _ uses: String...) -> Target {
    .target(name: name, dependencies: uses.map { .byName(name: $0) }, path: "Sources/Core/\(name)",
        exclude: name == "Matching" ? ["DESIGN.md"] : [], swiftSettings: house)
}

#if arch(arm64)
let multiarch = "aarch64-linux-gnu"
#else
let multiarch = "x86_64-linux-gnu"
#endif

/// Where Debian keeps the headers of GLib and what stands on it. Their pkg-config files bear flags that SwiftPM
/// refuses with a warning.
let headersOfGLib: [SwiftSetting] = [
    .unsafeFlags([
        "glib-2.0", "../lib/\(multiarch)/glib-2.0/include", "gmime-3.0", "poppler/glib", "cairo", "pixman-1", "freetype2",
    ].flatMap { ["-Xcc", "-I/usr/include/\($0)"] })
]

/// Tests say what they want of C plainly; strict memory safety is for the product.
let houseOfTests: [SwiftSetting] = house.dropLast()

func tests(_ name: String, _ uses: String...) -> Target {
    .testTarget(name: name, dependencies: uses.map { .byName(name: $0) }, swiftSettings: houseOfTests)
}

let everyRoom: [Target.Dependency] = [
    "Model", "Text", "Digest", "Executors", "Markup", "Formats", "Extraction", "Facts", "Matching", "Alerting", "Receivers",
    "Configuration", "Ports", "Pipeline", "Storage", "Network", "Folders", "Workers", "Journal", "Console",
]

let package = Package(
    name: "tocsin",
    products: [.executable(name: "tocsin", targets: ["tocsin"])],
    targets: [
        // C maps: each is seen by its one owner.
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CMicrohttpd", pkgConfig: "libmicrohttpd", providers: [.apt(["libmicrohttpd-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        .systemLibrary(name: "CSeccomp", pkgConfig: "libseccomp", providers: [.apt(["libseccomp-dev"])]),
        .systemLibrary(name: "CGMime", providers: [.apt(["libgmime-3.0-dev"])]),
        .systemLibrary(name: "CPoppler", providers: [.apt(["libpoppler-glib-dev"])]),
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
        .target(name: "CCurlShims", dependencies: ["CCurl"]),
        .target(name: "CMicrohttpdShims", dependencies: ["CMicrohttpd"]),
        .target(name: "CLinuxShims"),
        .target(name: "CTextTables"),
        // Floor 0, the ground.
        room("Model"),
        room("Text", "CTextTables"),
        room("Digest", "CCrypto"),
        room("Executors", "CLinuxShims"),
        // Floor 1, the crafts.
        room("Markup", "Text", "CTextTables"),
        room("Formats", "Model", "Text", "Markup", "CZlib", "CZstd"),
        room("Extraction", "Model", "Text", "Markup"),
        room("Facts", "Model", "Text"),
        room("Matching", "Model", "Text", "CStemmer", "CTextTables"),
        room("Alerting", "Model", "Text", "Digest"),
        room("Receivers", "Model", "Text", "Digest"),
        room("Configuration", "Model", "Text", "CYAML"),
        // For the reader worker alone: the service does not link poppler and GMime.
        .target(name: "Documents", dependencies: ["Model", "Text", "Markup", "Formats", "CPoppler", "CGMime"],
            path: "Sources/Core/Documents", swiftSettings: house + headersOfGLib),
        // Floor 2, the ports.
        room("Ports", "Model"),
        // Floor 3, the world and the flow.
        room("Storage", "Model", "Ports", "Text", "Executors", "CSQLite"),
        room("Network", "Model", "Ports", "Executors", "CCurl", "CCurlShims"),
        room("Folders", "Ports", "Text", "Executors", "CLinuxShims"),
        room("Workers", "Ports", "Executors", "CLinuxShims"),
        room("Journal", "Ports", "Text"),
        room("Console", "CMicrohttpd", "CMicrohttpdShims"),
        room("Pipeline", "Model", "Text", "Digest", "Markup", "Formats", "Extraction", "Facts", "Matching", "Alerting",
            "Receivers", "Configuration", "Ports"),
        // Floor 4, the door.
        .target(name: "Daemon", dependencies: everyRoom + ["CLinuxShims"], path: "Sources/Daemon", swiftSettings: house),
        .executableTarget(name: "tocsin", dependencies: ["Daemon"], path: "Sources/Main", swiftSettings: house),
        .executableTarget(name: "tocsin-reader", 
            dependencies: ["Documents", "Formats", "Model", "Text", "CSeccomp", "CLinuxShims"],
            path: "Sources/Reader", swiftSettings: house),
        .executableTarget(name: "bench", dependencies: everyRoom, path: "Benchmarks", swiftSettings: houseOfTests),
        // Tests.
        .target(name: "Support", dependencies: ["Model", "Ports"], path: "Tests/Support", swiftSettings: houseOfTests),
        tests("FactsTests", "Facts", "Extraction", "Folders", "Matching", "Pipeline", "Model", "Text"),
        tests("TextTests", "Text", "Model", "Support"),
        tests("MatchingTests", "Matching", "Model", "Text", "Support"),
        tests("ConfigurationTests", "Configuration", "Facts", "Pipeline", "Model", "Text"),
        tests("DocumentTests", "Documents", "Formats", "Extraction", "Model", "Text"),
        tests("ReadingTests", "Formats", "Extraction", "Markup", "Model", "Support", "Text"),
        tests("AlertingTests", "Alerting", "Configuration", "Receivers", "Digest", "Model", "Text"),
        tests("FoldersTests", "Folders", "Ports", "Pipeline", "CLinuxShims"),
        tests("StorageTests", "Storage", "Ports", "Model", "Executors", "Support"),
        tests("SimulationTests", "Support", "Pipeline", "Configuration", "Storage", "Ports", "Model", "Text"),
        tests("HouseTests", "Daemon", "Matching"),
    ]
)
