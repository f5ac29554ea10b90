import Elections
import Primitives
import Tabulation
import Testing

/// Minneapolis Park and Recreation Commissioner, 2013, three seats. Figures: RCTab 2.0.0, cases
/// 2013_minneapolis_park, _bottoms_up and _hare (`*_expected_detailed_report.json`).
///
/// The ballots are not published with the cases. Those used here are made so that they take the
/// published ways from one candidate to the next; what the count says of quotas, eliminations,
/// surpluses and their rounding is then held against the published report.
private struct Published: Sendable {
    /// By candidate in the order of ``names``, `w` for names that are not on the ballot.
    static let first: [Character: Int] = [
        "y": 9294, "h": 1280, "n": 3762, "i": 3305, "s": 5357, "e": 14678, "m": 3373, "f": 7856,
        "b": 3705, "t": 6511, "w": 342,
    ]
    /// Young, Hill, Yonis, Israel, Stone, Erwin, McPherson, Forney, Barland, Nordyke, not on the
    /// ballot.
    static let names = "yhnisemfbtw"
    static let blank = 20_571
    /// Overvoted and nothing else.
    static let overvoted = 67

    let method: RankedRule.Method
    let quota: RankedRule.Quota
    /// Eliminated in this order, with what went to whom; the rest is exhausted.
    let ways: [(Character, [Character: Int])]

    private static let opening: [(Character, [Character: Int])] = [
        (
            "w",
            [
                "y": 8, "h": 4, "n": 5, "i": 5, "s": 7, "e": 6, "m": 5, "f": 8, "b": 2, "t": 3,
            ]
        ),
        (
            "h",
            ["y": 150, "n": 32, "i": 64, "s": 113, "e": 182, "m": 101, "f": 167, "b": 96, "t": 81]
        ),
    ]
    static let droop = Published(
        method: .transferable, quota: .droop,
        ways: opening + [
            ("i", ["y": 603, "n": 547, "s": 342, "m": 215, "f": 390, "b": 98, "t": 164]),
            ("m", ["y": 999, "n": 144, "s": 278, "f": 738, "b": 212, "t": 242]),
            ("b", ["y": 471, "n": 81, "s": 452, "f": 670, "t": 534]),
            ("n", ["y": 502, "s": 192, "f": 327, "t": 153]),
            ("s", ["y": 1859, "f": 809, "t": 1013]), ("t", ["y": 1158, "f": 1280]),
        ])
    private static let below: [(Character, [Character: Int])] =
        opening + [
            ("i", ["y": 531, "n": 530, "s": 289, "e": 282, "m": 202, "f": 372, "b": 90, "t": 128]),
            ("m", ["y": 959, "n": 140, "s": 254, "e": 216, "f": 699, "b": 201, "t": 210]),
            ("b", ["y": 411, "n": 74, "s": 386, "e": 530, "f": 607, "t": 436]),
            ("n", ["y": 486, "s": 174, "e": 180, "f": 317, "t": 139]),
            ("s", ["y": 1324, "e": 1757, "f": 702, "t": 738]),
            ("t", ["y": 751, "e": 3819, "f": 976]),
        ]
    static let hare = Published(method: .transferable, quota: .hare, ways: below)
    static let bottomsUp = Published(method: .lastLeft, quota: .droop, ways: below)

    func count() throws -> RankedResult {
        var rule = RankedRule(
            candidates: Self.names.map {
                ContestOption(
                    id: id($0), name: LocalizedText(String($0)),
                    kind: $0 == "w" ? .writeIn : .candidate)
            }, method: method, overvote: .skip, seats: 3)
        rule.quota = quota
        rule.skippedRanksAllowed = 2
        return try rule.count(RankedBallots(ballots()))
    }

    private func id(_ letter: Character) -> ContestOption.ID {
        ContestOption.ID(String(letter)) ?? "x"
    }

    private func ballots() -> [RankedBallot] {
        var held: [Character: [(path: String, count: Int)]] = [:]
        for (candidate, count) in Self.first { held[candidate] = [(String(candidate), count)] }
        for (loser, targets) in ways {
            var pile = held[loser] ?? []
            held[loser] = []
            for (target, wanted) in targets.sorted(by: { $0.key < $1.key }) {
                var left = wanted
                while left > 0, let last = pile.popLast() {
                    let taken = min(left, last.count)
                    held[target, default: []].append((last.path + String(target), taken))
                    if taken < last.count { pile.append((last.path, last.count - taken)) }
                    left -= taken
                }
            }
            held[loser] = pile
        }
        let ranked = held.values.flatMap { $0 }.map { path, count in
            RankedBallot(path.map { [id($0)] }, count: count)
        }
        return ranked + [
            RankedBallot([], count: Self.blank),
            RankedBallot([[RankedBallot.unnamedOvervote]], count: Self.overvoted),
        ]
    }
}

@Suite("Three seats in Minneapolis, 2013")
struct MinneapolisTests {
    @Test("by the Droop quota, with a surplus rounded down to four decimals")
    func droop() throws {
        let result = try Published.droop.count()
        #expect(result.ballots == 80_101)
        #expect(result.blank == 20_571)
        #expect(result.rounds.count == 11)
        #expect(result.rounds.allSatisfy { $0.threshold == "14866" })
        #expect(result.rounds[2].elected == ["e"])
        #expect(result.rounds[2].transfers.isEmpty)
        #expect(
            result.rounds.map { $0.inactive["exhausted"] } == [
                "67", "356", "654", "654", "1669", "2750", "4655", "8052", "11112", "17375",
                "17375",
            ])
        #expect(result.rounds[8].tally == ["y": "13886", "e": "14866", "f": "10965", "t": "8701"])
        #expect(result.rounds[9].elected == ["y", "f"])
        let last = result.rounds[9].transfers
        #expect(last.map(\.votes) == ["177.5192", "0.4808"])
        #expect(last.map(\.end) == [.exhausted, .residualSurplus])
        #expect(result.rounds[10].tally == ["y": "14866", "e": "14866", "f": "12245"])
        #expect(result.rounds[10].inactive["final-surplus"] == "177.5192")
        #expect(result.elected == ["e", "y", "f"])
    }

    @Test("by the Hare quota, where nobody reaches it until three are left")
    func hare() throws {
        let result = try Published.hare.count()
        #expect(result.rounds.count == 10)
        #expect(result.rounds.allSatisfy { $0.threshold == "19821" })
        #expect(result.rounds[8].tally == ["y": "13914", "e": "21650", "f": "11704"])
        #expect(Set(result.rounds[8].elected) == ["y", "e", "f"])
        #expect(result.rounds[8].transfers.map(\.votes) == ["1827.26", "1.74"])
        #expect(result.rounds[9].tally == ["y": "13914", "e": "19821", "f": "11704"])
        #expect(result.rounds[9].inactive["final-surplus"] == "1827.26")
    }

    @Test("from below until three are left, without surpluses")
    func bottomsUp() throws {
        let result = try Published.bottomsUp.count()
        #expect(result.rounds.count == 9)
        #expect(result.rounds[7].tally == ["y": "13163", "e": "17831", "f": "10728", "t": "8246"])
        #expect(result.rounds[8].tally == ["y": "13914", "e": "21650", "f": "11704"])
        #expect(Set(result.elected) == ["y", "e", "f"])
        #expect(result.rounds[8].transfers.isEmpty)
    }
}
