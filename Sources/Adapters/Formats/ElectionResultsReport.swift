import Elections
import Foundation
import Primitives
import Tabulation

/// A declaration as an election results report of NIST SP 1500-100, version 2 (JSON).
///
/// The tree of units is nation, districts, and stations where there are at most
/// ``mostStations``; a larger report keeps to the first two and says so in its notes, as the
/// tables of sheets hold the rest. Lines of the form for which the standard has no place stay in
/// `results.json`.
package struct ElectionResultsReport: Sendable {
    /// With more stations, the report keeps to nation and districts.
    package static let mostStations = 3000
    /// Stands for the day where neither definition nor user names one.
    package static let unknownDay = CivilDay(number: 0)

    private let declaration: Declaration
    private let batch: SheetBatch
    private let contest: Contest?
    private let day: CivilDay?

    /// - Parameters:
    ///   - batch: the sheets that the declaration was made from.
    ///   - day: of the election, where the declaration does not know it.
    package init(
        _ declaration: Declaration, batch: SheetBatch, definition: ElectionDefinition?,
        day: CivilDay? = nil
    ) {
        self.declaration = declaration
        self.batch = batch
        contest = declaration.contest.flatMap { definition?.contest($0) }
        self.day = declaration.day ?? day
    }

    package func document() throws -> Data { try Documents.encode(report) }

    private var withStations: Bool { batch.sheets.count <= Self.mostStations }

    private var report: ReportNode {
        let stated = day ?? Self.unknownDay
        var fields: [String: ReportNode] = [
            "Format": .text(withStations ? "precinct-level" : "summary-contest"),
            "GeneratedDate": .text("\(stated.text)T00:00:00Z"),
            "Issuer": .text("Not stated"), "IssuerAbbreviation": .text("N/A"),
            "SequenceStart": .number(1), "SequenceEnd": .number(1),
            "Status": .text(isComplete ? "unofficial-complete" : "unofficial-partial"),
            "VendorApplicationId": .text("dobush"), "Notes": .text(notes),
            "GpUnit": .list(units), "Election": .list([election(stated)]),
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
            parts.append(
                "Units are the nation and its first-level districts; the \(batch.sheets.count) stations are in the tables of sheets."
            )
        }
        parts.append(
            "Lines of the results form without a place in this standard are in results.json.")
        return parts.joined(separator: " ")
    }

    // Units

    private static let nation = "unit-nation"

    private func districtID(_ place: Int) -> String { "unit-district-\(place + 1)" }
    private func stationID(_ place: Int) -> String { "unit-station-\(place + 1)" }

    private func unit(
        _ id: String, type: String, name: LocalizedText, figures: [Int], sheets: Int, total: Int?,
        children: [String]
    ) -> ReportNode {
        let fitted = batch.fitted
        var fields: [String: ReportNode] = [
            "@id": .text(id), "Type": .text(type), "Name": Self.localized(name),
            "VotersRegistered": .number(fitted.base(.registered, of: figures)),
            "VotersParticipated": .number(fitted.base(.participants, of: figures)),
            "SubUnitsReported": .number(sheets),
        ]
        if let total { fields["TotalSubUnits"] = .number(total) }
        if !children.isEmpty { fields["ComposingGpUnitIds"] = .list(children.map { .text($0) }) }
        return .object("ReportingUnit", fields)
    }

    private var units: [ReportNode] {
        let districts = declaration.districts
        let place = Dictionary(
            districts.enumerated().map { ($1.district, $0) },
            uniquingKeysWith: { first, _ in first })
        var inside: [[String]] = Array(repeating: [], count: districts.count)
        var topLevel = districts.indices.map(districtID)
        var stations: [ReportNode] = []
        if withStations {
            for (number, sheet) in batch.sheets.enumerated() {
                if let district = sheet.areas.first.flatMap({ place[$0] }) {
                    inside[district].append(stationID(number))
                } else {
                    topLevel.append(stationID(number))
                }
                stations.append(stationUnit(number, sheet))
            }
        }
        let nation = unit(
            Self.nation, type: "country",
            name: declaration.electionName ?? LocalizedText("All sheets"),
            figures: figures(declaration.totals),
            sheets: declaration.sheets.accepted, total: declaration.sheets.expected,
            children: topLevel)
        let middle = districts.enumerated().map { number, district in
            unit(
                districtID(number), type: "state",
                name: district.name ?? LocalizedText(district.district),
                figures: figures(district.totals), sheets: district.sheets, total: nil,
                children: inside[number])
        }
        return [nation] + middle + stations
    }

    private func stationUnit(_ number: Int, _ sheet: ResultsSheet) -> ReportNode {
        let place = (sheet.areas.dropFirst() + [sheet.name]).joined(separator: ", ")
        return .object(
            "ReportingUnit",
            [
                "@id": .text(stationID(number)), "Type": .text("polling-place"),
                "Name": Self.localized(LocalizedText(place)), "Number": .text(sheet.station.text),
                "VotersRegistered": .number(sheet.base(.registered)),
                "VotersParticipated": .number(sheet.base(.participants)),
            ])
    }

    private func figures(_ totals: [String: Int]) -> [Int] {
        batch.fitted.columns.map { totals[$0] ?? 0 }
    }

    /// Every unit with its figures, parents before children.
    private var unitFigures: [(id: String, figures: [Int])] {
        [(Self.nation, figures(declaration.totals))]
            + declaration.districts.enumerated().map { (districtID($0), figures($1.totals)) }
            + (withStations ? batch.sheets.enumerated().map { (stationID($0), $1.figures) } : [])
    }

    // Contest

    private func election(_ stated: CivilDay) -> ReportNode {
        let isReferendum = contest?.kind == .referendum
        let name = declaration.electionName ?? declaration.form.title
        var fields: [String: ReportNode] = [
            "ElectionScopeId": .text(Self.nation), "StartDate": .text(stated.text),
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
        unitFigures.map { unit in
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
            "ElectionDistrictId": .text(Self.nation),
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

/// A piece of the report; an object carries the standard's name of its kind.
private indirect enum ReportNode: Encodable, Sendable {
    case object(String, [String: ReportNode])
    case list([ReportNode])
    case text(String)
    case number(Int)
    case truth(Bool)

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(_ text: String) { stringValue = text }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .object(let kind, let fields):
            var container = encoder.container(keyedBy: Key.self)
            try container.encode("ElectionResults.\(kind)", forKey: Key("@type"))
            for (name, value) in fields { try container.encode(value, forKey: Key(name)) }
        case .list(let items):
            var container = encoder.unkeyedContainer()
            for item in items { try container.encode(item) }
        case .text(let text):
            var container = encoder.singleValueContainer()
            try container.encode(text)
        case .number(let number):
            var container = encoder.singleValueContainer()
            try container.encode(number)
        case .truth(let truth):
            var container = encoder.singleValueContainer()
            try container.encode(truth)
        }
    }
}
