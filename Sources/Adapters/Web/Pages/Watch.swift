import Elections
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
