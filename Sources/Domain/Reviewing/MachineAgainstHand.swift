import Ballots
import Cryptography
import Elections
import Primitives

/// A count by hand of one contest at one station, in papers.
package struct HandCount: Hashable, Sendable {
    package var votes: [ContestOption.ID: Int]
    package var notValid: Int

    package init(votes: [ContestOption.ID: Int], notValid: Int) {
        self.votes = votes
        self.notValid = notValid
    }
}

/// Where a machine's count after review and a count by hand differ in one contest, and how much of it
/// the papers explain that the machine could not read for certain.
package struct MachineAgainstHand: Hashable, Sendable {
    /// One line of the comparison.
    package struct Line: Hashable, Sendable {
        /// Nil for the papers that give no vote.
        package let option: ContestOption.ID?
        package let machine: Int
        package let hand: Int
        /// Doubtful papers that people, or the machine where nobody had to decide, counted here.
        package let countedHere: [PaperRef]
        /// Doubtful papers that are counted elsewhere or nowhere and could be this.
        package let couldBe: [PaperRef]
        /// Pages in no total, which a hand has counted.
        package let refusedPages: Int

        /// Above zero when the machine has more.
        package var difference: Int { machine - hand }

        /// Papers that can explain the difference.
        package var explaining: Int {
            difference > 0 ? countedHere.count : couldBe.count + refusedPages
        }

        /// At least so many papers differ that the machine was sure of.
        package var unexplained: Int { max(0, abs(difference) - explaining) }
    }

    package let contest: Contest.ID
    /// Votes that a paper may carry.
    package let votesAllowed: Int
    /// Options in ballot order, then the papers that give no vote.
    package let lines: [Line]
    /// Papers on which this contest was doubtful.
    package let doubtful: [PaperRef]
    /// Of them, those that nobody has settled.
    package let open: [PaperRef]
    package let refusedPages: Int

    package var agrees: Bool { lines.allSatisfy { $0.difference == 0 } }

    /// A lower bound for the whole contest: one paper may lie behind one line too many and one too
    /// few, so the lines with too many are not added to those with too few. Where a paper may carry
    /// several votes it may lie behind several lines, so none are added.
    package var unexplained: Int {
        guard votesAllowed == 1 else { return lines.map(\.unexplained).max() ?? 0 }
        func sum(_ has: (Int) -> Bool) -> Int {
            lines.filter { has($0.difference) }.reduce(0) { $0 + $1.unexplained }
        }
        return max(sum { $0 > 0 }, sum { $0 < 0 })
    }
}

extension ReviewBook {
    /// - Returns: nil when there is no such reading, or the contest is not in it.
    package func against(
        _ hand: HandCount, of contest: Contest, reading id: Digest,
        _ definition: ElectionDefinition
    ) -> MachineAgainstHand? {
        guard let reading = readings[id]?.reading,
            let total = totals(id, definition).first(where: { $0.contest == contest.id })
        else { return nil }
        let papers = doubts(in: contest, reading, id)
        var lines = contest.options.map { option in
            MachineAgainstHand.Line(
                option: option.id, machine: total.votes[option.id] ?? 0,
                hand: hand.votes[option.id] ?? 0,
                countedHere: papers.filter { $0.counted.contains(option.id) }.map(\.ref),
                couldBe: papers.filter {
                    !$0.counted.contains(option.id) && $0.possible.contains(option.id)
                }.map(\.ref), refusedPages: reading.refusedPages)
        }
        lines.append(
            MachineAgainstHand.Line(
                option: nil, machine: total.notValid, hand: hand.notValid,
                countedHere: papers.filter(\.isNotValid).map(\.ref),
                couldBe: papers.filter { !$0.isNotValid }.map(\.ref),
                refusedPages: reading.refusedPages))
        return MachineAgainstHand(
            contest: contest.id, votesAllowed: contest.votesAllowed, lines: lines,
            doubtful: papers.map(\.ref),
            open: papers.filter(\.isOpen).map(\.ref), refusedPages: reading.refusedPages)
    }

    private struct DoubtInContest {
        let ref: PaperRef
        /// Options that the paper counts for now.
        let counted: [ContestOption.ID]
        let isNotValid: Bool
        let isOpen: Bool
        /// Options that are marked, or could be.
        let possible: Set<ContestOption.ID>
    }

    /// Papers with a doubtful target in the contest, and those that people found spoiled.
    private func doubts(
        in contest: Contest, _ reading: Reading, _ id: Digest
    ) -> [DoubtInContest] {
        reading.doubtful.enumerated().compactMap { index, paper in
            let shape = reading.ballots[paper.ballot]
            let ref = PaperRef(id, index + 1)
            let settlement = reviews[ref]?.outcome
            guard let part = shape.parts.firstIndex(where: { $0.contest == contest.id }),
                paper.targets.contains(where: { $0.part == part })
                    || settlement?.spoiled ?? false
            else { return nil }
            let verdict = paper.verdict(part, of: shape, in: contest, settlement: settlement)
            let doubted = paper.targets.filter { $0.part == part }.map {
                shape.parts[part].options[$0.place]
            }
            let firm = paper.reading(part, of: shape, settlement: nil).positions
                .filter { $0.indication == .yes }.map(\.option)
            var counted: [ContestOption.ID] = []
            if case .read(let read) = verdict { counted = read.options }
            return DoubtInContest(
                ref: ref, counted: counted,
                isNotValid: [.spoiled, .read(.blank), .read(.overvote)].contains(verdict),
                isOpen: settlement?.isUndecided ?? true, possible: Set(doubted + firm))
        }
    }
}
