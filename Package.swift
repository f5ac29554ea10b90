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
        .executable(name: "dobush-verify", targets: ["dobush-verify"]),
    ],
    targets: [
        library("COpenSSL"),
        library("CSodium"),
        library("CTurboJPEG"),
        library("CZlib"),
        library("CZip"),
        library("CCairo", "pangocairo"),
        library("CQREncode"),
        library("CSQLite"),
        library("CPostgreSQL", "libpq"),
        .target(
            name: "CHTTP", path: "Sources/C/CHTTP",
            linkerSettings: [.linkedLibrary("microhttpd")]),
        .target(name: "CChild", path: "Sources/C/CChild"),
        .target(
            name: "CImage", path: "Sources/C/CImage",
            linkerSettings: [.linkedLibrary("png"), .linkedLibrary("tiff")]),
        .target(
            name: "CZXing", path: "Sources/C/CZXing", linkerSettings: [.linkedLibrary("ZXing")]),

        room("Base", "Primitives"),
        room("Base", "Statistics"),
        room("Base", "Cryptography", ["COpenSSL", "CSodium"]),

        room("Domain", "Elections", ["Primitives"]),
        room("Domain", "Identification", ["Primitives", "Elections"]),
        room("Domain", "Ballots", ["Primitives", "Elections"]),
        room("Domain", "Scanning", ["Primitives", "Elections", "Ballots"]),
        room(
            "Domain", "StationCount", ["Primitives", "Cryptography", "Elections", "Ballots"]),
        room("Domain", "Tabulation", ["Primitives", "Elections"]),
        room("Domain", "Offices", ["Primitives", "Elections"]),
        room(
            "Domain", "Reviewing",
            ["Primitives", "Cryptography", "Elections", "Ballots", "Offices"]),
        room(
            "Domain", "Filing",
            ["Primitives", "Cryptography", "Elections", "Tabulation", "Offices", "Reviewing"]),
        room("Domain", "Auditing", ["Primitives", "Elections", "Ballots", "Cryptography"]),
        room("Domain", "Forensics", ["Primitives", "Elections", "Tabulation", "Statistics"]),
        room("Domain", "Assemblies", ["Primitives"]),
        room("Domain", "Missions", ["Primitives", "Elections", "Assemblies"]),
        room("Domain", "Assessments", ["Primitives", "Elections", "Missions"]),

        room("Evidence", "Ledger", ["Cryptography"]),
        room(
            "Evidence", "Publication",
            [
                "Primitives", "Elections", "Ballots", "Auditing", "Tabulation", "Forensics",
                "Assemblies", "Missions", "Assessments", "Ledger", "Cryptography",
            ]),

        room(
            "Application", "Procedures",
            [
                "Primitives", "Cryptography", "Elections", "Identification", "Ballots", "Scanning",
                "StationCount", "Tabulation", "Forensics", "Reviewing",
            ]),

        room("Application", "Storage", ["Primitives", "Cryptography"]),
        room(
            "Application", "ResultsOffice",
            [
                "Primitives", "Cryptography", "Elections", "Offices", "Filing", "Storage",
                "Reviewing",
            ]),

        room(
            "Application", "CountingStation",
            [
                "Primitives", "Cryptography", "Elections", "Ballots", "StationCount", "Storage",
            ]),

        room(
            "Adapters", "Formats",
            [
                "Primitives", "Elections", "Ballots", "Tabulation", "Forensics", "Auditing",
                "Assemblies", "Missions", "Assessments", "Cryptography", "Ledger", "Publication",
                "CZlib", "CZip",
            ]),
        room(
            "Adapters", "Imaging",
            ["Primitives", "Ballots", "Scanning", "CTurboJPEG", "CImage", "CZXing", "CChild"]),
        room(
            "Adapters", "Printing",
            [
                "Primitives", "Elections", "Ballots", "StationCount", "CCairo", "CQREncode",
                "CTurboJPEG",
            ]),
        room(
            "Adapters", "ReaderProcess",
            [
                "Primitives", "Elections", "Ballots", "StationCount", "CountingStation",
                "CChild",
            ]),
        room(
            "Adapters", "StationExport",
            [
                "Primitives", "Cryptography", "Elections", "Ballots", "StationCount", "Storage",
                "CountingStation", "Ledger", "Formats",
            ]),
        room("Adapters", "HTTPServer", ["Primitives", "CHTTP"]),
        room(
            "Adapters", "StorageSQLite", ["Primitives", "Cryptography", "Storage", "CSQLite"]),
        room(
            "Adapters", "StoragePostgreSQL",
            ["Primitives", "Cryptography", "Storage", "CPostgreSQL"]),
        room(
            "Adapters", "Web",
            [
                "Primitives", "Cryptography", "Elections", "Ballots", "Tabulation", "Auditing",
                "Forensics", "Assemblies", "Missions", "Assessments", "Ledger", "Publication",
                "Formats", "HTTPServer", "Offices", "Filing",
            ]),

        room(
            "Adapters", "OfficeWeb",
            [
                "Primitives", "Cryptography", "Elections", "Ballots", "Tabulation", "Offices",
                "Reviewing", "Filing", "Storage", "ResultsOffice", "Formats", "HTTPServer", "Web",
                "Printing",
            ]),

        room("Rehearsal", "Tervania", ["Primitives", "Elections"]),
        room(
            "Rehearsal", "TervaniaVoters",
            ["Primitives", "Elections", "Identification", "Tervania"]),
        room(
            "Rehearsal", "TervaniaEvening",
            [
                "Primitives", "Cryptography", "Elections", "Ballots", "Tabulation", "Offices",
                "Reviewing", "Filing", "Storage", "ResultsOffice", "Procedures", "Formats",
                "Printing", "Pen", "Tervania",
            ]),
        room(
            "Rehearsal", "TervaniaMission",
            ["Primitives", "Elections", "Assemblies", "Missions", "Assessments"]),
        room("Rehearsal", "Pen", ["Primitives", "Elections", "Ballots", "Printing"]),

        room(
            "Rehearsal", "Story",
            [
                "Primitives", "Elections", "Identification", "Ballots", "Auditing", "Tabulation",
                "Forensics", "Cryptography", "Ledger", "Publication", "Procedures", "Formats",
                "Assemblies", "Missions", "Assessments", "Printing", "Pen", "Tervania",
                "TervaniaVoters", "TervaniaMission",
            ]),

        program(
            "dobush",
            [
                "Primitives", "Elections", "Ballots", "Scanning", "Tabulation", "Forensics",
                "Assemblies", "Missions", "Procedures", "Formats", "Imaging", "Ledger",
                "Cryptography", "Printing", "Pen", "Publication", "Story", "HTTPServer", "Web",
                "Storage", "StorageSQLite", "StoragePostgreSQL", "Offices", "Filing",
                "ResultsOffice", "OfficeWeb", "TervaniaEvening", "StationCount",
                "CountingStation", "ReaderProcess", "StationExport", "Reviewing",
            ]),
        program("dobush-verify", ["Primitives", "Publication", "Formats"]),
        .executableTarget(
            name: "store-speed",
            dependencies: [
                "Primitives", "Cryptography", "Storage", "StorageSQLite", "StoragePostgreSQL",
            ], path: "Benchmarks/StoreSpeed", swiftSettings: strict),

        .target(
            name: "FuzzTargets",
            dependencies: [
                "Primitives", "Cryptography", "Elections", "Ballots", "Scanning", "Imaging",
                "Formats", "Offices", "Reviewing", "StationCount",
            ], path: "Tests/Support/FuzzTargets", swiftSettings: strict),
        .executableTarget(
            name: "read-speed",
            dependencies: [
                "Primitives", "Elections", "Ballots", "Scanning", "Imaging", "Formats",
                "Printing",
            ], path: "Benchmarks/ReadSpeed", swiftSettings: strict),
        .executableTarget(
            name: "mark-corpus",
            dependencies: [
                "Primitives", "Statistics", "Elections", "Ballots", "Scanning", "Imaging",
                "Formats", "Printing", "Pen",
            ], path: "Benchmarks/MarkCorpus", swiftSettings: strict),

        .executableTarget(
            name: "page-probe",
            dependencies: ["Primitives", "Ballots", "Scanning", "Imaging", "CChild"],
            path: "Tests/Support/PageProbe", swiftSettings: strict),
        .executableTarget(
            name: "twin-rates",
            dependencies: [
                "Primitives", "Elections", "Ballots", "Scanning", "Imaging", "Printing", "Pen",
                "Tervania", "Procedures", "StationCount",
            ], path: "Benchmarks/TwinRates", swiftSettings: strict),
        .executableTarget(
            name: "confine-trial", dependencies: ["CChild"],
            path: "Tests/Support/ConfineTrial", swiftSettings: strict),
        .executableTarget(
            name: "station-papers",
            dependencies: [
                "Primitives", "Elections", "Ballots", "Printing", "Pen", "Tervania", "CQREncode",
            ], path: "Tests/Support/StationPapers", swiftSettings: strict),
        .target(name: "TestSupport", path: "Tests/Support/TestSupport", swiftSettings: strict),
        .target(
            name: "FilingSupport",
            dependencies: [
                "Primitives", "Cryptography", "Elections", "Tabulation", "Offices", "Filing",
                "Tervania",
            ], path: "Tests/Support/FilingSupport", swiftSettings: strict),
        suite("PrimitivesTests", ["Primitives"]),
        suite("StatisticsTests", ["Statistics"]),
        suite("CryptographyTests", ["Cryptography", "TestSupport"]),
        suite(
            "ReviewingTests",
            [
                "Primitives", "Cryptography", "Elections", "Ballots", "Offices", "Reviewing",
                "Tervania",
            ]),
        .testTarget(
            name: "FuzzCorpusTests", dependencies: ["FuzzTargets"], path: "Tests/FuzzCorpusTests",
            exclude: ["Corpus", "seeds.py"], swiftSettings: strict),
        suite("OfficesTests", ["Primitives", "Elections", "Offices"]),
        suite(
            "FilingTests",
            [
                "Primitives", "Cryptography", "Elections", "Ballots", "Tabulation", "Offices",
                "Reviewing", "Filing", "Tervania", "FilingSupport",
            ]),
        suite(
            "ResultsOfficeTests",
            [
                "Primitives", "Cryptography", "Elections", "Ballots", "Tabulation", "Offices",
                "Reviewing", "Filing", "Storage", "ResultsOffice", "Tervania", "FilingSupport",
            ]),
        suite("IdentificationTests", ["Primitives", "Elections", "Identification"]),
        suite("AuditingTests", ["Primitives", "Auditing", "TestSupport"]),
        suite("ScanningTests", ["Primitives", "Elections", "Ballots", "Scanning", "Procedures"]),
        .target(
            name: "StationSupport",
            dependencies: [
                "Primitives", "Cryptography", "Elections", "Ballots", "StationCount",
            ], path: "Tests/Support/StationSupport", swiftSettings: strict),
        suite(
            "StationCountTests",
            [
                "Primitives", "Cryptography", "Elections", "Ballots", "StationCount",
                "StationSupport",
            ]),
        suite(
            "CountingStationTests",
            [
                "Primitives", "Cryptography", "Elections", "Ballots", "StationCount", "Storage",
                "CountingStation", "StationSupport",
            ]),
        suite("FormatsTests", ["Primitives", "Elections", "Ballots", "Formats"]),
        suite("ImagingTests", ["Primitives", "Scanning", "Imaging"]),
        suite(
            "ConformanceTests",
            [
                "Primitives", "Elections", "Ballots", "Scanning", "Imaging", "Formats",
                "Procedures", "Tabulation", "Forensics", "TestSupport",
            ]),
        suite(
            "PrintingTests",
            ["Primitives", "Elections", "Ballots", "Formats", "Printing", "Tervania"]),
        suite(
            "PaperStyleTests",
            [
                "Primitives", "Elections", "Ballots", "Scanning", "Imaging", "Printing", "Pen",
                "Formats", "Tervania",
            ]),
        suite("PenTests", ["Primitives", "Elections", "Ballots", "Printing", "Pen", "Tervania"]),
        suite(
            "StoryTests",
            [
                "Primitives", "Elections", "Ballots", "Auditing", "Ledger", "Publication",
                "Formats", "Missions", "Procedures", "Imaging", "Tervania", "Story",
                "Cryptography",
            ]),
        suite("TabulationTests", ["Primitives", "Elections", "Tabulation", "Tervania"]),
        suite("ForensicsTests", ["Elections", "Tabulation", "Statistics", "Forensics"]),
        suite(
            "TableTests",
            ["Primitives", "Elections", "Tabulation", "Formats", "Tervania", "TestSupport"]),
        suite(
            "AssembliesTests",
            ["Primitives", "Assemblies", "Missions", "Formats", "TestSupport"]),
        suite(
            "MissionsTests",
            [
                "Primitives", "Assemblies", "Missions", "Formats", "Tervania", "TervaniaMission",
            ]),
        suite(
            "AssessmentsTests",
            [
                "Primitives", "Elections", "Missions", "Assessments", "Formats", "Tervania",
                "TervaniaMission", "TestSupport",
            ]),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Web", "Primitives", "Elections", "Ballots", "Auditing", "Missions", "Ledger",
                "Publication", "Cryptography", "HTTPServer", "Tervania", "Tabulation", "Offices",
                "Filing", "Storage", "ResultsOffice", "Formats", "Procedures", "TestSupport",
            ], path: "Tests/WebTests", exclude: ["run.py", "live.py"], swiftSettings: strict),
        suite("ArchitectureTests", []),
        suite("HTTPServerTests", ["HTTPServer"]),
        .testTarget(
            name: "OfficeWebTests",
            dependencies: [
                "Primitives", "Cryptography", "Elections", "Tabulation", "Offices", "Filing",
                "Storage", "ResultsOffice", "Formats", "HTTPServer", "OfficeWeb", "Tervania",
                "TervaniaEvening",
            ], path: "Tests/OfficeWebTests", exclude: ["run.py"], swiftSettings: strict),
        suite("LedgerTests", ["Ledger", "Cryptography", "TestSupport"]),
        suite(
            "StorageContractTests",
            [
                "Primitives", "Cryptography", "Storage", "StorageSQLite", "StoragePostgreSQL",
                "CSQLite", "TestSupport",
            ]),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
