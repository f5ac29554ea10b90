import Ballots
import Elections
import Primitives

/// Whether anything in the published files could tie a paper to a person, asked of those files.
///
/// The rules and their reasons: stations publish no vote alone when few voted; the order and the
/// time of papers would follow the order of voters; a batch whose papers all say the same tells how
/// each of its voters voted; an image may show a sign that a voter can be known by.
package struct DisclosureReport: Codable, Hashable, Sendable {
    package struct Line: Codable, Hashable, Sendable {
        package var rule: String
        package var text: LocalizedText
        /// What breaks the rule; empty when it holds.
        package var exceptions: [String]
    }

    package var lines: [Line]
    package var smallestBatch: Int

    package var holds: Bool { lines.allSatisfy(\.exceptions.isEmpty) }

    /// - Parameters:
    ///   - publishedImages: file names in the record's image folder.
    ///   - shownPapers: papers whose image may be shown, because the audit drew them or a person
    ///     read them; nobody else needs to see an image.
    package init(
        definition: ElectionDefinition, manifest: BallotManifest, records: [CastVoteRecord],
        publishedImages: [String], shownPapers: Set<CastVoteRecord.ID>
    ) {
        smallestBatch = manifest.batches.map(\.papers).min() ?? 0
        lines = [
            Self.size(definition, manifest), Self.order(records), Self.numbers(records),
            Self.unanimity(definition, manifest, records),
            Self.images(records, publishedImages, shownPapers),
        ]
    }

    private static func size(_ definition: ElectionDefinition, _ manifest: BallotManifest) -> Line {
        let least = definition.publication.smallestPool
        return Line(
            rule: "batch-size",
            text: LocalizedText(
                "No batch has fewer than \(least) papers.",
                ru: "Ни в одной группе нет менее \(least) бюллетеней.",
                ky: "Бир да топто \(least) бюллетенден аз жок."),
            exceptions: manifest.batches.filter { $0.papers < least }.map {
                "\($0.id): \($0.papers)"
            })
    }

    private static func order(_ records: [CastVoteRecord]) -> Line {
        let listed = records.map(\.id)
        return Line(
            rule: "order",
            text: LocalizedText(
                "Records stand in the order of their numbers and carry no time.",
                ru: "Записи стоят в порядке их номеров и не содержат времени.",
                ky: "Жазуулар номерлеринин тартибинде турат жана убакыты жок."),
            exceptions: listed == listed.sorted() ? [] : ["the records are not in this order"])
    }

    /// Numbers given in the order of scanning would run through one batch without a gap.
    private static func numbers(_ records: [CastVoteRecord]) -> Line {
        let values = records.compactMap { UInt64($0.id.text, radix: 16) }
        let neighbours = zip(values.sorted(), values.sorted().dropFirst()).filter { $1 - $0 <= 1 }
        var exceptions: [String] = []
        if values.count != records.count { exceptions.append("a number is not hexadecimal") }
        if neighbours.count * 10 > max(values.count, 10) {
            exceptions.append("\(neighbours.count) numbers follow one another")
        }
        return Line(
            rule: "numbers",
            text: LocalizedText(
                "Numbers of papers are drawn at random; they do not count up.",
                ru: "Номера бюллетеней случайны и не идут подряд.",
                ky: "Бюллетендердин номерлери кокусунан, ирети менен жүрбөйт."),
            exceptions: exceptions)
    }

    private static func unanimity(
        _ definition: ElectionDefinition, _ manifest: BallotManifest, _ records: [CastVoteRecord]
    ) -> Line {
        let counts = MachineCount.counts(
            records: records, manifest: manifest, contests: definition.contests)
        let unanimous = counts.filter { count in
            count.valid > 0 && count.invalid == 0 && count.undecided == 0
                && count.votes.values.contains(count.valid)
        }
        return Line(
            rule: "unanimity",
            text: LocalizedText(
                "In no batch do all papers say the same.",
                ru: "Ни в одной группе бюллетени не одинаковы все до одного.",
                ky: "Бир да топто бардык бюллетендер бирдей эмес."),
            exceptions: unanimous.map { "\($0.batch), \($0.contest)" })
    }

    private static func images(
        _ records: [CastVoteRecord], _ published: [String], _ shown: Set<CastVoteRecord.ID>
    ) -> Line {
        let allowed = Set(
            records.filter { shown.contains($0.id) }.flatMap(\.images).compactMap(\.file))
        return Line(
            rule: "images",
            text: LocalizedText(
                "Images are shown only of papers that the audit drew or that a person read.",
                ru:
                    "Изображения показаны только для бюллетеней, попавших в аудит или прочитанных человеком.",
                ky: "Аудитке түшкөн же адам окуган бюллетендердин гана сүрөтү көрсөтүлөт."),
            exceptions: published.filter { !allowed.contains($0) }.sorted())
    }
}
