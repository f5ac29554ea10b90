import Ballots

/// Where the printed outline of each target really lies.
///
/// The grid gives the place to about a millimetre: print and marks shift against each other,
/// paper stretches between the marks. So the outline is sought near the expected place; then each
/// find must agree with its neighbours, since an outline that a pen has covered can be mistaken.
struct TargetLocator {
    let image: GrayImage
    let light: PaperLight
    let template: TargetTemplate
    /// Brightness of ink on this page.
    let black: Int
    /// How far the outline is sought, in pixels.
    let reach: Int

    /// Pixels to each side within which places may be equally good: a third of a millimetre.
    private var plateau: Int { max(1, reach * 4 / 10) }

    struct Find {
        var x: Int
        var y: Int
        /// Mean darkness along the outline, 0 to 1.
        var outline: Double
        /// True when the outline stands out from both sides of it.
        var sure: Bool
        /// True when there is a clean outline with paper on both sides, which no stroke looks like.
        var clear: Bool
    }

    func finds(_ expected: [PagePoint]) -> [Find] {
        var finds = expected.map(search)
        let gaps = zip(expected, finds).map { place, find in
            PagePoint(x: Double(find.x) - place.x, y: Double(find.y) - place.y)
        }
        let sure = finds.indices.filter { finds[$0].sure }
        guard !sure.isEmpty else { return finds }
        for index in finds.indices {
            let near = sure.sorted {
                (expected[$0] - expected[index]).length < (expected[$1] - expected[index]).length
            }.prefix(9)
            let common = PagePoint(
                x: median(near.map { gaps[$0].x }), y: median(near.map { gaps[$0].y }))
            let own = gaps[index]
            // 2.5 pixels: a pixel of rounding on each side and half a pixel of blur.
            let agrees =
                finds[index].clear || finds[index].sure && (own - common).length <= 2.5
            guard !agrees else { continue }
            finds[index].x = Int((expected[index].x + common.x).rounded())
            finds[index].y = Int((expected[index].y + common.y).rounded())
            finds[index].outline =
                score(finds[index].x, finds[index].y, lookup(expected[index])).ring
            finds[index].sure = false
        }
        return finds
    }

    private func search(_ place: PagePoint) -> Find {
        let levels = lookup(place)
        let x = Int(place.x.rounded())
        let y = Int(place.y.rounded())
        var best = (x: x, y: y, score: -1.0, ring: 0.0)
        func attempt(_ x: Int, _ y: Int) {
            let found = score(x, y, levels)
            if found.score > best.score { best = (x, y, found.score, found.ring) }
        }
        for dy in stride(from: -reach, through: reach, by: 2) {
            for dx in stride(from: -reach, through: reach, by: 2) { attempt(x + dx, y + dy) }
        }
        // Uphill pixel by pixel from the best of the coarse places.
        for _ in 0..<4 {
            let (fromX, fromY) = (best.x, best.y)
            for dy in -1...1 {
                for dx in -1...1 where dx != 0 || dy != 0 { attempt(fromX + dx, fromY + dy) }
            }
            if best.x == fromX, best.y == fromY { break }
        }
        // Where the printed line is thicker than the template, all places within it are as good:
        // their middle is meant.
        if best.ring > 0.97 {
            let level = best.score - 0.01
            let (fromX, fromY) = (best.x, best.y)
            var sum = (x: 0, y: 0, count: 0)
            for dy in -plateau...plateau {
                for dx in -plateau...plateau
                where score(fromX + dx, fromY + dy, levels).score >= level {
                    sum = (sum.x + dx, sum.y + dy, sum.count + 1)
                }
            }
            if sum.count > 1 {
                best.x = fromX + Int((Double(sum.x) / Double(sum.count)).rounded())
                best.y = fromY + Int((Double(sum.y) / Double(sum.count)).rounded())
            }
        }
        // A line drawn across darkens two short parts of the outline; a printed one all of it.
        return Find(
            x: best.x, y: best.y, outline: best.ring, sure: best.ring > 0.4 && best.score > 0.2,
            clear: best.score > 0.5)
    }

    /// Darkness 0...255 for each brightness, between the local paper and the page's ink.
    private func lookup(_ place: PagePoint) -> [Int32] {
        let white = light.white(x: Int(place.x), y: Int(place.y))
        let span = max(white - black, 24)
        return (0..<256).map { Int32(min(255, max(0, (white - $0) * 255 / span))) }
    }

    private func score(_ x: Int, _ y: Int, _ levels: [Int32]) -> (score: Double, ring: Double) {
        let margin = max(template.halfWidth, template.halfHeight) + 16
        guard x > margin, y > margin, x < image.width - margin, y < image.height - margin else {
            return (0, 0)
        }
        return image.pixels.withUnsafeBufferPointer { pixels in
            levels.withUnsafeBufferPointer { levels in
                let centre = y * image.width + x
                func level(_ at: TargetTemplate.Offset) -> Int32 {
                    levels[Int(pixels[centre + at.y * image.width + at.x])]
                }
                var ring: Int32 = 0
                for near in template.ring {
                    ring += max(level(near[0]), level(near[1]), level(near[2]))
                }
                var outside: Int32 = 0
                for at in template.outside { outside += level(at) }
                var inside: Int32 = 0
                for at in template.inside { inside += level(at) }
                let line = Double(ring) / 255 / Double(template.ring.count)
                let out = Double(outside) / 255 / Double(template.outside.count)
                let within = Double(inside) / 255 / Double(template.inside.count)
                return (line - 0.6 * out - 0.3 * within, line)
            }
        }
    }
}
