import Cryptography
import Elections
import Filing
import FilingSupport
import Offices
import Primitives
import Tabulation
import Tervania
import Testing

private let anna = People.member("north-001", 0)
private let bolot = People.member("north-001", 1)
private let sheet = Sheets.president()

@Suite("The board says of every station where it stands")
struct StatusBoardTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let status: SheetStatus
        let story: @Sendable (inout Night) -> Void

        init(
            _ status: SheetStatus, _ words: String,
            _ story: @escaping @Sendable (inout Night) -> Void
        ) {
            testDescription = words
            self.status = status
            self.story = story
        }
    }

    static let rows = [
        Row(.silent, "nothing has come") { _ in },
        Row(.waiting, "stated by one member") { $0.proposes(anna, sheet) },
        Row(.waiting, "copied by one clerk") { $0.enters(People.north[0], sheet) },
        Row(.entriesDiffer, "copied by two who differ") {
            $0.enters(People.north[0], sheet)
            $0.enters(People.north[1], Sheets.president(invalid: 4))
        },
        Row(.filed, "stated and confirmed") { $0.files(sheet) },
        Row(.filed, "under two signatures") { $0.takes(anna, Night.signed(sheet)) },
        Row(.refused, "it does not add up") {
            $0.proposes(anna, Sheets.president(changing: ["valid": 91]))
        },
        Row(.waiting, "refused once, and stated anew") {
            $0.proposes(anna, Sheets.president(changing: ["valid": 91]))
            $0.proposes(anna, sheet)
        },
        Row(.waiting, "stated, while a signed one that came did not add up") {
            $0.proposes(anna, sheet)
            $0.takes(anna, Night.signed(Sheets.president(changing: ["valid": 91])))
        },
        Row(.entriesDiffer, "copies differ after a refused one") {
            $0.proposes(anna, Sheets.president(changing: ["valid": 91]))
            $0.enters(People.north[0], sheet)
            $0.enters(People.north[1], Sheets.president(invalid: 4))
        },
        Row(.silent, "taken back") {
            $0.proposes(anna, sheet)
            $0.does(anna) { state, who throws(FilingProblem) in
                try state.withdraw(sheet.ref, by: who)
            }
        },
        Row(.inQuestion, "an officer doubts it") {
            $0.files(sheet)
            $0.does(People.north[0]) { state, who throws(FilingProblem) in
                try state.raiseQuestion(sheet.ref, why: "Why?", by: who)
            }
        },
        Row(.corrected, "a correction was confirmed") {
            $0.files(sheet)
            let right = Sheets.correcting(sheet, votes: [51, 19, 10, 5, 5])
            $0.proposes(anna, right)
            $0.confirms(People.north[0], right)
        },
        Row(.corrected, "a correction came before the sheet that it corrects") {
            $0.takes(
                anna, Night.signed(Sheets.correcting(sheet, votes: [51, 19, 10, 5, 5])))
        },
        Row(.annulled, "two officers annulled it") {
            $0.files(sheet)
            $0.does(People.centre[0]) { state, who throws(FilingProblem) in
                try state.proposeAnnulment(sheet.ref, why: "Fire.", by: who)
            }
            $0.does(People.centre[1]) { state, who throws(FilingProblem) in
                try state.confirmAnnulment(sheet.ref, by: who)
            }
        },
    ]

    @Test("as the night went", arguments: rows)
    func status(row: Row) {
        var night = Night()
        row.story(&night)
        #expect(night.status(sheet) == row.status)
        // Nothing of it is seen at the neighbour's, in the other contest, or in the other count.
        for other in [
            SheetKey("north-002", Tervania.president, .hand),
            SheetKey("north-001", Tervania.referendum, .hand),
            SheetKey("north-001", Tervania.president, .scanner),
        ] {
            #expect(night.state.file(other).status == .silent)
        }
    }

    @Test("every status is reached by some night")
    func all() {
        #expect(Set(Self.rows.map(\.status)) == Set(SheetStatus.allCases))
    }

    @Test("scanner and hand are two series, and their sums never meet")
    func series() {
        var night = Night()
        night.files(Sheets.president(votes: [49, 21, 10, 5, 5], series: .scanner))
        night.files(sheet)
        let scanner = night.state.sums[CountKey(Tervania.president, .scanner)]
        let hand = night.state.sums[CountKey(Tervania.president, .hand)]
        #expect(scanner?.nation.figures[8] == 49 && scanner?.nation.sheets == 1)
        #expect(hand?.nation.figures[8] == 50 && hand?.nation.sheets == 1)
        #expect(night.state.decidingSums(Tervania.president)?.text == hand?.text)
    }
}

@Suite("Final is what every station stands behind and two officers publish")
struct PublicationTests {
    private func propose(_ night: inout Night, _ who: Account) -> Night.Came {
        night.does(who) { state, who throws(FilingProblem) in
            try state.proposePublication(Tervania.president, by: who)
        }
    }

    private func confirm(_ night: inout Night, _ who: Account) -> Night.Came {
        night.does(who) { state, who throws(FilingProblem) in
            try state.confirmPublication(Tervania.president, by: who)
        }
    }

    private func wholeNight() -> Night {
        var night = Night()
        for station in Tervania.definition.stations {
            night.files(Sheets.president(station.id, registered: 200))
        }
        return night
    }

    @Test("one station missing or in doubt, and nothing is final")
    func missing() {
        var night = Night()
        #expect(propose(&night, People.centre[0]) == .no(.stationsMissing))
        for station in Tervania.definition.stations.dropLast() {
            night.files(Sheets.president(station.id, registered: 200))
        }
        #expect(propose(&night, People.centre[0]) == .no(.stationsMissing))
        let last = Sheets.president("abroad-002", registered: 200)
        night.proposes(People.member("abroad-002", 0), last)
        #expect(propose(&night, People.centre[0]) == .no(.stationsMissing), "it waits for a second")
        night.confirms(People.member("abroad-002", 1), last)
        night.does(People.abroad) { state, who throws(FilingProblem) in
            try state.raiseQuestion(last.ref, why: "Why?", by: who)
        }
        #expect(propose(&night, People.centre[0]) == .no(.stationsMissing), "it is in question")
        night.does(People.abroad) { state, who throws(FilingProblem) in
            try state.settleQuestion(last.ref, why: "Seen.", by: who)
        }
        #expect(propose(&night, People.centre[0]) == .done)
    }

    @Test("an annulled station is not waited for")
    func annulled() {
        var night = wholeNight()
        let sheet = Sheets.president("north-004", registered: 200)
        night.does(People.centre[0]) { state, who throws(FilingProblem) in
            try state.proposeAnnulment(sheet.ref, why: "Fire.", by: who)
        }
        #expect(propose(&night, People.centre[0]) == .no(.stationsMissing), "not yet decided")
        night.does(People.centre[1]) { state, who throws(FilingProblem) in
            try state.confirmAnnulment(sheet.ref, by: who)
        }
        #expect(propose(&night, People.centre[0]) == .done)
    }

    @Test("two officers of the centre, and nobody else")
    func twoOfficers() throws {
        var night = wholeNight()
        for who in [anna, People.north[0], People.admin, People.auditor] {
            #expect(propose(&night, who) == .no(.notAllowed))
        }
        #expect(confirm(&night, People.centre[0]) == .no(.notWaiting))
        #expect(propose(&night, People.centre[0]) == .done)
        #expect(propose(&night, People.centre[1]) == .no(.sumsUnchanged))
        #expect(confirm(&night, People.north[0]) == .no(.notAllowed))
        #expect(confirm(&night, People.centre[0]) == .no(.secondPerson))
        #expect(night.state.publications[Tervania.president]?.done == [])
        #expect(confirm(&night, People.centre[1]) == .done)
        let done = try #require(night.state.publications[Tervania.president]?.done.last)
        #expect(done.proposedBy == People.centre[0].id && done.confirmedBy == People.centre[1].id)
        // Through the act before the proposal, which was the last but one.
        #expect(done.publication.through == night.acts.count - 2)
        #expect(propose(&night, People.centre[0]) == .no(.sumsUnchanged))
        let unknown = night.does(People.centre[0]) { state, who throws(FilingProblem) in
            try state.proposePublication("mayor", by: who)
        }
        #expect(unknown == .no(.unknownContest("mayor")))
    }

    @Test("sums that moved are proposed anew; what was published stays in the list")
    func moved() {
        var night = wholeNight()
        _ = propose(&night, People.centre[0])
        let first = Sheets.president("north-001", registered: 200)
        let right = Sheets.president(
            "north-001", votes: [51, 19, 10, 5, 5], registered: 200, replaces: first.id, why: "W")
        night.proposes(anna, right)
        night.confirms(People.north[0], right)
        #expect(confirm(&night, People.centre[1]) == .no(.sumsMoved))
        #expect(propose(&night, People.centre[1]) == .done)
        #expect(confirm(&night, People.centre[0]) == .done)
        // A correction after the publication is published again.
        let later = Sheets.president(
            "north-001", votes: [52, 18, 10, 5, 5], registered: 200, replaces: right.id, why: "W")
        night.proposes(anna, later)
        night.confirms(People.north[0], later)
        #expect(propose(&night, People.centre[0]) == .done)
        let back = night.does(People.centre[1]) { state, who throws(FilingProblem) in
            try state.withdrawPublication(Tervania.president, by: who)
        }
        #expect(back == .done)
        #expect(confirm(&night, People.centre[1]) == .no(.notWaiting))
        #expect(propose(&night, People.centre[0]) == .done)
        #expect(confirm(&night, People.centre[1]) == .done)
        #expect(night.state.publications[Tervania.president]?.done.count == 2)
    }

    @Test("the sums as two officers sign them, by hand for twelve equal sheets")
    func text() throws {
        let night = wholeNight()
        let sums = try #require(night.state.decidingSums(Tervania.president))
        let lines = sums.text.split(separator: "\n").map(String.init)
        #expect(lines[0] == "dobush-sums-1")
        // 12 times: registered 200, received 103, issued 95, cancelled 8, boxes 4 and 89, invalid
        // 3, valid 90, votes 50, 20, 10, 5, 5.
        #expect(
            Array(lines[1...14]) == [
                "area nation sheets 12", "registered 2400", "received 1236", "issued 1140",
                "cancelled 96", "in-mobile-boxes 48", "in-stationary-boxes 1068", "invalid 36",
                "valid 1080", "maro 600", "telin 240", "savan 120", "ondar 60", "against-all 60",
            ])
        #expect(lines[15] == "area district:abroad sheets 2" && lines[24] == "maro 100")
        #expect(lines[29] == "area district:north sheets 5")
        #expect(lines[43] == "area district:south sheets 5")
        #expect(sums.digest == Digest.of(sums.text))
        #expect(sums.contestFigures.participants == 12 * 93)
    }
}
