import Cryptography
import Elections
import Filing
import Formats
import Primitives
import Tabulation

/// One contest's results as a document: every count apart, sums by level, and how far they reach.
private struct ResultsDocument: Encodable {
    struct Area: Encodable {
        let id: String
        let name: LocalizedText
        let sheets: Int
        let stations: Int
        let registered: Int
        let participants: Int
        let valid: Int
        /// By line of the form and option.
        let figures: [String: Int]
    }

    struct Count: Encodable {
        let series: String
        let decides: Bool
        /// `preliminary`, `final`, `changed-since-published`.
        let standing: String
        /// How many sheets stand how.
        let sheets: [String: Int]
        let sumsDigest: String
        let nation: Area
        let districts: [Area]
    }

    let contest: Contest
    let election: String
    let notice: LocalizedText?
    let act: Int
    let asOf: Instant
    let link: String?
    let counts: [Count]
    /// Only of figures that are final or that every station is in.
    let outcome: Outcome?
    let outcomeText: LocalizedText?
}

extension LiveSite {
    func resultsDocument(_ contest: Contest) -> [UInt8]? {
        guard let setting = state.setting else { return nil }
        let counts = Series.allCases.compactMap { count(contest, $0) }
        let outcome = counts.first(where: \.decides).flatMap { count -> Outcome? in
            guard count.counts.isIn, count.counts.inSums > 0 else { return nil }
            return contest.outcome(of: count.sums.contestFigures)
        }
        let document = ResultsDocument(
            contest: contest, election: setting.definition.id.text, notice: frame.notice,
            act: state.through, asOf: state.asOf ?? model.now, link: model.link?.hex,
            counts: counts.map(documented), outcome: outcome,
            outcomeText: outcome?.sentence(in: contest))
        return (try? Documents.encode(document)).map { Array($0) }
    }

    private func documented(_ count: LiveCount) -> ResultsDocument.Count {
        func area(
            _ id: String, _ name: LocalizedText, _ sums: Sums, _ stations: Int
        ) -> ResultsDocument.Area {
            ResultsDocument.Area(
                id: id, name: name, sheets: sums.sheets, stations: stations,
                registered: count.base(.registered, of: sums),
                participants: count.base(.participants, of: sums),
                valid: count.base(.valid, of: sums),
                figures: Dictionary(
                    zip(count.sums.fitted.columns, sums.figures),
                    uniquingKeysWith: { first, _ in first }))
        }
        let standing =
            switch count.finality {
            case .preliminary: "preliminary"
            case .final: "final"
            case .changed: "changed-since-published"
            }
        return ResultsDocument.Count(
            series: count.series.rawValue, decides: count.decides, standing: standing,
            sheets: Dictionary(
                PublicStatus.allCases.map { ($0.code, count.counts[$0]) },
                uniquingKeysWith: { first, _ in first }),
            sumsDigest: count.sums.digest.hex,
            nation: area("nation", frame.name, count.sums.nation, count.stations),
            districts: districts.compactMap { district in
                count.sums.districts[district.id].map {
                    area(
                        "district:\(district.id)", district.name, $0,
                        model.counts.stationsOf[district.id]?.count ?? 0)
                }
            })
    }

    // MARK: NIST SP 1500-100

    /// The count that decides as an election results report.
    func report(_ contest: Contest) -> [UInt8]? {
        guard let setting = state.setting, let fitted = state.forms[contest.id],
            let count = deciding(contest)
        else { return nil }
        let place = Dictionary(
            districts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let source = ElectionResultsSource(
            status: status(count), generated: state.asOf ?? model.now, day: setting.definition.day,
            notice: setting.definition.inventedNotice, electionName: setting.definition.name,
            contest: contest, fitted: fitted,
            notes: [
                "The \(count.series.rawValue) count, through act \(state.through); \(count.counts.inSums) of \(count.stations) stations have a sheet in it, \(count.counts[.inQuestion]) of them in question; \(count.counts[.annulled]) annulled sheets are left out."
            ],
            nation: ElectionResultsSource.Area(
                name: setting.definition.name, figures: count.sums.nation.figures,
                sheets: count.sums.nation.sheets, total: count.stations),
            districts: districts.map { district in
                let sums = count.sums.districts[district.id]
                return ElectionResultsSource.Area(
                    name: district.name,
                    figures: sums?.figures ?? Array(repeating: 0, count: fitted.figureCount),
                    sheets: sums?.sheets ?? 0,
                    total: model.counts.stationsOf[district.id]?.count ?? 0)
            },
            stations: stations.map { station in
                ElectionResultsSource.Station(
                    id: station.id, name: station.name, district: place[station.district],
                    figures: state.file(SheetKey(station.id, contest.id, count.series))
                        .current?.figures)
            })
        return (try? ElectionResultsReport(source).document()).map { Array($0) }
    }

    /// The standard's word for how far the figures may be quoted.
    private func status(_ count: LiveCount) -> ElectionResultsSource.Status {
        switch count.finality {
        case .changed: .correction
        case .final(_):
            (state.publications[count.contest.id]?.done.count ?? 0) > 1 ? .correction : .certified
        case .preliminary(let whole):
            count.counts.inSums == 0 && count.counts[.annulled] == 0
                ? .preElection : whole ? .unofficialComplete : .unofficialPartial
        }
    }
}
