import Elections
import Primitives

extension BallotManifest {
    /// Which stations' papers are kept together, so that no published batch is smaller than the
    /// rule allows.
    ///
    /// Within a district the smallest station joins the next smallest until every batch has at
    /// least `smallestPool` papers; a district too small as a whole is one batch. A batch of one
    /// station takes the station's name, a pool the names of its stations joined by `+`.
    ///
    /// - Parameter papers: papers in the boxes of each station.
    package static func pooled(
        papers: [PollingStation.ID: Int], definition: ElectionDefinition
    ) -> BallotManifest {
        var batches: [Batch] = []
        for district in definition.districts {
            var groups = definition.stations.filter { $0.district == district.id }
                .map { (stations: [$0.id], papers: papers[$0.id] ?? 0) }
            while groups.count > 1 {
                groups.sort { ($0.papers, $0.stations[0].text) < ($1.papers, $1.stations[0].text) }
                guard groups[0].papers < definition.publication.smallestPool else { break }
                let small = groups.removeFirst()
                groups[0].stations = (groups[0].stations + small.stations).sorted()
                groups[0].papers += small.papers
            }
            batches += groups.map { group in
                let name = group.stations.map(\.text).joined(separator: "+")
                return Batch(
                    id: Batch.ID(name) ?? Batch.ID(literalOf: district.id),
                    stations: group.stations,
                    papers: group.papers)
            }
        }
        return BallotManifest(batches: batches.sorted { $0.id < $1.id })
    }

    package func batch(of station: PollingStation.ID) -> Batch? {
        batches.first { $0.stations.contains(station) }
    }
}

extension Identifier where Subject == Batch {
    /// A pool of so many stations that their names do not fit an identifier takes the district's.
    fileprivate init(literalOf district: District.ID) { self = Identifier(district.text)! }
}
