import Elections
import Primitives
import Tabulation

/// Chapter 6: what is the total, and who is elected?
package enum DeclareResults {
    /// - Parameter definition: holds the rule of the outcome; without it no outcome is stated.
    package static func declare(
        _ batch: SheetBatch, definition: ElectionDefinition?
    ) -> Declaration {
        Declaration(batch, definition: definition)
    }

    /// Which contest of the definition a table with these columns belongs to.
    ///
    /// - Parameter wanted: the contest named by the user; nil to find it by its options.
    package static func contest(
        of columns: [String], in definition: ElectionDefinition, wanted: String?
    ) throws(PlainProblem) -> Contest {
        if let wanted {
            guard let contest = definition.contests.first(where: { $0.id.text == wanted }) else {
                throw PlainProblem(
                    code: "tabulation.unknown-contest",
                    summary: "The definition has no contest \(wanted).",
                    remedy: "Its contests: \(names(definition.contests)).")
            }
            return contest
        }
        if definition.contests.count == 1 { return definition.contests[0] }
        let present = Set(columns)
        let fitting = definition.contests.filter { contest in
            contest.options.allSatisfy { present.contains($0.id.text) }
        }
        guard fitting.count == 1 else {
            throw PlainProblem(
                code: "tabulation.which-contest",
                summary: fitting.isEmpty
                    ? "The table has the options of none of the definition's contests."
                    : "The table has the options of several contests: \(names(fitting)).",
                remedy: "Name the contest with --contest; there are \(names(definition.contests)).")
        }
        return fitting[0]
    }

    private static func names(_ contests: [Contest]) -> String {
        contests.map(\.id.text).joined(separator: ", ")
    }
}
