import Ballots
import Cryptography
import Elections
import Primitives
import StationCount
import StationSupport
import Testing

@Suite("A station's day goes from prepared to closed and no other way")
struct PhaseTests {
    enum Deed: String, CaseIterable, Sendable { case open, scan, pause, resume, close, reopen }

    /// What each deed meets in each phase; nil where it is done. By hand, from the rule on the
    /// front page of StationCount.
    static let rows: [(phase: String, problems: [CountProblem?])] = [
        //           open          scan            pause           resume          close          reopen
        (
            "absent",
            [.notPrepared, .notPrepared, .notPrepared, .notPrepared, .notPrepared, .notPrepared]
        ),
        ("prepared", [nil, .notOpen, .notOpen, .notOpen, .notOpen, .notClosed]),
        ("open", [.alreadyOpen, nil, nil, .notPaused, nil, .notClosed]),
        (
            "paused",
            [
                .alreadyOpen, .isPaused(.person), .isPaused(.person), nil, nil, .notClosed,
            ]
        ),
        ("closed", [.isClosed, .isClosed, .isClosed, .isClosed, .isClosed, nil]),
    ]

    private static func day(_ phase: String) throws -> Day {
        if phase == "absent" { return .unprepared }
        var day = try Day(opened: phase != "prepared")
        if phase == "paused" { try day.tell { try $0.pause(.person, by: ["Ana"], why: nil) } }
        if phase == "closed" { try day.tell { try $0.close(by: ["Ana"]) } }
        return day
    }

    private static func attempt(_ deed: Deed, _ state: CountState) throws {
        switch deed {
        case .open: _ = try state.open(by: ["Ana"], reader: "landlock-7")
        case .scan: _ = try state.take(Papers.reading("p1"), pages: [Papers.page("p1")])
        case .pause: _ = try state.pause(.person, by: ["Ana"], why: nil)
        case .resume: _ = try state.resume(by: ["Ana"])
        case .close: _ = try state.close(by: ["Ana"])
        case .reopen: _ = try state.reopen(by: ["Ana", "Bek"], why: "a pile was found")
        }
    }

    @Test("each deed in each phase", arguments: rows.map(\.phase))
    func phases(phase: String) throws {
        let row = try #require(Self.rows.first { $0.phase == phase })
        let state = try Self.day(phase).state
        for (deed, problem) in zip(Deed.allCases, row.problems) {
            if let problem {
                #expect(throws: problem, "\(phase), \(deed)") { try Self.attempt(deed, state) }
            } else {
                #expect(throws: Never.self, "\(phase), \(deed)") { try Self.attempt(deed, state) }
            }
        }
    }

    @Test("a closed count is opened again by two different persons with a reason")
    func reopening() throws {
        let state = try Self.day("closed").state
        for (names, why, problem) in [
            (["Ana"], "x", CountProblem.personsNeeded(2)),
            (["Ana", "Ana"], "x", .personsNeeded(2)),
            (["Ana", ""], "x", .personsNeeded(2)), (["Ana", "Bek"], nil, .reasonNeeded),
            (["Ana", "Bek"], "", .reasonNeeded),
        ] {
            #expect(throws: problem) { try state.reopen(by: names, why: why) }
        }
    }

    @Test("a pause for the medium ends by itself, one by a person does not")
    func pauses() throws {
        var day = try Day()
        try day.tell { try $0.pause(.outOfStep, by: [], why: "station.medium-missing") }
        try day.tell { try $0.resume(by: []) }
        try day.tell { try $0.pause(.person, by: ["Ana"], why: nil) }
        #expect(throws: CountProblem.personsNeeded(1)) { try day.state.resume(by: []) }
    }
}

@Suite("A paper is counted once, where it belongs")
struct PaperTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let mode: CountMode
        let code: String?
        /// The permanent code of the refusal; nil where the paper counts.
        let refused: String?
    }

    static let rows = [
        Row(testDescription: "a paper of every station", mode: .real, code: "", refused: nil),
        Row(
            testDescription: "a paper without a code of ours", mode: .real, code: nil, refused: nil),
        Row(testDescription: "a paper of this station", mode: .real, code: " at:one", refused: nil),
        Row(
            testDescription: "a paper of another station", mode: .real, code: " at:two",
            refused: "station.other-station"),
        Row(
            testDescription: "a test paper in the real count", mode: .real, code: " test",
            refused: "station.test-paper"),
        Row(
            testDescription: "a test paper of another station", mode: .real, code: " at:two test",
            refused: "station.test-paper"),
        Row(testDescription: "a test paper in a test", mode: .test, code: " test", refused: nil),
        Row(
            testDescription: "a real paper in a test", mode: .test, code: "",
            refused: "station.real-paper"),
    ]

    @Test("mode and station", arguments: rows)
    func belongs(row: Row) throws {
        var day = try Day(row.mode)
        let code = row.code.map { "DOBUSH1 small-2031 paper front" + $0 }
        try day.scan(Papers.reading("p1", code: code))
        #expect(day.state.refused["p1"]?.refusals.first?.code == row.refused)
        #expect(day.state.counted.count == (row.refused == nil ? 1 : 0))
    }

    @Test("a picture that was read before is refused, even after a refusal")
    func pictureTwice() throws {
        var day = try Day()
        try day.scan(Papers.reading("p1", picture: "same"), picture: "same")
        try day.scan(Papers.reading("p2", picture: "same"), picture: "same")
        #expect(day.state.counted.keys.map(\.text) == ["p1"])
        #expect(day.state.refused["p2"]?.refusals.first?.code == "scanning.page-twice")
        try day.scan(Papers.refused("p3"), picture: "bad")
        try day.scan(Papers.refused("p4"), picture: "bad")
        #expect(day.state.refused["p4"]?.refusals.first?.code == "scanning.page-twice")
    }

    @Test("sums are those of the papers that count")
    func sums() throws {
        var day = try Day()
        for (number, marks) in [
            ("p1", "yn"), ("p2", "yn"), ("p3", "ny"), ("p4", "nn"), ("p5", "yy"), ("p6", "un"),
        ] {
            try day.scan(Papers.reading(number, marks: marks))
        }
        let report = try #require(
            CountReport(
                .closing, day.state, definition: Papers.definition, at: day.moment, events: 8,
                link: ""))
        let mayor = report.contests[0]
        #expect(mayor.votes == ["a": 2, "b": 1])
        #expect([mayor.blank, mayor.overvoted, mayor.undecided, mayor.papers] == [1, 1, 1, 6])
        #expect(!report.isZero)
        // Every paper is one of: a vote, blank, more than allowed, for a person.
        #expect(mayor.votes.values.reduce(0, +) + 3 == report.counted)
    }

    @Test("no votes are shown while papers are scanned")
    func interim() throws {
        var day = try Day()
        try day.scan(Papers.reading("p1"))
        let report = try #require(
            CountReport(
                .interim, day.state, definition: Papers.definition, at: day.moment, events: 3,
                link: ""))
        #expect(report.counted == 1)
        #expect(report.contests.isEmpty)
    }

    @Test("the opening shows nothing but zeros")
    func zero() throws {
        let day = try Day()
        let report = try #require(
            CountReport(
                .zero, day.state, definition: Papers.definition, at: day.moment, events: 2,
                link: ""))
        #expect(report.isZero)
        #expect(report.contests[0].votes == ["a": 0, "b": 0])
    }

    @Test("a test's report says so twice and in each language, a real one never")
    func alarm() throws {
        for (mode, times) in [(CountMode.test, 2), (.real, 0)] {
            let day = try Day(mode)
            let report = try #require(
                CountReport(
                    .closing, day.state, definition: Papers.definition, at: day.moment, events: 2,
                    link: ""))
            for (language, word) in [
                (Language.english, "TEST"), (.russian, "ПРОБА"), (.kyrgyz, "СЫНОО"),
            ] {
                let rows = report.rows(Papers.definition, in: language)
                #expect(rows.count { $0 == .alarm(word) } == times)
            }
        }
    }
}

@Suite("What the reader says is held against what it was given")
struct FlawTests {
    static let rows: [(String, @Sendable (inout SheetReading) -> Void)] = [
        ("nothing at all", { $0.record = nil }),
        ("a reading and a refusal", { $0.refusals = Papers.refused("p1").refusals }),
        ("another sheet", { $0.record?.id = "p2" }),
        ("other pictures", { $0.record?.images[0].sha256 = Digest.of("x").hex }),
        ("no pictures", { $0.record?.images = [] }),
        ("a layout that is not defined", { $0.record?.layout = "other" }),
        ("one reading instead of two", { $0.record?.snapshots.removeLast() }),
        ("a person's decision", { $0.record?.snapshots[1].kind = .modified }),
        ("a contest left out", { $0.record?.snapshots[0].contests = [] }),
        (
            "a contest twice",
            { reading in
                let contests = reading.record?.snapshots[1].contests ?? []
                reading.record?.snapshots[1].contests = contests + contests
            }
        ),
        ("an option left out", { $0.record?.snapshots[1].contests[0].positions.removeLast() }),
        ("an option twice", { $0.record?.snapshots[1].contests[0].positions[1].option = "a" }),
        (
            "more ink than there is",
            { $0.record?.snapshots[0].contests[0].positions[0].ink = 10_001 }
        ),
    ]

    @Test("each lie is found", arguments: rows.map(\.0))
    func lies(name: String) throws {
        var reading = Papers.reading("p1")
        #expect(flaw(reading) == nil)
        try #require(Self.rows.first { $0.0 == name }).1(&reading)
        #expect(flaw(reading) != nil)
    }

    private func flaw(_ reading: SheetReading) -> String? {
        reading.flaw(
            pages: [Papers.page("p1")], definition: Papers.definition, layouts: [Papers.layout])
    }
}

@Suite("What is signed in a test is nothing in a real count")
struct IdentityTests {
    @Test("mode, station and election are part of the signer's name")
    func origins() {
        #expect(Papers.identity(.real).origin == "small-2031/one/real")
        #expect(Papers.identity(.test).origin == "small-2031/one/test")
        #expect(Papers.identity(station: "a+b").origin == "small-2031/a%2Bb/real")
        let keys = [Papers.identity(.real).key, Papers.identity(.test).key]
        #expect(keys.allSatisfy { NoteKey(text: $0)?.key == Papers.key.verifyingKey })
        #expect(Set(keys.compactMap { NoteKey(text: $0)?.identity }).count == 2)
    }
}
