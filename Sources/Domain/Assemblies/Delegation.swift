import Primitives

/// The seats of one chamber in a delegation.
package struct SeatAllotment: Codable, Hashable, Sendable {
    /// The chamber that fills the seats. A parliament with one chamber may have none named.
    package var chamber: Known<Body.ID>
    /// Seats, never negative.
    package var number: Known<Int>
    /// What the source calls those who sit: deputies, members, senators.
    package var word: Known<String>

    package init(chamber: Known<Body.ID>, number: Known<Int>, word: Known<String>) {
        self.chamber = chamber
        self.number = number
        self.word = word
    }
}

/// Those whom one parliament sends to an assembly.
package struct Delegation: Codable, Hashable, Sendable, Identifiable {
    package var id: Body.ID
    package var parliament: Body.ID
    package var seats: [SeatAllotment]
    /// The office of the one who speaks for the parliament between sessions.
    package var plenipotentiary: Known<Office.ID>

    package init(
        id: Body.ID, parliament: Body.ID, seats: [SeatAllotment],
        plenipotentiary: Known<Office.ID>
    ) {
        self.id = id
        self.parliament = parliament
        self.seats = seats
        self.plenipotentiary = plenipotentiary
    }

    /// All seats, added up here and printed by nobody; nil when one number is not known.
    package var seatTotal: Int? {
        var total = 0
        for allotment in seats {
            guard let number = allotment.number.value else { return nil }
            total += number
        }
        return total
    }
}

/// A state that belongs to the assembly, with its delegation if the source lists one.
package struct MemberState: Codable, Hashable, Sendable {
    package var state: Known<State.ID>
    package var delegation: Known<Delegation>
    /// What says that the state is a member, where it is another source than the list's.
    package var source: Source.ID?

    package init(
        state: Known<State.ID>, delegation: Known<Delegation>, source: Source.ID? = nil
    ) {
        self.state = state
        self.delegation = delegation
        self.source = source
    }
}
