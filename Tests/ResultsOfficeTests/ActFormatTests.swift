import Ballots
import Cryptography
import Elections
import Filing
import FilingSupport
import Offices
import Primitives
import ResultsOffice
import Reviewing
import Storage
import Tervania
import Testing

@Suite("An act is kept as bytes that every later program reads")
struct ActFormatTests {
    static let sheet = Sheets.president(why: "W")
    static let ref = sheet.ref
    static let key = ReadinessKey("north-001", "scanner", serial: "SC-1")
    static let publication = Publication(
        contest: Tervania.president, through: 17, sums: digest)
    static let digest = Digest.of("sums")
    static let reading = Reading(
        election: "tervania-2031", station: "north-001", papers: 2, refusedPages: 1,
        totals: [
            MachineTotal(
                contest: "referendum", papers: 2, votes: ["yes": 1], blank: 0, overvoted: 0,
                undecided: 1)
        ],
        ballots: [
            BallotShape(layout: "l", parts: [.init(contest: "referendum", options: ["yes", "no"])])
        ],
        doubtful: [
            DoubtfulPaper(
                sheet: "p-1", ballot: 0, marks: ["?n"],
                pages: [ShownPage(picture: digest, width: 827, height: 1169)],
                targets: [
                    DoubtfulTarget(
                        part: 0, place: 0, doubt: .ink, first: .unknown, second: nil, crop: digest,
                        width: 472, height: 142, frame: [5, 6, 7, 8], page: 0, box: [1, 2, 3, 4])
                ])
        ],
        files: [
            KeptFile(name: Reading.recordsName, sha256: digest, bytes: 4, pieces: [digest])
        ])

    /// The digest in hexadecimal: printf %s sums | sha256sum.
    static let hex = "2220e3c51f099b5308c70ed91977af4887c71fe1f8f6c3fedafe7c9f623f301f"
    static let sheetText =
        #"dobush-sheet-1\nelection tervania-2031\nstation north-001\ncontest president\nseries hand\nfigure registered 230\nfigure received 103\nfigure issued 95\nfigure cancelled 8\nfigure in-mobile-boxes 4\nfigure in-stationary-boxes 89\nfigure invalid 3\nfigure valid 90\nfigure maro 50\nfigure telin 20\nfigure savan 10\nfigure ondar 5\nfigure against-all 5\nwhy W\n"#
    static let refText =
        #"{"id":"\#(sheet.id.hex)","key":{"contest":"president","series":"hand","station":"north-001"}}"#

    struct Row: Sendable, CustomTestStringConvertible {
        let kind: String
        let act: Act
        let body: String
        var testDescription: String { kind }

        init(_ kind: String, _ act: Act, _ body: String) {
            self.kind = kind
            self.act = act
            self.body = body
        }
    }

    /// Every kind but `election-set`, whose body is the definition and the forms.
    static let rows: [Row] = [
        Row(
            "account-set",
            .accountSet(
                Account(
                    id: "a@b", name: "Аида",
                    grants: [Grant(.territorialOfficer, .district("north"))]
                )),
            #"{"account":{"active":true,"grants":[{"area":"district:north","role":"territorial-officer"}],"id":"a@b","name":"Аида"}}"#
        ),
        Row("account-invited", .accountInvited("a@b"), #"{"invited":"a@b"}"#),
        Row("signed-in", .signedIn, "{}"), Row("sign-in-refused", .signInRefused, "{}"),
        Row("signed-out", .signedOut, "{}"),
        Row("map-set", .mapSet(digest), #"{"file":"\#(hex)"}"#),
        Row(
            "station-keys-set", .stationKeysSet("north-001", ["a+1+b", "c"]),
            #"{"keys":["a+1+b","c"],"station":"north-001"}"#),
        Row(
            "readiness-recorded",
            .readinessRecorded(
                ReadinessRecord(key: key, state: .partly, note: "no key", evidence: digest)),
            #"{"readiness":{"evidence":"\#(hex)","key":{"requirement":"scanner","serial":"SC-1","station":"north-001"},"note":"no key","state":"partly"}}"#
        ),
        Row(
            "readiness-confirmed", .readinessConfirmed(key),
            #"{"readinessKey":{"requirement":"scanner","serial":"SC-1","station":"north-001"}}"#),
        Row(
            "readiness-remarked",
            .readinessRemarked(ReadinessRemark(key: key, agrees: false, text: "broken")),
            #"{"remark":{"agrees":false,"key":{"requirement":"scanner","serial":"SC-1","station":"north-001"},"text":"broken"}}"#
        ),
        Row(
            "turnout-reported",
            .turnoutReported(
                TurnoutReport(
                    station: "north-001", hour: Instant(seconds: 1_937_012_400), voters: 40)),
            #"{"turnout":{"hour":"2031-05-20T03:00:00Z","station":"north-001","voters":40}}"#),
        Row(
            "desk-counted",
            .deskCounted(
                StationTurnout(
                    station: "north-001", registered: 230, admitted: 95, admittedByFallback: 1,
                    refused: ["not-on-list": 2])),
            #"{"desk":{"admitted":95,"admittedByFallback":1,"refused":{"not-on-list":2},"registered":230,"station":"north-001"}}"#
        ),
        Row("sheet-proposed", .sheetProposed(sheet), #"{"sheet":"\#(sheetText)"}"#),
        Row("sheet-confirmed", .sheetConfirmed(ref), #"{"ref":\#(refText)}"#),
        Row("sheet-withdrawn", .sheetWithdrawn(ref), #"{"ref":\#(refText)}"#),
        Row(
            "sheet-refused", .sheetRefused(sheet, why: "filing.does-not-add-up", note: nil),
            #"{"sheet":"\#(sheetText)","why":"filing.does-not-add-up"}"#),
        Row(
            "sheet-refused", .sheetRefused(sheet, why: "filing.already-filed", note: "n\n"),
            #"{"note":"n\n","sheet":"\#(sheetText)","why":"filing.already-filed"}"#),
        Row(
            "sheet-returned", .sheetReturned(ref, why: "no"),
            #"{"ref":\#(refText),"why":"no"}"#),
        Row(
            "sheet-signed", .sheetSigned(note: "text\n\n— a b/c\n", signers: ["a", "b"]),
            #"{"note":"text\n\n— a b/c\n","signers":["a","b"]}"#),
        Row("sheet-entered", .sheetEntered(sheet), #"{"sheet":"\#(sheetText)"}"#),
        Row(
            "question-raised", .questionRaised(ref, why: "\"5\" or 3?"),
            #"{"ref":\#(refText),"why":"\"5\" or 3?"}"#),
        Row(
            "question-settled", .questionSettled(ref, why: "5"),
            #"{"ref":\#(refText),"why":"5"}"#),
        Row(
            "annulment-proposed", .annulmentProposed(ref, why: "fire"),
            #"{"ref":\#(refText),"why":"fire"}"#),
        Row("annulment-withdrawn", .annulmentWithdrawn(ref), #"{"ref":\#(refText)}"#),
        Row("annulment-confirmed", .annulmentConfirmed(ref), #"{"ref":\#(refText)}"#),
        Row("alarm-seen", .alarmSeen(ref), #"{"ref":\#(refText)}"#),
        Row(
            "reading-taken", .readingTaken(reading),
            #"{"reading":{"ballots":[{"layout":"l","parts":[{"contest":"referendum","options":["yes","no"]}]}],"doubtful":[{"ballot":0,"marks":["?n"],"pages":[{"height":1169,"picture":"\#(hex)","width":827}],"sheet":"p-1","targets":[{"box":[1,2,3,4],"crop":"\#(hex)","doubt":"scanning.partial-mark","first":"unknown","frame":[5,6,7,8],"height":142,"page":0,"part":0,"place":0,"width":472}]}],"election":"tervania-2031","files":[{"bytes":4,"name":"cast-vote-records.json","pieces":["\#(hex)"],"sha256":"\#(hex)"}],"format":"dobush-reading-1","papers":2,"refusedPages":1,"station":"north-001","totals":[{"blank":0,"contest":"referendum","overvoted":0,"papers":2,"undecided":1,"votes":{"yes":1}}]}}"#
        ),
        Row(
            "reading-withdrawn", .readingWithdrawn(digest, why: "read again"),
            #"{"readingID":"\#(hex)","why":"read again"}"#),
        Row("paper-taken", .paperTaken(PaperRef(digest, 3)), #"{"paper":"\#(hex)-3"}"#),
        Row("paper-put-back", .paperPutBack(PaperRef(digest, 3)), #"{"paper":"\#(hex)-3"}"#),
        Row(
            "opinion-given",
            .opinionGiven(
                PaperOpinion(
                    paper: PaperRef(digest, 3), choices: [.mark, .cannotTell], spoiled: false,
                    why: "faint", salt: "00")),
            #"{"opinion":{"choices":["mark","cannot-tell"],"paper":"\#(hex)-3","salt":"00","spoiled":false,"why":"faint"}}"#
        ),
        Row(
            "opinion-taken-back", .opinionTakenBack(PaperRef(digest, 3)),
            #"{"paper":"\#(hex)-3"}"#),
        Row(
            "paper-decision-proposed",
            .paperDecisionProposed(
                PaperDecision(
                    paper: PaperRef(digest, 3), choices: [.noMark, .cannotTell], spoiled: false,
                    grounds: "five of seven")),
            #"{"decision":{"choices":["no-mark","cannot-tell"],"grounds":"five of seven","paper":"\#(hex)-3","spoiled":false}}"#
        ),
        Row(
            "paper-decision-withdrawn", .paperDecisionWithdrawn(PaperRef(digest, 3)),
            #"{"paper":"\#(hex)-3"}"#),
        Row(
            "paper-decision-confirmed", .paperDecisionConfirmed(PaperRef(digest, 3)),
            #"{"paper":"\#(hex)-3"}"#),
        Row(
            "publication-proposed", .publicationProposed(publication),
            #"{"publication":{"contest":"president","sums":"\#(hex)","through":17}}"#),
        Row(
            "publication-withdrawn", .publicationWithdrawn(Tervania.president),
            #"{"contest":"president"}"#),
        Row(
            "publication-confirmed", .publicationConfirmed(publication),
            #"{"publication":{"contest":"president","sums":"\#(hex)","through":17}}"#),
    ]

    private func stored(_ kind: String, _ body: String, actor: String = "a@b") -> StoredAct {
        StoredAct(
            after: nil, moment: Instant(seconds: 1), actor: actor, kind: kind,
            body: Array(body.utf8))
    }

    @Test("the bytes of each kind are these, and give the same act", arguments: rows)
    func format(row: Row) throws {
        #expect(row.act.kind == row.kind)
        #expect(String(decoding: try ActCoder.encode(row.act), as: UTF8.self) == row.body)
        let entry = try ActCoder.entry(stored(row.kind, row.body))
        #expect(entry.act == row.act && entry.actor == "a@b" && entry.sequence == 1)
    }

    @Test("the setting of an election reads back the same, and names its parts so")
    func setting() throws {
        let act = Act.electionSet(Night.setting)
        let body = String(decoding: try ActCoder.encode(act), as: UTF8.self)
        #expect(try ActCoder.entry(stored("election-set", body)).act == act)
        #expect(
            body.hasPrefix(
                #"{"setting":{"deciding":"hand","definition":{"contests":[{"id":"president","#))
        for part in [
            #""forms":{"president":{"bases":"#,
            #""readiness":[{"dueMinutesBefore":120,"id":"scanner","kind":"counting-equipment","place":"everywhere","title":{"en":"Scanner, tested"}}"#,
            #""register":{"abroad-001":52,"#, #""signaturesNeeded":2}}"#,
        ] {
            #expect(body.contains(part), "\(part)")
        }
    }

    @Test("every kind of act stands in the table")
    func whole() {
        // A new kind changes the number of sentences in the log's description too.
        #expect(Set(Self.rows.map(\.kind)).count == 37)
        let night = Night()
        #expect(
            Set(night.acts.map(\.act.kind)).isSubset(
                of: Set(Self.rows.map(\.kind)).union(["election-set"])))
    }

    @Test(
        "what this program does not write is refused, and nothing is guessed",
        arguments: [
            ("unknown-kind", "{}"), ("", "{}"), ("sheet-proposed", "{}"), ("sheet-proposed", ""),
            ("sheet-proposed", #"{"sheet":"dobush-sheet-1\n"}"#),
            ("sheet-proposed", #"{"sheet":7}"#),
            ("sheet-returned", #"{"ref":\#(refText)}"#), ("sheet-signed", #"{"note":"n"}"#),
            ("account-set", #"{"account":{"id":"a b"}}"#), ("turnout-reported", "[]"),
            ("paper-taken", #"{"paper":"x-1"}"#), ("opinion-given", #"{"opinion":{}}"#),
            ("reading-taken", #"{"reading":[]}"#), ("signed-in", "null"),
            ("map-set", #"{"file":"abc"}"#),
        ])
    func refused(kind: String, body: String) {
        #expect(throws: StorageProblem.self) { try ActCoder.entry(stored(kind, body)) }
        #expect(throws: StorageProblem.self) {
            try ActCoder.entry(stored("signed-in", "{}", actor: ""))
        }
    }

    @Test("who signs in and what clerks copy unseen is not public; the rest is")
    func publicKinds() {
        let hidden = Set(Self.rows.filter { !$0.act.isPublic }.map(\.kind))
        #expect(
            hidden == [
                "account-set", "account-invited", "signed-in", "sign-in-refused", "signed-out",
                "sheet-entered", "alarm-seen", "reading-taken", "reading-withdrawn",
                "paper-taken", "paper-put-back", "opinion-given", "opinion-taken-back",
                "paper-decision-proposed", "paper-decision-withdrawn", "paper-decision-confirmed",
            ])
    }
}
