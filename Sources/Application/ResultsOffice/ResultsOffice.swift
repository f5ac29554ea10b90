import Cryptography
import Filing
import Foundation
import Offices
import Primitives
import Storage
import Synchronization

/// The live office: one store of acts, the state they give, and the one place where an act is done.
///
/// A deed is always the same four lines: load, decide (pure), keep, tell. Several offices may work on
/// one store: whoever is behind reads on and decides again.
package final class ResultsOffice: Sendable {
    package let store: any OfficeStore
    package let clock: OfficeClock

    /// The state, and the act it ends with. Folding copies nothing unless a reader still holds the
    /// state from before.
    private let current = Mutex(Folded())
    /// Held while a deed is decided and kept; readers do not wait for it.
    private let deciding = NSLock()
    private let listeners = Mutex<[@Sendable ([ActEntry], OfficeState) -> Void]>([])

    private struct Folded: Sendable {
        var state = OfficeState()
        var last: StoredAct?
    }

    /// Reads every act of the store.
    package init(store: any OfficeStore, clock: OfficeClock = OfficeClock()) throws {
        self.store = store
        self.clock = clock
        try catchUp()
    }

    /// The state now. Values of it stay as they are while the office goes on.
    package var state: OfficeState { current.withLock { $0.state } }

    /// The newest act as it is kept; nil while there is none.
    package var newest: StoredAct? { current.withLock { $0.last } }

    /// Told of every act after it was kept, in order, whoever did it. A listener is called while the
    /// next deed waits: it takes note and returns, and performs no deed itself.
    package func onActs(_ listener: @escaping @Sendable ([ActEntry], OfficeState) -> Void) {
        listeners.withLock { $0.append(listener) }
    }

    /// Reads acts that others added to the store since; call it now and then where others may.
    @discardableResult
    package func follow() throws -> Int {
        deciding.lock()
        defer { deciding.unlock() }
        return try catchUp()
    }

    /// What came of a deed.
    package enum Outcome: Sendable {
        /// Kept, under this number.
        case done(ActEntry)
        /// Nothing to do: the sheet is there already, or the value is the same.
        case already(SheetRef?)
        /// Kept as refused, with the reason.
        case refused(ActEntry, FilingProblem)
    }

    /// Does one deed, once.
    ///
    /// - Parameters:
    ///   - request: where the sender named its request: the key, the digest of what was asked, and
    ///     how the answer is written, so that it is kept together with the act.
    ///   - files: kept together with the act.
    ///   - vault: values set together with the act.
    ///   - decide: from the newest state; may be asked more than once.
    /// - Throws: what `decide` throws; a ``StorageProblem``. Nothing is kept then.
    package func perform(
        as actor: Account.ID, request: KeyedRequest? = nil, files: [StoredFile] = [],
        vault: [VaultEntry] = [],
        decide: (OfficeState, Instant) throws -> Decision?
    ) throws -> Outcome {
        deciding.lock()
        defer { deciding.unlock() }
        for _ in 0..<Self.mostTries {
            // Asked before deciding: what the first sending has changed may forbid the second.
            if let request, let reply = try store.reply(to: request.key) {
                throw AnsweredBefore(reply: reply)
            }
            let planned: (plan: Plan, last: StoredAct?, now: Instant)
            do { planned = try self.planned(decide) } catch {
                // Somebody else may just have done what this deed waits for.
                if try catchUp() > 0 { continue }
                throw error
            }
            if planned.plan.act == nil, try catchUp() > 0 { continue }
            if let outcome = try keep(planned, actor, request, files, vault) { return outcome }
        }
        throw StorageProblem.busy("others added acts \(Self.mostTries) times in a row")
    }

    /// Nil when others added acts meanwhile, which are folded in then.
    private func keep(
        _ planned: (plan: Plan, last: StoredAct?, now: Instant), _ actor: Account.ID,
        _ request: KeyedRequest?, _ files: [StoredFile], _ vault: [VaultEntry]
    ) throws -> Outcome? {
        let (plan, last, now) = planned
        let act = try plan.act.map { act in
            StoredAct(
                after: last, moment: now, actor: actor.text, kind: act.kind,
                body: try ActCoder.encode(act))
        }
        let change = Change(
            after: last?.sequence ?? 0, acts: act.map { [$0] } ?? [], files: files,
            reply: try request?.reply(plan, act, now), vault: vault)
        if change.isEmpty { return try plan.outcome(nil) }
        switch try store.commit(change) {
        case .done:
            guard let kept = act, let act = plan.act else { return try plan.outcome(nil) }
            let entry = ActEntry(sequence: kept.sequence, moment: now, actor: actor, act: act)
            fold([(kept, entry)])
            return try plan.outcome(entry)
        case .behind(let head):
            guard try catchUp() > 0 else {
                throw StorageProblem.damaged(
                    "it holds \(head) acts, and this office has read \(last?.sequence ?? 0)")
            }
            return nil
        case .answered(let reply): throw AnsweredBefore(reply: reply)
        }
    }

    private static let mostTries = 50

    /// In a function of its own, so that no copy of the state lives on into the folding.
    private func planned(
        _ decide: (OfficeState, Instant) throws -> Decision?
    ) throws -> (Plan, StoredAct?, Instant) {
        let (state, last) = current.withLock { ($0.state, $0.last) }
        // A clock that was set back does not make the log go backwards.
        let now = max(clock.now(), last?.moment ?? Instant(seconds: 0))
        return (Plan(try decide(state, now)), last, now)
    }

    @discardableResult
    private func catchUp() throws -> Int {
        var read = 0
        while true {
            let last = current.withLock { $0.last }
            let more = try store.acts(after: last?.sequence ?? 0, limit: 2000)
            guard !more.isEmpty else { return read }
            var previous = last
            var entries: [(StoredAct, ActEntry)] = []
            for stored in more {
                guard stored.follows(previous) else {
                    throw StorageProblem.damaged(
                        "act \(stored.sequence) does not follow from the one before it")
                }
                entries.append((stored, try ActCoder.entry(stored)))
                previous = stored
            }
            fold(entries)
            read += more.count
        }
    }

    private func fold(_ entries: [(stored: StoredAct, entry: ActEntry)]) {
        let state = current.withLock { folded in
            for (stored, entry) in entries {
                folded.state.fold(entry)
                folded.last = stored
            }
            return folded.state
        }
        for listener in listeners.withLock({ $0 }) { listener(entries.map(\.entry), state) }
    }
}

/// What is to be done once a decision is there.
package struct Plan: Sendable {
    package let act: Act?
    package let problem: FilingProblem?
    /// The sheet that the decision speaks of.
    package let ref: SheetRef?

    init(_ decision: Decision?) {
        switch decision {
        case nil: (act, problem, ref) = (nil, nil, nil)
        case .already(let ref)?: (act, problem, self.ref) = (nil, nil, ref)
        case .act(let act)?: (self.act, problem, ref) = (act, nil, act.ref)
        case .refused(let act, let problem)?:
            (self.act, self.problem, ref) = (act, problem, act.ref)
        }
    }

    func outcome(_ entry: ActEntry?) throws -> ResultsOffice.Outcome {
        guard let entry else { return .already(ref) }
        return problem.map { .refused(entry, $0) } ?? .done(entry)
    }
}

/// A request that its sender named, so that it may be sent again.
package struct KeyedRequest: Sendable {
    package let key: RequestKey
    package let digest: Digest
    /// Writes the answer: the plan, and the number that the act will have.
    package let answer: @Sendable (Plan, Int?) throws -> (status: Int, body: [UInt8])

    package init(
        key: RequestKey, digest: Digest,
        answer: @escaping @Sendable (Plan, Int?) throws -> (status: Int, body: [UInt8])
    ) {
        self.key = key
        self.digest = digest
        self.answer = answer
    }

    /// Answers are kept for a week; a station that was cut off for longer meets the sheet itself.
    static let kept = 7 * 24 * 60

    func reply(_ plan: Plan, _ act: StoredAct?, _ now: Instant) throws -> KeptReply {
        let (status, body) = try answer(plan, act?.sequence)
        return KeptReply(
            key: key, request: digest, status: status, body: body,
            expires: now.adding(minutes: Self.kept))
    }
}

/// The same request was answered while this one was on its way.
package struct AnsweredBefore: Error {
    package let reply: KeptReply
}

extension Change {
    var isEmpty: Bool { acts.isEmpty && files.isEmpty && reply == nil && vault.isEmpty }
}
