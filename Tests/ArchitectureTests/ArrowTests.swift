import Foundation
import Testing

/// The map in ARCHITECTURE.md, as a test. An arrow is added here first, and argued for in review.
///
/// Every room may import Primitives. Modules of the toolchain and of Sources/C are listed apart.
private let arrows: [String: Set<String>] = [
    "Base/Primitives": [],
    "Base/Statistics": [],
    "Base/Cryptography": ["COpenSSL", "CSodium"],
    "Domain/Elections": [],
    "Domain/Identification": ["Elections"],
    "Domain/Ballots": ["Elections"],
    "Domain/Scanning": ["Elections", "Ballots"],
    "Domain/StationCount": ["Elections", "Ballots", "Cryptography"],
    "Domain/Tabulation": ["Elections", "Ballots"],
    "Domain/Offices": ["Elections"],
    // What people say of papers: it sees the papers, and of persons only who works at the office.
    "Domain/Reviewing": ["Elections", "Ballots", "Offices", "Cryptography"],
    "Domain/Filing": ["Elections", "Tabulation", "Offices", "Cryptography", "Reviewing"],
    "Domain/Auditing": ["Elections", "Ballots", "Tabulation", "Statistics", "Cryptography"],
    "Domain/Forensics": ["Elections", "Tabulation", "Statistics"],
    "Domain/Assemblies": [],
    "Domain/Missions": ["Elections", "Assemblies"],
    "Domain/Assessments": ["Elections", "Tabulation", "Auditing", "Forensics", "Missions"],
    "Evidence/Ledger": ["Cryptography"],
    "Evidence/Publication": [
        "Ledger", "Cryptography", "Elections", "Ballots", "Tabulation", "Auditing", "Forensics",
        "Assemblies", "Missions", "Assessments",
    ],
]

/// Rooms above the domain may import what lies below them, except for what the walls forbid.
private let pureFolders = ["Domain", "Evidence"]
private let toolchain: Set<String> = ["Foundation", "Dispatch", "Glibc", "Synchronization"]

@Suite("Rooms import only what the map allows")
struct ArrowTests {
    @Test("every room of the lower floors is on the map, and only real rooms are")
    func mapIsWhole() {
        let rooms = Set(["Base", "Domain", "Evidence"].flatMap { Tree.rooms(in: $0) })
        #expect(rooms == Set(arrows.keys))
    }

    @Test("every file of a lower room", arguments: arrows.keys.sorted())
    func lower(_ room: String) {
        let allowed = (arrows[room] ?? []).union(["Primitives"])
        for file in Tree.files(in: room) {
            let strangers = file.imports.subtracting(allowed).subtracting(
                pureFolders.contains(String(room.split(separator: "/")[0])) ? [] : toolchain)
            #expect(
                strangers.isEmpty,
                "\(file.path) reaches for \(strangers.sorted()); see ARCHITECTURE.md, Walls")
        }
    }

    @Test("no file sees both the persons and the papers")
    func secrecy() {
        for file in Tree.all where file.imports.contains("Identification") {
            let papers = file.imports.intersection(["Ballots", "Scanning", "Reviewing"])
            #expect(papers.isEmpty, "\(file.path) sees persons and papers")
        }
        #expect(Tree.all.contains { $0.imports.contains("Identification") })
    }

    @Test("the pen shares no code with the reader")
    func pen() {
        for file in Tree.all where file.path.contains("/Rehearsal/Pen") {
            #expect(!file.imports.contains("Scanning"), "\(file.path)")
        }
        for room in ["Domain/Scanning", "Adapters/Imaging"] {
            for file in Tree.files(in: room) {
                #expect(file.imports.isDisjoint(with: ["Pen", "Printing"]), "\(file.path)")
            }
        }
    }

    @Test("the small verifier sees the published record and nothing else")
    func verifier() {
        let allowed: Set = ["Publication", "Formats", "Primitives", "Foundation"]
        for file in Tree.files(in: "Programs/dobush-verify") {
            #expect(file.imports.isSubset(of: allowed), "\(file.path): \(file.imports.sorted())")
        }
        for file in Tree.files(in: "Adapters/Formats") {
            let forbidden: Set = ["Identification", "Scanning", "Procedures", "Web", "HTTPServer"]
            #expect(file.imports.isDisjoint(with: forbidden), "\(file.path)")
        }
    }

    @Test("the stores know the contract and their own library, not each other")
    func stores() {
        let contract: Set = [
            "Storage", "Primitives", "Cryptography", "Foundation", "Synchronization",
        ]
        for (room, library) in [
            ("Application/Storage", nil), ("Adapters/StorageSQLite", "CSQLite"),
            ("Adapters/StoragePostgreSQL", "CPostgreSQL"),
        ] {
            let allowed = contract.union(library.map { [$0] } ?? [])
            #expect(!Tree.files(in: room).isEmpty)
            for file in Tree.files(in: room) {
                #expect(
                    file.imports.isSubset(of: allowed), "\(file.path): \(file.imports.sorted())")
            }
        }
        for file in Tree.all where !file.imports.isDisjoint(with: ["CSQLite", "CPostgreSQL"]) {
            #expect(file.path.contains("/Sources/Adapters/Storage"), "\(file.path)")
        }
    }

    @Test("particulars of a person are opened only where persons are identified")
    func privacy() {
        for file in Tree.all where file.text.contains(".opened(for:") {
            let inside =
                file.path.contains("/Domain/Identification/")
                || file.path.contains("/Domain/Missions/")
            #expect(inside, "\(file.path) opens particulars")
        }
    }
}

@Suite("The tree can be read in sittings")
struct SizeTests {
    @Test("no file is longer than 500 lines without saying why")
    func files() {
        for file in Tree.all where file.text.split(separator: "\n").count > 500 {
            #expect(file.text.contains("Long because"), "\(file.path)")
        }
    }

    @Test("every room of the domain and the evidence has a front page")
    func frontPages() {
        for room in ["Domain", "Evidence"].flatMap({ Tree.rooms(in: $0) }) {
            let name = room.split(separator: "/")[1]
            let page = Tree.sources.appending(path: "\(room)/\(name).docc/\(name).md")
            #expect(FileManager.default.fileExists(atPath: page.path), "\(room)")
        }
    }

    @Test("nothing is left for later and nothing is a grab bag")
    func tidy() {
        for file in Tree.all {
            for word in ["TODO", "FIXME", "XXX", "try!", "as!"] {
                #expect(!file.text.contains(word), "\(file.path) has \(word)")
            }
            for name in ["/Utils", "/Helpers", "/Common", "/Extensions", "/Misc"] {
                #expect(!file.path.contains(name), "\(file.path)")
            }
        }
    }
}
