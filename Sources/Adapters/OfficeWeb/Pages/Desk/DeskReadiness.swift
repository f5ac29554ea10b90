import Elections
import Filing
import Offices
import Primitives
import Web

/// The preparation on the desk: one line for each station and kind of trouble, not one for each thing.
struct DeskReadiness {
    private let visit: Visit
    private(set) var mine: [DeskWork.Item] = []
    private(set) var others: [DeskWork.Item] = []

    init(_ visit: Visit) {
        self.visit = visit
        let records = visit.readinessByStation()
        // Once a station has closed, its preparation is history.
        for station in visit.stations(.seeReadiness) where visit.now < station.closes {
            let board = StationBoard(visit, station, records[station.id])
            late(board, station)
            waiting(board, station)
            disagreed(board, station)
        }
    }

    private mutating func add(
        _ phrase: Phrase, _ count: Int, _ station: PollingStation, since: Instant, mine: Bool,
        standing: Standing
    ) {
        let line = DeskWork.Item(
            what: visit.say(phrase, visit.view.number(count)), about: visit.name(station),
            since: since, route: .stationReadiness(station.id), standing: standing)
        if mine { self.mine.append(line) } else { others.append(line) }
    }

    private mutating func late(_ board: StationBoard, _ station: PollingStation) {
        let late = board.lines.filter { [.late, .failed].contains($0.standing) }
        guard let first = late.map(\.due).min() else { return }
        let mayAct =
            visit.account.may(.recordReadiness, at: station)
            || visit.account.may(.confirmReadiness, at: station)
        add(
            .workReadinessLate, late.count, station, since: min(first, visit.now), mine: mayAct,
            standing: .bad)
    }

    private mutating func waiting(_ board: StationBoard, _ station: PollingStation) {
        guard visit.account.may(.confirmReadiness, at: station) else { return }
        let waiting = board.lines.compactMap(\.item).filter { item in
            guard let record = item.record else { return false }
            return record.value.state == .ready && item.confirmed == nil
                && record.by != visit.account.id
        }
        guard let first = waiting.compactMap(\.record?.at).min() else { return }
        add(
            .workReadinessConfirm, waiting.count, station, since: first, mine: true,
            standing: .doubt)
    }

    private mutating func disagreed(_ board: StationBoard, _ station: PollingStation) {
        let remarks = board.lines.compactMap(\.item).flatMap(\.remarks).filter {
            !$0.value.agrees
        }
        guard let first = remarks.map(\.at).min() else { return }
        add(
            .workRemarks, remarks.count, station, since: first,
            mine: visit.account.may(.confirmReadiness, at: station), standing: .doubt)
    }
}
