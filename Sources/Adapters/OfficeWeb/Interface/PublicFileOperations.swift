import Cryptography
import Elections
import Filing
import Foundation
import HTTPServer
import Offices
import Primitives
import ResultsOffice
import Reviewing
import Storage
import Tabulation

/// What lies behind the sums, as it came: sheets, pictures, the log.
extension PublicOperations {
    static let sheet = Operation(
        method: .get, path: "/api/v1/sheets/{sheet}",
        summary: "A filed sheet's text as it is signed, or with its signatures as it came",
        entry: .open,
        parameters: [.init(name: "sheet", schema: Schema.digest, words: "A sheet's digest")],
        output: .text("text/plain"), isPublic: true
    ) { call, arguments in
        guard let id = arguments.path["sheet"].flatMap({ Digest(hex: $0) }),
            let ref = call.state.ref(id), let version = call.state.file(ref.key).version(id),
            version.isPublic
        else { throw CallProblem.noSuchResource("sheet of this digest") }
        return Response(text: version.note ?? version.statement.text)
    }

    static let file = Operation(
        method: .get, path: "/api/v1/files/{file}",
        summary: "The picture of a filed sheet; others for those who may see the work",
        entry: .open,
        parameters: [.init(name: "file", schema: Schema.digest, words: "A file's SHA-256")],
        output: .file
    ) { call, arguments in
        guard let digest = arguments.path["file"].flatMap({ Digest(hex: $0) }) else {
            throw CallProblem.noSuchResource("file of this digest")
        }
        let paperOf = call.state.review.files[digest].flatMap { call.state.stations[$0] }
        let mayAll =
            call.caller.map { caller in
                // A voter's paper is shown where the work of its station is.
                if let paperOf { return caller.account.may(.seeWork, at: paperOf) }
                return caller.account.mayAnywhere(.seeWork)
                    || caller.account.mayAnywhere(.seeReadiness)
            } ?? false
        guard mayAll || call.state.publicFiles.contains(digest),
            // Pieces of packed readings lie in the store too; they are no pictures to be shown.
            let file = try call.office.store.file(digest), file.isPicture
        else { throw CallProblem.noSuchResource("file of this digest") }
        var response = Response(type: file.type, body: file.bytes)
        response.headers += [
            ("ETag", "\"\(digest.hex)\""),
            ("Cache-Control", mayAll ? "private, max-age=31536000" : "public, max-age=31536000"),
            ("Content-Disposition", "inline"),
        ]
        return response
    }

    private struct LogAnswer: Encodable {
        struct Entry: Encodable {
            let act: Int
            let moment: Instant
            let actor: String?
            let kind: String?
            /// The JSON text whose SHA-256 the link covers; absent for what is not public.
            let body: String?
            let bodyDigest: String
            let link: String
        }

        let entries: [Entry]
        let head: Int
    }

    static let log = Operation(
        method: .get, path: "/api/v1/log",
        summary: "The acts of the office in order, each with its link to the one before",
        entry: .open,
        parameters: [
            .init(
                name: "after", schema: .integer(most: 1 << 53),
                words: "Acts with a higher number than this", inPath: false),
            .init(
                name: "limit", schema: .integer(most: 1000), words: "How many at most",
                inPath: false),
        ],
        output: .json(
            status: 200,
            .object([
                .init(
                    "entries",
                    .list(
                        .object([
                            .init("act", Schema.count), .init("moment", Schema.moment),
                            .init("actor", Schema.identifier, required: false),
                            .init("kind", .text(most: 100), required: false),
                            .init("body", .text(most: 16 << 20), required: false),
                            .init("bodyDigest", Schema.digest), .init("link", Schema.digest),
                        ]), most: 1000)), .init("head", Schema.count),
            ]))
    ) { call, arguments in
        let after = try arguments.number("after", or: 0, most: 1 << 53)
        let limit = try arguments.number("limit", or: 200, most: 1000)
        let seesAll = call.caller?.account.mayAnywhere(.seeLog) ?? false
        let reviews = call.caller?.account.mayAnywhere(.reviewPapers) ?? false
        let entries = try call.office.store.acts(after: after, limit: limit).map { stored in
            // Who reviews papers is not told who looked at one before it is settled.
            let blind = reviews && call.state.isUnseen(stored.sequence)
            let shown = seesAll && !blind || !Act.officeKinds.contains(stored.kind)
            let opened =
                try !call.state.isUnseen(stored.sequence)
                && (seesAll || call.state.opens(ActCoder.entry(stored).act))
            return LogAnswer.Entry(
                act: stored.sequence, moment: stored.moment, actor: shown ? stored.actor : nil,
                kind: shown ? stored.kind : nil,
                body: opened ? String(decoding: stored.body, as: UTF8.self) : nil,
                bodyDigest: Digest.of(stored.body).hex, link: stored.link.hex)
        }
        return JSONAnswer.response(LogAnswer(entries: entries, head: call.state.through))
    }
}
