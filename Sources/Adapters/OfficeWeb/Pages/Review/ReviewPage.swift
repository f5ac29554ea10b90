import Elections
import Filing
import Offices
import Primitives
import ResultsOffice
import Reviewing
import Web

/// How far people have come with the doubtful papers, and for a reviewer the way to the next one.
struct ReviewPage: OfficePage {
    var deeds: [Deed] { [.reviewPapers, .seeWork] }

    /// Papers of one list that are shown; the rest is counted.
    private static let most = 20

    func page(_ visit: Visit, _ filled: Filled) throws -> Page {
        let readings = ReviewLook(visit).readings
        return Page(title: visit.say(.doubtfulPapers), chain: nil) {
            tag("h1") { visit.say(.doubtfulPapers) }
            let fields = Fields(visit, filled)
            fields.above()
            if readings.isEmpty {
                tag("p") { visit.say(.noReadingYet) }
            } else if visit.account.mayAnywhere(.reviewPapers) {
                ReviewLook(visit).progress()
                next(visit, fields)
                tag("p", .css("small")) { visit.say(.reviewHow) }
                given(visit, fields)
            }
            if !readings.isEmpty { table(readings, visit) }
            undecided(readings, visit)
        }
    }

    @HTMLBuilder
    private func next(_ visit: Visit, _ fields: Fields) -> HTML {
        let held = visit.state.review.held(by: visit.account.id)
        let next = visit.state.review.next(for: visit.account.id, at: visit.now) {
            visit.may(.reviewPapers, at: $0)
        }
        if next == nil {
            tag("p", .css("lead")) { Standing.quiet.badge(visit.say(.noPaperForYou)) }
        } else {
            fields.form("next", css: "form next") {
                tag(
                    "button", .css("button"), Attribute("type", "submit"),
                    Attribute("autofocus", "")
                ) { visit.say(held != nil && held == next ? .goOnWithPaper : .takeNextPaper) }
            }
        }
    }

    /// What the person has said and can still take back.
    @HTMLBuilder
    private func given(_ visit: Visit, _ fields: Fields) -> HTML {
        let open = visit.state.review.open(of: visit.account.id)
        if !open.isEmpty {
            tag("details", .css("act")) {
                tag("summary") { visit.say(.yourOpenOpinions, visit.view.number(open.count)) }
                tag("ul", .css("opinions")) {
                    for (ref, at) in open.prefix(Self.most) {
                        tag("li") {
                            tag("span") {
                                ReviewLook(visit).name(ref) + ", " + visit.moment(at)
                            }
                            fields.form("take-back", css: "inline") {
                                Fields.hidden("paper", ref.text)
                                fields.button(visit.say(.takeOpinionBack), css: "button second")
                            }
                        }
                    }
                }
            }
        }
    }

    private func table(_ readings: [TakenReading], _ visit: Visit) -> HTML {
        Table(
            caption: visit.say(.readingsCaption),
            columns: [
                .text(visit.say(.stationWord)), .number(visit.say(.papersRead)),
                .number(visit.say(.doubtfulOfThem)), .number(visit.say(.settledWord)),
                .number(visit.say(.waitingWord)), .number(visit.say(.leftToCommission)),
                .text(visit.say(.takenInAt)),
            ],
            rows: readings.map { taken in
                let progress = visit.state.review.progress(taken.id)
                let station = visit.state.stations[taken.reading.station]
                return Table.Row([
                    visit.link(.station(taken.reading.station), visit.name(taken.reading.station)),
                    HTML(text: visit.view.number(taken.reading.papers)),
                    HTML(text: visit.view.number(progress.papers)),
                    HTML(text: visit.view.number(progress.settled)),
                    HTML(text: visit.view.number(progress.waiting)),
                    HTML(text: visit.view.number(progress.undecided)),
                    visit.may(.seeWork, at: taken.reading.station)
                        ? visit.link(.reading(taken.id), visit.moment(taken.at, at: station))
                        : HTML(text: visit.moment(taken.at, at: station)),
                ])
            }
        ).html()
    }

    @HTMLBuilder
    private func undecided(_ readings: [TakenReading], _ visit: Visit) -> HTML {
        let refs = readings.flatMap { visit.state.review.undecided($0.id) }
        if !refs.isEmpty {
            tag("h2") { visit.say(.papersForCommission, visit.view.number(refs.count)) }
            tag("p") { visit.say(.papersForCommissionHow) }
            tag("ul", .css("take")) {
                for ref in refs.prefix(Self.most) {
                    tag("li") {
                        visit.link(
                            .reviewPaper(ref.reading, ref.number), ReviewLook(visit).name(ref))
                        if visit.state.review.review(ref).proposal != nil {
                            Standing.doubt.badge(visit.say(.decisionWaitsForSecond))
                        }
                    }
                }
            }
            if refs.count > Self.most {
                tag("p", .css("small")) {
                    visit.say(.andMore, visit.view.number(refs.count - Self.most))
                }
            }
        }
    }

    // MARK: Doing

    func act(_ visit: Visit, _ form: PostedForm) throws -> Answered {
        let account = visit.account
        switch form.deed {
        case "next":
            return try visit.perform(form) { plan in
                plan.act?.paper.map { Landing(.reviewPaper($0.reading, $0.number), .none) }
                    ?? Landing(.review, .none)
            } decide: { state, now in
                try state.takePaper(by: account, at: now)
            }
        case "take-back":
            guard let ref = PaperRef(form.text("paper")) else {
                throw CallProblem.meaningless("the paper is none")
            }
            return try visit.perform(form) { _ in
                Landing(.review, .opinionTakenBack)
            } decide: { state, _ in
                try state.takeOpinionBack(ref, by: account)
            }
        default: throw CallProblem.meaningless("nothing is asked for")
        }
    }
}

/// What the pages of the review share.
struct ReviewLook {
    let visit: Visit

    init(_ visit: Visit) { self.visit = visit }

    /// Readings of stations whose papers or work the person may see.
    var readings: [TakenReading] {
        visit.state.review.order.compactMap { visit.state.review.readings[$0] }.filter {
            visit.may(.reviewPapers, at: $0.reading.station)
                || visit.may(.seeWork, at: $0.reading.station)
        }
    }

    /// `3a7c01fe12, north-004 School`: the paper's number and its station.
    func name(_ ref: PaperRef) -> String {
        let sheet = visit.state.review.paper(ref)?.sheet.text ?? ""
        let station = visit.state.review.readings[ref.reading]?.reading.station
        return visit.say(.paperNamed, sheet, station.map(visit.name) ?? "")
    }

    /// `12 of 40 papers settled`, over all stations of the person.
    func progress() -> HTML {
        let sum = readings.filter { visit.may(.reviewPapers, at: $0.reading.station) }.map {
            visit.state.review.progress($0.id)
        }.reduce(ReviewProgress(), +)
        let done = sum.settled + sum.undecided
        return tag("p", .css("review-progress")) {
            tag(
                "progress", Attribute("max", "\(max(1, sum.papers))"),
                Attribute("value", "\(done)"), Attribute("aria-hidden", "true"))
            tag("span") {
                visit.say(.reviewProgress, visit.view.number(done), visit.view.number(sum.papers))
            }
        }
    }
}
