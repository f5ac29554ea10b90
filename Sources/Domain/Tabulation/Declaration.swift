import Elections
import Primitives

/// The result of one contest as declared: sums, shares with their bases, and the outcome by the
/// rule. File `results.json`.
package struct Declaration: Codable, Hashable, Sendable {
    /// A share that says what it is a share of.
    package struct Share: Codable, Hashable, Sendable {
        package let base: Denominator
        package let of: Int
        /// Two decimals, half away from zero; nil when the base is zero.
        package let percent: String?

        init(_ part: Int, _ base: Denominator, of whole: Int) {
            self.base = base
            of = whole
            percent = Percentage(part, of: whole).text()
        }
    }

    package struct OptionResult: Codable, Hashable, Sendable {
        package let id: ContestOption.ID
        package let name: LocalizedText?
        package let votes: Int
        /// Of those who took part, and of valid papers.
        package let shares: [Share]
    }

    package struct DistrictResult: Codable, Hashable, Sendable {
        /// The district's id in the definition, or the widest area's name in the table.
        package let district: String
        package let name: LocalizedText?
        package let sheets: Int
        package let totals: [String: Int]
    }

    package struct Coverage: Codable, Hashable, Sendable {
        package let accepted: Int
        package let refused: Int
        /// Stations of the definition; nil when there is none.
        package let expected: Int?
        /// Stations of the definition without an accepted sheet, their own or that of their pool.
        package let missing: [PollingStation.ID]
        /// Sheets that break a hard equation. They are summed as signed.
        package let breakingHard: Int
        package let breakingSoftOnly: Int
        /// Sheets that break an equation of alarm; nil when the form has none.
        package let raisingAlarm: Int?

        /// Said beside every figure while stations are missing.
        var notice: String? {
            guard let expected, !missing.isEmpty else { return nil }
            return
                "Sheets of \(expected - missing.count) of \(expected) stations; without \(missing.prefix(20).map(\.text).joined(separator: ", "))\(missing.count > 20 ? " and others" : "")."
        }
    }

    package let inventedNotice: LocalizedText?
    package let election: ElectionDefinition.ID?
    package let electionName: LocalizedText?
    package let day: CivilDay?
    package let contest: Contest.ID?
    package let contestTitle: LocalizedText?
    package let form: BalanceReport.FormLabel
    package let sheets: Coverage
    package let totals: [String: Int]
    /// Registered, participants and valid papers, as the form derives them.
    package let bases: [String: Int]
    package let turnout: Share
    package let options: [OptionResult]
    package let rule: OutcomeRule?
    package let outcome: StatedOutcome
    package let districts: [DistrictResult]
    package let refused: [RowRefusal]
    package let notices: [String]
    /// What a mapping made of the table; nil when it has the form's own columns.
    package let reading: TableReading?
}

/// The outcome with its sentences, or the plain statement that no rule was given.
package enum StatedOutcome: Hashable, Sendable {
    case outcome(Outcome, sentences: [LocalizedText])
    case noRule

    package static let noRuleText = "no rule given, none stated"
}

extension StatedOutcome: Codable {
    private struct Stated: Codable {
        let decision: Outcome.Decision
        let options: [ContestOption.ID]
        let reasons: [Outcome.Reason]
        let sentences: [LocalizedText]
    }

    package init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            guard text == Self.noRuleText else {
                throw DecodingError.dataCorrupted(
                    .init(
                        codingPath: decoder.codingPath, debugDescription: "not an outcome: \(text)")
                )
            }
            self = .noRule
        } else {
            let stated = try Stated(from: decoder)
            self = .outcome(
                Outcome(stated.decision, stated.options, stated.reasons),
                sentences: stated.sentences)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .noRule:
            var container = encoder.singleValueContainer()
            try container.encode(Self.noRuleText)
        case .outcome(let outcome, let sentences):
            try Stated(
                decision: outcome.decision, options: outcome.options, reasons: outcome.reasons,
                sentences: sentences
            ).encode(to: encoder)
        }
    }
}

extension Declaration {
    /// Declares from sheets alone; with a definition, by its rule.
    package init(_ batch: SheetBatch, definition: ElectionDefinition?) {
        let tally = NationalTally(batch.sheets, fitted: batch.fitted)
        let contest = batch.fitted.contest.flatMap { definition?.contest($0) }
        let balance = BalanceReport(batch)
        let seen = Set(
            batch.sheets.flatMap {
                definition?.reportingUnit(named: $0.station.text)?.stations ?? [$0.station]
            })
        inventedNotice = definition?.inventedNotice
        election = definition?.id
        electionName = definition?.name
        day = definition?.day
        self.contest = batch.fitted.contest
        contestTitle = contest?.title
        form = balance.form
        sheets = Coverage(
            accepted: batch.sheets.count, refused: batch.refused,
            expected: definition?.stations.count,
            missing: definition?.stations.map(\.id).filter { !seen.contains($0) } ?? [],
            breakingHard: balance.sheets.breakingHard,
            breakingSoftOnly: balance.sheets.breakingSoftOnly,
            raisingAlarm: balance.sheets.raisingAlarm)
        totals = tally.totals(tally.nation)
        bases = Dictionary(
            uniqueKeysWithValues: Denominator.allCases.map { ($0.rawValue, tally.base($0)) })
        turnout = Share(tally.base(.participants), .registered, of: tally.base(.registered))
        options = tally.votes.map { option, votes in
            OptionResult(
                id: option, name: contest?.name(of: option), votes: votes,
                shares: [Denominator.participants, .valid].map {
                    Share(votes, $0, of: tally.base($0))
                })
        }
        rule = contest?.outcome
        if let contest, let outcome = contest.outcome(of: ContestFigures(tally)) {
            self.outcome = .outcome(
                outcome,
                sentences: outcome.reasons.map { $0.sentence(in: contest) }
                    + [outcome.sentence(in: contest)])
        } else {
            outcome = .noRule
        }
        districts = tally.districts.map { district in
            DistrictResult(
                district: district.name,
                name: definition?.districts.first { $0.id.text == district.name }?.name,
                sheets: district.tally.sheets, totals: tally.totals(district.tally))
        }
        refused = batch.refusals
        notices = batch.notices + [sheets.notice].compactMap { $0 }
        reading = batch.reading
    }

    /// True when something is wrong that the exit code tells.
    package var somethingIsWrong: Bool {
        sheets.breakingHard > 0 || sheets.raisingAlarm ?? 0 > 0 || sheets.refused > 0
    }
}
