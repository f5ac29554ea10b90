import Cryptography
import Elections
import Filing
import FilingSupport
import Offices
import Primitives
import Tabulation
import Tervania
import Testing

/// Adds up the sheets that count, anew, and by the names of lines.
private func addedUp(
    _ sheets: [SheetStatement], at stations: Set<PollingStation.ID>? = nil
) -> [String: Int] {
    var sums: [String: Int] = [:]
    for sheet in sheets where stations?.contains(sheet.station) ?? true {
        for figure in sheet.figures { sums[figure.name, default: 0] += figure.value }
    }
    return sums
}

private func named(_ sums: ContestSums, _ figures: Sums) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: zip(sums.fitted.columns, figures.figures))
}

private func stations(of district: District.ID) -> Set<PollingStation.ID> {
    Set(Tervania.definition.stations.filter { $0.district == district }.map(\.id))
}

/// Holds the sums that the office keeps to the sheets that count in it.
private func check(_ state: OfficeState, _ moment: String) {
    for (key, sums) in state.sums {
        let current = state.sheets.filter {
            $0.key.contest == key.contest && $0.key.series == key.series
        }
        .compactMap(\.value.current?.statement)
        #expect(sums.nation.sheets == current.count, "\(moment)")
        let nation = addedUp(current)
        #expect(named(sums, sums.nation) == nation.filledUp(sums), "\(moment): nation")
        for (district, figures) in sums.districts {
            let parts = addedUp(current, at: stations(of: district))
            #expect(named(sums, figures) == parts.filledUp(sums), "\(moment): \(district)")
        }
    }
}

extension [String: Int] {
    /// Nothing counted is 0.
    fileprivate func filledUp(_ sums: ContestSums) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: sums.fitted.columns.map { ($0, self[$0] ?? 0) })
    }
}

@Suite("Sheets come in any order, any number of times, and count once")
struct AnyOrderTests {
    /// A first sheet, its correction, the correction of that, and so on.
    static func chain(
        _ station: PollingStation.ID, _ votes: [[Int]], series: Series = .hand
    ) -> [SheetStatement] {
        var chain = [Sheets.president(station, votes: votes[0], registered: 500, series: series)]
        for (number, figures) in votes.dropFirst().enumerated() {
            chain.append(
                Sheets.president(
                    station, votes: figures, registered: 500, series: series,
                    replaces: chain[number].id, why: "Correction \(number + 1)."))
        }
        return chain
    }

    static let chains: [[SheetStatement]] = [
        chain("north-001", [[50, 20, 10, 5, 5]]),
        chain("north-002", [[40, 20, 10, 5, 5], [41, 19, 10, 5, 5]]),
        chain("north-003", [[60, 20, 10, 5, 5], [61, 19, 10, 5, 5], [62, 18, 10, 5, 5]]),
        chain(
            "south-001",
            [
                [70, 9, 9, 9, 9], [71, 9, 9, 9, 9], [72, 9, 9, 9, 9], [73, 9, 9, 9, 9],
                [74, 9, 9, 9, 9],
            ]),
        // A correction may bring the first figures back.
        chain("south-002", [[30, 5, 5, 5, 5], [31, 5, 5, 5, 5], [30, 5, 5, 5, 5]]),
        chain("abroad-001", [[10, 1, 1, 1, 1], [11, 1, 1, 1, 1]]),
        chain("north-001", [[49, 21, 10, 5, 5], [50, 20, 10, 5, 5]], series: .scanner),
    ]

    // By hand: the last of each chain of the count by hand.
    // maro 50 + 41 + 62 + 74 + 30 + 11 = 268; telin 20 + 19 + 18 + 9 + 5 + 1 = 72.
    // valid 90 + 80 + 100 + 110 + 50 + 15 = 445. North alone: maro 50 + 41 + 62 = 153.
    static let maro = 268
    static let telin = 72
    static let valid = 445
    static let maroNorth = 153

    @Test("in 400 orders, with repetitions, the same versions count and the sums are the same")
    func orders() throws {
        var chance = SeededSource(seed: 31, purpose: "orders of sheets")
        let all = Self.chains.flatMap { $0 }
        var results: Set<String> = []
        let empty = Night.empty
        let notes = Dictionary(uniqueKeysWithValues: all.map { ($0.id, Night.signed($0)) })
        for round in 0..<400 {
            var night = empty
            let again = (0..<chance.below(20)).map { _ in all[chance.below(all.count)] }
            for sheet in chance.shuffled(all + again) {
                let came = night.takes(People.centre[0], notes[sheet.id] ?? "")
                #expect(came == .done || came == .already, "round \(round): \(came)")
            }
            for chain in Self.chains {
                #expect(night.current(chain[0])?.statement == chain.last, "round \(round)")
                #expect(night.status(chain[0]) == (chain.count == 1 ? .filed : .corrected))
                #expect(!night.state.file(chain[0].key).hasGap)
                #expect(night.state.file(chain[0].key).versions.count == chain.count)
            }
            check(night.state, "round \(round)")
            results.insert(try #require(night.state.decidingSums(Tervania.president)).text)
        }
        #expect(results.count == 1)
        var night = empty
        for sheet in all { night.takes(People.centre[0], Night.signed(sheet)) }
        let sums = try #require(night.state.decidingSums(Tervania.president))
        let nation = named(sums, sums.nation)
        #expect(nation["maro"] == Self.maro && nation["telin"] == Self.telin)
        #expect(nation["valid"] == Self.valid && sums.nation.sheets == 6)
        let north = try #require(sums.districts["north"])
        #expect(named(sums, north)["maro"] == Self.maroNorth && north.sheets == 3)
        let scanner = try #require(night.state.sums[CountKey(Tervania.president, .scanner)])
        #expect(named(scanner, scanner.nation)["maro"] == 50 && scanner.nation.sheets == 1)
    }

    @Test("every order of a chain of five, and what counts on the way does not hang on the order")
    func everyOrder() {
        let chain = Self.chains[3]
        let notes = chain.map { Night.signed($0) }
        var byParts: [Set<Int>: Set<String>] = [:]
        for order in permutations(Array(chain.indices)) {
            var night = Night.empty
            var here: Set<Int> = []
            for place in order {
                night.takes(People.centre[0], notes[place])
                here.insert(place)
                byParts[here, default: []].insert(night.current(chain[0])?.id.hex ?? "none")
            }
            #expect(night.current(chain[0])?.statement == chain.last)
        }
        // Every set of parts that can be there: 31 that are not empty.
        #expect(byParts.count == 31)
        for (parts, currents) in byParts {
            #expect(currents.count == 1, "\(parts.sorted()) gave \(currents.count) sheets")
        }
        // A part whose beginning is missing is later than one that is whole.
        #expect(byParts[[0, 2]] == [chain[2].id.hex])
        #expect(byParts[[0, 1]] == [chain[1].id.hex])
        // Of two whose beginnings are missing the longer counts: 1 and 2 are two, 4 stands alone.
        #expect(byParts[[1, 2, 4]] == [chain[2].id.hex])
        #expect(byParts[[0, 2, 3]] == [chain[3].id.hex])
    }

    private func permutations(_ items: [Int]) -> [[Int]] {
        guard let first = items.first else { return [[]] }
        return permutations(Array(items.dropFirst())).flatMap { rest in
            (0...rest.count).map { place in
                var one = rest
                one.insert(first, at: place)
                return one
            }
        }
    }
}

extension Night {
    /// Set up once; a value is copied for each order.
    fileprivate static let empty = Night()
}

@Suite("Sums that are kept up to date are the sums added anew")
struct IncrementalSumsTests {
    /// Figures small and various; some do not add up.
    private func sheet(
        _ chance: inout SeededSource, _ station: PollingStation.ID, replacing: SheetStatement?
    ) -> SheetStatement {
        let votes = (0..<5).map { _ in chance.below(12) }
        let wrong = chance.below(8) == 0
        return Sheets.president(
            station, votes: votes, invalid: chance.below(3), registered: 200,
            series: chance.below(5) == 0 ? .scanner : .hand, replaces: replacing?.id,
            why: replacing == nil ? nil : "Because.", changing: wrong ? ["received": 199] : [:])
    }

    @Test("after any 600 acts, in 20 nights", arguments: 0..<20)
    func random(seed: Int) {
        var chance = SeededSource(seed: UInt64(seed), purpose: "nights")
        var night = Night.empty
        let stations: [PollingStation.ID] = ["north-001", "north-002", "south-001", "abroad-001"]
        var kinds: [String: Int] = [:]
        var known: [SheetStatement] = []
        for step in 0..<600 {
            let station = stations[chance.below(stations.count)]
            let people =
                [People.member(station, 0), People.member(station, 1)] + People.north
                + People.centre + [People.reviewer]
            let who = people[chance.below(people.count)]
            let here = known.filter { $0.station == station }
            let any = here.isEmpty ? nil : here[chance.below(here.count)]
            let current = any.flatMap { night.current($0)?.statement }
            let came: Night.Came
            switch chance.below(9) {
            case 0, 1:
                let new = sheet(&chance, station, replacing: chance.below(2) == 0 ? current : nil)
                known.append(new)
                came = night.proposes(who, new)
            case 2:
                let new = any ?? sheet(&chance, station, replacing: nil)
                known.append(new)
                came = night.enters(who, new)
            case 3:
                let new = sheet(&chance, station, replacing: chance.below(2) == 0 ? any : nil)
                known.append(new)
                came = night.takes(who, Night.signed(new))
            case 4, 5:
                guard let any else { continue }
                let waiting = night.state.file(any.key).proposal?.statement ?? any
                came = night.confirms(who, waiting)
            case 6:
                guard let current else { continue }
                came = night.does(who) { state, who throws(FilingProblem) in
                    try state.proposeAnnulment(current.ref, why: "Because.", by: who)
                }
            case 7:
                guard let current else { continue }
                came = night.does(who) { state, who throws(FilingProblem) in
                    try state.confirmAnnulment(current.ref, by: who)
                }
            default:
                guard let any else { continue }
                came = night.does(who) { state, who throws(FilingProblem) in
                    try chanceOf(state, any.ref, who, step)
                }
            }
            if case .done = came, let act = night.acts.last?.act {
                kinds[act.kind, default: 0] += 1
            }
            // What went wrong once stays wrong, so every seventh look finds it.
            if step % 7 == 0 { check(night.state, "night \(seed), step \(step)") }
        }
        check(night.state, "night \(seed), at its end")
        // The same acts, folded anew, give the same office.
        var state = OfficeState()
        for entry in night.acts { state.fold(entry) }
        #expect(state.sheets == night.state.sheets)
        for (key, sums) in state.sums { #expect(sums.text == night.state.sums[key]?.text) }
        for kind in ["sheet-proposed", "sheet-confirmed", "sheet-signed", "annulment-confirmed"] {
            #expect(kinds[kind] ?? 0 > 0, "night \(seed) never had \(kind)")
        }
    }

    private func chanceOf(
        _ state: OfficeState, _ ref: SheetRef, _ who: Account, _ step: Int
    ) throws(FilingProblem) -> Decision {
        switch step % 4 {
        case 0: try state.withdraw(ref, by: who)
        case 1: try state.giveBack(ref, why: "Because.", by: who)
        case 2: try state.raiseQuestion(ref, why: "Because.", by: who)
        default: try state.settleQuestion(ref, why: "Because.", by: who)
        }
    }
}
