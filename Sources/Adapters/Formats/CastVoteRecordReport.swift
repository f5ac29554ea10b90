import Ballots
import Elections
import Foundation
import Primitives

/// Cast vote records as NIST SP 1500-103 JSON, version 1.0.0.
///
/// Ids: a contest keeps its own; an option is `contest/option`, since options of different contests
/// may share a name. A record's number is `UniqueId`, its layout `BallotStyleId`, a page's digest
/// `BallotImage.Hash`, in the order front, back. The ink is `MarkMetricValue`, a fraction of one. Papers of
/// a test are marked as ``ReportTypeScan`` says.
package enum CastVoteRecordReport {
    /// - Parameters:
    ///   - mode: said in the report, so that papers of a test are known wherever it goes.
    ///   - generated: goes into `GeneratedDate`; given, so that the same records are the same bytes.
    ///   - sources: what the records were made from, as ``File`` takes it.
    package static func encode(
        _ records: [CastVoteRecord], of mode: CountMode, definition: ElectionDefinition,
        generated: Instant, sources: [String] = []
    ) throws -> Data {
        let contests = Dictionary(definition.contests.map { ($0.id, $0) }) { first, _ in first }
        var report = CVRReport(
            cvrs: records.map { CVRReport.Sheet($0, definition: definition, contests: contests) },
            mode: mode, election: CVRReport.ElectionPart(definition), generated: generated.text())
        report.ReportingDevice[0].Notes = sources.isEmpty ? nil : sources
        return try Documents.encode(report)
    }

    /// The same report written while it grows, in the memory of one record.
    ///
    /// - Parameter sources: what the records were made from, as notes of the device: names and
    ///   digests of the definition's files, so that a stranger can read the pictures again.
    package final class File {
        private let list: ListFile<CVRReport.Sheet>
        private let definition: ElectionDefinition
        private let contests: [Contest.ID: Contest]

        package init(
            _ path: String, of mode: CountMode, definition: ElectionDefinition,
            generated: Instant, sources: [String]
        ) throws {
            self.definition = definition
            contests = Dictionary(definition.contests.map { ($0.id, $0) }) { first, _ in first }
            var report = CVRReport(
                cvrs: nil, mode: mode, election: CVRReport.ElectionPart(definition),
                generated: generated.text())
            report.ReportingDevice[0].Notes = sources.isEmpty ? nil : sources
            // The list is the second field, behind the first line with a type.
            let text = String(decoding: try Documents.encode(report), as: UTF8.self)
            let head = text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
            list = try ListFile(
                path, before: "\(head[0])\n\(head[1])\n  \"CVR\" : ", after: ",\n\(head[2])",
                depth: 1)
        }

        package func append(_ record: CastVoteRecord) throws {
            try list.append(
                CVRReport.Sheet(record, definition: definition, contests: contests))
        }

        package func finish() throws { try list.finish() }
    }

    /// - Parameters:
    ///   - name: the file's name, for the problem.
    ///   - mode: which papers are wanted; records of the others are refused, so that no door is left
    ///     through which papers of a test come into a count.
    package static func decode(
        _ data: Data, name: String, of mode: CountMode = .real
    ) throws -> [CastVoteRecord] {
        let report = try Documents.decode(CVRReport.self, from: data, name: name)
        guard report.mode == mode else {
            throw mode == .real ? CountModeProblem.test(name) : CountModeProblem.real(name)
        }
        return try (report.CVR ?? []).enumerated().map { index, record in
            guard let read = record.record else {
                throw DocumentProblem(
                    file: name, place: ".CVR[\(index)]",
                    what: "it is not a cast vote record as Dobush writes them")
            }
            return read
        }
    }
}

/// The parts of the report that Dobush writes, named as the standard names them.
// swift-format-ignore: AlwaysUseLowerCamelCase
struct CVRReport: Codable {
    var type = "CVR.CastVoteRecordReport"
    var CVR: [Sheet]?
    var Election: [ElectionPart]
    var GeneratedDate: String
    var GpUnit: [Area]
    var ReportGeneratingDeviceIds: [String]
    var ReportingDevice: [Device]
    var ReportType: [String]?
    var Version: String
    var Notes: String?
    var OtherReportType: String?

    enum CodingKeys: String, CodingKey {
        case type = "@type"
        case CVR, Election, GeneratedDate, GpUnit, ReportGeneratingDeviceIds, ReportingDevice
        case ReportType, Version, Notes, OtherReportType
    }

    static let device = "dobush-reader"
    static let scope = "election-scope"

    init(cvrs: [Sheet]?, mode: CountMode, election: ElectionPart, generated: String) {
        CVR = cvrs
        Election = [election]
        GeneratedDate = generated
        GpUnit = [.init()]
        ReportGeneratingDeviceIds = [CVRReport.device]
        ReportingDevice = [.init()]
        ReportType = ["originating-device-export"] + (mode == .test ? ["other"] : [])
        OtherReportType = mode == .test ? CountMode.testReport : nil
        Version = "1.0.0"
        Notes = election.notice
    }

    struct Area: Codable {
        var id = CVRReport.scope
        var type = "CVR.GpUnit"
        var unit = "other"
        var other: String? = "the whole election"

        enum CodingKeys: String, CodingKey {
            case id = "@id"
            case type = "@type"
            case unit = "Type"
            case other = "OtherType"
        }
    }

    struct Device: Codable {
        var id = CVRReport.device
        var type = "CVR.ReportingDevice"
        var Application: String? = "Dobush"
        var MarkMetricType: String? = "newly dark part of the inside of the target"
        var Notes: [String]?

        enum CodingKeys: String, CodingKey {
            case id = "@id"
            case type = "@type"
            case Application, MarkMetricType, Notes
        }
    }
}
