import Cryptography
import Elections
import Offices
import Primitives

/// One thing that must be there before a station opens.
package struct ReadinessRequirement: Codable, Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<ReadinessRequirement>

    package enum Kind: String, Codable, CaseIterable, Sendable {
        case identificationEquipment = "identification-equipment"
        case countingEquipment = "counting-equipment"
        case keys
        case staff
        case materials
        case power
        case connection
        /// What the foreign ministry does for a mission or consulate.
        case ministry
    }

    package enum Place: String, Codable, Sendable { case everywhere, home, abroad }

    package var id: ID
    package var kind: Kind
    package var title: LocalizedText
    package var place: Place
    /// Minutes before the station opens by which it must be confirmed.
    package var dueMinutesBefore: Int

    package init(
        id: ID, kind: Kind, title: LocalizedText, place: Place = .everywhere, dueMinutesBefore: Int
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.place = place
        self.dueMinutesBefore = dueMinutesBefore
    }

    package func concerns(_ station: PollingStation) -> Bool {
        switch place {
        case .everywhere: true
        case .home: station.seat == .home
        case .abroad: station.seat == .abroad
        }
    }

    package func due(at station: PollingStation) -> Instant {
        station.opens.adding(minutes: -dueMinutesBefore)
    }
}

/// One requirement at one station, and for equipment, one device.
package struct ReadinessKey: Codable, Hashable, Sendable, Comparable {
    package let station: PollingStation.ID
    package let requirement: ReadinessRequirement.ID
    /// The device's serial number; empty where there is none.
    package let serial: String

    package init(
        _ station: PollingStation.ID, _ requirement: ReadinessRequirement.ID, serial: String = ""
    ) {
        self.station = station
        self.requirement = requirement
        self.serial = serial
    }

    package static func < (left: ReadinessKey, right: ReadinessKey) -> Bool {
        (left.station, left.requirement, left.serial)
            < (right.station, right.requirement, right.serial)
    }
}

/// What was found, by whom it was recorded, and who confirmed it.
package struct ReadinessRecord: Codable, Hashable, Sendable {
    package enum State: String, Codable, CaseIterable, Sendable {
        /// There, and as it should be.
        case ready
        /// There, not yet tested or complete.
        case partly
        /// Tested, and it failed; or not there.
        case failed
    }

    package let key: ReadinessKey
    package let state: State
    /// A test's result, a number of papers, a name of a courier.
    package let note: String
    /// A photograph or a signed act of delivery.
    package let evidence: Digest?

    package init(key: ReadinessKey, state: State, note: String, evidence: Digest? = nil) {
        self.key = key
        self.state = state
        self.note = note
        self.evidence = evidence
    }
}

/// What an observer found of a station's readiness; stands beside the commission's word.
package struct ReadinessRemark: Codable, Hashable, Sendable {
    package let key: ReadinessKey
    /// True when the observer saw what the commission says.
    package let agrees: Bool
    package let text: String
    package let evidence: Digest?

    package init(key: ReadinessKey, agrees: Bool, text: String, evidence: Digest? = nil) {
        self.key = key
        self.agrees = agrees
        self.text = text
        self.evidence = evidence
    }
}

extension OfficeState {
    /// Everything asked of a station, device by device, in the order of the requirements; a
    /// requirement of which nothing was recorded is there once, without a serial number.
    package func readinessItems(
        at station: PollingStation
    ) -> [(key: ReadinessKey, item: ReadinessItem)] {
        let known = readiness.filter { $0.key.station == station.id }
        return (setting?.readiness ?? []).filter { $0.concerns(station) }.flatMap { requirement in
            let own = known.filter { $0.key.requirement == requirement.id }
                .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
            return own.isEmpty
                ? [(ReadinessKey(station.id, requirement.id), ReadinessItem())] : own
        }
    }
}

/// A requirement at a station as the board shows it.
package struct ReadinessItem: Hashable, Sendable {
    package struct Told<Value: Hashable & Sendable>: Hashable, Sendable {
        package let value: Value
        package let by: Account.ID
        package let at: Instant
    }

    package enum Standing: String, Sendable {
        /// Recorded as ready and confirmed by a second person.
        case confirmed
        /// Recorded, and waiting for a second person.
        case recorded
        /// Recorded as incomplete.
        case partly
        case failed
        /// Nothing was recorded, and there is still time.
        case open
        /// Not confirmed although it is due.
        case late
    }

    package var record: Told<ReadinessRecord>?
    package var confirmed: Told<ReadinessKey>?
    package var remarks: [Told<ReadinessRemark>] = []

    package init() {}

    package func standing(due: Instant, now: Instant) -> Standing {
        guard let record else { return now >= due ? .late : .open }
        switch record.value.state {
        case .failed: return .failed
        case .partly: return now >= due ? .late : .partly
        case .ready:
            if confirmed != nil { return .confirmed }
            return now >= due ? .late : .recorded
        }
    }
}
