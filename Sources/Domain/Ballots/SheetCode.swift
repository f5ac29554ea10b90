import Elections
import Primitives

/// The text in a paper's code: `DOBUSH1 <election> <layout> <face>`, then, where they apply,
/// `at:<station>` on a paper printed for one station and `test` on a paper of a test deck.
package struct SheetCode: Hashable, Sendable {
    package let election: String
    package let layout: BallotLayout.ID
    package let face: BallotLayout.Face
    /// The one station at which the paper may be used; nil where every station's papers are alike.
    package let station: PollingStation.ID?
    /// Printed for trying the scanner, never to be counted.
    package let isTest: Bool

    package init(
        election: String, layout: BallotLayout.ID, face: BallotLayout.Face,
        station: PollingStation.ID? = nil, isTest: Bool = false
    ) {
        self.election = election
        self.layout = layout
        self.face = face
        self.station = station
        self.isTest = isTest
    }

    /// Nil when the text is not one that `text` writes.
    package init?(_ text: String) {
        var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard (4...6).contains(words.count), words[0] == "DOBUSH1",
            let layout = BallotLayout.ID(words[2]),
            let face = BallotLayout.Face(rawValue: words[3])
        else { return nil }
        election = words[1]
        self.layout = layout
        self.face = face
        isTest = words.last == "test"
        if isTest { words.removeLast() }
        if words.count == 5 {
            guard words[4].hasPrefix("at:"),
                let station = PollingStation.ID(String(words[4].dropFirst(3)))
            else { return nil }
            self.station = station
        } else {
            guard words.count == 4 else { return nil }
            station = nil
        }
    }

    package var text: String {
        "DOBUSH1 \(election) \(layout) \(face.rawValue)"
            + (station.map { " at:\($0)" } ?? "") + (isTest ? " test" : "")
    }
}
