import Tabulation
import Web

/// The equations of a form with their figures: which hold, which do not, by how much. The script
/// brings them up to date while somebody types; the words all stand here.
struct EquationList {
    let visit: Visit
    let readings: [EquationReading]
    /// Where reasons are typed; nil where nothing can be.
    var fields: Fields?
    var reasons: [String] = []

    func html() -> HTML {
        tag("section", .css("equations"), .id("equations")) {
            tag("h2") { visit.say(.sums) }
            tag("ul") {
                for (place, reading) in readings.enumerated() { item(place, reading) }
            }
        }
    }

    private func item(_ place: Int, _ reading: EquationReading) -> HTML {
        tag(
            "li", .id("f-e\(place)"), Attribute("data-state", state(reading)),
            Attribute("data-relation", reading.equation.relation.rawValue),
            Attribute("data-severity", reading.equation.severity.rawValue)
        ) {
            tag("p", .css("verdict")) {
                tag("span", .css("on-holds")) { Standing.good.badge(visit.say(.holds)) }
                tag("span", .css("on-broken")) {
                    verdict(reading.equation.severity)
                }
                tag("span", .css("on-open")) { Standing.quiet.badge(visit.say(.notYetKnown)) }
            }
            tag("p") { visit.say(reading.equation.text) }
            if let law = reading.equation.law {
                tag("p", .css("small soft")) { visit.say(law) }
            }
            sum(reading)
            reason(place, reading)
        }
    }

    private func verdict(_ severity: ResultsForm.Equation.Severity) -> HTML {
        switch severity {
        case .hard: Standing.bad.badge(visit.say(.doesNotHold))
        case .soft: Standing.doubt.badge(visit.say(.doesNotHoldSoft))
        case .alarm: Standing.doubt.badge(visit.say(.doesNotHoldAlarm))
        }
    }

    private func state(_ reading: EquationReading) -> String {
        reading.holds.map { $0 ? "holds" : "broken" } ?? "open"
    }

    private func sum(_ reading: EquationReading) -> HTML {
        let signs: [ResultsForm.Equation.Relation: String] = [
            .equal: "=", .atMost: "\u{2264}", .atLeast: "\u{2265}",
        ]
        let sign = signs[reading.equation.relation] ?? "="
        let difference = reading.difference ?? 0
        return tag("p", .css("sum equation")) {
            tag("span", .css("side"), Attribute("data-side", "left")) { terms(reading.left) }
            " \(sign) "
            tag("span", .css("side"), Attribute("data-side", "right")) { terms(reading.right) }
            if !reading.provided.isEmpty {
                tag("span", .css("hidden"), Attribute("data-side", "provided")) {
                    terms(reading.provided)
                }
            }
        }
            + tag(
                "p", .css("difference on-broken"),
                Attribute("data-more", visit.say(.moreLeft, "#")),
                Attribute("data-fewer", visit.say(.fewerLeft, "#"))
            ) {
                visit.say(
                    difference > 0 ? .moreLeft : .fewerLeft,
                    visit.view.number(abs(difference)))
            }
    }

    private func terms(_ terms: [EquationReading.Term]) -> HTML {
        var result = HTML()
        for (place, term) in terms.enumerated() {
            if term.coefficient < 0 {
                result += HTML(text: place == 0 ? "\u{2212}" : " \u{2212} ")
            } else if place > 0 {
                result += HTML(text: " + ")
            }
            let times = abs(term.coefficient)
            if times > 1 { result += HTML(text: "\(times) × ") }
            result += self.term(term)
        }
        return result
    }

    private func term(_ term: EquationReading.Term) -> HTML {
        tag(
            "span", .css("term"), Attribute("data-name", term.isNumber ? "" : term.name),
            Attribute("data-times", "\(term.coefficient)"),
            term.isNumber ? Attribute("data-number", term.name) : nil
        ) {
            tag("b") { term.value.map { visit.view.number($0) } ?? "…" }
            if !term.isNumber {
                " "
                tag("span", .css("no")) {
                    term.number.isEmpty
                        ? visit.say(.allVotes) : visit.say(.lineNumber, term.number)
                }
            }
        }
    }

    @HTMLBuilder
    private func reason(_ place: Int, _ reading: EquationReading) -> HTML {
        let told = reasons.indices.contains(place) ? reasons[place] : ""
        if let fields, reading.equation.severity == .soft {
            tag("div", .css("reason on-broken")) {
                fields.area(
                    "r\(place)", visit.say(.whyNotHold), hint: visit.say(.reasonIsPublished),
                    value: told, rows: 2, required: false)
            }
        } else if !told.isEmpty {
            tag("p") {
                tag("strong") { visit.say(.reasonGiven) }
                " " + told
            }
        }
    }
}
