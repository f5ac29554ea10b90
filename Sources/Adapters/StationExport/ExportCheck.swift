import Ballots
import Cryptography
import Elections
import Formats
import Foundation
import Ledger
import Primitives
import StationCount

/// What a stranger finds who holds nothing but an export, and perhaps the station's key.
package struct ExportCheck: Sendable {
    package struct Line: Hashable, Sendable {
        /// What was looked at.
        package let what: String
        /// What is wrong; empty where nothing is.
        package let faults: [String]
    }

    package private(set) var lines: [Line] = []
    package private(set) var identity: CountIdentity?
    package private(set) var counted = 0
    package private(set) var isClosed = false
    /// Totals recomputed from the papers' own records.
    package private(set) var totals: [ContestTotal] = []

    package var isWhole: Bool { lines.allSatisfy(\.faults.isEmpty) }

    /// - Parameter key: that the reader trusts; nil to take the export's own.
    package init(folder: String, key: NoteKey?) throws {
        let files = try ExportFiles(folder)
        checkSignature(files, key: key)
        checkRoot(files)
        note("what lies on the medium", files.strange)
        guard let identity else { return }
        guard let definition = checkDefinition(files, identity) else { return }
        let (papers, reviews) = checkPapers(files, identity, definition.0, definition.1)
        counted = papers.count
        totals = definition.0.contests.map { ContestTotal($0, records: papers) }
        checkDay(files)
        if isClosed { checkSummary(files, identity, papers, reviews, definition.0) }
    }

    private mutating func note(_ what: String, _ faults: [String]) {
        lines.append(Line(what: what, faults: faults))
    }

    // MARK: The log

    private mutating func checkSignature(_ files: ExportFiles, key: NoteKey?) {
        var faults: [String] = []
        let note = files.log["checkpoint"].flatMap { String(validating: $0, as: UTF8.self) } ?? ""
        let stated = files.log["key.txt"].flatMap { bytes -> NoteKey? in
            let text = String(decoding: bytes, as: UTF8.self)
            return text.hasSuffix("\n") ? NoteKey(text: String(text.dropLast())) : nil
        }
        identity = files.decoded(CountIdentity.self, "station.json")
        if identity == nil { faults.append("station.json is missing or is not what it should be") }
        if stated == nil { faults.append("log/key.txt is missing or is no verifier key") }
        if let key, let stated, key.key != stated.key {
            faults.append("log/key.txt is not the key you trust")
        }
        if let identity, let stated, identity.key != stated.text || identity.origin != stated.name {
            faults.append("log/key.txt is not the key that station.json names")
        }
        // The station's own key, under the name of this count: a test's signature fits no real count.
        if let trusted = key?.key ?? stated?.key, let name = identity?.origin {
            do {
                _ = try Checkpoint.open(note, key: NoteKey(name: name, key: trusted))
            } catch { faults.append(error.text) }
        } else {
            faults.append("there is nothing to hold the checkpoint to")
        }
        self.note("the signature of the station over its checkpoint", faults)
    }

    private mutating func checkRoot(_ files: ExportFiles) {
        var faults: [String] = []
        let entries = files.entries
        let leaves = entries.map { Array($0.text.utf8) }
        let note = files.log["checkpoint"].flatMap { String(validating: $0, as: UTF8.self) } ?? ""
        if let checkpoint = try? Checkpoint.parse(note).0 {
            if checkpoint.size != entries.count {
                faults.append(
                    "the checkpoint is of \(checkpoint.size) files, and \(entries.count) are here")
            } else if checkpoint.root != MerkleTree.root(leaves.map(MerkleTree.leaf)) {
                faults.append("the files are not those under the checkpoint")
            }
        } else {
            faults.append("there is no checkpoint")
        }
        let expected = Tiles.files(leaves)
        isClosed = files.documents["closing-report.json"] != nil
        let tiles = files.log.filter { $0.key.hasPrefix("tile/") }
        if isClosed {
            faults += expected.keys.sorted().filter { tiles[$0] != expected[$0] }
                .map { "log/\($0) is missing or is not what the files give" }
        }
        faults += tiles.keys.sorted().filter { !isClosed || expected[$0] == nil }
            .map { "log/\($0) should not be here" }
        self.note("\(entries.count) files under the checkpoint", faults)
    }

    // MARK: What the files say

    private mutating func checkDefinition(
        _ files: ExportFiles, _ identity: CountIdentity
    ) -> (ElectionDefinition, [BallotLayout])? {
        var faults: [String] = []
        let parts = ["definition/definition.json", "definition/ballot-layouts.json"]
        for (path, digest) in zip(parts, [identity.definition, identity.layouts])
        where files.digests[path]?.digest != digest {
            faults.append("\(path) is not the one that the count was prepared with")
        }
        let definition = files.decoded(ElectionDefinition.self, parts[0])
        let layouts = files.decoded([BallotLayout].self, parts[1])
        if let definition, definition.id != identity.election {
            faults.append("the definition is of another election")
        }
        if definition == nil || layouts == nil { faults.append("the definition cannot be read") }
        note("the definition that the count was prepared with", faults)
        guard let definition, let layouts else { return nil }
        return (definition, layouts)
    }

    private mutating func checkPapers(
        _ files: ExportFiles, _ identity: CountIdentity, _ definition: ElectionDefinition,
        _ layouts: [BallotLayout]
    ) -> ([CastVoteRecord], [ReviewItem]) {
        var faults: [String] = []
        var papers: [CastVoteRecord] = []
        var reviews: [ReviewItem] = []
        var named: Set<String> = []
        for path in files.documents.keys.sorted() where path.hasPrefix("records/") {
            let number = String(path.dropFirst(8).dropLast(5))
            guard
                let record = files.documents[path].flatMap({
                    try? CastVoteRecordReport.decode(
                        Data($0), name: path, of: identity.mode)
                })?.first, record.id.text == number
            else {
                faults.append("\(path) is no record of the paper \(number)")
                continue
            }
            let own = files.decoded([ReviewItem].self, "reviews/\(number).json") ?? []
            faults += Self.faults(record, own, files, definition, layouts, &named).map {
                "\(path): \($0)"
            }
            papers.append(record)
            reviews += own
        }
        faults += files.digests.keys.sorted().filter {
            $0.hasPrefix("images/") && !named.contains($0)
        }.map { "\($0) belongs to no paper that is counted" }
        note("\(papers.count) papers, their records and their pictures", faults)
        return (papers, reviews)
    }

    private static func faults(
        _ record: CastVoteRecord, _ reviews: [ReviewItem], _ files: ExportFiles,
        _ definition: ElectionDefinition, _ layouts: [BallotLayout], _ named: inout Set<String>
    ) -> [String] {
        var faults: [String] = []
        var pages: [KeptPage] = []
        for image in record.images {
            guard let file = image.file, let found = files.digests["images/\(file)"] else {
                faults.append("a picture of it is missing")
                continue
            }
            if found.digest.hex != image.sha256 { faults.append("\(file) is another picture") }
            if !named.insert("images/\(file)").inserted {
                faults.append("\(file) is a picture of another paper too")
            }
            pages.append(KeptPage(file: file, sha256: found.digest, bytes: found.bytes))
        }
        let reading = SheetReading(
            sheet: record.id, record: record, reviews: reviews, refusals: [], codes: [], trace: nil)
        if let flaw = reading.flaw(pages: pages, definition: definition, layouts: layouts) {
            faults.append(flaw)
        }
        return faults
    }

    private mutating func checkDay(_ files: ExportFiles) {
        var faults: [String] = []
        if let day = files.decoded(Day.self, "day.json") {
            if day.counted != counted {
                faults.append("it speaks of \(day.counted) papers counted, \(counted) are here")
            }
            let refused = files.documents.keys.filter {
                $0.hasPrefix("refused/") && $0.hasSuffix(".json")
            }.count
            if day.refused != refused {
                faults.append("it speaks of \(day.refused) sheets refused, \(refused) are here")
            }
            let held = files.documents.keys.filter {
                $0.hasPrefix("held/") && $0.hasSuffix(".json")
            }.count
            let waiting = day.cases.filter { $0.decision?.counts != true }.count
            if waiting != held { faults.append("papers held or taken out are not all here") }
            if isClosed != (day.deeds.last?.what == .closed) {
                faults.append("it does not say that the day is closed, or says so too early")
            }
        } else {
            faults.append("it is missing or is not what it should be")
        }
        note("the day as day.json tells it", faults)
    }

    private mutating func checkSummary(
        _ files: ExportFiles, _ identity: CountIdentity, _ papers: [CastVoteRecord],
        _ reviews: [ReviewItem], _ definition: ElectionDefinition
    ) {
        var faults: [String] = []
        let moment = Instant(seconds: definition.day.number * 86_400)
        let sorted = papers.sorted { $0.id < $1.id }
        let wanted: [(String, Data?)] = [
            (
                "cast-vote-records.json",
                try? CastVoteRecordReport.encode(
                    sorted, of: identity.mode, definition: definition, generated: moment,
                    sources: ["definition.json", "ballot-layouts.json"].compactMap { name in
                        files.digests["definition/" + name].map {
                            DefinitionFolder.source(name, digest: "\($0.digest.hex)")
                        }
                    })
            ),
            ("review.json", try? Documents.encode(reviews)),
            ("totals.json", try? Documents.encode(totals)),
        ]
        for (path, bytes) in wanted where bytes.map({ Array($0) }) != files.documents[path] {
            faults.append("\(path) is not what the papers' own records give")
        }
        let closing = files.decoded(CountReport.self, "closing-report.json")
        if closing?.contests != totals || closing?.counted != counted {
            faults.append("closing-report.json is not what the papers' own records give")
        }
        if let closing, closing.identity != identity {
            faults.append("closing-report.json is of another count")
        }
        if files.decoded(CountReport.self, "zero-report.json")?.isZero != true {
            faults.append("zero-report.json is missing or shows more than zeros")
        }
        note("totals and reports, recomputed from \(counted) records", faults)
    }
}
