import Foundation
import Scanning
import Synchronization

/// A PDF, opened by poppler's programs as children; poppler itself is never linked, as its licence
/// is not ours and its input is hostile.
///
/// A page that is one scanned picture gives that picture untouched; any other page is drawn.
final class PDFDocument: Sendable {
    let pages: Int
    private let sizes: [PDFListing.Page]
    private let folder: PrivateFolder
    /// Pictures by page, listed for a run of pages at a time.
    private let listed = Mutex<[Int: [PDFListing.Picture]]>([:])

    private static let pagesInRun = 64
    /// Dots per inch of a drawn page: as pages are scanned.
    private static let drawing = 200
    /// The same where a picture on the page is finer than the former would show.
    private static let fineDrawing = 300

    private let apart: DecodingPool?

    /// - Parameter workplace: a folder in which its own is made.
    init(_ bytes: [UInt8], apart: DecodingPool?, workplace: String?) throws(ImageProblem) {
        self.apart = apart
        // The end mark is the last line of a whole file; without it the file was cut.
        guard PDFDocument.isEnded(bytes) else { throw .pdfDamaged("the end is missing") }
        folder = try PrivateFolder(in: workplace)
        try folder.write(bytes, to: "in.pdf")
        let info = PopplerProgram(
            name: "pdfinfo", arguments: ["-f", "1", "-l", "\(PageDecoder.mostPages)", "in.pdf"])
        let listing: PDFListing
        do {
            listing = PDFListing(info: try info.output(in: folder.path))
        } catch .pdfDamaged(let words) where words.contains("Invalid page count 0") {
            throw .pdfWithoutPages
        }
        guard !listing.isLocked else { throw .pdfLocked }
        guard listing.count > 0 else { throw .pdfWithoutPages }
        guard listing.count <= PageDecoder.mostPages else {
            throw .tooManyPages(most: PageDecoder.mostPages)
        }
        guard listing.pages.count == listing.count else {
            throw .pdfDamaged("\(listing.count) pages, \(listing.pages.count) of them told")
        }
        pages = listing.count
        sizes = listing.pages
    }

    /// ISO 32000-1, annex H.3.18: readers look for the mark in the last 1024 bytes.
    private static func isEnded(_ bytes: [UInt8]) -> Bool {
        let mark = Array("%%EOF".utf8)
        let last = bytes.suffix(1_024)
        return last.indices.contains { last[$0...].starts(with: mark) }
    }

    /// - Parameter page: counted from 1.
    /// - Returns: the page, and the JPEG that it is where it is one and stands upright.
    func decode(page: Int) throws(ImageProblem) -> (page: DecodedPage, jpeg: [UInt8]?) {
        let pictures = try pictures(on: page)
        let finest = pictures.map { max($0.densityAcross, $0.densityDown) }.max() ?? 0
        let density = finest >= 250 ? PDFDocument.fineDrawing : PDFDocument.drawing
        try sizes[page - 1].checkSize(at: density)
        if pictures.count == 1, pictures[0].covers(sizes[page - 1]),
            let taken = try takenOut(pictures[0])
        {
            return taken
        }
        let image = try drawn(page, density: density)
        let both = DotsPerInch(across: Double(density), down: Double(density))
        return (DecodedPage(image: image, density: both), nil)
    }

    /// The page's only picture as it was put in; nil when the page does not show just that.
    private func takenOut(_ picture: PDFListing.Picture) throws(ImageProblem)
        -> (page: DecodedPage, jpeg: [UInt8]?)?
    {
        try PageDecoder.checkSize(picture.width, picture.height)
        let place = "page-\(picture.page)-\(UInt32.random(in: 0...UInt32.max))"
        let path = folder.path + "/" + place
        guard mkdir(path, 0o700) == 0 else { throw .noRoom("no folder can be made in it") }
        defer { try? FileManager.default.removeItem(atPath: path) }
        _ = try PopplerProgram(
            name: "pdfimages",
            arguments: ["-j"] + range(picture.page) + ["in.pdf", place + "/picture"]
        ).output(in: folder.path)
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path),
            names.count == 1,
            let bytes = FileManager.default.contents(atPath: path + "/" + names[0])
        else { return nil }
        let taken = [UInt8](bytes)
        let isJPEG = names[0].hasSuffix(".jpg")
        let image = isJPEG ? try decodedJPEG(taken) : try PortableMap.decode(taken)
        let small = try drawn(picture.page, density: PDFLikeness.density)
        guard let orientation = PDFLikeness.orientation(of: image, shownAs: small) else {
            return nil
        }
        let density = DotsPerInch(across: picture.densityAcross, down: picture.densityDown)
        let page = orientation.applied(to: DecodedPage(image: image, density: density))
        // A turn noted in the JPEG would be followed where it is read as a file of its own.
        if isJPEG, orientation == .upright, try JPEGHeader(taken).orientation == .upright {
            return (page, taken)
        }
        return (page, nil)
    }

    /// A reader of PDF files does not look at the turn that a telephone notes in its JPEG.
    private func decodedJPEG(_ bytes: [UInt8]) throws(ImageProblem) -> GrayImage {
        guard let apart else { return try JPEGPicture.decode(bytes, turning: false).image }
        return try apart.decode(bytes, page: 1, codes: .none, turning: false).page.image
    }

    private func drawn(_ page: Int, density: Int) throws(ImageProblem) -> GrayImage {
        let program = PopplerProgram(
            name: "pdftoppm",
            arguments: ["-gray", "-cropbox", "-r", "\(density)", "-singlefile"] + range(page)
                + ["in.pdf"])
        return try PortableMap.decode(try program.output(in: folder.path))
    }

    private func pictures(on page: Int) throws(ImageProblem) -> [PDFListing.Picture] {
        if let known = listed.withLock({ $0[page] }) { return known }
        let first = (page - 1) / PDFDocument.pagesInRun * PDFDocument.pagesInRun + 1
        let last = min(pages, first + PDFDocument.pagesInRun - 1)
        let program = PopplerProgram(
            name: "pdfimages", arguments: ["-list", "-f", "\(first)", "-l", "\(last)", "in.pdf"])
        let all = PDFListing.pictures(try program.output(in: folder.path))
        let byPage = Dictionary(grouping: all, by: \.page)
        listed.withLock { known in
            for page in first...last { known[page] = byPage[page] ?? [] }
        }
        return byPage[page] ?? []
    }

    private func range(_ page: Int) -> [String] { ["-f", "\(page)", "-l", "\(page)"] }
}
