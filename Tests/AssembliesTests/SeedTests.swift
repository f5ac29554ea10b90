import Assemblies
import Formats
import Foundation
import Missions
import Primitives
import TestSupport
import Testing

@Suite("The first page stays exactly what it was")
struct SeedTests {
    // Source: the page itself, as transcribed in the research on assembly and mission, section 1.1.
    static let seats: [(Body.ID, [Int], [String], String?)] = [
        ("by-national-assembly", [7, 4], ["deputies", "deputies"], "Viktor Kogut"),
        ("kz-parliament", [8, 8], ["deputies", "members"], "Viktor Rogalev"),
        ("kg-supreme-council", [6], ["deputies"], "Shabdanbek Alishev"),
        ("ru-federal-assembly", [10, 12], ["deputies", "members"], "Mikhail Krotov"),
        ("tj-supreme-assembly", [6, 6], ["deputies", "deputies"], nil),
    ]

    @Test(
        "has each delegation's seats by chamber, the word used, and who speaks for it",
        arguments: seats)
    func delegation(_ row: (body: Body.ID, numbers: [Int], words: [String], speaker: String?))
        throws
    {
        let seed = try Panel.seed().assembly
        let delegation = try #require(seed.delegations.first { $0.parliament == row.body })
        #expect(delegation.seats.compactMap(\.number.value) == row.numbers)
        #expect(delegation.seats.compactMap(\.word.value) == row.words)
        let speaker = seed.plenipotentiary(of: delegation).value.flatMap(seed.person)?.name
        #expect(speaker == row.speaker)
    }

    @Test("adds up to 67 seats, and prints no total")
    func total() throws {
        #expect(try Panel.seed().assembly.seatTotal == 67)  // 11 + 16 + 6 + 22 + 12
        #expect(try !Panel.text(Panel.seedFile).contains("67"))
    }

    // Three labels without a value; six bodies without a label and the Kyrgyz chamber; the Tajik
    // plenipotentiary; Armenia.
    @Test(
        "keeps four kinds of unknown",
        arguments: [
            (Unknown.labelWithoutValue, 3), (.noLabel, 6 + 1), (.holderNotGiven, 1),
            (.memberAbsent, 1),
        ])
    func unknowns(kind: Unknown, count: Int) throws {
        let facts = try Panel.seed().assembly.unknownFacts()
        #expect(facts.count { $0.kind == kind } == count)
    }

    @Test("holds two of the four plenipotentiaries in a second office, at once")
    func together() throws {
        let seed = try Panel.seed().assembly
        #expect(
            seed.officesHeldTogether().map(\.person)
                == ["rogalev", "krotov", "volodin", "shokhmurod"])
        #expect(seed.holders(of: "deputy-executive-secretary").count == 2)
        #expect(
            seed.doubts().contains(
                .severalHoldersPlacesUnknown(office: "deputy-executive-secretary", holders: 2)))
    }

    @Test("warns of one name for two bodies")
    func sharedName() throws {
        #expect(
            try Panel.seed().assembly.doubts().contains(
                .oneNameForTwoBodies(
                    name: "National Assembly",
                    bodies: ["by-national-assembly", "tj-national-assembly"])))
    }

    @Test("keeps the page's wording of the referendum and ties it to no contest")
    func wording() throws {
        let contests = try #require(Panel.seed().mission).contests
        #expect(contests[1].sourceWording == "Referendum on Amendments to the Constitution")
        #expect(contests.allSatisfy { $0.contest == nil })
    }

    @Test("says when the page was dated and that the meeting was not")
    func dates() throws {
        let record = try Panel.seed()
        #expect(record.assembly.asOf == .undatedSeen(CivilDay(text: "2021-01-08")!))
        #expect(record.meetings[0].day == .unknown(.noLabel))
        #expect(record.assembly.datesOfOfficeGiven == (0, 12))
        #expect(record.mission?.size == .unknown(.noLabel))
    }

    @Test("has ten claims, none of them verified")
    func claims() throws {
        let claims = try Panel.seed().meetings.flatMap(\.claims)
        #expect(claims.count == 10)
        #expect(claims.allSatisfy { $0.status == .unverified })
    }

    @Test(
        "writes every name as the page does", .enabled(if: SharedData.isPresent, "needs ../shared"))
    func names() throws {
        let page = try Panel.text(SharedData.path("data/seed/assembly-and-mission.txt"))
        let record = try Panel.seed()
        let bodies = record.assembly.namedBodies.flatMap(\.names).map(\.text)
        let persons = record.assembly.persons.map(\.name)
        let wordings = record.mission?.contests.map(\.sourceWording) ?? []
        let bases = record.mission?.legalBases.map(\.title) ?? []
        for name in bodies + persons + wordings + bases {
            // The page says "Mr Kazakbayev" too; the full name is what we keep.
            #expect(page.contains(name), "\(name)")
        }
    }
}

@Suite("Two snapshots can both be right")
struct ChangeTests {
    @Test("six deputies became seven, three sites became known, and silence is no change")
    func later() throws {
        let found = AssemblySnapshot.differences(
            from: try Panel.seed().assembly, to: try Panel.later().assembly)
        #expect(found.changes.map(\.matter) == [.seats, .website, .website, .website])
        #expect(found.changes[0].before == .known("6"))
        #expect(found.changes[0].after == .known("7"))
        #expect(found.changes.dropFirst().allSatisfy { $0.kind == .becameKnown })
        #expect(found.changes[3].after == .known("kenesh.kg"))
        #expect(found.notReadAgain > 0)
    }

    @Test("silence of a whole list is a change")
    func gone() {
        let older = Small.snapshot()
        var newer = older
        newer.members = []
        let found = AssemblySnapshot.differences(from: older, to: newer)
        #expect(
            found.changes.contains {
                $0.matter == .delegation && $0.after == .unknown(.memberAbsent)
            })
        #expect(found.notReadAgain == 0)
    }

    @Test("a day asked for shows the snapshot that certainly held, and names the others")
    func asOf() throws {
        let records = [try Panel.later(), try Panel.seed()]
        let before = WatchView(records, on: CivilDay(text: "2021-01-07")!)
        #expect(before.pages.isEmpty)
        let after = WatchView(records, on: CivilDay(text: "2021-01-08")!)
        #expect(after.pages.map(\.record.assembly.id) == ["csto-pa-seed"])
        #expect(after.notShown == ["csto-pa-panel-later"])
    }
}

@Suite("Real and invented never meet")
struct InventionTests {
    static let invented = [
        "invented", "Invented", "Tervania", "Kestria", "Veldmark", "Sarahan", "Oyamar", "River",
    ]

    @Test(
        "no file about a real country has invented marks",
        arguments: [Panel.seedFile, Panel.laterFile])
    func real(file: String) throws {
        let text = try Panel.text(file)
        for word in Self.invented { #expect(!text.contains(word), "\(word) in \(file)") }
        let record = try WatchReader.read(file).record
        #expect(record.assembly.inventedNotice == nil)
        #expect(record.assembly.states.allSatisfy { !$0.isInvented })
        #expect(record.mission?.inventedNotice == nil)
    }

    @Test("a real state in an invented snapshot is refused, and the other way round")
    func mixture() {
        var snapshot = Small.snapshot()
        snapshot.states.append(State(id: "real", name: LocalizedText("Real")))
        #expect(snapshot.flaws().map(\.code) == ["assemblies.real-among-invented"])
        snapshot.inventedNotice = nil
        #expect(snapshot.flaws().map(\.code) == ["assemblies.invented-unmarked"])
    }
}
