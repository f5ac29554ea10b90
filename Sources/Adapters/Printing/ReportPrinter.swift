import Ballots
import Primitives
import StationCount

/// Prints a station's report on A5: one part after the other, each as often as copies are wanted.
package enum ReportPrinter {
    /// One report in one language.
    package struct Part: Sendable {
        let rows: [ReportRow]
        /// At the foot of each page.
        let foot: String

        package init(rows: [ReportRow], foot: String) {
            self.rows = rows
            self.foot = foot
        }
    }

    /// - Parameters:
    ///   - day: of the election, as the day of making: `2031-05-18`.
    ///   - copies: 1 to 20.
    package static func pdf(
        _ parts: [Part], title: String, day: String, copies: Int
    ) throws(PrintingProblem) -> [UInt8] {
        precondition((1...20).contains(copies), "copies are 1 to 20, got \(copies)")
        let sheet = DocumentSheet.a5
        var pages: [(pieces: [DocumentFlow.Piece], foot: String)] = []
        for part in parts {
            let laid = try DocumentFlow.pages(part.rows.map(\.part), on: sheet)
            let numbered = laid.enumerated().map { ($1, "\(part.foot) · \($0 + 1)") }
            for _ in 0..<copies { pages += numbered }
        }
        let about = PDFAbout(title: title, subject: "Report of a station's count", day: day)
        return try PDFFile.make(about, pages: pages.map { ($0, sheet.width, sheet.height) }) {
            page, canvas throws(PrintingProblem) in
            try DocumentFlow.draw(page.pieces, footer: page.foot, of: sheet, on: canvas)
        }
    }
}

extension ReportRow {
    fileprivate var part: DocumentPart {
        switch self {
        case .alarm(let text): .alarm(text)
        case .title(let text): .title(text)
        case .heading(let text): .heading(text)
        case .line(let text): .text(text)
        case .figure(let label, let number): .figure(label, number)
        case .signature(let text): .signatures([text])
        case .gap: .gap
        }
    }
}
