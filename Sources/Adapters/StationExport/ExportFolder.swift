import CountingStation
import Cryptography
import Elections
import Formats
import Foundation
import Ledger
import Primitives
import StationCount
import Storage

/// The second medium: a folder that holds, under one signature, everything that the store holds.
///
/// A paper's files are written first and the checkpoint last, each whole; a medium that is pulled out
/// in between has one paper more than its checkpoint speaks of, and the next ``follow(_:)`` mends that.
/// Only the newest checkpoint is on it: two that follow each other would tell which paper lies
/// between them.
package final class ExportFolder: StationMedium {
    private let plan: ExportPlan
    private let folder: DurableFolder
    private let key: SigningKey
    /// A new medium may be begun although the count was exported before.
    package var mayBegin: Bool
    /// What is known to be on the medium, as the log names it.
    private var written: [String: Sealed] = [:]
    private var checkpoint: String?
    /// The newest event that the medium holds.
    private var followed: Int?

    private struct Sealed {
        let entry: LedgerEntry
        let leaf: Digest
    }

    package init(
        path: String, definition: ElectionDefinition,
        source: (definition: [UInt8], layouts: [UInt8]), key: SigningKey, mayBegin: Bool = false
    ) {
        var clean = path
        while clean.count > 1, clean.hasSuffix("/") { clean.removeLast() }
        plan = ExportPlan(definition: definition, source: source)
        folder = DurableFolder(path: clean, time: plan.moment.seconds)
        self.key = key
        self.mayBegin = mayBegin
    }

    package func follow(_ book: CountBook) throws {
        guard let identity = book.state.identity else { return }
        do {
            try recognize(identity, book)
            guard followed != book.events else { return }
            try bring(book, identity)
            followed = book.events
        } catch {
            // What is on a medium that failed is looked at anew.
            written = [:]
            checkpoint = nil
            followed = nil
            throw error
        }
    }

    // MARK: Whose medium it is

    private func recognize(_ identity: CountIdentity, _ book: CountBook) throws {
        let path = folder.path
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw MediumProblem.missing(path)
        }
        // What file systems put on a stick by themselves.
        let found = names.filter { $0 != "lost+found" && !$0.hasPrefix(".") }
        guard found.contains("station.json") else {
            guard found.isEmpty else { throw MediumProblem.foreign(path) }
            guard mayBegin || book.state.phase == .prepared else { throw MediumProblem.empty(path) }
            written = [:]
            followed = nil
            return
        }
        let file = path + "/station.json"
        guard let data = try? Files.read(file, limit: 1 << 20),
            let theirs = try? Documents.decode(CountIdentity.self, from: data, name: file)
        else { throw MediumProblem.foreign(path) }
        guard theirs == identity else {
            throw MediumProblem.otherCount(
                found: "\(theirs.origin) \(theirs.store.prefix(8))",
                own: "\(identity.origin) \(identity.store.prefix(8))")
        }
        guard written.isEmpty else { return }
        let records =
            (try? FileManager.default.contentsOfDirectory(atPath: path + "/records")) ?? []
        let unknown = records.filter { name in
            name.hasSuffix(".json")
                && !(Identifier(String(name.dropLast(5))).map(book.state.knows(number:)) ?? false)
        }
        guard unknown.isEmpty else { throw MediumProblem.ahead(unknown.count) }
    }

    // MARK: Into step

    private func bring(_ book: CountBook, _ identity: CountIdentity) throws {
        let closed = book.state.phase == .closed
        let files = plan.files(
            book.state, identity: identity,
            zero: try book.report(.zero, definition: plan.definition),
            closing: closed
                ? try book.report(.closing, definition: plan.definition) : nil)
        if written.isEmpty { try removeStale(files) }
        // First of all whose it is, so that a medium pulled out early is known again.
        for path in ["station.json"] + files.keys.sorted() {
            guard let file = files[path] else { continue }
            try bring(path, file, book)
        }
        for path in written.keys.filter({ files[$0] == nil }) {
            try folder.remove(path)
            written[path] = nil
        }
        try seal(identity, closed: closed)
    }

    /// What an earlier state left: a held paper that counts since, the summary of a count that was
    /// opened again, a file that was being written.
    private func removeStale(_ files: [String: ExportPlan.File]) throws {
        for place in ["records", "reviews", "images", "held", "refused"] {
            let names =
                (try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + place))
                ?? []
            for name in names where files["\(place)/\(name)"] == nil {
                try folder.remove("\(place)/\(name)")
            }
        }
        for name in ExportPlan.summary where files[name] == nil { try folder.remove(name) }
    }

    private func bring(_ path: String, _ file: ExportPlan.File, _ book: CountBook) throws {
        let bytes: [UInt8]
        switch file.content {
        case .picture(let page):
            guard written[path] == nil else { return }
            note(path, file.kind, bytes: page.bytes, digest: page.sha256)
            guard folder.size(path) != page.bytes else { return }
            guard let stored = try book.store.file(page.sha256) else {
                throw StorageProblem.damaged("the picture \(page.sha256.hex) is not in the store")
            }
            try folder.write(stored.bytes, to: path)
            return
        case .fixed(let make):
            guard written[path] == nil else { return }
            bytes = try make()
            note(path, file.kind, bytes: bytes.count, digest: Digest.of(bytes))
            guard folder.size(path) != bytes.count else { return }
        case .changing(let make):
            bytes = try make()
            let digest = Digest.of(bytes)
            guard written[path]?.entry.digest != digest else { return }
            note(path, file.kind, bytes: bytes.count, digest: digest)
        }
        try folder.write(bytes, to: path)
    }

    private func note(_ path: String, _ kind: EvidenceKind, bytes: Int, digest: Digest) {
        let entry = LedgerEntry(kind: kind, path: path, bytes: bytes, digest: digest, parents: [])
        written[path] = Sealed(entry: entry, leaf: MerkleTree.leaf(Array(entry.text.utf8)))
    }

    /// Signs what is there. The tiles of the log are written when the day is closed; until then the
    /// files themselves give its entries.
    private func seal(_ identity: CountIdentity, closed: Bool) throws {
        let paths = written.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let sealed = paths.compactMap { written[$0] }
        let note = Checkpoint(
            origin: identity.origin, size: sealed.count, root: MerkleTree.root(sealed.map(\.leaf))
        ).signed(by: key)
        guard note != checkpoint else { return }
        try folder.removeFolder("log/tile")
        if closed {
            let tiles = Tiles.files(sealed.map { Array($0.entry.text.utf8) })
            for (path, bytes) in tiles.sorted(by: { $0.key < $1.key }) {
                try folder.write(bytes, to: "log/" + path)
            }
        }
        if folder.size("log/key.txt") == nil {
            try folder.write(Array((identity.key + "\n").utf8), to: "log/key.txt")
        }
        try folder.write(Array(note.utf8), to: "log/checkpoint")
        checkpoint = note
    }
}
