import Elections
import Ledger
import Missions
import Primitives

/// What a statement rests on: findings, and the visits that they count.
extension Site {
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
