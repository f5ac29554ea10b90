import Assemblies
import Primitives

/// By whom a mission was asked to come.
package struct Invitation: Codable, Hashable, Sendable {
    package var person: Known<Person.ID>
    /// The office in which the person invited.
    package var office: Office.ID
    package var day: Known<CivilDay>

    package init(person: Known<Person.ID>, office: Office.ID, day: Known<CivilDay>) {
        self.person = person
        self.office = office
        self.day = day
    }
}

/// Which bodies the law of the host lets invite observers from abroad.
package struct InvitationLaw: Codable, Hashable, Sendable {
    package var bodies: [Body.ID]
    /// The rule, by its id in the catalogue of standards.
    package var rule: String
    /// What must be said beside it, such as the edition of the law that was read.
    package var note: LocalizedText

    package init(bodies: [Body.ID], rule: String, note: LocalizedText) {
        self.bodies = bodies
        self.rule = rule
        self.note = note
    }
}

/// Whether the one who invited speaks for a body that may.
package enum InvitationResolution: Hashable, Sendable {
    /// The office belongs to a body that the rule names.
    case resolved(body: Body.ID, rule: String)
    /// The office belongs to a body that the rule does not name.
    case bodyMayNotInvite(body: Body.ID, rule: String)
    /// The office is not in the snapshot.
    case officeUnknown(Office.ID)
}

extension Invitation {
    /// Traces the inviter's office to its body, and the body to the rule.
    package func resolved(
        in snapshot: AssemblySnapshot, under law: InvitationLaw
    ) -> InvitationResolution {
        guard let office = snapshot.office(office) else { return .officeUnknown(office) }
        return law.bodies.contains(office.body)
            ? .resolved(body: office.body, rule: law.rule)
            : .bodyMayNotInvite(body: office.body, rule: law.rule)
    }
}
