import Elections
import Ledger
import Primitives

extension Site {
    /// One contest: the outcome by the rule, then the figures, the picture, and the way down.
    func results(_ contest: DeclaredContest, _ view: View) -> Page {
        let chain = Chain(
            [], here: view.say(.nation),
            below: [Phrase.district, .station, .sheet, .paper].map { view.say($0) })
        return Page(title: view.say(contest.contest.title), chain: chain) {
            tag("h1") { view.say(contest.contest.title) }
            tag("p", .css("question-line")) { finality(contest, view) }
            outcome(of: contest, view, rule: true)
            steps(contest, view)
            FigureBlock.row(
                headline(contest, view, how: .results(contest.contest.id)) + [
                    invalidFigure(contest, view)
                ], view)
            voteTable(contest, view).html()
            plot(contest, view)
            tag("h2", .id("districts")) { view.say(.byDistrict) }
            tag("p") { view.say(.byDistrictLead) }
            districtTable(contest, view).html()
            tag("h2") { view.say(.takeHome) }
            takeHome(["6-declare/", "5-balance/"], view)
        }
    }

    private func finality(_ contest: DeclaredContest, _ view: View) -> String {
        let all = dossier.definition.stations.count
        let word = contest.nation.stations == all ? Phrase.finalSeries : .preliminarySeries
        return view.say(word) + ", " + view.coverage(contest.nation.stations, of: all)
    }

    /// The steps of the rule, each with its numbers.
    private func steps(_ contest: DeclaredContest, _ view: View) -> HTML {
        guard !contest.reasons.isEmpty else { return HTML() }
        return tag("ol", .css("steps")) {
            for (number, reason) in contest.reasons.enumerated() {
                tag("li") {
                    tag("span", .css("no")) { "\(number + 1)" }
                    tag("div") {
                        tag("div") { view.say(reason.text) }
                        (reason.holds ? Standing.good : .quiet).badge(
                            view.say(reason.holds ? .conditionMet : .conditionNotMet))
                    }
                }
            }
        }
    }

    private func invalidFigure(_ contest: DeclaredContest, _ view: View) -> FigureBlock {
        let sums = contest.nation
        let invalid = sums.participants - sums.valid
        return FigureBlock(
            value: view.number(invalid), label: view.say(.invalidPapers),
            base: view.say(
                .partOfBase, view.number(invalid), view.number(sums.participants),
                view.say(.ofParticipants)),
            coverage: view.coverage(sums.stations, of: dossier.definition.stations.count),
            series: series(contest, view), how: .chapter(.read))
    }

    private func voteTable(_ contest: DeclaredContest, _ view: View) -> Table {
        let sums = contest.nation
        var rows = zip(contest.contest.options, sums.votes).enumerated().map { place, pair in
            Table.Row([
                Key(place + 1).named(view.say(pair.0.name)), HTML(text: view.number(pair.1)),
                HTML(text: view.speech.share(pair.1, of: sums.participants, decimals: 2)),
                HTML(text: view.speech.share(pair.1, of: sums.valid, decimals: 2)),
            ])
        }
        rows.append(
            Table.Row(
                view.say(.notValid), view.number(sums.participants - sums.valid),
                view.speech.share(
                    sums.participants - sums.valid, of: sums.participants, decimals: 2),
                "–"))
        rows.append(
            Table.Row(
                view.say(.tookPart), view.number(sums.participants),
                view.speech.share(sums.participants, of: sums.participants, decimals: 2), "–",
                weight: .total))
        return Table(
            caption: view.say(.votesCaption, view.say(contest.contest.title)),
            columns: [
                .text(view.say(.optionOnPaper)), .number(view.say(.votes)),
                .number(view.say(.shareOfParticipants)), .number(view.say(.shareOfValid)),
            ], rows: rows, notes: [view.say(.roundingNote)] + sumNote(contest, view),
            anchor: "votes")
    }

    /// Says why a column of rounded shares does not add up, when it does not.
    private func sumNote(_ contest: DeclaredContest, _ view: View) -> [String] {
        let sums = contest.nation
        guard sums.participants > 0 else { return [] }
        let whole = sums.participants
        let parts = sums.votes + [whole - sums.valid]
        let rounded = parts.reduce(0) { $0 + ($1 * 20_000 + whole) / (2 * whole) }
        guard rounded != 10_000 else { return [] }
        return [
            view.say(
                .sumNote, view.speech.percent("\(rounded / 100).\((rounded % 100).padded(2))"))
        ]
    }

    private func districtTable(_ contest: DeclaredContest, _ view: View) -> Table {
        func row(_ name: HTML, _ sums: DeclaredContest.Sums, _ weight: Table.Weight) -> Table.Row {
            let head = [
                name, HTML(text: view.number(sums.registered)),
                HTML(text: view.number(sums.participants)),
                HTML(
                    text: view.speech.careful(sums.participants, of: sums.registered, decimals: 2)),
            ]
            return Table.Row(
                head + sums.votes.map { HTML(text: view.number($0)) }
                    + [HTML(text: view.number(sums.participants - sums.valid))], weight: weight)
        }
        var rows = dossier.definition.districts.compactMap { district in
            contest.districts[district.id].map {
                row(view.link(.district(district.id), view.say(district.name)), $0, .plain)
            }
        }
        rows.append(row(HTML(text: view.say(.nation)), contest.nation, .total))
        return Table(
            caption: view.say(.districtCaption, view.say(contest.contest.title)),
            columns: [
                .text(view.say(.district)), .number(view.say(.registered)),
                .number(view.say(.tookPart)), .number(view.say(.turnout)),
            ] + optionColumns(contest, view) + [.number(view.say(.notValid))], rows: rows)
    }

    func optionColumns(_ contest: DeclaredContest, _ view: View) -> [Table.Column] {
        contest.contest.options.enumerated().map { .number("\($0 + 1) \(view.say($1.name))") }
    }

    private func plot(_ contest: DeclaredContest, _ view: View) -> HTML {
        let base = contest.contest.outcome?.base ?? .valid
        let whole = contest.nation.base(base)
        let bars = zip(contest.contest.options, contest.nation.votes).enumerated().map {
            BarPlot.Bar(key: Key($0 + 1), name: view.say($1.0.name), votes: $1.1)
        }
        var limit: (percent: Int, text: String)?
        if let rule = contest.contest.outcome, rule.kind == .majority,
            rule.numerator * 100 % rule.divisor == 0
        {
            let percent = rule.numerator * 100 / rule.divisor
            limit = (percent, view.say(.moreThanNeeded, view.speech.percent("\(percent)")))
        }
        return BarPlot(
            title: view.say(.plotTitle, view.say(contest.contest.title)), base: whole,
            baseText: view.say(
                .plotBase, view.say(base.ofWhom), view.number(whole),
                view.coverage(contest.nation.stations, of: dossier.definition.stations.count)),
            bars: bars, limit: limit, see: see(bars, whole, limit?.percent, view),
            data: view.address(shared: Self.dataPath(contest.contest.id)),
            stamp: stamp(contest, view)
        ).html(view)
    }

    /// The three things to see in the bars.
    private func see(_ bars: [BarPlot.Bar], _ base: Int, _ limit: Int?, _ view: View) -> [String] {
        let ranked = bars.sorted { ($1.votes, $0.key.number) < ($0.votes, $1.key.number) }
        guard ranked.count > 1 else { return [] }
        func share(_ bar: BarPlot.Bar) -> String { view.speech.careful(bar.votes, of: base) }
        var lines = [
            view.say(.seeFirst, ranked[0].name, share(ranked[0])),
            view.say(
                .seeSecond, ranked[1].name, share(ranked[1]),
                view.count(ranked[0].votes - ranked[1].votes, .votesFewer)),
        ]
        if let limit {
            let over = ranked.filter { $0.votes * 100 > limit * base }.map(\.name)
            lines.append(
                view.say(
                    over.isEmpty ? .seeNoneOver : .seeOver, view.speech.percent("\(limit)"),
                    over.joined(separator: ", ")))
        } else if let last = ranked.last {
            lines.append(view.say(.seeLast, last.name, share(last)))
        }
        return lines
    }

    /// Day, final or preliminary, and whether the country is invented.
    private func stamp(_ contest: DeclaredContest, _ view: View) -> String {
        let short = dossier.definition.inventedNotice == nil ? "" : " · " + view.say(.invented)
        return view.speech.day(dossier.definition.day) + " · " + finalWord(contest, view) + short
    }

    /// The count that a figure is of, and whether every station is in it.
    func series(_ contest: DeclaredContest, _ view: View) -> String {
        view.say(.seriesHand) + ", " + finalWord(contest, view)
    }

    private func finalWord(_ contest: DeclaredContest, _ view: View) -> String {
        let whole = contest.nation.stations == dossier.definition.stations.count
        return view.say(whole ? .finalWord : .preliminaryWord)
    }

    /// Where the data of a contest's picture lie, for every language the same.
    static func dataPath(_ contest: Contest.ID) -> String {
        "data/results-\(Address.segment(contest.text)).csv"
    }

    /// Files of the record under these folders, to take home.
    func takeHome(_ folders: [String], _ view: View) -> HTML {
        let paths = dossier.log.entries.map(\.path).filter { path in
            folders.contains { path.hasPrefix($0) } && !path.contains("/images/")
        }
        guard !paths.isEmpty else { return tag("p", .css("soft")) { view.say(.noFiles) } }
        return tag("ul", .css("actions")) {
            for path in paths { tag("li") { view.file(path) } }
        }
    }
}
