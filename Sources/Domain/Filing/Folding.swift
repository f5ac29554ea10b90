import Cryptography
import Elections
import Offices
import Primitives
import Tabulation

extension OfficeState {
    /// Folds one act in. Acts were decided before they were kept, so this refuses nothing; an act
    /// that speaks of something unknown changes nothing but ``through``.
    package mutating func fold(_ entry: ActEntry) {
        through = entry.sequence
        if entry.act.isPublic { publicThrough = entry.sequence }
        asOf = max(asOf ?? entry.moment, entry.moment)
        switch entry.act {
        case .electionSet(let setting): set(setting)
        case .accountSet(let account): accounts[account.id] = account
        case .signedIn, .signInRefused, .signedOut: break
        case .mapSet(let file): map = file
        case .stationKeysSet(let station, let texts):
            stationKeys[station] = texts.compactMap { NoteKey(text: $0) }
        case .readinessRecorded, .readinessConfirmed, .readinessRemarked: foldReadiness(entry)
        case .turnoutReported(let report):
            turnout[report.station, default: [:]][report.hour] = report
        case .publicationProposed, .publicationWithdrawn, .publicationConfirmed:
            foldPublication(entry)
        default: foldSheet(entry)
        }
    }

    private mutating func set(_ new: ElectionSetting) {
        setting = new
        stations = Dictionary(
            new.definition.stations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for contest in new.definition.contests {
            guard let form = new.forms[contest.id] else { continue }
            let fitted = FittedForm(form, contest: contest)
            forms[contest.id] = fitted
            for series in Series.allCases {
                sums[CountKey(contest.id, series)] = ContestSums(
                    fitted: fitted, districts: new.definition.districts.map(\.id))
            }
        }
    }

    private mutating func foldReadiness(_ entry: ActEntry) {
        func told<Value>(_ value: Value) -> ReadinessItem.Told<Value> {
            ReadinessItem.Told(value: value, by: entry.actor, at: entry.moment)
        }
        switch entry.act {
        case .readinessRecorded(let record):
            readiness[record.key, default: ReadinessItem()].record = told(record)
            readiness[record.key]?.confirmed = nil
        case .readinessConfirmed(let key): readiness[key]?.confirmed = told(key)
        case .readinessRemarked(let remark):
            readiness[remark.key, default: ReadinessItem()].remarks.append(told(remark))
        default: break
        }
    }

    private mutating func foldPublication(_ entry: ActEntry) {
        switch entry.act {
        case .publicationProposed(let publication):
            publications[publication.contest, default: PublicationState()].proposed = (
                publication, entry.actor
            )
        case .publicationWithdrawn(let contest): publications[contest]?.proposed = nil
        case .publicationConfirmed(let publication):
            let by = publications[publication.contest]?.proposed?.by ?? entry.actor
            publications[publication.contest, default: PublicationState()].done.append(
                PublicationState.Done(
                    publication: publication, proposedBy: by, confirmedBy: entry.actor,
                    at: entry.moment, act: entry.sequence))
            publications[publication.contest]?.proposed = nil
        default: break
        }
    }

    // MARK: Sheets

    private mutating func foldSheet(_ entry: ActEntry) {
        switch entry.act {
        case .sheetProposed(let statement):
            bring(statement, .online, .proposed, entry)
        case .sheetRefused(let statement, let why, let note):
            bring(statement, note == nil ? .online : .signed, .refused(why: why), entry, note: note)
        case .sheetSigned(let note, let signers):
            guard let signed = try? SignedNote(reading: note),
                let statement = SheetStatement(text: signed.text)
            else { return }
            bring(statement, .signed, .filed, entry, signers: signers, note: note)
        case .sheetEntered(let statement): foldEntry(statement, entry)
        case .sheetConfirmed(let ref):
            change(ref) { version in
                version.state = .filed
                version.filed = entry.moment
                version.persons.append(entry.actor)
            }
            alarm(ref)
        case .sheetWithdrawn(let ref): change(ref) { $0.state = .withdrawn }
        case .sheetReturned(let ref, let why):
            change(ref) { version in
                version.state = .refused(why: why)
                version.persons.append(entry.actor)
            }
        default: foldOversight(entry)
        }
    }

    private mutating func foldOversight(_ entry: ActEntry) {
        func doubt(_ why: String) -> SheetVersion.Question {
            SheetVersion.Question(why: why, raisedBy: entry.actor, raised: entry.moment)
        }
        switch entry.act {
        case .questionRaised(let ref, let why): change(ref) { $0.question = doubt(why) }
        case .questionSettled(let ref, _): change(ref) { $0.question = nil }
        case .annulmentProposed(let ref, let why): change(ref) { $0.annulment = doubt(why) }
        case .annulmentWithdrawn(let ref): change(ref) { $0.annulment = nil }
        case .annulmentConfirmed(let ref):
            change(ref) { version in
                version.state = .annulled(why: version.annulment?.why ?? "")
                version.persons.append(entry.actor)
                version.annulment = nil
                version.question = nil
            }
            alarms.removeAll { $0 == ref }
        case .alarmSeen(let ref): alarms.removeAll { $0 == ref }
        default: break
        }
    }

    private mutating func bring(
        _ statement: SheetStatement, _ channel: Channel, _ state: SheetVersion.State,
        _ entry: ActEntry, persons: [Account.ID]? = nil, signers: [String] = [],
        note: String? = nil
    ) {
        guard let fitted = forms[statement.contest] else { return }
        // A refused sheet may have the wrong lines; what is missing counts as nothing there.
        let values = Dictionary(
            statement.figures.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        let figures = fitted.columns.map { values[$0] ?? 0 }
        let version = SheetVersion(
            statement: statement, id: statement.id, channel: channel, state: state,
            persons: persons ?? [entry.actor], signers: signers, note: note, came: entry.moment,
            filed: state == .filed ? entry.moment : nil, act: entry.sequence, figures: figures,
            imbalances: fitted.imbalances(figures))
        keys[version.id] = statement.key
        update(statement.key) { $0.versions.append(version) }
        if state == .filed { alarm(SheetRef(statement.key, version.id)) }
    }

    /// The second entry that says what an earlier one says files the sheet, in both clerks' names.
    private mutating func foldEntry(_ statement: SheetStatement, _ entry: ActEntry) {
        let file = file(statement.key)
        let twin = file.entries.first {
            $0.statement.figures == statement.figures && $0.clerk != entry.actor
        }
        guard let twin else {
            update(statement.key) { file in
                file.entries.removeAll { $0.clerk == entry.actor }
                file.entries.append(
                    PaperEntry(
                        statement: statement, clerk: entry.actor, made: entry.moment,
                        act: entry.sequence))
            }
            return
        }
        let agreed = statement.image == nil ? twin.statement : statement
        bring(agreed, .paper, .filed, entry, persons: [twin.clerk, entry.actor])
        update(statement.key) { $0.entries = [] }
    }

    private mutating func change(_ ref: SheetRef, _ body: (inout SheetVersion) -> Void) {
        update(ref.key) { $0.change(ref.id, body) }
    }

    /// Changes a file and moves the sums from the sheet that counted to the one that counts.
    private mutating func update(_ key: SheetKey, _ body: (inout SheetFile) -> Void) {
        var file = sheets[key] ?? SheetFile()
        let before = file.current
        body(&file)
        let after = file.current
        sheets[key] = file
        if let image = after?.statement.image { publicFiles.insert(image) }
        guard before?.act != after?.act, let district = stations[key.station]?.district else {
            return
        }
        let count = CountKey(key.contest, key.series)
        if let before { sums[count]?.remove(before.figures, of: district) }
        if let after { sums[count]?.add(after.figures, of: district) }
    }

    private mutating func alarm(_ ref: SheetRef) {
        guard let version = file(ref.key).version(ref.id), version.state == .filed,
            version.imbalances.contains(where: { $0.severity != .hard && $0.severity != .soft })
        else { return }
        alarms.append(ref)
    }
}
