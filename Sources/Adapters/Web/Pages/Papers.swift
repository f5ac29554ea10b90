import Auditing
import Ballots
import Elections
import Ledger
import Primitives

extension Site {
    /// Papers that are kept and counted together.
    func batch(_ batch: Batch, _ view: View) -> Page {
        let papers = look.papers(of: batch.id)
        let stations = batch.stations.compactMap(dossier.definition.station)
        let above = stations.first.map { self.above($0, view) } ?? []
        let chain = Chain(
            above + stations.map { ($0.id.text, .station($0.id)) } + sheetStep(batch, view),
            here: view.say(.papers),
            below: [view.say(.paper)])
        return Page(title: view.say(.papersOf, batch.id.text), chain: chain) {
            tag("h1") { view.say(.papersOf, batch.stations.map(\.text).joined(separator: ", ")) }
            tag("p", .css("question-line")) { view.count(batch.papers, .paperCount) }
            if batch.stations.count > 1 { tag("p") { pooled(batch, view) } }
            tag("p") { view.say(.paperOrder) }
            paperTable(papers, view).html()
        }
    }

    /// The first contest's sheet of these stations, between station and papers.
    private func sheetStep(_ batch: Batch, _ view: View) -> [(String, Route)] {
        let sheet = dossier.sheets.first { $0.stations.contains { batch.stations.contains($0) } }
        return sheet.map { [(view.say(.sheet), .sheet($0.station, $0.contest))] } ?? []
    }

    private func paperTable(_ papers: [CastVoteRecord], _ view: View) -> Table {
        let contests = dossier.definition.contests
        return Table(
            caption: view.say(.papersCaption),
            columns: [.text(view.say(.paper))]
                + contests.map { .text(view.say($0.title)) } + [.text(view.say(.lookedAt))],
            rows: papers.map { paper in
                var notes: [String] = []
                if paper.snapshots.contains(where: { $0.kind == .modified }) {
                    notes.append(view.say(.byPerson))
                }
                if look.drawn.contains(paper.id) { notes.append(view.say(.inAudit)) }
                return Table.Row(
                    [view.link(.paper(paper.id), paper.id.text)]
                        + contests.map { HTML(text: words(paper.verdict(in: $0), $0, view)) }
                        + [HTML(text: notes.joined(separator: ", "))])
            })
    }

    /// A verdict in words, with the option's name.
    func words(_ verdict: Verdict, _ contest: Contest, _ view: View) -> String {
        switch verdict {
        case .votes(let options):
            options.map { id in
                contest.options.first { $0.id == id }.map { view.say($0.name) } ?? id.text
            }.joined(separator: ", ")
        case .blank: view.say(.blank)
        case .overvote: view.say(.overvote)
        case .undecided: view.say(.undecided)
        }
    }

    /// One paper: its image where it may be shown, every target's ink, and who said what.
    func paper(_ paper: CastVoteRecord, _ view: View) -> Page {
        let batch = paper.batch.flatMap(look.batch)
        let station = batch?.stations.first.flatMap(dossier.definition.station)
        var above = station.map { self.above($0, view) } ?? []
        above += (batch?.stations ?? []).map { ($0.text, .station($0)) }
        if let batch { above += sheetStep(batch, view) }
        if let batch { above.append((view.say(.papers), .batch(batch.id))) }
        let chain = Chain(above, here: view.say(.paperNumber, paper.id.text))
        return Page(title: view.say(.paperNumber, paper.id.text), chain: chain) {
            tag("h1") { view.say(.paperNumber, paper.id.text) }
            tag("p", .css("question-line")) {
                dossier.definition.contests.map { words(paper.verdict(in: $0), $0, view) }
                    .joined(separator: " · ")
            }
            tag("div", .css("pair")) {
                tag("div") {
                    for contest in dossier.definition.contests { reading(paper, contest, view) }
                }
                tag("div") { images(of: paper, view) }
            }
            tag("p", .css("note")) { view.say(dossier.definition.markPolicy.text) }
            if look.drawn.contains(paper.id) { audited(paper, view) }
            tag("h2") { view.say(.takeHome) }
            tag("p") {
                view.say(.paperInFile) + " "
                view.file(recordsPath)
            }
        }
    }

    private var recordsPath: String {
        dossier.log.entries.first { $0.kind == .castVoteRecords }?.path
            ?? "4-read/cast-vote-records.json"
    }

    private func reading(_ paper: CastVoteRecord, _ contest: Contest, _ view: View) -> HTML {
        let snapshots = paper.snapshots.compactMap { snapshot in
            snapshot.contests.first { $0.contest == contest.id }.map { (snapshot.kind, $0) }
        }
        guard let first = snapshots.first else { return HTML() }
        let person = snapshots.last { $0.0 == .modified }?.1
        let machine = snapshots.last { $0.0 != .modified }?.1 ?? first.1
        let names = Dictionary(
            contest.options.enumerated().map { ($1.id, ($0 + 1, view.say($1.name))) },
            uniquingKeysWith: { first, _ in first })
        let rows = machine.positions.enumerated().map { place, position in
            let name = names[position.option]
            let decided = person.flatMap {
                $0.positions.indices.contains(place) ? $0.positions[place].indication : nil
            }
            return Table.Row(
                [
                    Key(name?.0 ?? 1).named(name?.1 ?? position.option.text),
                    HTML(text: view.speech.share(position.ink, of: 10_000)),
                    indication(position.indication, view),
                ] + (decided.map { [indication($0, view)] } ?? []),
                weight: position.indication == .unknown ? .marked : .plain)
        }
        return tag("h2") { view.say(contest.title) }
            + Table(
                caption: view.say(.everyTarget),
                columns: [
                    .text(view.say(.optionOnPaper)), .number(view.say(.ink)),
                    .text(view.say(.machineSays)),
                ] + (person == nil ? [] : [.text(view.say(.personSays))]), rows: rows
            ).html()
            + tag("p") {
                view.say(.countsAs) + " "
                tag("strong") { words(paper.verdict(in: contest), contest, view) }
            }
    }

    private func indication(_ found: PositionReading.Indication, _ view: View) -> HTML {
        switch found {
        case .yes: Standing.good.badge(view.say(.marked))
        case .no: Standing.quiet.badge(view.say(.notMarked))
        case .unknown: Standing.doubt.badge(view.say(.personMustLook))
        }
    }

    private func images(of paper: CastVoteRecord, _ view: View) -> HTML {
        var result = HTML()
        for image in paper.images {
            if let file = image.file, dossier.files.contains("4-read/images/\(file)") {
                result += tag("figure", .css("paper")) {
                    tag("a", .href(view.address(record: "4-read/images/\(file)"))) {
                        void(
                            "img", .src(view.address(record: "4-read/images/\(file)")),
                            Attribute("alt", view.say(.imageOf, paper.id.text)),
                            Attribute("loading", "lazy"))
                    }
                    tag("figcaption", .css("small")) { view.say(.imageShownBecause) }
                }
            } else {
                result += tag("div", .css("box")) {
                    tag("p") { tag("strong") { view.say(.imageNotPublished) } }
                    tag("p") { view.say(.imageNotPublishedWhy) }
                }
            }
            result += tag("p", .css("small soft")) {
                view.say(.imageDigest) + " "
                tag("span", .css("digest")) { image.sha256 }
            }
        }
        if paper.images.isEmpty {
            result += tag("p", .css("soft")) { view.say(.noImage) }
        }
        return result
    }

    private func audited(_ paper: CastVoteRecord, _ view: View) -> HTML {
        let reading = dossier.readings.first { $0.paper == paper.id }
        let rows = dossier.definition.contests.map { contest in
            let machine = paper.verdict(in: contest)
            let person = reading?.verdict(contest) ?? .undecided
            return Table.Row(
                [
                    HTML(text: view.say(contest.title)),
                    HTML(text: words(machine, contest, view)),
                    HTML(text: words(person, contest, view)),
                    (machine == person ? Standing.good : .bad).badge(
                        view.say(machine == person ? .agree : .differ)),
                ], weight: machine == person ? .plain : .marked)
        }
        return tag("h2") { view.say(.inAuditTitle) }
            + Table(
                caption: view.say(.auditReadingCaption),
                columns: [
                    .text(view.say(.contest)), .text(view.say(.recordSays)),
                    .text(view.say(.personRead)), .text(view.say(.compared)),
                ], rows: rows
            ).html()
            + tag("p") { view.link(.audit, view.say(.theAudit)) }
    }
}
