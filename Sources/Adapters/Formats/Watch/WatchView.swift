import Assemblies
import Missions
import Primitives

/// What is shown of several snapshots: on a day the newest that certainly held, and otherwise all
/// of them with what changed from each to the next.
package struct WatchView: Encodable, Sendable {
    package struct Page: Encodable, Sendable {
        package let record: WatchRecord
        package let seatsListed: Int?
        package let unknown: [UnknownFact]
    }

    package struct Step: Encodable, Sendable {
        package let from: AssemblySnapshot.ID
        package let to: AssemblySnapshot.ID
        package let changes: [SnapshotChange]
        package let notReadAgain: Int
    }

    package let asOf: CivilDay?
    package let pages: [Page]
    package let changes: [Step]
    /// Snapshots whose day is not known, or comes later than the day asked for.
    package let notShown: [AssemblySnapshot.ID]
    private let stepPairs: [(AssemblySnapshot, AssemblySnapshot)]

    private enum CodingKeys: String, CodingKey { case asOf, pages, changes, notShown }

    package init(_ records: [WatchRecord], on day: CivilDay?) {
        let sorted = records.sorted { $0.assembly.asOf < $1.assembly.asOf }
        asOf = day
        var used = sorted
        if let day {
            used = sorted.filter { record in
                record.assembly.asOf.certainDay.map { $0 <= day } ?? false
            }
        }
        let kept = Set(used.map(\.assembly.id))
        notShown = sorted.map(\.assembly.id).filter { !kept.contains($0) }
        stepPairs = zip(used, used.dropFirst()).map { ($0.assembly, $1.assembly) }
        changes = stepPairs.map { older, newer in
            let found = AssemblySnapshot.differences(from: older, to: newer)
            return Step(
                from: older.id, to: newer.id, changes: found.changes,
                notReadAgain: found.notReadAgain)
        }
        let shown = day == nil ? used : Array(used.suffix(1))
        pages = shown.map {
            Page(
                record: $0,
                seatsListed: $0.assembly.extent == .whole ? $0.assembly.seatTotal : nil,
                unknown: $0.assembly.unknownFacts())
        }
    }

    package func text(_ language: Language) -> String {
        let writer = WatchText(language, day: asOf)
        var blocks = pages.map { writer.page($0.record) }
        if pages.isEmpty, let asOf {
            blocks.append("\(writer.label(WatchLabels.nothing)) \(asOf.text)")
        }
        blocks += stepPairs.map { writer.changes(from: $0, to: $1) }
        blocks += notShown.map { "\(writer.label(WatchLabels.notShown)): \($0)" }
        return blocks.joined(separator: "\n\n")
    }
}
