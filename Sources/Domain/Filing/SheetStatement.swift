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
    ///   - reasons: kept in the order of their equations' names, one for each, empty ones left out;
    ///     line ends become spaces.
    ///   - why: the same; nil when nothing is left.
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
        self.reasons = Self.inOrder(reasons)
        self.image = image
        self.replaces = replaces
        self.why = why.map(PlainLine.of).flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func inOrder(_ reasons: [Reason]) -> [Reason] {
        var seen: Set<ResultsForm.Equation.ID> = []
        return reasons.map { Reason($0.equation, PlainLine.of($0.text)) }
            .filter { !$0.text.isEmpty }
            .sorted {
                $0.equation == $1.equation
                    ? $0.text.utf8.lexicographicallyPrecedes($1.text.utf8)
                    : $0.equation < $1.equation
            }
            .filter { seen.insert($0.equation).inserted }
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

    /// Reads a text; nil unless it is, byte for byte, what ``text`` would write.
    package init?(text: String) {
        guard text.utf8.count <= Self.longest else { return nil }
        var lines = SheetLines(text)
        guard lines.take(Self.head),
            let election = lines.next("election").flatMap({ ElectionDefinition.ID($0) }),
            let station = lines.next("station").flatMap({ PollingStation.ID($0) }),
            let contest = lines.next("contest").flatMap({ Contest.ID($0) }),
            let series = lines.next("series").flatMap(Series.init(rawValue:))
        else { return nil }
        var figures: [Figure] = []
        while let line = lines.next("figure") {
            guard let (name, digits) = SheetLines.cut(line), let value = SheetLines.number(digits)
            else { return nil }
            figures.append(Figure(name, value))
        }
        var reasons: [Reason] = []
        while let line = lines.next("reason") {
            guard let (name, words) = SheetLines.cut(line),
                let equation = ResultsForm.Equation.ID(name)
            else { return nil }
            reasons.append(Reason(equation, words))
        }
        let image = lines.next("image").map { Digest(hex: $0) }
        let replaces = lines.next("replaces").map { Digest(hex: $0) }
        if image == .some(nil) || replaces == .some(nil) { return nil }
        self.init(
            election: election, station: station, contest: contest, series: series,
            figures: figures, reasons: reasons, image: image ?? nil, replaces: replaces ?? nil,
            why: lines.next("why"))
        guard lines.isAtEnd, self.text.utf8.elementsEqual(text.utf8) else { return nil }
    }
}

/// The lines of a sheet's text as bytes: a letter is never taken together with a mark after it, so
/// what one program writes every program reads the same.
private struct SheetLines {
    private var rest: ArraySlice<ArraySlice<UInt8>>

    init(_ text: String) {
        rest = Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)[...]
    }

    /// True when nothing but the end of the last line is left.
    var isAtEnd: Bool { rest.count == 1 && rest.first?.isEmpty == true }

    mutating func take(_ line: String) -> Bool {
        guard let first = rest.first, first.elementsEqual(line.utf8) else { return false }
        rest.removeFirst()
        return true
    }

    /// What stands behind the key on the next line; nil when the line has another key.
    mutating func next(_ key: String) -> String? {
        let start = Array(key.utf8) + [0x20]
        guard let line = rest.first, line.starts(with: start) else { return nil }
        rest.removeFirst()
        return String(decoding: line.dropFirst(start.count), as: UTF8.self)
    }

    /// A name of printable ASCII, and what stands behind the space after it.
    static func cut(_ line: String) -> (name: String, rest: String)? {
        let bytes = Array(line.utf8)
        guard let space = bytes.firstIndex(of: 0x20), space > 0,
            bytes[..<space].allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        return (
            String(decoding: bytes[..<space], as: UTF8.self),
            String(decoding: bytes[(space + 1)...], as: UTF8.self)
        )
    }

    /// A whole number in ASCII digits, without sign or zeros in front.
    static func number(_ digits: String) -> Int? {
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            digits.utf8.first != 0x30 || digits.utf8.count == 1
        else { return nil }
        return Int(digits)
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
