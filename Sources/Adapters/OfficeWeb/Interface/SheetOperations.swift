import Cryptography
import Elections
import Filing
import HTTPServer
import Offices
import Primitives
import ResultsOffice
import Storage
import Tabulation

/// Stating, confirming, correcting, doubting and annulling sheets.
enum SheetOperations {
    static let all: [Operation] =
        [file, state, entry, signed]
        + [
            on("confirmation", "A second person confirms a stated sheet") { state, ref, _, who in
                try state.confirm(ref, by: who)
            },
            on("withdrawal", "Whoever stated a sheet takes it back") { state, ref, _, who in
                try state.withdraw(ref, by: who)
            },
            on("return", "A stated sheet goes back to its station", needsWhy: true) {
                try $0.giveBack($1, why: $2, by: $3)
            },
            on("question", "A filed sheet is doubted", needsWhy: true) {
                try $0.raiseQuestion($1, why: $2, by: $3)
            },
            on("settlement", "The doubt is settled", needsWhy: true) {
                try $0.settleQuestion($1, why: $2, by: $3)
            },
            on("annulment", "An officer proposes to annul a sheet", needsWhy: true) {
                try $0.proposeAnnulment($1, why: $2, by: $3)
            },
            on("annulment-withdrawal", "The proposal to annul is taken back") {
                state, ref, _, who in try state.withdrawAnnulment(ref, by: who)
            },
            on("annulment-confirmation", "A second officer confirms the annulment") {
                state, ref, _, who in try state.confirmAnnulment(ref, by: who)
            },
            on("alarm-seen", "An officer has looked at an alarm") { state, ref, _, who in
                try state.seeAlarm(ref, by: who)
            },
        ]

    private struct FileAnswer: Encodable {
        let file: String
        let bytes: Int
    }

    /// A picture is kept before anything names it; one that nothing names is not shown to anybody.
    private static let file = Operation(
        method: .post, path: "/api/v1/files",
        summary: "Keeps the picture of a sheet, before the sheet that names it",
        input: .file(["image/jpeg", "image/png"], most: 12 << 20),
        output: .json(
            status: 201,
            .object([.init("file", Schema.digest), .init("bytes", Schema.count)]))
    ) { call, arguments in
        let person = try call.writer(formToken: call.request.header("x-form-token"))
        // A picture is named by its digest, so that sending it again changes nothing.
        _ = try Deeds.requestKey(call.request)
        guard
            [Deed.fileSheet, .enterSheet, .takeSignedSheets, .recordReadiness, .remarkReadiness]
                .contains(where: person.mayAnywhere)
        else { throw FilingProblem.notAllowed }
        guard let sent = arguments.file, let type = PictureKind.of(sent.bytes) else {
            throw CallProblem.wrongType(wanted: "a JPEG or PNG picture")
        }
        let file = StoredFile(type: type, bytes: sent.bytes)
        _ = try call.office.store.commit(Change(files: [file]))
        return JSONAnswer.response(
            FileAnswer(file: file.digest.hex, bytes: file.bytes.count), status: 201)
    }

    static let sheetSchema = Schema.object([
        .init("station", Schema.identifier), .init("contest", Schema.identifier),
        .init("series", .choice(Series.allCases.map(\.rawValue))),
        .init("figures", .map(.integer(least: -(1 << 53), most: 1 << 53), most: 2000)),
        .init("reasons", .map(Schema.words, most: 200), required: false),
        .init("image", .nullable(Schema.digest), required: false),
        .init("replaces", .nullable(Schema.digest), required: false),
        .init("why", .nullable(Schema.words), required: false),
    ])

    struct SheetInput: Decodable {
        let station: PollingStation.ID
        let contest: Contest.ID
        let series: Series
        let figures: [String: Int]
        let reasons: [String: String]?
        let image: Digest?
        let replaces: Digest?
        let why: String?

        /// The statement, with the figures in the order of the form; unknown ones last, so that
        /// they are told.
        func statement(_ state: OfficeState) throws -> SheetStatement {
            guard let setting = state.setting else { throw FilingProblem.noElection }
            let order = state.forms[contest]?.columns ?? []
            let known = Set(order)
            let names =
                order.filter { figures[$0] != nil }
                + figures.keys.filter { !known.contains($0) }.sorted()
            var reasons: [SheetStatement.Reason] = []
            for (name, text) in self.reasons ?? [:] where !text.isEmpty {
                guard let id = ResultsForm.Equation.ID(name) else {
                    throw CallProblem.meaningless("\(name.debugDescription) is no equation's name")
                }
                reasons.append(SheetStatement.Reason(id, text))
            }
            return SheetStatement(
                election: setting.definition.id, station: station, contest: contest,
                series: series,
                figures: names.map { SheetStatement.Figure($0, figures[$0] ?? 0) },
                reasons: reasons, image: image, replaces: replaces, why: why)
        }
    }

    private static let state = Operation(
        method: .post, path: "/api/v1/sheets",
        summary: "States a station's sheet or a correction; a second person confirms it",
        input: .json(sheetSchema), output: .json(status: 200, DeedAnswer.schema),
        problems: [404, 409]
    ) { call, arguments in
        let input = try arguments.read(SheetInput.self)
        return try Deeds.perform(call) { state, _, person in
            let statement = try input.statement(state)
            try Deeds.needsImage(statement, call)
            return try state.propose(statement, by: person)
        }
    }

    private static let entry = Operation(
        method: .post, path: "/api/v1/entries",
        summary: "A clerk copies a paper sheet, unseen by the other; two that agree file it",
        input: .json(sheetSchema), output: .json(status: 200, DeedAnswer.schema),
        problems: [404, 409]
    ) { call, arguments in
        let input = try arguments.read(SheetInput.self)
        return try Deeds.perform(call) { state, _, person in
            let statement = try input.statement(state)
            try Deeds.needsImage(statement, call)
            return try state.enter(statement, by: person)
        }
    }

    private struct NoteInput: Decodable { let note: String }

    private static let signed = Operation(
        method: .post, path: "/api/v1/signed-sheets",
        summary: "Takes in a sheet under its commission's signatures, in any order, once",
        input: .json(.object([.init("note", .text(most: SheetStatement.longest))])),
        output: .json(status: 200, DeedAnswer.schema), problems: [404, 409]
    ) { call, arguments in
        let input = try arguments.read(NoteInput.self)
        return try Deeds.perform(call) { state, _, person in
            try state.takeSigned(input.note, by: person)
        }
    }

    private struct WhyInput: Decodable { let why: String? }

    /// One deed on one sheet.
    private static func on(
        _ name: String, _ summary: String, needsWhy: Bool = false,
        decide:
            @escaping @Sendable (OfficeState, SheetRef, String, Account) throws -> Decision
    ) -> Operation {
        Operation(
            method: .post, path: "/api/v1/sheets/{sheet}/\(name)", summary: summary,
            parameters: [.init(name: "sheet", schema: Schema.digest, words: "A sheet's digest")],
            input: needsWhy ? .json(.object([.init("why", Schema.words)])) : .none,
            output: .json(status: 200, DeedAnswer.schema), problems: [404, 409]
        ) { call, arguments in
            guard let id = arguments.path["sheet"].flatMap({ Digest(hex: $0) }) else {
                throw CallProblem.unfit(["sheet is not a digest"])
            }
            let why = needsWhy ? try arguments.read(WhyInput.self).why ?? "" : ""
            return try Deeds.perform(call) { state, _, person in
                guard let ref = state.ref(id) else {
                    throw CallProblem.noSuchResource("sheet of this digest")
                }
                return try decide(state, ref, why, person)
            }
        }
    }
}
