import Ballots
import Cryptography
import Formats
import Foundation
import Imaging
import Primitives
import Procedures
import Reviewing
import Scanning

/// The folder that `read` left, as far as people need it.
struct MachineFolder {
    let records: [CastVoteRecord]
    let reviews: [ReviewItem]
    let refusedPages: Int
    let totals: [MachineTotal]
    /// What is kept byte for byte.
    let files: [(file: KeptFile, bytes: Data)]

    private static let names = [
        Reading.recordsName, "review.json", "refusals.json", "totals.json",
    ]

    init(_ folder: String) throws {
        var found: [String: Data] = [:]
        for name in Self.names { found[name] = try Files.read(folder + "/" + name) }
        func document<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> Value {
            try Documents.decode(type, from: found[name] ?? Data(), name: name)
        }
        records = try CastVoteRecordReport.decode(
            found[Reading.recordsName] ?? Data(), name: Reading.recordsName)
        reviews = try document([ReviewItem].self, "review.json")
        refusedPages = try document([PageRefusal].self, "refusals.json").count
        totals = try document([MachineTotal].self, "totals.json")
        files = Self.names.compactMap { name in
            found[name].map { (KeptFile.cut(name, Array($0)).file, $0) }
        }
    }
}

/// Finds the page of a doubtful target again and cuts its pictures out.
struct PageFinder {
    private let paths: [String: [String]]
    private let digests: [CastVoteRecord.ID: Set<String>]
    private let shelf = PictureShelf { try Files.bytes(ofPage: $0) }

    init(_ pages: [String], _ records: [CastVoteRecord]) {
        paths = Dictionary(grouping: pages) { ($0 as NSString).lastPathComponent }
        digests = Dictionary(
            records.map { ($0.id, Set($0.images.map(\.sha256))) },
            uniquingKeysWith: { $0.union($1) })
    }

    func show(_ items: [ReviewItem]) throws -> PackReading.Shown {
        guard let first = items.first else { throw PackingProblem.pageMissing("") }
        let candidates = candidates(first.page)
        guard !candidates.isEmpty else { throw PackingProblem.pageMissing(first.page) }
        for candidate in candidates {
            guard let bytes = try shelf.bytes(of: candidate),
                digests[first.sheet]?.contains(Digest.of(bytes).hex) ?? false
            else { continue }
            return try PaperPictures.shown(bytes, items)
        }
        throw PackingProblem.otherPage(first.page)
    }

    /// Pages that have the name: files of it, then pages of files of several.
    private func candidates(_ name: String) -> [PageReference] {
        let whole = (paths[name] ?? []).map { PageReference(file: $0) }
        guard let (file, page) = PageReference.parts(ofName: name) else { return whole }
        return whole + (paths[file] ?? []).map { PageReference(file: $0, page: page) }
    }
}

extension PaperPictures {
    /// The pictures of one page with its doubtful targets.
    ///
    /// - Parameter bytes: a file of this page alone.
    static func shown(_ bytes: [UInt8], _ items: [ReviewItem]) throws -> PackReading.Shown {
        let first = items[0]
        let image = upright(try PageDecoder.decode(bytes), quarterTurns: first.quarterTurns)
        let density = Double(max(100, first.pixelsPerMillimetre)) / 100
        let page = try page(image, density: density)
        let crops = try items.map { item in
            let box = cropBox(image, x: item.x, y: item.y, density: density)
            let small = [box.left, box.top, box.width, box.height]
            return PackReading.Crop(
                picture: PackReading.Picture(try crop(image, box)),
                frame: frame(box, x: item.x, y: item.y, density: density),
                box: small.map { $0 * page.width / image.width })
        }
        return PackReading.Shown(
            sha256: Digest.of(bytes).hex, page: PackReading.Picture(page), crops: crops)
    }
}

extension PackReading.Picture {
    fileprivate init(_ picture: PaperPictures.Picture) {
        self.init(jpeg: picture.jpeg, width: picture.width, height: picture.height)
    }
}

/// A folder ready to be taken in.
struct PackedFolder {
    static let manifest = "reading.json"

    let reading: Reading
    private let folder: String
    /// The machine's files, whole, by the digest of each of their pieces.
    private let pieces: [Digest: (file: KeptFile, place: Int)]

    static func picture(_ digest: Digest, in folder: String) -> String {
        "\(folder)/pictures/\(digest.hex).jpg"
    }

    init(_ folder: String) throws {
        self.folder = folder
        reading = try Documents.decode(
            Reading.self, from: Files.read(folder + "/" + Self.manifest, limit: 64 << 20),
            name: Self.manifest)
        var pieces: [Digest: (file: KeptFile, place: Int)] = [:]
        for file in reading.files {
            for (place, piece) in file.pieces.enumerated() { pieces[piece] = (file, place) }
        }
        self.pieces = pieces
    }

    /// The bytes of a picture or a piece; nil when there is no such file.
    func bytes(_ digest: Digest) throws -> [UInt8]? {
        guard let (file, place) = pieces[digest] else {
            let path = Self.picture(digest, in: folder)
            guard FileManager.default.fileExists(atPath: path) else { return nil }
            return Array(try Files.read(path, limit: 32 << 20))
        }
        // A name from outside leads into the folder and nowhere else.
        guard !file.name.contains("/"), !file.name.hasPrefix(".") else { return nil }
        let handle = try FileHandle(
            forReadingFrom: URL(filePath: folder).appending(path: file.name))
        defer { try? handle.close() }
        try handle.seek(toOffset: UInt64(place * KeptFile.piece))
        return try handle.read(upToCount: KeptFile.piece).map { Array($0) }
    }
}
