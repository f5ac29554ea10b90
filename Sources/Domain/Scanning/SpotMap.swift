/// From places of the layout to places on one picture: one affine map for the page, and what each
/// printed thing that was found says about its own neighbourhood.
///
/// Places are in millimetres. Time of one look-up grows with the number of things found.
struct SpotMap: Sendable {
    /// A printed thing and by how much, in pixels, it lies beside the affine map.
    struct Anchor: Sendable {
        let place: PagePoint
        let gap: PagePoint
    }

    /// Pixels to the right and down for one millimetre across and one down, and the origin.
    let across: PagePoint
    let down: PagePoint
    let origin: PagePoint
    let anchors: [Anchor]
    /// How many printed things were sought.
    let sought: Int

    /// Anchors that are asked about a place.
    static let near = 8

    func straight(_ place: PagePoint) -> PagePoint {
        origin + across * place.x + down * place.y
    }

    /// Back from a point of the picture; nil when the map is flat.
    func millimetres(_ pixel: PagePoint) -> PagePoint? {
        let determinant = across.x * down.y - across.y * down.x
        guard abs(determinant) > 1e-6 else { return nil }
        func back(_ offset: PagePoint) -> PagePoint {
            PagePoint(
                x: (offset.x * down.y - offset.y * down.x) / determinant,
                y: (offset.y * across.x - offset.x * across.y) / determinant)
        }
        let first = back(pixel - origin)
        // What the neighbours of that place say is taken off once.
        return first - back(place(first) - pixel)
    }

    /// The affine place, moved as the nearest anchors are moved: their weighted mean, near ones
    /// more. One that lies far off the others (a wrong match) is left out.
    func place(_ place: PagePoint) -> PagePoint {
        guard !anchors.isEmpty else { return straight(place) }
        var nearest: [(distance: Double, gap: PagePoint)] = []
        nearest.reserveCapacity(SpotMap.near + 1)
        for anchor in anchors {
            let offset = anchor.place - place
            let distance = offset.x * offset.x + offset.y * offset.y
            if nearest.count == SpotMap.near, distance >= nearest[nearest.count - 1].distance {
                continue
            }
            var at = nearest.count
            while at > 0, nearest[at - 1].distance > distance { at -= 1 }
            nearest.insert((distance, anchor.gap), at: at)
            if nearest.count > SpotMap.near { nearest.removeLast() }
        }
        let middle = PagePoint(
            x: median(nearest.map(\.gap.x)), y: median(nearest.map(\.gap.y)))
        // A quarter of a millimetre: what blur and thresholds do to a box's edge.
        let reach = max(1.5, 0.25 * across.length)
        var sum = PagePoint(x: 0, y: 0)
        var weight = 0.0
        for entry in nearest where (entry.gap - middle).length <= reach {
            let share = 1 / (entry.distance + 4)
            sum = sum + entry.gap * share
            weight += share
        }
        return straight(place) + (weight > 0 ? sum * (1 / weight) : middle)
    }
}
