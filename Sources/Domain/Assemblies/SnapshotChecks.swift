import Primitives

/// Something in a snapshot to be careful about. It is told and kept, and changes nothing.
package enum SnapshotDoubt: Hashable, Sendable {
    /// Two bodies answer to one name; a text that uses it does not say which is meant.
    case oneNameForTwoBodies(name: String, bodies: [Body.ID])
    /// One body has several names; a search for one of them misses the others.
    case severalNamesForOneBody(body: Body.ID, names: [String])
    /// More persons hold an office than it has places.
    case moreHoldersThanPlaces(office: Office.ID, holders: Int, places: Int)
    /// Several persons hold an office whose number of places nobody states.
    case severalHoldersPlacesUnknown(office: Office.ID, holders: Int)
    /// The dates of one holding run backwards.
    case endsBeforeItBegins(person: Person.ID, office: Office.ID)
}

extension AssemblySnapshot {
    /// What a reader should be careful about, in the order of the file.
    package func doubts() -> [SnapshotDoubt] {
        sharedNames() + severalNames() + crowdedOffices() + backwardDates()
    }

    private func sharedNames() -> [SnapshotDoubt] {
        var owners: [(name: String, bodies: [Body.ID])] = []
        for body in namedBodies {
            for name in body.names {
                let plain = name.text.lowercased()
                if let at = owners.firstIndex(where: { $0.name.lowercased() == plain }) {
                    if !owners[at].bodies.contains(body.id) { owners[at].bodies.append(body.id) }
                } else {
                    owners.append((name.text, [body.id]))
                }
            }
        }
        return owners.filter { $0.bodies.count > 1 }.map {
            .oneNameForTwoBodies(name: $0.name, bodies: $0.bodies)
        }
    }

    private func severalNames() -> [SnapshotDoubt] {
        namedBodies.compactMap { body in
            // A short form of the official name is no second name.
            let names = body.names.filter { $0.kind != .short }.map(\.text)
            return names.count > 1 ? .severalNamesForOneBody(body: body.id, names: names) : nil
        }
    }

    private func crowdedOffices() -> [SnapshotDoubt] {
        offices.compactMap { office in
            let holders = holders(of: office.id, on: asOf.certainDay).count { $0.value != nil }
            guard holders > 1 else { return nil }
            guard let places = office.places.value else {
                return .severalHoldersPlacesUnknown(office: office.id, holders: holders)
            }
            return holders > places
                ? .moreHoldersThanPlaces(office: office.id, holders: holders, places: places)
                : nil
        }
    }

    private func backwardDates() -> [SnapshotDoubt] {
        holdings.compactMap { holding in
            guard let person = holding.person.value, let from = holding.from.value,
                let to = holding.to.value, to < from
            else { return nil }
            return .endsBeforeItBegins(person: person, office: holding.office)
        }
    }
}

/// Why a snapshot cannot be used.
package struct SnapshotFlaw: Problem, Hashable {
    package let code: String
    package let summary: String
    package let remedy: String

    package init(code: String, summary: String, remedy: String) {
        self.code = code
        self.summary = summary
        self.remedy = remedy
    }
}

extension AssemblySnapshot {
    /// Broken references, names given twice, impossible numbers, and real beside invented; empty
    /// when the snapshot can be used.
    package func flaws() -> [SnapshotFlaw] {
        nameFlaws() + referenceFlaws() + valueFlaws() + inventionFlaws()
    }

    private func nameFlaws() -> [SnapshotFlaw] {
        var found: [SnapshotFlaw] = []
        let kinds: [(String, [String])] = [
            ("state", states.map(\.id.text)), ("person", persons.map(\.id.text)),
            ("office", offices.map(\.id.text)), ("source", sources.map(\.id.text)),
            ("body", namedBodies.map(\.id.text) + delegations.map(\.id.text)),
        ]
        for (kind, names) in kinds {
            var seen: Set<String> = []
            for name in names where !seen.insert(name).inserted {
                found.append(
                    flaw("twice", "The \(kind) \(name) is there twice.", "Give each its own id."))
            }
        }
        for body in namedBodies where body.names.isEmpty {
            found.append(
                flaw("no-name", "Body \(body.id) has no name.", "Name it as its source does."))
        }
        return found
    }

    private func referenceFlaws() -> [SnapshotFlaw] {
        var missing: [(String, String)] = []
        let knownStates = Set(states.map(\.id))
        let knownBodies = Set(namedBodies.map(\.id) + delegations.map(\.id))
        func need(_ id: State.ID, _ place: String) {
            if !knownStates.contains(id) { missing.append(("state \(id)", place)) }
        }
        func need(_ id: Body.ID, _ place: String) {
            if !knownBodies.contains(id) { missing.append(("body \(id)", place)) }
        }
        for parliament in parliaments {
            if let state = parliament.state.value { need(state, "parliament \(parliament.id)") }
        }
        for chamber in chambers { need(chamber.parliament, "chamber \(chamber.id)") }
        for body in bodies {
            if let state = body.state { need(state, "body \(body.id)") }
            if let parent = body.parent { need(parent, "body \(body.id)") }
        }
        for member in members {
            if let state = member.state.value { need(state, "the list of members") }
            if let source = member.source, !sources.contains(where: { $0.id == source }) {
                missing.append(("source \(source)", "the list of members"))
            }
        }
        for delegation in delegations {
            need(delegation.parliament, "delegation \(delegation.id)")
            for seats in delegation.seats {
                if let chamber = seats.chamber.value {
                    need(chamber, "delegation \(delegation.id)")
                }
            }
            if let office = delegation.plenipotentiary.value, self.office(office) == nil {
                missing.append(("office \(office)", "delegation \(delegation.id)"))
            }
        }
        for office in offices { need(office.body, "office \(office.id)") }
        for holding in holdings {
            let place = "a holding of office \(holding.office)"
            if office(holding.office) == nil { missing.append(("office \(holding.office)", place)) }
            if let id = holding.person.value, person(id) == nil {
                missing.append(("person \(id)", place))
            }
            if !sources.contains(where: { $0.id == holding.source }) {
                missing.append(("source \(holding.source)", place))
            }
        }
        for site in websites { need(site.of, "the list of websites") }
        return missing.map { what, place in
            flaw(
                "not-there", "The \(what), named by \(place), is not in the file.",
                "Add it, or correct the name.")
        }
    }

    private func valueFlaws() -> [SnapshotFlaw] {
        var found: [SnapshotFlaw] = []
        for delegation in delegations {
            for seats in delegation.seats {
                guard let number = seats.number.value, !(0...10_000).contains(number) else {
                    continue
                }
                found.append(
                    flaw(
                        "seats", "Delegation \(delegation.id) has \(number) seats.",
                        "Seats are a whole number from 0 to 10000."))
            }
        }
        for site in websites where site.address.value?.isEmpty == true {
            found.append(
                flaw(
                    "blank-value", "The website of \(site.of) is an empty text.",
                    "Say which kind of unknown it is: blank is not \"none\"."))
        }
        return found
    }

    private func inventionFlaws() -> [SnapshotFlaw] {
        let invented = states.filter(\.isInvented)
        if inventedNotice == nil, let state = invented.first {
            return [
                flaw(
                    "invented-unmarked",
                    "State \(state.id) is invented and the snapshot does not say so.",
                    "Nothing invented is added to a real country's data; mark the snapshot.")
            ]
        }
        if inventedNotice != nil, let state = states.first(where: { !$0.isInvented }) {
            return [
                flaw(
                    "real-among-invented",
                    "State \(state.id) is real and the snapshot is marked as invented.",
                    "Keep real countries in files of their own.")
            ]
        }
        return []
    }

    private func flaw(_ name: String, _ summary: String, _ remedy: String) -> SnapshotFlaw {
        SnapshotFlaw(code: "assemblies.\(name)", summary: summary, remedy: remedy)
    }
}
