import Primitives

/// Whether a station is ready to open: its equipment by kind and number, its people and materials,
/// and what the foreign ministry has prepared where the station is abroad.
package struct StationReadiness: Codable, Hashable, Sendable {
    package struct Equipment: Codable, Hashable, Sendable {
        package enum Kind: String, Codable, Sendable {
            case identification
            case scanner
        }

        package var kind: Kind
        package var serial: String
        /// The day of the test; nil when the device was not tested.
        package var tested: CivilDay?

        package init(kind: Kind, serial: String, tested: CivilDay?) {
            self.kind = kind
            self.serial = serial
            self.tested = tested
        }
    }

    package var station: PollingStation.ID
    package var equipment: [Equipment]
    package var staff: Int
    package var papersDelivered: Int
    package var screens: Int
    /// One line for each thing that the foreign ministry has done; nil for a station at home.
    package var missionPrepared: [LocalizedText]?

    package init(
        station: PollingStation.ID, equipment: [Equipment], staff: Int, papersDelivered: Int,
        screens: Int, missionPrepared: [LocalizedText]?
    ) {
        self.station = station
        self.equipment = equipment
        self.staff = staff
        self.papersDelivered = papersDelivered
        self.screens = screens
        self.missionPrepared = missionPrepared
    }

    /// What is missing before the station may open; empty when it is ready.
    package func shortcomings(registered: Int) -> [Shortcoming] {
        var found: [Shortcoming] = []
        for kind in [Equipment.Kind.identification, .scanner]
        where !equipment.contains(where: { $0.kind == kind }) {
            found.append(.noEquipment(kind))
        }
        found += equipment.filter { $0.tested == nil }.map { .untested(serial: $0.serial) }
        if staff < 3 { found.append(.fewStaff(staff)) }
        if papersDelivered < registered {
            found.append(.fewPapers(delivered: papersDelivered, registered: registered))
        }
        return found
    }
}

/// One thing that keeps a station from being ready.
package enum Shortcoming: Hashable, Sendable {
    case noEquipment(StationReadiness.Equipment.Kind)
    case untested(serial: String)
    case fewStaff(Int)
    case fewPapers(delivered: Int, registered: Int)

    package var text: String {
        switch self {
        case .noEquipment(let kind): "no \(kind.rawValue) equipment"
        case .untested(let serial): "device \(serial) was not tested"
        case .fewStaff(let staff): "\(staff) members present, at least 3 needed"
        case .fewPapers(let delivered, let registered):
            "\(delivered) papers for \(registered) voters"
        }
    }
}
