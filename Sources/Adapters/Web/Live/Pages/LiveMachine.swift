import Elections
import Filing
import Primitives
import Tabulation

/// The two counts of one contest over the stations that have both.
struct BothCounts: Sendable {
    struct Differing: Sendable {
        let station: PollingStation
        let scanner: [Int]
        let hand: [Int]

        /// Votes that differ, of all options and the papers not valid.
        var size: Int { zip(scanner, hand).reduce(0) { $0 + abs($1.0 - $1.1) } }
    }

    /// Options in ballot order, then papers not valid.
    private(set) var scanner: [Int]
    private(set) var hand: [Int]
    private(set) var stations = 0
    private(set) var differing: [Differing] = []

    /// - Parameter stations: all of the election; those with one count only are passed over.
    init(_ state: OfficeState, _ contest: Contest, _ fitted: FittedForm) {
        let columns = contest.options.count + 1
        scanner = Array(repeating: 0, count: columns)
        hand = scanner
        func figures(_ station: PollingStation.ID, _ series: Series) -> [Int]? {
            state.file(SheetKey(station, contest.id, series)).current.map { version in
                Array(version.figures.dropFirst(fitted.lines.count)) + [
                    max(
                        0,
                        fitted.base(.participants, of: version.figures)
                            - fitted.base(.valid, of: version.figures))
                ]
            }
        }
        for station in state.setting?.definition.stations ?? [] {
            guard let machine = figures(station.id, .scanner),
                let person = figures(station.id, .hand)
            else { continue }
            stations += 1
            for place in 0..<columns {
                scanner[place] += machine[place]
                hand[place] += person[place]
            }
            if machine != person {
                differing.append(Differing(station: station, scanner: machine, hand: person))
            }
        }
        differing.sort { ($1.size, $0.station.id) < ($0.size, $1.station.id) }
    }
}

extension LiveSite {
    /// Most stations that one page lists; the file has all.
    private static let mostDiffering = 200

    /// Contest by contest: totals over the stations with both counts, and where they differ.
    func machineAgainstHand(_ view: View) -> Page {
        let title = view.say(.machineAndHand)
        return Page(
            title: title, chain: Chain([(view.say(.liveFront), .live(.front))], here: title)
        ) {
            tag("h1") { title }
            tag("p", .css("question-line")) { view.say(.machineQuestion) }
            tag("p") { view.say(.machineLead, view.say(deciding.name)) }
            for contest in contests {
                if let fitted = state.forms[contest.id] {
                    tag("h2") { view.say(contest.title) }
                    comparison(BothCounts(state, contest, fitted), contest, view)
                }
            }
            tag("h2") { view.say(.downloads) }
            downloadList(contests.map { LiveFile.differences($0.id) }, view)
        }
    }

    private func comparison(_ both: BothCounts, _ contest: Contest, _ view: View) -> HTML {
        guard both.stations > 0 else { return tag("p") { view.say(.noBothYet) } }
        let coverage = view.coverage(both.stations, of: stations.count)
        let agree = both.differing.isEmpty
        var result = tag("p") {
            (agree ? Standing.good : .doubt).badge(
                agree
                    ? view.say(.bothAgree, coverage)
                    : view.say(
                        .bothDiffer,
                        view.coverage(both.differing.count, of: both.stations)))
        }
        let names = contest.options.map { view.say($0.name) } + [view.say(.notValid)]
        result += Table(
            caption: view.say(
                .captionAnd, view.say(.bothCaption, view.say(contest.title)),
                view.say(.preliminaryWord), coverage),
            columns: [
                .text(view.say(.optionOnPaper)), .number(view.say(.scannerCount)),
                .number(view.say(.handCountLong)), .number(view.say(.difference)),
            ],
            rows: names.indices.map { place in
                Table.Row([
                    place < contest.options.count
                        ? Key(place + 1).named(names[place]) : HTML(text: names[place]),
                    HTML(text: view.number(both.scanner[place])),
                    HTML(text: view.number(both.hand[place])),
                    HTML(text: signed(both.scanner[place] - both.hand[place], view)),
                ])
            }, notes: [view.say(.bothNote)]
        ).html()
        if !agree { result += differingTable(both, contest, view) }
        return result
    }

    private func differingTable(_ both: BothCounts, _ contest: Contest, _ view: View) -> HTML {
        let shown = both.differing.prefix(Self.mostDiffering)
        let columns =
            contest.options.enumerated().map { place, option in
                Table.Column.number("\(place + 1) \(view.say(option.name))")
            } + [.number(view.say(.notValid))]
        return Table(
            caption: view.say(.differingCaption, view.say(contest.title)),
            columns: [.text(view.say(.station))] + columns,
            rows: shown.map { line in
                Table.Row(
                    [
                        view.link(.live(.station(line.station.id)), view.say(line.station.name))
                            + tag("span", .css("under")) { line.station.id.text }
                    ]
                        + zip(line.scanner, line.hand).map { scanner, hand in
                            HTML(text: view.number(scanner) + " / " + view.number(hand))
                                + (scanner == hand
                                    ? HTML()
                                    : tag("strong", .css("under")) { signed(scanner - hand, view) })
                        })
            },
            notes: [view.say(.differingNote)]
                + (shown.count < both.differing.count
                    ? [view.say(.moreInFile, view.number(both.differing.count - shown.count))] : [])
        ).html()
    }

    private func signed(_ difference: Int, _ view: View) -> String {
        (difference > 0 ? "+" : "") + view.number(difference)
    }
}
