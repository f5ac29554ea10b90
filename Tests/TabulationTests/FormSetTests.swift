import Elections
import Primitives
import Tabulation
import Testing

/// Sheets of one Kyrgyz station with round figures.
private struct Station {
    /// main list, additional list
    var listed = [980, 20]
    /// early, in the station, outside
    var president = [0, 390, 10]
    var referendum = [0, 380, 10]
    /// mobile boxes, stationary boxes
    var presidentBoxes = [10, 390]
    var referendumBoxes = [10, 380]
    var identified: Int? = 400

    func check(_ set: FormSet = BuiltInForms.sets["kg-2021"] ?? FormSetTests.empty) -> CrossCheck {
        set.check(
            [
                "president": sheet(president, presidentBoxes),
                "referendum": sheet(referendum, referendumBoxes),
            ],
            turnout: identified.map {
                [
                    StationTurnout(
                        station: "2238", registered: listed[0] + listed[1], admitted: $0,
                        admittedByFallback: 3, refused: [:])
                ]
            })
    }

    func sheet(_ issued: [Int], _ boxes: [Int]) -> ResultsSheet {
        let fitted = FittedForm(
            KyrgyzForms.protocol2011, contest: nil, places: ["station"],
            lines: KyrgyzForms.protocol2011.lines.map(\.id), options: ["yes", "no"])
        let counted = boxes[0] + boxes[1]
        let figures =
            listed + [500] + issued + [issued.reduce(0, +), 500 - issued.reduce(0, +)] + boxes
            + [counted, 0, counted, counted, 0]
        return ResultsSheet(
            station: "2238", areas: [], name: "2238", fitted: fitted, figures: figures)
    }
}

@Suite("Sheets of contests held at once are compared with each other and with the desk")
struct FormSetTests {
    static let empty = FormSet(
        id: "empty", title: LocalizedText(""), source: LocalizedText(""), forms: [], contests: [],
        relations: [])

    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        fileprivate let change: @Sendable (inout Station) -> Void
        var broken: [CrossImbalance] = []
        var waiting: [String] = []
    }

    // By hand, with the figures of `Station`.
    static let rows = [
        Row(testDescription: "figures agree", change: { _ in }),
        Row(
            testDescription: "some decline the paper of the referendum",
            change: {
                $0.referendum = [0, 300, 0]
                $0.referendumBoxes = [0, 300]
            }),
        Row(
            testDescription: "more papers of the referendum than of the president",
            change: { $0.referendum = [0, 391, 10] },
            broken: [
                CrossImbalance(
                    relation: "referendum-at-most-president", severity: .soft, left: 401,
                    right: 400),
                CrossImbalance(
                    relation: "referendum-issued-at-most-identified", severity: .alarm, left: 401,
                    right: 400),
            ]),
        Row(
            testDescription:
                "one ballot more in the box than voters identified, as at station 2238",
            change: { $0.presidentBoxes = [10, 391] },
            broken: [
                CrossImbalance(
                    relation: "president-boxes-at-most-identified", severity: .alarm, left: 401,
                    right: 400)
            ]),
        Row(
            testDescription: "the desk has not handed its counts on",
            change: {
                $0.identified = nil
                $0.presidentBoxes = [10, 391]
            },
            waiting: [
                "president-issued-at-most-identified", "referendum-issued-at-most-identified",
                "president-boxes-at-most-identified", "referendum-boxes-at-most-identified",
            ]),
    ]

    @Test("every broken relation, and every one that cannot be asked yet", arguments: rows)
    func relations(row: Row) {
        var station = Station()
        row.change(&station)
        let check = station.check()
        #expect(check.broken == row.broken)
        #expect(check.waiting.map(\.relation.text) == row.waiting)
    }

    @Test("a contest without a sheet leaves its relations open")
    func missingSheet() throws {
        let set = try #require(BuiltInForms.sets["kg-2021"])
        let sheet = Station().sheet([0, 390, 10], [10, 390])
        let check = set.check(["president": sheet], turnout: nil)
        #expect(check.broken == [])
        #expect(check.waiting.first?.lacks == ["referendum"])
        #expect(check.waiting.count == 6)
    }

    @Test("the desks of a pool are added up")
    func pool() throws {
        let set = try #require(BuiltInForms.sets["kg-2021"])
        let desks = [("a", 150), ("b", 249)].map { name, admitted in
            StationTurnout(
                station: PollingStation.ID(name) ?? "a", registered: 500, admitted: admitted,
                admittedByFallback: 0, refused: [:])
        }
        let sheet = Station().sheet([0, 390, 10], [10, 389])
        let check = set.check(["president": sheet], turnout: desks)
        #expect(check.broken.map(\.relation) == ["president-issued-at-most-identified"])
        #expect(check.broken.map(\.right) == [399])
    }

    @Test("a smaller district hands out no more papers than the one that covers it")
    func buzin() throws {
        let set = try #require(BuiltInForms.sets["ru-duma"])
        let fitted = FittedForm(
            RussianForms.federal, contest: nil, places: ["region", "tik", "uik"],
            lines: RussianForms.federal.lines.map(\.id), options: ["c1"])
        func sheet(_ issued: Int) -> ResultsSheet {
            ResultsSheet(
                station: "1", areas: [], name: "1", fitted: fitted,
                figures: [
                    1000, 900, 0, issued, 0, 900 - issued, 0, issued, 0, issued, 0, 0, issued,
                ])
        }
        func broken(list: Int, district: Int) -> [CrossImbalance] {
            set.check(
                ["federal-list": sheet(list), "single-mandate": sheet(district)], turnout: nil
            ).broken
        }
        #expect(broken(list: 500, district: 490) == [])
        #expect(
            broken(list: 500, district: 501) == [
                CrossImbalance(
                    relation: "smaller-district-at-most-wider", severity: .soft, left: 501,
                    right: 500)
            ])
    }

    @Test("the built-in sets have no flaw", arguments: BuiltInForms.sets.keys.sorted())
    func builtIn(name: String) throws {
        #expect(try #require(BuiltInForms.sets[name]).flaws() == [])
    }

    struct Spoiled: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: @Sendable (inout FormSet) -> Void

        init(_ code: String, _ change: @escaping @Sendable (inout FormSet) -> Void) {
            testDescription = "tabulation.set-\(code)"
            self.change = change
        }
    }

    static let spoiled = [
        Spoiled("no-form") { $0.contests[0].form = "other" },
        Spoiled("contest") { $0.contests[1].contest = $0.contests[0].contest },
        Spoiled("contest") { $0.contests.append(FormSet.Binding("desk", "kg-2011")) },
        Spoiled("contest") { $0.contests.append(FormSet.Binding("a/b", "kg-2011")) },
        Spoiled("relation-twice") { $0.relations[1].id = $0.relations[0].id },
        Spoiled("side") { $0.relations[0].left = [] },
        Spoiled("side") { $0.relations[0].right = Array(repeating: "president/votes", count: 101) },
        Spoiled("unknown-figure") { $0.relations[0].left = ["president/recieved"] },
        Spoiled("unknown-figure") { $0.relations[0].left = ["mayor/received"] },
        Spoiled("unknown-figure") { $0.relations[0].left = ["received"] },
        Spoiled("unknown-figure") { $0.relations[0].left = ["desk/present"] },
        Spoiled("unknown-figure") { $0.relations[0].left = ["1000*president/received"] },
    ]

    @Test("a set that cannot be used says why", arguments: spoiled)
    func flaws(row: Spoiled) throws {
        var set = try #require(BuiltInForms.sets["kg-2021"])
        row.change(&set)
        #expect(set.flaws().map(\.code).contains(row.testDescription))
    }
}
