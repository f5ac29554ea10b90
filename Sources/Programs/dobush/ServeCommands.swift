import Dispatch
import Formats
import Foundation
import HTTPServer
import Ledger
import Primitives
import Publication
import Story
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

/// The pages of a record, over HTTP.
enum ServeCommands {
    static let all: [Command] = [
        Command(
            words: ["serve"],
            usage: "[--record DIR | --demo] [--listen HOST:PORT] [--key VKEY]",
            summary: "Shows a record in a browser until it is interrupted.",
            options: ["--record", "--data", "--listen", "--key"], flags: ["--demo"], run: serve)
    ]

    @Sendable static func serve(_ invocation: Invocation) throws -> ExitStatus {
        guard invocation.rest.isEmpty else {
            throw UsageProblem(summary: "\(invocation.rest[0]) is not understood.", command: nil)
        }
        let (address, port) = try place(invocation.value("--listen") ?? "127.0.0.1:8080")
        var path = invocation.value("--record") ?? invocation.value("--data")
        var temporary: String?
        defer { if let temporary { try? FileManager.default.removeItem(atPath: temporary) } }
        if invocation.flags.contains("--demo") {
            guard path == nil else {
                throw UsageProblem(
                    summary: "Either --demo or --record, not both.", command: nil)
            }
            temporary = try demo()
            path = temporary
        }
        guard let path else {
            throw UsageProblem(
                summary: "Which record? Name it with --record, or play one with --demo.",
                command: all[0])
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

    /// `127.0.0.1:8080`, `[::1]:0`.
    private static func place(_ text: String) throws -> (String, Int) {
        guard let colon = text.lastIndex(of: ":"),
            let port = Int(text[text.index(after: colon)...]), (0...65_535).contains(port)
        else {
            throw UsageProblem(
                summary: "--listen is an address and a port, as 127.0.0.1:8080; got \(text).",
                command: nil)
        }
        let host = text[..<colon].trimmingCharacters(in: ["[", "]"])
        return (host == "localhost" ? "127.0.0.1" : host, port)
    }

    /// Plays Tervania into a folder of its own, which goes when the service stops.
    private static func demo() throws -> String {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "dobush-demo-\(ProcessInfo.processInfo.processIdentifier)").path
        let progress = Progress("pages", total: 1)
        let story = Story(
            papers: DemoCommand.papers(jobs: ProcessInfo.processInfo.activeProcessorCount))
        let files = try story.play(progress: { progress.report($0, of: $1) }) { told in
            progress.finish()
            Talk.say("\(told.chapter.rawValue) \(told.chapter.name)")
        }
        try Files.publishFolder(folder) { part in
            for (path, bytes) in files { try Files.write(Data(bytes), to: part + "/" + path) }
        }
        return folder
    }
}

/// Waits for the signals that end a service.
private final class Interruptions {
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
