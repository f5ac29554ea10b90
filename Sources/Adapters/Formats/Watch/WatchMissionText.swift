import Assemblies
import Missions
import Primitives

// The mission's part of the page.
extension WatchText {
    func mission(_ record: WatchRecord) -> [String] {
        guard let mission = record.mission else { return [] }
        let snapshot = record.assembly
        let host = snapshot.state(mission.host)?.name ?? LocalizedText(mission.host.text)
        var lines = ["", "\(label(WatchLabels.mission)) \(mission.id) → \(label(host))"]
        lines += mission.contests.map {
            "  \(label(WatchLabels.contests)): \"\($0.sourceWording)\""
        }
        lines.append("  \(label(WatchLabels.remit)): \"\(mission.remit)\"")
        lines.append(
            "  \(label(WatchLabels.invitedBy)): \(name(mission.invitation.person, snapshot)), "
                + title(mission.invitation.office, snapshot))
        if let law = record.invitationLaw { lines += resolution(mission.invitation, law, snapshot) }
        let offices = mission.coordinator.offices.map { title($0, snapshot) }
        lines.append(
            "  \(label(WatchLabels.coordinator)): \(name(mission.coordinator.person, snapshot))"
                + (offices.isEmpty ? "" : " (\(offices.joined(separator: "; ")))"))
        lines += mission.legalBases.map { basis in
            "  \(label(WatchLabels.worksBy)): \(basis.title)"
                + (basis.day.value.map { ", \($0.text)" } ?? "")
        }
        lines.append("  \(label(WatchLabels.size)): \(words(mission.size.map { String($0) }))")
        for meeting in record.meetings { lines += self.meeting(meeting, snapshot) }
        return lines
    }

    private func name(_ person: Known<Person.ID>, _ snapshot: AssemblySnapshot) -> String {
        words(person.map { snapshot.person($0)?.name ?? $0.text })
    }

    private func resolution(
        _ invitation: Invitation, _ law: InvitationLaw, _ snapshot: AssemblySnapshot
    ) -> [String] {
        let verdict: String
        switch invitation.resolved(in: snapshot, under: law) {
        case .resolved(let body, let rule):
            verdict = "\(snapshot.name(of: body)): \(label(WatchLabels.mayInvite)) \(rule)"
        case .bodyMayNotInvite(let body, let rule):
            verdict = "\(snapshot.name(of: body)): \(label(WatchLabels.mayNotInvite)) \(rule)"
        case .officeUnknown(let office): verdict = office.text
        }
        return ["    \(verdict)", "    \(label(law.note))"]
    }

    private func meeting(_ meeting: Meeting, _ snapshot: AssemblySnapshot) -> [String] {
        let who = snapshot.person(meeting.counterpart)?.name ?? meeting.counterpart.text
        var lines = [
            "", "\(label(WatchLabels.meeting)) \(who), \(title(meeting.office, snapshot))",
            "  \(label(WatchLabels.meetingDay)): \(words(meeting.day.map(\.text)))",
            "  \(label(WatchLabels.claims)):",
        ]
        lines += meeting.claims.map { claim in
            let by = snapshot.person(claim.by)?.name ?? claim.by.text
            return "  - \(claim.text) (\(by); \(label(WatchLabels.status(claim.status))))"
        }
        return lines
    }
}
