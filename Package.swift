// swift-tools-version: 6.2
// The rooms of Dobush and the arrows between them. ARCHITECTURE.md says why each arrow is there;
// ArchitectureTests compare the imports in the files with that map.
import PackageDescription

let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("MemberImportVisibility"),
]

func room(_ group: String, _ name: String, _ uses: [Target.Dependency] = []) -> Target {
    .target(
        name: name, dependencies: uses, path: "Sources/\(group)/\(name)", swiftSettings: strict)
}

func program(_ name: String, _ uses: [Target.Dependency]) -> Target {
    .executableTarget(
        name: name, dependencies: uses, path: "Sources/Programs/\(name)", swiftSettings: strict)
}

func suite(_ name: String, _ uses: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: uses, path: "Tests/\(name)", swiftSettings: strict)
}

/// A Debian library, declared by the module map in Sources/C.
func library(_ name: String, _ pkgConfig: String? = nil) -> Target {
    .systemLibrary(name: name, path: "Sources/C/\(name)", pkgConfig: pkgConfig)
}

let package = Package(
    name: "dobush",
    products: [
        .executable(name: "dobush", targets: ["dobush"]),
    ],
    targets: [
        library("COpenSSL"), library("CSodium"), library("CTurboJPEG"),
        room("Base", "Primitives"),
        room("Base", "Cryptography", ["COpenSSL", "CSodium"]),
        room("Domain", "Elections", ["Primitives"]),
        room("Domain", "Ballots", ["Primitives", "Elections"]),
        room("Domain", "Identification", ["Primitives", "Elections"]),
        room("Domain", "Auditing", ["Primitives", "Elections", "Ballots", "Cryptography"]),
        room("Domain", "Assemblies", ["Primitives"]),
        room("Domain", "Missions", ["Primitives", "Elections", "Assemblies"]),
        room("Domain", "Assessments", ["Primitives", "Elections", "Missions"]),
        room("Rehearsal", "Tervania", ["Primitives", "Elections"]),
        room(
            "Rehearsal", "TervaniaMission",
            ["Primitives", "Elections", "Assemblies", "Missions", "Assessments"]),
        room(
            "Rehearsal", "TervaniaVoters",
            ["Primitives", "Elections", "Identification", "Tervania"]),
        room("Evidence", "Ledger", ["Cryptography"]),
        room(
            "Evidence", "Publication",
            ["Primitives", "Elections", "Ballots", "Auditing", "Ledger", "Cryptography"]),
        room("Application", "Procedures", ["Primitives", "Elections", "Identification"]),
        .target(
            name: "CHTTP", path: "Sources/C/CHTTP",
            linkerSettings: [.linkedLibrary("microhttpd")]),
        room("Adapters", "HTTPServer", ["Primitives", "CHTTP"]),
        room("Adapters", "Formats", ["Primitives", "Elections", "Ballots"]),
        program("dobush", ["Primitives", "Elections", "Ballots", "Formats", "Ledger"]),
        suite("PrimitivesTests", ["Primitives"]),
        suite("IdentificationTests", ["Primitives", "Elections", "Identification"]),
        suite("AuditingTests", ["Primitives", "Auditing"]),
        suite("ArchitectureTests", []),
        suite("HTTPServerTests", ["HTTPServer"]),
        suite("LedgerTests", ["Ledger", "Cryptography"]),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
