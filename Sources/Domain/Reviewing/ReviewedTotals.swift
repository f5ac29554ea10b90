import Ballots
import Cryptography
import Elections
import Primitives

/// What a reading says of one contest, in papers. The machine's own file `totals.json` holds a list of
/// these, without ``spoiled``.
package struct MachineTotal: Codable, Hashable, Sendable {
    package var contest: Contest.ID
    package var papers: Int
    package var votes: [ContestOption.ID: Int]
    package var blank: Int
    package var overvoted: Int
    /// Papers on which nobody can say yet what they are in this contest.
    package var undecided: Int
    /// Papers that people found to be no vote, as a whole or in this contest; nil where no person has
    /// looked.
    package var spoiled: Int?

    package init(
        contest: Contest.ID, papers: Int, votes: [ContestOption.ID: Int], blank: Int,
        overvoted: Int, undecided: Int, spoiled: Int? = nil
    ) {
        self.contest = contest
        self.papers = papers
        self.votes = votes
        self.blank = blank
        self.overvoted = overvoted
        self.undecided = undecided
        self.spoiled = spoiled
    }

    /// Papers that give no vote: empty, with too many marks, or spoiled. Undecided ones are neither.
    package var notValid: Int { blank + overvoted + (spoiled ?? 0) }

    var isPlausible: Bool {
        let range = 0...100_000_000
        return ([papers, blank, overvoted, undecided, spoiled ?? 0] + votes.values)
            .allSatisfy(range.contains)
    }

    mutating func add(_ verdict: Verdict, _ count: Int) {
        switch verdict {
        case .votes(let options): for option in options { votes[option, default: 0] += count }
        case .blank: blank += count
        case .overvote: overvoted += count
        case .undecided: undecided += count
        }
    }
}

/// What one contest on one doubtful paper comes to.
package enum PaperVerdict: Hashable, Sendable {
    case read(Verdict)
    case spoiled
}

extension DoubtfulPaper {
    /// The machine's reading of one part, with what people decided put in.
    package func reading(
        _ part: Int, of shape: BallotShape, settlement: Settlement?
    ) -> ContestReading {
        var positions = zip(shape.parts[part].options, marks[part].utf8).map { option, letter in
            PositionReading(
                option: option, indication: MarkLetter.indication(letter) ?? .unknown, ink: 0)
        }
        for (place, target) in targets.enumerated() where target.part == part {
            positions[target.place].doubt = target.doubt
            guard let settlement, !settlement.spoiled else { continue }
            positions[target.place].indication =
                switch settlement.choices[place] {
                case .mark: .yes
                case .noMark: .no
                case .cannotTell, nil: .unknown
                }
        }
        return ContestReading(contest: shape.parts[part].contest, positions: positions)
    }

    /// What one part comes to by the contest's own rule, as a reading and a station count have it.
    package func verdict(
        _ part: Int, of shape: BallotShape, in contest: Contest, settlement: Settlement?
    ) -> PaperVerdict {
        if settlement?.givesNoVote(in: part, targets) ?? false { return .spoiled }
        return .read(reading(part, of: shape, settlement: settlement).verdict(in: contest))
    }
}

extension ReviewBook {
    /// A reading's totals with what people decided in the place of what the machine said.
    package func totals(_ id: Digest, _ definition: ElectionDefinition) -> [MachineTotal] {
        guard let reading = readings[id]?.reading else { return [] }
        var totals = reading.totals
        for place in totals.indices { totals[place].spoiled = 0 }
        let places = Dictionary(
            totals.enumerated().map { ($1.contest, $0) }, uniquingKeysWith: { first, _ in first })
        for (index, paper) in reading.doubtful.enumerated() {
            guard let settlement = reviews[PaperRef(id, index + 1)]?.outcome else { continue }
            let shape = reading.ballots[paper.ballot]
            for (part, contestID) in shape.parts.map(\.contest).enumerated() {
                guard let place = places[contestID],
                    let contest = definition.contest(contestID)
                else {
                    continue
                }
                let before = paper.reading(part, of: shape, settlement: nil)
                totals[place].add(before.verdict(in: contest), -1)
                switch paper.verdict(part, of: shape, in: contest, settlement: settlement) {
                case .spoiled: totals[place].spoiled = (totals[place].spoiled ?? 0) + 1
                case .read(let verdict): totals[place].add(verdict, 1)
                }
            }
        }
        return totals
    }
}
