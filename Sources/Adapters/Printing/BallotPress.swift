import Ballots
import Elections
import Primitives

/// Lays papers out and makes sure of every text before anything is printed.
package enum BallotPress {
    /// Expected advances of a letter, narrow to wide. The first is the usual mean; where the
    /// typesetter finds a name that is longer than the mean told, rows grow.
    static let letterWidths = [BallotSet.usualLetterWidth, 0.68, 0.8, 1]

    /// The papers of an election, every text of which fits.
    ///
    /// - Parameters:
    ///   - stations: the copies to be printed; nil stands for one that any station may use.
    ///   - isTest: for papers of a test deck.
    package static func sets(
        _ definition: ElectionDefinition, style: BallotStyle, stations: [PollingStation?] = [nil],
        isTest: Bool = false
    ) throws -> [BallotSet] {
        // The longest name stands for all.
        let longest = stations.max {
            length($0, style.languages.first) < length($1, style.languages.first)
        }
        for (index, width) in letterWidths.enumerated() {
            let set = try BallotSet(definition, style: style, letterWidth: width)
            do {
                for page in try set.issued(at: longest ?? nil, isTest: isTest).pages {
                    _ = try BallotPrinter.texts(of: page)
                }
            } catch PrintingProblem.textDoesNotFit(let text) {
                guard index + 1 < letterWidths.count else {
                    throw PrintingProblem.textDoesNotFit(text)
                }
                continue
            }
            return try stations.map { try set.issued(at: $0, isTest: isTest) }
        }
        return []
    }

    private static func length(_ station: PollingStation?, _ language: Language?) -> Int {
        guard let station else { return 0 }
        return station.name[language ?? .english].count + station.id.text.count
    }
}
