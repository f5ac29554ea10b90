import Assemblies
import Elections
import Ledger
import Missions
import Primitives
import Publication
import TervaniaMission

extension Performance {
    /// 2: who observes, and in whose name.
    mutating func watch() throws -> [String] {
        let watched = TervaniaMission.watchRecord
        try seal(
            .assembly, RecordPath.assembly, WatchRecord(assembly: watched.assembly),
            from: [RecordPath.notice])
        try seal(
            .mission, RecordPath.mission, TervaniaMission.mission,
            from: [RecordPath.assembly, RecordPath.definition])
        let mission = TervaniaMission.mission
        let seats = watched.assembly.delegations.flatMap(\.seats).compactMap(\.number.value)
        return [
            "\(watched.assembly.assembly?.names.first?.text ?? watched.assembly.id.text): \(watched.assembly.delegations.count) delegations, \(seats.reduce(0, +)) seats",
            "\(mission.observers.count) observers in \(mission.teams.count) teams, \(mission.deployments.flatMap(\.stations).count) stations to visit",
        ]
    }
}
