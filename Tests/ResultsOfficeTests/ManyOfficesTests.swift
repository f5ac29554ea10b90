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

@Suite("Several offices work on one store")
struct ManyOfficesTests {
    @Test("what one has done the other knows before it refuses")
    func newest() throws {
        let live = try LiveOffice()
        let other = try live.another()
        _ = try live.office.propose(sheet, by: anna)
        // The other office has not followed; it looks before it says that there is no such sheet.
        #expect(try other.confirm(sheet, by: bolot).act != nil)
        #expect(try live.office.confirm(sheet, by: bolot).act == nil, "there already")
        #expect(live.office.state.file(sheet.key).status == .filed)
        #expect(throws: FilingProblem.notWaiting) {
            try live.office.perform(as: anna.id) { state, _ in
                try state.withdraw(sheet.ref, by: anna)
            }
        }
    }

    @Test("eight writers through two offices: an unbroken chain, nothing lost, the same state")
    func writers() throws {
        let live = try LiveOffice()
        let other = try live.another()
        let stations = Tervania.definition.stations.map(\.id)
        let failures = Mutex<[String]>([])
        let head = try live.store.head()
        DispatchQueue.concurrentPerform(iterations: 8) { worker in
            let office = worker % 2 == 0 ? live.office : other
            for (number, station) in stations.enumerated() {
                for contest in 0..<8 where (number + contest) % 8 == worker {
                    let sheet = Sheets.president(
                        station, votes: [contest, 1, 1, 1, 1], mobile: 0, registered: 200,
                        series: contest % 2 == 0 ? .hand : .scanner)
                    do {
                        _ = try office.propose(sheet, by: People.member(station, 0))
                        _ = try office.confirm(sheet, by: People.member(station, 1))
                    } catch is FilingProblem {
                        // Somebody else was first with this station: as it should be.
                    } catch {
                        failures.withLock { $0.append("\(error)") }
                    }
                }
            }
        }
        #expect(failures.withLock { $0 } == [])
        let acts = try live.acts()
        var previous: StoredAct?
        for act in acts {
            #expect(act.follows(previous), "act \(act.sequence)")
            previous = act
        }
        try live.office.follow()
        try other.follow()
        // Each station's sheet of each count was filed by somebody, once: 12 stations, 2 counts.
        let filed = acts.filter { $0.kind == "sheet-confirmed" }
        #expect(filed.count == 24)
        let proposed = acts.filter { $0.kind == "sheet-proposed" }
        #expect(acts.count == head + filed.count + proposed.count)
        #expect(live.office.state.sheets == other.state.sheets)
        #expect(live.office.state.through == acts.count && other.state.through == acts.count)
        #expect(
            live.office.state.decidingSums(Tervania.president)?.text
                == other.state.decidingSums(Tervania.president)?.text)
        #expect(try live.another().state.sheets == other.state.sheets)
    }

    @Test("one act wanted by eight at once is done once")
    func onceOnly() throws {
        let live = try LiveOffice()
        let other = try live.another()
        _ = try live.office.propose(sheet, by: anna)
        let done = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: 8) { worker in
            let outcome = try? (worker % 2 == 0 ? live.office : other).confirm(sheet, by: bolot)
            if outcome?.act != nil { done.withLock { $0 += 1 } }
        }
        #expect(done.withLock { $0 } == 1)
    }

    @Test("what others did is told to listeners, in order, once")
    func told() throws {
        let live = try LiveOffice()
        let other = try live.another()
        let heard = Mutex<[Int]>([])
        other.onActs { entries, _ in heard.withLock { $0 += entries.map(\.sequence) } }
        let head = try live.store.head()
        _ = try live.office.propose(sheet, by: anna)
        _ = try live.office.confirm(sheet, by: bolot)
        #expect(try other.follow() == 2)
        #expect(try other.follow() == 0)
        #expect(heard.withLock { $0 } == [head + 1, head + 2])
    }

    @Test("a chain that was changed is refused at the start, whatever was changed")
    func damaged() throws {
        let live = try LiveOffice()
        _ = try live.office.propose(sheet, by: anna)
        let acts = try live.acts()
        let changes: [(String, ([StoredAct]) -> [StoredAct])] = [
            ("a figure", { $0.changing(last: "maro 50", to: "maro 51") }),
            (
                "the actor",
                { acts in
                    acts.dropLast() + [acts[acts.count - 1].copy(actor: bolot.id.text)]
                }
            ),
            ("an act left out", { Array($0[0..<3] + $0[4...]) }),
            ("two acts in another order", { [$0[1], $0[0]] + $0[2...] }),
            ("the first act left out", { Array($0.dropFirst()) }),
        ]
        for (what, change) in changes {
            let store = DoctoredStore(change(acts))
            #expect(throws: StorageProblem.self, "\(what)") { try ResultsOffice(store: store) }
        }
        #expect(try ResultsOffice(store: DoctoredStore(acts)).state.through == acts.count)
    }

    @Test("a store that lost acts under a running office is damaged, not busy")
    func restored() throws {
        let live = try LiveOffice()
        let older = try live.acts()
        let store = DoctoredStore(older)
        let office = try ResultsOffice(store: store, clock: live.clock.clock)
        store.replace(Array(older.dropLast(2)))
        #expect {
            try office.propose(sheet, by: anna)
        } throws: { error in
            (error as? StorageProblem)?.code == "storage.damaged"
        }
    }
}

extension [StoredAct] {
    fileprivate func changing(last old: String, to new: String) -> [StoredAct] {
        guard let act = last else { return self }
        let body = String(decoding: act.body, as: UTF8.self).replacing(old, with: new)
        let bytes = [UInt8](body.utf8)
        return dropLast() + [act.copy(body: bytes)]
    }
}

extension StoredAct {
    /// Changed, under the old link.
    fileprivate func copy(actor: String? = nil, body: [UInt8]? = nil) -> StoredAct {
        StoredAct(
            sequence: sequence, moment: moment, actor: actor ?? self.actor, kind: kind,
            body: body ?? self.body, link: link)
    }
}
