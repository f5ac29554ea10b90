import Cryptography
import Elections
import Offices
import Primitives
import Tabulation

/// What follows from what somebody asked.
package enum Decision: Sendable {
    /// Do this.
    case act(Act)
    /// It is done already; the sheet is this one.
    case already(SheetRef)
    /// Not accepted, but kept: bad news about a count is never lost.
    case refused(Act, FilingProblem)
}

extension OfficeState {
    /// A member of the commission states the station's figures, first ones or a correction.
    package func propose(
        _ statement: SheetStatement, by account: Account
    ) throws(FilingProblem) -> Decision {
        let station = try station(statement.station)
        let correction = statement.replaces != nil
        guard
            account.may(.fileSheet, at: station)
                || (correction && account.may(.correctSheet, at: station))
        else { throw .notAllowed }
        let checked = try check(statement)
        let file = file(statement.key)
        if let same = try standing(statement, in: file, checked) { return same }
        if let proposal = file.proposal {
            if proposal.id == statement.id { return .already(SheetRef(statement.key, proposal.id)) }
            throw .inProgress
        }
        if !file.entries.isEmpty { throw .inProgress }
        try checkReplaces(statement, in: file)
        return try judged(statement, checked, note: nil) ?? .act(.sheetProposed(statement))
    }

    /// A second person confirms a stated sheet.
    package func confirm(_ ref: SheetRef, by account: Account) throws(FilingProblem) -> Decision {
        let station = try station(ref.key.station)
        let file = file(ref.key)
        guard let version = file.version(ref.id) else { throw .unknownSheet }
        let deed: Deed = version.statement.replaces == nil ? .confirmSheet : .confirmCorrection
        guard account.may(deed, at: station) else { throw .notAllowed }
        if version.state == .filed { return .already(ref) }
        guard version.state == .proposed else { throw .notWaiting }
        guard !version.persons.contains(account.id) else { throw .secondPerson }
        return .act(.sheetConfirmed(ref))
    }

    /// Whoever stated a sheet takes it back before anybody confirmed it.
    package func withdraw(_ ref: SheetRef, by account: Account) throws(FilingProblem) -> Decision {
        _ = try station(ref.key.station)
        guard let version = file(ref.key).version(ref.id) else { throw .unknownSheet }
        guard account.active, version.persons.first == account.id else { throw .notAllowed }
        guard version.state == .proposed else { throw .notWaiting }
        return .act(.sheetWithdrawn(ref))
    }

    /// The second person, or an officer, returns a stated sheet.
    package func giveBack(
        _ ref: SheetRef, why: String, by account: Account
    ) throws(FilingProblem) -> Decision {
        let station = try station(ref.key.station)
        guard let version = file(ref.key).version(ref.id) else { throw .unknownSheet }
        let deed: Deed = version.statement.replaces == nil ? .confirmSheet : .confirmCorrection
        guard account.may(deed, at: station) || account.may(.refuseSheet, at: station)
        else { throw .notAllowed }
        guard version.state == .proposed else { throw .notWaiting }
        return .act(.sheetReturned(ref, why: try reason(why)))
    }

    /// A clerk copies a paper sheet without seeing what another copied.
    package func enter(
        _ statement: SheetStatement, by account: Account
    ) throws(FilingProblem) -> Decision {
        let station = try station(statement.station)
        let file = file(statement.key)
        let settles = file.entries.count > 1
        guard
            account.may(.enterSheet, at: station)
                || (settles && account.may(.settleEntries, at: station))
        else { throw .notAllowed }
        guard statement.replaces == nil else { throw .replacesOther }
        let checked = try check(statement)
        if let same = try standing(statement, in: file, checked) { return same }
        guard file.proposal == nil else { throw .inProgress }
        if let own = file.entries.firstIndex(where: { $0.clerk == account.id }) {
            if file.entries[own].statement == statement { throw .secondPerson }
            // Two who differ are decided by a third, and not by one of them copying the other. The
            // third, like a single first, may copy again.
            if settles, own < 2 { throw .secondPerson }
        }
        // What is on the paper is copied as it stands; whether it adds up is asked when two agree.
        guard
            let twin = file.entries.first(where: {
                $0.clerk != account.id && $0.statement.figures == statement.figures
            })
        else { return .act(.sheetEntered(statement)) }
        let agreed = statement.completed(by: twin.statement)
        if let refused = try judged(agreed, checked, note: nil) { return refused }
        return .act(.sheetEntered(agreed))
    }

    /// A sheet under its commission's signatures, from the network or a stick, in any order.
    package func takeSigned(
        _ text: String, by account: Account
    ) throws(FilingProblem) -> Decision {
        guard text.utf8.count <= Self.longestNote else { throw .notASheet("it is too long") }
        let note: SignedNote
        do throws(NoteFlaw) { note = try SignedNote(reading: text) } catch {
            guard case .malformed(let why) = error else { throw .notASheet("\(error)") }
            throw .notASheet(why)
        }
        guard let statement = SheetStatement(text: note.text) else {
            throw .notASheet("its lines are not those of a sheet")
        }
        let station = try station(statement.station)
        guard account.may(.takeSignedSheets, at: station) else { throw .notAllowed }
        let signers: [NoteKey]
        do throws(NoteFlaw) {
            signers = try note.signers(among: stationKeys[station.id] ?? [])
        } catch {
            guard case .badSignature(let name) = error else { throw .notASheet("\(error)") }
            throw .badSignature(name)
        }
        let needed = max(2, setting?.signaturesNeeded ?? 2)
        // Two names for one key are one member.
        guard Set(signers.map(\.key)).count >= needed else {
            throw .fewSignatures(Set(signers.map(\.key)).count, needed)
        }
        return try signed(statement, text, names: signers.map(\.name))
    }

    /// Bytes of a sheet with its signatures that are read at all.
    package static let longestNote = SheetStatement.longest + (64 << 10)

    /// What is under two valid signatures is either filed, known, or kept as refused.
    private func signed(
        _ statement: SheetStatement, _ text: String, names: [String]
    ) throws(FilingProblem) -> Decision {
        if statement.replaces != nil { _ = try reason(statement.why ?? "") }
        let checked = try check(statement)
        let file = file(statement.key)
        if let known = file.version(statement.id) {
            switch known.state {
            case .filed where known.note == nil: break
            case .filed, .annulled: return .already(SheetRef(statement.key, known.id))
            case .refused(let code) where known.note != nil:
                // The same file again: the same answer, and nothing more in the log.
                _ = try judged(statement, checked, note: text)
                throw code == FilingProblem.replacesOther.code
                    ? .replacesOther
                    : code == FilingProblem.annulledBefore.code ? .annulledBefore : .alreadyFiled
            case .refused, .proposed, .withdrawn: break
            }
        }
        if let refused = try judged(statement, checked, note: text) { return refused }
        switch file.arrival(statement, checked.figures) {
        case .fits: break
        case .twin(let place):
            let version = file.versions[place]
            let isKnown = version.note != nil && version.isNamed(statement.id)
            if isKnown { return .already(SheetRef(statement.key, version.id)) }
        case .conflict(let problem):
            return .refused(
                .sheetRefused(statement, why: problem.code, note: text), problem)
        }
        return .act(.sheetSigned(note: text, signers: names))
    }
}

extension SheetStatement {
    /// The same figures, with the picture and the reasons of another clerk where this one has none.
    fileprivate func completed(by other: SheetStatement) -> SheetStatement {
        let known = Set(reasons.map(\.equation))
        return SheetStatement(
            election: election, station: station, contest: contest, series: series,
            figures: figures,
            reasons: reasons + other.reasons.filter { !known.contains($0.equation) },
            image: image ?? other.image, replaces: replaces, why: why ?? other.why)
    }
}
