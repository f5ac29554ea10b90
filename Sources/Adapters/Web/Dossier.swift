import Auditing
import Ballots
import Cryptography
import Elections
import Forensics
import Ledger
import Primitives
import Publication

/// Everything that the pages tell of one record, taken out of it once. A chapter that the record
/// does not have (yet) is empty or nil, and its page says what will be there.
package struct Dossier: Sendable {
    package var definition: ElectionDefinition
    package var readiness: [StationReadiness] = []
    package var watch: WatchFile?
    package var turnout: [StationTurnout] = []
    package var manifest = BallotManifest(batches: [])
    package var papers: [CastVoteRecord] = []
    package var sheets: [SignedSheet] = []
    package var contests: [DeclaredContest] = []
    package var seed: AuditSeed?
    package var sample: AuditSample?
    package var readings: [ManualReading] = []
    package var audit: AuditReport?
    package var statistic: ForensicReport?
    package var assessment: AssessmentFile?
    package var disclosure: DisclosureReport?
    package var log = LogFile()
    /// Paths of the record's files, for links.
    package var files: Set<String> = []

    package init(definition: ElectionDefinition) { self.definition = definition }
}

/// What one station's commission signed for one contest.
package struct SignedSheet: Hashable, Sendable {
    package struct Line: Hashable, Sendable {
        package var number: String
        package var label: LocalizedText
        package var value: Int

        package init(number: String, label: LocalizedText, value: Int) {
            self.number = number
            self.label = label
            self.value = value
        }
    }

    /// One figure in an equation.
    package struct Term: Hashable, Sendable {
        /// Where a figure comes from.
        package enum Origin: Hashable, Sendable {
            /// The number of its line on the form.
            case line(String?)
            case allVotes
            /// It stands in the form itself.
            case number
        }

        package var origin: Origin
        package var value: Int
        /// How often it is taken, with its sign.
        package var coefficient: Int

        package init(_ origin: Origin, value: Int, coefficient: Int) {
            self.origin = origin
            self.value = value
            self.coefficient = coefficient
        }

        var signed: Int { coefficient * value }
    }

    /// An equation of the form with this sheet's figures in it.
    package struct Equation: Hashable, Sendable {
        package var text: LocalizedText
        package var left: [Term]
        /// `=`, `<=` or `>=`.
        package var relation: String
        package var right: [Term]
        package var holds: Bool
        /// False for one that may fail for an honest reason.
        package var hard: Bool

        package init(
            text: LocalizedText, left: [Term], relation: String, right: [Term], holds: Bool,
            hard: Bool
        ) {
            self.text = text
            self.left = left
            self.relation = relation
            self.right = right
            self.holds = holds
            self.hard = hard
        }

        /// Left less right.
        var difference: Int {
            left.reduce(0) { $0 + $1.signed } - right.reduce(0) { $0 + $1.signed }
        }
    }

    /// A station, or several whose sheets are published as one; their names joined by `+`.
    package var station: PollingStation.ID
    package var contest: Contest.ID
    package var lines: [Line]
    /// In the order of the ballot.
    package var votes: [Int]
    package var valid: Int
    package var participants: Int
    package var registered: Int
    package var equations: [Equation]

    package init(
        station: PollingStation.ID, contest: Contest.ID, lines: [Line], votes: [Int], valid: Int,
        participants: Int, registered: Int, equations: [Equation]
    ) {
        self.station = station
        self.contest = contest
        self.lines = lines
        self.votes = votes
        self.valid = valid
        self.participants = participants
        self.registered = registered
        self.equations = equations
    }

    package var stations: [PollingStation.ID] { station.stationsInUnit }
    package var broken: [Equation] { equations.filter { !$0.holds } }
}

/// A contest's sums and what the rule makes of them.
package struct DeclaredContest: Hashable, Sendable {
    package struct Reason: Hashable, Sendable {
        package var text: LocalizedText
        package var holds: Bool

        package init(text: LocalizedText, holds: Bool) {
            self.text = text
            self.holds = holds
        }
    }

    package struct Sums: Hashable, Sendable {
        package var registered: Int
        package var participants: Int
        package var valid: Int
        /// In the order of the ballot.
        package var votes: [Int]
        /// Stations whose sheets are in the sums.
        package var stations: Int

        package init(registered: Int, participants: Int, valid: Int, votes: [Int], stations: Int) {
            self.registered = registered
            self.participants = participants
            self.valid = valid
            self.votes = votes
            self.stations = stations
        }

        package func base(_ base: Denominator) -> Int {
            switch base {
            case .registered: registered
            case .participants: participants
            case .valid: valid
            }
        }
    }

    package var contest: Contest
    package var nation: Sums
    package var districts: [District.ID: Sums]
    /// Nil where the definition states no rule.
    package var outcome: LocalizedText?
    /// The steps of the rule, each with its numbers, and whether it holds.
    package var reasons: [Reason]
    /// Those whom the outcome names: elected, adopted, in the second round.
    package var named: [ContestOption.ID]

    package init(
        contest: Contest, nation: Sums, districts: [District.ID: Sums],
        outcome: LocalizedText? = nil, reasons: [Reason], named: [ContestOption.ID]
    ) {
        self.contest = contest
        self.nation = nation
        self.districts = districts
        self.outcome = outcome
        self.reasons = reasons
        self.named = named
    }
}

/// The log as read and checked.
package struct LogFile: Hashable, Sendable {
    package var origin = ""
    package var entries: [LedgerEntry] = []
    package var root: Digest?
    package var keyText = ""
    package var checkpoint = ""
    package var verification: [VerificationResult] = []
    /// True when the reader's own key was used and not the record's.
    package var keyWasGiven = false

    package var failed: Int { verification.count { !$0.holds } }

    package init() {}
}
