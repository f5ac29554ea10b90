import Ballots
import CountingStation
import Formats
import Foundation
import Primitives
import StationCount
import StationExport

/// One run of scanning.
final class ScanRun {
    private let place: StationPlace
    private let medium: ExportFolder
    private let folder: WatchedFolder
    private let files: ScannedFiles
    private let sheets: TakeSheets
    private let once: Bool
    private let discard: Bool
    private let json: Bool
    private var status = ExitStatus.done
    /// A file of several sheets in which scanning stood still, and what its sheets came to until then.
    private var begun: (pages: [String], told: [SheetAnswer.Result])?
    /// What was said last about standing still, so that it is said once.
    private var said = ""

    init(
        place: StationPlace, medium: ExportFolder, folder: WatchedFolder, files: ScannedFiles,
        sheets: TakeSheets, once: Bool, discard: Bool, json: Bool
    ) {
        self.place = place
        self.medium = medium
        self.folder = folder
        self.files = files
        self.sheets = sheets
        self.once = once
        self.discard = discard
        self.json = json
    }

    /// - Parameter scanner: that fills the folder; scanning ends when it has ended and all is read.
    func run(_ scanner: SaneScanner?) throws -> ExitStatus {
        let ends = once || scanner != nil
        if place.book.state.phase == .closed { throw CountProblem.isClosed }
        while true {
            let ended = scanner.map { !$0.isRunning } ?? true
            let (ready, more) = try folder.look()
            for sheet in ready {
                guard try take(sheet) else { break }
            }
            let left = try !folder.look().ready.isEmpty
            if ends, ended, !left, !more { return status }
            if ends, left, let problem = standing() { throw problem }
            if place.book.state.phase == .closed { return status }
            if ready.isEmpty { try idle() }
            // A medium that fails is not hammered.
            Thread.sleep(forTimeInterval: standing() != nil ? 1 : left ? 0.05 : 0.15)
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

    /// Reads what is in a file, or in two, and keeps it, sheet after sheet. False when scanning stands
    /// still; the sheets that were answered are then not told again.
    private func take(_ found: WatchedFolder.Sheet) throws -> Bool {
        let paths = found.pages.map { (name: ($0 as NSString).lastPathComponent, path: $0) }
        guard
            let given = try? paths.map({
                (name: $0.name, bytes: Array(try Files.read($0.path, limit: 200_000_000)))
            })
        else {
            say("\(paths.map(\.name).joined(separator: " ")) cannot be read and stays where it is.")
            folder.leave(found)
            status = .reported
            return true
        }
        guard try place.alone({ try prepareForOne() }) else { return false }
        let batch = try files.open(given)
        var told = begun?.pages == found.pages ? begun?.told ?? [] : []
        while told.count < batch.count {
            let sheet = try batch.sheet(told.count)
            let answer = try place.alone { () -> (SheetAnswer, Bool, Bool)? in
                guard try prepareForOne() else { return nil }
                let (answer, again) = try sheets.take(sheet)
                return (answer, again, try follow())
            }
            guard let (answer, again, exported) = answer else {
                begun = (found.pages, told)
                return false
            }
            acknowledge(
                answer, pages: sheet.pages.map(\.name), again: again, exported: exported)
            told.append(answer.result)
        }
        begun = nil
        let refused = told.contains(.refused)
        try folder.put(found, into: refused ? "refused" : "done", discard: discard && !refused)
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
