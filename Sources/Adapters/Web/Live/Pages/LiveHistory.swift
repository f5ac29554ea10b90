import Cryptography
import Elections
import Filing
import Primitives
import Tabulation

extension LiveSite {
    /// Every version that came, newest first: when, how it stands, why it took the place of another,
    /// and what it changed.
    func history(
        _ file: SheetFile, _ contest: Contest, _ fitted: FittedForm, _ station: PollingStation,
        _ view: View
    ) -> HTML {
        guard !file.versions.isEmpty else { return HTML() }
        return tag("h2", .id("versions")) { view.say(.versions) }
            + tag("p") { view.say(.versionsLead) }
            + tag("ol", .css("steps versions"), Attribute("reversed", "")) {
                for (place, version) in file.versions.enumerated().reversed() {
                    tag("li") {
                        tag("span", .css("no")) { "\(place + 1)" }
                        tag("div") {
                            entry(version, file, contest, fitted, station, view)
                        }
                    }
                }
            }
    }

    private func entry(
        _ version: SheetVersion, _ file: SheetFile, _ contest: Contest, _ fitted: FittedForm,
        _ station: PollingStation, _ view: View
    ) -> HTML {
        let (standing, word) = state(of: version, in: file)
        var result = tag("div") {
            standing.badge(view.say(word))
            if file.current?.act == version.act {
                " "
                tag("strong") { view.say(.thisCounts) }
            }
        }
        result += tag("div", .css("small soft")) {
            view.say(.cameLine, view.local(version.came, at: station), view.number(version.act))
            if let filed = version.filed, filed != version.came {
                " "
                view.say(.filedLine, view.local(filed, at: station))
            }
        }
        guard version.isPublic else {
            return result + tag("p", .css("small")) { view.say(.figuresWithheld) }
        }
        if let why = version.statement.why { result += tag("p") { view.say(.correctedWhy, why) } }
        if case .annulled(let why) = version.state {
            result += tag("p") { view.say(.annulledWhy, why) }
        }
        if let replaces = version.statement.replaces {
            if let before = file.version(replaces) {
                result += changes(before, version, contest, fitted, view)
            } else {
                result += tag("p") { view.say(.replacedNotHere, replaces.hex) }
            }
        }
        return result
            + tag("div", .css("small")) {
                "SHA-256 "
                tag(
                    "a", .href(view.address(shared: LiveFile.text(version.id))),
                    Attribute("download", "\(version.id.hex).txt"), .css("digest")
                ) { version.id.hex }
            }
    }

    private func state(of version: SheetVersion, in file: SheetFile) -> (Standing, Phrase) {
        switch version.state {
        case .proposed: (.quiet, .statusChecking)
        case .refused: (.bad, .statusReturned)
        case .withdrawn: (.quiet, .statusWithdrawn)
        case .annulled: (.bad, .statusAnnulled)
        case .filed where file.current?.act == version.act:
            (.good, version.statement.replaces == nil ? .statusFiled : .statusCorrected)
        case .filed: (.quiet, .statusReplaced)
        }
    }

    /// Lines that differ, as they were and as they are.
    private func changes(
        _ before: SheetVersion, _ after: SheetVersion, _ contest: Contest, _ fitted: FittedForm,
        _ view: View
    ) -> HTML {
        let names =
            fitted.lines.map { id in
                fitted.form.lines.first { $0.id == id }.map {
                    "\($0.number) \(view.say($0.label))"
                } ?? id.text
            } + contest.options.map { view.say($0.name) }
        let rows = names.indices.filter { before.figures[$0] != after.figures[$0] }.map { place in
            let difference = after.figures[place] - before.figures[place]
            return Table.Row(
                names[place], view.number(before.figures[place]),
                view.number(after.figures[place]),
                (difference > 0 ? "+" : "") + view.number(difference))
        }
        guard !rows.isEmpty else { return tag("p") { view.say(.noFigureChanged) } }
        return Table(
            caption: view.say(.changesCaption),
            columns: [
                .text(view.say(.line)), .number(view.say(.figureBefore)),
                .number(view.say(.figureAfter)), .number(view.say(.difference)),
            ], rows: rows
        ).html()
    }
}
