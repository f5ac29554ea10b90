import Auditing
import Ballots
import Cryptography
import Elections
import Ledger
import Missions
import Primitives
import Publication
import Tabulation

extension Dossier {
    /// Takes out of a record what the pages tell. Nil when its definition cannot be read: then there
    /// is no election to tell of.
    ///
    /// - Parameters:
    ///   - verification: what came of the numbered steps for this record.
    ///   - keyWasGiven: true when the reader's own key was used and not the record's.
    package init?(
        _ record: PublishedRecord, verification: [VerificationResult], keyWasGiven: Bool
    ) {
        guard let definition = record.definition.value else { return nil }
        self.init(definition: definition)
        readiness = record.readiness.value ?? []
        turnout = record.turnout.value ?? []
        manifest = record.manifest.value ?? manifest
        papers = record.records.value ?? []
        seed = record.seed.value
        sample = record.sample.value
        readings = record.readings.value ?? []
        audit = record.audit.value
        statistic = record.statistic.value
        disclosure = record.disclosure.value
        for results in record.results {
            guard let batch = results.sheets.value else { continue }
            sheets += batch.sheets.map { SignedSheet($0, contest: results.contest) }
            contests.append(
                DeclaredContest(results.contest, batch, stated: results.declaration.value))
        }
        watch = record.assembly.value.map {
            WatchFile($0.assembly, mission: record.mission.value ?? $0.mission)
        }
        assessment = record.assessment.value.map {
            AssessmentFile(
                $0, log: record.observations.value, form: record.observationForm.value)
        }
        log = LogFile(record, verification: verification)
        log.keyWasGiven = keyWasGiven
        files = Set(record.files.contents.keys)
    }
}

extension LogFile {
    init(_ record: PublishedRecord, verification: [VerificationResult]) {
        self.init()
        entries = record.log.entries
        root = MerkleTree.root(entries.map { MerkleTree.leaf(Array($0.text.utf8)) })
        keyText = record.log.keyText
        checkpoint = record.files.text("log/checkpoint") ?? ""
        origin = (try? Checkpoint.parse(checkpoint))?.0.origin ?? ""
        self.verification = verification
    }
}

extension SignedSheet {
    init(_ sheet: ResultsSheet, contest: Contest) {
        let form = sheet.fitted.form
        let values = sheet.values
        let votes = contest.options.map { sheet.votes($0.id) ?? 0 }
        let numbers = Dictionary(
            form.lines.map { ($0.id.text, $0.number) }, uniquingKeysWith: { first, _ in first })
        func term(_ term: ResultsForm.Term) -> Term {
            if let number = term.number {
                return Term(.number, value: abs(number), coefficient: number < 0 ? -1 : 1)
            }
            let isVotes = term.name == ResultsForm.Term.votes
            return Term(
                isVotes ? .allVotes : .line(numbers[term.name]),
                value: isVotes ? votes.reduce(0, +) : values[term.name] ?? 0,
                coefficient: term.coefficient)
        }
        let broken = Set(sheet.imbalances().map(\.equation))
        self.init(
            station: sheet.station, contest: contest.id,
            lines: form.lines.compactMap { line in
                sheet.value(line.id).map { Line(number: line.number, label: line.label, value: $0) }
            }, votes: votes, valid: sheet.base(.valid), participants: sheet.base(.participants),
            registered: sheet.base(.registered),
            equations: form.equations.map { equation in
                Equation(
                    text: equation.text, left: equation.left.map(term),
                    relation: equation.relation.rawValue, right: equation.right.map(term),
                    holds: !broken.contains(equation.id), hard: equation.severity == .hard)
            })
    }
}

extension DeclaredContest {
    /// Sums are added up here from the sheets; the outcome is the one stated, which the
    /// verification has compared with the rule.
    init(_ contest: Contest, _ batch: SheetBatch, stated: Declaration?) {
        let fitted = batch.fitted
        func sums(_ sheets: [ResultsSheet]) -> Sums {
            var tally = Tally(columns: fitted.figureCount)
            for sheet in sheets { tally.add(sheet) }
            return Sums(
                registered: fitted.base(.registered, of: tally.figures),
                participants: fitted.base(.participants, of: tally.figures),
                valid: fitted.base(.valid, of: tally.figures),
                votes: contest.options.map { option in
                    fitted.index(of: option.id).map { tally.figures[$0] } ?? 0
                }, stations: Set(sheets.flatMap(\.station.stationsInUnit)).count)
        }
        let byDistrict = Dictionary(grouping: batch.sheets) { sheet in
            sheet.areas.first.flatMap { District.ID($0) }
        }
        var districts: [District.ID: Sums] = [:]
        for (district, sheets) in byDistrict {
            if let district { districts[district] = sums(sheets) }
        }
        var outcome: LocalizedText?
        var reasons: [Reason] = []
        var named: [ContestOption.ID] = []
        if case .outcome(let found, let sentences)? = stated?.outcome {
            outcome = sentences.last
            named = found.options
            reasons = zip(sentences.dropLast(), found.reasons).map {
                Reason(text: $0, holds: $1.holds)
            }
        }
        self.init(
            contest: contest, nation: sums(batch.sheets), districts: districts, outcome: outcome,
            reasons: reasons, named: named)
    }
}
