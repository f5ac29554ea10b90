import Cryptography
import Formats
import Foundation
import Ledger
import Primitives
import Publication

/// Chapter 9: can I verify all this myself?
enum PublishCommands {
    static let all: [Command] = [
        Command(
            words: ["publish", "check-log"], usage: "DIR [--key VKEY]",
            summary: "Checks a C2SP tiled log from whatever of its tiles are there.",
            options: ["--key"], run: checkLog),
        Command(
            words: ["publish", "ledger"], usage: "RECORD",
            summary: "Prints the ledger of a record, one line an event, and its root.", run: ledger),
    ]

    @Sendable static func ledger(_ invocation: Invocation) throws -> ExitStatus {
        guard let path = invocation.rest.first, invocation.rest.count == 1 else {
            throw UsageProblem(summary: "One record is needed.", command: nil)
        }
        let record = try RecordReader.read(path)
        if invocation.json {
            let lines = record.log.entries.map(LedgerLine.init)
            Talk.out(String(decoding: try Documents.encode(lines), as: UTF8.self))
        } else {
            Talk.out(record.log.ledgerText)
        }
        return record.log.faults.isEmpty ? .done : .reported
    }

    @Sendable static func checkLog(_ invocation: Invocation) throws -> ExitStatus {
        guard let path = invocation.rest.first, invocation.rest.count == 1 else {
            throw UsageProblem(summary: "One folder with a checkpoint is needed.", command: nil)
        }
        var key: NoteKey?
        if let text = invocation.value("--key") {
            guard let read = NoteKey(text: text) else {
                throw PlainProblem(
                    code: "publish.not-a-key", summary: "\(text) is not a verifier key.",
                    remedy: "A key is name+8 hexadecimal digits+base64, as its owner published it.")
            }
            key = read
        }
        var files = try FolderReader.read(path).files
        if files["checkpoint"] == nil {
            let inside = files.filter { $0.key.hasPrefix("log/") }
            guard inside["log/checkpoint"] != nil else { throw RecordProblem.noLog(path) }
            files = Dictionary(
                inside.map { (String($0.key.dropFirst(4)), $0.value) },
                uniquingKeysWith: { first, _ in first })
        }
        let audit = TileAudit(files: files, key: key)
        if invocation.json {
            let lines = audit.lines.map { LogLine(path: $0.path, flaw: $0.flaw) }
            Talk.out(String(decoding: try Documents.encode(lines), as: UTF8.self))
        } else {
            for line in audit.lines {
                Talk.out(
                    "\(line.flaw == nil ? "ok  " : "BAD ") \(line.path)\(line.flaw.map { ": \($0)" } ?? "")"
                )
            }
        }
        return audit.lines.allSatisfy { $0.flaw == nil } ? .done : .reported
    }
}

private struct LogLine: Encodable {
    let path: String
    let flaw: String?
}

private struct LedgerLine: Encodable {
    let kind: String
    let path: String
    let bytes: Int
    let sha256: String
    let from: [String]

    init(_ entry: LedgerEntry) {
        kind = entry.kind.rawValue
        path = entry.path
        bytes = entry.bytes
        sha256 = entry.digest.hex
        from = entry.parents.map(\.hex)
    }
}
