import Elections
import Identification
import Ledger
import Primitives
import Procedures
import Publication
import Tervania
import TervaniaVoters

extension Performance {
    /// 3: everybody who comes to a desk; only counts go on from here.
    mutating func admit() throws -> [String] {
        let people = TervaniaVoters(seed: seed)
        var desks = AdmitVoters(stations: definition.stations, list: people.list)
        for arrival in people.arrivals {
            desks.arrive(
                at: arrival.station, zone: arrival.zone, verdict: arrival.verdict,
                decision: arrival.decision, moment: arrival.at)
        }
        let outcome = desks.close()
        turnout = outcome.turnout
        try seal(.turnout, RecordPath.turnout, turnout, from: [RecordPath.definition])
        let admitted = turnout.reduce(0) { $0 + $1.admitted }
        let registered = turnout.reduce(0) { $0 + $1.registered }
        let share = Percentage(admitted, of: registered).text() ?? "–"
        let fallbacks = FallbackReason.allCases.compactMap { reason in
            outcome.fallbacks[reason].map { "\($0) for \(reason.rawValue)" }
        }
        var sentences = [
            "\(admitted) of \(registered) registered were given the papers (\(share) % of the registered)",
            "\(outcome.fallbacks.values.reduce(0, +)) by two officers because the equipment could not answer: \(fallbacks.joined(separator: ", "))",
        ]
        for counts in turnout {
            for (reason, number) in counts.refused.sorted(by: { $0.key < $1.key }) {
                sentences.append("\(counts.station) refused \(number): \(reason)")
            }
        }
        return sentences
    }
}
