import CZip
import Foundation
import Primitives

/// The one table in a zip archive, by libzip, which checks each file's length and checksum.
enum ZipTable {
    private static let piece = 1 << 18

    /// True when the file begins like a zip archive; leaves the file at its beginning.
    static func isArchive(_ file: UnsafeMutablePointer<FILE>, _ path: String) throws -> Bool {
        var start = [UInt8](repeating: 0, count: 4)
        let count = fread(&start, 1, 4, file)
        guard fseek(file, 0, SEEK_SET) == 0 else {
            throw FileProblem.unreadable(path, String(cString: strerror(errno)))
        }
        return count == 4
            && (start == [0x50, 0x4B, 3, 4] || start == [0x50, 0x4B, 5, 6])
    }

    /// Hands the text over in pieces. What is wrong with the text is told only when the checksum
    /// holds, for damage is the better reason.
    static func read(
        _ path: String, limits: TableLimits, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
    ) throws {
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_RDONLY, &code) else {
            throw TableProblem.notZip(path, "it is damaged or cut short")
        }
        defer { zip_discard(archive) }
        let entry = try onlyTable(archive, path)
        guard let file = zip_fopen_index(archive, zip_uint64_t(entry), 0) else {
            throw TableProblem.notZip(path, String(cString: zip_strerror(archive)))
        }
        defer { zip_fclose(file) }
        let output = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: piece)
        defer { output.deallocate() }
        var total = 0
        var refusal: (any Error)?
        while true {
            let count = zip_fread(file, output.baseAddress, zip_uint64_t(piece))
            guard count >= 0 else {
                throw TableProblem.notZip(path, String(cString: zip_file_strerror(file)))
            }
            if count == 0 { break }
            total += Int(count)
            guard total <= limits.bytes else { throw TableProblem.tooLarge(path, limits.bytes) }
            if refusal != nil { continue }
            do {
                try body(UnsafeBufferPointer(rebasing: output[..<Int(count)]))
            } catch {
                refusal = error
            }
        }
        if let refusal { throw refusal }
    }

    /// The archive's one file; folders, and what some programs add beside it, do not count.
    private static func onlyTable(_ archive: OpaquePointer, _ path: String) throws -> Int {
        let count = Int(zip_get_num_entries(archive, 0))
        var found: [(place: Int, name: String)] = []
        for place in 0..<max(0, count) {
            guard let text = zip_get_name(archive, zip_uint64_t(place), 0) else { continue }
            let name = String(cString: text)
            if name.hasSuffix("/") || name.hasPrefix("__MACOSX/") { continue }
            found.append((place, name))
            if found.count > 5 { break }
        }
        guard found.count == 1 else {
            throw TableProblem.zipEntries(path, found.map { printable($0.name) })
        }
        return found[0].place
    }

    private static func printable(_ name: String) -> String {
        Array(name.utf8).withUnsafeBufferPointer { $0.clipped }
    }
}
