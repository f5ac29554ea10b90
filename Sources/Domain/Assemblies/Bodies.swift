import Primitives

/// Anything with a name that can be sat in, sent by or spoken for. All kinds of bodies share one
/// space of names, because an office can belong to any of them.
package enum Body {
    package typealias ID = Identifier<Body>
}

/// One name of a body, as a source writes it.
package struct BodyName: Codable, Hashable, Sendable {
    package enum Kind: String, Codable, Sendable {
        /// The full name, in the source's language.
        case official
        /// The body's own name in its country, in whatever letters the source uses.
        case local
        /// The name without the country, as used inside a sentence.
        case short
        /// Any further name seen.
        case other
    }

    package var text: String
    package var kind: Kind

    package init(_ text: String, _ kind: Kind = .official) {
        self.text = text
        self.kind = kind
    }
}

/// A country. Only what the snapshot needs: its name, and whether somebody made it up.
package struct State: Codable, Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<State>

    package var id: ID
    package var name: LocalizedText
    /// True for a country that does not exist. Real and invented never stand in one file.
    package var invented: Bool?

    package init(id: ID, name: LocalizedText, invented: Bool? = nil) {
        self.id = id
        self.name = name
        self.invented = invented
    }

    package var isInvented: Bool { invented == true }
}

/// A parliament, with one chamber or two. One with a single chamber needs no chamber record.
package struct Parliament: Codable, Hashable, Sendable, Identifiable {
    package var id: Body.ID
    package var state: Known<State.ID>
    package var names: [BodyName]

    package init(id: Body.ID, state: Known<State.ID>, names: [BodyName]) {
        self.id = id
        self.state = state
        self.names = names
    }
}

/// One chamber of a parliament that has more than one.
package struct Chamber: Codable, Hashable, Sendable, Identifiable {
    package enum Kind: String, Codable, Sendable { case lower, upper, single }

    package var id: Body.ID
    package var parliament: Body.ID
    package var names: [BodyName]
    package var kind: Known<Kind>

    package init(
        id: Body.ID, parliament: Body.ID, names: [BodyName], kind: Known<Kind>
    ) {
        self.id = id
        self.parliament = parliament
        self.names = names
        self.kind = kind
    }
}

/// An assembly of delegations that parliaments send, with its organs.
package struct Assembly: Codable, Hashable, Sendable, Identifiable {
    package var id: Body.ID
    package var names: [BodyName]
    package var organs: [Organ]

    package init(id: Body.ID, names: [BodyName], organs: [Organ]) {
        self.id = id
        self.names = names
        self.organs = organs
    }
}

/// A part of an assembly: its council, its secretariat, a commission.
package struct Organ: Codable, Hashable, Sendable, Identifiable {
    package var id: Body.ID
    package var names: [BodyName]

    package init(id: Body.ID, names: [BodyName]) {
        self.id = id
        self.names = names
    }
}

/// Any other body that a source speaks of: a ministry, a commission, a committee.
package struct PublicBody: Codable, Hashable, Sendable, Identifiable {
    package var id: Body.ID
    package var names: [BodyName]
    package var state: State.ID?
    package var parent: Body.ID?

    package init(
        id: Body.ID, names: [BodyName], state: State.ID? = nil, parent: Body.ID? = nil
    ) {
        self.id = id
        self.names = names
        self.state = state
        self.parent = parent
    }
}

/// The address of a body's site, or why it is not known.
package struct Website: Codable, Hashable, Sendable {
    package var of: Body.ID
    package var address: Known<String>

    package init(of: Body.ID, address: Known<String>) {
        self.of = of
        self.address = address
    }
}
