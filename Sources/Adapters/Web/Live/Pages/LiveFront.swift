import Elections
import Filing
import Primitives
import Tabulation

extension LiveSite {
    /// What is decided, how far the count is, and who leads.
    func front(_ view: View) -> Page {
        Page(title: view.say(.liveFront), chain: nil) {
            tag("h1") { view.say(frame.name) }
            tag("p", .css("question-line")) {
                view.speech.day(state.setting?.definition.day ?? CivilDay(number: 0))
            }
            summaryBox(view)
            for contest in contests { summary(contest, view) }
            turnoutSummary(view)
            tag("h2") { view.say(.howToFollow) }
            tag("ul", .css("actions stacked")) {
                tag("li") { view.link(.live(.stations()), view.say(.openBoard)) }
                tag("li") { view.link(.live(.machineAgainstHand), view.say(.openMachine)) }
                tag("li") { view.link(.live(.check), view.say(.openCheck)) }
            }
        }
    }

    /// A page for an office where no election has been set up.
    func emptyFront(_ view: View) -> Page {
        Page(title: view.say(.liveFront), chain: nil) {
            tag("h1") { view.say(frame.name) }
            tag("p") { view.say(.noElectionYet) }
        }
    }

    /// One sentence for each contest: may it be quoted as the result.
    private func summaryBox(_ view: View) -> HTML {
        tag("ul", .css("steps plain standing")) {
            for contest in contests {
                if let count = deciding(contest) {
                    tag("li") {
                        view.badge(count)
                        " "
                        tag("strong") { view.say(contest.title) }
                        tag("div", .css("small soft")) { finalityLine(count, view) }
                    }
                }
            }
        }
    }

    /// When it became final, or what is still missing.
    func finalityLine(_ count: LiveCount, _ view: View) -> String {
        switch count.finality {
        case .final(let done):
            view.say(.finalLine, moment(done.at, view), view.number(done.act))
        case .changed(let done):
            view.say(.changedLine, moment(done.at, view), view.number(done.act))
        case .preliminary(true): view.say(.wholeLine)
        case .preliminary(false): view.say(.partLine, view.coverage(count))
        }
    }

    func moment(_ moment: Instant, _ view: View) -> String {
        view.speech.moment(moment, zoneMinutes: frame.zoneMinutes)
    }

    private func summary(_ contest: Contest, _ view: View) -> HTML {
        guard let count = deciding(contest) else { return HTML() }
        return tag("section") {
            tag("h2") { view.link(.live(.contest(contest.id)), view.say(contest.title)) }
            progress(count.counts, count, view)
            if count.counts.inSums == 0 {
                tag("p") { view.say(.noSheetsYet) }
            } else {
                outcome(count, view, rule: false)
                bars(count, count.sums.nation, view)
            }
            if let other = other(contest) {
                tag("p", .css("note")) {
                    view.say(.otherSeriesApart, view.say(other.series.name), view.coverage(other))
                    " "
                    view.link(
                        .live(.contest(contest.id)), view.say(.openOtherSeries),
                        fragment: other.series.rawValue)
                }
            }
        }
    }

    /// How the sheets of a count stand: every station is in one of these lines.
    func progress(_ counts: StatusCounts, _ count: LiveCount, _ view: View) -> HTML {
        tag("div", .css("progress")) {
            tag("p") {
                tag("strong") {
                    view.say(.inTheSums, view.coverage(counts.inSums, of: counts.total))
                }
                " "
                view.series(count) + "."
            }
            tag("ul", .css("states")) {
                for status in PublicStatus.inReading where counts[status] > 0 {
                    tag("li") {
                        status.standing.badge(view.say(status.column))
                        " "
                        tag("span", .css("amount")) { view.number(counts[status]) }
                    }
                }
            }
            if counts[.inQuestion] > 0 || counts[.annulled] > 0 {
                tag("p", .css("note")) { view.say(.questionAndAnnulled) }
            }
        }
    }

    private func turnoutSummary(_ view: View) -> HTML {
        let counted = model.counts.turnout
        var figures: [FigureBlock] = []
        if let newest = counted.fullest(counted.nation) {
            figures.append(
                FigureBlock(
                    value: view.shareOf(newest.hour.voters, newest.hour.registered),
                    label: view.say(.turnoutAtHour, view.hour(newest.minute)),
                    base: view.say(
                        .partOfBase, view.number(newest.hour.voters),
                        view.number(newest.hour.registered), view.say(.ofRegistered)),
                    coverage: view.coverage(newest.hour.reported, of: stations.count),
                    series: view.say(.seriesReported), how: .live(.turnout)))
        }
        if let count = contests.first.flatMap({ deciding($0) }), count.counts.inSums > 0 {
            figures.append(turnoutFigure(count, view))
        }
        guard !figures.isEmpty else { return HTML() }
        return tag("section") {
            tag("h2") { view.link(.live(.turnout), view.say(.turnout)) }
            FigureBlock.row(figures, view)
        }
    }

    func turnoutFigure(_ count: LiveCount, _ view: View) -> FigureBlock {
        let nation = count.sums.nation
        let part = count.base(.participants, of: nation)
        let whole = count.base(.registered, of: nation)
        return FigureBlock(
            value: view.shareOf(part, whole), label: view.say(.turnoutOnSheets),
            base: view.say(
                .partOfBase, view.number(part), view.number(whole), view.say(.ofRegistered)),
            coverage: view.coverage(count), series: view.series(count),
            how: .live(.contest(count.contest.id)), fragment: "districts")
    }
}
