import Assemblies
import Elections
import Primitives

/// An observer as the record shows one: a pseudonym, the sending state, the accreditation.
package struct Observer: Codable, Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Observer>

    /// A pseudonym. Who it is stands in `ObserverRegister`, which is never published.
    package var id: ID
    package var state: State.ID
    package var accreditation: Accreditation

    package init(id: ID, state: State.ID, accreditation: Accreditation) {
        self.id = id
        self.state = state
        self.accreditation = accreditation
    }
}

/// The persons behind the pseudonyms. Cannot be encoded, so it cannot become part of a record.
package struct ObserverRegister: Sendable {
    private var names: [Observer.ID: Personal<String>]

    package init(_ names: [Observer.ID: Personal<String>]) { self.names = names }

    package var count: Int { names.count }

    /// The name for the accreditation card.
    package func name(of observer: Observer.ID) -> String? {
        names[observer]?.opened(for: .issueAccreditation)
    }
}

/// Observers who go together.
package struct Team: Codable, Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Team>

    package var id: ID
    package var members: [Observer.ID]

    package init(id: ID, members: [Observer.ID]) {
        self.id = id
        self.members = members
    }
}

/// The stations that one team is to visit, in order.
package struct Deployment: Codable, Hashable, Sendable {
    package var team: Team.ID
    package var day: CivilDay
    package var stations: [PollingStation.ID]

    package init(team: Team.ID, day: CivilDay, stations: [PollingStation.ID]) {
        self.team = team
        self.day = day
        self.stations = stations
    }
}

/// Something about the teams that would weaken what they report.
package enum TeamFault: Hashable, Sendable {
    case fewerThanTwo(Team.ID)
    /// Every member was sent by one state.
    case oneStateAlone(Team.ID, State.ID)
    case unknownObserver(Team.ID, Observer.ID)
    case inTwoTeams(Observer.ID)
    /// An observer of the host state watches at home.
    case homeState(Observer.ID)
    case notAccredited(Observer.ID, on: CivilDay)
    case unknownTeam(Team.ID)
}

extension Mission {
    /// Everything that is wrong with the teams on a day, in the order of the file.
    package func teamFaults(on day: CivilDay) -> [TeamFault] {
        var found: [TeamFault] = []
        var placed: Set<Observer.ID> = []
        for team in teams {
            if team.members.count < 2 { found.append(.fewerThanTwo(team.id)) }
            let members = team.members.compactMap(observer)
            for id in team.members {
                if observer(id) == nil { found.append(.unknownObserver(team.id, id)) }
                if !placed.insert(id).inserted { found.append(.inTwoTeams(id)) }
            }
            let states = Set(members.map(\.state))
            if members.count > 1, states.count == 1, let state = states.first {
                found.append(.oneStateAlone(team.id, state))
            }
            for member in members {
                if member.state == host { found.append(.homeState(member.id)) }
                if !member.accreditation.mayObserve(on: day) {
                    found.append(.notAccredited(member.id, on: day))
                }
            }
        }
        for deployment in deployments where team(deployment.team) == nil {
            found.append(.unknownTeam(deployment.team))
        }
        return found
    }
}
