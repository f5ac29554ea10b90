import Assemblies
import Elections
import Primitives

/// A group that an assembly sends to watch a vote in another country.
package struct Mission: Codable, Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Mission>

    package var id: ID
    /// Set when the mission is invented.
    package var inventedNotice: LocalizedText?
    package var sender: Body.ID
    package var host: State.ID
    package var contests: [WatchedContest]
    /// What the mission is to watch, in the source's own few words.
    package var remit: String
    package var invitation: Invitation
    package var coordinator: Coordinator
    package var legalBases: [LegalBasis]
    /// How many observers it has; unknown where the source does not say.
    package var size: Known<Int>
    package var observers: [Observer]
    package var teams: [Team]
    package var deployments: [Deployment]
    /// Who paid, in words; unknown where the source does not say.
    package var funding: Known<LocalizedText>
    /// True when people of the mission were there weeks before the day.
    package var longTermPresence: Known<Bool>

    package init(
        id: ID, inventedNotice: LocalizedText?, sender: Body.ID, host: State.ID,
        contests: [WatchedContest], remit: String, invitation: Invitation,
        coordinator: Coordinator, legalBases: [LegalBasis], size: Known<Int>,
        observers: [Observer], teams: [Team], deployments: [Deployment],
        funding: Known<LocalizedText>, longTermPresence: Known<Bool>
    ) {
        self.id = id
        self.inventedNotice = inventedNotice
        self.sender = sender
        self.host = host
        self.contests = contests
        self.remit = remit
        self.invitation = invitation
        self.coordinator = coordinator
        self.legalBases = legalBases
        self.size = size
        self.observers = observers
        self.teams = teams
        self.deployments = deployments
        self.funding = funding
        self.longTermPresence = longTermPresence
    }

    package func observer(_ id: Observer.ID) -> Observer? { observers.first { $0.id == id } }
    package func team(_ id: Team.ID) -> Team? { teams.first { $0.id == id } }
}

/// A contest as the mission's own source calls it, and as the definition does where there is one.
///
/// The source's words can be wrong about what was voted on; they are kept as its words and never
/// become a contest's title.
package struct WatchedContest: Codable, Hashable, Sendable {
    package var contest: Contest.ID?
    package var sourceWording: String

    package init(contest: Contest.ID?, sourceWording: String) {
        self.contest = contest
        self.sourceWording = sourceWording
    }
}

/// Who leads the group, and the offices in which the source presents them.
package struct Coordinator: Codable, Hashable, Sendable {
    package var person: Known<Person.ID>
    package var offices: [Office.ID]

    package init(person: Known<Person.ID>, offices: [Office.ID]) {
        self.person = person
        self.offices = offices
    }
}

/// A law or treaty on which the mission says it works.
package struct LegalBasis: Codable, Hashable, Sendable {
    package enum Kind: String, Codable, Sendable {
        case hostLaw = "host-law"
        case treaty
    }

    package var title: String
    package var kind: Kind
    /// The day of a treaty. Titles differ by translation; day and place do not.
    package var day: Known<CivilDay>

    package init(title: String, kind: Kind, day: Known<CivilDay>) {
        self.title = title
        self.kind = kind
        self.day = day
    }
}
