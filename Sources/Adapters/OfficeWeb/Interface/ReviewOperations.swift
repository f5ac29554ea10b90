import Cryptography
import Elections
import Filing
import Formats
import Foundation
import HTTPServer
import Offices
import Primitives
import ResultsOffice
import Reviewing

/// Doubtful papers: what there is, the next one, and what a person says of it.
enum ReviewOperations {
    static let all: [Operation] =
        [
            review, next, paper, opinion, takeBack, putBack, totals, records, withdraw, against,
        ] + DecisionOperations.all

    static let done = Operation.Output.json(status: 200, DeedAnswer.schema)
    static let paperParameter = Operation.Parameter(
        name: "paper", schema: Schema.paper, words: "A reading's digest, a dash, and a number")
    private static let readingParameter = Operation.Parameter(
        name: "reading", schema: Schema.digest, words: "A reading's digest")

    private struct ReviewAnswer: Encodable {
        let readings: [ReadingShape]
        /// The paper that lies before whoever asks.
        let yours: String?
        /// Opinions of whoever asks that can still be taken back.
        let open: [String]
    }

    private static let review = Operation(
        method: .get, path: "/api/v1/review",
        summary: "Readings of your area, how far people have come, and what lies before you",
        output: .json(
            status: 200,
            .object([
                .init("readings", .list(ReadingShape.schema, most: 100_000)),
                .init("yours", Schema.paper, required: false),
                .init("open", .list(Schema.paper, most: 1_000_000)),
            ])), problems: [403]
    ) { call, _ in
        let person = try call.person()
        guard person.mayAnywhere(.seeWork) || person.mayAnywhere(.reviewPapers) else {
            throw FilingProblem.notAllowed
        }
        let book = call.state.review
        let readings = book.order.compactMap { book.readings[$0] }.filter { taken in
            sees(taken, person, call.state)
        }
        return JSONAnswer.response(
            ReviewAnswer(
                readings: readings.map { ReadingShape($0, book) },
                yours: book.held(by: person.id)?.text,
                open: book.open(of: person.id).map(\.ref.text)))
    }

    private static func sees(_ taken: TakenReading, _ person: Account, _ state: OfficeState) -> Bool
    {
        state.stations[taken.reading.station].map {
            person.may(.seeWork, at: $0) || person.may(.reviewPapers, at: $0)
        } ?? false
    }

    private static let next = Operation(
        method: .post, path: "/api/v1/review/next",
        summary: "Takes the next doubtful paper for ten minutes, or keeps yours for ten more",
        output: done, problems: [403]
    ) { call, _ in
        try Deeds.perform(call) { state, now, person in
            try state.takePaper(by: person, at: now)
        }
    }

    private static let paper = Operation(
        method: .get, path: "/api/v1/review/papers/{paper}",
        summary: "One doubtful paper: pictures, what the machine says, what people decided",
        parameters: [paperParameter], output: .json(status: 200, PaperShape.schema),
        problems: [403]
    ) { call, arguments in
        let person = try call.person()
        let ref = try ref(arguments)
        guard let taken = call.state.review.readings[ref.reading],
            let paper = call.state.review.paper(ref)
        else { throw CallProblem.noSuchResource("paper of this name") }
        guard sees(taken, person, call.state) else { throw FilingProblem.notAllowed }
        return JSONAnswer.response(PaperShape(ref, taken, paper, call))
    }

    static func ref(_ arguments: Arguments) throws -> PaperRef {
        guard let ref = arguments.path["paper"].flatMap({ PaperRef($0) }) else {
            throw CallProblem.noSuchResource("paper of this name")
        }
        return ref
    }

    private struct OpinionInput: Decodable {
        let choices: [TargetChoice]
        let spoiled: Bool
        let why: String?
    }

    private static let opinion = Operation(
        method: .post, path: "/api/v1/review/papers/{paper}/opinion",
        summary: "Says what each doubtful target is, unseen by others; two that agree settle it",
        parameters: [paperParameter],
        input: .json(
            .object([
                .init(
                    "choices",
                    .list(.choice(TargetChoice.allCases.map(\.rawValue)), most: 1000)),
                .init("spoiled", .boolean), .init("why", .nullable(Schema.words), required: false),
            ])), output: done, problems: [404, 409]
    ) { call, arguments in
        let ref = try ref(arguments)
        let input = try arguments.read(OpinionInput.self)
        let opinion = PaperOpinion(
            paper: ref, choices: input.choices, spoiled: input.spoiled, why: input.why,
            salt: String(Secrets.token().prefix(32)))
        return try Deeds.perform(call) { state, _, person in
            try state.giveOpinion(opinion, by: person)
        }
    }

    private static let takeBack = Operation(
        method: .post, path: "/api/v1/review/papers/{paper}/opinion-withdrawal",
        summary: "Takes your opinion back, while nobody else has looked",
        parameters: [paperParameter], output: done, problems: [404, 409]
    ) { call, arguments in
        let ref = try ref(arguments)
        return try Deeds.perform(call) { state, _, person in
            try state.takeOpinionBack(ref, by: person)
        }
    }

    private static let putBack = Operation(
        method: .post, path: "/api/v1/review/papers/{paper}/return",
        summary: "Puts the paper back for somebody else", parameters: [paperParameter],
        output: done, problems: [404]
    ) { call, arguments in
        let ref = try ref(arguments)
        return try Deeds.perform(call) { state, _, person in
            try state.putPaperBack(ref, by: person)
        }
    }

    // MARK: Readings

    private static func reading(_ call: OfficeCall, _ arguments: Arguments) throws -> TakenReading {
        let person = try call.person()
        guard let id = arguments.path["reading"].flatMap({ Digest(hex: $0) }),
            let taken = call.state.review.readings[id]
        else { throw CallProblem.noSuchResource("reading of this digest") }
        let maySee = call.state.stations[taken.reading.station].map {
            person.may(.seeWork, at: $0)
        }
        guard maySee ?? false else { throw FilingProblem.notAllowed }
        return taken
    }

    private struct TotalsAnswer: Encodable {
        let reading: ReadingShape
        let before: [TotalShape]
        let after: [TotalShape]
    }

    private static let totals = Operation(
        method: .get, path: "/api/v1/readings/{reading}",
        summary: "What the machine counted, before people looked and with what they decided",
        parameters: [readingParameter],
        output: .json(
            status: 200,
            .object([
                .init("reading", ReadingShape.schema),
                .init("before", .list(TotalShape.schema, most: 1000)),
                .init("after", .list(TotalShape.schema, most: 1000)),
            ])), problems: [403]
    ) { call, arguments in
        let taken = try reading(call, arguments)
        guard let definition = call.state.setting?.definition else {
            throw FilingProblem.noElection
        }
        return JSONAnswer.response(
            TotalsAnswer(
                reading: ReadingShape(taken, call.state.review),
                before: taken.reading.totals.map(TotalShape.init),
                after: call.state.review.totals(taken.id, definition).map(TotalShape.init)))
    }

    /// Bytes of records that the service puts together for one answer; `dobush review records` takes
    /// any number.
    private static let mostRecords = 96 << 20

    private static let records = Operation(
        method: .get, path: "/api/v1/readings/{reading}/records",
        summary: "The cast vote records (NIST SP 1500-103) with every snapshot",
        parameters: [readingParameter],
        output: .json(status: 200, .document("A cast vote record report")), problems: [403, 413]
    ) { call, arguments in
        let taken = try reading(call, arguments)
        guard let definition = call.state.setting?.definition,
            let kept = taken.reading.files.first(where: { $0.name == Reading.recordsName })
        else { throw FilingProblem.noElection }
        guard kept.bytes <= mostRecords else { throw CallProblem.tooLarge(limit: mostRecords) }
        guard let bytes = try call.office.store.whole(kept) else {
            throw ReadingFileProblem(digest: kept.sha256)
        }
        let originals = try CastVoteRecordReport.decode(Data(bytes), name: kept.name)
        return Response(
            type: "application/json",
            body: Array(
                try CastVoteRecordReport.encode(
                    call.state.review.records(taken.id, from: originals), of: .real,
                    definition: definition, generated: call.state.asOf ?? taken.at)))
    }

    private struct AgainstAnswer: Encodable {
        let reading: ReadingShape
        let contests: [ComparisonShape]
    }

    private static let against = Operation(
        method: .get, path: "/api/v1/stations/{station}/machine-against-hand",
        summary: "Where a machine's count after review and the count by hand differ, and why",
        parameters: [
            .init(name: "station", schema: Schema.identifier, words: "A station's id")
        ],
        output: .json(
            status: 200,
            .object([
                .init("reading", ReadingShape.schema),
                .init("contests", .list(ComparisonShape.schema, most: 1000)),
            ])), problems: [403, 404, 409]
    ) { call, arguments in
        let person = try call.person()
        let station = try call.state.station(arguments.identifier("station"))
        guard person.may(.seeWork, at: station) else { throw FilingProblem.notAllowed }
        guard let taken = call.state.review.reading(of: station.id) else {
            throw CallProblem.noSuchResource("reading of station \(station.id)")
        }
        let contests = (call.state.setting?.definition.contests ?? []).compactMap {
            call.state.machineComparison(at: station.id, $0).map(ComparisonShape.init)
        }
        return JSONAnswer.response(
            AgainstAnswer(
                reading: ReadingShape(taken, call.state.review), contests: contests))
    }

    private struct WhyInput: Decodable { let why: String }

    private static let withdraw = Operation(
        method: .post, path: "/api/v1/readings/{reading}/withdrawal",
        summary: "Takes a reading back with all that was said of its papers, for another",
        parameters: [readingParameter],
        input: .json(.object([.init("why", Schema.words)])), output: done, problems: [404]
    ) { call, arguments in
        guard let id = arguments.path["reading"].flatMap({ Digest(hex: $0) }) else {
            throw CallProblem.unfit(["reading is not a digest"])
        }
        let why = try arguments.read(WhyInput.self).why
        return try Deeds.perform(call) { state, _, person in
            try state.withdrawReading(id, why: why, by: person)
        }
    }
}
