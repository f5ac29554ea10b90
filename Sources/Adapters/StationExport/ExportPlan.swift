import Ballots
import Cryptography
import Elections
import Formats
import Foundation
import Ledger
import Primitives
import StationCount

/// Every file that an export holds for one state of a count, and what is in it.
///
/// No file tells the order of papers: papers stand under random numbers, and what is said of the day
/// names no paper but those that a person decided about.
struct ExportPlan {
    enum Content {
        /// A picture, which the store has by its digest.
        case picture(KeptPage)
        /// Made when it is needed; the same for as long as the file has this name.
        case fixed(() throws -> [UInt8])
        /// May change from event to event.
        case changing(() throws -> [UInt8])
    }

    struct File {
        let kind: EvidenceKind
        let content: Content
    }

    let definition: ElectionDefinition
    /// `definition.json` and `ballot-layouts.json`.
    let source: (definition: [UInt8], layouts: [UInt8])

    /// The day of the election: files must not depend on when they were written.
    var moment: Instant { Instant(seconds: definition.day.number * 86_400) }

    /// - Parameters:
    ///   - zero: the report of the opening, once it is opened.
    ///   - closing: the report of the closing, while it is closed.
    func files(
        _ state: CountState, identity: CountIdentity, zero: CountReport?, closing: CountReport?
    ) -> [String: File] {
        var files: [String: File] = [:]
        files["station.json"] = document(identity)
        files["definition/definition.json"] = File(
            kind: .definition, content: .fixed { source.definition })
        files["definition/ballot-layouts.json"] = File(
            kind: .ballotLayout, content: .fixed { source.layouts })
        files["day.json"] = File(
            kind: .readingReport, content: .changing { Array(try Documents.encode(Day(state))) })
        for paper in state.counted.values { add(paper, identity.mode, to: &files) }
        for one in state.cases where one.decision?.counts != true {
            add(one, identity.mode, to: &files)
        }
        for sheet in state.refused.values {
            files["refused/\(sheet.number).json"] = document(sheet.refusals)
            for page in sheet.pages where page.bytes <= Self.largestPicture {
                files["refused/\(page.file)"] = File(kind: .pageImage, content: .picture(page))
            }
        }
        if let zero { files["zero-report.json"] = document(zero) }
        if let closing {
            files["closing-report.json"] = File(
                kind: .readingReport, content: .changing { Array(try Documents.encode(closing)) })
            addSummary(of: state, closing, to: &files)
        }
        return files
    }

    /// Files that are there while the count is closed.
    static let summary = [
        "closing-report.json", "cast-vote-records.json", "review.json", "refusals.json",
        "totals.json", "sheets.csv",
    ]

    /// As the store bounds a file.
    static let largestPicture = 32 << 20

    private func document(_ value: some Encodable) -> File {
        File(kind: .readingReport, content: .fixed { Array(try Documents.encode(value)) })
    }

    private func add(
        _ paper: CountedPaper, _ mode: CountMode, to files: inout [String: File]
    ) {
        files["records/\(paper.record.id).json"] = record(paper, mode)
        if !paper.reviews.isEmpty {
            files["reviews/\(paper.record.id).json"] = document(paper.reviews)
        }
        for page in paper.pages {
            files["images/\(page.file)"] = File(kind: .pageImage, content: .picture(page))
        }
    }

    private func add(
        _ one: CountState.Case, _ mode: CountMode, to files: inout [String: File]
    ) {
        files["held/\(one.paper.record.id).json"] = record(one.paper, mode)
        for page in one.paper.pages {
            files["held/\(page.file)"] = File(kind: .pageImage, content: .picture(page))
        }
    }

    private func record(_ paper: CountedPaper, _ mode: CountMode) -> File {
        File(
            kind: .castVoteRecords,
            content: .fixed {
                Array(
                    try CastVoteRecordReport.encode(
                        [paper.record], of: mode, definition: definition, generated: moment))
            })
    }

    /// What `dobush read` leaves for the same papers, in the order of their numbers.
    private func addSummary(
        of state: CountState, _ closing: CountReport, to files: inout [String: File]
    ) {
        let papers = state.counted.values.sorted { $0.record.id < $1.record.id }
        let refused = state.refused.values.sorted { $0.number < $1.number }
        func changing(_ kind: EvidenceKind, _ make: @escaping () throws -> Data) -> File {
            File(kind: kind, content: .changing { Array(try make()) })
        }
        files["cast-vote-records.json"] = changing(.castVoteRecords) {
            try CastVoteRecordReport.encode(
                papers.map(\.record), of: closing.identity.mode, definition: definition,
                generated: moment,
                sources: [
                    DefinitionFolder.source(
                        "definition.json", digest: Digest.of(source.definition).hex),
                    DefinitionFolder.source(
                        "ballot-layouts.json", digest: Digest.of(source.layouts).hex),
                ])
        }
        files["review.json"] = changing(.readingReport) {
            try Documents.encode(papers.flatMap(\.reviews))
        }
        files["refusals.json"] = changing(.readingReport) {
            try Documents.encode(refused.flatMap(\.refusals))
        }
        files["totals.json"] = changing(.readingReport) {
            try Documents.encode(closing.contests)
        }
        files["sheets.csv"] = changing(.readingReport) { Self.sheets(papers) }
    }

    /// Which pictures make which paper, as `dobush read --sheets` takes it.
    private static func sheets(_ papers: [CountedPaper]) -> Data {
        var lines = ["sheet,front,back,batch"]
        for paper in papers {
            let pages = paper.pages.map(\.file) + [""]
            lines.append(
                "\(paper.record.id),\(pages[0]),\(pages[1]),\(paper.record.batch?.text ?? "")")
        }
        return Data((lines.joined(separator: "\n") + "\n").utf8)
    }
}

/// File `day.json`: what happened, without any paper's place in it.
struct Day: Codable, Hashable {
    struct Decision: Codable, Hashable {
        var `case`: Int
        var paper: CastVoteRecord.ID
        var like: CastVoteRecord.ID
        /// Thousandths.
        var likeness: Int
        /// Nil while nobody has decided.
        var decision: CountState.Case.Decision?
    }

    var deeds: [CountState.Deed]
    var cases: [Decision]
    var reader: String?
    var counted: Int
    var refused: Int

    init(_ state: CountState) {
        deeds = state.deeds
        cases = state.cases.map { one in
            Decision(
                case: one.number, paper: one.paper.record.id, like: one.like,
                likeness: one.likeness, decision: one.decision)
        }
        reader = state.reader
        counted = state.counted.count
        refused = state.refused.count
    }
}
