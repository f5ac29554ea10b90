import Ballots
import Elections
import Primitives
import Scanning

/// Makes layouts of papers that somebody else designed, from pictures of unmarked pages.
///
/// Printed targets are found by their shape; those of the one size of which there are as many as the
/// contests have options are theirs, in the order in which one reads: column by column, from above.
package struct LayOutBlanks: Sendable {
    package struct Blank: Sendable {
        package let name: String
        package let image: GrayImage
        /// By which pages of this kind are to be found; nil where they are found by their print.
        package let code: FoundCode?

        package init(name: String, image: GrayImage, code: FoundCode? = nil) {
            self.name = name
            self.image = image
            self.code = code
        }
    }

    package let definition: ElectionDefinition
    /// The contests on the pages, in the order in which one reads them.
    package let contests: [Contest.ID]
    /// Size of the paper in millimetres.
    package let paper: (width: Double, height: Double)
    /// Each page is a paper of its own; else they are front and back of one.
    package let separate: Bool

    package init(
        definition: ElectionDefinition, contests: [Contest.ID],
        paper: (width: Double, height: Double), separate: Bool
    ) {
        self.definition = definition
        self.contests = contests
        self.paper = paper
        self.separate = separate
    }

    package func callAsFunction(_ blanks: [Blank]) throws -> [BallotLayout] {
        let options = try contests.flatMap { id in
            guard let contest = definition.contest(id) else {
                throw BlankProblem.unknownContest(id.text)
            }
            return contest.options.map { (contest: id, option: $0) }
        }
        let found = BlankPage.pages(
            try blanks.map {
                try BlankPage($0.image, widthMillimetres: paper.width, code: $0.code)
            })
        let (pages, targets) = try inOrder(found, targets: chosen(found, count: options.count))
        var next = 0
        let sides = zip(pages, targets).enumerated().map { index, page in
            let ordered = inReadingOrder(page.1)
            let own = zip(ordered, options[next..<next + ordered.count])
            next += ordered.count
            return side(index, page.0, Array(own))
        }
        let all = targets.flatMap { $0 }
        let width = all.map(\.place.width).sorted()[all.count / 2]
        let height = all.map(\.place.height).sorted()[all.count / 2]
        let papers: [[BallotLayout.Side]] =
            separate
            ? sides.map { [$0] }
            : stride(from: 0, to: sides.count, by: 2).map {
                Array(sides[$0..<min($0 + 2, sides.count)])
            }
        return papers.enumerated().map { index, sides in
            var layout = BallotLayout(
                id: BallotLayout.ID("paper-\(index + 1)") ?? "paper",
                widthMillimetres: paper.width, heightMillimetres: paper.height, markWidth: 1,
                markHeight: 1, targetWidth: width, targetHeight: height, identity: .none,
                sides: sides, targetShape: all[all.count / 2].shape)
            layout.outlineMillimetres = all.map(\.line).sorted()[all.count / 2]
            return layout
        }
    }

    /// The outlines of the one size that occurs as often as there are options, page by page.
    private func chosen(_ pages: [BlankPage], count: Int) throws -> [[BlankPage.Outline]] {
        var most = 0
        for seed in pages.flatMap(\.outlines) {
            let alike = pages.map { page in
                page.outlines.filter { outline in
                    // A sixteenth, and a fifth of a millimetre for the width of a pixel.
                    abs(outline.place.width - seed.place.width) <= seed.place.width / 16 + 0.2
                        && abs(outline.place.height - seed.place.height)
                            <= seed.place.height / 16 + 0.2
                }
            }
            let marked = zip(pages, alike).map { page, known in
                known + page.alwaysMarked(like: known)
            }
            // A sample target in the instructions stands in no column.
            for targets in [alike, alike.map(inColumns), marked] {
                let found = targets.reduce(0) { $0 + $1.count }
                if found == count { return targets }
                most = max(most, found)
            }
        }
        throw BlankProblem.otherCount(found: most, wanted: count)
    }

    private func inColumns(_ outlines: [BlankPage.Outline]) -> [BlankPage.Outline] {
        outlines.filter { outline in
            outlines.count { abs($0.place.x - outline.place.x) < 1.5 } > 1
        }
    }

    /// The pages in an order in which no contest is cut in two; the given order where it is one.
    private func inOrder(_ pages: [BlankPage], targets: [[BlankPage.Outline]]) throws
        -> ([BlankPage], [[BlankPage.Outline]])
    {
        var ends: Set<Int> = [0]
        var sum = 0
        for id in contests {
            sum += definition.contest(id)?.options.count ?? 0
            ends.insert(sum)
        }
        func fits(_ order: [Int]) -> Bool {
            var count = 0
            return order.allSatisfy {
                count += targets[$0].count
                return ends.contains(count)
            }
        }
        let orders = permutations(Array(pages.indices.prefix(6)))
        guard pages.count <= 6, let order = orders.first(where: fits) else {
            throw BlankProblem.contestCut(pages: pages.count)
        }
        return (order.map { pages[$0] }, order.map { targets[$0] })
    }

    /// In the order of the dictionary, the given order first.
    private func permutations(_ items: [Int]) -> [[Int]] {
        guard items.count > 1 else { return [items] }
        return items.indices.flatMap { index -> [[Int]] in
            var rest = items
            let first = rest.remove(at: index)
            return permutations(rest).map { [first] + $0 }
        }
    }

    private func inReadingOrder(_ outlines: [BlankPage.Outline]) -> [BlankPage.Outline] {
        var columns: [[BlankPage.Outline]] = []
        for outline in outlines.sorted(by: { ($0.place.x, $0.place.y) < ($1.place.x, $1.place.y) })
        {
            if let last = columns.last?.last, outline.place.x - last.place.x < 6 {
                columns[columns.count - 1].append(outline)
            } else {
                columns.append([outline])
            }
        }
        return columns.flatMap { $0.sorted { $0.place.y < $1.place.y } }
    }

    private func side(
        _ index: Int, _ page: BlankPage,
        _ targets: [(BlankPage.Outline, (contest: Contest.ID, option: ContestOption))]
    ) -> BallotLayout.Side {
        let face: BallotLayout.Face = separate || index % 2 == 0 ? .front : .back
        let places = targets.map(\.0.place)
        let textOnRight = textLiesRight(places, landmarks: page.landmarks)
        return BallotLayout.Side(
            face: face, columns: 0, rows: 0,
            targets: targets.map { outline, option in
                BallotLayout.Target(
                    contest: option.contest, option: option.option.id, column: outline.place.x,
                    row: outline.place.y,
                    writeInArea: option.option.kind == .writeIn
                        ? writing(outline.place, among: places, right: textOnRight) : nil)
            }, landmarks: page.landmarks, code: page.code, codeKind: page.codeKind)
    }

    /// Names stand on the side of the targets that has more print.
    private func textLiesRight(_ targets: [Landmark], landmarks: [Landmark]) -> Bool {
        var balance = 0
        for target in targets {
            for landmark in landmarks where abs(landmark.y - target.y) < 3 {
                let gap = landmark.x - target.x
                if abs(gap) < 25 { balance += gap > 0 ? 1 : -1 }
            }
        }
        return balance >= 0
    }

    /// Where a name would be written: from the target to the next column or 45 mm, a little higher
    /// than the target.
    private func writing(_ target: Landmark, among all: [Landmark], right: Bool)
        -> BallotLayout.Area
    {
        let others = all.map(\.x).filter {
            right ? $0 > target.x + target.width : $0 < target.x - target.width
        }
        let edge = right ? paper.width : 0
        let next = right ? others.min() ?? edge : others.max() ?? edge
        let room = abs(next - target.x) - target.width - 3
        let width = max(5, min(45, room))
        let left = right ? target.x + target.width / 2 + 1 : target.x - target.width / 2 - 1 - width
        let height = target.height + 3
        return BallotLayout.Area(
            left: left, top: target.y - height / 2, width: width, height: height)
    }
}
