import Ballots
import Elections
import Foundation
import Primitives

/// A VotingWorks `election.json` with `gridLayouts`: the parts that say what is on the paper.
///
/// Read from the files of 2020 to 2023 themselves; other fields are passed over.
struct VotingWorksElection: Decodable {
    struct Named: Decodable {
        let id: String
        let name: String
    }

    struct BallotStyle: Decodable {
        let id: String
        let precincts: [String]
        let districts: [String]
    }

    struct YesNo: Decodable {
        let id: String
        let label: String
    }

    struct ContestPart: Decodable {
        let id: String
        let title: String
        let type: String
        let seats: Int?
        let candidates: [Named]?
        let yesOption: YesNo?
        let noOption: YesNo?
        let allowWriteIns: Bool?
        /// Mississippi's double question: two contests in one.
        let eitherNeitherContestId: String?
        let pickOneContestId: String?
        let eitherNeitherLabel: String?
        let pickOneLabel: String?
        let eitherOption: YesNo?
        let neitherOption: YesNo?
        let firstOption: YesNo?
        let secondOption: YesNo?
    }

    struct Thresholds: Decodable {
        let definite: Double
    }

    struct Paper: Decodable {
        let paperSize: String?
        let metadataEncoding: String?
    }

    struct WriteInArea: Decodable {
        let x: Double
        let y: Double
        let width: Double
        let height: Double
    }

    struct Position: Decodable {
        let type: String
        let sheetNumber: Int?
        let side: String
        let column: Double
        let row: Double
        let contestId: String
        let optionId: String?
        let writeInIndex: Int?
        let writeInArea: WriteInArea?

        /// As VotingWorks names write-ins in its own records.
        var option: String? { optionId ?? writeInIndex.map { "write-in-\($0)" } }
    }

    struct GridLayout: Decodable {
        let ballotStyleId: String
        let gridPositions: [Position]
    }

    let title: String
    let state: String?
    let county: Named?
    let date: String
    let districts: [Named]
    let precincts: [Named]
    let ballotStyles: [BallotStyle]
    let contests: [ContestPart]
    let markThresholds: Thresholds?
    let ballotLayout: Paper?
    /// Missing in files older than timing marks.
    let gridLayouts: [GridLayout]?
}

/// Turns a VotingWorks election into ours.
///
/// Nothing is added that the file does not say, but what our definition cannot be without: stations
/// stand for precincts, in a zone of 0 and open for the whole day. No rule of the outcome is stated
/// there, so none is here.
package struct VotingWorksImport {
    package let definition: ElectionDefinition
    package let layouts: [BallotLayout]

    package init(_ data: Data, name: String) throws {
        let election = try Documents.decode(VotingWorksElection.self, from: data, name: name)
        let source = VotingWorksSource(election: election, file: name)
        layouts = try source.layouts()
        definition = try source.definition(layouts: layouts)
    }
}

struct VotingWorksSource {
    let election: VotingWorksElection
    let file: String

    func problem(_ place: String, _ what: String) -> DocumentProblem {
        DocumentProblem(file: file, place: place, what: what)
    }

    func name<Subject>(_ text: String, _ place: String) throws -> Identifier<Subject> {
        guard let name = Identifier<Subject>(text) else {
            throw problem(place, "“\(text)” is no identifier")
        }
        return name
    }

    // MARK: The definition

    func definition(layouts: [BallotLayout]) throws -> ElectionDefinition {
        guard let day = CivilDay(text: String(election.date.prefix(10))) else {
            throw problem(".date", "“\(election.date)” begins with no day")
        }
        let districts = try election.districts.map {
            District(
                id: try name($0.id, ".districts"), name: LocalizedText($0.name))
        }
        let words = [election.state, election.county?.id, day.text].compactMap { $0 }
        let id = words.joined(separator: "-").filter { $0.isASCII && !$0.isWhitespace }
        return ElectionDefinition(
            id: try name(id, ".county.id"), name: LocalizedText(election.title),
            inventedNotice: nil, day: day, contests: try contests(), districts: districts,
            stations: try stations(day: day), markPolicy: markPolicy(layouts),
            publication: PublicationRule(smallestPool: 1))
    }

    private func stations(day: CivilDay) throws -> [PollingStation] {
        try election.precincts.map { precinct in
            let style = election.ballotStyles.first { $0.precincts.contains(precinct.id) }
            guard let district = style?.districts.first ?? election.districts.first?.id else {
                throw problem(".districts", "precinct \(precinct.id) lies in no district")
            }
            let opens = Instant(seconds: day.number * 86_400)
            return PollingStation(
                id: try name(precinct.id, ".precincts"), name: LocalizedText(precinct.name),
                district: try name(district, ".ballotStyles"), seat: .home, zoneMinutes: 0,
                opens: opens, closes: opens.adding(minutes: 24 * 60))
        }
    }

    private func contests() throws -> [Contest] {
        try election.contests.enumerated().flatMap { index, contest in
            let place = ".contests[\(index)]"
            switch contest.type {
            case "candidate":
                return [
                    Contest(
                        id: try name(contest.id, place), title: LocalizedText(contest.title),
                        kind: .election, votesAllowed: contest.seats ?? 1,
                        options: try candidates(contest, place), outcome: nil)
                ]
            case "yesno":
                return [
                    question(
                        try name(contest.id, place), contest.title, try answers(contest, place))
                ]
            case "ms-either-neither": return try doubleQuestion(contest, place)
            default: throw problem(place, "contests of type \(contest.type) are not imported")
            }
        }
    }

    private func question(_ id: Contest.ID, _ title: String, _ options: [ContestOption]) -> Contest
    {
        Contest(
            id: id, title: LocalizedText(title), kind: .referendum, votesAllowed: 1,
            options: options, outcome: nil)
    }

    private func doubleQuestion(_ contest: VotingWorksElection.ContestPart, _ place: String) throws
        -> [Contest]
    {
        let parts = [
            (
                contest.eitherNeitherContestId, contest.eitherNeitherLabel,
                [contest.eitherOption, contest.neitherOption]
            ),
            (
                contest.pickOneContestId, contest.pickOneLabel,
                [contest.firstOption, contest.secondOption]
            ),
        ]
        return try parts.map { id, label, options in
            guard let id else { throw problem(place, "it names no two contests") }
            return question(
                try name(id, place), label ?? contest.title,
                try options.compactMap { $0 }.map {
                    ContestOption(
                        id: try name($0.id, place), name: LocalizedText($0.label), kind: .answer)
                })
        }
    }

    private func positions(of contest: String) -> [VotingWorksElection.Position] {
        (election.gridLayouts ?? []).flatMap(\.gridPositions).filter { $0.contestId == contest }
    }

    private func candidates(_ contest: VotingWorksElection.ContestPart, _ place: String) throws
        -> [ContestOption]
    {
        var options = try (contest.candidates ?? []).map {
            ContestOption(
                id: try name($0.id, place), name: LocalizedText($0.name), kind: .candidate)
        }
        var writeIns = Set(positions(of: contest.id).compactMap(\.writeInIndex)).sorted()
        // Without places the paper has one line for each seat.
        if election.gridLayouts == nil, contest.allowWriteIns == true {
            writeIns = Array(0..<(contest.seats ?? 1))
        }
        for index in writeIns {
            options.append(
                ContestOption(
                    id: try name("write-in-\(index)", place),
                    name: LocalizedText("Write-in \(index + 1)"), kind: .writeIn))
        }
        return options
    }

    private func answers(_ contest: VotingWorksElection.ContestPart, _ place: String) throws
        -> [ContestOption]
    {
        var found: [(id: String, label: String)] = []
        for stated in [contest.yesOption, contest.noOption] {
            if let stated { found.append((stated.id, stated.label)) }
        }
        // Older files name the answers only where they are printed, by ids that end in the word.
        if found.isEmpty {
            for id in positions(of: contest.id).compactMap(\.optionId)
            where !found.contains(where: { $0.id == id }) {
                let word = id.split(separator: "-").last.map(String.init) ?? id
                found.append((id, word.prefix(1).uppercased() + word.dropFirst()))
            }
        }
        if found.isEmpty { found = [("yes", "Yes"), ("no", "No")] }
        return try found.map {
            ContestOption(id: try name($0.id, place), name: LocalizedText($0.label), kind: .answer)
        }
    }

    /// VotingWorks counts from `definite` on, as a part of the box round the target; we measure the
    /// inside of the target only, so the same ink is a larger part. What an empty target shows by
    /// dirt and grain stays below one per cent (VotingWorks states the same of its own measure).
    /// Between the two a person looks.
    private func markPolicy(_ layouts: [BallotLayout]) -> MarkPolicy {
        // 0.07 is what VotingWorks uses when its file says nothing.
        let definite = election.markThresholds?.definite ?? 0.07
        let ratio = layouts.first.map { $0.targetWidth * $0.targetHeight / $0.interiorArea } ?? 1
        let counted = min(10_000, max(100, Int((definite * ratio * 10_000).rounded())))
        return MarkPolicy(
            ignoredBelow: 100, countedFrom: counted,
            text: LocalizedText(
                """
                Any mark in the target. Counted from \(definite) of the target's box, as the \
                election's file states, which is \(counted) ten-thousandths of its inside; below \
                100 ten-thousandths ignored; between the two a person looks.
                """))
    }
}
