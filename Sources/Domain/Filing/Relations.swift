import Elections
import Offices
import Primitives
import Tabulation

/// Relations between the sheets of one station, and to what its desk counted.
extension OfficeState {
    /// A relation that the sheets of a station, as they count now, do not keep.
    package struct BrokenRelation: Hashable, Sendable {
        package let relation: FormSet.Relation
        package let left: Int
        package let right: Int
    }

    /// Every relation that the station's sheets of one count break; those that still wait for a
    /// sheet or for the desk are not asked.
    package func brokenRelations(
        _ station: PollingStation.ID, _ series: Series
    ) -> [BrokenRelation] {
        var figures: [Contest.ID: [Int]] = [:]
        for contest in forms.keys {
            figures[contest] = file(SheetKey(station, contest, series)).current?.figures
        }
        return broken(station, figures)
    }

    /// Those that a sheet would break if it were filed now; none for one that is not a sheet of this
    /// election.
    package func relationsBroken(by statement: SheetStatement) -> [BrokenRelation] {
        guard let checked = try? check(statement) else { return [] }
        return brokenRelations(statement, checked)
    }

    /// Those that a sheet would break if it counted, beside the station's other sheets.
    func brokenRelations(
        _ statement: SheetStatement, _ checked: CheckedSheet
    ) -> [BrokenRelation] {
        var figures = [statement.contest: checked.figures]
        for contest in forms.keys where contest != statement.contest {
            figures[contest] =
                file(SheetKey(statement.station, contest, statement.series)).current?.figures
        }
        return broken(statement.station, figures).filter {
            $0.relation.speaks(of: statement.contest.text)
        }
    }

    private func broken(
        _ station: PollingStation.ID, _ figures: [Contest.ID: [Int]]
    ) -> [BrokenRelation] {
        guard let relations = setting?.relations, !relations.isEmpty else { return [] }
        var sheets: [Contest.ID: ResultsSheet] = [:]
        for (contest, figures) in figures {
            guard let fitted = forms[contest] else { continue }
            sheets[contest] = ResultsSheet(
                station: station, areas: [], name: station.text, fitted: fitted, figures: figures)
        }
        let check = FormSet(
            id: "office", title: LocalizedText(""), source: LocalizedText(""), forms: [],
            contests: [], relations: relations
        ).check(sheets, turnout: desk[station].map { [$0] })
        return check.broken.compactMap { imbalance in
            relations.first { $0.id == imbalance.relation }.map {
                BrokenRelation(relation: $0, left: imbalance.left, right: imbalance.right)
            }
        }
    }

    /// Sheets of a station that stand in a broken relation of which an officer wants to be told.
    func alarmed(_ station: PollingStation.ID, _ series: Series) -> [SheetRef] {
        let broken = brokenRelations(station, series)
        guard !broken.isEmpty else { return [] }
        return forms.keys.sorted().compactMap { contest in
            let key = SheetKey(station, contest, series)
            guard let current = file(key).current,
                broken.contains(where: {
                    $0.relation.severity == .alarm && $0.relation.speaks(of: contest.text)
                })
            else { return nil }
            return SheetRef(key, current.id)
        }
    }

    // MARK: The desk

    /// What the desk of a station counted: names on its list, persons admitted.
    package func countDesk(
        _ counts: StationTurnout, by account: Account
    ) throws(FilingProblem) -> Decision? {
        let station = try station(counts.station)
        guard account.may(.reportTurnout, at: station) else { throw .notAllowed }
        for (name, value) in [
            ("registered", counts.registered), ("admitted", counts.admitted),
            ("by-fallback", counts.admittedByFallback),
        ] where !(0...Self.largestFigure).contains(value) {
            throw .figureRange(name, value)
        }
        guard counts.admittedByFallback <= counts.admitted, counts.refused.count <= 100,
            counts.refused.values.allSatisfy({ (0...Self.largestFigure).contains($0) })
        else { throw .figureRange("by-fallback", counts.admittedByFallback) }
        return desk[counts.station] == counts ? nil : .act(.deskCounted(counts))
    }
}

extension OfficeState.BrokenRelation {
    /// As an imbalance of the sheet that is looked at, under the relation's own name.
    var imbalance: Imbalance {
        Imbalance(
            equation: ResultsForm.Equation.ID(relation.id.text) ?? "relation",
            severity: relation.severity, left: left, right: right)
    }
}

extension FormSet.Relation {
    /// True when a term of either side is of this source.
    package func speaks(of source: String) -> Bool {
        (left + right).contains { $0.source == source }
    }
}
