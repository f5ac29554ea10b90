import Assemblies
import Formats
import Foundation
import Missions
import Primitives
import TestSupport
import Testing

@Suite("Popolo is read, and what cannot be carried over is named")
struct PopoloTests {
    /// Written by hand after the classes of Popolo 1.0.1.
    static let document = #"""
        {
          "organizations": [
            {"id": "pa", "name": "Assembly of the Lakes", "classification": "assembly"},
            {"id": "diet", "name": "Diet", "classification": "legislature", "area_id": "lakeland",
             "area": {"id": "lakeland", "name": "Lakeland"}, "image": "http://x.example/i.png",
             "links": [{"url": "http://diet.example", "note": "Official site"}],
             "posts": [{"id": "clerk", "label": "Clerk of the Diet"}]},
            {"id": "upper", "name": "Upper House", "classification": "upper house", "parent_id": "diet"},
            {"name": "No id"}
          ],
          "persons": [
            {"id": "ann", "name": "Ann Example", "birth_date": "1970-01", "memberships": [
              {"organization_id": "upper", "role": "member", "start_date": "2020-03-01"}]}
          ],
          "memberships": [
            {"person_id": "ann", "organization_id": "pa", "role": "Plenipotentiary representative",
             "on_behalf_of_id": "diet", "start_date": "2021-05"}
          ],
          "posts": [],
          "events": [{"id": "e"}]
        }
        """#

    @Test("organisations, persons, posts and memberships become a snapshot")
    func reads() throws {
        let reading = try WatchReader.read(Data(Self.document.utf8), name: "lakes.json")
        let snapshot = reading.record.assembly
        #expect(reading.form == .popolo)
        #expect(snapshot.assembly?.id == "pa")
        #expect(snapshot.parliaments.map(\.id) == ["diet"])
        #expect(snapshot.parliaments[0].state == .known("lakeland"))
        #expect(snapshot.chambers.map(\.kind) == [.known(.upper)])
        #expect(snapshot.websites == [Website(of: "diet", address: .known("http://diet.example"))])
        let delegation = try #require(snapshot.delegations.first)
        #expect(snapshot.plenipotentiary(of: delegation) == .known("ann"))
        #expect(snapshot.holdings.map(\.from).contains(.known(CivilDay(text: "2020-03-01")!)))
    }

    @Test("what Popolo does not say stays unknown")
    func unknowns() throws {
        let snapshot = try WatchReader.read(Data(Self.document.utf8), name: "lakes.json").record
            .assembly
        #expect(snapshot.asOf == .undated)
        #expect(snapshot.seatTotal == nil)
        #expect(snapshot.holders(of: "clerk") == [.unknown(.holderNotGiven)])
    }

    @Test("what a snapshot has no place for is listed")
    func leftBehind() throws {
        let reading = try WatchReader.read(Data(Self.document.utf8), name: "lakes.json")
        #expect(
            reading.leftBehind == [
                "events: 1", "memberships.start_date that is not a whole day: 1",
                "organizations.image: 1", "persons.birth_date: 1",
                "organizations[3] has no usable id or no name",
            ])
    }

    @Test(
        "a file that is neither is a problem",
        arguments: [
            "", "[]", "{}", #"{"persons": 3}"#, #"{"assembly": {}}"#, #"{"asOf": "x"}"#,
            #"{"organizations": [{"id": "a", "name": "A"}, {"id": "a", "name": "B"}]}"#,
        ])
    func refuses(text: String) {
        #expect {
            try WatchReader.read(Data(text.utf8), name: "x.json")
        } throws: { $0 is any Problem }
    }

    @Test(
        "the examples of the specification are read",
        .enabled(if: SharedData.isPresent, "needs ../shared"))
    func examples() throws {
        func example(_ name: String) throws -> Any {
            let path = SharedData.path("data/schemas/popolo/examples/\(name).json")
            return try JSONSerialization.jsonObject(with: Files.read(path))
        }
        let document: [String: Any] = [
            "organizations": [
                try example("organization"), ["id": "holding-company-corp", "name": "Holding"],
            ],
            "persons": [try example("person")], "memberships": [try example("membership")],
            "posts": [try example("post")],
        ]
        let data = try JSONSerialization.data(withJSONObject: document)
        let reading = try WatchReader.read(data, name: "examples")
        let snapshot = reading.record.assembly
        #expect(snapshot.persons.map(\.name) == ["Mr. John Q. Public, Esq."])
        #expect(snapshot.names(of: "abc-inc").count == 4)
        #expect(reading.leftBehind.contains("persons.email: 1"))
        #expect(reading.leftBehind.contains("persons.birth_date: 1"))
    }
}
