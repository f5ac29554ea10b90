import Ballots
import Cryptography
import Offices
import Primitives
import Reviewing
import Testing

private let anna: Account.ID = "anna"
private let bek: Account.ID = "bek"
private let chyn: Account.ID = "chyn"
private let dina: Account.ID = "dina"

@Suite("Several reviewers share the papers and nobody is given one twice")
struct QueueTests {
    @Test("papers that lie before others are passed over, until they have lain ten minutes")
    func leases() {
        var table = Table()
        #expect(table.takes(anna) == 1)
        #expect(table.takes(bek) == 2)
        #expect(table.takes(chyn) == 3)
        #expect(table.takes(anna) == 1, "one who asks again goes on with the same paper")
        #expect(table.takes(dina) == 4)
        #expect(table.takes("emir") == nil, "four papers lie before four persons")
        table.now = Instant(seconds: table.now.seconds + 599)
        #expect(table.takes("emir") == nil)
        table.now = Instant(seconds: table.now.seconds + 1)
        #expect(table.takes("emir") == 1, "ten minutes are over")
        #expect(table.says(anna, 1, [.mark]) == .notYours, "and the paper is somebody else's")
        #expect(
            table.says(bek, 2, [.mark]) == nil, "one that nobody took meanwhile is still theirs")
    }

    @Test("asking again keeps the paper for ten more minutes")
    func renewed() {
        var table = Table(Papers.reading(doubtful: [Papers.doubtful[0]]))
        table.takes(anna)
        table.now = Instant(seconds: table.now.seconds + 590)
        #expect(table.takes(anna) == 1)
        table.now = Instant(seconds: table.now.seconds + 590)
        #expect(table.takes(bek) == nil)
    }

    @Test("one person is one opinion, whoever they are")
    func once() {
        var table = Table(Papers.reading(doubtful: [Papers.doubtful[0]]))
        table.takes(anna)
        #expect(table.says(bek, 1, [.mark]) == .notYours, "without the paper before them")
        #expect(table.says(anna, 1, [.mark]) == nil)
        #expect(table.takes(anna) == nil)
        #expect(table.says(anna, 1, [.mark]) == .ownOpinion)
        #expect(table.takes(bek) == 1)
        #expect(table.says(bek, 1, [.noMark]) == nil)
        #expect(table.takes(anna) == nil, "nor as the third")
        #expect(table.takes(bek) == nil)
        #expect(table.takes(chyn) == 1)
        #expect(table.says(chyn, 1, [.noMark]) == nil)
        #expect(table.settlement(1)?.choices == [.noMark])
        #expect(table.says(chyn, 1, [.noMark]) == .settled)
        #expect(table.book.refusal(of: opinion(table.ref(9)), by: anna) == .unknown)
    }

    private func opinion(_ ref: PaperRef) -> PaperOpinion {
        PaperOpinion(paper: ref, choices: [], spoiled: true, why: "x", salt: "")
    }

    @Test("an opinion decides every target, or none where the paper is spoiled")
    func choices() {
        var table = Table(Papers.reading(doubtful: [Papers.doubtful[2]]))
        table.takes(anna)
        #expect(table.says(anna, 1, [.mark]) == .choices)
        #expect(table.says(anna, 1, [.mark, .mark, .mark]) == .choices)
        #expect(table.says(anna, 1, [.mark, .mark], spoiled: true) == .choices)
        #expect(table.says(anna, 1, [.mark, .cannotTell]) == nil)
    }

    @Test("it is taken back and given again as long as nobody else has looked")
    func takenBack() {
        var table = Table(Papers.reading(doubtful: [Papers.doubtful[0]]))
        #expect(table.takesBack(anna, 1) == .notYours, "there is none")
        table.takes(anna)
        table.says(anna, 1, [.mark])
        #expect(table.book.open(of: anna).map(\.ref.number) == [1])
        #expect(table.takesBack(anna, 1) == nil)
        #expect(table.takes(bek) == 1)
        #expect(table.takes(anna) == nil, "now it lies before somebody else")
        #expect(table.says(bek, 1, [.noMark]) == nil)
        #expect(table.takes(anna) == 1)
        #expect(table.says(anna, 1, [.mark]) == nil)
        #expect(table.takesBack(anna, 1) == .lookedSince, "who tried until it settles would learn")
        #expect(table.takesBack(bek, 1) == .lookedSince)
        table.takes(chyn)
        table.says(chyn, 1, [.mark])
        #expect(table.takesBack(anna, 1) == .settled)
        #expect(table.settlement(1)?.by == [bek, anna, chyn], "in the order in which they stand")
    }

    @Test("what was begun comes first, what was put back comes last")
    func order() {
        var table = Table()
        table.takes(anna)
        table.putsBack(anna)
        #expect(table.takes(anna) == 2, "another one, not the same again")
        table.says(anna, 2, [.noMark])
        #expect(table.takes(bek) == 2, "one opinion is there already")
        table.says(bek, 2, [.mark])
        #expect(table.takes(chyn) == 2, "two that differ")
        table.says(chyn, 2, [.mark])
        #expect([table.takes(anna), table.takes(bek)] == [3, 4])
        #expect(table.takes(chyn) == 1)
    }

    @Test("three persons who look at a thousand papers settle every one, and the counts follow")
    func many() {
        let papers = (0..<1000).map {
            Papers.paper(
                CastVoteRecord.ID("many-\($0)") ?? "many", ["?nnnn", "ynn"],
                [Papers.target(0, 0)])
        }
        var reading = Papers.reading(doubtful: papers)
        reading.papers = 1000
        var table = Table(reading)
        var looked = 0
        // Anna and Bek differ on every third paper; Chyn is of Bek's mind.
        while looked < 10_000 {
            let before = looked
            for person in [anna, bek, chyn] {
                guard let number = table.takes(person) else { continue }
                let differs = number % 3 == 0 && person == anna
                #expect(table.says(person, number, [differs ? .cannotTell : .mark]) == nil)
                looked += 1
            }
            if looked == before { break }
        }
        let progress = table.book.progress(table.reading.id)
        #expect([progress.settled, progress.undecided, progress.waiting] == [1000, 0, 0])
        #expect((2000...2333).contains(looked), "\(looked) opinions")
        #expect(table.book.unseen.isEmpty && table.book.open(of: anna).isEmpty)
    }

    @Test("a reviewer gets papers of their own stations only")
    func stations() {
        let book = Table().book
        #expect(book.next(for: anna, at: Instant(seconds: 0), where: { $0 == "north-001" }) != nil)
        #expect(book.next(for: anna, at: Instant(seconds: 0), where: { $0 == "south-001" }) == nil)
    }

    @Test("what is said of a paper is closed until it is settled, taken back or not")
    func closed() {
        var table = Table(Papers.reading(doubtful: [Papers.doubtful[0]]))
        table.takes(anna)
        table.says(anna, 1, [.mark])
        _ = table.takesBack(anna, 1)
        table.takes(anna)
        table.says(anna, 1, [.noMark])
        table.takes(bek)
        #expect(table.book.unseen == [2, 3, 4, 5, 6, 7])
        table.says(bek, 1, [.noMark])
        #expect(table.book.unseen == [])
    }

    @Test("a reading comes in once, and another after it was taken back")
    func readings() {
        var table = Table()
        table.takes(anna)
        table.says(anna, 1, [.mark])
        var book = table.book
        book.take(table.reading, by: "officer", at: table.now, act: 9)
        #expect(book.readings[table.reading.id]?.act == 1)
        #expect(book.review(table.ref(1)).opinions.count == 1)
        book.withdraw(table.reading.id)
        #expect(book.order.isEmpty && book.unseen.isEmpty && book.reading(of: "north-001") == nil)
        #expect(book.next(for: bek, at: table.now, where: { _ in true }) == nil)
        let other = Papers.reading(text: "read again")
        book.take(other, by: "officer", at: table.now, act: 10)
        #expect(book.reading(of: "north-001")?.id == other.id && other.id != table.reading.id)
        #expect(book.review(PaperRef(other.id, 1)).opinions.isEmpty)
        #expect(book.files[Papers.digest] == "north-001")
    }

    @Test(
        "a paper's name reads back", arguments: ["", "-1", "x-1", "1-", "01", "0", "30001", "+1"])
    func names(end: String) {
        let reading = Digest.of("r")
        #expect(PaperRef(PaperRef(reading, 12).text) == PaperRef(reading, 12))
        #expect(PaperRef("\(reading.hex)-\(end)") == nil)
        #expect(PaperRef("\(reading.hex.uppercased())-1") == nil)
    }
}
