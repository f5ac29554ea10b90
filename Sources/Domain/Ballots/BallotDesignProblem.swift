import Elections
import Primitives

/// Why no ballot can be laid out.
package enum BallotDesignProblem: Problem, Hashable {
    case nothingToPrint
    case noOptions(Contest.ID)
    /// With the changes of the style under which it would fit, and the most options of a contest
    /// that any of our papers holds.
    case doesNotFit(contests: Int, options: Int, wouldFit: [String], most: Int?)
    case codeTooLong(bytes: Int)
    /// A field of the style holds what it cannot.
    case styleValue(String, String)

    package var code: String {
        switch self {
        case .nothingToPrint: "ballots.nothing-to-print"
        case .noOptions: "ballots.no-options"
        case .doesNotFit: "ballots.does-not-fit"
        case .codeTooLong: "ballots.code-too-long"
        case .styleValue: "ballots.style-value"
        }
    }

    package var summary: String {
        switch self {
        case .nothingToPrint: "The definition has no contest, so there is no ballot."
        case .noOptions(let contest): "Contest \(contest) has nothing to choose from."
        case .doesNotFit(let contests, let options, _, _):
            "\(contests) contests with \(options) options do not fit on a page in this style."
        case .codeTooLong(let bytes):
            "The ballot's code would hold \(bytes) bytes; 106 can be printed legibly."
        case .styleValue(let field, let value):
            "The style's field \(field) cannot be “\(value)”."
        }
    }

    package var remedy: String {
        switch self {
        case .nothingToPrint, .noOptions:
            "Complete the definition; `dobush define check` lists its flaws."
        case .doesNotFit(_, _, let wouldFit, _) where !wouldFit.isEmpty:
            "It fits with \(wouldFit.joined(separator: ", or with "))."
        case .doesNotFit(_, _, _, .some(let most)):
            "No style fits. Papers of A4 with a contest each and --option-columns 2 hold \(most) options with names as long as these; shorten the names or print fewer languages."
        case .doesNotFit: "No style fits; shorten the names or print fewer languages."
        case .codeTooLong: "Give the election or the station a shorter id."
        case .styleValue("languages", _):
            "Name each language once, at least one of en, ru, ky."
        case .styleValue:
            "Documentation/Specifications/ballot-style.md lists what each field takes."
        }
    }
}
