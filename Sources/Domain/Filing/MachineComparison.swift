import Elections
import Primitives
import Reviewing
import Tabulation

/// What a machine and a commission's hands counted of one contest at one station.
package struct MachineComparison: Sendable {
    package let reading: TakenReading
    /// The sheet of the count by hand that counts.
    package let sheet: SheetVersion
    package let both: MachineAgainstHand
}

extension OfficeState {
    /// - Returns: nil where one of the two counts is not there yet.
    package func machineComparison(
        at station: PollingStation.ID, _ contest: Contest
    ) -> MachineComparison? {
        guard let definition = setting?.definition, let fitted = forms[contest.id],
            let taken = review.reading(of: station),
            let sheet = file(SheetKey(station, contest.id, .hand)).current
        else { return nil }
        let votes = zip(contest.options.map(\.id), sheet.figures.dropFirst(fitted.lines.count))
        let hand = HandCount(
            votes: Dictionary(votes.map { ($0, $1) }, uniquingKeysWith: { first, _ in first }),
            notValid: max(
                0,
                fitted.base(.participants, of: sheet.figures)
                    - fitted.base(.valid, of: sheet.figures)))
        return review.against(hand, of: contest, reading: taken.id, definition).map {
            MachineComparison(reading: taken, sheet: sheet, both: $0)
        }
    }
}
