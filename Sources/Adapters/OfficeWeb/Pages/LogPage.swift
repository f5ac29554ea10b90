import Cryptography
import Elections
import Filing
import HTTPServer
import Offices
import Primitives
import ResultsOffice
import Storage
import Web

/// Every act of the office, newest first. Acts about a station are shown to those who may see the
/// log of that station; acts about no station to those who may see it for the nation.
struct LogPage: OfficePage {
    var deeds: [Deed] { [.seeLog] }

    private static let shown = 50
    /// Acts that one page looks through for a rare kind before it offers to go on.
    private static let searched = 5000

    private struct Found {
        var entries: [ActEntry] = []
        /// The next page begins below this number; nil at the log's beginning.
        var next: Int?
    }

    func page(_ visit: Visit, _ filled: Filled) throws -> Page {
        let query = visit.call.request.query
        let kind = query["kind"] ?? ""
        let actor = query["actor"] ?? ""
        let station = query["station"] ?? ""
        let before = Int(query["before"] ?? "") ?? visit.state.through + 1
        let found = try find(visit, kind, actor, station, before)
        return Page(title: visit.say(.logWord), chain: nil) {
            tag("h1") { visit.say(.logWord) }
            tag("p") { visit.say(.logHow, visit.view.number(visit.state.through)) }
            filter(visit, kind, actor, station)
            if found.entries.isEmpty {
                tag("p") { visit.say(.noActFound) }
            } else {
                table(found.entries, visit)
            }
            if let next = found.next {
                tag("p", .css("take")) {
                    visit.link(
                        .log, visit.say(.olderActs),
                        [
                            ("kind", kind), ("actor", actor), ("station", station),
                            ("before", "\(next)"),
                        ])
                }
            }
        }
    }

    private func find(
        _ visit: Visit, _ kind: String, _ actor: String, _ station: String, _ before: Int
    ) throws -> Found {
        var found = Found()
        var top = min(before, visit.state.through + 1)
        var searched = 0
        while top > 1, found.entries.count < Self.shown, searched < Self.searched {
            let bottom = max(0, top - 1 - 500)
            let stored = try visit.call.office.store.acts(after: bottom, limit: top - 1 - bottom)
            for act in stored.reversed() {
                searched += 1
                top = act.sequence
                if !kind.isEmpty && act.kind != kind { continue }
                if !actor.isEmpty && act.actor != actor { continue }
                let entry = try ActCoder.entry(act)
                if !station.isEmpty && entry.act.station?.text != station { continue }
                guard isOpen(entry, to: visit), !isBlind(entry, visit) else { continue }
                found.entries.append(entry)
                if found.entries.count == Self.shown { break }
            }
            if stored.isEmpty { break }
        }
        found.next = top > 1 ? top : nil
        return found
    }

    /// Who reviews papers is not told who looked at one before it is settled, whatever else they may
    /// see.
    private func isBlind(_ entry: ActEntry, _ visit: Visit) -> Bool {
        entry.act.paper != nil && visit.state.isUnseen(entry.sequence)
            && entry.actor != visit.account.id && visit.account.mayAnywhere(.reviewPapers)
    }

    private func isOpen(_ entry: ActEntry, to visit: Visit) -> Bool {
        guard let station = entry.act.station else { return visit.account.may(.seeLog) }
        return visit.may(.seeLog, at: station)
    }

    private func filter(_ visit: Visit, _ kind: String, _ actor: String, _ station: String) -> HTML
    {
        let fields = Fields(visit, Filled())
        return tag(
            "form", .css("form filter"), Attribute("method", "get"),
            .action(visit.view.address(visit.view.route))
        ) {
            fields.choice(
                "kind", visit.say(.kindOfAct),
                [("", visit.say(.everything))]
                    + Phrase.acts.map { ($0.kind, visit.say($0.phrase)) },
                chosen: kind)
            fields.text(
                Fields.Text(
                    name: "actor", label: visit.say(.accountName), value: actor, required: false))
            fields.text(
                Fields.Text(
                    name: "station", label: visit.say(.stationCode), value: station,
                    required: false))
            fields.button(visit.say(.show), css: "button second")
        }
    }

    private func table(_ entries: [ActEntry], _ visit: Visit) -> HTML {
        Table(
            caption: visit.say(.logWord),
            columns: [
                .number(visit.say(.numberWord)), .text(visit.say(.whenWord)),
                .text(visit.say(.whoWord)), .text(visit.say(.whatWord)),
                .text(visit.say(.aboutWord)),
            ],
            rows: entries.map { entry in
                let station = entry.act.station.flatMap { visit.state.stations[$0] }
                return Table.Row([
                    HTML(text: visit.view.number(entry.sequence)),
                    HTML(text: visit.moment(entry.moment, at: station)),
                    HTML(text: visit.person(entry.actor)),
                    HTML(
                        text: Phrase.acts.first { $0.kind == entry.act.kind }
                            .map { visit.say($0.phrase) } ?? entry.act.kind),
                    about(entry.act, station, visit),
                ])
            }
        ).html()
    }

    private func about(_ act: Act, _ station: PollingStation?, _ visit: Visit) -> HTML {
        var text = station.map(visit.name) ?? ""
        if case .accountSet(let account) = act { text = "\(account.id.text) \(account.name)" }
        if let contest = act.contest { text += " · " + visit.title(contest) }
        // A copy's digest would let another clerk try figures until one fits.
        if case .sheetEntered = act { return HTML(text: text) }
        guard let ref = act.ref, visit.state.ref(ref.id) != nil,
            visit.may(.seeWork, at: ref.key.station)
        else { return HTML(text: text) }
        return visit.link(.version(ref.id), text)
    }
}
