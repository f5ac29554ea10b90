import Elections
import Primitives

/// What one contest on one paper amounts to under the rules.
package enum Verdict: Hashable, Sendable {
    /// A valid vote for these options, in ballot order.
    case votes([ContestOption.ID])
    /// Nothing is marked: not valid.
    case blank
    /// More is marked than the contest allows: not valid.
    case overvote
    /// A person must look before anybody can say.
    case undecided

    package var options: [ContestOption.ID] {
        if case .votes(let options) = self { options } else { [] }
    }
}

extension ContestReading {
    /// Applies the contest's own rule: how many may be marked, and that a vote against all cannot
    /// stand beside a vote for somebody.
    package func verdict(in contest: Contest) -> Verdict {
        let verdict = verdict(votesAllowed: contest.votesAllowed)
        guard case .votes(let options) = verdict, options.count > 1 else { return verdict }
        let refused = contest.options.contains {
            $0.kind == .againstAll && options.contains($0.id)
        }
        return refused ? .overvote : verdict
    }

    /// Applies the rule of the contest to the marks. An option with two targets counts once.
    package func verdict(votesAllowed: Int) -> Verdict {
        var marked: [ContestOption.ID] = []
        for position in positions where position.indication == .yes {
            if !marked.contains(position.option) { marked.append(position.option) }
        }
        if marked.count > votesAllowed { return .overvote }
        if positions.contains(where: { $0.indication == .unknown }) { return .undecided }
        return marked.isEmpty ? .blank : .votes(marked)
    }
}

extension MarkPolicy {
    /// What this much ink says.
    package func indication(ink: Int) -> PositionReading.Indication {
        if ink < ignoredBelow { return .no }
        return ink >= countedFrom ? .yes : .unknown
    }
}
