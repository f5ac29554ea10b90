import Elections
import Ledger
import Missions
import Primitives

/// The chapter of assessments and its statement.
extension Site {
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

    func figure(of finding: AssessmentFile.Finding, _ view: View) -> String {
        guard let part = finding.part, let base = finding.base else { return view.say(.inDocument) }
        return view.say(.nOfM, view.number(part), view.number(base))
    }

    /// Findings are numbered as they stand in the assessment.
    func number(of id: String, _ view: View) -> String {
        let place = dossier.assessment?.findings.firstIndex { $0.id == id } ?? 0
        return view.say(.findingNumber, "\(place + 1)")
    }

    func sign(of finding: AssessmentFile.Finding, _ view: View) -> HTML {
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
}
