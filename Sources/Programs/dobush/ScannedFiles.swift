import CountingStation
import Formats
import Primitives
import ReaderProcess

/// From what lies in a scanner's folder to sheets: a file may be a page, or a batch of them.
struct ScannedFiles {
    private let opener: PagesProcess
    private let twoSided: Bool

    /// - Parameter twoSided: papers are printed on both sides, so that two pages of a file are a sheet.
    init(_ opener: PagesProcess, twoSided: Bool) {
        self.opener = opener
        self.twoSided = twoSided
    }

    /// The sheets of a file, or of two that are front and back of one.
    struct Batch {
        fileprivate let given: [Given]
        fileprivate let sheets: [[PageReference]]

        var count: Int { sheets.count }

        /// - Parameter index: in the order of the feeder, from 0.
        func sheet(_ index: Int) throws -> ScannedSheet {
            ScannedSheet(
                try sheets[index].map { reference in
                    guard let file = given.first(where: { $0.name == reference.file }) else {
                        throw FileProblem.missing(reference.file)
                    }
                    return try file.page(reference)
                })
        }
    }

    /// One file, opened where it may have several pages.
    fileprivate struct Given {
        let name: String
        let bytes: [UInt8]
        let opened: Result<OpenedFile, PageFault>?

        var pages: Int { (try? opened?.get().pages) ?? 1 }

        func page(_ reference: PageReference) throws -> ScannedSheet.Page {
            switch opened {
            case .failure(let fault):
                return ScannedSheet.Page(name: name, bytes: bytes, fault: fault)
            case .success(let file) where file.pages > 1 || PageKind(bytes) == .pdf:
                do {
                    let page = try file.page(reference.page)
                    return ScannedSheet.Page(name: reference.name, bytes: page)
                } catch let fault as PageFault {
                    return ScannedSheet.Page(name: reference.name, bytes: nil, fault: fault)
                }
            default: return ScannedSheet.Page(name: name, bytes: bytes)
            }
        }
    }

    /// - Parameter files: one, or front and back of a sheet; names without their folder.
    func open(_ files: [(name: String, bytes: [UInt8])]) throws -> Batch {
        let given = try files.map { file in
            Given(name: file.name, bytes: file.bytes, opened: try opened(file.bytes))
        }
        let counts = Dictionary(
            given.map { ($0.name, $0.pages) }, uniquingKeysWith: { first, _ in first })
        let list = PageList(pairing: given.map(\.name), counts: counts, twoSided: twoSided)
        return Batch(
            given: given,
            sheets: list.entries.map { [$0.frontPage] + ($0.backPage.map { [$0] } ?? []) })
    }

    private func opened(_ bytes: [UInt8]) throws -> Result<OpenedFile, PageFault>? {
        guard PageKind(bytes).mayHaveSeveralPages else { return nil }
        do {
            return .success(try opener.open(bytes))
        } catch let fault as PageFault {
            return .failure(fault)
        }
    }
}
