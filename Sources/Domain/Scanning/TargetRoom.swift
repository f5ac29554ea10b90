import Ballots

/// The paper round a target on which a mark is about this target and no other.
struct TargetRoom {
    /// Millimetres above and below a target that are kept free of the next target's own mark.
    let above: Double
    /// Targets round about: the middle in millimetres from this one's, and whether it is marked.
    let others: [(middle: PagePoint, marked: Bool)]

    /// Millimetres beyond the outline's outer edge that a mark meant for the target may miss it by,
    /// where the next target is far enough.
    static let farthest = 2.5
    /// And above and below it where targets stand close together.
    static let nearest = 1.0

    /// One for each target of the side, in the order of the layout.
    ///
    /// - Parameter marked: whether ink was found inside of a target, in the same order.
    static func all(
        layout: BallotLayout, side: BallotLayout.Side, marked: [Bool]
    ) -> [TargetRoom] {
        let pitch = layout.pitch(side)
        let above = Surroundings.height(layout: layout, side: side)
        let wide = layout.targetWidth + 3 * farthest
        let high = layout.targetHeight + 3 * farthest
        return side.targets.map { own in
            let others = side.targets.indices.compactMap { index -> (PagePoint, Bool)? in
                let other = side.targets[index]
                let place = PagePoint(
                    x: (other.column - own.column) * pitch.x, y: (other.row - own.row) * pitch.y)
                guard abs(place.x) < wide, abs(place.y) < high, place.x != 0 || place.y != 0
                else { return nil }
                return (place, marked[index])
            }
            return TargetRoom(above: above, others: others)
        }
    }

    /// Whether ink at a place, in millimetres from the target's middle, is near this target: not
    /// farther than a pen misses by and nearer to it than to any other target; of a marked one,
    /// whose own mark may run far over its edge, no more than a third of the way to it.
    func holds(_ place: PagePoint, _ outline: TargetOutline) -> Bool {
        guard outline.contains(place, inset: -TargetRoom.farthest) else { return false }
        let down = min(
            TargetRoom.farthest, max(TargetRoom.nearest, (above + Surroundings.apart) / 3))
        guard abs(place.y) <= outline.height / 2 + down else { return false }
        let own = outline.distance(place)
        return others.allSatisfy {
            ($0.marked ? 2 : 1) * own <= outline.distance(place - $0.middle)
        }
    }
}
