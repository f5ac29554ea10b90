import Elections

extension CountMode {
    /// The `OtherReportType` of a report on papers of a test.
    static let testReport = "test"

    /// Whether a report speaks of papers that were counted, or of a test.
    ///
    /// NIST SP 1500-103 has no field for it. VotingWorks's machines write, and so do we, the type `other`
    /// beside the report's own, and `test` as what other type that is: one word, or one of several between
    /// commas. Either alone is enough here, since a count must not rest on how carefully a test was marked.
    init(reportTypes: [String], other: String?) {
        let words = (other ?? "").split(separator: ",").map { word in
            word.filter { $0 != " " }.lowercased()
        }
        self =
            words.contains(Self.testReport) || reportTypes.contains(Self.testReport)
            ? .test : .real
    }
}

extension CVRReport {
    var mode: CountMode { CountMode(reportTypes: ReportType ?? [], other: OtherReportType) }
}

/// Finds in a report of cast vote records whether its papers are those of a test, piece by piece and in
/// little memory, so that a file of any size can be asked before anybody takes it in.
///
/// It looks at the fields of the outermost object alone and believes none that is written with escapes,
/// which no program needs for them.
package struct ReportTypeScan {
    private var depth = 0
    private var begun = false
    private var inString = false
    private var isEscaped = false
    /// Of the string being read, or read last, on the outermost floor.
    private var text: [UInt8] = []
    private var hadEscape = false
    private var key: String?
    private var isStrange = false
    private var kind: String?
    private var types: [String] = []
    private var others: [String] = []

    /// Longer strings are none that is looked for.
    private static let longest = 256
    private static let wanted: Set = ["@type", "ReportType", "OtherReportType"]

    package init() {}

    /// What the report says of itself.
    ///
    /// - Parameter next: its pieces in their order, then nil.
    /// - Returns: nil when it is no report of cast vote records.
    package static func mode(_ next: () throws -> [UInt8]?) rethrows -> CountMode? {
        var scan = ReportTypeScan()
        while let piece = try next() { scan.add(piece) }
        return scan.mode
    }

    package mutating func add(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { for byte in $0 { add(byte) } }
    }

    package var mode: CountMode? {
        guard begun, depth == 0, !inString, !isStrange, kind == "CVR.CastVoteRecordReport" else {
            return nil
        }
        return CountMode(reportTypes: types, other: others.joined(separator: ","))
    }

    private mutating func add(_ byte: UInt8) {
        if inString { return inside(byte) }
        switch byte {
        case UInt8(ascii: "\""):
            if depth == 0 { isStrange = true }
            inString = true
            text.removeAll(keepingCapacity: true)
            hadEscape = false
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            // Nothing may follow the outermost object, and it may be nothing else.
            if depth == 0, begun || byte == UInt8(ascii: "[") { isStrange = true }
            begun = true
            depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
        case UInt8(ascii: ":") where depth == 1:
            if hadEscape { isStrange = true }
            key = String(decoding: text, as: UTF8.self)
        case UInt8(ascii: ",") where depth == 1: key = nil
        case 0x20, 0x09, 0x0A, 0x0D: break
        default: if depth == 0 { isStrange = true }
        }
        if depth < 0 { isStrange = true }
    }

    private mutating func inside(_ byte: UInt8) {
        if isEscaped {
            isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
            hadEscape = true
        } else if byte == UInt8(ascii: "\"") {
            inString = false
            ended()
        } else if depth <= 2, text.count < Self.longest {
            text.append(byte)
        }
    }

    /// A string is whole.
    private mutating func ended() {
        guard depth <= 2, let key, Self.wanted.contains(key) else { return }
        if hadEscape { isStrange = true }
        let value = String(decoding: text, as: UTF8.self)
        switch key {
        case "@type": kind = value
        case "ReportType": types.append(value)
        default: others.append(value)
        }
    }
}
