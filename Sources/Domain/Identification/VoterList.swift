import Elections
import Primitives

/// One voter on the list. Never leaves this chapter.
package struct Voter: Sendable, Identifiable {
    package typealias ID = Identifier<Voter>

    /// The number on the list.
    package let id: ID
    package let station: PollingStation.ID
    package let personalNumber: Personal<String>
    package let birth: Personal<String>
    package let surname: Personal<String>

    package init(
        id: ID, station: PollingStation.ID, personalNumber: Personal<String>,
        birth: Personal<String>, surname: Personal<String>
    ) {
        self.id = id
        self.station = station
        self.personalNumber = personalNumber
        self.birth = birth
        self.surname = surname
    }
}

/// The national list of voters, so that a voter at the wrong station is told the right one.
package struct VoterList: Sendable {
    private let byNumber: [String: [Voter]]
    private let counts: [PollingStation.ID: Int]

    package init(_ voters: [Voter]) {
        byNumber = Dictionary(grouping: voters) { $0.personalNumber.opened(for: .findOnList) }
        counts = voters.reduce(into: [:]) { $0[$1.station, default: 0] += 1 }
    }

    package func registered(at station: PollingStation.ID) -> Int { counts[station] ?? 0 }

    /// The voters with the card's personal number and date of birth. Two are possible, because a
    /// personal number is not unique in every register; then an officer decides.
    package func voters(matching zone: MachineReadableZone) -> [Voter] {
        let number = zone.personalNumber.opened(for: .findOnList)
        let birth = zone.birth.opened(for: .compareDocument)
        return (byNumber[number] ?? []).filter { $0.birth.opened(for: .compareDocument) == birth }
    }
}
