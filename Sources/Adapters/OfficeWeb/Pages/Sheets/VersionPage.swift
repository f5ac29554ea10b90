import Cryptography
import Elections
import Filing
import Offices
import Primitives
import ResultsOffice
import Tabulation
import Web

/// One version of a sheet: its figures large, the scan beside them, and what may be done with it.
struct VersionPage: OfficePage {
    let id: Digest

    var deeds: [Deed] { [.seeWork] }

    func isOpen(to visit: Visit) -> Bool {
        guard let ref = visit.state.ref(id) else { return false }
        return visit.may(.seeWork, at: ref.key.station)
    }

    func page(_ visit: Visit, _ filled: Filled) throws -> Page {
        guard let ref = visit.state.ref(id), let version = visit.state.file(ref.key).version(id),
            let fitted = visit.state.forms[ref.key.contest],
            let station = visit.state.stations[ref.key.station]
        else { throw CallProblem.noSuchResource(visit.view.route.path) }
        let file = visit.state.file(ref.key)
        let fields = Fields(visit, filled)
        let draft = SheetDraft(ref.key, fitted, version.statement)
        let title = visit.say(version.statement.replaces == nil ? .sheetWord : .correctionWord)
        return Page(title: "\(title): \(visit.name(station))", chain: nil) {
            SheetHead(visit, ref.key).html(title)
            tag("p", .css("state-line")) { VersionState(visit).badge(version, in: file) }
            fields.above()
            VersionActions(visit: visit, fields: fields, ref: ref, version: version, file: file)
                .urgent()
            tag("div", version.statement.image == nil ? .css("beside no-scan") : .css("beside")) {
                if let image = version.statement.image { ScanFrame(visit, image).html() }
                tag("div") {
                    if let why = version.statement.why {
                        tag("p") {
                            tag("strong") { visit.say(.whyCorrected) }
                            " " + why
                        }
                    }
                    FigureList(
                        visit: visit, fitted: fitted, figures: version.figures,
                        old: version.statement.replaces.flatMap(file.version)?.figures
                    ).html()
                    EquationList(visit: visit, readings: draft.equations, reasons: draft.reasons)
                        .html()
                    if file.current?.id == version.id {
                        RelationList(ref.key.station, ref.key.series, in: visit.state)
                            .html(visit.view)
                    }
                    story(version, station, visit)
                }
            }
            VersionActions(visit: visit, fields: fields, ref: ref, version: version, file: file)
                .quiet()
        }
    }

    private func story(
        _ version: SheetVersion, _ station: PollingStation, _ visit: Visit
    ) -> HTML {
        tag("h2") { visit.say(.howItCame) }
            + tag("dl", .css("terms")) {
                term(.cameWhen, visit.moment(version.came, at: station), visit)
                if let filed = version.filed {
                    term(.filedWhen, visit.moment(filed, at: station), visit)
                }
                term(.cameHow, visit.say(Self.channel(version.channel)), visit)
                term(
                    .personsWord, version.persons.map(visit.person).joined(separator: ", "), visit)
                if !version.signers.isEmpty {
                    term(.signersWord, version.signers.joined(separator: ", "), visit)
                }
                if let replaced = version.statement.replaces {
                    tag("dt") { visit.say(.takesPlaceOf) }
                    tag("dd") {
                        visit.state.ref(replaced) == nil
                            ? HTML(text: visit.say(.notComeYet))
                            : visit.link(.version(replaced), visit.say(.olderVersion))
                    }
                }
                tag("dt") { visit.say(.digestOfSheet) }
                tag("dd") { tag("span", .css("digest")) { version.id.hex } }
            }
    }

    private func term(_ name: Phrase, _ value: String, _ visit: Visit) -> HTML {
        tag("dt") { visit.say(name) } + tag("dd") { value }
    }

    static func channel(_ channel: Channel) -> Phrase {
        switch channel {
        case .online: .channelOnline
        case .paper: .channelPaper
        case .signed: .channelSigned
        }
    }

    // MARK: Doing

    func act(_ visit: Visit, _ form: PostedForm) throws -> Answered {
        guard let ref = visit.state.ref(id) else {
            throw CallProblem.noSuchResource(visit.view.route.path)
        }
        guard let deed = VersionDeed(rawValue: form.deed) else { return .again(Filled(form: form)) }
        let why = form.text("why")
        var filled = Filled(form: form)
        if deed.needsReason, why.isEmpty {
            filled.blame("why", visit.say(.whyIsMissing))
            return .again(filled)
        }
        let account = visit.account
        do {
            return try visit.perform(form) { plan in
                Landing(.version(ref.id), plan.act == nil ? .already : deed.done)
            } decide: { state, _ in
                try deed.decide(state, ref, why, account)
            }
        } catch {
            filled.problem = error
            return .again(filled)
        }
    }
}

/// What may be done with one version.
enum VersionDeed: String {
    case confirm
    case giveBack = "give-back"
    case withdraw
    case question, settle
    case annul
    case confirmAnnulment = "confirm-annulment"
    case withdrawAnnulment = "withdraw-annulment"
    case seen

    var needsReason: Bool { [.giveBack, .question, .settle, .annul].contains(self) }

    var done: Done {
        switch self {
        case .confirm: .filed
        case .giveBack: .returned
        case .withdraw: .withdrawn
        case .question: .questionRaised
        case .settle: .questionSettled
        case .annul: .annulmentProposed
        case .confirmAnnulment: .annulled
        case .withdrawAnnulment: .annulmentWithdrawn
        case .seen: .alarmSeen
        }
    }

    func decide(
        _ state: OfficeState, _ ref: SheetRef, _ why: String, _ account: Account
    ) throws -> Decision {
        switch self {
        case .confirm: try state.confirm(ref, by: account)
        case .giveBack: try state.giveBack(ref, why: why, by: account)
        case .withdraw: try state.withdraw(ref, by: account)
        case .question: try state.raiseQuestion(ref, why: why, by: account)
        case .settle: try state.settleQuestion(ref, why: why, by: account)
        case .annul: try state.proposeAnnulment(ref, why: why, by: account)
        case .confirmAnnulment: try state.confirmAnnulment(ref, by: account)
        case .withdrawAnnulment: try state.withdrawAnnulment(ref, by: account)
        case .seen: try state.seeAlarm(ref, by: account)
        }
    }
}

/// Figures as they are read out: large, numbered, with the old one beside a changed one.
struct FigureList {
    let visit: Visit
    let fitted: FittedForm
    let figures: [Int]
    var old: [Int]?

    func html() -> HTML {
        let names = LineNames(fitted, visit)
        let split = fitted.lines.count
        return tag("h2") { visit.say(.linesOfSheet) } + list(0..<split, names)
            + tag("h2") { visit.say(.votesOnSheet) } + list(split..<fitted.figureCount, names)
    }

    private func list(_ places: Range<Int>, _ names: LineNames) -> HTML {
        tag("ol", .css("lines told")) {
            for place in places {
                let before = old.map { $0[place] }
                let changed = before != nil && before != figures[place]
                tag("li", changed ? .css("changed") : nil) {
                    tag("span", .css("name")) {
                        if let line = names.line(place) {
                            tag("span", .css("no")) { line.number }
                        } else {
                            Key(place - fitted.lines.count + 1).html
                        }
                        tag("span") { names.label(place) }
                    }
                    tag("span", .css("entry")) {
                        if let before, changed {
                            tag("span", .css("was")) {
                                visit.say(.was, visit.view.number(before))
                            }
                        }
                        tag("b") { visit.view.number(figures[place]) }
                    }
                }
            }
        }
    }
}
