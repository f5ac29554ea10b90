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
        case .accountInvited, .signedIn, .signInRefused, .signedOut: break
        case .mapSet(let file): map = file
        case .stationKeysSet(let station, let texts):
            stationKeys[station] = texts.compactMap { NoteKey(text: $0) }
        case .readinessRecorded, .readinessConfirmed, .readinessRemarked: foldReadiness(entry)
        case .turnoutReported(let report):
            turnout[report.station, default: [:]][report.hour] = report
        case .deskCounted(let counts):
            desk[counts.station] = counts
            for series in Series.allCases { raiseAlarms(counts.station, series) }
        case .publicationProposed, .publicationWithdrawn, .publicationConfirmed:
            foldPublication(entry)
        case .readingTaken, .readingWithdrawn, .paperTaken, .paperPutBack, .opinionGiven,
            .opinionTakenBack, .paperDecisionProposed, .paperDecisionWithdrawn,
            .paperDecisionConfirmed:
            foldReview(entry)
        default: foldSheet(entry)
        }
    }

    private mutating func set(_ new: ElectionSetting) {
        setting = new
        // What an earlier definition had and this one has not is gone.
        forms = [:]
        sums = [:]
        stations = Dictionary(
            new.definition.stations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        stationKeys = stationKeys.filter { stations[$0.key] != nil }
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
            foldRefusal(statement, why, note, entry)
        case .sheetSigned(let note, let signers): foldSigned(note, signers, entry)
        case .sheetEntered(let statement): foldEntry(statement, entry)
        case .sheetConfirmed(let ref):
            change(ref) { version in
                version.state = .filed
                version.filed = entry.moment
                version.persons.append(entry.actor)
            }
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
        let figures = figures(statement, fitted)
        let version = SheetVersion(
            statement: statement, id: statement.id, channel: channel, state: state,
            persons: persons ?? [entry.actor], signers: signers, note: note, came: entry.moment,
            filed: state == .filed ? entry.moment : nil, act: entry.sequence, figures: figures,
            imbalances: fitted.imbalances(figures))
        keys[version.id] = statement.key
        update(statement.key) { $0.versions.append(version) }
    }

    /// A refused sheet may have the wrong lines; what is missing counts as nothing there.
    private func figures(_ statement: SheetStatement, _ fitted: FittedForm) -> [Int] {
        let values = Dictionary(
            statement.figures.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        return fitted.columns.map { values[$0] ?? 0 }
    }

    private mutating func foldRefusal(
        _ statement: SheetStatement, _ why: String, _ note: String?, _ entry: ActEntry
    ) {
        if note == nil, let twin = twin(of: statement, by: entry.actor) {
            // Two clerks agree on what the paper says: it is the paper that is refused.
            bring(
                statement, .paper, .refused(why: why), entry, persons: [twin.clerk, entry.actor])
            update(statement.key) { $0.entries = [] }
            return
        }
        bring(statement, note == nil ? .online : .signed, .refused(why: why), entry, note: note)
        // A commission that signed two sheets with different figures: somebody must ask.
        if note != nil, why != FilingProblem.doesNotAddUpCode {
            doubtCurrent(statement.key, why, entry)
        }
    }

    private mutating func foldSigned(_ note: String, _ signers: [String], _ entry: ActEntry) {
        guard let signed = try? SignedNote(reading: note),
            let statement = SheetStatement(text: signed.text),
            let fitted = forms[statement.contest]
        else { return }
        let key = statement.key
        let before = file(key)
        if case .twin(let place) = before.arrival(statement, figures(statement, fitted)) {
            keys[statement.id] = key
            update(key) { file in
                let version = file.versions[place]
                if !version.isNamed(statement.id) {
                    file.versions[place].twins.append(statement.id)
                }
                if version.note == nil {
                    file.versions[place].note = note
                    file.versions[place].signers = signers
                }
            }
            return
        }
        if let place = before.place(named: statement.id), before.versions[place].state == .proposed
        {
            update(key) { file in
                file.versions[place].state = .filed
                file.versions[place].channel = .signed
                file.versions[place].filed = entry.moment
                file.versions[place].persons.append(entry.actor)
                file.versions[place].signers = signers
                file.versions[place].note = note
            }
        } else {
            bring(statement, .signed, .filed, entry, signers: signers, note: note)
        }
        if statement.replaces == nil, file(key).hasTwoBeginnings {
            doubtCurrent(key, FilingProblem.alreadyFiled.code, entry)
        } else if let version = file(key).current, version.id == statement.id,
            version.hasUnexplained
        {
            doubtCurrent(key, FilingProblem.reasonMissingCode, entry)
        }
    }

    /// Doubt that the office itself raises, with a problem's code as the reason.
    private mutating func doubtCurrent(_ key: SheetKey, _ why: String, _ entry: ActEntry) {
        guard let current = file(key).current, current.question == nil else { return }
        change(SheetRef(key, current.id)) {
            $0.question = SheetVersion.Question(
                why: why, raisedBy: entry.actor, raised: entry.moment)
        }
    }

    private func twin(of statement: SheetStatement, by clerk: Account.ID) -> PaperEntry? {
        file(statement.key).entries.first {
            $0.statement.figures == statement.figures && $0.clerk != clerk
        }
    }

    /// The second entry that says what an earlier one says files the sheet, in both clerks' names.
    private mutating func foldEntry(_ statement: SheetStatement, _ entry: ActEntry) {
        guard let twin = twin(of: statement, by: entry.actor) else {
            update(statement.key) { file in
                file.entries.removeAll { $0.clerk == entry.actor }
                file.entries.append(
                    PaperEntry(
                        statement: statement, clerk: entry.actor, made: entry.moment,
                        act: entry.sequence))
            }
            return
        }
        bring(statement, .paper, .filed, entry, persons: [twin.clerk, entry.actor])
    }

    private mutating func change(_ ref: SheetRef, _ body: (inout SheetVersion) -> Void) {
        update(ref.key) { $0.change(ref.id, body) }
    }

    /// Changes a file and moves the sums from the sheet that counted to the one that counts.
    private mutating func update(_ key: SheetKey, _ body: (inout SheetFile) -> Void) {
        var file = sheets[key] ?? SheetFile()
        let before = file.current
        unseen.subtract(file.entries.map(\.act))
        body(&file)
        let after = file.current
        if after != nil, before?.act != after?.act { file.close() }
        sheets[key] = file
        unseen.formUnion(file.entries.map(\.act))
        if let image = after?.statement.image { publicFiles.insert(image) }
        guard before?.act != after?.act, let district = stations[key.station]?.district else {
            return
        }
        let count = CountKey(key.contest, key.series)
        if let before {
            sums[count]?.remove(before.figures, of: district)
            alarms.removeAll { $0 == SheetRef(key, before.id) }
        }
        if let after {
            sums[count]?.add(after.figures, of: district)
            if after.raisesAlarm { alarms.append(SheetRef(key, after.id)) }
            raiseAlarms(key.station, key.series)
        }
    }

    /// A sheet or the desk's counts came: relations that could not be asked before now can.
    private mutating func raiseAlarms(_ station: PollingStation.ID, _ series: Series) {
        for ref in alarmed(station, series) where !alarms.contains(ref) { alarms.append(ref) }
    }
}

extension SheetFile {
    /// A sheet was filed: copies of clerks are no longer waited for, and what waits for a second
    /// person in another place of the chain can no longer be confirmed.
    fileprivate mutating func close() {
        entries = []
        guard let current else { return }
        for place in versions.indices where versions[place].state == .proposed {
            let fits = versions[place].statement.replaces.map(current.isNamed) ?? false
            if !fits { versions[place].state = .refused(why: FilingProblem.superseded.code) }
        }
    }
}

extension SheetVersion {
    /// Breaks an equation of which an officer wants to be told.
    fileprivate var raisesAlarm: Bool {
        imbalances.contains { $0.severity == .alarm }
    }

    /// Breaks an equation that needs a reason, and gives none.
    fileprivate var hasUnexplained: Bool {
        let explained = Set(statement.reasons.map(\.equation))
        return imbalances.contains { $0.severity == .soft && !explained.contains($0.equation) }
    }
}
