import Cryptography
import Elections
import Offices
import Primitives
import Tabulation

// What an act does to a station's sheets, and with them to the sums.

extension OfficeState {
    mutating func foldSheet(_ entry: ActEntry) {
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
    mutating func raiseAlarms(_ station: PollingStation.ID, _ series: Series) {
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
