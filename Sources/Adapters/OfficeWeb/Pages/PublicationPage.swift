import Cryptography
import Elections
import Filing
import Offices
import Primitives
import ResultsOffice
import Tabulation
import Web

/// Making a result public as final: the sums as they are, what is missing, and two officers.
struct PublicationPage: OfficePage {
    var deeds: [Deed] { [.publish] }

    func page(_ visit: Visit, _ filled: Filled) throws -> Page {
        let contests = visit.state.setting?.definition.contests ?? []
        return Page(title: visit.say(.publication), chain: nil) {
            tag("h1") { visit.say(.publication) }
            Fields(visit, filled).above()
            tag("p") { visit.say(.publicationHow) }
            if contests.isEmpty { tag("p") { visit.say(.noElectionYet) } }
            for contest in contests { part(contest, visit) }
        }
    }

    private func part(_ contest: Contest, _ visit: Visit) -> HTML {
        guard let sums = visit.state.decidingSums(contest.id) else { return HTML() }
        return tag("h2") { visit.say(contest.title) }
            + table(contest, sums, visit)
            + whole(contest, visit)
            + acts(contest, sums, visit)
            + history(contest, visit)
    }

    private func table(_ contest: Contest, _ sums: ContestSums, _ visit: Visit) -> HTML {
        let series = visit.state.setting?.deciding ?? .hand
        let total = visit.state.stations.count
        let participants = sums.base(.participants, of: sums.nation)
        let coverage = visit.say(
            .sheetsOfStations, visit.view.number(sums.nation.sheets), visit.view.number(total))
        return tag("p") {
            "\(visit.series(series)) · \(coverage) · "
                + visit.say(.asOfWord, visit.moment(visit.now))
        }
            + Table(
                caption: visit.say(.sumsCaption, visit.say(contest.title)),
                columns: [
                    .text(visit.say(.onPaper)), .number(visit.say(.votesWord)),
                    .number(visit.say(.ofThoseWhoTookPart)),
                ],
                rows: sums.votes(sums.nation).enumerated().map { place, line in
                    let option = contest.options.first { $0.id == line.option }
                    return Table.Row([
                        Key(place + 1).named(option.map { visit.say($0.name) } ?? line.option.text),
                        HTML(text: visit.view.number(line.votes)),
                        HTML(text: visit.view.speech.careful(line.votes, of: participants)),
                    ])
                } + [
                    Table.Row(
                        visit.say(.tookPartWord), visit.view.number(participants), "",
                        weight: .total)
                ]
            ).html()
    }

    /// Whole, or which stations are open.
    private func whole(_ contest: Contest, _ visit: Visit) -> HTML {
        if visit.state.isWhole(contest.id) {
            return tag("p") { Standing.good.badge(visit.say(.everyStationIsIn)) }
        }
        let series = visit.state.setting?.deciding ?? .hand
        var open: [SheetStatus: Int] = [:]
        for station in visit.state.stations.keys {
            let status = visit.state.file(SheetKey(station, contest.id, series)).status
            if ![.filed, .corrected, .annulled].contains(status) { open[status, default: 0] += 1 }
        }
        return tag("p") { Standing.doubt.badge(visit.say(.notEveryStation)) }
            + tag("ul") {
                for status in SheetStatus.allCases {
                    if let count = open[status] {
                        tag("li") {
                            VersionState(visit).badge(status)
                            ": "
                            visit.link(
                                .stations, visit.view.number(count), [("status", status.rawValue)])
                        }
                    }
                }
            }
    }

    private func acts(_ contest: Contest, _ sums: ContestSums, _ visit: Visit) -> HTML {
        let fields = Fields(visit, Filled())
        let state = visit.state.publications[contest.id]
        func form(_ deed: String, _ phrase: Phrase, _ css: StaticString = "button") -> HTML {
            fields.form(deed) {
                Fields.hidden("contest", contest.id.text)
                Fields.hidden("sums", state?.proposed?.publication.sums.hex ?? "")
                fields.button(visit.say(phrase), css: css)
            }
        }
        if let proposed = state?.proposed {
            let moved = proposed.publication.sums != sums.digest
            return tag("div", .css("box")) {
                tag("p") { visit.say(.proposedBy, visit.person(proposed.by)) }
                if moved {
                    tag("p") { Standing.bad.badge(visit.say(.sumsHaveMoved)) }
                } else if proposed.by != visit.account.id {
                    tag("p") { visit.say(.publishCannotBeUndone) }
                    form("confirm", .confirmPublication, "button grave")
                } else {
                    tag("p") { visit.say(.waitsForSecond) }
                }
                form("withdraw", .withdrawPublication, "button second")
            }
        }
        if state?.done.last?.publication.sums == sums.digest {
            return tag("p") { Standing.good.badge(visit.say(.isPublished)) }
        }
        return visit.state.isWhole(contest.id) ? form("propose", .proposePublication) : HTML()
    }

    @HTMLBuilder
    private func history(_ contest: Contest, _ visit: Visit) -> HTML {
        if let done = visit.state.publications[contest.id]?.done, !done.isEmpty {
            tag("h3") { visit.say(.publicationHistory) }
            tag("ol") {
                for one in done {
                    tag("li") {
                        tag("p") {
                            visit.say(
                                .publishedLine, visit.moment(one.at), visit.person(one.proposedBy),
                                visit.person(one.confirmedBy))
                        }
                        tag("p", .css("digest")) { one.publication.sums.hex }
                    }
                }
            }
        }
    }

    func act(_ visit: Visit, _ form: PostedForm) throws -> Answered {
        var filled = Filled(form: form)
        guard let contest = Contest.ID(form.text("contest")) else { return .again(filled) }
        let account = visit.account
        let deed = form.deed
        let proposed = visit.state.publications[contest]?.proposed?.publication.sums.hex ?? ""
        // What is confirmed is what was looked at, not what somebody proposed since.
        if deed == "confirm", form.text("sums") != proposed {
            filled.blame("", visit.say(.sumsHaveMoved))
            return .again(filled)
        }
        let done: [String: Done] = [
            "propose": .publicationProposed, "confirm": .published,
            "withdraw": .publicationWithdrawn,
        ]
        guard let landing = done[deed] else { return .again(filled) }
        do {
            return try visit.perform(form) { _ in
                Landing(.publication, landing)
            } decide: { state, _ in
                switch deed {
                case "propose": try state.proposePublication(contest, by: account)
                case "confirm": try state.confirmPublication(contest, by: account)
                default: try state.withdrawPublication(contest, by: account)
                }
            }
        } catch {
            filled.problem = error
            return .again(filled)
        }
    }
}
