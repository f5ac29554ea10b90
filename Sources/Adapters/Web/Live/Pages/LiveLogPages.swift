import Cryptography
import Elections
import Filing
import Primitives

extension LiveSite {
    /// Public acts, newest first. A full page keeps its address and its bytes but for the foot.
    ///
    /// - Parameter number: from 1 with the oldest acts; nil for the newest five hundred.
    func log(_ number: Int?, _ view: View) -> Page? {
        let count = model.log.count
        guard number.map({ (1...logPages).contains($0) }) ?? true else { return nil }
        let last = number.map { min(count, $0 * Self.actsOnPage) } ?? count
        let first =
            number.map { ($0 - 1) * Self.actsOnPage + 1 } ?? max(1, count - Self.actsOnPage + 1)
        let title = view.say(.theLog)
        return Page(
            title: title,
            chain: number == nil
                ? Chain([(view.say(.liveFront), .live(.front))], here: title)
                : Chain(
                    [(view.say(.liveFront), .live(.front)), (title, .live(.log()))],
                    here: view.say(.actsFromTo, view.number(first), view.number(last)))
        ) {
            tag("h1") { title }
            tag("p", .css("question-line")) { view.say(.liveLogLead) }
            tag("p") { view.say(.liveLogHow) + " " + view.say(.liveLogWithheld) }
            if count == 0 || first > last {
                tag("p") { view.say(.noActsYet) }
            } else {
                actTable(first...last, view).html()
            }
            logPager(number, first, view)
            tag("h2") { view.say(.downloads) }
            downloadList(LiveFile.logParts(count).map { LiveFile.log($0) }, view)
        }
    }

    private func logPager(_ number: Int?, _ first: Int, _ view: View) -> HTML {
        let older =
            number.map { $0 > 1 ? $0 - 1 : nil }
            ?? (first > 1 ? (first - 2) / Self.actsOnPage + 1 : nil)
        return tag("nav", .css("next"), Attribute("aria-label", view.say(.pagesOfList))) {
            if let number, number < logPages {
                view.link(.live(.log(page: number + 1)), view.say(.newerActs))
            } else if number != nil {
                view.link(.live(.log()), view.say(.newestActs))
            } else {
                tag("span")
            }
            if let older { view.link(.live(.log(page: older)), view.say(.olderActs)) }
        }
    }

    private func actTable(_ range: ClosedRange<Int>, _ view: View) -> Table {
        var rows: [Table.Row] = []
        var withheld: [LiveAct] = []
        func close() {
            guard let newest = withheld.first, let oldest = withheld.last else { return }
            let numbers =
                newest.sequence == oldest.sequence
                ? view.number(newest.sequence)
                : "\(view.number(oldest.sequence))–\(view.number(newest.sequence))"
            rows.append(
                Table.Row([
                    HTML(text: numbers), HTML(text: "–"),
                    tag("span", .css("soft")) { view.say(.withheldActs) }, HTML(text: "–"),
                    digest(newest.link),
                ]))
            withheld = []
        }
        for act in model.log.acts(range).reversed() {
            guard act.act.isPublic else {
                withheld.append(act)
                continue
            }
            close()
            rows.append(
                Table.Row([
                    HTML(text: view.number(act.sequence)),
                    tag("span", .css("nowrap")) {
                        String(act.moment.text(offsetMinutes: frame.zoneMinutes).prefix(19))
                            .replacing("T", with: " ")
                    },
                    HTML(text: view.say(act.act.words)), place(of: act.act, view),
                    digest(act.link),
                ]))
        }
        close()
        return Table(
            caption: view.say(
                .actsFromTo, view.number(range.lowerBound), view.number(range.upperBound)),
            columns: [
                .text(view.say(.actNumber)), .text(view.say(.time)), .text(view.say(.whatWasDone)),
                .text(view.say(.where)), .text(view.say(.link)),
            ], rows: rows, notes: [view.say(.zoneNote, view.speech.zone(frame.zoneMinutes))])
    }

    private func digest(_ link: Digest) -> HTML {
        tag("span", .css("digest"), Attribute("title", link.hex)) { link.hex.prefix(16) + "…" }
    }

    /// The station, or the contest, that an act is about, with its page.
    private func place(of act: Act, _ view: View) -> HTML {
        if let key = act.ref?.key {
            let text = "\(key.station) · \(key.contest)"
            guard state.stations[key.station] != nil, hasPage(key) else { return HTML(text: text) }
            return view.link(.live(.sheet(key)), text)
        }
        if let station = act.station {
            guard state.stations[station] != nil else { return HTML(text: station.text) }
            return view.link(.live(.station(station)), station.text)
        }
        if let contest = act.contest.flatMap(state.contest) {
            return view.link(.live(.contest(contest.id)), view.say(contest.title))
        }
        return HTML(text: "–")
    }
}
