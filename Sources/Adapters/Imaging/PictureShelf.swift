import Foundation
import Synchronization

/// Files of several pages, kept open while their pages are asked for, so that a batch of a thousand
/// pages is opened once and not a thousand times. May be used from several threads at once.
package final class PictureShelf: Sendable {
    /// Files open at the same time: the one that is read and the one that comes next, with room for
    /// a third where threads overtake each other.
    private static let most = 3

    private let open = Mutex<[(path: String, file: PictureFile)]>([])
    private let read: @Sendable (String) throws -> [UInt8]

    private let apart: DecodingPool?

    /// - Parameters:
    ///   - read: gives the bytes of a file by its path.
    ///   - apart: decodes in processes of their own; here, when nil.
    package init(
        apart: DecodingPool? = nil, read: @escaping @Sendable (String) throws -> [UInt8]
    ) {
        self.apart = apart
        self.read = read
    }

    /// The file, opened now or before.
    package func file(_ path: String) throws -> PictureFile {
        try open.withLock { open in
            if let place = open.firstIndex(where: { $0.path == path }) {
                let known = open.remove(at: place)
                open.append(known)
                return known.file
            }
            let file = try PictureFile(try read(path), apart: apart)
            open.append((path, file))
            if open.count > PictureShelf.most { open.removeFirst() }
            return file
        }
    }

    /// How many pages each file has, by its path; files of one page, and those that cannot be
    /// opened, are left out: reading them says why.
    package func counts(of paths: [String]) -> [String: Int] {
        var counts: [String: Int] = [:]
        for path in paths {
            if let count = try? pages(of: path), count > 1 { counts[path] = count }
        }
        return counts
    }

    /// Of a TIFF only the list of its pages is read, not the pictures.
    private func pages(of path: String) throws -> Int {
        guard let handle = FileHandle(forReadingAtPath: path) else { return 1 }
        defer { try? handle.close() }
        switch PageDecoder.kind(try handle.read(upToCount: 8) ?? Data()) {
        case .tiff:
            return try TIFFDirectories { at, count in
                guard (try? handle.seek(toOffset: UInt64(at))) != nil,
                    let bytes = try? handle.read(upToCount: count), bytes.count == count
                else { return nil }
                return [UInt8](bytes)
            }.pages.count
        case .pdf: return try file(path).pages
        default: return 1
        }
    }
}
