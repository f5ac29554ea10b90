import Primitives

/// One fact that two snapshots tell differently.
package struct SnapshotChange: Codable, Hashable, Sendable {
    package enum Matter: String, Codable, Sendable {
        case seats, plenipotentiary, website, delegation, holders
    }

    package enum Kind: String, Codable, Sendable {
        /// Both know it and do not agree. Each can be right at its time.
        case changed
        case becameKnown = "became-known"
        case becameUnknown = "became-unknown"
        /// Unknown in both, in two different ways.
        case otherUnknown = "other-unknown"
    }

    package let matter: Matter
    package let subject: String
    package let before: Known<String>
    package let after: Known<String>

    package var kind: Kind {
        switch (before, after) {
        case (.known, .known): .changed
        case (.unknown, .known): .becameKnown
        case (.known, .unknown): .becameUnknown
        case (.unknown, .unknown): .otherUnknown
        }
    }
}

/// What two snapshots tell differently, and how much the newer one does not speak of.
package struct SnapshotDifferences: Hashable, Sendable {
    package let changes: [SnapshotChange]
    /// Facts of the older snapshot about which a partial newer one is silent.
    package let notReadAgain: Int
}

extension AssemblySnapshot {
    /// Compares fact by fact. Silence of a partial snapshot is no change; silence of a whole one
    /// is: the fact has gone from the list.
    package static func differences(
        from older: AssemblySnapshot, to newer: AssemblySnapshot
    ) -> SnapshotDifferences {
        let before = older.facts()
        let after = newer.facts()
        var changes: [SnapshotChange] = []
        var silent = 0
        for fact in before {
            let match = after.first { $0.key == fact.key }
            if match == nil, newer.extent == .partial {
                silent += 1
                continue
            }
            let now =
                match?.value ?? .unknown(fact.key.matter == .delegation ? .memberAbsent : .noLabel)
            guard now != fact.value else { continue }
            changes.append(
                SnapshotChange(
                    matter: fact.key.matter, subject: fact.subject, before: fact.value, after: now))
        }
        let seen = Set(before.map(\.key))
        for fact in after where !seen.contains(fact.key) && older.extent == .whole {
            changes.append(
                SnapshotChange(
                    matter: fact.key.matter, subject: fact.subject, before: .unknown(.noLabel),
                    after: fact.value))
        }
        return SnapshotDifferences(changes: changes, notReadAgain: silent)
    }

    private struct Fact {
        struct Key: Hashable {
            let matter: SnapshotChange.Matter
            let name: String
        }

        let key: Key
        let subject: String
        let value: Known<String>
    }

    private func facts() -> [Fact] {
        var found: [Fact] = []
        for member in members {
            let state = name(of: member)
            found.append(
                Fact(
                    key: .init(matter: .delegation, name: member.state.value?.text ?? state),
                    subject: state,
                    value: member.delegation.map { _ in "listed" }))
            if let delegation = member.delegation.value { found += facts(of: delegation) }
        }
        for site in websites {
            found.append(
                Fact(
                    key: .init(matter: .website, name: site.of.text), subject: name(of: site.of),
                    value: site.address))
        }
        let pleni = Set(delegations.compactMap(\.plenipotentiary.value))
        for office in offices where !pleni.contains(office.id) {
            let held = holders(of: office.id)
            guard !held.isEmpty else { continue }
            let known = held.compactMap { $0.value.map(personName) }.sorted()
            found.append(
                Fact(
                    key: .init(matter: .holders, name: office.id.text), subject: office.title.en,
                    value: known.isEmpty
                        ? .unknown(held.first?.unknown ?? .holderNotGiven)
                        : .known(known.joined(separator: ", "))))
        }
        return found
    }

    private func facts(of delegation: Delegation) -> [Fact] {
        let parliament = name(of: delegation.parliament)
        var found = delegation.seats.map { seats in
            let chamber = seats.chamber.value
            return Fact(
                key: .init(
                    matter: .seats, name: "\(delegation.parliament)/\(chamber?.text ?? "")"),
                subject: chamber.map { name(of: $0) } ?? parliament,
                value: seats.number.map { String($0) })
        }
        // A partial snapshot that gives seats alone says nothing of the plenipotentiary.
        let holder = plenipotentiary(of: delegation)
        if extent == .whole || holder.value != nil {
            found.append(
                Fact(
                    key: .init(matter: .plenipotentiary, name: delegation.parliament.text),
                    subject: parliament, value: holder.map(personName)))
        }
        return found
    }

    private func personName(_ id: Person.ID) -> String { person(id)?.name ?? id.text }
}
