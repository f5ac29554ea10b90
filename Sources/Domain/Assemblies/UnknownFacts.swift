import Primitives

/// One fact that a snapshot does not know.
package struct UnknownFact: Codable, Hashable, Sendable {
    package enum Matter: String, Codable, Sendable, CaseIterable {
        case delegation, seats, chamber, plenipotentiary, website, holder
    }

    /// Whose fact: a body, an office, or a state, in words.
    package let subject: String
    package let matter: Matter
    package let kind: Unknown

    package init(subject: String, matter: Matter, kind: Unknown) {
        self.subject = subject
        self.matter = matter
        self.kind = kind
    }
}

extension AssemblySnapshot {
    /// What the source leaves open, in the order of the file.
    ///
    /// Dates of office are counted apart (`datesOfOfficeGiven`): hardly any list prints them.
    package func unknownFacts() -> [UnknownFact] {
        var found: [UnknownFact] = []
        for member in members {
            let state = name(of: member)
            switch member.delegation {
            case .unknown(let kind):
                found.append(UnknownFact(subject: state, matter: .delegation, kind: kind))
            case .known(let delegation):
                found += unknownFacts(of: delegation)
            }
        }
        for site in websites {
            guard let kind = site.address.unknown else { continue }
            found.append(UnknownFact(subject: name(of: site.of), matter: .website, kind: kind))
        }
        let pleni = Set(delegations.compactMap(\.plenipotentiary.value))
        for holding in holdings where !pleni.contains(holding.office) {
            guard let kind = holding.person.unknown else { continue }
            let title = office(holding.office)?.title.en ?? holding.office.text
            found.append(UnknownFact(subject: title, matter: .holder, kind: kind))
        }
        return found
    }

    private func unknownFacts(of delegation: Delegation) -> [UnknownFact] {
        let parliament = name(of: delegation.parliament)
        var found: [UnknownFact] = []
        for seats in delegation.seats {
            if let kind = seats.chamber.unknown {
                found.append(UnknownFact(subject: parliament, matter: .chamber, kind: kind))
            }
            if let kind = seats.number.unknown {
                let whose = seats.chamber.value.map(name(of:)) ?? parliament
                found.append(UnknownFact(subject: whose, matter: .seats, kind: kind))
            }
        }
        // A list read in part says nothing of what was not read of it.
        if let kind = plenipotentiary(of: delegation).unknown,
            extent == .whole || kind != .noLabel
        {
            found.append(UnknownFact(subject: parliament, matter: .plenipotentiary, kind: kind))
        }
        return found
    }

    /// The member state in English, or the parliament where no state is known.
    package func name(of member: MemberState) -> String {
        if let id = member.state.value { return state(id)?.name.en ?? id.text }
        return member.delegation.value.map { name(of: $0.parliament) } ?? "–"
    }

    /// Who speaks for the delegation's parliament, or why nobody can be named.
    package func plenipotentiary(of delegation: Delegation) -> Known<Person.ID> {
        switch delegation.plenipotentiary {
        case .unknown(let kind): .unknown(kind)
        case .known(let office): holders(of: office).first ?? .unknown(.holderNotGiven)
        }
    }

    /// Holdings whose first day is given, of all holdings.
    package var datesOfOfficeGiven: (given: Int, holdings: Int) {
        (holdings.count { $0.from.value != nil }, holdings.count)
    }
}
