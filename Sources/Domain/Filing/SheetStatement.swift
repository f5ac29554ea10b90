import Cryptography
import Elections
import Primitives
import Tabulation

/// Which count a sheet states. The two are never added and never mixed.
package enum Series: String, Codable, CaseIterable, Sendable {
    /// By the scanner, minutes after the close.
    case scanner
    /// By hand, from the papers on the table.
    case hand
}

/// What a station states for one contest and one count, before anybody has checked it.
///
/// Its text is the sheet: a page of plain lines that a commission signs, that travels on a stick or
/// over the network, and whose SHA-256 is its name for ever.
package struct SheetStatement: Hashable, Sendable {
    package struct Figure: Hashable, Sendable {
        /// A line of the form or an option of the contest.
        package let name: String
        package let value: Int

        package init(_ name: String, _ value: Int) {
            self.name = name
            self.value = value
        }
    }

    /// Why an equation that may fail does not hold here.
    package struct Reason: Hashable, Sendable {
        package let equation: ResultsForm.Equation.ID
        package let text: String

        package init(_ equation: ResultsForm.Equation.ID, _ text: String) {
            self.equation = equation
            self.text = text
        }
    }

    package let election: ElectionDefinition.ID
    package let station: PollingStation.ID
    package let contest: Contest.ID
    package let series: Series
    /// In the order of the form: its lines, then the options of the contest.
    package let figures: [Figure]
    package let reasons: [Reason]
    /// The scan or photograph of the sheet on paper.
    package let image: Digest?
    /// The sheet that this one takes the place of; nil for a first one.
    package let replaces: Digest?
    /// Why it does. Never empty in a correction.
    package let why: String?

    /// - Parameters:
    ///   - reasons: kept in the order of their equations' names, one for each.
    ///   - why: line ends become spaces.
    package init(
        election: ElectionDefinition.ID, station: PollingStation.ID, contest: Contest.ID,
        series: Series, figures: [Figure], reasons: [Reason] = [], image: Digest? = nil,
        replaces: Digest? = nil, why: String? = nil
    ) {
        self.election = election
        self.station = station
        self.contest = contest
        self.series = series
        self.figures = figures
        self.reasons =
            reasons.map { Reason($0.equation, Self.oneLine($0.text)) }
            .sorted { ($0.equation, $0.text) < ($1.equation, $1.text) }
        self.image = image
        self.replaces = replaces
        self.why = why.map(Self.oneLine)
    }

    package var id: Digest { Digest.of(text) }

    /// What is signed, one thing a line:
    ///
    ///     dobush-sheet-1
    ///     election tervania-2031
    ///     station north-001
    ///     contest president
    ///     series hand
    ///     figure registered 230
    ///     reason boxes-at-most-issued A paper was found torn.
    ///     image <64 hexadecimal digits>
    ///     replaces <64 hexadecimal digits>
    ///     why Two digits were swapped.
    package var text: String {
        var lines = [
            Self.head, "election \(election)", "station \(station)", "contest \(contest)",
            "series \(series.rawValue)",
        ]
        lines += figures.map { "figure \($0.name) \($0.value)" }
        lines += reasons.map { "reason \($0.equation) \($0.text)" }
        if let image { lines.append("image \(image.hex)") }
        if let replaces { lines.append("replaces \(replaces.hex)") }
        if let why { lines.append("why \(why)") }
        return lines.joined(separator: "\n") + "\n"
    }

    static let head = "dobush-sheet-1"
    /// Bytes of a text that is read at all.
    package static let longest = 256 << 10

    /// Reads a text; nil unless it is exactly what ``text`` would write.
    package init?(text: String) {
        guard text.utf8.count <= Self.longest else { return nil }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
        guard lines.popFirst() == "dobush-sheet-1", lines.popLast() == "" else { return nil }
        func next(_ key: String) -> String? {
            guard let line = lines.first, line.hasPrefix(key + " ") else { return nil }
            lines.removeFirst()
            return String(line.dropFirst(key.utf8.count + 1))
        }
        guard let election = next("election").flatMap({ ElectionDefinition.ID($0) }),
            let station = next("station").flatMap({ PollingStation.ID($0) }),
            let contest = next("contest").flatMap({ Contest.ID($0) }),
            let series = next("series").flatMap(Series.init(rawValue:))
        else { return nil }
        var figures: [Figure] = []
        while let line = next("figure") {
            guard let figure = Self.figure(line) else { return nil }
            figures.append(figure)
        }
        var reasons: [Reason] = []
        while let line = next("reason") {
            let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let equation = ResultsForm.Equation.ID(String(parts[0])) else {
                return nil
            }
            reasons.append(Reason(equation, String(parts[1])))
        }
        let image = next("image").map { Digest(hex: $0) }
        let replaces = next("replaces").map { Digest(hex: $0) }
        if image == .some(nil) || replaces == .some(nil) { return nil }
        let why = next("why")
        guard lines.isEmpty else { return nil }
        self.init(
            election: election, station: station, contest: contest, series: series,
            figures: figures, reasons: reasons, image: image ?? nil, replaces: replaces ?? nil,
            why: why)
        guard self.text == text else { return nil }
    }

    private static func figure(_ line: String) -> Figure? {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, let value = Int(parts[1]), String(value) == parts[1], value >= 0,
            !parts[0].isEmpty
        else { return nil }
        return Figure(String(parts[0]), value)
    }

    /// Text on one line, without control characters.
    private static func oneLine(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    }
}

extension SheetStatement: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let statement = SheetStatement(text: text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not a sheet's text"))
        }
        self = statement
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// Names one sheet of the election: whose, for what, counted how.
package struct SheetKey: Codable, Hashable, Sendable, Comparable {
    package let station: PollingStation.ID
    package let contest: Contest.ID
    package let series: Series

    package init(_ station: PollingStation.ID, _ contest: Contest.ID, _ series: Series) {
        self.station = station
        self.contest = contest
        self.series = series
    }

    package static func < (left: SheetKey, right: SheetKey) -> Bool {
        (left.station, left.contest, left.series.rawValue)
            < (right.station, right.contest, right.series.rawValue)
    }
}

extension SheetStatement {
    package var key: SheetKey { SheetKey(station, contest, series) }
}
