import Cryptography
import Filing
import FilingSupport
import Offices
import Primitives
import Tervania
import Testing

private let first = People.north[0]
private let second = People.north[1]
private let third = People.centre[0]
private let paper = Sheets.president()
private let misread = Sheets.president(votes: [50, 20, 10, 6, 4])

@Suite("Two clerks copy a paper sheet unseen")
struct PaperEntryTests {
    @Test("who agree file it, in both their names")
    func agree() throws {
        var night = Night()
        #expect(night.enters(first, paper) == .done)
        #expect(night.status(paper) == .waiting)
        #expect(night.current(paper) == nil)
        #expect(night.enters(second, paper) == .done)
        #expect(night.status(paper) == .filed)
        let version = try #require(night.current(paper))
        #expect(version.persons == [first.id, second.id])
        #expect(version.channel == .paper)
        #expect(night.state.file(paper.key).entries == [])
    }

    @Test("one person is one clerk, however often")
    func alone() {
        var night = Night()
        night.enters(first, paper)
        #expect(night.enters(first, paper) == .no(.secondPerson))
        #expect(night.status(paper) == .waiting)
    }

    @Test("a clerk alone may copy again, and the last copy holds")
    func again() {
        var night = Night()
        night.enters(first, misread)
        #expect(night.enters(first, paper) == .done)
        #expect(night.state.file(paper.key).entries.count == 1)
        #expect(night.enters(second, misread) == .done)
        #expect(night.status(paper) == .entriesDiffer, "the first copy is gone")
    }

    @Test("two who differ are settled by a third, who agrees with one of them")
    func settled() {
        for right in [paper, misread] {
            var night = Night()
            night.enters(first, paper)
            night.enters(second, misread)
            #expect(night.status(paper) == .entriesDiffer)
            #expect(night.enters(first, misread) == .no(.secondPerson), "copying the other")
            #expect(night.enters(second, paper) == .no(.secondPerson), "nor the other way round")
            #expect(night.enters(People.reviewer, right) == .done)
            #expect(night.status(paper) == .filed)
            #expect(night.current(paper)?.statement.figures == right.figures)
            #expect(
                night.current(paper)?.persons
                    == [right == paper ? first.id : second.id, People.reviewer.id])
        }
    }

    @Test("a reviewer settles, and does not copy first")
    func reviewer() {
        var night = Night()
        #expect(night.enters(People.reviewer, paper) == .no(.notAllowed))
        night.enters(first, paper)
        #expect(night.enters(People.reviewer, paper) == .no(.notAllowed))
    }

    @Test("a third who differs from both may copy again; a fourth settles too")
    func fourth() {
        var night = Night()
        night.enters(first, paper)
        night.enters(second, misread)
        let other = Sheets.president(votes: [50, 20, 10, 4, 6])
        #expect(night.enters(third, other) == .done)
        #expect(night.status(paper) == .entriesDiffer)
        #expect(night.enters(third, other) == .no(.secondPerson))
        var more = night
        #expect(night.enters(third, paper) == .done)
        #expect(night.status(paper) == .filed)
        #expect(more.enters(People.centre[1], misread) == .done)
        #expect(more.current(paper)?.statement.figures == misread.figures)
    }

    @Test("the picture and the reason of one clerk stay with the sheet, whoever has them")
    func picture() throws {
        let image = Digest.of("scan")
        let reason = SheetStatement.Reason("boxes-at-most-issued", "A paper was found.")
        let with = Sheets.president(carriedAway: -1, reasons: [reason], image: image)
        let without = Sheets.president(carriedAway: -1)
        for (one, other) in [(with, without), (without, with)] {
            var night = Night()
            night.enters(first, one)
            #expect(night.enters(second, other) == .done)
            let version = try #require(night.current(with))
            #expect(version.statement == with)
            #expect(version.id == with.id, "named by what is filed")
            #expect(version.statement.reasons == [reason] && version.statement.image == image)
        }
    }

    @Test("agreed figures that break a soft equation still want a reason")
    func softReason() {
        var night = Night()
        night.enters(first, Sheets.president(carriedAway: -1))
        #expect(
            night.enters(second, Sheets.president(carriedAway: -1))
                == .no(.reasonMissing([], [])))
        #expect(night.status(paper) == .waiting, "nothing was filed")
    }

    @Test("a paper that does not add up is copied as it stands, and refused when two agree")
    func doesNotAddUp() throws {
        var night = Night()
        let wrong = Sheets.president(changing: ["valid": 91])
        #expect(night.enters(first, wrong) == .done, "one clerk may have misread it")
        guard case .refused(let problem) = night.enters(second, wrong) else {
            Issue.record("it was not refused")
            return
        }
        #expect(problem.code == "filing.does-not-add-up")
        #expect(night.status(wrong) == .refused)
        let version = try #require(night.state.file(wrong.key).versions.last)
        #expect(version.channel == .paper && version.persons == [first.id, second.id])
        // The paper goes back, another comes, and the old copies are not in the way.
        night.enters(first, paper)
        #expect(night.status(paper) == .waiting)
        night.enters(second, paper)
        #expect(night.status(paper) == .filed)
    }

    @Test("clerks copy for their own district, first sheets only, and no observer copies")
    func rights() {
        var night = Night()
        #expect(night.enters(People.south, paper) == .no(.notAllowed))
        #expect(night.enters(People.observer, paper) == .no(.notAllowed))
        #expect(night.enters(People.member("north-001", 0), paper) == .no(.notAllowed))
        night.files(paper)
        #expect(
            night.enters(first, Sheets.correcting(paper, votes: [51, 19, 10, 5, 5]))
                == .no(.replacesOther))
        #expect(night.enters(first, misread) == .no(.alreadyFiled))
        #expect(night.enters(first, paper) == .already)
    }

    @Test("a signed sheet that comes between ends the copying")
    func signedBetween() {
        var night = Night()
        night.enters(first, misread)
        night.takes(second, Night.signed(paper))
        #expect(night.status(paper) == .filed)
        #expect(night.state.file(paper.key).entries == [])
        let right = Sheets.correcting(paper, votes: [51, 19, 10, 5, 5])
        #expect(night.proposes(first, right) == .done, "copies left over are not in the way")
    }

    @Test("what a clerk copied is no public act until it is filed")
    func secret() {
        var night = Night()
        night.enters(first, paper)
        #expect(night.acts.last?.act.isPublic == false)
    }
}
