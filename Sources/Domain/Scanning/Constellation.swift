import Ballots

/// Finds printed things of known places and sizes among the pieces of ink of a page.
///
/// First by voting: each pair of a thing and a piece of its size votes for the shift that would
/// bring them together, for a few angles and scales; the shift with most votes is taken
/// (P. V. C. Hough's transform, generalised by D. H. Ballard, 1981). Then by least squares over
/// the pairs that agree, within ever smaller circles.
struct Constellation {
    /// In millimetres on the paper.
    let landmarks: [Landmark]
    /// Pixels per millimetre, roughly.
    let scale: Double
    /// So many of the last landmarks are targets. Few of them vote for the page's place: in even
    /// rows they would vote as gladly for one row off.
    let targets: Int

    init(landmarks: [Landmark], scale: Double, targets: Int = 0) {
        self.landmarks = landmarks
        self.scale = scale
        self.targets = targets
    }

    /// Millimetres by which the paper may lie elsewhere in the picture than at its top left corner.
    static let travel = 20.0
    /// Side of a cell of votes, in millimetres.
    static let cell = 1.5
    /// Slopes tried, about 3.4 degrees to both sides.
    static let slopes = (-6...6).map { Double($0) * 0.01 }
    static let stretches = [0.97, 1.0, 1.03]

    struct Match {
        let map: SpotMap
        /// Of the landmarks, those found.
        let found: Int
        /// For each landmark the piece of ink taken for it.
        let spots: [InkSpot?]
    }

    /// Nil when no place fits at least `least` landmarks.
    ///
    /// - Parameter start: where the page lies, roughly, with anchors that hold whatever is found;
    ///   sought by voting when it is not known.
    func match(_ pieces: [InkSpot], least: Int, from start: SpotMap? = nil) -> Match? {
        let held = (start?.anchors ?? []).map { anchor in
            (place: anchor.place, spot: (start?.straight(anchor.place) ?? anchor.gap) + anchor.gap)
        }
        let index = SpotIndex(pieces, cell: 6 * scale)
        guard var map = start ?? voted(index) else { return nil }
        // First by the straight map alone; then with the neighbours' say, which follows a fold.
        for (radius, straight) in [(3.0, true), (1.8, true), (1.2, true), (0.9, false)] {
            let better = fitted(
                map, index, radius: radius, straight: straight, least: least, held: held)
            guard let better else { return nil }
            map = better
        }
        let spots = landmarks.map {
            index.nearest(map.place($0.place), like: $0, scale: scale, within: 0.7 * scale)
        }
        let found = spots.count { $0 != nil }
        return found >= least ? Match(map: map, found: found, spots: spots) : nil
    }

    // MARK: Voting

    private func voted(_ index: SpotIndex) -> SpotMap? {
        // A few hundred pairs decide as well as many thousand.
        func some(_ part: ArraySlice<Landmark>, most: Int) -> [Landmark] {
            stride(from: part.startIndex, to: part.endIndex, by: max(1, part.count / most))
                .map { part[$0] }
        }
        let marks = landmarks.count - targets
        let voters =
            some(landmarks[..<marks], most: 200)
            // Half as many as there are marks, but all of a few.
            + some(landmarks[marks...], most: max(24, min(60, marks / 2)))
        let pairs = voters.map { landmark in
            (
                landmark.place,
                index.alike(
                    near: landmark.place * scale, landmark, scale: scale,
                    within: (Constellation.travel + 8) * scale)
            )
        }
        let side = Int(2 * Constellation.travel / Constellation.cell)
        var best: (votes: Int, map: SpotMap)?
        for slope in Constellation.slopes {
            for stretch in Constellation.stretches {
                let size = scale * stretch
                let across = PagePoint(x: size, y: slope * size)
                let down = PagePoint(x: -slope * size, y: size)
                var votes = [Int](repeating: 0, count: side * side)
                for (place, spots) in pairs {
                    let at = across * place.x + down * place.y
                    // One landmark has one vote in a cell, however many pieces are there.
                    var last = -1
                    for spot in spots {
                        let shift = (spot - at) * (1 / scale / Constellation.cell)
                        let column = Int((shift.x + Double(side) / 2).rounded(.down))
                        let row = Int((shift.y + Double(side) / 2).rounded(.down))
                        guard (0..<side).contains(column), (0..<side).contains(row) else {
                            continue
                        }
                        let cell = row * side + column
                        if cell != last { votes[cell] += 1 }
                        last = cell
                    }
                }
                for row in 0..<side - 1 {
                    for column in 0..<side - 1 {
                        let cell = row * side + column
                        let sum =
                            votes[cell] + votes[cell + 1] + votes[cell + side]
                            + votes[cell + side + 1]
                        guard sum > best?.votes ?? 0 else { continue }
                        let shift = PagePoint(
                            x: (Double(column + 1) - Double(side) / 2) * Constellation.cell * scale,
                            y: (Double(row + 1) - Double(side) / 2) * Constellation.cell * scale)
                        best = (
                            sum,
                            SpotMap(
                                across: across, down: down, origin: shift, anchors: [],
                                sought: landmarks.count)
                        )
                    }
                }
            }
        }
        return best?.map
    }

    // MARK: Fitting

    /// The affine map over all pairs within a circle, and the pairs as anchors.
    private func fitted(
        _ map: SpotMap, _ index: SpotIndex, radius: Double, straight: Bool, least: Int,
        held: [(place: PagePoint, spot: PagePoint)]
    ) -> SpotMap? {
        var pairs: [(place: PagePoint, spot: PagePoint)] = []
        for landmark in landmarks {
            let expected =
                straight ? map.straight(landmark.place) : map.place(landmark.place)
            if let spot = index.nearest(
                expected, like: landmark, scale: scale, within: radius * scale)
            {
                pairs.append((landmark.place, spot.centre))
            }
        }
        guard pairs.count >= max(held.isEmpty ? 3 : 1, least / 2) else { return nil }
        pairs += held
        guard let fit = AffineFit(pairs) else { return nil }
        let anchors = pairs.map { pair in
            SpotMap.Anchor(
                place: pair.place,
                gap: pair.spot
                    - (fit.origin + fit.across * pair.place.x + fit.down * pair.place.y))
        }
        return SpotMap(
            across: fit.across, down: fit.down, origin: fit.origin, anchors: anchors,
            sought: landmarks.count)
    }
}

extension Landmark {
    var place: PagePoint { PagePoint(x: x, y: y) }
}

/// The affine map that brings places nearest to points, by least squares.
struct AffineFit {
    let across: PagePoint
    let down: PagePoint
    let origin: PagePoint

    /// Nil when the places lie on one line.
    init?(_ pairs: [(place: PagePoint, spot: PagePoint)]) {
        let count = Double(pairs.count)
        guard count >= 3 else { return nil }
        var middle = PagePoint(x: 0, y: 0)
        var middleSpot = PagePoint(x: 0, y: 0)
        for pair in pairs {
            middle = middle + pair.place
            middleSpot = middleSpot + pair.spot
        }
        middle = middle * (1 / count)
        middleSpot = middleSpot * (1 / count)
        var xx = 0.0
        var xy = 0.0
        var yy = 0.0
        var alongX = PagePoint(x: 0, y: 0)
        var alongY = PagePoint(x: 0, y: 0)
        for pair in pairs {
            let p = pair.place - middle
            let s = pair.spot - middleSpot
            xx += p.x * p.x
            xy += p.x * p.y
            yy += p.y * p.y
            alongX = alongX + s * p.x
            alongY = alongY + s * p.y
        }
        let determinant = xx * yy - xy * xy
        // Square millimetres to the fourth: places that spread by less than about 3 mm one way
        // say nothing about that way.
        guard determinant > 10 * count * max(xx, yy) else { return nil }
        across = (alongX * yy - alongY * xy) * (1 / determinant)
        down = (alongY * xx - alongX * xy) * (1 / determinant)
        origin = middleSpot - across * middle.x - down * middle.y
    }
}

/// Pieces of ink by where they are.
struct SpotIndex {
    private let spots: [InkSpot]
    private let cell: Double
    private let columns: Int
    private let rows: Int
    private var starts: [Int32]
    private var order: [Int32]

    /// - Parameter cell: side of a cell in pixels.
    init(_ spots: [InkSpot], cell: Double) {
        self.spots = spots
        self.cell = max(8, cell)
        let right = spots.map(\.right).max() ?? 0
        let bottom = spots.map(\.bottom).max() ?? 0
        columns = Int(Double(right) / self.cell) + 1
        rows = Int(Double(bottom) / self.cell) + 1
        starts = [Int32](repeating: 0, count: columns * rows + 1)
        order = [Int32](repeating: 0, count: spots.count)
        let cells = spots.map { spot -> Int in
            Int(spot.centre.y / self.cell) * columns + Int(spot.centre.x / self.cell)
        }
        for place in cells { starts[place + 1] += 1 }
        for place in 0..<columns * rows { starts[place + 1] += starts[place] }
        var next = starts
        for (index, place) in cells.enumerated() {
            order[Int(next[place])] = Int32(index)
            next[place] += 1
        }
    }

    /// How far a size may differ: a seventh, and two pixels for blur.
    private func matches(_ spot: InkSpot, _ landmark: Landmark, _ scale: Double) -> Bool {
        let width = landmark.width * scale
        let height = landmark.height * scale
        return abs(spot.width - width) <= width * 0.14 + 2
            && abs(spot.height - height) <= height * 0.14 + 2
    }

    private func each(near place: PagePoint, within reach: Double, _ body: (InkSpot) -> Void) {
        let left = max(0, Int((place.x - reach) / cell))
        let right = min(columns - 1, Int(max(0, place.x + reach) / cell))
        let top = max(0, Int((place.y - reach) / cell))
        let bottom = min(rows - 1, Int(max(0, place.y + reach) / cell))
        guard left <= right, top <= bottom else { return }
        for row in top...bottom {
            let from = Int(starts[row * columns + left])
            let to = Int(starts[row * columns + right + 1])
            for at in from..<to { body(spots[Int(order[at])]) }
        }
    }

    /// Centres of the pieces of a landmark's size.
    func alike(near place: PagePoint, _ landmark: Landmark, scale: Double, within reach: Double)
        -> [PagePoint]
    {
        var found: [PagePoint] = []
        each(near: place, within: reach) { spot in
            if matches(spot, landmark, scale) { found.append(spot.centre) }
        }
        return found
    }

    func nearest(
        _ place: PagePoint, like landmark: Landmark, scale: Double, within reach: Double
    ) -> InkSpot? {
        var best: InkSpot?
        var least = reach
        each(near: place, within: reach) { spot in
            let gap = (spot.centre - place).length
            if gap < least, matches(spot, landmark, scale) {
                least = gap
                best = spot
            }
        }
        return best
    }
}
