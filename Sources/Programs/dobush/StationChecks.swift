import Ballots
import Cryptography
import Formats
import Foundation
import Primitives
import StationCount
import StationExport
import Storage
import StorageSQLite

/// Checks an export as a stranger does, and the store as its keeper does.
enum StationChecks {
    private struct Told: Encodable {
        struct Line: Encodable {
            let what: String
            let faults: [String]
        }

        let origin: String?
        let key: String?
        let counted: Int
        let closed: Bool
        let whole: Bool
        let lines: [Line]
        let totals: [ContestTotal]
    }

    @Sendable static func check(_ invocation: Invocation) throws -> ExitStatus {
        if invocation.value("--data") != nil { return try checkStore(invocation) }
        guard let folder = invocation.rest.first, invocation.rest.count == 1 else {
            throw UsageProblem(summary: "Name one export, or --data DIR.", command: nil)
        }
        let key = try invocation.value("--key").map { text -> NoteKey in
            guard let key = NoteKey(text: text) else {
                throw UsageProblem(summary: "--key is a verifier key's text.", command: nil)
            }
            return key
        }
        let check = try ExportCheck(folder: folder, key: key)
        let lines = check.lines.map { Told.Line(what: $0.what, faults: $0.faults) }
        if invocation.json {
            let told = Told(
                origin: check.identity?.origin, key: check.identity?.key, counted: check.counted,
                closed: check.isClosed, whole: check.isWhole, lines: lines, totals: check.totals)
            Talk.out(String(decoding: try Documents.encode(told).dropLast(), as: UTF8.self))
        } else {
            for (index, line) in lines.enumerated() {
                Talk.out("\(index + 1) \(line.faults.isEmpty ? "ok " : "BAD") \(line.what)")
                for fault in line.faults.prefix(20) { Talk.out("      \(fault)") }
            }
            if key == nil { Talk.say("The key came from the export itself.") }
        }
        guard !check.isWhole else { return .done }
        Talk.problem(problem(check, folder))
        return .reported
    }

    static func problem(_ check: ExportCheck, _ folder: String) -> PlainProblem {
        let faults = check.lines.flatMap(\.faults)
        return PlainProblem(
            code: "station.export-damaged",
            summary: "\(folder): \(faults.first ?? "it is not whole").",
            remedy:
                "Put the medium back into its station and run dobush read station resume; if that does not mend it, keep it as evidence."
        )
    }

    private static func checkStore(_ invocation: Invocation) throws -> ExitStatus {
        let file = StationPlace.file(
            try invocation.required("--data", for: "the folder of the station's count"))
        guard FileManager.default.fileExists(atPath: file) else { throw CountProblem.notPrepared }
        var faults: [String] = []
        var census = StoreCensus()
        do {
            faults += try SQLiteStore.faults(of: file)
            let store = try SQLiteStore(path: file, onlyReads: true)
            defer { store.close() }
            let check = try StoreCheck(store)
            faults += check.faults
            census = check.census
        } catch StorageProblem.damaged(let what) {
            faults.append(what)
        }
        for fault in faults where !invocation.json { Talk.out("BAD \(fault)") }
        let sentence = "\(census.acts) events, \(census.files) files"
        Talk.out(
            invocation.json
                ? "{\"events\": \(census.acts), \"files\": \(census.files), \"faults\": \(faults.count)}"
                : "\(faults.isEmpty ? "ok " : "")\(file): \(sentence)")
        if let first = faults.first { Talk.problem(StorageProblem.damaged(first)) }
        return faults.isEmpty ? .done : .reported
    }
}
