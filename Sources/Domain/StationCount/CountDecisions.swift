import Ballots
import Cryptography
import Elections
import Primitives

/// What may be done next, and what comes of it. Nothing here changes the state.
extension CountState {
    package func prepare(_ identity: CountIdentity) throws(CountProblem) -> CountEvent {
        guard phase == .absent else { throw .alreadyPrepared }
        return .prepared(identity: identity)
    }

    /// - Parameter reader: how the reader is kept apart, in a word; printed on the reports.
    package func open(by: [String], reader: String) throws(CountProblem) -> CountEvent {
        switch phase {
        case .absent: throw .notPrepared
        case .prepared: break
        case .open, .paused: throw .alreadyOpen
        case .closed: throw .isClosed
        }
        return .opened(by: try persons(by, atLeast: 1), reader: reader)
    }

    package func pause(
        _ cause: PauseCause, by: [String], why: String?
    ) throws(CountProblem) -> CountEvent {
        try checkScanning()
        let by = cause == .person ? try persons(by, atLeast: 1) : by
        return .paused(cause: cause, by: by, why: why)
    }

    /// A pause for the medium ends by itself, one by a person through a person.
    package func resume(by: [String]) throws(CountProblem) -> CountEvent {
        switch phase {
        case .paused(.outOfStep): return .resumed(by: by)
        case .paused(.person): return .resumed(by: try persons(by, atLeast: 1))
        case .open: throw .notPaused
        default:
            try checkScanning()
            throw .notPaused
        }
    }

    package func close(by: [String]) throws(CountProblem) -> CountEvent {
        switch phase {
        case .absent: throw .notPrepared
        case .prepared: throw .notOpen
        case .open, .paused: break
        case .closed: throw .isClosed
        }
        guard held.isEmpty else { throw .undecided(held.map(\.number)) }
        return .closed(by: try persons(by, atLeast: 1))
    }

    /// Only two persons together open a closed count again, with a reason.
    package func reopen(by: [String], why: String?) throws(CountProblem) -> CountEvent {
        guard phase == .closed else { throw phase == .absent ? .notPrepared : .notClosed }
        let by = try persons(by, atLeast: 2)
        return .reopened(by: by, why: try reason(why))
    }

    package func decide(
        case number: Int, counts: Bool, by: [String], why: String?
    ) throws(CountProblem) -> CountEvent {
        guard let found = cases.first(where: { $0.number == number }) else {
            throw .noSuchCase(number)
        }
        guard found.decision == nil else { throw .caseDecided(number) }
        guard phase != .closed else { throw .isClosed }
        return .decided(
            paper: found.paper.record.id, counts: counts, by: try persons(by, atLeast: 1),
            why: try reason(why))
    }

    /// What a sheet that went through the scanner comes to.
    ///
    /// - Parameters:
    ///   - reading: what the reader says, already held against its pages.
    ///   - pages: the pictures as they are kept.
    package func take(
        _ reading: SheetReading, pages: [KeptPage]
    ) throws(CountProblem) -> CountEvent {
        try checkScanning()
        precondition(!knows(number: reading.sheet), "the number \(reading.sheet) is taken")
        if let refusal = ownRefusal(reading, pages) {
            let told = pages.map { PageRefusal($0.file, reading.sheet, refusal) }
            return .refused(
                sheet: RefusedSheet(number: reading.sheet, pages: pages, refusals: told))
        }
        guard let record = reading.record else {
            return .refused(
                sheet: RefusedSheet(
                    number: reading.sheet, pages: pages, refusals: reading.refusals))
        }
        let paper = CountedPaper(
            record: record, reviews: reading.reviews, pages: pages, trace: reading.trace)
        if let trace = reading.trace, let twin = traces.closest(to: trace),
            twin.likeness >= TraceBook.asks
        {
            return .held(paper: paper, like: twin.paper, likeness: twin.likeness)
        }
        return .counted(paper: paper)
    }

    /// What the station itself has against a sheet; nil where the reader's word stands.
    private func ownRefusal(_ reading: SheetReading, _ pages: [KeptPage]) -> StationRefusal? {
        if pages.contains(where: { knows(picture: $0.sha256) }) { return .pictureTwice }
        guard let identity, reading.record != nil else { return nil }
        for code in reading.codes.compactMap({ $0 }).compactMap({ SheetCode($0) }) {
            if identity.mode == .real, code.isTest { return .testPaper }
            if identity.mode == .test, !code.isTest { return .realPaper }
            if let station = code.station, station != identity.station {
                return .otherStation(found: station.text, own: identity.station)
            }
        }
        return nil
    }

    /// Whether a sheet may be scanned now.
    package func checkScanning() throws(CountProblem) {
        switch phase {
        case .absent: throw .notPrepared
        case .prepared: throw .notOpen
        case .open: return
        case .paused(let cause): throw .isPaused(cause)
        case .closed: throw .isClosed
        }
    }

    /// Names of persons, each once and none empty.
    private func persons(
        _ names: [String], atLeast fewest: Int
    ) throws(CountProblem) -> [String] {
        var found: [String] = []
        for name in names where !name.isEmpty && name.utf8.count <= 200 && !found.contains(name) {
            found.append(name)
        }
        guard found.count >= fewest else { throw .personsNeeded(fewest) }
        return found
    }

    private func reason(_ why: String?) throws(CountProblem) -> String {
        guard let why, !why.isEmpty, why.utf8.count <= 1000 else { throw .reasonNeeded }
        return why
    }
}
