import Elections
import Forensics
import Ledger
import Primitives

extension Site {
    /// The number of whole percentages beside what chance gives.
    func statistic(_ report: ForensicReport, _ view: View) -> Page {
        let chain = Chain(
            [("\(Chapter.check.rawValue) \(view.say(Chapter.check.verb))", .chapter(.check))],
            here: view.say(.wholePercentages), below: [view.say(.sheet)])
        return Page(title: view.say(.wholePercentages), chain: chain) {
            tag("h1") { view.say(.wholePercentages) }
            tag("p", .css("question-line")) { view.say(.statisticQuestion) }
            tag("div", .css("outcome")) {
                tag("p", .css("lead")) { view.say(report.sentence) }
                tag("p", .css("rule")) {
                    view.say(.statisticWarning, view.number(report.used))
                }
            }
            figures(report, view).html()
            tag("h2") { view.say(.whatChanceMeans) }
            tag("p") { view.say(report.null) }
            tag("h2") { view.say(.whatItCannotSay) }
            tag("ul") { for limit in report.limits { tag("li") { view.say(limit) } } }
            tag("h2") { view.say(.source) }
            tag("p", .lang("en")) { report.source }
            tag("h2") { view.say(.takeHome) }
            takeHome(["7-check/"], view)
        }
    }

    private func figures(_ report: ForensicReport, _ view: View) -> Table {
        let rows = report.rows.filter { $0.weight == .stations }.map { row in
            Table.Row(
                view.say(row.subject.phrase), view.number(row.observed),
                view.decimal(row.expected), view.decimal(row.sd), row.z.map(view.decimal) ?? "–")
        }
        return Table(
            caption: view.say(.statisticCaption),
            columns: [
                .text(view.say(.wholePercentageOf)), .number(view.say(.observed)),
                .number(view.say(.byChance)), .number(view.say(.spread)), .number("z"),
            ], rows: rows,
            notes: [
                view.say(
                    .statisticCoverage, view.number(report.used), view.number(report.leftOut),
                    view.number(report.stations))
            ])
    }
}

extension IntegerPercentages.Subject {
    fileprivate var phrase: Phrase {
        switch self {
        case .either: .turnoutOrLeader
        case .leader: .leadersShare
        case .turnout: .turnout
        }
    }
}

extension View {
    /// Two decimals in the language's signs.
    func decimal(_ number: Double) -> String {
        let cents = Int((number.magnitude * 100).rounded(.toNearestOrAwayFromZero))
        let text = "\(cents / 100).\((cents % 100).padded(2))"
        return (number < 0 && cents > 0 ? "\u{2212}" : "") + speech.decimal(text)
    }
}
