import Ballots
import Cryptography
import Elections
import Foundation
import Ledger
import Missions
import Primitives
import Publication
import Tabulation

/// Reads a record, or a published site that holds one, without believing anything in it.
package enum RecordReader {
    /// - Parameters:
    ///   - path: the record's folder, or that of a site with a record in it.
    ///   - key: a verifier key's text, nil to take the record's own.
    package static func read(_ path: String, key: String? = nil) throws -> PublishedRecord {
        var trusted: NoteKey?
        if let key {
            trusted = NoteKey(text: key.trimmingCharacters(in: .whitespacesAndNewlines))
            if trusted == nil { throw RecordProblem.notAKey(key) }
        }
        let manager = FileManager.default
        var folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        var isFolder: ObjCBool = false
        guard manager.fileExists(atPath: folder, isDirectory: &isFolder) else {
            throw FileProblem.missing(path)
        }
        guard isFolder.boolValue else { throw FileProblem.notAFolder(path) }
        if !manager.fileExists(atPath: folder + "/log"),
            manager.fileExists(atPath: folder + "/record/log")
        {
            folder += "/record"
        }
        guard manager.fileExists(atPath: folder + "/log") else { throw RecordProblem.noLog(path) }
        let contents = try FolderReader.read(folder)
        return decode(
            RecordFiles(contents: contents.files, irregular: contents.irregular), key: trusted)
    }

    /// The same from files in memory.
    package static func decode(_ files: RecordFiles, key: NoteKey? = nil) -> PublishedRecord {
        var record = PublishedRecord(files: files, key: key)
        var reader = ArtifactReader(files: files)
        record.definition = reader.document(RecordPath.definition)
        record.readiness = reader.document(RecordPath.readiness)
        record.layouts = reader.document(RecordPath.layouts)
        record.turnout = reader.counts(RecordPath.turnout)
        record.manifest = reader.counts(RecordPath.manifest)
        if let flaw = record.definition.value?.flaws().first {
            reader.note(Fault(RecordPath.definition, flaw.summary))
            record.definition = .malformed(flaw.summary)
        }
        record.records = reader.records(record.definition.value)
        record.reading = reader.document(RecordPath.reading)
        record.seed = reader.document(RecordPath.seed)
        record.sample = reader.document(RecordPath.sample)
        record.readings = reader.document(RecordPath.readings)
        record.audit = reader.document(RecordPath.audit)
        record.differences = reader.document(RecordPath.machineAgainstHand)
        record.statistic = reader.document(RecordPath.statistic)
        record.assembly = reader.document(RecordPath.assembly)
        record.mission = reader.document(RecordPath.mission)
        record.observationForm = reader.document(RecordPath.observationForm)
        record.observations = reader.counts(RecordPath.observations)
        reader.checkForms(record.observations.value)
        record.assessment = reader.document(RecordPath.assessment)
        record.disclosure = reader.document(RecordPath.disclosure)
        var form: Artifact<ResultsForm> = reader.document(RecordPath.form)
        if let flaw = form.value?.flaws().first {
            reader.note(Fault(RecordPath.form, flaw.summary))
            form = .malformed(flaw.summary)
        }
        for contest in record.definition.value?.contests ?? [] {
            var results = ContestResults(contest: contest)
            if let form = form.value {
                results.sheets = reader.artifact(results.sheetsPath) { data in
                    let batch = try SheetTable.read(
                        bytes: Array(data), name: results.sheetsPath, forms: [form],
                        contest: contest, definition: record.definition.value)
                    guard Data(SheetTable.write(batch.sheets, fitted: batch.fitted)) == data else {
                        throw DocumentProblem(
                            file: results.sheetsPath, place: "",
                            what: "it holds more than its sheets, or in another form")
                    }
                    return batch
                }
            }
            results.balance = reader.document(results.balancePath)
            results.declaration = reader.document(results.declarationPath)
            results.reportFault = reader.reportFault(results, record.definition.value)
            record.results.append(results)
        }
        record.unreadable = reader.faults
        return record
    }
}

/// Decodes artifacts and keeps the reasons of those that cannot be.
struct ArtifactReader {
    let files: RecordFiles
    private(set) var faults: [Fault] = []

    init(files: RecordFiles) { self.files = files }

    mutating func document<Value: Codable & Sendable>(_ path: String) -> Artifact<Value> {
        artifact(path) { data in
            let value = try Documents.decode(Value.self, from: data, name: path)
            // What nobody reads must not be there: fields of other names, a key twice, a number in
            // another dress. So the document is written anew and must be the same bytes.
            guard try Documents.encode(value) == data else {
                throw DocumentProblem(
                    file: path, place: "", what: "it holds more than its fields, or in another form"
                )
            }
            return value
        }
    }

    /// A document that holds counts, none of which can be below zero.
    mutating func counts<Value: Codable & Sendable>(_ path: String) -> Artifact<Value> {
        if let bytes = files.contents[path], NumberScan(Data(bytes)).hasNegative {
            faults.append(Fault(path, "it holds a count below zero"))
            return .malformed("a count below zero")
        }
        return document(path)
    }

    /// Each form carries the digest of the bytes that came in, taken before the digest was added.
    mutating func checkForms(_ log: ObservationLog?) {
        for form in log?.submissions ?? [] {
            let stated = form.digest
            var received = form
            received.digest = nil
            let bytes = try? Documents.encode(received)
            if bytes.map({ Digest.of(Array($0)).hex }) != stated {
                faults.append(
                    Fault(RecordPath.observations, "form \(form.id) is not the one that came in"))
            }
        }
    }

    /// The report in the standard's form is written anew from the sheets and must be the same bytes.
    func reportFault(
        _ results: ContestResults, _ definition: ElectionDefinition?
    ) -> Fault? {
        guard let sheets = results.sheets.value, let bytes = files.contents[results.reportPath]
        else {
            return Fault(results.reportPath, "it is missing, or its sheets are")
        }
        let report = ElectionResultsReport(
            Declaration(sheets, definition: definition), batch: sheets, definition: definition)
        return (try? report.document()) == Data(bytes)
            ? nil : Fault(results.reportPath, "it is not what the sheets give")
    }

    mutating func note(_ fault: Fault) { faults.append(fault) }

    /// The records, held to the form in which this program writes them for the definition: names of
    /// options, counts of votes and all.
    mutating func records(_ definition: ElectionDefinition?) -> Artifact<[CastVoteRecord]> {
        artifact(RecordPath.records) { data in
            let records = try CastVoteRecordReport.decode(data, name: RecordPath.records)
            guard let definition else { return records }
            let written = try CastVoteRecordReport.encode(
                records, of: .real, definition: definition,
                generated: Instant(seconds: definition.day.number * 86_400))
            guard written == data else {
                throw DocumentProblem(
                    file: RecordPath.records, place: "",
                    what: "it holds more than its records, or in another form")
            }
            return records
        }
    }

    mutating func artifact<Value: Sendable>(
        _ path: String, _ decode: (Data) throws -> Value
    ) -> Artifact<Value> {
        guard let bytes = files.contents[path] else {
            faults.append(Fault(path, "it is missing"))
            return .absent
        }
        do {
            return .present(try decode(Data(bytes)))
        } catch let problem as any Problem {
            faults.append(Fault(path, problem.summary))
            return .malformed(problem.summary)
        } catch {
            faults.append(Fault(path, "\(error)"))
            return .malformed("\(error)")
        }
    }
}

/// A folder that is no record, or a key that is none.
package enum RecordProblem: Problem, Equatable {
    case noLog(String)
    case notAKey(String)

    package var code: String {
        switch self {
        case .noLog: "record.no-log"
        case .notAKey: "record.not-a-key"
        }
    }
    package var summary: String {
        switch self {
        case .noLog(let path): "\(path) holds no log, so it is no record."
        case .notAKey(let text): "\(text) is not a verifier key."
        }
    }
    package var remedy: String {
        switch self {
        case .noLog: "Name the folder that holds log/checkpoint, or a site with record/ in it."
        case .notAKey: "A key is name+8 hexadecimal digits+base64, as its owner published it."
        }
    }
}
