import Dispatch
import Formats
import Foundation
import HTTPServer
import Ledger
import Primitives
import Publication
import Web

/// A record read, verified and made ready for its pages.
struct ShownRecord {
    let record: PublishedRecord
    let verification: [VerificationResult]
    let site: Site

    /// - Parameter key: a verifier key's text, nil to take the record's own.
    init(path: String, key: String?) throws {
        record = try RecordReader.read(path, key: key)
        verification = RecordVerification.run(record)
        guard
            let dossier = Dossier(record, verification: verification, keyWasGiven: key != nil)
        else {
            throw PlainProblem(
                code: "web.no-definition",
                summary: "The definition in \(path) is missing or cannot be read.",
                remedy: "Without it no page can be made; dobush-verify tells what is wrong.")
        }
        site = Site(dossier)
    }

    var failed: [VerificationResult] { verification.filter { !$0.holds } }

    func tellFailures() {
        for step in failed {
            Talk.say("\(step.number)  NOT \(step.title)")
            for fault in step.faults.prefix(5) { Talk.say("    \(fault.file): \(fault.reason)") }
        }
    }
}

/// The results office, or the pages of one finished record, over HTTP.
enum ServeCommands {
    static let all: [Command] = [
        Command(
            words: ["serve"],
            usage:
                "[--data DIR] [--database postgres://…] [--listen HOST:PORT] [--behind-proxy] [--demo] | --record DIR [--key VKEY]",
            summary: "Runs the results office, or shows a record, until it is interrupted.",
            options: ["--record", "--data", "--database", "--listen", "--key"],
            flags: ["--demo", "--behind-proxy"], run: serve)
    ]

    @Sendable static func serve(_ invocation: Invocation) throws -> ExitStatus {
        guard invocation.rest.isEmpty else {
            throw UsageProblem(summary: "\(invocation.rest[0]) is not understood.", command: nil)
        }
        let (address, port) = try place(invocation.value("--listen") ?? "127.0.0.1:8080")
        guard let path = invocation.value("--record") else {
            return try OfficeServing(invocation, address: address, port: port).serve()
        }
        for option in ["--data", "--database"] where invocation.value(option) != nil {
            throw UsageProblem(
                summary: "--record shows a finished record and takes no \(option).", command: all[0]
            )
        }
        let shown = try ShownRecord(path: path, key: invocation.value("--key"))
        let signals = Interruptions()
        let service = Service(site: shown.site, record: shown.record.files.contents)
        let server = try Server(address: address, port: port) { service.answer($0) }
        Talk.out(invocation.json ? "{\"url\": \"\(server.url)\"}" : server.url)
        let holding = shown.verification.count - shown.failed.count
        Talk.say("\(holding) of \(shown.verification.count) verifications hold.")
        shown.tellFailures()
        if !invocation.json { Talk.say("Stop with Ctrl-C.") }
        signals.wait()
        server.stop()
        return shown.failed.isEmpty ? .done : .reported
    }

    /// `127.0.0.1:8080`, `[::1]:0`, `unix:/run/dobush/http`.
    private static func place(_ text: String) throws -> (String, Int) {
        if text.hasPrefix("unix:/") { return (text, 0) }
        guard let colon = text.lastIndex(of: ":"),
            let port = Int(text[text.index(after: colon)...]), (0...65_535).contains(port)
        else {
            throw UsageProblem(
                summary:
                    "--listen is an address and a port, as 127.0.0.1:8080, or unix:/path; got \(text).",
                command: nil)
        }
        let host = text[..<colon].trimmingCharacters(in: ["[", "]"])
        return (host == "localhost" ? "127.0.0.1" : host, port)
    }
}

/// Waits for the signals that end a service.
final class Interruptions {
    private let arrived = DispatchSemaphore(value: 0)
    private var sources: [any DispatchSourceSignal] = []

    init() {
        for number in [SIGINT, SIGTERM] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { [arrived] in arrived.signal() }
            source.resume()
            sources.append(source)
        }
    }

    func wait() { arrived.wait() }
}
