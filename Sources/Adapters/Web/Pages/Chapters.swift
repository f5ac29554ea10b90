import Ballots
import Elections
import Ledger
import Primitives

extension Site {
    /// A chapter's page: its question, what the record holds of it, and its files.
    func chapter(_ chapter: Chapter, _ view: View) -> Page {
        Page(title: "\(chapter.rawValue) \(view.say(chapter.verb))", chain: nil) {
            tag("h1") {
                tag("span", .css("number")) { "\(chapter.rawValue)" }
                view.say(chapter.verb)
            }
            tag("p", .css("question-line")) { view.say(chapter.question) }
            chapterBody(chapter, view)
            tag("h2") { view.say(.takeHome) }
            takeHome([chapter.folder + "/"], view)
            neighbours(of: chapter, view)
        }
    }

    private func chapterBody(_ chapter: Chapter, _ view: View) -> HTML {
        switch chapter {
        case .define: defineChapter(view)
        case .watch: watchChapter(view)
        case .admit: admitChapter(view)
        case .read: readChapter(view)
        case .balance: balanceChapter(view)
        case .declare: declareChapter(view)
        case .check: checkChapter(view)
        case .assess: assessChapter(view)
        case .publish: publishChapter(view)
        }
    }

    private func neighbours(of chapter: Chapter, _ view: View) -> HTML {
        tag("nav", .css("next"), Attribute("aria-label", view.say(.neighbours))) {
            for (step, phrase) in [(-1, Phrase.previous), (1, .next)] {
                if let other = Chapter(rawValue: chapter.rawValue + step) {
                    view.link(
                        .chapter(other),
                        view.say(phrase, "\(other.rawValue) \(view.say(other.verb))"))
                }
            }
        }
    }

    func empty(_ phrase: Phrase, _ view: View) -> HTML {
        tag("p", .css("soft")) { view.say(phrase) }
    }

    private func defineChapter(_ view: View) -> HTML {
        let definition = dossier.definition
        var result = HTML()
        for contest in definition.contests {
            result += tag("h2") { view.say(contest.title) }
            result += tag("ul", .css("contents")) {
                for (place, option) in contest.options.enumerated() {
                    tag("li") {
                        tag("p", .css("take")) { Key(place + 1).named(view.say(option.name)) }
                    }
                }
            }
            result += tag("h3") { view.say(.whoWins) }
            result += tag("p") {
                contest.outcome.map { view.say($0.text) } ?? view.say(.noRuleNoOutcome)
            }
        }
        result +=
            tag("h2") { view.say(.whatIsAMark) } + tag("p") { view.say(definition.markPolicy.text) }
        result += tag("h2") { view.say(.secrecyRule) }
        result += tag("p") {
            view.say(.secrecyRuleText, view.number(definition.publication.smallestPool))
        }
        result += tag("h2") { view.say(.readiness) }
        result +=
            dossier.readiness.isEmpty ? empty(.noReadinessYet, view) : readinessTable(view).html()
        result +=
            tag("h2") { view.say(.stationsTitle) }
            + stationsByDistrict(view, eve: true)
        return result
    }

    private func readinessTable(_ view: View) -> Table {
        var untested = 0
        let rows = dossier.readiness.map { ready -> Table.Row in
            let bad = ready.equipment.filter { $0.tested == nil }
            untested += bad.count
            let name = dossier.definition.station(ready.station).map { view.say($0.name) } ?? ""
            return Table.Row(
                [
                    view.link(.station(ready.station), "\(ready.station) \(name)"),
                    HTML(text: view.number(ready.equipment.count)),
                    bad.isEmpty
                        ? Standing.good.badge(view.say(.allTested))
                        : Standing.bad.badge(
                            view.say(.untestedDevices, bad.map(\.serial).joined(separator: ", "))),
                    HTML(text: view.number(ready.staff)),
                    HTML(text: view.number(ready.papersDelivered)),
                ], weight: bad.isEmpty ? .plain : .marked)
        }
        return Table(
            caption: view.say(.readinessCaption),
            columns: [
                .text(view.say(.station)), .number(view.say(.devices)), .text(view.say(.test)),
                .number(view.say(.staff)), .number(view.say(.papersDelivered)),
            ], rows: rows)
    }

    private func admitChapter(_ view: View) -> HTML {
        guard !dossier.turnout.isEmpty else { return empty(.noTurnoutYet, view) }
        let sum = dossier.turnout.reduce(into: (registered: 0, admitted: 0, fallback: 0)) {
            $0.registered += $1.registered
            $0.admitted += $1.admitted
            $0.fallback += $1.admittedByFallback
        }
        let coverage = view.coverage(dossier.turnout.count, of: dossier.definition.stations.count)
        return FigureBlock.row(
            [
                FigureBlock(
                    value: view.number(sum.admitted), label: view.say(.admitted),
                    base: view.say(
                        .partOfBase, view.number(sum.admitted), view.number(sum.registered),
                        view.say(.ofRegistered)),
                    coverage: coverage, series: view.say(.seriesDesk), how: .chapter(.admit),
                    fragment: "turnout"),
                FigureBlock(
                    value: view.number(sum.fallback), label: view.say(.byFallback),
                    base: view.say(
                        .partOfBase, view.number(sum.fallback), view.number(sum.admitted),
                        view.say(.ofAdmitted)),
                    coverage: coverage, series: view.say(.seriesDesk), how: .chapter(.admit),
                    fragment: "turnout"),
            ], view)
            + tag("p") { view.say(.onlyCounts) } + turnoutTable(view).html() + refusals(view)
    }

    private func turnoutTable(_ view: View) -> Table {
        Table(
            caption: view.say(.turnoutCaption),
            columns: [
                .text(view.say(.station)), .number(view.say(.registered)),
                .number(view.say(.admitted)), .number(view.say(.shareOfRegistered)),
                .number(view.say(.byFallback)), .number(view.say(.refused)),
            ],
            rows: dossier.turnout.map { turnout in
                let name =
                    dossier.definition.station(turnout.station).map { view.say($0.name) } ?? ""
                let numbers = [
                    view.number(turnout.registered), view.number(turnout.admitted),
                    view.speech.careful(turnout.admitted, of: turnout.registered, decimals: 2),
                    view.number(turnout.admittedByFallback),
                    view.number(turnout.refused.values.reduce(0, +)),
                ]
                return Table.Row(
                    [view.link(.station(turnout.station), "\(turnout.station) \(name)")]
                        + numbers.map { HTML(text: $0) })
            }, notes: [view.say(.roundingNote)], anchor: "turnout")
    }

    private func refusals(_ view: View) -> HTML {
        let sums = dossier.turnout.reduce(into: [String: Int]()) { sums, turnout in
            sums.merge(turnout.refused, uniquingKeysWith: +)
        }.filter { $0.value > 0 }.sorted { $0.key < $1.key }
        guard !sums.isEmpty else { return HTML() }
        return Table(
            caption: view.say(.refusalsCaption),
            columns: [.text(view.say(.reason)), .number(view.say(.refused))],
            rows: sums.map { Table.Row(view.refusal($0.key), view.number($0.value)) }
        ).html()
    }

    private func readChapter(_ view: View) -> HTML {
        guard !dossier.papers.isEmpty else { return empty(.noPapersYet, view) }
        let looked = dossier.papers.count { paper in
            paper.snapshots.contains { $0.kind == .modified }
        }
        let coverage = view.count(dossier.manifest.batches.count, .batches)
        let figures = [
            FigureBlock(
                value: view.number(dossier.papers.count), label: view.say(.papersRead),
                base: view.say(
                    .partOfBase, view.number(dossier.papers.count),
                    view.number(dossier.manifest.papers), view.say(.ofManifest)),
                coverage: coverage, series: view.say(.seriesMachine), how: .chapter(.read),
                fragment: "batches"),
            FigureBlock(
                value: view.number(looked), label: view.say(.readByPerson),
                base: view.say(
                    .partOfBase, view.number(looked), view.number(dossier.papers.count),
                    view.say(.ofPapers)),
                coverage: coverage, series: view.say(.seriesPerson), how: .chapter(.read),
                fragment: "batches"),
        ]
        return FigureBlock.row(figures, view)
            + tag("p") { view.say(dossier.definition.markPolicy.text) }
            + tag("p") { view.say(.paperOrder) } + batchTable(view).html()
    }

    private func batchTable(_ view: View) -> Table {
        let rows = dossier.manifest.batches.map { batch -> Table.Row in
            let looked = look.papers(of: batch.id).count { paper in
                paper.snapshots.contains { $0.kind == .modified }
            }
            let names = batch.stations.compactMap(dossier.definition.station).map {
                "\($0.id) \(view.say($0.name))"
            }
            return Table.Row([
                view.link(.batch(batch.id), names.joined(separator: " + ")),
                HTML(text: view.number(batch.papers)), HTML(text: view.number(looked)),
            ])
        }
        return Table(
            caption: view.say(.batchCaption),
            columns: [
                .text(view.say(.stationsTitle)), .number(view.say(.papers)),
                .number(view.say(.readByPerson)),
            ], rows: rows, anchor: "batches")
    }

    private func balanceChapter(_ view: View) -> HTML {
        guard !dossier.sheets.isEmpty else { return empty(.noSheetYetLong, view) }
        let broken = dossier.sheets.filter { !$0.broken.isEmpty }
        var result = FigureBlock.row(
            [
                FigureBlock(
                    value: view.number(dossier.sheets.count - broken.count),
                    label: view.say(.sheetsThatAddUp),
                    base: view.say(
                        .partOfBase, view.number(dossier.sheets.count - broken.count),
                        view.number(dossier.sheets.count), view.say(.ofSheets)),
                    coverage: view.coverage(
                        Set(dossier.sheets.flatMap(\.stations)).count,
                        of: dossier.definition.stations.count),
                    series: view.say(.seriesHand), how: .chapter(.balance), fragment: "stations")
            ], view)
        if !broken.isEmpty {
            result += tag("h2") { view.say(.whatDoesNotAddUp) }
            for sheet in broken { result += brokenSheet(sheet, view) }
        }
        result += tag("h2", .id("stations")) { view.say(.stationsTitle) }
        return result + stationsByDistrict(view)
    }

    private func brokenSheet(_ sheet: SignedSheet, _ view: View) -> HTML {
        let title = look.contest(sheet.contest).map { view.say($0.contest.title) } ?? ""
        var shown = sheet
        shown.equations = sheet.broken
        return tag("h3") {
            view.link(
                .sheet(sheet.station, sheet.contest),
                "\(name(of: sheet, view)): \(title)")
        } + equations(shown, view)
    }

    private func declareChapter(_ view: View) -> HTML {
        guard !dossier.contests.isEmpty else { return empty(.noResultsYet, view) }
        return HTML.joined(
            dossier.contests.map { contest in
                summary(of: contest, view)
                    + tag("p") {
                        view.link(
                            .results(contest.contest.id),
                            view.say(.openResults, view.say(contest.contest.title)))
                    }
            })
    }
}

extension View {
    /// The reason of a refusal in words; an unknown one stands as it is.
    func refusal(_ code: String) -> String {
        Phrase.refusals[code].map { say($0) } ?? code
    }
}
