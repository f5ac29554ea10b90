import Elections
import Foundation
import Primitives
import Tabulation

/// A declaration as an election results report of NIST SP 1500-100, version 2 (JSON).
///
/// The tree of units is nation, districts, and stations where there are at most
/// ``mostStations``; a larger report keeps to the first two and says so in its notes, as the
/// tables of sheets hold the rest. Other depths are had by asking, up to ``mostUnits``. Lines of the form for which the standard has no place stay in
/// `results.json`.
package struct ElectionResultsReport: Sendable {
    /// With more stations, the report keeps to nation and districts.
    package static let mostStations = 3000
    /// With more units, a report asked for is refused.
    package static let mostUnits = 20_000
    /// Stands for the day where neither definition nor user names one.
    package static let unknownDay = CivilDay(number: 0)

    private let declaration: Declaration
    private let batch: SheetBatch
    private let contest: Contest?
    private let day: CivilDay?
    private let units: ReportUnits

    /// The usual depth: nation, districts, and stations where they are few.
    ///
    /// - Parameters:
    ///   - batch: the sheets that the declaration was made from.
    ///   - day: of the election, where the declaration does not know it.
    package init(
        _ declaration: Declaration, batch: SheetBatch, definition: ElectionDefinition?,
        day: CivilDay? = nil
    ) {
        let units = ReportUnits(
            declaration, batch, withStations: batch.sheets.count <= Self.mostStations)
        self.init(declaration, batch, definition, day, units)
    }

    /// As deep as asked.
    ///
    /// - Throws: when it would have more than ``mostUnits`` units.
    package init(
        _ declaration: Declaration, batch: SheetBatch, definition: ElectionDefinition?,
        day: CivilDay? = nil, sums: AreaSums, depth: ReportDepth
    ) throws(PlainProblem) {
        guard depth != .usual else {
            self.init(declaration, batch: batch, definition: definition, day: day)
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
        let units = ReportUnits(declaration, batch, sums: sums, depth: levels)
        self.init(declaration, batch, definition, day, units)
    }

    private init(
        _ declaration: Declaration, _ batch: SheetBatch, _ definition: ElectionDefinition?,
        _ day: CivilDay?, _ units: ReportUnits
    ) {
        self.declaration = declaration
        self.batch = batch
        contest = declaration.contest.flatMap { definition?.contest($0) }
        self.day = declaration.day ?? day
        self.units = units
    }

    package func document() throws -> Data { try Documents.encode(report) }

    private var withStations: Bool { units.withStations }

    private var report: ReportNode {
        let stated = day ?? Self.unknownDay
        var fields: [String: ReportNode] = [
            "Format": .text(withStations ? "precinct-level" : "summary-contest"),
            "GeneratedDate": .text("\(stated.text)T00:00:00Z"),
            "Issuer": .text("Not stated"), "IssuerAbbreviation": .text("N/A"),
            "SequenceStart": .number(1), "SequenceEnd": .number(1),
            "Status": .text(isComplete ? "unofficial-complete" : "unofficial-partial"),
            "VendorApplicationId": .text("dobush"), "Notes": .text(notes),
            "GpUnit": .list(units.all.map(node)), "Election": .list([election(stated)]),
        ]
        if declaration.inventedNotice != nil {
            fields["IsTest"] = .truth(true)
            fields["TestType"] = .text("invented election")
        }
        return .object("ElectionReport", fields)
    }

    private var isComplete: Bool {
        declaration.sheets.refused == 0 && declaration.sheets.missing.isEmpty
    }

    private var notes: String {
        var parts: [String] = []
        if let notice = declaration.inventedNotice { parts.append(notice.en) }
        if day == nil {
            parts.append("The day of the election was not given; 1970-01-01 stands in its place.")
        }
        parts.append(
            "GeneratedDate is the day of the election, so that the same sheets give the same report."
        )
        if !withStations {
            let areas =
                units.hasOtherAreas
                ? "Units are the nation and \(units.all.count - 1) areas"
                : "Units are the nation and its first-level districts"
            parts.append(
                "\(areas); the \(batch.sheets.count) stations are in the tables of sheets.")
        }
        parts.append(
            "Lines of the results form without a place in this standard are in results.json.")
        return parts.joined(separator: " ")
    }

    // Units

    private func node(_ unit: ReportUnit) -> ReportNode {
        let fitted = batch.fitted
        var fields: [String: ReportNode] = [
            "@id": .text(unit.id), "Type": .text(unit.type), "Name": Self.localized(unit.name),
            "VotersRegistered": .number(fitted.base(.registered, of: unit.figures)),
            "VotersParticipated": .number(fitted.base(.participants, of: unit.figures)),
        ]
        if let sheets = unit.sheets { fields["SubUnitsReported"] = .number(sheets) }
        if let total = unit.total { fields["TotalSubUnits"] = .number(total) }
        if let other = unit.otherType { fields["OtherType"] = .text(other) }
        if let number = unit.number { fields["Number"] = .text(number) }
        if !unit.children.isEmpty {
            fields["ComposingGpUnitIds"] = .list(unit.children.map { .text($0) })
        }
        return .object("ReportingUnit", fields)
    }

    // Contest

    private func election(_ stated: CivilDay) -> ReportNode {
        let isReferendum = contest?.kind == .referendum
        let name = declaration.electionName ?? declaration.form.title
        var fields: [String: ReportNode] = [
            "ElectionScopeId": .text(ReportUnits.nation), "StartDate": .text(stated.text),
            "EndDate": .text(stated.text), "Name": Self.localized(name), "Type": .text("other"),
            "OtherType": .text(
                contest == nil ? "not stated" : isReferendum ? "referendum" : "election"),
            "BallotCounts": .list(ballotCounts),
            "Contest": .list([isReferendum ? measureContest : candidateContest]),
        ]
        if !isReferendum { fields["Candidate"] = .list(candidates) }
        return .object("Election", fields)
    }

    private var ballotCounts: [ReportNode] {
        units.all.map { unit in
            let cast = batch.fitted.base(.participants, of: unit.figures)
            let valid = batch.fitted.base(.valid, of: unit.figures)
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
        let place = batch.fitted.lines.count + option
        return .list(
            units.all.map { unit in
                .object(
                    "VoteCounts",
                    [
                        "GpUnitId": .text(unit.id), "Type": .text("total"),
                        "Count": .number(unit.figures[place]),
                    ])
            })
    }

    private func name(of option: ContestOption.ID) -> LocalizedText {
        contest?.name(of: option) ?? LocalizedText(option.text)
    }

    private var candidates: [ReportNode] {
        batch.fitted.options.map { option in
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
            "@id": .text("contest-\(declaration.contest?.text ?? "1")"),
            "ElectionDistrictId": .text(ReportUnits.nation),
            "Name": .text((declaration.contestTitle ?? declaration.form.title).en),
        ]
    }

    private var candidateContest: ReportNode {
        var fields = contestFields
        fields["VotesAllowed"] = .number(contest?.votesAllowed ?? 1)
        if let kind = contest?.outcome?.kind { fields["VoteVariation"] = .text(kind.rawValue) }
        fields["ContestSelection"] = .list(
            batch.fitted.options.enumerated().map { place, option in
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
        if let rule = contest?.outcome {
            fields["PassageThreshold"] = Self.localized(rule.text)
            fields["VoteVariation"] = .text(rule.kind.rawValue)
        }
        fields["ContestSelection"] = .list(
            batch.fitted.options.enumerated().map { place, option in
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
