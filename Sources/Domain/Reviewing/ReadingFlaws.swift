import Ballots
import Elections
import Primitives

/// Why a reading cannot be used; words for whoever packed it.
package struct ReadingFlaw: Hashable, Sendable {
    package let what: String
}

extension Reading {
    /// The most doubtful papers that one reading may have: beyond it the scanner, not the papers, is
    /// doubtful.
    package static let mostDoubtful = 30_000

    /// The first thing that does not fit the definition or itself; nil when all does. Whatever reads
    /// the papers by place rests on this.
    package func flaw(_ definition: ElectionDefinition) -> ReadingFlaw? {
        func flaw(_ what: String) -> ReadingFlaw { ReadingFlaw(what: what) }
        guard format == Self.currentFormat else {
            return flaw("its format is \(format.prefix(40))")
        }
        guard doubtful.count <= Self.mostDoubtful else {
            return flaw("it has \(doubtful.count) doubtful papers")
        }
        guard (0...100_000_000).contains(papers), (0...100_000_000).contains(refusedPages),
            doubtful.count <= papers
        else { return flaw("its numbers of papers do not fit each other") }
        guard files.contains(where: { $0.name == Self.recordsName }),
            Set(files.map(\.name)).count == files.count, files.count <= 16,
            files.allSatisfy({ $0.pieces.count <= 4096 && $0.name.utf8.count <= 64 })
        else { return flaw("its list of files is not whole") }
        let contests = Dictionary(
            definition.contests.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for shape in ballots {
            for part in shape.parts {
                guard let contest = contests[part.contest] else {
                    return flaw("contest \(part.contest) is not in this election")
                }
                let known = Set(contest.options.map(\.id))
                if let stranger = part.options.first(where: { !known.contains($0) }) {
                    return flaw("option \(stranger) is not in contest \(part.contest)")
                }
            }
        }
        if let total = totals.first(where: { contests[$0.contest] == nil || !$0.isPlausible }) {
            return flaw("the total of contest \(total.contest) cannot be meant")
        }
        guard Set(totals.map(\.contest)).count == totals.count,
            Set(doubtful.map(\.sheet)).count == doubtful.count
        else { return flaw("something stands in it twice") }
        return doubtful.lazy.compactMap { misfit(of: $0) }.first
    }

    private func misfit(of paper: DoubtfulPaper) -> ReadingFlaw? {
        let flaw = ReadingFlaw(what: "paper \(paper.sheet) does not fit its ballot")
        guard ballots.indices.contains(paper.ballot) else { return flaw }
        let parts = ballots[paper.ballot].parts
        guard paper.marks.count == parts.count, !paper.targets.isEmpty,
            paper.targets.count <= 1000, paper.pages.count <= 8,
            zip(paper.marks, parts).allSatisfy({ marks, part in
                marks.utf8.count == part.options.count
                    && marks.utf8.allSatisfy { MarkLetter.indication($0) != nil }
            })
        else { return flaw }
        var seen: Set<[Int]> = []
        for target in paper.targets {
            guard parts.indices.contains(target.part),
                parts[target.part].options.indices.contains(target.place),
                seen.insert([target.part, target.place]).inserted,
                paper.pages.indices.contains(target.page), target.box.count == 4,
                target.frame.count == 4,
                (target.box + target.frame + [target.width, target.height]).allSatisfy({
                    (0...100_000).contains($0)
                })
            else { return flaw }
        }
        let sizes = paper.pages.flatMap { [$0.width, $0.height] }
        return sizes.allSatisfy { (1...100_000).contains($0) } ? nil : flaw
    }
}

/// One letter of ``DoubtfulPaper/marks``.
package enum MarkLetter {
    package static func of(_ indication: PositionReading.Indication) -> Character {
        switch indication {
        case .yes: "y"
        case .no: "n"
        case .unknown: "?"
        }
    }

    /// What a letter says; nil for any other.
    package static func indication(_ letter: UInt8) -> PositionReading.Indication? {
        switch letter {
        case UInt8(ascii: "y"): .yes
        case UInt8(ascii: "n"): .no
        case UInt8(ascii: "?"): .unknown
        default: nil
        }
    }
}
