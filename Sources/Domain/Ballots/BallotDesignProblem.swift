import Elections
import Primitives

/// Why no ballot can be laid out.
package enum BallotDesignProblem: Problem, Hashable {
    case nothingToPrint
    case noOptions(Contest.ID)
    case doesNotFit(contests: Int, options: Int)
    case codeTooLong(bytes: Int)

    package var code: String {
        switch self {
        case .nothingToPrint: "ballots.nothing-to-print"
        case .noOptions: "ballots.no-options"
        case .doesNotFit: "ballots.does-not-fit"
        case .codeTooLong: "ballots.code-too-long"
        }
    }

    package var summary: String {
        switch self {
        case .nothingToPrint: "The definition has no contest, so there is no ballot."
        case .noOptions(let contest): "Contest \(contest) has nothing to choose from."
        case .doesNotFit(let contests, let options):
            "\(contests) contests with \(options) options do not fit on one side of an A4 paper."
        case .codeTooLong(let bytes):
            "The ballot's code would hold \(bytes) bytes; 106 can be printed legibly."
        }
    }

    package var remedy: String {
        switch self {
        case .nothingToPrint, .noOptions:
            "Complete the definition; `dobush define check` lists its flaws."
        case .doesNotFit: "Print the contests on separate papers: one definition for each."
        case .codeTooLong: "Give the election a shorter id."
        }
    }
}
