import Ballots
import Elections
import Primitives
import Scanning
import StationCount
import Synchronization

/// Reads one sheet by itself, as the reader of a station does, which runs apart: the record or the
/// refusals, what the codes on the pages say, and the trace by which the paper is known again.
package struct ReadOneSheet: Sendable {
    /// One side of the sheet: its name in the record, and its bytes.
    package struct Page: Sendable {
        package let name: String
        package let bytes: [UInt8]

        package init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    package let definition: ElectionDefinition
    package let layouts: [BallotLayout]
    /// As ``ReadSheets`` takes it.
    package let decode: ReadSheets.Decode

    package init(
        definition: ElectionDefinition, layouts: [BallotLayout],
        decode: @escaping ReadSheets.Decode
    ) {
        self.definition = definition
        self.layouts = layouts
        self.decode = decode
    }

    /// - Parameter pages: one or two.
    package func callAsFunction(
        _ id: CastVoteRecord.ID, batch: Batch.ID?, pages: [Page]
    ) -> SheetReading {
        precondition((1...2).contains(pages.count), "a sheet of \(pages.count) pages")
        let seen = SeenPictures()
        let read = ReadSheets(
            definition: definition, layouts: layouts, jobs: 1, papers: .any
        ) { [decode] bytes, codes in
            let picture = try decode(bytes, codes)
            seen.add(picture)
            return picture
        }
        let given = pages.map { page in
            ReadSheets.Page(name: page.name, file: page.name) { page.bytes }
        }
        let outcome = read([
            ReadSheets.Sheet(
                id: id, batch: batch, front: given[0], back: given.count > 1 ? given[1] : nil)
        ])
        let pictures = seen.all
        let record = outcome.records.first
        return SheetReading(
            sheet: id, record: record, reviews: outcome.reviews,
            refusals: record == nil ? outcome.refusals : [],
            codes: pictures.map { $0.code?.text },
            trace: record.flatMap { trace($0, pictures) })
    }

    private func trace(
        _ record: CastVoteRecord, _ pictures: [ReadSheets.Picture]
    ) -> PaperTrace? {
        guard let layout = layouts.first(where: { $0.id == record.layout }) else { return nil }
        let reader = PageReader(definition: definition, layouts: layouts)
        var patches: [PaperTracing.Found] = []
        for (picture, face) in zip(pictures, [BallotLayout.Face.front, .back]) {
            guard
                let reading = try? reader.read(picture.image, code: picture.code, face: face),
                let tracing = PaperTracing(picture.image, reading, layout)
            else { continue }
            patches += tracing.patches(from: definition.markPolicy.countedFrom)
        }
        guard !patches.isEmpty else { return nil }
        let most = patches.sorted { $0.ink > $1.ink }.prefix(PaperTrace.mostPatches)
        return PaperTrace(layout: layout.id, patches: most.map(\.patch))
    }
}

/// The pictures that the reader decoded, in the order in which it did.
private final class SeenPictures: Sendable {
    private let pictures = Mutex<[ReadSheets.Picture]>([])

    func add(_ picture: ReadSheets.Picture) { pictures.withLock { $0.append(picture) } }

    var all: [ReadSheets.Picture] { pictures.withLock { $0 } }
}
