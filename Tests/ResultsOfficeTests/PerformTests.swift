import Cryptography
import Elections
import Filing
import FilingSupport
import Foundation
import Offices
import Primitives
import ResultsOffice
import Storage
import Synchronization
import Tervania
import Testing

private let anna = People.member("north-001", 0)
private let bolot = People.member("north-001", 1)
private let sheet = Sheets.president()

@Suite("A deed is decided, kept and told, once")
struct PerformTests {
    @Test("what is not decided is not kept: no act, no file, no answer, nothing of the vault")
    func thrown() throws {
        let live = try LiveOffice()
        let before = try live.store.head()
        let file = StoredFile(type: "image/jpeg", bytes: [1, 2, 3])
        let key = RequestKey(account: anna.id.text, key: "k")
        #expect(throws: FilingProblem.notAllowed) {
            try live.office.perform(
                as: anna.id, request: request(key), files: [file],
                vault: [VaultEntry(name: "x", value: [1])]
            ) { _, _ in throw FilingProblem.notAllowed }
        }
        #expect(try live.store.head() == before)
        #expect(try live.store.file(file.digest) == nil)
        #expect(try live.store.reply(to: key) == nil)
        #expect(try live.store.secret("x", at: live.clock.now) == nil)
        #expect(live.office.state.through == before)
    }

    @Test("what is decided is kept with its files, and told to whoever listens")
    func kept() throws {
        let live = try LiveOffice()
        let heard = Mutex<[Int]>([])
        live.office.onActs { entries, state in
            heard.withLock { $0 += entries.map(\.sequence) + [state.through] }
        }
        let file = StoredFile(type: "image/jpeg", bytes: [1, 2, 3])
        let head = try live.store.head()
        let outcome = try live.office.perform(as: anna.id, files: [file]) { state, _ in
            try state.propose(sheet, by: anna)
        }
        guard case .done(let entry) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(entry.sequence == head + 1 && entry.actor == anna.id)
        #expect(try live.store.file(file.digest) == file)
        #expect(heard.withLock { $0 } == [head + 1, head + 1])
        #expect(live.office.state.file(sheet.key).status == .waiting)
    }

    @Test("a sheet that does not add up is kept as refused")
    func refused() throws {
        let live = try LiveOffice()
        let wrong = Sheets.president(changing: ["valid": 91])
        guard case .refused(let entry, let problem) = try live.office.propose(wrong, by: anna)
        else {
            Issue.record("it was not refused")
            return
        }
        #expect(problem.code == "filing.does-not-add-up")
        #expect(try live.acts().last?.sequence == entry.sequence)
        #expect(try live.acts().last?.kind == "sheet-refused")
    }

    private func request(
        _ key: RequestKey, _ asked: String = "asked"
    ) -> KeyedRequest {
        KeyedRequest(key: key, digest: Digest.of(asked)) { plan, act in
            (200, Array("act \(act ?? 0) sheet \(plan.ref?.id.hex ?? "-")".utf8))
        }
    }

    @Test("a request sent twice under its key is done once and answered the same")
    func twice() throws {
        let live = try LiveOffice()
        let key = RequestKey(account: anna.id.text, key: "one")
        let act = try #require(
            try live.office.propose(sheet, by: anna, request: request(key)).act)
        let expected = Array("act \(act) sheet \(sheet.id.hex)".utf8)
        // Withdrawing twice would be refused the second time, were it decided again.
        func withdraw() throws -> ResultsOffice.Outcome {
            try live.office.perform(
                as: anna.id, request: request(RequestKey(account: anna.id.text, key: "two"))
            ) { state, _ in try state.withdraw(sheet.ref, by: anna) }
        }
        let withdrawn = try #require(try withdraw().act)
        let head = try live.store.head()
        for _ in 0..<3 {
            let first = try answer {
                try live.office.propose(sheet, by: anna, request: request(key))
            }
            #expect(first?.body == expected && first?.request == Digest.of("asked"))
            let second = try answer { try withdraw() }
            #expect(second?.body == Array("act \(withdrawn) sheet \(sheet.id.hex)".utf8))
        }
        #expect(try live.store.head() == head)
        // Another office on the store answers the same.
        let other = try live.another()
        let there = try answer { try other.propose(sheet, by: anna, request: request(key)) }
        #expect(there?.body == expected)
    }

    private func answer(_ body: () throws -> ResultsOffice.Outcome) throws -> KeptReply? {
        do {
            let outcome = try body()
            Issue.record("it was done again: \(outcome)")
            return nil
        } catch let answered as AnsweredBefore {
            return answered.reply
        }
    }

    @Test("an answer is kept for a refused sheet and for one that was there already")
    func keptAnswers() throws {
        let live = try LiveOffice()
        let wrong = Sheets.president(changing: ["valid": 91])
        let key = RequestKey(account: anna.id.text, key: "wrong")
        _ = try live.office.propose(wrong, by: anna, request: request(key))
        #expect(try live.store.reply(to: key) != nil)
        _ = try live.office.propose(sheet, by: anna)
        let again = RequestKey(account: bolot.id.text, key: "again")
        let head = try live.store.head()
        #expect(try live.office.propose(sheet, by: bolot, request: request(again)).act == nil)
        #expect(try live.store.head() == head)
        #expect(try live.store.reply(to: again)?.body == Array("act 0 sheet \(sheet.id.hex)".utf8))
        // A week later the answer is forgotten, and the sheet itself is met.
        live.clock.pass(8 * 24 * 3600)
        try live.store.forgetExpired(at: live.clock.now)
        #expect(try live.office.propose(sheet, by: bolot, request: request(again)).act == nil)
    }

    @Test("moments never go backwards, though the clock does")
    func moments() throws {
        let live = try LiveOffice()
        _ = try live.office.propose(sheet, by: anna)
        live.clock.jump(-100_000)
        _ = try live.office.confirm(sheet, by: bolot)
        live.clock.jump(100_060)
        _ = try live.office.propose(
            Sheets.president("north-002"), by: People.member("north-002", 0))
        let moments = try live.acts().map(\.moment)
        #expect(zip(moments, moments.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(moments.last == Night.close.adding(minutes: 1))
        #expect(live.office.state.asOf == Night.close.adding(minutes: 1))
    }

    @Test("a state that a reader holds stays as it is while the office goes on")
    func values() throws {
        let live = try LiveOffice()
        let before = live.office.state
        _ = try live.office.propose(sheet, by: anna)
        #expect(before.file(sheet.key).status == .silent)
        #expect(live.office.state.file(sheet.key).status == .waiting)
    }
}
