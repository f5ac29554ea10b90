import Elections
import Filing
import Offices
import Primitives
import Web

/// What needs this person now, where others wait first, then the oldest; below it what is in somebody
/// else's hands; the rest is quiet.
struct DeskPage: OfficePage {
    var deeds: [Deed] { [] }
    func isOpen(to visit: Visit) -> Bool { true }

    /// Lines of one heading that are shown; the rest is counted.
    private static let most = 40

    func page(_ visit: Visit, _ filled: Filled) throws -> Page {
        let work = DeskWork(visit)
        // Where somebody else is held up comes before one's own work; then the oldest.
        let mine = work.mine.sorted {
            ($0.othersWait ? 0 : 1, $0.since) < ($1.othersWait ? 0 : 1, $1.since)
        }
        let others = work.others.sorted { $0.since < $1.since }
        return Page(title: visit.say(.desk), chain: nil) {
            tag("h1") { visit.say(.desk) }
            Fields(visit, filled).above()
            if visit.state.setting == nil { noElection(visit) }
            if mine.isEmpty {
                tag("p", .css("lead")) { Standing.good.badge(visit.say(.nothingWaits)) }
            } else {
                tag("h2") { visit.say(.needsYou, visit.view.number(mine.count)) }
                list(mine, visit)
            }
            if !others.isEmpty {
                tag("h2") { visit.say(.withOthers, visit.view.number(others.count)) }
                list(others, visit)
            }
            own(visit)
            tag("h2") { visit.say(.yourRolesTitle) }
            RoleList(visit).html(visit.account)
        }
    }

    private func list(_ items: [DeskWork.Item], _ visit: Visit) -> HTML {
        tag("ul", .css("work")) {
            for item in items.prefix(Self.most) {
                tag("li") {
                    tag("a", .href(visit.address(item.route))) {
                        item.standing.shape
                        tag("span", .css("what")) {
                            tag("strong") { item.what }
                            tag("span") { item.about }
                        }
                        tag("span", .css("age")) { visit.age(item.since) }
                    }
                    if let who = item.who { tag("p", .css("small soft")) { who } }
                }
            }
        }
            + (items.count > Self.most
                ? tag("p", .css("small")) {
                    visit.say(.andMore, visit.view.number(items.count - Self.most))
                } : HTML())
    }

    private func noElection(_ visit: Visit) -> HTML {
        tag("div", .css("box")) {
            tag("p") { visit.say(.noElectionYet) }
            if visit.account.may(.manageElection) {
                tag("p") { visit.link(.election, visit.say(.setUpElection)) }
            }
        }
    }

    /// A member of a commission has few stations: their pages lie one press away.
    @HTMLBuilder
    private func own(_ visit: Visit) -> HTML {
        let stations = visit.stations(.seeWork)
        if !stations.isEmpty {
            tag("h2") { visit.say(.yourStations) }
            if stations.count <= 12 {
                tag("ul", .css("tiles")) {
                    for station in stations {
                        tag("li") {
                            tag("a", .css("tile"), .href(visit.address(.station(station.id)))) {
                                tag("span", .css("id")) { station.id.text }
                                tag("span", .css("name")) { visit.say(station.name) }
                                tag("span", .css("states")) { states(station, visit) }
                            }
                        }
                    }
                }
            } else {
                tag("p") {
                    visit.link(
                        .stations,
                        visit.say(.allStations, visit.view.number(stations.count)))
                }
            }
        }
    }

    private func states(_ station: PollingStation, _ visit: Visit) -> HTML {
        let contests = visit.state.setting?.definition.contests ?? []
        let series = visit.state.setting?.deciding ?? .hand
        return .joined(
            contests.map { contest in
                tag("span", .css("of")) { visit.say(contest.title) }
                    + VersionState(visit).badge(
                        visit.state.file(SheetKey(station.id, contest.id, series)).status)
            })
    }
}
