import Auditing
import Ballots
import Cryptography
import Elections
import Ledger
import Primitives
import Publication
import Tervania

extension Performance {
    /// 9: the images that may be shown, the disclosure check, and the sealed log.
    mutating func publish(origin: String, key: SigningKey) throws -> [String: [UInt8]] {
        let shown = Set(sample.papers).union(
            records.filter { $0.snapshots.contains { $0.kind == .modified } }.map(\.id))
        let names = Dictionary(
            records.map { ($0.id, $0.images.first?.file) }, uniquingKeysWith: { first, _ in first })
        var published: [String] = []
        for paper in papers.papers where shown.contains(paper.record.id) {
            guard let image = paper.image, let name = names[paper.record.id] ?? nil else {
                continue
            }
            record.seal(
                .pageImage, "\(RecordPath.images)/\(name)", image, from: [RecordPath.records])
            published.append(name)
        }
        let report = DisclosureReport(
            definition: definition, manifest: manifest, records: records,
            publishedImages: published.sorted(), shownPapers: shown)
        try seal(
            .disclosureCheck, RecordPath.disclosure, report,
            from: [RecordPath.definition, RecordPath.manifest, RecordPath.records])
        disclosure = report
        return record.finished(origin: origin, key: key)
    }

    func published(_ files: [String: [UInt8]]) -> [String] {
        let bytes = files.values.reduce(0) { $0 + $1.count }
        let pools = manifest.batches.filter { $0.stations.count > 1 }.map(\.id.text)
        return [
            "\(files.count) files, \(bytes / 1000) kB, \(record.entries.count) log entries, one signed checkpoint",
            "pooled because small: \(pools.joined(separator: ", ")); smallest batch \(disclosure?.smallestBatch ?? 0) papers",
            disclosure?.holds == true
                ? "nothing published ties a paper to a person"
                : "the disclosure check does not hold",
        ]
    }
}
