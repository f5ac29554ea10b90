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
        guard version.state == .proposed else { throw .notWaiting }
        guard version.persons.first == account.id else { throw .notAllowed }
        return .act(.sheetWithdrawn(ref))
    }

    /// The second person, or an officer, returns a stated sheet.
    package func giveBack(
        _ ref: SheetRef, why: String, by account: Account
    ) throws(FilingProblem) -> Decision {
        let station = try station(ref.key.station)
        guard let version = file(ref.key).version(ref.id) else { throw .unknownSheet }
        guard account.may(.confirmSheet, at: station) || account.may(.refuseSheet, at: station)
        else { throw .notAllowed }
        guard version.state == .proposed else { throw .notWaiting }
        try checkReason(why)
        return .act(.sheetReturned(ref, why: why))
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
        if let own = file.entries.first(where: { $0.clerk == account.id }) {
            if own.statement == statement { throw .secondPerson }
            // Two who differ are decided by a third; before that a clerk may copy again.
            if settles { throw .secondPerson }
        }
        // What is on the paper is copied as it stands; whether it adds up is asked when two agree.
        let agreed = file.entries.contains {
            $0.clerk != account.id && $0.statement.figures == statement.figures
        }
        if agreed, let refused = try judged(statement, checked, note: nil) { return refused }
        return .act(.sheetEntered(statement))
    }

    /// A sheet under its commission's signatures, from the network or a stick, in any order.
    package func takeSigned(
        _ text: String, by account: Account
    ) throws(FilingProblem) -> Decision {
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

    private func signed(
        _ statement: SheetStatement, _ text: String, names: [String]
    ) throws(FilingProblem) -> Decision {
        let checked = try check(statement)
        let file = file(statement.key)
        if let known = file.version(statement.id) {
            switch known.state {
            case .filed, .annulled: return .already(SheetRef(statement.key, known.id))
            case .refused where known.note != nil:
                // The same file again: the same answer, and nothing more in the log.
                if case .refused(_, let problem)? = try judged(statement, checked, note: text) {
                    throw problem
                }
                throw .alreadyFiled
            default: break
            }
        }
        if let refused = try judged(statement, checked, note: text) { return refused }
        let olderOne =
            file.hasGap || file.filed.contains { $0.statement.replaces == statement.id }
        if let current = file.current, !olderOne {
            if statement.replaces == nil {
                if current.figures == checked.figures {
                    return .already(SheetRef(statement.key, current.id))
                }
                return .refused(
                    .sheetRefused(
                        statement, why: FilingProblem.alreadyFiled.code, note: text), .alreadyFiled)
            }
            let known = statement.replaces.flatMap(file.version)
            if known != nil, statement.replaces != current.id { throw .replacesOther }
        }
        if statement.replaces != nil { try checkReason(statement.why ?? "") }
        return .act(.sheetSigned(note: text, signers: names))
    }
}
