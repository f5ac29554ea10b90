import Elections
import Ledger
import Primitives
import Publication
import Tabulation
import Tervania

extension Performance {
    /// 1: what is decided, and whether every station is ready.
    mutating func define(_ printed: PrintedPapers) throws -> [String] {
        record.seal(.notice, RecordPath.notice, Array(Self.notice.utf8))
        try seal(.definition, RecordPath.definition, definition, from: [RecordPath.notice])
        try seal(
            .readiness, RecordPath.readiness, Tervania.readiness, from: [RecordPath.definition])
        try seal(
            .ballotLayout, RecordPath.layouts, printed.layouts, from: [RecordPath.definition])
        try seal(
            .resultsForm, RecordPath.form, TervaniaForms.sheet, from: [RecordPath.definition])
        record.seal(
            .ballotPrint, RecordPath.ballots, printed.pdf,
            from: [RecordPath.definition, RecordPath.layouts])
        let registered = Dictionary(
            uniqueKeysWithValues: Tervania.profiles.map { ($0.id, $0.registered) })
        let lacking = Tervania.readiness.flatMap { readiness in
            readiness.shortcomings(registered: registered[readiness.station] ?? 0).map {
                "\(readiness.station) is not ready: \($0.text)"
            }
        }
        let voters = registered.values.reduce(0, +)
        return [
            "\(definition.contests.count) contests, \(definition.districts.count) districts, \(definition.stations.count) stations, \(voters) voters"
        ] + lacking
    }

    private static let notice = """
        \(Tervania.notice.en)
        \(Tervania.notice.ru ?? "")
        \(Tervania.notice.ky ?? "")

        This directory is the record of one invented election, told in nine chapters.
        Every file in it is named, with its digest, in the log under log/.
        dobush-verify recomputes all of it.

        """
}
