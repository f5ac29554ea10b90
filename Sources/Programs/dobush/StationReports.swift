import CountingStation
import Elections
import Formats
import Foundation
import Primitives
import Printing
import StationCount

/// Reports on the screen, as JSON and as pages; and the list of papers that wait for a decision.
enum StationReports {
    @Sendable static func report(_ invocation: Invocation) throws -> ExitStatus {
        let place = try StationPlace(invocation)
        let closed = place.book.state.phase == .closed
        let occasion: CountReport.Occasion =
            invocation.flags.contains("--zero") ? .zero : closed ? .closing : .interim
        return try tell(occasion, place, invocation)
    }

    static func tell(
        _ occasion: CountReport.Occasion, _ place: StationPlace, _ invocation: Invocation
    ) throws -> ExitStatus {
        guard let report = try place.book.report(occasion, definition: place.definition) else {
            throw CountProblem.notOpen
        }
        let languages = try self.languages(invocation)
        if let out = invocation.value("--out") {
            let copies = try invocation.number("--copies") ?? 1
            guard copies <= 20 else {
                throw UsageProblem(summary: "--copies is 1 to 20.", command: nil)
            }
            let parts = languages.map { language in
                ReportPrinter.Part(
                    rows: report.rows(place.definition, in: language),
                    foot: "\(place.identity.origin) · \(report.link.prefix(16))")
            }
            let pdf = try ReportPrinter.pdf(
                parts, title: "\(place.identity.origin) \(occasion.rawValue)",
                day: place.definition.day.text, copies: copies)
            try Files.write(Data(pdf), to: out)
        }
        if invocation.json {
            Talk.out(String(decoding: try Documents.encode(report).dropLast(), as: UTF8.self))
        } else {
            let rows = report.rows(place.definition, in: languages[0])
            Talk.out(rows.map(line).joined(separator: "\n"))
        }
        return .done
    }

    /// All three on paper, unless some are named.
    private static func languages(_ invocation: Invocation) throws -> [Language] {
        let named = try invocation.all("--language").map { text -> Language in
            guard let language = Language(rawValue: text) else {
                throw UsageProblem(
                    summary: "--language is en, ru or ky, got \(text).", command: nil)
            }
            return language
        }
        return named.isEmpty ? Language.allCases : named
    }

    /// Narrow enough for a roll of paper.
    private static let width = 48

    private static func line(_ row: ReportRow) -> String {
        switch row {
        case .alarm(let text):
            let spaced = text.map { String($0) }.joined(separator: " ")
            let stars = String(repeating: "*", count: width)
            let left = String(repeating: " ", count: max(0, (width - spaced.count) / 2))
            return "\(stars)\n\(left)\(spaced)\n\(stars)"
        case .title(let text): return text.uppercased()
        case .heading(let text), .line(let text): return text
        case .figure(let label, let number):
            let digits = String(number)
            let room = width - digits.count - 1
            guard label.count < room else {
                return "\(label)\n\(dots(width - digits.count - 1)) \(digits)"
            }
            return "\(label) \(dots(room - label.count - 1)) \(digits)"
        case .signature(let text): return "\n" + String(repeating: "_", count: width) + "\n" + text
        case .gap: return ""
        }
    }

    private static func dots(_ count: Int) -> String {
        String(repeating: ".", count: max(1, count))
    }

    // MARK: Papers that wait

    private struct ToldCase: Encodable {
        let `case`: Int
        /// Names of pictures in the export.
        let pictures: [String]
        let like: [String]
        let likeness: Int
        let decision: CountState.Case.Decision?
    }

    static func cases(_ place: StationPlace, _ invocation: Invocation) throws -> ExitStatus {
        let state = place.book.state
        let told = state.cases.map { one in
            let folder = one.decision?.counts == true ? "images" : "held"
            return ToldCase(
                case: one.number, pictures: one.paper.pages.map { "\(folder)/\($0.file)" },
                like: (state.counted[one.like]?.pages ?? []).map { "images/\($0.file)" },
                likeness: one.likeness, decision: one.decision)
        }
        if invocation.json {
            Talk.out(String(decoding: try Documents.encode(told).dropLast(), as: UTF8.self))
        } else if told.isEmpty {
            Talk.out("No paper waits for a decision.")
        } else {
            for one in told {
                let decision =
                    one.decision.map { $0.counts ? "counted" : "taken out" } ?? "waits"
                Talk.out(
                    """
                    case \(one.case): \(one.pictures.joined(separator: " ")) is like \
                    \(one.like.joined(separator: " ")) by \(one.likeness) of 1000; \(decision)
                    """)
            }
        }
        return state.held.isEmpty ? .done : .reported
    }
}
