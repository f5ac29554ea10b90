import Elections
import Tabulation

/// The four figures of a station that statistics of turnout and leader's share use.
package struct StationShares: Hashable, Sendable {
    package let registered: Int
    /// Papers given out.
    package let issued: Int
    /// Papers found in the boxes, valid or not.
    package let counted: Int
    package let leader: Int

    package init(registered: Int, issued: Int, counted: Int, leader: Int) {
        self.registered = registered
        self.issued = issued
        self.counted = counted
        self.leader = leader
    }

    /// Nil when the form has no line for papers issued, or the option is not on it.
    package init?(_ sheet: ResultsSheet, leader option: ContestOption.ID) {
        guard let issued = sheet.fitted.issued(sheet.figures), let leader = sheet.votes(option)
        else {
            return nil
        }
        self.init(
            registered: sheet.base(.registered), issued: issued,
            counted: sheet.base(.participants), leader: leader)
    }
}
