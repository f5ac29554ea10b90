import Elections
import Primitives

/// What one invented voter means to mark: options by contest; none for a blank, two for too many.
package typealias Intention = [Contest.ID: [ContestOption.ID]]

extension Tervania {
    /// What the voters of one station mean to mark, in no order that says who they are.
    package static func intentions(
        at station: PollingStation.ID, papers: Int, seed: UInt64
    ) -> [Intention] {
        guard let profile = profiles.first(where: { $0.id == station }) else { return [] }
        var chance = SeededSource(seed: seed, purpose: "votes \(station)")
        return (0..<papers).map { _ in
            [
                president: choice(
                    among: definition.contests[0].options.map(\.id), weights: profile.lean, &chance),
                referendum: choice(
                    among: definition.contests[1].options.map(\.id), weights: [61, 16, 23], &chance),
            ]
        }
    }

    private static func choice(
        among options: [ContestOption.ID], weights: [Int], _ chance: inout SeededSource
    ) -> [ContestOption.ID] {
        let whim = chance.below(1000)
        if whim < 14 { return [] }
        var point = chance.below(weights.reduce(0, +))
        let first = weights.firstIndex { weight in
            defer { point -= weight }
            return point < weight
        }
        let chosen = first ?? 0
        // One voter in eighty marks two.
        if whim < 26 { return [options[chosen], options[(chosen + 1) % options.count]] }
        return [options[chosen]]
    }
}
