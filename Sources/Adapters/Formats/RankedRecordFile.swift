import Elections
import Foundation
import Primitives
import Tabulation

/// Ranked ballots from cast vote records, NIST SP 1500-103 in JSON.
///
/// A candidate's id in the rule is the `ContestSelectionId` in the records. The current snapshot of each
/// record counts; positions without an indication, or that are not allocable, are no marks. A written-in
/// name counts for the rule's candidate of kind `write-in`. A report of a test is refused.
package enum RankedRecordFile {
    /// - Parameter contest: the `ContestId`; nil when the records hold one contest only.
    /// - Returns: the ballots, and the records that no ballot can be read from, numbered from 1.
    package static func read(
        _ path: String, rule: RankedRule, contest: String?
    ) throws -> RankedBallotTable {
        let report = try Documents.decode(
            Report.self, from: Files.read(path, limit: 1 << 28), name: path)
        guard
            CountMode(reportTypes: report.ReportType ?? [], other: report.OtherReportType) == .real
        else { throw CountModeProblem.test(path) }
        let wanted = try contest ?? onlyContest(of: report, file: path)
        let reader = RecordReading(rule: rule, contest: wanted)
        var ballots: [RankedBallot] = []
        var refusals: [RowRefusal] = []
        var refused = 0
        for (place, record) in report.CVR.enumerated() {
            do {
                if let ballot = try reader.ballot(record) { ballots.append(ballot) }
            } catch {
                refused += 1
                guard refusals.count < SheetBatch.keptRefusals else { continue }
                refusals.append(
                    RowRefusal(
                        line: place + 1, code: "ballots.\(error.code)",
                        summary: "Record \(place + 1): \(error.what).", remedy: error.remedy))
            }
        }
        guard !ballots.isEmpty || refused > 0 else {
            throw PlainProblem(
                code: "ballots.no-contest",
                summary: "\(path) holds no record of contest \(wanted).",
                remedy: "Name the contest as the records do.")
        }
        return RankedBallotTable(
            ballots: RankedBallots(ballots), refusals: refusals, refused: refused)
    }

    private static func onlyContest(of report: Report, file: String) throws -> String {
        var found: Set<String> = []
        for record in report.CVR {
            for marked in record.current?.CVRContest ?? [] { found.insert(marked.ContestId) }
        }
        guard found.count == 1, let only = found.first else {
            throw PlainProblem(
                code: "ballots.which-contest", summary: "\(file) holds \(found.count) contests.",
                remedy: "Name one with --contest.")
        }
        return only
    }

    // MARK: The parts of a record that are read; names are those of the schema.

    // swift-format-ignore: AlwaysUseLowerCamelCase
    struct Report: Decodable {
        let CVR: [Record]
        let ReportType: [String]?
        let OtherReportType: String?
    }

    // swift-format-ignore: AlwaysUseLowerCamelCase
    struct Record: Decodable {
        let CurrentSnapshotId: String
        let CVRSnapshot: [Snapshot]

        var current: Snapshot? { CVRSnapshot.first { $0.id == CurrentSnapshotId } }
    }

    // swift-format-ignore: AlwaysUseLowerCamelCase
    struct Snapshot: Decodable {
        let id: String
        let CVRContest: [Marked]?

        enum CodingKeys: String, CodingKey {
            case id = "@id"
            case CVRContest
        }
    }

    // swift-format-ignore: AlwaysUseLowerCamelCase
    struct Marked: Decodable {
        let ContestId: String
        let CVRContestSelection: [Selection]?
    }

    // swift-format-ignore: AlwaysUseLowerCamelCase
    struct Selection: Decodable {
        let ContestSelectionId: String?
        let Rank: Int?
        let Status: [String]?
        let SelectionPosition: [Position]?
    }

    // swift-format-ignore: AlwaysUseLowerCamelCase
    struct Position: Decodable {
        struct WriteIn: Decodable {}

        let HasIndication: String
        let IsAllocable: String?
        let Rank: Int?
        let CVRWriteIn: WriteIn?
    }
}

/// Reads the ranks of one record.
private struct RecordReading {
    struct Refused: Error {
        let code: String
        let what: String
        let remedy: String
    }

    let contest: String
    private let known: [String: ContestOption.ID]
    private let writeIn: ContestOption.ID?

    init(rule: RankedRule, contest: String) {
        self.contest = contest
        known = Dictionary(
            rule.candidates.map { ($0.id.text, $0.id) }, uniquingKeysWith: { first, _ in first })
        writeIn = rule.candidates.first { $0.kind == .writeIn }?.id
    }

    /// Nil when the record has not got the contest.
    func ballot(_ record: RankedRecordFile.Record) throws(Refused) -> RankedBallot? {
        guard let snapshot = record.current else {
            throw Refused(
                code: "no-snapshot", what: "its current snapshot is not there",
                remedy: "Ask for the records again.")
        }
        guard let marked = snapshot.CVRContest?.first(where: { $0.ContestId == contest }) else {
            return nil
        }
        var ranks: [[ContestOption.ID]] = []
        for selection in marked.CVRContestSelection ?? [] {
            if selection.Status?.contains("needs-adjudication") == true { throw undecided }
            for position in selection.SelectionPosition ?? [] {
                if position.HasIndication == "no" || position.IsAllocable == "no" { continue }
                guard position.HasIndication == "yes" else { throw undecided }
                let rank = try place(position.Rank ?? selection.Rank)
                while ranks.count < rank { ranks.append([]) }
                ranks[rank - 1].append(try candidate(selection, position))
            }
        }
        return RankedBallot(ranks)
    }

    private func place(_ rank: Int?) throws(Refused) -> Int {
        guard let rank, (1...RankedBallot.mostRanks).contains(rank) else {
            throw Refused(
                code: "no-rank",
                what: rank.map { "a mark has the rank \($0)" } ?? "a mark has no rank",
                remedy: "Ranked ballots need a rank from 1 on at every mark.")
        }
        return rank
    }

    private func candidate(
        _ selection: RankedRecordFile.Selection, _ position: RankedRecordFile.Position
    ) throws(Refused) -> ContestOption.ID {
        let name = selection.ContestSelectionId ?? ""
        if position.CVRWriteIn == nil, let id = known[name] { return id }
        if position.CVRWriteIn != nil, let writeIn { return writeIn }
        throw Refused(
            code: "unknown-candidate",
            what: "\"\(PlainTable.clipped(name))\" is no candidate of the rule",
            remedy: "Name the candidate, or one of kind write-in, in the rule.")
    }

    private var undecided: Refused {
        Refused(
            code: "undecided", what: "a mark is not decided",
            remedy: "A person must look at the paper before it is counted.")
    }
}
