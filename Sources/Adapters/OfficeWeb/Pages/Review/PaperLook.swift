import Ballots
import Cryptography
import Elections
import Filing
import Offices
import Primitives
import Reviewing
import Web

/// The pictures of a doubtful paper with what the machine says of them.
struct PaperLook {
    let visit: Visit
    let reading: Reading
    let paper: DoubtfulPaper
    private let shape: BallotShape

    init(_ visit: Visit, _ reading: Reading, _ paper: DoubtfulPaper) {
        self.visit = visit
        self.reading = reading
        self.paper = paper
        shape = reading.ballots[paper.ballot]
    }

    // MARK: Names

    func contest(_ target: DoubtfulTarget) -> Contest.ID { shape.parts[target.part].contest }

    func option(_ target: DoubtfulTarget) -> ContestOption.ID {
        shape.parts[target.part].options[target.place]
    }

    /// The option's number on the paper and its name.
    func option(_ id: ContestOption.ID, of contest: Contest.ID) -> (number: Int, name: String) {
        let options = visit.state.contest(contest)?.options ?? []
        let place = options.firstIndex { $0.id == id }
        return ((place ?? 0) + 1, place.map { visit.say(options[$0].name) } ?? id.text)
    }

    static func word(_ indication: PositionReading.Indication) -> Phrase {
        switch indication {
        case .yes: .choiceMark
        case .no: .choiceNoMark
        case .unknown: .choiceCannotTell
        }
    }

    static func word(_ choice: TargetChoice) -> Phrase {
        switch choice {
        case .mark: .choiceMark
        case .noMark: .choiceNoMark
        case .cannotTell: .choiceCannotTell
        }
    }

    // MARK: Pictures

    /// The target as the scanner saw it, with corners round it.
    func crop(_ target: DoubtfulTarget) -> HTML {
        let name = option(option(target), of: contest(target)).name
        return tag(
            "svg", .css("crop"), Attribute("viewBox", "0 0 \(target.width) \(target.height)"),
            Attribute("role", "img"), Attribute("aria-label", visit.say(.cropOf, name))
        ) {
            image(target.crop, target.width, target.height)
            tag(
                "path", .css("corners"), Attribute("d", Self.corners(target.frame)),
                Attribute("fill", "none"), Attribute("vector-effect", "non-scaling-stroke"))
        }
    }

    private func image(_ file: Digest, _ width: Int, _ height: Int) -> HTML {
        tag(
            "image", .href(visit.view.address(.live(.office(.file(file))))),
            Attribute("width", "\(width)"), Attribute("height", "\(height)"))
    }

    /// Four corners, so that nothing runs over the mark.
    private static func corners(_ frame: [Int]) -> String {
        let (left, top) = (frame[0], frame[1])
        let (right, bottom) = (left + frame[2], top + frame[3])
        let arm = max(2, min(frame[2], frame[3]) / 5)
        return """
            M\(left) \(top + arm)V\(top)H\(left + arm) M\(right - arm) \(top)H\(right)V\(top + arm) \
            M\(right) \(bottom - arm)V\(bottom)H\(right - arm) M\(left + arm) \(bottom)H\(left)V\(bottom - arm)
            """
    }

    /// The whole paper: small, with the places marked, and large when opened.
    func pages() -> HTML {
        .joined(
            paper.pages.enumerated().map { index, page in
                tag("details", .css("whole"), .id(index == 0 ? "whole" : "whole-\(index)")) {
                    tag("summary") {
                        small(page, index)
                        tag("span", .css("word")) {
                            visit.say(.wholePaper)
                            if index == 0 { PaperForm.key("p") }
                        }
                    }
                    void(
                        "img", .src(visit.view.address(.live(.office(.file(page.picture))))),
                        Attribute("alt", visit.say(.wholePaper)),
                        Attribute("width", "\(page.width)"), Attribute("height", "\(page.height)"),
                        Attribute("loading", "lazy"))
                }
            })
    }

    private func small(_ page: ShownPage, _ index: Int) -> HTML {
        tag(
            "svg", .css("small-page"), Attribute("viewBox", "0 0 \(page.width) \(page.height)"),
            Attribute("aria-hidden", "true"), Attribute("focusable", "false")
        ) {
            image(page.picture, page.width, page.height)
            for target in paper.targets where target.page == index {
                void(
                    "rect", Attribute("x", "\(target.box[0])"), Attribute("y", "\(target.box[1])"),
                    Attribute("width", "\(target.box[2])"),
                    Attribute("height", "\(target.box[3])"), Attribute("fill", "none"),
                    .css("corners"), Attribute("vector-effect", "non-scaling-stroke"))
            }
        }
    }

    // MARK: Words

    /// Why a person must look, and what each reader alone says.
    func reasons(_ target: DoubtfulTarget) -> HTML {
        let first = visit.say(Self.word(target.first))
        return tag("p", .css("reason")) { visit.say(target.doubt.text) }
            + tag("p", .css("small readers")) {
                if let second = target.second {
                    visit.say(.bothReadersSay, first, visit.say(Self.word(second)))
                } else {
                    visit.say(.oneReaderSays, first)
                }
                " "
                others(target)
            }
    }

    /// What else is marked in the contest, as far as nobody doubts it.
    private func others(_ target: DoubtfulTarget) -> String {
        let contest = contest(target)
        let marked = paper.reading(target.part, of: shape, settlement: nil).positions.filter {
            $0.indication == .yes && $0.doubt == nil
        }.map { option($0.option, of: contest).name }
        return marked.isEmpty
            ? visit.say(.nothingElseMarked)
            : visit.say(.elseMarked, marked.joined(separator: ", "))
    }

    /// The paper with what people decided, for who only looks.
    ///
    /// - Parameters:
    ///   - opinions: what each reviewer said; nil where it is closed to who looks.
    ///   - below: what stands after the last place.
    func shown(
        _ review: PaperReview, _ opinions: OpinionLook?, @HTMLBuilder below: () -> HTML
    ) -> HTML {
        tag("div", .css("paper")) {
            tag("div", .css("targets")) {
                for place in paper.targets.indices {
                    shown(place, review.outcome, opinions, proposed: review.entered(place))
                }
                opinions?.reasons() ?? HTML()
                below()
            }
            tag("aside", Attribute("aria-label", visit.say(.wholePaper))) { pages() }
        }
    }

    /// One place of it.
    func shown(
        _ place: Int, _ outcome: Settlement?, _ opinions: OpinionLook?,
        proposed: TargetChoice? = nil
    ) -> HTML {
        let target = paper.targets[place]
        return tag("section", .css("target")) {
            heading(target, "h2")
            crop(target)
            reasons(target)
            opinions?.place(place) ?? HTML()
            if let proposed {
                tag("p") {
                    Standing.doubt.badge(
                        visit.say(
                            .proposedHere,
                            visit.say(
                                proposed == .cannotTell ? .choiceNoVote : Self.word(proposed))))
                }
            } else if let outcome {
                tag("p") { decided(outcome, place) }
            }
        }
    }

    /// The doubtful places of one contest, with what each reader says and what people decided.
    func traced(_ contest: Contest.ID, _ settlement: Settlement?) -> HTML {
        .joined(
            paper.targets.enumerated().filter { self.contest($0.element) == contest }.map {
                place, target in
                heading(target, "p") + crop(target) + reasons(target)
                    + tag("p") {
                        settlement.map { decided($0, place) }
                            ?? Standing.quiet.badge(visit.say(.paperWaits))
                    }
            })
    }

    private func decided(_ settlement: Settlement, _ place: Int) -> HTML {
        if settlement.spoiled { return Standing.bad.badge(visit.say(.paperFoundSpoiled)) }
        if settlement.givesNoVote(in: paper.targets[place].part, paper.targets) {
            return Standing.bad.badge(visit.say(.noVoteHere))
        }
        guard let choice = settlement.choices[place] else {
            return Standing.doubt.badge(visit.say(.noTwoAgree))
        }
        let mark: Standing = choice == .cannotTell ? .doubt : .good
        return mark.badge(visit.say(.peopleDecided, visit.say(Self.word(choice))))
    }

    /// `President of Tervania` small above the option's number and name.
    func heading(_ target: DoubtfulTarget, _ element: StaticString) -> HTML {
        let (number, name) = option(option(target), of: contest(target))
        return tag(element, .css("target-name")) {
            tag("span", .css("small soft")) { visit.title(contest(target)) }
            Key(number).named(name)
        }
    }
}

extension PaperReview {
    /// What a decision that waits for a second officer says of one place; nil where it says nothing.
    fileprivate func entered(_ place: Int) -> TargetChoice? {
        guard decided == nil, let proposal, !proposal.decision.spoiled,
            let index = settlement?.open.firstIndex(of: place)
        else { return nil }
        return proposal.decision.choices[index]
    }
}
