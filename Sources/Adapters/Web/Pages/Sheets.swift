import Ballots
import Elections
import Primitives

extension Site {
    /// What one commission signed for one contest, with the form's equations in figures.
    func sheet(_ sheet: SignedSheet, _ view: View) -> Page {
        let first = sheet.stations.first.flatMap(dossier.definition.station)
        let contest = look.contest(sheet.contest)?.contest
        let title = contest.map { view.say($0.title) } ?? sheet.contest.text
        let chain = Chain(
            (first.map { above($0, view) } ?? [])
                + sheet.stations.map { ($0.text, .station($0)) }, here: view.say(.sheet),
            below: [view.say(.paper)])
        return Page(title: "\(title), \(sheet.station)", chain: chain) {
            tag("h1") { title }
            tag("p", .css("question-line")) { view.say(.sheetOfStation, name(of: sheet, view)) }
            tag("p") {
                sheetBadge([sheet], view)
                " "
                if sheet.broken.isEmpty { view.say(.allEquationsHold) }
            }
            tag("h2") { view.say(.equations) }
            equations(sheet, view)
            tag("p", .css("note")) { view.say(.bracketsNote) }
            tag("h2") { view.say(.figuresSigned) }
            lines(sheet, view).html()
            if let contest { votes(sheet, contest, view).html() }
            tag("h2") { view.say(.downToPaper) }
            if let batch = sheet.stations.first.flatMap(look.batch(of:)) {
                tag("p") { view.link(.batch(batch.id), view.count(batch.papers, .paperCount)) }
            }
            takeHome(["5-balance/\(sheet.contest)."], view)
        }
    }

    /// Each equation ticked or broken, in words and in this sheet's figures.
    func equations(_ sheet: SignedSheet, _ view: View) -> HTML {
        tag("ul", .css("steps plain"), Attribute("aria-label", view.say(.equations))) {
            for equation in sheet.equations {
                tag("li") {
                    tag("div") { view.say(equation.text) }
                    tag("div", .css("equation")) {
                        side(equation.left, view)
                        " \(view.relation(equation.relation)) "
                        side(equation.right, view)
                    }
                    state(of: equation, view)
                }
            }
        }
    }

    /// `120 (7) + 12 (8)`: figures, with the number of the line in brackets.
    private func side(_ terms: [SignedSheet.Term], _ view: View) -> HTML {
        HTML.joined(
            terms.enumerated().map { place, term in
                let sign = term.coefficient < 0 ? " \u{2212} " : (place > 0 ? " + " : "")
                let times = abs(term.coefficient)
                let taken = times == 1 ? "" : "\(times)\u{A0}×\u{A0}"
                return HTML(text: sign + taken + view.number(term.value)) + origin(term, view)
            })
    }

    private func origin(_ term: SignedSheet.Term, _ view: View) -> HTML {
        let word: String
        switch term.origin {
        case .line(let number): word = number ?? "–"
        case .allVotes: word = view.say(.allVotes)
        case .number: return HTML()
        }
        return HTML(text: "\u{A0}") + tag("span", .css("soft small")) { "(\(word))" }
    }

    private func state(of equation: SignedSheet.Equation, _ view: View) -> HTML {
        if equation.holds { return Standing.good.badge(view.say(.holds)) }
        let difference = view.number(abs(equation.difference))
        return (equation.hard ? Standing.bad : .doubt).badge(
            view.say(equation.hard ? .doesNotHoldBy : .softBrokenBy, difference))
    }

    private func lines(_ sheet: SignedSheet, _ view: View) -> Table {
        Table(
            caption: view.say(.linesCaption),
            columns: [
                .text(view.say(.line)), .text(view.say(.meaning)), .number(view.say(.figure)),
            ],
            rows: sheet.lines.map {
                Table.Row($0.number, view.say($0.label), view.number($0.value))
            })
    }

    private func votes(_ sheet: SignedSheet, _ contest: Contest, _ view: View) -> Table {
        Table(
            caption: view.say(.votes),
            columns: [
                .text(view.say(.optionOnPaper)), .number(view.say(.votes)),
                .number(view.say(.shareOfParticipants)),
            ],
            rows: zip(contest.options, sheet.votes).enumerated().map { place, pair in
                Table.Row([
                    Key(place + 1).named(view.say(pair.0.name)), HTML(text: view.number(pair.1)),
                    HTML(text: view.speech.careful(pair.1, of: sheet.participants, decimals: 2)),
                ])
            })
    }
}

extension View {
    /// `=`, or the sign for at most and at least.
    package func relation(_ sign: String) -> String {
        switch sign {
        case "<=": "≤"
        case ">=": "≥"
        default: sign
        }
    }
}
