import Ballots
import Offices
import Primitives

/// What the opinions on one paper come to.
package struct Settlement: Hashable, Sendable {
    package var spoiled: Bool
    /// For each target what is decided; nil where no two of three agree on its contest.
    package var choices: [TargetChoice?]
    /// Whose opinions it rests on, in the order in which they were given.
    package var by: [Account.ID]
    /// When the last of them was given.
    package var at: Instant
    /// Their reasons, in the same order.
    package var reasons: [String]
    /// Two officers of the commission decided what reviewers had left open; ``by`` and ``reasons`` are
    /// theirs.
    package var byCommission = false

    /// Somebody else must decide: the commission.
    package var isUndecided: Bool {
        !open.isEmpty
    }

    /// Two that agree settle a paper. Two that do not wait for a third; then two of three settle each
    /// contest, and what no two agree on stays undecided.
    ///
    /// - Returns: nil while opinions are missing.
    package static func of(
        _ opinions: [PaperReview.Given], targets: [DoubtfulTarget]
    ) -> Settlement? {
        guard let last = opinions.last, opinions.count > 1 else { return nil }
        var result = Settlement(
            spoiled: false, choices: Array(repeating: nil, count: targets.count),
            by: opinions.map(\.by), at: last.at, reasons: opinions.compactMap(\.opinion.why))
        if opinions.count == 2 {
            let first = opinions[0].opinion
            guard first.agrees(with: opinions[1].opinion) else { return nil }
            result.spoiled = first.spoiled
            if !first.spoiled { result.choices = first.choices }
            return result
        }
        if opinions.filter(\.opinion.spoiled).count > 1 {
            result.spoiled = true
            return result
        }
        let read = opinions.map(\.opinion).filter {
            !$0.spoiled && $0.choices.count == targets.count
        }
        for part in Set(targets.map(\.part)) {
            let places = targets.indices.filter { targets[$0].part == part }
            let said = read.map { opinion in places.map { opinion.choices[$0] } }
            guard let agreed = said.first(where: { one in said.filter { $0 == one }.count > 1 })
            else { continue }
            for (place, choice) in zip(places, agreed) { result.choices[place] = choice }
        }
        return result
    }
}
