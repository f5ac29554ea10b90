/// Takes positions out of a ring that nobody would see.
///
/// Source of the measure: Visvalingam and Whyatt, "Line generalisation by repeated elimination of
/// points", The Cartographic Journal 30, 1993: the area of the triangle that a point makes with its
/// neighbours. In rounds instead of one by one, so that the work is bounded by the number of
/// positions, whatever somebody sends.
enum LineThinning {
    private static let rounds = 12

    /// - Parameter detail: twice the area of a triangle that is too small to be seen.
    static func thinned(_ ring: [MapPoint], detail: Double) -> [MapPoint] {
        var kept = ring
        for _ in 0..<rounds {
            guard kept.count > 4 else { break }
            var next: [MapPoint] = []
            next.reserveCapacity(kept.count)
            var removed = false
            for place in kept.indices {
                let before = next.last ?? kept[kept.count - 1]
                let after = kept[(place + 1) % kept.count]
                let left = kept.count - place + next.count
                // A neighbour of a point just removed is looked at in the next round.
                if !removed, left > 4,
                    abs(twiceArea([before, kept[place], after])) < detail
                {
                    removed = true
                } else {
                    next.append(kept[place])
                    removed = false
                }
            }
            let settled = next.count == kept.count
            kept = next
            if settled { break }
        }
        return kept
    }

    /// Twice the area inside, negative where the ring runs the other way.
    static func twiceArea(_ ring: [MapPoint]) -> Double {
        guard var before = ring.last else { return 0 }
        var sum = 0.0
        for point in ring {
            sum += before.x * point.y - point.x * before.y
            before = point
        }
        return sum
    }

    /// The middle of the area; of the positions where the ring encloses nothing.
    static func middle(_ ring: [MapPoint]) -> MapPoint {
        let area = twiceArea(ring)
        guard var before = ring.last, abs(area) > 1e-9 else {
            let count = Double(max(1, ring.count))
            return MapPoint(
                x: ring.reduce(0) { $0 + $1.x } / count, y: ring.reduce(0) { $0 + $1.y } / count)
        }
        var x = 0.0
        var y = 0.0
        for point in ring {
            let cross = before.x * point.y - point.x * before.y
            x += (before.x + point.x) * cross
            y += (before.y + point.y) * cross
            before = point
        }
        return MapPoint(x: x / (3 * area), y: y / (3 * area))
    }
}
