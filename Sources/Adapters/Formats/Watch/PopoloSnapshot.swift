import Assemblies
import Foundation
import Missions
import Primitives

// From Popolo's rows to a snapshot.
extension Popolo {
    private static let source: Source.ID = "file"

    mutating func snapshot(file: String) -> AssemblySnapshot {
        var snapshot = AssemblySnapshot(
            id: "popolo", inventedNotice: nil, asOf: .undated, extent: .whole,
            sources: [
                Source(
                    id: Self.source, title: file, address: .unknown(.noLabel),
                    dated: .unknown(.noLabel))
            ],
            states: [], assembly: nil, parliaments: [], chambers: [], bodies: [], members: [],
            persons: [], offices: [], holdings: [], websites: [])
        addPersons(to: &snapshot)
        addOrganizations(to: &snapshot)
        addOffices(to: &snapshot)
        return snapshot
    }

    private mutating func addPersons(to snapshot: inout AssemblySnapshot) {
        for (index, row) in persons.enumerated() {
            guard let id: Person.ID = id(row), let name = text(row, "name") else {
                rowProblems.append("persons[\(index)] has no usable id or no name")
                continue
            }
            let others = (row["other_names"] as? [Row] ?? []).compactMap { text($0, "name") }
            let names = ([name] + others).map { PersonName($0, language: "und", script: "Zyyy") }
            snapshot.persons.append(Person(id: id, names: names))
        }
    }

    /// The organization in which others are represented; Popolo says so by `on_behalf_of_id`.
    private var assemblyID: String? {
        let hosts = memberships.filter { text($0, "on_behalf_of_id") != nil }
            .compactMap { text($0, "organization_id") }
        return Dictionary(grouping: hosts) { $0 }.max { left, right in
            (left.value.count, right.key) < (right.value.count, left.key)
        }?.key
    }

    private mutating func addOrganizations(to snapshot: inout AssemblySnapshot) {
        let assembly = assemblyID
        let sent = Set(
            memberships.filter { text($0, "organization_id") == assembly }
                .compactMap { text($0, "on_behalf_of_id") })
        for (index, row) in organizations.enumerated() {
            guard let id: Body.ID = id(row), !names(row).isEmpty else {
                rowProblems.append("organizations[\(index)] has no usable id or no name")
                continue
            }
            place(
                row, as: id, isAssembly: id.text == assembly, sends: sent.contains(id.text),
                &snapshot)
            for link in row["links"] as? [Row] ?? [] {
                guard let address = text(link, "url") else { continue }
                if (text(link, "note") ?? "").lowercased().contains("site") {
                    snapshot.websites.append(Website(of: id, address: .known(address)))
                } else {
                    leftBehind["organizations.links", default: 0] += 1
                }
            }
        }
    }

    private mutating func place(
        _ row: Row, as id: Body.ID, isAssembly: Bool, sends: Bool,
        _ snapshot: inout AssemblySnapshot
    ) {
        let kind = (text(row, "classification") ?? "").lowercased()
        let parent: Body.ID? = self.id(row, "parent_id")
        if isAssembly {
            snapshot.assembly = Assembly(id: id, names: names(row), organs: [])
        } else if sends || kind.contains("legislature") || kind.contains("parliament") {
            let state = state(of: row, &snapshot)
            snapshot.parliaments.append(Parliament(id: id, state: state, names: names(row)))
            if sends { addDelegation(of: id, state: state, &snapshot) }
        } else if kind.contains("chamber") || kind.contains("house"), let parent {
            let seat: Chamber.Kind? =
                kind.contains("lower") ? .lower : kind.contains("upper") ? .upper : nil
            snapshot.chambers.append(
                Chamber(
                    id: id, parliament: parent, names: names(row),
                    kind: seat.map { .known($0) } ?? .unknown(.noLabel)))
        } else {
            snapshot.bodies.append(PublicBody(id: id, names: names(row), parent: parent))
        }
    }

    private func state(of row: Row, _ snapshot: inout AssemblySnapshot) -> Known<State.ID> {
        let area = row["area"] as? Row ?? [:]
        guard let id: State.ID = id(row, "area_id") ?? id(area) else { return .unknown(.noLabel) }
        if snapshot.state(id) == nil {
            snapshot.states.append(
                State(id: id, name: LocalizedText(text(area, "name") ?? id.text)))
        }
        return .known(id)
    }

    /// Popolo has no field for seats, so their number stays unknown.
    private func addDelegation(
        of parliament: Body.ID, state: Known<State.ID>, _ snapshot: inout AssemblySnapshot
    ) {
        guard let id = Body.ID("delegation-of-" + parliament.text) else { return }
        let seats = SeatAllotment(
            chamber: .unknown(.noLabel), number: .unknown(.noLabel), word: .unknown(.noLabel))
        snapshot.members.append(
            MemberState(
                state: state,
                delegation: .known(
                    Delegation(
                        id: id, parliament: parliament, seats: [seats],
                        plenipotentiary: .unknown(.noLabel)))))
    }

    private mutating func addOffices(to snapshot: inout AssemblySnapshot) {
        for (index, row) in posts.enumerated() {
            guard let id: Office.ID = self.id(row),
                let body: Body.ID = self.id(row, "organization_id")
            else {
                rowProblems.append("posts[\(index)] has no usable id or no organization")
                continue
            }
            let title = text(row, "label") ?? text(row, "role") ?? id.text
            snapshot.offices.append(
                Office(id: id, title: LocalizedText(title), body: body, places: .unknown(.noLabel)))
            if !memberships.contains(where: { text($0, "post_id") == id.text }) {
                snapshot.holdings.append(
                    OfficeHolding(
                        person: .unknown(.holderNotGiven), office: id, from: .unknown(.noLabel),
                        to: .unknown(.noLabel), source: Self.source))
            }
        }
        for (index, row) in memberships.enumerated() { addHolding(row, index, to: &snapshot) }
    }

    private mutating func addHolding(
        _ row: Row, _ index: Int, to snapshot: inout AssemblySnapshot
    ) {
        guard let office = office(of: row, in: &snapshot) else {
            rowProblems.append(
                "memberships[\(index)] names no organization and no post that is here")
            return
        }
        let person: Person.ID? = id(row, "person_id")
        snapshot.holdings.append(
            OfficeHolding(
                person: person.map { .known($0) } ?? .unknown(.holderNotGiven), office: office,
                from: day(row, "start_date"), to: day(row, "end_date"), source: Self.source))
        // The one who represents a whole parliament, where the role says so.
        if (text(row, "role") ?? "").lowercased().contains("plenipotentiary"),
            let sender = text(row, "on_behalf_of_id"),
            let at = snapshot.members.firstIndex(where: {
                $0.delegation.value?.parliament.text == sender
            }), case .known(var delegation) = snapshot.members[at].delegation
        {
            delegation.plenipotentiary = .known(office)
            snapshot.members[at].delegation = .known(delegation)
        }
    }

    /// The post, or else an office made of organization, role and the body represented.
    private func office(of row: Row, in snapshot: inout AssemblySnapshot) -> Office.ID? {
        if let post: Office.ID = id(row, "post_id"), snapshot.office(post) != nil { return post }
        guard let organization: Body.ID = id(row, "organization_id") else { return nil }
        let role = text(row, "role") ?? "member"
        let sender = text(row, "on_behalf_of_id")
        let slug = role.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
        let name = [organization.text, sender, String(slug)].compactMap { $0 }
            .joined(separator: "/")
        guard let id = Office.ID(name) else { return nil }
        if snapshot.office(id) == nil {
            snapshot.offices.append(
                Office(
                    id: id, title: LocalizedText(role), body: organization,
                    places: .unknown(.noLabel)))
        }
        return id
    }

    /// A whole day; a month or a year alone is no day and is left behind by name.
    private mutating func day(_ row: Row, _ key: String) -> Known<CivilDay> {
        guard let text = text(row, key) else { return .unknown(.noLabel) }
        guard let day = CivilDay(text: String(text.prefix(10))) else {
            leftBehind["memberships.\(key) that is not a whole day", default: 0] += 1
            return .unknown(.noLabel)
        }
        return .known(day)
    }
}
