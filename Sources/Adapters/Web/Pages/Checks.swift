import Auditing
import Ballots
import Elections
import Forensics
import Ledger
import Primitives

extension Site {
    func checkChapter(_ view: View) -> HTML {
        guard let audit = dossier.audit else { return empty(.noAuditYet, view) }
        var result = tag("h2") { view.say(.theAudit) } + auditInShort(audit, view)
        result += tag("p") { view.link(.audit, view.say(.openAudit)) }
        if let statistic = dossier.statistic {
            result += tag("h2") { view.say(.wholePercentages) }
            result += tag("p") { view.say(statistic.sentence) }
            result += tag("p") { view.link(.statistic, view.say(.openStatistic)) }
        }
        return result
    }

    private func auditInShort(_ audit: AuditReport, _ view: View) -> HTML {
        let limit = view.speech.percent(decimals(audit.riskLimitThousandths * 1000))
        let risk = view.speech.percent(decimals(audit.measuredRiskMillionths))
        return tag("div", .css("outcome")) {
            tag("p", .css("lead")) {
                view.say(audit.confirmed ? .auditConfirms : .auditDoesNotConfirm)
            }
            tag("p", .css("rule")) { view.say(.riskInWords, risk, limit) }
        }
            + FigureBlock.row(
                [
                    FigureBlock(
                        value: risk, label: view.say(.measuredRisk),
                        base: view.say(.riskLimitIs, limit),
                        coverage: view.coverage(
                            dossier.definition.stations.count,
                            of: dossier.definition.stations.count),
                        series: view.say(.seriesAudit), how: .audit, fragment: "assertions",
                        asOf: dossier.seed?.drawn),
                    FigureBlock(
                        value: view.number(audit.draws), label: view.say(.draws),
                        base: view.say(.fromPapers, view.count(audit.papers, .paperCount)),
                        series: view.say(.seriesAudit), how: .audit, fragment: "sample",
                        asOf: dossier.seed?.drawn),
                    FigureBlock(
                        value: view.number(audit.discrepancies.count),
                        label: view.say(.papersThatDiffer),
                        base: view.say(
                            .partOfBase, view.number(audit.discrepancies.count),
                            view.number(Set(dossier.sample?.papers ?? []).count),
                            view.say(.ofDrawnPapers)),
                        series: view.say(.seriesAudit), how: .audit, fragment: "sample",
                        asOf: dossier.seed?.drawn),
                ], view)
    }

    /// Millionths as per cent with two decimals, rounded up: a risk is never told smaller than it is.
    private func decimals(_ millionths: Int) -> String {
        let hundredths = (millionths + 99) / 100
        return hundredths % 100 == 0
            ? "\(hundredths / 100)" : "\(hundredths / 100).\((hundredths % 100).padded(2))"
    }

    /// The audit: seed, sample, what persons read, and the risk measured.
    func audit(_ audit: AuditReport, _ view: View) -> Page {
        let chain = Chain(
            [("\(Chapter.check.rawValue) \(view.say(Chapter.check.verb))", .chapter(.check))],
            here: view.say(.theAudit), below: [view.say(.paper)])
        return Page(title: view.say(.theAudit), chain: chain) {
            tag("h1") { view.say(.theAudit) }
            tag("p", .css("question-line")) { view.say(.auditQuestion) }
            auditInShort(audit, view)
            tag("h2") { view.say(.howDrawn) }
            seed(view)
            tag("h2", .id("assertions")) { view.say(.sentencesChecked) }
            assertionTable(audit, view).html()
            tag("h2", .id("sample")) { view.say(.theSample) }
            sampleTable(view).html()
            tag("h2") { view.say(.takeHome) }
            takeHome(["7-check/"], view)
        }
    }

    private func seed(_ view: View) -> HTML {
        guard let seed = dossier.seed, let sample = dossier.sample else { return HTML() }
        return tag("dl", .css("terms")) {
            tag("dt") { view.say(.seed) }
            tag("dd") { tag("span", .css("digest")) { seed.digits } }
            tag("dt") { view.say(.drawnAt) }
            tag("dd") {
                view.speech.moment(seed.drawn, zoneMinutes: frame.zoneMinutes) + ". "
                    + view.say(seed.ceremony)
            }
            tag("dt") { view.say(.ruleOfDraw) }
            tag("dd") { view.say(.ruleOfDrawText, view.number(sample.total)) }
        }
            + tag("p") { view.say(.repeatDraw) }
            + tag("pre") { tag("code") { "printf '%s' '\(seed.digits),1' | sha256sum" } }
    }

    private func assertionTable(_ audit: AuditReport, _ view: View) -> Table {
        Table(
            caption: view.say(.assertionsCaption),
            columns: [
                .text(view.say(.sentence)), .number(view.say(.margin)),
                .number(view.say(.overstated)),
                .number(view.say(.understated)), .number(view.say(.risk)),
                .text(view.say(.verdict)),
            ],
            rows: audit.lines.map { line in
                Table.Row([
                    tag("span", .css("wide")) { sentence(line.assertion, view) },
                    HTML(
                        text: view.speech.careful(
                            max(0, line.marginHalfVotes), of: max(1, audit.papers), decimals: 1)),
                    HTML(text: view.number(line.oneOver + line.twoOver)),
                    HTML(text: view.number(line.oneUnder + line.twoUnder)),
                    HTML(text: view.speech.percent(decimals(line.riskMillionths))),
                    (line.confirmed ? Standing.good : .bad).badge(
                        view.say(line.confirmed ? .confirmed : .notConfirmed)),
                ])
            }, notes: [view.say(.marginNote)])
    }

    private func sentence(_ assertion: Assertion, _ view: View) -> String {
        let contest = dossier.definition.contest(assertion.contest)
        func name(_ id: ContestOption.ID?) -> String {
            guard let id else { return "" }
            return contest?.options.first { $0.id == id }.map { view.say($0.name) } ?? id.text
        }
        return switch assertion.kind {
        case .beats: view.say(.assertsBeats, name(assertion.winner), name(assertion.loser))
        case .majorityOfParticipants: view.say(.assertsMajorityTook, name(assertion.winner))
        case .majorityOfValid: view.say(.assertsMajorityValid, name(assertion.winner))
        }
    }

    private func sampleTable(_ view: View) -> Table {
        let contests = dossier.definition.contests
        let readings = Dictionary(
            dossier.readings.map { ($0.paper, $0) }, uniquingKeysWith: { first, _ in first })
        let differing = Set(dossier.audit?.discrepancies ?? [])
        return Table(
            caption: view.say(.sampleCaption),
            columns: [.number(view.say(.draw)), .text(view.say(.paper))]
                + contests.map { .text(view.say($0.title)) } + [.text(view.say(.compared))],
            rows: (dossier.sample?.papers ?? []).enumerated().map { draw, id in
                let reading = readings[id]
                let differs = differing.contains(id)
                return Table.Row(
                    [HTML(text: view.number(draw + 1)), view.link(.paper(id), id.text)]
                        + contests.map { contest in
                            HTML(
                                text: reading.map { words($0.verdict(contest), contest, view) }
                                    ?? "–")
                        } + [
                            (differs ? Standing.bad : .good).badge(
                                view.say(differs ? .differ : .agree))
                        ], weight: differs ? .marked : .plain)
            })
    }
}
