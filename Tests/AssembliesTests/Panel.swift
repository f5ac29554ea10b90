import Assemblies
import Formats
import Foundation
import Missions
import Primitives
import TestSupport

/// The built-in snapshots, read as the program reads them.
enum Panel {
    static let seedFile = PackageFiles.path("Fixtures/csto-pa-2021/seed-2021-01-08.json")
    static let laterFile = PackageFiles.path("Fixtures/csto-pa-2021/panel-later.json")

    static func seed() throws -> WatchRecord { try WatchReader.read(seedFile).record }
    static func later() throws -> WatchRecord { try WatchReader.read(laterFile).record }

    static func text(_ path: String) throws -> String {
        String(decoding: try Files.read(path), as: UTF8.self)
    }
}

/// Two chambers, one delegation, one person: the least that can go wrong in every way.
enum Small {
    static let day = CivilDay(text: "2031-05-01")!

    static func snapshot() -> AssemblySnapshot {
        AssemblySnapshot(
            id: "small", inventedNotice: LocalizedText("Invented."), asOf: .dated(day),
            extent: .whole,
            sources: [
                Source(id: "s", title: "s", address: .unknown(.noLabel), dated: .unknown(.noLabel))
            ],
            states: [State(id: "x", name: LocalizedText("X"), invented: true)],
            assembly: Assembly(id: "a", names: [BodyName("Assembly of A")], organs: []),
            parliaments: [Parliament(id: "p", state: .known("x"), names: [BodyName("Diet")])],
            chambers: [], bodies: [],
            members: [
                MemberState(
                    state: .known("x"),
                    delegation: .known(
                        Delegation(
                            id: "d", parliament: "p",
                            seats: [
                                SeatAllotment(
                                    chamber: .unknown(.noLabel), number: .known(3),
                                    word: .known("deputies"))
                            ],
                            plenipotentiary: .known("o"))))
            ],
            persons: [Person(id: "n", names: [PersonName("N")])],
            offices: [Office(id: "o", title: LocalizedText("O"), body: "d", places: .known(1))],
            holdings: [
                OfficeHolding(
                    person: .known("n"), office: "o", from: .known(day), to: .unknown(.noLabel),
                    source: "s")
            ],
            websites: [])
    }
}
