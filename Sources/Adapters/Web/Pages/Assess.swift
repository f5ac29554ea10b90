import Elections
import Ledger
import Missions
import Primitives

extension Site {
    func watchChapter(_ view: View) -> HTML {
        guard let watch = dossier.watch else { return empty(.noWatchYet, view) }
        return tag("h2") { view.say(watch.assembly) }
            + tag("dl", .css("terms")) {
                for fact in watch.facts {
                    tag("dt") { view.say(fact.kind.phrase) }
                    tag("dd") {
                        CivilDay(text: fact.value.en).map(view.speech.day) ?? view.say(fact.value)
                    }
                }
            } + seatTable(watch, view).html() + teamTable(watch, view).html()
            + tag("p", .css("note")) { view.say(.pseudonyms) }
    }

    private func seatTable(_ watch: WatchFile, _ view: View) -> Table {
        Table(
            caption: view.say(.delegations),
            columns: [
                .text(view.say(.delegation)), .text(view.say(.chamber)), .number(view.say(.seats)),
            ],
            rows: watch.seats.map {
                Table.Row(
                    view.say($0.delegation), view.say($0.chamber),
                    $0.number.map(view.number) ?? view.say(.unknown))
            })
    }

    private func teamTable(_ watch: WatchFile, _ view: View) -> Table {
        Table(
            caption: view.say(.teams),
            columns: [
                .text(view.say(.team)), .text(view.say(.members)), .text(view.say(.stationsTitle)),
            ],
            rows: watch.teams.map { team in
                Table.Row([
                    HTML(text: team.name),
                    HTML(text: team.members.map { view.say($0) }.joined(separator: ", ")),
                    HTML.joined(
                        team.stations.map { view.link(.station($0), $0.text) }, by: ", "),
                ])
            })
    }

    func assessChapter(_ view: View) -> HTML {
        guard let assessment = dossier.assessment else { return empty(.noObservationsYet, view) }
        var result = tag("p") { view.link(.statement, view.say(.openStatement)) }
        result += tag("h2") { view.say(.findings) }
        result += Table(
            caption: view.say(.findingsCaption),
            columns: [
                .text(view.say(.findingTitle)), .number(view.say(.countedAt)),
                .text(view.say(.kept)),
            ],
            rows: assessment.findings.map { finding in
                Table.Row([
                    tag("span", .css("wide")) {
                        view.link(.finding(finding.id), view.say(finding.text))
                    }, HTML(text: figure(of: finding, view)), sign(of: finding, view),
                ])
            }
        ).html()
        result += tag("h2") { view.say(.observations) }
        result += visitTable(assessment, view).html()
        result += tag("h2") { view.say(.notKnown) } + notSeen(assessment, view)
        return result
    }

    private func figure(of finding: AssessmentFile.Finding, _ view: View) -> String {
        guard let part = finding.part, let base = finding.base else { return view.say(.inDocument) }
        return view.say(.nOfM, view.number(part), view.number(base))
    }

    /// Findings are numbered as they stand in the assessment.
    private func number(of id: String, _ view: View) -> String {
        let place = dossier.assessment?.findings.firstIndex { $0.id == id } ?? 0
        return view.say(.findingNumber, "\(place + 1)")
    }

    private func sign(of finding: AssessmentFile.Finding, _ view: View) -> HTML {
        (finding.good ? Standing.good : .bad).badge(view.say(finding.good ? .kept : .notKept))
    }

    private func visitTable(_ assessment: AssessmentFile, _ view: View) -> Table {
        Table(
            caption: view.say(.visitsCaption),
            columns: [
                .text(view.say(.station)), .text(view.say(.team)), .text(view.say(.arrived)),
                .number(view.say(.minutes)), .text(view.say(.form)),
            ],
            rows: assessment.observations.map { visit in
                let station = dossier.definition.station(visit.station)
                let zone = station?.zoneMinutes ?? frame.zoneMinutes
                return Table.Row(
                    [
                        view.link(
                            .observation(visit.name),
                            "\(visit.station) \(station.map { view.say($0.name) } ?? "")"),
                        HTML(text: visit.team),
                        HTML(text: view.speech.clock(visit.at, zoneMinutes: zone)),
                        HTML(text: view.number(visit.minutes)),
                        visit.entered
                            ? Standing.good.badge(view.say(.filed))
                            : Standing.doubt.badge(view.say(.entryRefused)),
                    ], weight: visit.entered ? .plain : .marked)
            })
    }

    private func notSeen(_ assessment: AssessmentFile, _ view: View) -> HTML {
        let lists = [
            (Phrase.couldNotEnter, assessment.couldNotEnter),
            (.neverVisited, assessment.neverVisited),
        ].filter { !$0.1.isEmpty }
        guard !lists.isEmpty else { return tag("p") { view.say(.allSeen) } }
        return HTML.joined(
            lists.map { phrase, stations in
                tag("h3") { view.say(phrase) }
                    + tag("ul") {
                        for id in stations {
                            let name = dossier.definition.station(id).map { view.say($0.name) }
                            tag("li") { view.link(.station(id), "\(id) \(name ?? "")") }
                        }
                    }
            })
    }

    /// The statement, like a document: each sentence opens to its findings.
    func statement(_ assessment: AssessmentFile, _ view: View) -> Page {
        let title = view.say(
            assessment.preliminary ? .preliminaryStatement : .finalStatement)
        let chain = Chain(
            [], here: view.say(.sentence),
            below: [Phrase.findingTitle, .observationTitle].map { view.say($0) })
        return Page(title: title, chain: chain) {
            tag("h1") { title }
            tag("p", .css("question-line")) {
                view.speech.moment(assessment.publicAt, zoneMinutes: frame.zoneMinutes)
            }
            tag("p", .css("note")) { view.say(.statementLead) }
            tag("div", .css("document")) {
                for section in assessment.sections {
                    tag("h2") { view.say(section.heading) }
                    for sentence in section.sentences { self.sentence(sentence, view) }
                }
            }
            tag("h2") { view.say(.takeHome) }
            takeHome(["8-assess/"], view)
        }
    }

    private func sentence(_ sentence: AssessmentFile.Sentence, _ view: View) -> HTML {
        tag("div", .css("sentence")) {
            tag("p") {
                if let first = sentence.findings.first {
                    tag("a", .css("opened"), .href(view.address(.finding(first)))) {
                        view.say(sentence.text)
                    }
                } else {
                    view.say(sentence.text)
                }
            }
            tag("div", .css("margin")) {
                tag("ul") {
                    for id in sentence.findings {
                        tag("li") { view.link(.finding(id), number(of: id, view)) }
                    }
                }
            }
        }
    }

    /// One finding, with its figure and the observations that it counts.
    func finding(_ id: String, _ view: View) -> Page? {
        guard let assessment = dossier.assessment,
            let finding = assessment.findings.first(where: { $0.id == id })
        else { return nil }
        let chain = Chain(
            [(view.say(.sentence), .statement)], here: number(of: id, view),
            below: [view.say(.observationTitle)])
        return Page(title: number(of: id, view), chain: chain) {
            tag("h1") { view.say(finding.text) }
            tag("p", .css("question-line")) { number(of: id, view) }
            tag("p") { sign(of: finding, view) }
            FigureBlock.row([block(finding, view)], view)
            tag("h2", .id("evidence")) { view.say(.evidence) }
            tag("ul") {
                for name in finding.evidence { tag("li") { evidence(name, assessment, view) } }
            }
            if !finding.standards.isEmpty {
                tag("h2") { view.say(.standards) }
                for standard in finding.standards {
                    tag("div", .css("box")) {
                        tag("p") { tag("strong") { view.say(standard.title) } }
                        tag("p") { view.say(standard.summary) }
                        tag("p", .css("small soft")) { standard.source }
                    }
                }
            }
            tag("h2") { view.say(.citedBy) }
            for sentence in assessment.sections.flatMap(\.sentences)
            where sentence.findings.contains(id) {
                tag("p") { view.link(.statement, view.say(sentence.text)) }
            }
        }
    }

    private func block(_ finding: AssessmentFile.Finding, _ view: View) -> FigureBlock {
        FigureBlock(
            value: figure(of: finding, view), label: view.say(.whereSeen),
            base: view.say(.convenienceSample), series: view.say(.seriesObserved),
            how: .finding(finding.id), fragment: "evidence",
            asOf: dossier.assessment?.publicAt)
    }

    private func evidence(_ name: String, _ assessment: AssessmentFile, _ view: View) -> HTML {
        guard let visit = assessment.observations.first(where: { $0.name == name }) else {
            return dossier.files.contains(name) ? view.file(name) : HTML(text: name)
        }
        let station = dossier.definition.station(visit.station).map { view.say($0.name) } ?? ""
        return view.link(.observation(name), "\(visit.station) \(station), \(visit.team)")
    }

    /// One visit, with the form as it was filed.
    func observation(_ name: String, _ view: View) -> Page? {
        guard let assessment = dossier.assessment,
            let visit = assessment.observations.first(where: { $0.name == name })
        else { return nil }
        let citing = assessment.findings.filter { $0.evidence.contains(name) }
        let station = dossier.definition.station(visit.station)
        let above: [(String, Route)] =
            citing.first.map {
                [(view.say(.sentence), .statement), (number(of: $0.id, view), .finding($0.id))]
            } ?? [(view.say(.sentence), .statement)]
        return Page(
            title: view.say(.observationOf, visit.station.text),
            chain: Chain(above, here: view.say(.observationTitle))
        ) {
            tag("h1") { view.say(.observationOf, visit.station.text) }
            tag("p", .css("question-line")) { station.map { view.say($0.name) } ?? "" }
            tag("dl", .css("terms")) {
                tag("dt") { view.say(.team) }
                tag("dd") { visit.team }
                tag("dt") { view.say(.arrived) }
                tag("dd") {
                    view.speech.moment(
                        visit.at, zoneMinutes: station?.zoneMinutes ?? frame.zoneMinutes)
                }
                tag("dt") { view.say(.minutes) }
                tag("dd") { view.number(visit.minutes) }
            }
            if !visit.entered { tag("p") { Standing.doubt.badge(view.say(.entryRefused)) } }
            if let note = visit.note { tag("p") { view.say(note) } }
            if !visit.answers.isEmpty { answers(visit, view).html() }
            if !citing.isEmpty {
                tag("h2") { view.say(.citedBy) }
                tag("ul") {
                    for finding in citing {
                        tag("li") { view.link(.finding(finding.id), view.say(finding.text)) }
                    }
                }
            }
            tag("p") { view.link(.station(visit.station), view.say(.openStation)) }
        }
    }

    private func answers(_ visit: AssessmentFile.Observation, _ view: View) -> Table {
        Table(
            caption: view.say(.answers),
            columns: [.text(view.say(.asked)), .text(view.say(.answered))],
            rows: visit.answers.map { filled in
                Table.Row([
                    tag("span", .css("wide")) { view.say(filled.question) },
                    words(filled, view),
                ])
            })
    }

    private func words(_ filled: AssessmentFile.Filled, _ view: View) -> HTML {
        switch filled.answer {
        case .yes: HTML(text: view.say(.yes))
        case .no: HTML(text: view.say(.no))
        case .notObserved: Standing.quiet.badge(view.say(.notObserved))
        case .number(let number): HTML(text: view.number(number))
        case .choice: HTML(text: filled.choice.map { view.say($0) } ?? "")
        }
    }
}

extension WatchFile.Fact.Kind {
    fileprivate var phrase: Phrase {
        switch self {
        case .invitedBy: .invitedBy
        case .invitedOn: .invitedOn
        case .coordinator: .coordinator
        case .funding: .funding
        }
    }
}
