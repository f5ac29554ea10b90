import Cryptography
import Elections
import Filing
import Formats
import HTTPServer
import Offices
import Primitives
import ResultsOffice
import Reviewing
import Storage

/// Taking a packed reading in over the network: its files first, each under its digest, then the
/// manifest that names them.
enum ReadingOperations {
    static let all: [Operation] = [file, take]

    private struct FileAnswer: Encodable {
        let file: String
        let bytes: Int
    }

    private static let file = Operation(
        method: .post, path: "/api/v1/reading-files",
        summary:
            "Keeps a picture or a piece of a packed reading, before the manifest that names it",
        input: .file(["image/jpeg", TakeInReading.pieceType], most: KeptFile.piece),
        output: .json(
            status: 201,
            .object([.init("file", Schema.digest), .init("bytes", Schema.count)])), problems: [403]
    ) { call, arguments in
        let person = try call.writer(formToken: call.request.header("x-form-token"))
        // Named by its digest, so that sending it again changes nothing.
        _ = try Deeds.requestKey(call.request)
        guard person.mayAnywhere(.takeReading) else { throw FilingProblem.notAllowed }
        guard let sent = arguments.file,
            sent.type == TakeInReading.pieceType || PictureKind.of(sent.bytes) == sent.type
        else { throw CallProblem.wrongType(wanted: "a JPEG picture or a piece of a file") }
        let file = StoredFile(type: sent.type, bytes: sent.bytes)
        _ = try call.office.store.commit(Change(files: [file]))
        return JSONAnswer.response(
            FileAnswer(file: file.digest.hex, bytes: file.bytes.count), status: 201)
    }

    private static let take = Operation(
        method: .post, path: "/api/v1/readings",
        summary: "Takes a packed reading in, once, when all its files are here",
        input: .json(.document("reading.json of a packed folder")),
        output: .json(status: 200, DeedAnswer.schema), problems: [404, 409]
    ) { call, arguments in
        let reading = try arguments.read(Reading.self)
        let asking = try call.writer(formToken: call.request.header("x-form-token"))
        _ = try Deeds.requestKey(call.request)
        // Supposing the best, so that no file is read for what is refused anyway; and before the deed, as
        // nobody else decides anything meanwhile.
        let isNew = try call.state.takeReading(reading, of: .real, by: asking) != nil
        let mode = isNew ? try checked(reading, call) : nil
        return try Deeds.perform(call) { state, _, person in
            try state.takeReading(reading, of: mode, by: person)
        }
    }

    /// What the records say of themselves, when every file of the reading is here.
    private static func checked(_ reading: Reading, _ call: OfficeCall) throws -> CountMode? {
        func file(_ digest: Digest) throws -> [UInt8] {
            guard let kept = try call.office.store.file(digest) else {
                throw FilingProblem.readingFileMissing(digest)
            }
            return kept.bytes
        }
        for digest in reading.pictures + reading.files.flatMap(\.pieces) { _ = try file(digest) }
        return try reading.mode(look: ReportTypeScan.mode, file: file)
    }
}
