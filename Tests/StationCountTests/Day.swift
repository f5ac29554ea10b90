import Ballots
import Elections
import Primitives
import StationCount
import StationSupport

/// A day that is told what happens and keeps what comes of it.
struct Day {
    private(set) var state = CountState()
    private(set) var moment = Instant(seconds: 1_936_000_000)

    /// - Parameter stage: as far as the day has come.
    init(_ mode: CountMode = .real, opened: Bool = true) throws {
        try tell { try $0.prepare(Papers.identity(mode)) }
        if opened { try tell { try $0.open(by: ["Ana"], reader: "landlock-7") } }
    }

    /// Before anything is prepared.
    static let unprepared = Day(state: CountState())

    private init(state: CountState) { self.state = state }

    mutating func tell(_ decide: (CountState) throws -> CountEvent) throws {
        let event = try decide(state)
        moment = moment.adding(minutes: 1)
        state.apply(event, at: moment)
    }

    mutating func scan(_ reading: SheetReading, picture: String? = nil) throws {
        let number = reading.sheet.text
        try tell { try $0.take(reading, pages: [Papers.page(number, picture: picture)]) }
    }
}
