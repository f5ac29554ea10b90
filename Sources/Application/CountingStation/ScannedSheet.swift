import Ballots
import Cryptography
import Elections
import Primitives
import StationCount

/// One sheet as a scanner left it: one or two pictures.
package struct ScannedSheet: Sendable {
    package struct Page: Sendable {
        /// As the file is called; a page of several as `batch.pdf#3`.
        package let name: String
        /// Nil where the page could not be taken out of its file.
        package let bytes: [UInt8]?
        /// Why it cannot be read, where that is known before.
        package let fault: PageFault?

        package init(name: String, bytes: [UInt8]?, fault: PageFault? = nil) {
            precondition(bytes != nil || fault != nil, "\(name) is missing without a reason")
            self.name = name
            self.bytes = bytes
            self.fault = fault
        }
    }

    package let pages: [Page]

    package init(_ pages: [Page]) {
        precondition((1...2).contains(pages.count), "a sheet of \(pages.count) pages")
        self.pages = pages
    }

    package init(pages: [(name: String, bytes: [UInt8])]) {
        self.init(pages.map { Page(name: $0.name, bytes: $0.bytes) })
    }

    /// The same for the same files, so that a sheet whose answer was lost is not read twice.
    var request: Digest {
        let lines = pages.map { page in
            let picture = page.bytes.map { "\(Digest.of($0).hex)\n" } ?? ""
            return "\(page.name)\n\(picture)\(page.fault.map { "\($0.code)\n" } ?? "")"
        }
        return Digest.of(lines.joined())
    }

    /// A sheet with a page that cannot be read is refused unread: half a sheet is no vote.
    func refused(as number: CastVoteRecord.ID) -> SheetReading? {
        let refusals = pages.enumerated().compactMap { index, page -> PageRefusal? in
            guard let fault = page.fault else { return nil }
            return PageRefusal(
                page: "\(number)-\(index + 1)", sheet: number, code: fault.code, text: fault.text,
                advice: fault.advice)
        }
        guard !refusals.isEmpty else { return nil }
        return SheetReading(
            sheet: number, record: nil, reviews: [], refusals: refusals, codes: [], trace: nil)
    }
}

/// Why a page could not be taken out of its file, as whoever tried says it.
package struct PageFault: ToldInThreeLanguages, Codable, Hashable {
    package let code: String
    package let text: LocalizedText
    package let advice: LocalizedText

    package init(_ problem: any ToldInThreeLanguages) {
        code = problem.code
        text = problem.text
        advice = problem.advice
    }

    package init(_ refusal: StationRefusal) { self.init(refusal as any ToldInThreeLanguages) }
}
