import Assemblies
import Primitives

/// A meeting of the mission with somebody of the host, as a source reports it.
package struct Meeting: Codable, Hashable, Sendable {
    /// The day of the meeting itself, which need not be the day of the report.
    package var day: Known<CivilDay>
    package var source: Source.ID
    package var counterpart: Person.ID
    /// The office in which the counterpart spoke.
    package var office: Office.ID
    package var subjects: [String]
    package var claims: [Claim]

    package init(
        day: Known<CivilDay>, source: Source.ID, counterpart: Person.ID, office: Office.ID,
        subjects: [String], claims: [Claim]
    ) {
        self.day = day
        self.source = source
        self.counterpart = counterpart
        self.office = office
        self.subjects = subjects
        self.claims = claims
    }
}

/// What somebody said at a meeting. A claim is never a finding, whatever its status.
package struct Claim: Codable, Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Claim>

    package enum Status: String, Codable, Sendable { case unverified, confirmed, contradicted }

    package var id: ID
    package var by: Person.ID
    /// In our own words.
    package var text: String
    package var topic: String
    package var status: Status

    package init(id: ID, by: Person.ID, text: String, topic: String, status: Status) {
        self.id = id
        self.by = by
        self.text = text
        self.topic = topic
        self.status = status
    }
}

/// A file of this chapter: what is known of an assembly, and of a mission it sent if it sent one.
package struct WatchRecord: Codable, Hashable, Sendable {
    package var assembly: AssemblySnapshot
    package var mission: Mission?
    package var meetings: [Meeting]
    package var invitationLaw: InvitationLaw?

    package init(
        assembly: AssemblySnapshot, mission: Mission? = nil, meetings: [Meeting] = [],
        invitationLaw: InvitationLaw? = nil
    ) {
        self.assembly = assembly
        self.mission = mission
        self.meetings = meetings
        self.invitationLaw = invitationLaw
    }

    private enum Keys: String, CodingKey { case assembly, mission, meetings, invitationLaw }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        assembly = try container.decode(AssemblySnapshot.self, forKey: .assembly)
        mission = try container.decodeIfPresent(Mission.self, forKey: .mission)
        meetings = try container.decodeIfPresent([Meeting].self, forKey: .meetings) ?? []
        invitationLaw = try container.decodeIfPresent(InvitationLaw.self, forKey: .invitationLaw)
    }
}

extension WatchRecord {
    /// Broken references and invented beside real, snapshot and mission together.
    package func flaws() -> [SnapshotFlaw] {
        var found = assembly.flaws()
        guard let mission else { return found }
        func missing(_ what: String, _ place: String) {
            found.append(
                SnapshotFlaw(
                    code: "missions.not-there",
                    summary: "The \(what), named by \(place), is not in the file.",
                    remedy: "Add it, or correct the name."))
        }
        if (mission.inventedNotice == nil) != (assembly.inventedNotice == nil) {
            found.append(
                SnapshotFlaw(
                    code: "missions.half-invented",
                    summary:
                        "Of mission \(mission.id) and its assembly only one is marked as invented.",
                    remedy: "Keep real and invented in files of their own."))
        }
        if assembly.state(mission.host) == nil { missing("state \(mission.host)", "the mission") }
        let offices =
            [mission.invitation.office] + mission.coordinator.offices + meetings.map(\.office)
        for office in offices where assembly.office(office) == nil {
            missing("office \(office)", "the mission")
        }
        let persons =
            [mission.invitation.person.value, mission.coordinator.person.value].compactMap { $0 }
            + meetings.flatMap { [$0.counterpart] + $0.claims.map(\.by) }
        for person in persons where assembly.person(person) == nil {
            missing("person \(person)", "the mission")
        }
        for observer in mission.observers where assembly.state(observer.state) == nil {
            missing("state \(observer.state)", "observer \(observer.id)")
        }
        return found
    }
}
