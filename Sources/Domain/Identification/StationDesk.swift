import Elections
import Primitives

/// A member of the station's commission.
package enum OfficerTag {}
package typealias Officer = Identifier<OfficerTag>

/// What the equipment said of a person. Not yet a decision.
package enum DeviceVerdict: Hashable, Sendable {
    case same
    case different
    /// The equipment gave no answer.
    case failed(FallbackReason)
}

/// Why the equipment could not answer.
package enum FallbackReason: String, Sendable, CaseIterable {
    case deviceFailure = "device-failure"
    case unreadableFinger = "unreadable-finger"
    case unreadableDocument = "unreadable-document"
}

/// What the officer at the desk decided, and who that was.
package enum OfficerDecision: Hashable, Sendable {
    case admit(by: Officer)
    case refuse(by: Officer)
    /// Admitted although the equipment gave no answer: two members must agree.
    case admitByFallback(FallbackReason, by: Officer, and: Officer)
}

/// Why somebody was not given the papers.
package enum Refusal: String, Hashable, Sendable, CaseIterable {
    case notOnList = "not-on-list"
    case otherStation = "other-station"
    case alreadyAdmitted = "already-admitted"
    case notTheSamePerson = "not-the-same-person"
    case byOfficer = "by-officer"
    case fallbackNeedsTwoOfficers = "fallback-needs-two-officers"
    case unreadableDocument = "unreadable-document"
}

/// What happened to one arrival.
package enum Admission: Hashable, Sendable {
    case admitted
    case admittedByFallback(FallbackReason)
    /// For `otherStation`, the right one.
    case refused(Refusal, rightStation: PollingStation.ID?)
}

/// The desk of one station: finds the person on the list, hears the equipment, hears the officer,
/// and gives the papers once.
///
/// The device's verdict and the officer's decision are kept apart, because whoever reads the log
/// later must see when they differed.
package struct StationDesk: Sendable {
    package struct Event: Sendable {
        package let voter: Voter.ID?
        package let verdict: DeviceVerdict?
        package let decision: OfficerDecision?
        package let admission: Admission
        package let at: Instant
    }

    package let station: PollingStation.ID
    private let list: VoterList
    private var given: Set<Voter.ID> = []
    /// Append-only; the station's own log, never published.
    package private(set) var events: [Event] = []

    package init(station: PollingStation.ID, list: VoterList) {
        self.station = station
        self.list = list
    }

    /// One arrival with a card. Checks run in the order in which a desk makes them.
    @discardableResult
    package mutating func arrive(
        zone lines: [String], verdict: DeviceVerdict, decision: OfficerDecision, at: Instant
    ) -> Admission {
        guard let zone = try? MachineReadableZone(lines: lines) else {
            return record(nil, nil, nil, .refused(.unreadableDocument, rightStation: nil), at)
        }
        let found = list.voters(matching: zone)
        guard let voter = found.first(where: { $0.station == station }) ?? found.first else {
            return record(nil, verdict, nil, .refused(.notOnList, rightStation: nil), at)
        }
        guard voter.station == station else {
            return record(
                voter.id, verdict, nil, .refused(.otherStation, rightStation: voter.station), at)
        }
        guard !given.contains(voter.id) else {
            return record(
                voter.id, verdict, decision, .refused(.alreadyAdmitted, rightStation: nil), at)
        }
        let admission = Self.admission(verdict, decision)
        switch admission {
        case .admitted, .admittedByFallback: given.insert(voter.id)
        case .refused: break
        }
        return record(voter.id, verdict, decision, admission, at)
    }

    private static func admission(
        _ verdict: DeviceVerdict, _ decision: OfficerDecision
    ) -> Admission {
        switch (verdict, decision) {
        case (_, .refuse): .refused(.byOfficer, rightStation: nil)
        case (.same, .admit): .admitted
        case (.different, .admit), (.different, .admitByFallback):
            .refused(.notTheSamePerson, rightStation: nil)
        case (.failed, .admit): .refused(.fallbackNeedsTwoOfficers, rightStation: nil)
        case (.same, .admitByFallback): .admitted
        case (.failed(let reason), .admitByFallback(let stated, let first, let second)):
            first != second && reason == stated
                ? .admittedByFallback(reason)
                : .refused(.fallbackNeedsTwoOfficers, rightStation: nil)
        }
    }

    private mutating func record(
        _ voter: Voter.ID?, _ verdict: DeviceVerdict?, _ decision: OfficerDecision?,
        _ admission: Admission, _ at: Instant
    ) -> Admission {
        events.append(
            Event(voter: voter, verdict: verdict, decision: decision, admission: admission, at: at))
        return admission
    }

    /// The only thing that leaves this chapter: counts.
    package var turnout: StationTurnout {
        var counts = StationTurnout(
            station: station, registered: list.registered(at: station), admitted: 0,
            admittedByFallback: 0, refused: [:])
        for event in events {
            switch event.admission {
            case .admitted: counts.admitted += 1
            case .admittedByFallback:
                counts.admitted += 1
                counts.admittedByFallback += 1
            case .refused(let why, _): counts.refused[why.rawValue, default: 0] += 1
            }
        }
        return counts
    }
}
