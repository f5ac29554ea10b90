import Primitives

/// The day for which a snapshot speaks.
package enum AsOf: Hashable, Sendable, Comparable {
    /// The source says for which day it speaks.
    case dated(CivilDay)
    /// The list bears no date; it was seen in a source of this day.
    case undatedSeen(CivilDay)
    /// The list bears no date and neither does its page; it is later than this day.
    case undatedLater(CivilDay)
    /// Nothing is known of its day.
    case undated

    /// The day on which the snapshot certainly was what the source printed.
    package var certainDay: CivilDay? {
        switch self {
        case .dated(let day), .undatedSeen(let day): day
        case .undatedLater, .undated: nil
        }
    }

    /// By the day, a later list after the one it is later than, and last what has no day at all.
    package static func < (left: AsOf, right: AsOf) -> Bool { left.rank < right.rank }

    private var rank: (Int, Int) {
        switch self {
        case .dated(let day), .undatedSeen(let day): (day.number, 0)
        case .undatedLater(let day): (day.number, 1)
        case .undated: (.max, 0)
        }
    }
}

extension AsOf: Codable {
    private enum Keys: String, CodingKey {
        case dated
        case undatedSeen = "undated-seen-in-source-of"
        case undatedLater = "undated-later-than"
        case undated
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        guard container.allKeys.count == 1, let key = container.allKeys.first else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription:
                        "a snapshot is dated, or undated-seen-in-source-of, or undated-later-than"))
        }
        switch key {
        case .dated: self = .dated(try container.decode(CivilDay.self, forKey: key))
        case .undatedSeen: self = .undatedSeen(try container.decode(CivilDay.self, forKey: key))
        case .undatedLater: self = .undatedLater(try container.decode(CivilDay.self, forKey: key))
        case .undated: self = .undated
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        switch self {
        case .dated(let day): try container.encode(day, forKey: .dated)
        case .undatedSeen(let day): try container.encode(day, forKey: .undatedSeen)
        case .undatedLater(let day): try container.encode(day, forKey: .undatedLater)
        case .undated: try container.encode(true, forKey: .undated)
        }
    }
}

/// What sources say of an assembly at one time: nothing is added, and what they leave open stays
/// open.
package struct AssemblySnapshot: Codable, Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<AssemblySnapshot>

    /// Whether the whole list was read, or only the facts that stand here.
    package enum Extent: String, Codable, Sendable { case whole, partial }

    package var id: ID
    /// Set when the countries are invented.
    package var inventedNotice: LocalizedText?
    package var asOf: AsOf
    package var extent: Extent
    package var sources: [Source]
    package var states: [State]
    /// Nil in a file about a single parliament.
    package var assembly: Assembly?
    package var parliaments: [Parliament]
    package var chambers: [Chamber]
    package var bodies: [PublicBody]
    package var members: [MemberState]
    package var persons: [Person]
    package var offices: [Office]
    package var holdings: [OfficeHolding]
    package var websites: [Website]

    package init(
        id: ID, inventedNotice: LocalizedText?, asOf: AsOf, extent: Extent, sources: [Source],
        states: [State], assembly: Assembly?, parliaments: [Parliament], chambers: [Chamber],
        bodies: [PublicBody], members: [MemberState], persons: [Person], offices: [Office],
        holdings: [OfficeHolding], websites: [Website]
    ) {
        self.id = id
        self.inventedNotice = inventedNotice
        self.asOf = asOf
        self.extent = extent
        self.sources = sources
        self.states = states
        self.assembly = assembly
        self.parliaments = parliaments
        self.chambers = chambers
        self.bodies = bodies
        self.members = members
        self.persons = persons
        self.offices = offices
        self.holdings = holdings
        self.websites = websites
    }
}

extension AssemblySnapshot {
    package func state(_ id: State.ID) -> State? { states.first { $0.id == id } }
    package func person(_ id: Person.ID) -> Person? { persons.first { $0.id == id } }
    package func office(_ id: Office.ID) -> Office? { offices.first { $0.id == id } }

    package var delegations: [Delegation] { members.compactMap(\.delegation.value) }

    /// Every name of a body; empty when the snapshot does not have the body.
    package func names(of body: Body.ID) -> [BodyName] {
        namedBodies.first { $0.id == body }?.names ?? []
    }

    /// The name to print: the official one if there is one.
    package func name(of body: Body.ID) -> String {
        let names = names(of: body)
        return (names.first { $0.kind == .official } ?? names.first)?.text ?? body.text
    }

    /// The short name where the body has one.
    package func shortName(of body: Body.ID) -> String {
        names(of: body).first { $0.kind == .short }?.text ?? name(of: body)
    }

    /// Bodies with names of their own, in the order of the file. A delegation has none.
    package var namedBodies: [(id: Body.ID, names: [BodyName])] {
        var found: [(id: Body.ID, names: [BodyName])] = []
        if let assembly {
            found.append((assembly.id, assembly.names))
            found += assembly.organs.map { ($0.id, $0.names) }
        }
        found += parliaments.map { ($0.id, $0.names) }
        found += chambers.map { ($0.id, $0.names) }
        found += bodies.map { ($0.id, $0.names) }
        return found
    }

    /// Seats of all delegations listed, added up here; nil when one number is not known.
    package var seatTotal: Int? {
        var total = 0
        for delegation in delegations {
            guard let seats = delegation.seatTotal else { return nil }
            total += seats
        }
        return total
    }

    /// Who holds the office, as far as the dates allow it on the day.
    package func holders(of office: Office.ID, on day: CivilDay? = nil) -> [Known<Person.ID>] {
        holdings.filter { holding in
            holding.office == office && (day.map(holding.mayHold(on:)) ?? true)
        }.map(\.person)
    }

    /// Persons with more than one office, in the order of the file.
    ///
    /// - Parameter day: holdings whose dates rule it out are left aside.
    package func officesHeldTogether(
        on day: CivilDay? = nil
    ) -> [(person: Person.ID, offices: [Office.ID])] {
        persons.compactMap { person in
            let held = holdings.filter { holding in
                holding.person.value == person.id && (day.map(holding.mayHold(on:)) ?? true)
            }.map(\.office)
            return held.count > 1 ? (person.id, held) : nil
        }
    }
}
