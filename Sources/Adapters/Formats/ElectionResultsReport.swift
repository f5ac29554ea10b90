import Elections
import Foundation
import Primitives
import Tabulation

/// A declaration as an election results report of NIST SP 1500-100, version 2 (JSON).
///
/// The tree of units is nation, districts, and stations where there are at most
/// ``mostStations``; a larger report keeps to the first two and says so in its notes, as the
/// tables of sheets hold the rest. Other depths are had by asking, up to ``mostUnits``. Lines of the
/// form for which the standard has no place stay in
/// `results.json`.
package struct ElectionResultsReport: Sendable {
    /// With more stations, the report keeps to nation and districts.
    package static let mostStations = 3000
    /// With more units, a report asked for is refused.
    package static let mostUnits = 20_000
    /// Stands for the day where neither definition nor user names one.
    package static let unknownDay = CivilDay(number: 0)

    private let source: ElectionResultsSource
    private let units: ReportUnits

    /// Nation, districts, and stations where they are few.
    package init(_ source: ElectionResultsSource) {
        self.init(
            source,
            ReportUnits(source, withStations: source.stations.count <= Self.mostStations))
    }

    /// The usual depth: nation, districts, and stations where they are few.
    ///
    /// - Parameters:
    ///   - batch: the sheets that the declaration was made from.
    ///   - day: of the election, where the declaration does not know it.
    package init(
        _ declaration: Declaration, batch: SheetBatch, definition: ElectionDefinition?,
        day: CivilDay? = nil
    ) {
        self.init(
            ElectionResultsSource(declaration, batch: batch, definition: definition, day: day))
    }

    /// As deep as asked.
    ///
    /// - Throws: when it would have more than ``mostUnits`` units.
    package init(
        _ declaration: Declaration, batch: SheetBatch, definition: ElectionDefinition?,
        day: CivilDay? = nil, sums: AreaSums, depth: ReportDepth
    ) throws(PlainProblem) {
        let source = ElectionResultsSource(
            declaration, batch: batch, definition: definition, day: day)
        guard depth != .usual else {
            self.init(source)
            return
        }
        var levels = sums.levels.count + 1
        if case .levels(let wanted) = depth { levels = min(wanted, levels) }
        let areas = sums.areas.count { $0.path.count <= levels }
        let count = areas + (levels > sums.levels.count ? batch.sheets.count : 0)
        guard count <= Self.mostUnits else {
            throw PlainProblem(
                code: "formats.report-too-large",
                summary: "The report would have \(count) units, more than \(Self.mostUnits).",
                remedy:
                    "Ask for fewer levels; areas.csv and sheets.csv hold every one of them.")
        }
        self.init(source, ReportUnits(source, declaration, batch, sums: sums, depth: levels))
    }

    private init(_ source: ElectionResultsSource, _ units: ReportUnits) {
        self.source = source
        self.units = units
    }

    package func document() throws -> Data { try Documents.encode(report) }

    private var withStations: Bool { units.withStations }

    private var report: ReportNode {
        let stated = source.day ?? Self.unknownDay
        var fields: [String: ReportNode] = [
            "Format": .text(withStations ? "precinct-level" : "summary-contest"),
            "GeneratedDate": .text(source.generated?.text() ?? "\(stated.text)T00:00:00Z"),
            "Issuer": .text("Not stated"), "IssuerAbbreviation": .text("N/A"),
            "SequenceStart": .number(1), "SequenceEnd": .number(1),
            "Status": .text(source.status.rawValue),
            "VendorApplicationId": .text("dobush"), "Notes": .text(notes),
            "GpUnit": .list(units.all.map(node)), "Election": .list([election(stated)]),
        ]
        if source.notice != nil {
            fields["IsTest"] = .truth(true)
            fields["TestType"] = .text("invented election")
        }
        return .object("ElectionReport", fields)
    }

    private var notes: String {
        var parts: [String] = []
        if let notice = source.notice { parts.append(notice.en) }
        if source.day == nil {
            parts.append("The day of the election was not given; 1970-01-01 stands in its place.")
        }
        parts += source.notes
        if !withStations {
            let areas =
                units.hasOtherAreas
                ? "Units are the nation and \(units.all.count - 1) areas"
                : "Units are the nation and its first-level districts"
            parts.append(
                "\(areas); the \(source.stations.count) stations are in the tables of sheets.")
        }
        parts.append(
            "Lines of the results form without a place in this standard are in results.json.")
        return parts.joined(separator: " ")
    }

    // Units

    private func node(_ unit: ReportUnit) -> ReportNode {
        var fields: [String: ReportNode] = [
            "@id": .text(unit.id), "Type": .text(unit.type), "Name": Self.localized(unit.name),
        ]
        if let figures = unit.figures {
            fields["VotersRegistered"] = .number(source.fitted.base(.registered, of: figures))
            fields["VotersParticipated"] = .number(source.fitted.base(.participants, of: figures))
        }
        if let sheets = unit.sheets { fields["SubUnitsReported"] = .number(sheets) }
        if let total = unit.total { fields["TotalSubUnits"] = .number(total) }
        if let other = unit.otherType { fields["OtherType"] = .text(other) }
        if let number = unit.number { fields["Number"] = .text(number) }
        if !unit.children.isEmpty {
            fields["ComposingGpUnitIds"] = .list(unit.children.map { .text($0) })
        }
        return .object("ReportingUnit", fields)
    }

    /// Every unit with its figures, parents before children; stations that are silent have none.
    private var unitFigures: [(id: String, figures: [Int])] {
        units.all.compactMap { unit in unit.figures.map { (unit.id, $0) } }
    }

    // Contest

    private func election(_ stated: CivilDay) -> ReportNode {
        let isReferendum = source.contest?.kind == .referendum
        let name = source.electionName ?? source.fitted.form.title
        var fields: [String: ReportNode] = [
            "ElectionScopeId": .text(ReportUnits.nation), "StartDate": .text(stated.text),
            "EndDate": .text(stated.text), "Name": Self.localized(name), "Type": .text("other"),
            "OtherType": .text(
                source.contest == nil ? "not stated" : isReferendum ? "referendum" : "election"),
            "BallotCounts": .list(ballotCounts),
            "Contest": .list([isReferendum ? measureContest : candidateContest]),
        ]
        if !isReferendum { fields["Candidate"] = .list(candidates) }
        return .object("Election", fields)
    }

    private var ballotCounts: [ReportNode] {
        unitFigures.map { unit in
            let cast = source.fitted.base(.participants, of: unit.figures)
            let valid = source.fitted.base(.valid, of: unit.figures)
            return .object(
                "BallotCounts",
                [
                    "GpUnitId": .text(unit.id), "Type": .text("total"),
                    "BallotsCast": .number(cast),
                    "BallotsRejected": .number(max(0, cast - valid)),
                ])
        }
    }

    private func voteCounts(_ option: Int) -> ReportNode {
        let place = source.fitted.lines.count + option
        return .list(
            unitFigures.map { unit in
                .object(
                    "VoteCounts",
                    [
                        "GpUnitId": .text(unit.id), "Type": .text("total"),
                        "Count": .number(unit.figures[place]),
                    ])
            })
    }

    private func name(of option: ContestOption.ID) -> LocalizedText {
        source.contest?.name(of: option) ?? LocalizedText(option.text)
    }

    private var candidates: [ReportNode] {
        source.fitted.options.map { option in
            .object(
                "Candidate",
                [
                    "@id": .text("candidate-\(option)"),
                    "BallotName": Self.localized(name(of: option)),
                ])
        }
    }

    private var contestFields: [String: ReportNode] {
        [
            "@id": .text("contest-\(source.contestID?.text ?? "1")"),
            "ElectionDistrictId": .text(ReportUnits.nation),
            "Name": .text((source.contestTitle ?? source.fitted.form.title).en),
        ]
    }

    private var candidateContest: ReportNode {
        var fields = contestFields
        fields["VotesAllowed"] = .number(source.contest?.votesAllowed ?? 1)
        if let kind = source.contest?.outcome?.kind {
            fields["VoteVariation"] = .text(kind.rawValue)
        }
        fields["ContestSelection"] = .list(
            source.fitted.options.enumerated().map { place, option in
                .object(
                    "CandidateSelection",
                    [
                        "@id": .text("selection-\(option)"), "SequenceOrder": .number(place + 1),
                        "CandidateIds": .list([.text("candidate-\(option)")]),
                        "VoteCounts": voteCounts(place),
                    ])
            })
        return .object("CandidateContest", fields)
    }

    private var measureContest: ReportNode {
        var fields = contestFields
        fields["Type"] = .text("referendum")
        if let rule = source.contest?.outcome {
            fields["PassageThreshold"] = Self.localized(rule.text)
            fields["VoteVariation"] = .text(rule.kind.rawValue)
        }
        fields["ContestSelection"] = .list(
            source.fitted.options.enumerated().map { place, option in
                .object(
                    "BallotMeasureSelection",
                    [
                        "@id": .text("selection-\(option)"), "SequenceOrder": .number(place + 1),
                        "Selection": Self.localized(name(of: option)),
                        "VoteCounts": voteCounts(place),
                    ])
            })
        return .object("BallotMeasureContest", fields)
    }

    private static func localized(_ text: LocalizedText) -> ReportNode {
        let written: [(String, String?)] = [("en", text.en), ("ru", text.ru), ("ky", text.ky)]
        return .object(
            "InternationalizedText",
            [
                "Text": .list(
                    written.compactMap { language, content in
                        content.map {
                            .object(
                                "LanguageString",
                                ["Content": .text($0), "Language": .text(language)])
                        }
                    })
            ])
    }
}
