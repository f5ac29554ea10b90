import Assemblies
import Formats
import Foundation
import Primitives
import Testing

@Suite("A snapshot that cannot be used says why")
struct SnapshotFlawTests {
    typealias Change = @Sendable (inout AssemblySnapshot) -> Void

    static let rows: [(String, Change, String?)] = [
        ("nothing is wrong", { _ in }, nil),
        ("a body twice", { $0.parliaments.append($0.parliaments[0]) }, "assemblies.twice"),
        ("a person who is not there", { $0.persons = [] }, "assemblies.not-there"),
        ("an office that is not there", { $0.offices = [] }, "assemblies.not-there"),
        ("a source that is not there", { $0.sources = [] }, "assemblies.not-there"),
        ("a state that is not there", { $0.states = [] }, "assemblies.not-there"),
        ("a body without a name", { $0.parliaments[0].names = [] }, "assemblies.no-name"),
        (
            "a blank website", { $0.websites = [Website(of: "p", address: .known(""))] },
            "assemblies.blank-value"
        ),
    ]

    @Test("names the flaw", arguments: rows)
    func flaw(_ row: (sentence: String, change: Change, code: String?)) {
        var snapshot = Small.snapshot()
        row.change(&snapshot)
        #expect(snapshot.flaws().first?.code == row.code, "\(row.sentence)")
    }

    @Test("seats below zero are refused")
    func seats() throws {
        var snapshot = Small.snapshot()
        var delegation = try #require(snapshot.delegations.first)
        delegation.seats[0].number = .known(-1)
        snapshot.members[0].delegation = .known(delegation)
        #expect(snapshot.flaws().map(\.code) == ["assemblies.seats"])
    }

    @Test("more holders than places, and dates that run backwards, are doubts and not flaws")
    func doubts() {
        var snapshot = Small.snapshot()
        snapshot.holdings.append(
            OfficeHolding(
                person: .known("n"), office: "o", from: .unknown(.noLabel), to: .unknown(.noLabel),
                source: "s"))
        #expect(snapshot.flaws().isEmpty)
        #expect(snapshot.doubts() == [.moreHoldersThanPlaces(office: "o", holders: 2, places: 1)])
        snapshot.holdings.removeLast()
        snapshot.holdings[0].to = .known(CivilDay(text: "2030-01-01")!)
        #expect(snapshot.doubts() == [.endsBeforeItBegins(person: "n", office: "o")])
    }
}

@Suite("Blank is not none")
struct KnownTests {
    struct Holder: Codable, Equatable { var fact: Known<Int> }

    static let rows: [(String, Known<Int>)] = [
        (#"{"fact":{"value":6}}"#, .known(6)),
        (#"{"fact":{"unknown":"label-without-value"}}"#, .unknown(.labelWithoutValue)),
        (#"{"fact":{"unknown":"no-label"}}"#, .unknown(.noLabel)),
        (#"{"fact":{"unknown":"holder-not-given"}}"#, .unknown(.holderNotGiven)),
        (#"{"fact":{"unknown":"member-absent"}}"#, .unknown(.memberAbsent)),
        ("{}", .unknown(.noLabel)),
    ]

    @Test("reads a value or a kind of unknown; what is left out has no label", arguments: rows)
    func reads(_ row: (json: String, fact: Known<Int>)) throws {
        let holder = try Documents.decode(Holder.self, from: Data(row.json.utf8), name: "x")
        #expect(holder.fact == row.fact)
        #expect(
            try Documents.decode(Holder.self, from: Documents.encode(holder), name: "x") == holder)
    }

    @Test(
        "refuses both, neither, and any other kind",
        arguments: [
            #"{"fact":{}}"#, #"{"fact":{"value":1,"unknown":"no-label"}}"#,
            #"{"fact":{"unknown":"none"}}"#, #"{"fact":null,"x":"#,
        ])
    func refuses(json: String) {
        #expect(throws: DocumentProblem.self) {
            try Documents.decode(Holder.self, from: Data(json.utf8), name: "x")
        }
    }
}
