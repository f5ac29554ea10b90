import Ballots
import Elections
import Foundation
import Primitives

/// An election definition with its papers as a ballot definition of NIST SP 1500-20, version 1.0.0.
///
/// What of ours the standard has no field for rides in external identifiers whose kind begins with
/// `dobush:`; Documentation/Specifications/ballot-definition-1500-20.md lists them all.
package struct BallotDefinitionExport: Sendable {
    private let definition: ElectionDefinition
    private let layouts: [BallotLayout]
    /// Name in the file of each contest, option and station.
    private let contestNames: [Contest.ID: String]
    private let stationNames: [PollingStation.ID: String]

    package init(
        _ definition: ElectionDefinition, layouts: [BallotLayout]
    ) throws(BallotDefinitionProblem) {
        self.definition = definition
        self.layouts = layouts
        contestNames = Dictionary(
            definition.contests.enumerated().map { ($1.id, "contest-\($0 + 1)") }
        ) { first, _ in first }
        stationNames = Dictionary(
            definition.stations.enumerated().map { ($1.id, "station-\($0 + 1)") }
        ) { first, _ in first }
        for layout in layouts where layout.markPitchMillimetres == nil {
            throw .noPitch(layout.id)
        }
    }

    package func document() throws -> Data {
        let moment = "\(definition.day.text)T00:00:00Z"
        return try Documents.encode(
            BallotDefinitionNode.object(
                "BallotDefinition",
                [
                    "Version": .text("1.0.0"), "GeneratedDate": .text(moment),
                    "Issuer": .text(definition.name.en),
                    "IssuerAbbreviation": .text(definition.id.text),
                    "VendorApplicationId": .text("Dobush"), "SequenceStart": .number(1),
                    "SequenceEnd": .number(1),
                    "Notes": definition.inventedNotice.map { .text($0.en) },
                    "Header": header, "GpUnit": .list(units),
                    "Shape": .list(BallotDefinitionPapers.shapes),
                    "BallotFormat": .list(
                        layouts.indices.map { papers($0).format }),
                    "Election": .list([try election]),
                ]))
    }

    // MARK: Texts

    static func text(_ text: LocalizedText) -> BallotDefinitionNode {
        .object(
            "InternationalizedText",
            [
                "Text": .list(
                    Language.allCases.compactMap { language in
                        text.translated(into: language).map {
                            .object(
                                "LanguageString",
                                ["Language": .text(language.rawValue), "Content": .text($0)])
                        }
                    })
            ])
    }

    private static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private var header: BallotDefinitionNode? {
        definition.inventedNotice.map {
            .list([.object("Header", ["@id": .text("notice"), "Name": Self.text($0)])])
        }
    }

    // MARK: Areas

    private var units: [BallotDefinitionNode] {
        let scope = BallotDefinitionNode.object(
            "ReportingUnit",
            [
                "@id": .text("scope"), "Type": .text("other"),
                "OtherType": .text("area of the election"),
                "ComposingGpUnitIds": definition.districts.isEmpty
                    ? nil
                    : .list(definition.districts.indices.map { .text("district-\($0 + 1)") }),
            ])
        let districts = definition.districts.enumerated().map { index, district in
            let inside = definition.stations.filter { $0.district == district.id }
                .compactMap { stationNames[$0.id] }
            return BallotDefinitionNode.object(
                "ReportingUnit",
                [
                    "@id": .text("district-\(index + 1)"), "Type": .text("other"),
                    "OtherType": .text("district"), "Name": Self.text(district.name),
                    "ComposingGpUnitIds": inside.isEmpty
                        ? nil : .list(inside.map { .text($0) }),
                    "ExternalIdentifier": .list([.own("id", district.id.text)]),
                ])
        }
        return [scope] + districts + definition.stations.map(station)
    }

    private func station(_ station: PollingStation) -> BallotDefinitionNode {
        .object(
            "ReportingUnit",
            [
                "@id": .text(stationNames[station.id] ?? ""), "Type": .text("polling-place"),
                "Name": Self.text(station.name),
                "ExternalIdentifier": .list([
                    .own("id", station.id.text), .own("seat", station.seat.rawValue),
                    .own("zone-minutes", String(station.zoneMinutes)),
                    .own("opens", station.opens.text()), .own("closes", station.closes.text()),
                ]),
            ])
    }

    // MARK: The election

    private var election: BallotDefinitionNode {
        get throws {
            var own: [BallotDefinitionNode] = [
                .own("id", definition.id.text),
                .own("mark-policy", try Self.json(definition.markPolicy)),
                .own("publication", try Self.json(definition.publication)),
            ]
            if let limit = definition.riskLimitThousandths {
                own.append(.own("risk-limit-thousandths", String(limit)))
            }
            return .object(
                "Election",
                [
                    "ElectionScopeId": .text("scope"), "Name": Self.text(definition.name),
                    "StartDate": .text(definition.day.text), "EndDate": .text(definition.day.text),
                    "Type": .text("other"), "OtherType": .text("not stated"),
                    "ExternalIdentifier": .list(own),
                    "Candidate": .list(definition.contests.indices.flatMap(candidates)),
                    "Contest": .list(try definition.contests.indices.map(contest)),
                    "BallotStyle": .list(layouts.indices.map(style)),
                ])
        }
    }

    private func optionName(_ contest: Int, _ option: Int) -> String {
        "option-\(contest + 1)-\(option + 1)"
    }

    /// Candidates, and the words that stand for a write-in.
    private func candidates(_ index: Int) -> [BallotDefinitionNode] {
        definition.contests[index].options.enumerated().compactMap { place, option in
            guard option.kind == .candidate || option.kind == .writeIn else { return nil }
            return .object(
                "Candidate",
                [
                    "@id": .text("candidate-\(index + 1)-\(place + 1)"),
                    "BallotName": Self.text(option.name),
                ])
        }
    }

    private func contest(_ index: Int) throws -> BallotDefinitionNode {
        let contest = definition.contests[index]
        var own: [BallotDefinitionNode] = [.own("id", contest.id.text)]
        if let rule = contest.outcome { own.append(.own("outcome", try Self.json(rule))) }
        var fields: [String: BallotDefinitionNode?] = [
            "@id": .text("contest-\(index + 1)"), "ElectionDistrictId": .text("scope"),
            "Name": .text(contest.title.en), "BallotTitle": Self.text(contest.title),
            "SequenceOrder": .number(Double(index + 1)), "VoteVariation": .text("n-of-m"),
            "ContestOption": .list(contest.options.indices.map { option(index, $0) }),
        ]
        switch contest.kind {
        case .election: fields["VotesAllowed"] = .number(Double(contest.votesAllowed))
        case .referendum:
            fields["Type"] = .text("referendum")
            if contest.votesAllowed != 1 {
                own.append(.own("votes-allowed", String(contest.votesAllowed)))
            }
        }
        fields["ExternalIdentifier"] = .list(own)
        return .object(
            contest.kind == .election ? "CandidateContest" : "BallotMeasureContest", fields)
    }

    private func option(_ contest: Int, _ place: Int) -> BallotDefinitionNode {
        let option = definition.contests[contest].options[place]
        var fields: [String: BallotDefinitionNode?] = [
            "@id": .text(optionName(contest, place)),
            "SequenceOrder": .number(Double(place + 1)),
        ]
        var own: [BallotDefinitionNode] = [.own("id", option.id.text)]
        switch option.kind {
        case .candidate, .writeIn:
            fields["CandidateIds"] = .list([.text("candidate-\(contest + 1)-\(place + 1)")])
            if option.kind == .writeIn { fields["IsWriteIn"] = .truth(true) }
        case .againstAll, .answer:
            fields["Selection"] = Self.text(option.name)
            if option.kind == .againstAll { own.append(.own("kind", option.kind.rawValue)) }
        }
        fields["ExternalIdentifier"] = .list(own)
        let isCandidate = option.kind == .candidate || option.kind == .writeIn
        return .object(isCandidate ? "CandidateOption" : "BallotMeasureOption", fields)
    }

    // MARK: Ballot styles

    private func papers(_ index: Int) -> BallotDefinitionPapers {
        BallotDefinitionPapers(layouts[index], index, contests: definition.contests)
    }

    private func style(_ index: Int) -> BallotDefinitionNode {
        let papers = papers(index)
        let contests = definition.contests.enumerated().filter { _, contest in
            papers.targets.contains { $0.target.contest == contest.id }
        }.map { place, contest in
            let names = contest.options.indices.map { optionName(place, $0) }
            return BallotDefinitionNode.object(
                "OrderedContest",
                [
                    "ContestId": .text("contest-\(place + 1)"),
                    "OrderedContestOptionIds": .list(names.map { .text($0) }),
                    "Physical": .list([
                        papers.contest(
                            contest,
                            names: Dictionary(
                                zip(contest.options.map(\.id), names)
                            ) { first, _ in first })
                    ]),
                ])
        }
        let notice = definition.inventedNotice.map { _ in
            BallotDefinitionNode.object("OrderedHeader", ["HeaderId": .text("notice")])
        }
        return .object(
            "BallotStyle",
            [
                "GpUnitIds": .list([.text("scope")]),
                "Language": .list(languages.map { .text($0.rawValue) }),
                "ExternalIdentifier": .list([.own("id", layouts[index].id.text)]),
                "OrderedContent": .list((notice.map { [$0] } ?? []) + contests),
            ])
    }

    private var languages: [Language] {
        Language.allCases.filter { definition.name.translated(into: $0) != nil }
    }
}

/// Why a ballot definition cannot be written or read.
package enum BallotDefinitionProblem: Problem, Hashable {
    case noPitch(BallotLayout.ID)
    /// With the place in the file.
    case cannotHold(String, String)

    package var code: String {
        switch self {
        case .noPitch: "formats.layout-without-pitch"
        case .cannotHold: "formats.ballot-definition"
        }
    }

    package var summary: String {
        switch self {
        case .noPitch(let layout):
            "Layout \(layout) does not say how far its timing marks stand apart, so that no place on it is known in millimetres."
        case .cannotHold(let place, let what): "At \(place): \(what)."
        }
    }

    package var remedy: String {
        switch self {
        case .noPitch: "Add markPitchMillimetres to the layout."
        case .cannotHold:
            "Documentation/Specifications/ballot-definition-1500-20.md says what is read; correct the file, or leave this part out of it."
        }
    }
}
