import Ballots
import CountingStation
import Elections
import Formats
import Foundation
import Primitives
import Procedures
import ReaderProcess
import StationCount
import StationExport
import Storage

/// Scanning: sheets come in through a folder, one after the other, until somebody stops it.
enum StationScan {
    // MARK: The reader that runs apart

    private static let workerWords = ["read", "worker"]

    /// Starts the reader of a place.
    ///
    /// - Parameter seconds: that one sheet may take.
    static func reader(_ place: StationPlace, seconds: Int = 30) throws -> ReaderProcess {
        // The reader needs no other stations; a country's list is long.
        var definition = place.definition
        definition.stations.removeAll { $0.id != place.identity.station }
        return try ReaderProcess(
            arguments: workerWords, definition: definition, layouts: place.layouts,
            patience: .seconds(seconds))
    }

    @Sendable static func worker(_ invocation: Invocation) throws -> ExitStatus {
        let asked = try ReaderWorker.run { definition, layouts, sheet, batch, pages in
            let read = ReadOneSheet(
                definition: definition, layouts: layouts, decode: PageFile.decode)
            return read(
                sheet, batch: batch, pages: pages.map { .init(name: $0.name, bytes: $0.bytes) })
        }
        return asked ? .done : .unusable
    }

    // MARK: Scanning

    @Sendable static func scan(_ invocation: Invocation) throws -> ExitStatus {
        let place = try StationPlace(invocation)
        let path = try invocation.required("--watch", for: "the folder that the scanner fills")
        let twoSided = place.layouts.allSatisfy { $0.sides.count == 2 }
        let run = ScanRun(
            place: place, medium: try place.medium(invocation),
            folder: try WatchedFolder(path, twoSided: twoSided),
            sheets: TakeSheets(
                book: place.book, definition: place.definition, layouts: place.layouts,
                reader: try reader(place, seconds: invocation.number("--patience") ?? 30)),
            once: invocation.flags.contains("--once"),
            discard: invocation.flags.contains("--discard"), json: invocation.json)
        var scanner: SaneScanner?
        if let device = invocation.value("--sane") {
            scanner = try SaneScanner(device: device, into: path, invocation)
        }
        defer { scanner?.end() }
        let status = try run.run(scanner)
        if let problem = scanner?.problem {
            Talk.problem(problem)
            return .reported
        }
        return status
    }
}

/// One run of scanning.
private final class ScanRun {
    private let place: StationPlace
    private let medium: ExportFolder
    private let folder: WatchedFolder
    private let sheets: TakeSheets
    private let once: Bool
    private let discard: Bool
    private let json: Bool
    private var status = ExitStatus.done
    /// What was said last about standing still, so that it is said once.
    private var said = ""

    init(
        place: StationPlace, medium: ExportFolder, folder: WatchedFolder, sheets: TakeSheets,
        once: Bool, discard: Bool, json: Bool
    ) {
        self.place = place
        self.medium = medium
        self.folder = folder
        self.sheets = sheets
        self.once = once
        self.discard = discard
        self.json = json
    }

    /// - Parameter scanner: that fills the folder; scanning ends when it has ended and all is read.
    func run(_ scanner: SaneScanner?) throws -> ExitStatus {
        let ends = once || scanner != nil
        while true {
            let ended = scanner.map { !$0.isRunning } ?? true
            let (ready, more) = try folder.look()
            for sheet in ready {
                guard try take(sheet) else { break }
            }
            let left = try !folder.look().ready.isEmpty
            if ends, ended, !left, !more { return status }
            if ends, left, let problem = standing() { throw problem }
            if place.book.state.phase == .closed {
                if said.isEmpty { throw CountProblem.isClosed }
                return status
            }
            if ready.isEmpty { try idle() }
            Thread.sleep(forTimeInterval: left ? 0.05 : 0.15)
        }
    }

    /// Why nothing is scanned now; nil when the count is open.
    private func standing() -> (any Problem)? {
        do {
            try place.book.state.checkScanning()
            return nil
        } catch { return error }
    }

    /// Looks after the medium and the count's state while no paper comes.
    private func idle() throws {
        _ = try place.alone { try prepareForOne() }
    }

    /// Reads one sheet and keeps it. False when scanning stands still.
    private func take(_ sheet: WatchedFolder.Sheet) throws -> Bool {
        let pages = sheet.pages.map { path in
            (name: (path as NSString).lastPathComponent, path: path)
        }
        guard
            let given = try? pages.map({
                (name: $0.name, bytes: Array(try Files.read($0.path, limit: 200_000_000)))
            })
        else {
            say("\(pages[0].name) cannot be read and stays where it is.")
            status = .reported
            return true
        }
        let answer = try place.alone { () -> (SheetAnswer, Bool, Bool)? in
            guard try prepareForOne() else { return nil }
            let (answer, again) = try sheets.take(ScannedSheet(pages: given))
            return (answer, again, try follow())
        }
        guard let (answer, again, exported) = answer else { return false }
        acknowledge(
            answer, pages: pages.map(\.name), again: again, exported: exported)
        try folder.put(
            sheet, into: answer.result == .refused ? "refused" : "done",
            discard: discard && answer.result != .refused)
        return true
    }

    // MARK: In step

    /// True when the count is open and the medium holds all that was read.
    private func prepareForOne() throws -> Bool {
        try place.book.readOn()
        switch place.book.state.phase {
        case .open: return try follow()
        case .paused(.outOfStep):
            guard try follow() else { return false }
            try place.book.perform { try $0.resume(by: []) }
            say("The second medium holds everything again; scanning goes on.")
            said = ""
            return try follow()
        default:
            if let problem = standing() { stand(problem) }
            return false
        }
    }

    /// Brings the medium into step; when it cannot, scanning is paused.
    private func follow() throws -> Bool {
        do {
            try medium.follow(place.book)
            return true
        } catch let problem as MediumProblem {
            if place.book.state.phase == .open {
                try place.book.perform {
                    try $0.pause(.outOfStep, by: [], why: problem.code)
                }
            }
            stand(problem)
            return false
        }
    }

    private func stand(_ problem: any Problem) {
        guard said != problem.code else { return }
        said = problem.code
        Talk.problem(problem)
    }

    // MARK: Telling

    private struct Told: Encodable {
        let result: String
        let files: [String]
        let counted: Int
        let `case`: Int?
        let exported: Bool
        let again: Bool
        let refusals: [PageRefusal]
    }

    /// The paper is kept, and whoever feeds the scanner may take the next one. The paper's number is
    /// not told: who stands beside the machine must not learn it.
    private func acknowledge(
        _ answer: SheetAnswer, pages: [String], again: Bool, exported: Bool
    ) {
        let state = place.book.state
        if answer.result != .counted, !again { status = .reported }
        if json {
            let told = Told(
                result: answer.result.rawValue, files: pages, counted: state.counted.count,
                case: answer.held, exported: exported, again: again, refusals: answer.refusals)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            if let line = try? encoder.encode(told) {
                Talk.out(String(decoding: line, as: UTF8.self))
            }
            return
        }
        let mode = StationCommands.mode(place.identity)
        let before = again ? ", read before the machine stopped" : ""
        switch answer.result {
        case .counted: Talk.out("\(mode)counted \(state.counted.count)\(before)")
        case .held:
            let number = answer.held.map { "\($0)" } ?? ""
            Talk.out("\(mode)held, case \(number): it looks like a paper read before\(before)")
        case .refused:
            let first = answer.refusals.first
            Talk.out(
                "\(mode)refused \(first?.code ?? ""): \(pages.joined(separator: " "))\(before)")
            for refusal in answer.refusals where !again {
                Talk.say(
                    "problem: \(refusal.code)\n\(pages[0]): \(refusal.sentence)\nhint: \(refusal.hint)"
                )
            }
        }
        // One beep for a paper that counts, two for one that needs a person.
        if Talk.watched { Talk.say(answer.result == .counted ? "\u{7}" : "\u{7}\u{7}") }
    }

    private func say(_ text: String) { Talk.say(text) }
}
