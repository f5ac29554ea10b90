import Ballots
import Elections
import Primitives

/// Definitions that nobody wrote: contests, options and names of every length, from a seed.
struct InventedElection {
    var chance: SeededSource

    init(seed: UInt64) { chance = SeededSource(seed: seed, purpose: "invented election") }

    private static let syllables = [
        "Ай", "бек", "Гүл", "на", "ра", "Нур", "лан", "Жыл", "дыз", "Өмүр", "Ку", "дай", "бер",
        "ген", "ов", "ева", "Mary", "son", "O'", "Lee", "Щу", "шкин", "Ы", "ң",
    ]

    /// - Parameter words: how many at most.
    private mutating func name(words: Int) -> String {
        (0...chance.below(words)).map { _ in
            (0...chance.below(4)).map { _ in Self.syllables[chance.below(Self.syllables.count)] }
                .joined()
        }.joined(separator: " ")
    }

    private mutating func text(words: Int) -> LocalizedText {
        var text = LocalizedText(name(words: words))
        if chance.below(10) > 0 { text.ru = name(words: words) }
        if chance.below(10) > 0 { text.ky = name(words: words) }
        return text
    }

    mutating func definition() -> ElectionDefinition {
        let contests = 1 + chance.below(6)
        let most = [3, 8, 20, 60][chance.below(4)]
        let words = [2, 4, 10][chance.below(3)]
        return ElectionDefinition(
            id: "invented-2031", name: text(words: 5),
            inventedNotice: chance.below(2) == 0
                ? nil : LocalizedText("Invented.", ru: "Вымысел.", ky: "Ойдон чыгарылган."),
            day: CivilDay(text: "2031-05-18")!,
            contests: (0..<contests).map { contest(number: $0, most: most, words: words) },
            districts: [], stations: [],
            markPolicy: MarkPolicy(
                ignoredBelow: 250, countedFrom: 1000, text: LocalizedText("Any mark.")),
            publication: PublicationRule(smallestPool: 1))
    }

    private mutating func contest(number: Int, most: Int, words: Int) -> Contest {
        let count = 1 + chance.below(most)
        return Contest(
            id: Contest.ID("contest-\(number)")!, title: text(words: 6), kind: .election,
            votesAllowed: 1 + chance.below(min(3, count)),
            options: (0..<count).map { option in
                ContestOption(
                    id: ContestOption.ID("option-\(option)")!, name: text(words: words),
                    kind: chance.below(12) == 0 ? .writeIn : .candidate)
            }, outcome: nil)
    }

    mutating func style() -> BallotStyle {
        var style = BallotStyle()
        func any<Value: CaseIterable>(_ type: Value.Type) -> Value {
            let all = Array(type.allCases)
            return all[chance.below(all.count)]
        }
        style.paper = any(BallotStyle.Paper.self)
        style.contestsOnPage = any(BallotStyle.ContestsOnPage.self)
        style.papers = any(BallotStyle.Papers.self)
        style.arrangement = any(BallotStyle.Arrangement.self)
        style.target = any(BallotStyle.Target.self)
        style.type = any(BallotStyle.TypeSize.self)
        style.targetsAt = any(BallotStyle.Edge.self)
        style.optionColumns = 1 + chance.below(2)
        style.languages = Array(
            chance.shuffled(Language.allCases).prefix(1 + chance.below(3)))
        return style
    }
}

/// Every choice of a style that moves or shapes something on the page.
enum EveryStyle {
    static let all: [BallotStyle] = {
        var found: [BallotStyle] = []
        for paper in [BallotStyle.Paper.a4, .a5] {
            for arrangement in BallotStyle.Arrangement.allCases {
                for target in BallotStyle.Target.allCases {
                    for type in BallotStyle.TypeSize.allCases {
                        for edge in BallotStyle.Edge.allCases {
                            for columns in 1...2 {
                                for (papers, onPage) in [
                                    (BallotStyle.Papers.one, BallotStyle.ContestsOnPage.all),
                                    (.one, .two), (.one, .one), (.separate, .all),
                                ] {
                                    var style = BallotStyle()
                                    style.paper = paper
                                    style.arrangement = arrangement
                                    style.target = target
                                    style.type = type
                                    style.targetsAt = edge
                                    style.optionColumns = columns
                                    style.papers = papers
                                    style.contestsOnPage = onPage
                                    style.languages = [.kyrgyz, .russian]
                                    found.append(style)
                                }
                            }
                        }
                    }
                }
            }
        }
        return found
    }()
}
