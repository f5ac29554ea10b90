import Elections
import Filing
import HTTPServer
import Offices
import Primitives
import Web

/// Every station at home and abroad against everything that must be there before it opens; the
/// foreign ministry's part by itself.
struct ReadinessBoard: OfficePage {
    var deeds: [Deed] { [.seeReadiness] }

    private static let most = 100

    private struct Row {
        let station: PollingStation
        let board: StationBoard
    }

    func page(_ visit: Visit, _ filled: Filled) throws -> Page {
        let query = visit.call.request.query
        let onlyLate = query["late"] == "yes"
        let district = query["district"] ?? ""
        let from = visit.place("from")
        let records = visit.readinessByStation()
        let all = visit.stations(.seeReadiness).map {
            Row(station: $0, board: StationBoard(visit, $0, records[$0.id]))
        }
        let rows = all.filter {
            (district.isEmpty || $0.station.district.text == district)
                && (!onlyLate || $0.board.isLate)
        }
        let requirements = visit.state.setting?.readiness ?? []
        return Page(title: visit.say(.readiness), chain: nil) {
            tag("h1") { visit.say(.readiness) }
            if requirements.isEmpty {
                tag("p") { visit.say(.noRequirements) }
            } else {
                summary(all, visit)
                filter(visit, district, onlyLate)
                section(
                    .stationsAtHome, rows.filter { $0.station.seat == .home }, requirements,
                    .home, from, visit)
                section(
                    .stationsAbroad, rows.filter { $0.station.seat == .abroad }, requirements,
                    .abroad, from, visit)
                section(
                    .ministryPart, rows.filter { $0.station.seat == .abroad }, requirements,
                    nil, from, visit)
                next(rows.count, from, visit)
            }
        }
    }

    private func summary(_ rows: [Row], _ visit: Visit) -> HTML {
        let lines = rows.flatMap(\.board.lines)
        let confirmed = lines.count { $0.standing == .confirmed }
        let late = rows.count { $0.board.isLate }
        let doubted = rows.count { $0.board.disagrees }
        return tag("div", .css("figures")) {
            figure(
                visit.say(.nOfMWord, visit.view.number(confirmed), visit.view.number(lines.count)),
                visit.say(.thingsConfirmed))
            figure(
                visit.say(.nOfMWord, visit.view.number(late), visit.view.number(rows.count)),
                visit.say(.stationsLate))
            figure(visit.view.number(doubted), visit.say(.stationsDisputed))
        }
    }

    private func figure(_ value: String, _ label: String) -> HTML {
        tag("div", .css("figure")) {
            tag("p", .css("figure-value")) { value }
            tag("p", .css("figure-label")) { label }
        }
    }

    private func filter(_ visit: Visit, _ district: String, _ onlyLate: Bool) -> HTML {
        let fields = Fields(visit, Filled())
        let districts = visit.state.setting?.definition.districts ?? []
        return tag(
            "form", .css("form filter"), Attribute("method", "get"),
            .action(visit.view.address(visit.view.route))
        ) {
            fields.choice(
                "district", visit.say(.districtWord),
                [("", visit.say(.everything))] + districts.map { ($0.id.text, visit.say($0.name)) },
                chosen: district)
            fields.box("late", visit.say(.onlyLate), checked: onlyLate)
            fields.button(visit.say(.show), css: "button second")
        }
    }

    /// - Parameter seat: nil for the ministry's section.
    private func section(
        _ title: Phrase, _ rows: [Row], _ requirements: [ReadinessRequirement],
        _ seat: PollingStation.Seat?, _ from: Int, _ visit: Visit
    ) -> HTML {
        let columns = requirements.filter { requirement in
            guard let seat else { return requirement.kind == .ministry }
            return requirement.kind != .ministry
                && requirement.place != (seat == .home ? .abroad : .home)
        }
        guard !columns.isEmpty, !rows.isEmpty else { return HTML() }
        let table = Table(
            caption: visit.say(.whereThingsStand),
            columns: [.text(visit.say(.stationWord)), .text(visit.say(.stillOpen))]
                + columns.map { .text(visit.say($0.title)) } + [.text(visit.say(.observersSay))],
            rows: rows.dropFirst(from).prefix(Self.most).map { row in
                let dueLate = columns.contains { isBad(row.board.worst($0)) }
                return Table.Row(
                    [place(row.station, visit), open(row.board, columns, visit)]
                        + columns.map { cell($0, row.board, visit) } + [
                            observers(row, columns, visit)
                        ],
                    weight: dueLate ? .marked : .plain)
            })
        return tag("h2") { visit.say(title) } + table.html()
    }

    private func isBad(_ standing: ReadinessItem.Standing?) -> Bool {
        standing == .late || standing == .failed
    }

    private func place(_ station: PollingStation, _ visit: Visit) -> HTML {
        visit.link(.stationReadiness(station.id), visit.name(station))
            + tag("span", .css("sub small soft")) {
                visit.say(
                    .opensAt,
                    visit.view.speech.clock(station.opens, zoneMinutes: station.zoneMinutes),
                    visit.view.speech.zone(station.zoneMinutes))
            }
    }

    /// What is not confirmed, in words: what a reader looks for first, and all that fits a phone.
    private func open(
        _ board: StationBoard, _ columns: [ReadinessRequirement], _ visit: Visit
    ) -> HTML {
        let open = columns.compactMap { requirement in
            board.worst(requirement).map { (requirement, $0) }
        }.filter { $0.1 != .confirmed }
        guard !open.isEmpty else { return visit.badge(.confirmed) }
        return .joined(
            open.map { requirement, standing in
                visit.badge(standing)
                    + tag("span", .css("sub small")) { visit.say(requirement.title) }
            })
    }

    private func cell(
        _ requirement: ReadinessRequirement, _ board: StationBoard, _ visit: Visit
    ) -> HTML {
        guard let worst = board.worst(requirement) else { return HTML(text: "–") }
        let lines = board.lines.filter { $0.requirement.id == requirement.id }
        let devices = lines.count { !$0.key.serial.isEmpty }
        guard devices > 0 else { return visit.badge(worst) }
        let confirmed = lines.count { $0.standing == .confirmed }
        return visit.badge(worst)
            + tag("span", .css("sub small soft")) {
                visit.say(
                    .devicesConfirmed, visit.view.number(confirmed), visit.view.number(devices))
            }
    }

    private func observers(
        _ row: Row, _ columns: [ReadinessRequirement], _ visit: Visit
    ) -> HTML {
        let remarks = row.board.lines.filter { line in
            columns.contains { $0.id == line.requirement.id }
        }.compactMap(\.item).flatMap(\.remarks)
        guard !remarks.isEmpty else { return HTML(text: "–") }
        return visit.badge(agrees: remarks.allSatisfy(\.value.agrees))
    }

    @HTMLBuilder
    private func next(_ count: Int, _ from: Int, _ visit: Visit) -> HTML {
        if count > from + Self.most {
            let query = visit.call.request.query
            tag("p", .css("take")) {
                visit.link(
                    .readiness, visit.say(.more),
                    [
                        ("district", query["district"] ?? ""), ("late", query["late"] ?? ""),
                        ("from", "\(from + Self.most)"),
                    ])
            }
        }
    }
}
