import Cryptography
import Elections
import Filing
import Primitives
import Tabulation

extension LiveSite {
    /// One contest: what may be said of its outcome, the figures of the count that decides, and the
    /// other count apart from them.
    func contest(_ contest: Contest, _ view: View) -> Page {
        let chain = Chain(
            [(view.say(.liveFront), .live(.front))], here: view.say(contest.title),
            below: [Phrase.district, .station, .sheet].map { view.say($0) })
        return Page(title: view.say(contest.title), chain: chain) {
            tag("h1") { view.say(contest.title) }
            if let count = deciding(contest) {
                tag("p", .css("question-line")) {
                    view.badge(count)
                    " "
                    finalityLine(count, view)
                }
                outcome(count, view, rule: true)
                progress(count.counts, count, view)
                if count.counts.inSums > 0 {
                    figures(count, view)
                } else {
                    tag("p") { view.say(.noSheetsYet) }
                }
            }
            publications(contest, view)
            if let other = other(contest) {
                tag("h2", .id(other.series.rawValue)) { view.say(other.series.name) }
                tag("p") { view.say(.apartNote, view.say(deciding.name)) }
                progress(other.counts, other, view)
                voteTable(other, other.sums.nation, view).html()
                bars(other, other.sums.nation, view)
                tag("p") { view.link(.live(.machineAgainstHand), view.say(.openMachine)) }
            }
            tag("h2") { view.say(.downloads) }
            downloadList(downloads(of: contest), view)
        }
    }

    private func figures(_ count: LiveCount, _ view: View) -> HTML {
        let nation = count.sums.nation
        let invalid = count.invalid(nation)
        var result = FigureBlock.row(
            [
                turnoutFigure(count, view),
                FigureBlock(
                    value: view.number(invalid), label: view.say(.invalidPapers),
                    base: view.say(
                        .partOfBase, view.number(invalid),
                        view.number(count.base(.participants, of: nation)),
                        view.say(.ofParticipants)),
                    coverage: view.coverage(count), series: view.series(count),
                    how: .live(.contest(count.contest.id)), fragment: "votes"),
            ], view)
        result += voteTable(count, nation, view, anchor: "votes").html()
        result += bars(count, nation, view)
        result += tag("h2", .id("districts")) { view.say(.byDistrict) }
        result += leaderMap(count, view)
        result += tag("p") { view.say(.opensToSheets) }
        result += districtTable(count, view).html()
        return result
    }

    /// The outcome by the rule: only of figures that are final, or that every station is in; and
    /// then it says which of the two.
    func outcome(_ count: LiveCount, _ view: View, rule: Bool) -> HTML {
        guard count.decides else { return HTML() }
        let contest = count.contest
        var said: String?
        var reasons: [Outcome.Reason] = []
        switch count.finality {
        case .final, .changed, .preliminary(true):
            if count.counts.inSums > 0,
                let outcome = contest.outcome(of: count.sums.contestFigures)
            {
                said = view.say(outcome.sentence(in: contest))
                reasons = outcome.reasons
            }
        case .preliminary(false): break
        }
        return tag("div", .css("outcome")) {
            if let said {
                tag("p", .css("lead")) { said }
                if !count.finality.isFinal { tag("p") { view.say(.outcomeNotFinal) } }
            } else if contest.outcome == nil {
                tag("p") { view.say(.noRuleNoOutcome) }
            } else {
                tag("p") { view.say(.outcomeWaits) }
            }
            if rule, let law = contest.outcome {
                tag("p", .css("rule")) { view.say(law.text) }
            }
        } + (rule ? steps(reasons, contest, view) : HTML())
    }

    private func steps(
        _ reasons: [Outcome.Reason], _ contest: Contest, _ view: View
    ) -> HTML {
        guard !reasons.isEmpty else { return HTML() }
        return tag("ol", .css("steps")) {
            for (number, reason) in reasons.enumerated() {
                tag("li") {
                    tag("span", .css("no")) { "\(number + 1)" }
                    tag("div") {
                        tag("div") { view.say(reason.sentence(in: contest)) }
                        (reason.holds ? Standing.good : .quiet).badge(
                            view.say(reason.holds ? .conditionMet : .conditionNotMet))
                    }
                }
            }
        }
    }

    /// What was published as final, and what became of it.
    private func publications(_ contest: Contest, _ view: View) -> HTML {
        guard let state = state.publications[contest.id],
            !state.done.isEmpty || state.proposed != nil
        else { return HTML() }
        return tag("h2") { view.say(.publicationsTitle) }
            + tag("ul", .css("steps plain")) {
                if state.proposed != nil { tag("li") { view.say(.publicationWaits) } }
                for done in state.done.reversed() {
                    tag("li") {
                        tag("div") {
                            view.say(
                                .publishedLine, moment(done.at, view), view.number(done.act),
                                view.number(done.publication.through))
                        }
                        tag("div", .css("small soft")) {
                            view.say(.sumsDigest) + " "
                            tag("span", .css("digest")) { done.publication.sums.hex }
                        }
                    }
                }
            }
    }

    // MARK: Tables

    func voteTable(
        _ count: LiveCount, _ sums: Sums, _ view: View, anchor: String? = nil
    ) -> Table {
        let whole = count.base(.participants, of: sums)
        let valid = count.base(.valid, of: sums)
        var rows = count.votes(sums).map { line in
            Table.Row([
                Key(line.number).named(view.say(line.option.name)),
                HTML(text: view.number(line.votes)),
                HTML(text: view.shareOf(line.votes, whole, decimals: 2)),
                HTML(text: view.shareOf(line.votes, valid, decimals: 2)),
            ])
        }
        let invalid = count.invalid(sums)
        rows.append(
            Table.Row(
                view.say(.notValid), view.number(invalid),
                view.shareOf(invalid, whole, decimals: 2), "–"))
        rows.append(
            Table.Row(
                view.say(.tookPart), view.number(whole), view.shareOf(whole, whole, decimals: 2),
                "–", weight: .total))
        return Table(
            caption: caption(.votesCaption, count, view),
            columns: [
                .text(view.say(.optionOnPaper)), .number(view.say(.votes)),
                .number(view.say(.shareOfParticipants)), .number(view.say(.shareOfValid)),
            ], rows: rows,
            notes: [view.say(.roundingNote)]
                + sumNote(count.votes(sums).map(\.votes) + [invalid], whole, view),
            anchor: anchor)
    }

    /// `Votes: President of Tervania (hand count, preliminary, 9 of 12 stations)`: a table cut out of
    /// the page still says it.
    func caption(_ phrase: Phrase, _ count: LiveCount, _ view: View) -> String {
        view.say(
            .captionAnd, view.say(phrase, view.say(count.contest.title)), view.series(count),
            view.coverage(count))
    }

    /// Says why a column of rounded shares does not add up, when it does not.
    private func sumNote(_ parts: [Int], _ whole: Int, _ view: View) -> [String] {
        guard whole >= 30, parts.reduce(0, +) == whole else { return [] }
        let rounded = parts.reduce(0) { $0 + ($1 * 20_000 + whole) / (2 * whole) }
        guard rounded != 10_000 else { return [] }
        return [
            view.say(
                .sumNote, view.speech.percent("\(rounded / 100).\((rounded % 100).padded(2))"))
        ]
    }

    private func districtTable(_ count: LiveCount, _ view: View) -> Table {
        func row(
            _ name: HTML, _ counts: StatusCounts, _ sums: Sums, _ weight: Table.Weight
        ) -> Table.Row {
            let registered = count.base(.registered, of: sums)
            let participants = count.base(.participants, of: sums)
            let head = [
                view.say(.nOfM, view.number(counts.inSums), view.number(counts.total)),
                view.number(registered), view.number(participants),
                view.shareOf(participants, registered, decimals: 2),
            ]
            let votes = count.votes(sums).map { view.number($0.votes) }
            return Table.Row(
                [name] + (head + votes + [view.number(count.invalid(sums))]).map { HTML(text: $0) },
                weight: weight)
        }
        let key = CountKey(count.contest.id, count.series)
        var rows = districts.enumerated().compactMap { place, district in
            count.sums.districts[district.id].map {
                row(
                    tag("span", .css("soft")) { "\(place + 1) " }
                        + view.link(.live(.district(district.id)), view.say(district.name)),
                    model.counts.district(district.id, key), $0, .plain)
            }
        }
        rows.append(row(HTML(text: view.say(.nation)), count.counts, count.sums.nation, .total))
        return Table(
            caption: caption(.districtCaption, count, view),
            columns: [
                .text(view.say(.district)), .number(view.say(.stationsTitle)),
                .number(view.say(.registered)), .number(view.say(.tookPart)),
                .number(view.say(.turnout)),
            ] + optionColumns(count.contest, view) + [.number(view.say(.notValid))], rows: rows)
    }

    func optionColumns(_ contest: Contest, _ view: View) -> [Table.Column] {
        contest.options.enumerated().map { .number("\($0 + 1) \(view.say($1.name))") }
    }
}
