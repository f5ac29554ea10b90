import Ballots
import Cryptography
import Elections
import Offices
import Primitives
import Reviewing
import Tervania

/// A reading made by hand: Tervania's paper has five options for the president (maro, telin, savan,
/// ondar, against-all) and three for the referendum.
enum Papers {
    static let president = Tervania.president
    static let referendum = Tervania.referendum

    static let shape = BallotShape(
        layout: "tervania",
        parts: Tervania.definition.contests.map { contest in
            BallotShape.Part(contest: contest.id, options: contest.options.map(\.id))
        })

    static let digest = Digest.of("a picture")

    static func target(_ part: Int, _ place: Int, _ doubt: Doubt = .ink) -> DoubtfulTarget {
        DoubtfulTarget(
            part: part, place: place, doubt: doubt, first: .unknown, second: .no, crop: digest,
            width: 472, height: 142, frame: [60, 36, 86, 70], page: 0, box: [40, 100, 236, 71])
    }

    /// - Parameter marks: for the president and for the referendum.
    static func paper(_ sheet: CastVoteRecord.ID, _ marks: [String], _ targets: [DoubtfulTarget])
        -> DoubtfulPaper
    {
        DoubtfulPaper(
            sheet: sheet, ballot: 0, marks: marks,
            pages: [ShownPage(picture: digest, width: 827, height: 1169)], targets: targets)
    }

    /// Ten papers were read; four of them are doubtful:
    ///
    /// 1. something beside maro, nothing else for the president; the referendum is plain;
    /// 2. telin marked, something at savan;
    /// 3. doubtful in both contests, at ondar and at the second answer;
    /// 4. like 1.
    static let doubtful = [
        paper("p-1", ["?nnnn", "ynn"], [target(0, 0)]),
        paper("p-2", ["ny?nn", "nyn"], [target(0, 2)]),
        paper("p-3", ["nnn?n", "n?n"], [target(0, 3), target(1, 1)]),
        paper("p-4", ["?nnnn", "nny"], [target(0, 0)]),
    ]

    /// President: six plain papers, 3 maro, 1 telin, 1 blank, 1 overvoted, and four undecided.
    /// Referendum: nine plain, 4, 3 and 2, and one undecided.
    static let totals = [
        MachineTotal(
            contest: president, papers: 10,
            votes: ["maro": 3, "telin": 1, "savan": 0, "ondar": 0, "against-all": 0], blank: 1,
            overvoted: 1, undecided: 4),
        MachineTotal(
            contest: referendum, papers: 10, votes: referendumVotes([4, 3, 2]), blank: 0,
            overvoted: 0, undecided: 1),
    ]

    static func referendumVotes(_ votes: [Int]) -> [ContestOption.ID: Int] {
        Dictionary(
            uniqueKeysWithValues: zip(Tervania.definition.contests[1].options.map(\.id), votes))
    }

    static func reading(
        _ station: PollingStation.ID = "north-001", doubtful: [DoubtfulPaper] = doubtful,
        text: String = "records"
    ) -> Reading {
        Reading(
            election: Tervania.definition.id, station: station, papers: 10, refusedPages: 0,
            totals: totals, ballots: [shape], doubtful: doubtful,
            files: [
                KeptFile.init(
                    name: Reading.recordsName, sha256: Digest.of(text), bytes: text.utf8.count,
                    pieces: [Digest.of(text)])
            ])
    }
}

/// A table of reviewers at work on one reading.
struct Table {
    var book = ReviewBook()
    private(set) var act = 0
    var now = Instant(seconds: 1_000_000)
    let reading: Reading

    init(_ reading: Reading = Papers.reading()) {
        self.reading = reading
        act += 1
        book.take(reading, by: "officer", at: now, act: act)
    }

    func ref(_ number: Int) -> PaperRef { PaperRef(reading.id, number) }

    /// - Returns: the number of the paper that the person gets; nil when none.
    @discardableResult
    mutating func takes(_ person: Account.ID) -> Int? {
        guard let ref = book.next(for: person, at: now, where: { _ in true }) else { return nil }
        act += 1
        book.lease(ref, by: person, at: now, act: act)
        return ref.number
    }

    mutating func putsBack(_ person: Account.ID) {
        guard let ref = book.held(by: person) else { return }
        act += 1
        book.putBack(ref, act: act)
    }

    /// - Returns: why it is not taken; nil when it is.
    @discardableResult
    mutating func says(
        _ person: Account.ID, _ number: Int, _ choices: [TargetChoice], spoiled: Bool = false,
        why: String? = nil
    ) -> PaperRefusal? {
        let opinion = PaperOpinion(
            paper: ref(number), choices: choices, spoiled: spoiled, why: why,
            salt: String(repeating: "0", count: 32))
        if let refusal = book.refusal(of: opinion, by: person) { return refusal }
        act += 1
        book.give(opinion, by: person, at: now, act: act)
        return nil
    }

    /// Takes a paper back that somebody has said something of.
    mutating func takesBack(_ person: Account.ID, _ number: Int) -> PaperRefusal? {
        if let refusal = book.refusalToTakeBack(ref(number), by: person) { return refusal }
        act += 1
        book.takeBack(ref(number), by: person, act: act)
        return nil
    }

    func settlement(_ number: Int) -> Settlement? { book.review(ref(number)).settlement }
}
