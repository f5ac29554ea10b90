import Elections
import Filing
import Primitives
import Web

/// One station's preparation, requirement by requirement; a kind of device has a line for each one.
struct StationBoard {
    struct Line {
        let requirement: ReadinessRequirement
        let key: ReadinessKey
        /// Nil where nothing was recorded.
        let item: ReadinessItem?
        let standing: ReadinessItem.Standing
        let due: Instant
    }

    let lines: [Line]

    /// - Parameter records: of this station; ``Visit/readinessByStation()`` gives those of all.
    init(
        _ visit: Visit, _ station: PollingStation, _ records: [ReadinessKey: ReadinessItem]?
    ) {
        let known = records ?? [:]
        lines = (visit.state.setting?.readiness ?? []).filter { $0.concerns(station) }.flatMap {
            requirement -> [Line] in
            let due = requirement.due(at: station)
            let keys = known.keys.filter { $0.requirement == requirement.id }.sorted()
            guard !keys.isEmpty else {
                return [
                    Line(
                        requirement: requirement, key: ReadinessKey(station.id, requirement.id),
                        item: nil, standing: ReadinessItem().standing(due: due, now: visit.now),
                        due: due)
                ]
            }
            return keys.map { key in
                let item = known[key] ?? ReadinessItem()
                return Line(
                    requirement: requirement, key: key, item: item,
                    standing: item.standing(due: due, now: visit.now), due: due)
            }
        }
    }

    /// What needs somebody most comes first.
    static let order: [ReadinessItem.Standing] = [
        .failed, .late, .partly, .open, .recorded, .confirmed,
    ]

    func worst(_ requirement: ReadinessRequirement) -> ReadinessItem.Standing? {
        let all = lines.filter { $0.requirement.id == requirement.id }.map(\.standing)
        return Self.order.first { all.contains($0) }
    }

    var isLate: Bool { lines.contains { [.late, .failed].contains($0.standing) } }
    var disagrees: Bool {
        lines.contains { $0.item?.remarks.contains { !$0.value.agrees } ?? false }
    }
}

extension Visit {
    /// The records of every station, by station; gathered anew at every call.
    func readinessByStation() -> [PollingStation.ID: [ReadinessKey: ReadinessItem]] {
        var result: [PollingStation.ID: [ReadinessKey: ReadinessItem]] = [:]
        for (key, item) in state.readiness { result[key.station, default: [:]][key] = item }
        return result
    }

    func badge(_ standing: ReadinessItem.Standing) -> HTML {
        let (shape, word): (Standing, Phrase) =
            switch standing {
            case .confirmed: (.good, .readyConfirmed)
            case .recorded: (.doubt, .readyRecorded)
            case .partly: (.doubt, .readyPartly)
            case .failed: (.bad, .readyFailed)
            case .open: (.quiet, .readyOpen)
            case .late: (.bad, .readyLate)
            }
        return shape.badge(say(word))
    }

    func badge(agrees: Bool) -> HTML {
        agrees ? Standing.good.badge(say(.agrees)) : Standing.bad.badge(say(.disagrees))
    }
}
