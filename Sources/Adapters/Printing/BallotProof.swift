import Ballots
import Elections
import Primitives

/// What a commission signs before ballots are printed: every page as it will be, every text in every
/// language, and what was checked.
package struct BallotProof: Sendable {
    package enum Outcome: String, Codable, Sendable {
        case passed
        case failed
        /// Nothing is wrong by rule; a person should look.
        case look
        /// The papers could not be laid out, so there was nothing to check.
        case untried
    }

    package struct Check: Codable, Hashable, Sendable {
        /// Permanent.
        package let code: String
        package let title: LocalizedText
        package let outcome: Outcome
        /// What was found, one particular each.
        package let found: [String]
    }

    /// A text of the definition and where it stands.
    package struct TextLine: Codable, Hashable, Sendable {
        /// `election`, `contest:<id>` or `option:<contest>/<id>`.
        package let place: String
        /// By language; missing where the definition has none.
        package let texts: [String: String]
    }

    /// Reads pages as a machine would, so that this room need not know the reader.
    package struct Reader: Sendable {
        /// The text of the code on a picture; nil where none can be read.
        package let code: @Sendable (PagePicture) -> String?
        /// What is wrong with reading the empty page; nothing when every target is found empty.
        package let page: @Sendable (PagePicture, BallotDesign) -> [String]

        package init(
            code: @escaping @Sendable (PagePicture) -> String?,
            page: @escaping @Sendable (PagePicture, BallotDesign) -> [String]
        ) {
            self.code = code
            self.page = page
        }
    }

    package let definition: ElectionDefinition
    package let style: BallotStyle
    /// Nil when the papers could not be laid out.
    package let ballots: BallotSet?
    package let checks: [Check]
    package let texts: [TextLine]

    package var isClean: Bool { !checks.contains { $0.outcome == .failed } }

    /// - Parameters:
    ///   - station: the copy to be shown where each station has its own; nil for papers alike.
    package init(
        _ definition: ElectionDefinition, style: BallotStyle, station: PollingStation?,
        reader: Reader
    ) throws(PrintingProblem) {
        self.definition = definition
        self.style = style
        texts = Self.texts(of: definition, languages: style.languages)
        var checks: [Check] = []
        var laid: BallotSet?
        do {
            laid = try BallotPress.sets(definition, style: style, stations: [station]).first
            checks.append(Check("fits", .passed))
        } catch let problem as any Problem {
            checks.append(Check("fits", .failed, [problem.summary, problem.remedy]))
        } catch {
            checks.append(Check("fits", .failed, ["\(error)"]))
        }
        ballots = laid
        if let laid {
            let pages = try laid.pages.map { page throws(PrintingProblem) in
                try ProofPage(page)
            }
            checks += Self.print(pages) + Self.reading(pages, reader) + Self.content(laid)
        } else {
            checks += ["size", "contrast", "marks-clear", "targets-clear", "code", "read-back"]
                .map { Check($0, .untried) }
            checks += ["options-once", "order"].map { Check($0, .untried) }
        }
        self.checks = checks + Self.wording(definition, style: style)
    }

    private static func texts(
        of definition: ElectionDefinition, languages: [Language]
    ) -> [TextLine] {
        func line(_ place: String, _ text: LocalizedText) -> TextLine {
            TextLine(
                place: place,
                texts: Dictionary(
                    languages.compactMap { language in
                        text.translated(into: language).map { (language.rawValue, $0) }
                    }, uniquingKeysWith: { first, _ in first }))
        }
        var lines = [line("election", definition.name)]
        if let notice = definition.inventedNotice { lines.append(line("notice", notice)) }
        for contest in definition.contests {
            lines.append(line("contest:\(contest.id)", contest.title))
            lines += contest.options.map { line("option:\(contest.id)/\($0.id)", $0.name) }
        }
        return lines
    }
}

extension BallotProof.Check {
    init(_ code: String, _ outcome: BallotProof.Outcome, _ found: [String] = []) {
        self.init(
            code: "proof.\(code)", title: ProofWording.check(code), outcome: outcome, found: found)
    }

    /// Passed when nothing was found.
    init(_ code: String, found: [String], else outcome: BallotProof.Outcome = .failed) {
        self.init(code, found.isEmpty ? .passed : outcome, found)
    }
}
