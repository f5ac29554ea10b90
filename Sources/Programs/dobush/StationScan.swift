import Ballots
import CountingStation
import Elections
import Formats
import Foundation
import Imaging
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

    private static let pagesWords = ["read", "worker", "pages"]

    /// In the folder that it was started in, and in no other.
    @Sendable static func pagesWorker(_ invocation: Invocation) throws -> ExitStatus {
        let asked = try PagesWorker.run { bytes in
            let file = try PictureFile(bytes, apart: DecodingPool(), workplace: ".")
            return (file.pages, { try file.alone(page: $0) })
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
            files: ScannedFiles(
                PagesProcess(arguments: pagesWords, folder: place.folder), twoSided: twoSided),
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
