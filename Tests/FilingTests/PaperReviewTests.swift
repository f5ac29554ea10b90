import Ballots
import Cryptography
import Elections
import Filing
import FilingSupport
import Offices
import Primitives
import Reviewing
import Tervania
import Testing

private let officer = People.north[0]

/// One paper with one doubtful place at the first of the president's options.
private func reading(
    _ station: PollingStation.ID = "north-001", election: ElectionDefinition.ID? = nil,
    text: String = "records"
) -> Reading {
    let digest = Digest.of("picture")
    let parts = Tervania.definition.contests.map {
        BallotShape.Part(contest: $0.id, options: $0.options.map(\.id))
    }
    return Reading(
        election: election ?? Tervania.definition.id, station: station, papers: 1, refusedPages: 0,
        totals: [], ballots: [BallotShape(layout: "paper", parts: parts)],
        doubtful: [
            DoubtfulPaper(
                sheet: "p-1", ballot: 0, marks: ["?nnnn", "ynn"],
                pages: [ShownPage(picture: digest, width: 10, height: 10)],
                targets: [
                    DoubtfulTarget(
                        part: 0, place: 0, doubt: .smeared, first: .unknown, second: nil,
                        crop: digest, width: 10, height: 10, frame: [1, 1, 2, 2], page: 0,
                        box: [1, 1, 2, 2])
                ])
        ],
        files: [
            KeptFile(
                name: Reading.recordsName, sha256: Digest.of(text), bytes: text.utf8.count,
                pieces: [Digest.of(text)])
        ])
}

private func reviewer(_ name: Account.ID, _ area: Area = .nation) -> Account {
    Account(id: name, name: name.text, grants: [Grant(.reviewer, area)])
}

extension Night {
    fileprivate mutating func takesIn(
        _ reading: Reading, of mode: CountMode? = .real, _ person: Account = officer
    ) -> Came {
        does(person) { state, person throws(FilingProblem) in
            try state.takeReading(reading, of: mode, by: person)
        }
    }

    fileprivate mutating func takesPaper(_ person: Account) -> Came {
        let now = now
        return does(person) { state, person throws(FilingProblem) in
            try state.takePaper(by: person, at: now)
        }
    }

    fileprivate mutating func says(
        _ person: Account, _ choices: [TargetChoice], spoiled: Bool = false, why: String? = nil,
        of reading: Reading = reading()
    ) -> Came {
        let opinion = PaperOpinion(
            paper: PaperRef(reading.id, 1), choices: choices, spoiled: spoiled, why: why,
            salt: String(repeating: "a", count: 32))
        return does(person) { state, person throws(FilingProblem) in
            try state.giveOpinion(opinion, by: person)
        }
    }
}

private func refused(_ code: String) -> (Night.Came) -> Bool {
    { came in
        guard case .no(let problem) = came else { return false }
        return problem.code == code
    }
}

@Suite("Readings come in from those who answer for them, and reviewers say what papers are")
struct PaperReviewTests {
    @Test("who may take a reading in: the commissions above the station")
    func rights() {
        for (person, may) in [
            (officer, true), (People.centre[0], true), (People.south, false),
            (People.member("north-001", 0), false), (People.reviewer, false), (People.admin, false),
            (People.auditor, false),
        ] {
            var night = Night()
            let came = night.takesIn(reading(), of: .real, person)
            #expect(came == (may ? .done : .no(.notAllowed)), "\(person.name)")
        }
    }

    @Test("a reading comes in once; another of the station after it was taken back")
    func once() {
        var night = Night()
        #expect(night.takesIn(reading()) == .done)
        #expect(night.takesIn(reading()) == .already)
        #expect(night.acts.filter { $0.act.kind == "reading-taken" }.count == 1)
        let other = reading(text: "read again")
        #expect(refused("filing.reading-there")(night.takesIn(other)))
        #expect(night.takesIn(reading("north-002")) == .done)
        let first = reading().id
        #expect(
            night.does(officer) { state, person throws(FilingProblem) in
                try state.withdrawReading(first, why: " ", by: person)
            } == .no(.whyMissing))
        #expect(
            night.does(officer) { state, person throws(FilingProblem) in
                try state.withdrawReading(first, why: "The glass was dirty.", by: person)
            } == .done)
        #expect(night.takesIn(other) == .done)
    }

    @Test("one of another election, of no station or that does not fit is refused")
    func unfit() {
        var night = Night()
        #expect(
            refused("filing.reading-of-other-election")(
                night.takesIn(reading(election: "elsewhere"))))
        #expect(refused("filing.unknown-station")(night.takesIn(reading("elsewhere-1"))))
        var bad = reading()
        bad.doubtful[0].marks = ["?"]
        #expect(refused("filing.reading-unfit")(night.takesIn(bad)))
    }

    @Test("papers of a test never come in, nor records that are none")
    func papersOfATest() {
        var night = Night()
        #expect(refused("filing.reading-of-a-test")(night.takesIn(reading(), of: .test)))
        #expect(refused("filing.reading-unfit")(night.takesIn(reading(), of: nil)))
        #expect(!night.acts.contains { $0.act.kind == "reading-taken" })
        // Who may not take readings in learns nothing of them.
        #expect(night.takesIn(reading(), of: .test, People.south) == .no(.notAllowed))
        #expect(night.takesIn(reading()) == .done)
    }

    @Test("only reviewers get papers, and only of their area")
    func area() {
        var night = Night()
        _ = night.takesIn(reading())
        for person in [officer, People.centre[0], People.admin, People.member("north-001", 0)] {
            #expect(night.takesPaper(person) == .no(.notAllowed), "\(person.name)")
        }
        let south = reviewer("south@r", .district("south"))
        #expect(night.takesPaper(south) == .already, "nothing waits for the south")
        #expect(night.says(south, [.mark]) == .no(.notAllowed))
        #expect(night.takesPaper(reviewer("north@r", .district("north"))) == .done)
    }

    @Test("what cannot be told and what is spoiled needs a reason; what is typed becomes one line")
    func reasons() {
        var night = Night()
        _ = night.takesIn(reading())
        let anna = reviewer("anna@r")
        _ = night.takesPaper(anna)
        #expect(refused("filing.opinion-without-why")(night.says(anna, [.cannotTell], why: " ")))
        #expect(refused("filing.opinion-without-why")(night.says(anna, [], spoiled: true)))
        #expect(
            refused("filing.too-long")(
                night.says(anna, [.mark], why: String(repeating: "x", count: 2001))))
        #expect(night.says(anna, [.cannotTell], why: "a\nstain") == .done)
        guard case .opinionGiven(let opinion)? = night.acts.last?.act else {
            Issue.record("the newest act is no opinion")
            return
        }
        #expect(opinion.why == "a stain")
    }

    @Test("what is said is closed to the log until it is settled, and is never public")
    func closed() throws {
        var night = Night()
        _ = night.takesIn(reading())
        let (anna, bek) = (reviewer("anna@r"), reviewer("bek@r"))
        _ = night.takesPaper(anna)
        _ = night.says(anna, [.mark])
        let said = try #require(night.acts.last)
        #expect(said.act.kind == "opinion-given")
        #expect(night.state.isUnseen(said.sequence) && !night.state.opens(said.act))
        _ = night.takesPaper(bek)
        _ = night.says(bek, [.mark])
        #expect(!night.state.isUnseen(said.sequence) && !night.state.opens(said.act))
        #expect(night.state.publicThrough < said.sequence)
    }

    @Test("the state is a fold: acts that were never decided change nothing")
    func folding() {
        var night = Night()
        _ = night.takesIn(reading())
        var bad = reading("north-002")
        bad.doubtful[0].ballot = 7
        night.keep(.readingTaken(bad), by: officer.id)
        #expect(night.state.review.order.count == 1)
        let opinion = PaperOpinion(
            paper: PaperRef(reading().id, 1), choices: [.mark], spoiled: false, why: nil, salt: "")
        night.keep(.opinionGiven(opinion), by: "nobody@r")
        #expect(night.state.review.review(opinion.paper).opinions.isEmpty)
    }
}

@Suite("Papers on which reviewers do not agree are decided by two officers of a commission above")
struct CommissionDecisionTests {
    /// Two who agree that it cannot be told.
    private func left() -> Night {
        var night = Night()
        _ = night.takesIn(reading())
        for person in [reviewer("anna@r"), reviewer("bek@r")] {
            _ = night.takesPaper(person)
            _ = night.says(person, [.cannotTell], why: "a stain")
        }
        return night
    }

    private let ref = PaperRef(reading().id, 1)

    @Test("who may: the commissions above the station, in their area")
    func rights() {
        for (person, may) in [
            (officer, true), (People.centre[0], true), (People.south, false),
            (People.member("north-001", 0), false), (People.reviewer, false), (People.admin, false),
            (People.auditor, false), (People.observer, false),
        ] {
            var night = left()
            #expect(
                night.enters(ref, person) == (may ? .done : .no(.notAllowed)), "\(person.name)")
        }
        var night = left()
        _ = night.enters(ref, officer)
        #expect(night.confirms(ref, People.south) == .no(.notAllowed))
        #expect(refused("filing.second-person")(night.confirms(ref, officer)))
        #expect(night.confirms(ref, People.centre[0]) == .done)
        #expect(night.state.review.review(ref).outcome?.by == [officer.id, People.centre[0].id])
    }

    @Test("the grounds are one line, and are not left out")
    func grounds() {
        var night = left()
        #expect(
            refused("filing.decision-without-grounds")(night.enters(ref, officer, grounds: " \n")))
        #expect(
            refused("filing.too-long")(
                night.enters(ref, officer, grounds: String(repeating: "x", count: 2001))))
        #expect(night.enters(ref, officer, grounds: "Minutes 4,\nfive of seven.") == .done)
        #expect(
            night.state.review.review(ref).proposal?.decision.grounds
                == "Minutes 4, five of seven.")
    }

    @Test("what reviewers said is opened once they are done, and not to who reviews there")
    func opened() {
        var night = Night()
        _ = night.takesIn(reading())
        let anna = reviewer("anna@r")
        _ = night.takesPaper(anna)
        _ = night.says(anna, [.cannotTell], why: "a stain")
        for person in [officer, People.auditor, anna] {
            #expect(!night.state.opensOpinions(of: ref, to: person), "one has looked")
        }
        night = left()
        for (person, opens) in [
            (officer, true), (People.auditor, true), (People.member("north-001", 0), true),
            (People.south, false), (People.observer, false), (People.admin, false), (anna, false),
        ] {
            #expect(night.state.opensOpinions(of: ref, to: person) == opens, "\(person.name)")
        }
    }

    @Test("acts that were never decided change nothing")
    func folding() {
        var night = left()
        let decision = PaperDecision(
            paper: ref, choices: [.mark, .mark], spoiled: false, grounds: "x")
        night.keep(.paperDecisionProposed(decision), by: officer.id)
        #expect(night.state.review.review(ref).proposal == nil)
        _ = night.enters(ref, officer)
        night.keep(.paperDecisionConfirmed(ref), by: officer.id)
        #expect(night.state.review.review(ref).decided == nil, "one officer twice")
        night.keep(.paperDecisionWithdrawn(ref), by: officer.id)
        night.keep(.paperDecisionConfirmed(ref), by: People.centre[0].id)
        #expect(night.state.review.review(ref).decided == nil)
    }
}

extension Night {
    fileprivate mutating func enters(
        _ ref: PaperRef, _ person: Account, grounds: String = "Minutes 4."
    ) -> Came {
        let decision = PaperDecision(
            paper: ref, choices: [.noMark], spoiled: false, grounds: grounds)
        return does(person) { state, person throws(FilingProblem) in
            try state.proposePaperDecision(decision, by: person)
        }
    }

    fileprivate mutating func confirms(_ ref: PaperRef, _ person: Account) -> Came {
        let act = state.review.review(ref).proposal?.act ?? 0
        return does(person) { state, person throws(FilingProblem) in
            try state.confirmPaperDecision(ref, entered: act, by: person)
        }
    }
}
