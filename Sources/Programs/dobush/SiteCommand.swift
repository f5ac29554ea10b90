import Formats
import Foundation
import Primitives
import Publication
import Web

/// The record as files that any web server, or none, can show.
enum SiteCommand {
    static let all: [Command] = [
        Command(
            words: ["publish"],
            usage:
                "RECORD --out DIR [--key VKEY] [--unverified] | --data DIR --out DIR | --database postgres://… --out DIR",
            summary:
                "Writes the static public site of a record, or of a results office as it stands.",
            options: ["--out", "--key", "--data", "--database"], flags: ["--unverified"],
            run: publish)
    ]

    @Sendable static func publish(_ invocation: Invocation) throws -> ExitStatus {
        let isLive = invocation.value("--data") != nil || invocation.value("--database") != nil
        if isLive, invocation.rest.isEmpty { return try LiveSiteCommand.publish(invocation) }
        guard let path = invocation.rest.first, invocation.rest.count == 1, !isLive else {
            throw UsageProblem(summary: "One record is needed.", command: all[0])
        }
        let out = try invocation.required("--out", for: "the folder to make")
        guard !Self.lies(out, in: path) else {
            throw PlainProblem(
                code: "publish.inside-the-record",
                summary: "\(out) lies inside the record \(path), which would no longer verify.",
                remedy: "Name a folder outside the record.")
        }
        let shown = try ShownRecord(path: path, key: invocation.value("--key"))
        if !shown.failed.isEmpty && !invocation.flags.contains("--unverified") {
            shown.tellFailures()
            Talk.problem(
                PlainProblem(
                    code: "publish.does-not-verify",
                    summary:
                        "\(shown.failed.count) of \(shown.verification.count) verifications of \(path) do not hold; nothing was written.",
                    remedy:
                        "Mend the record, or pass --unverified: every page then says that it does not verify."
                ))
            return .reported
        }
        var pages = 0
        let record = shown.record.files.contents
        try Files.publishFolder(out) { part in
            try shown.site.write { path, bytes in
                if path.hasSuffix(".html") { pages += 1 }
                try Files.write(Data(bytes), to: part + "/" + path)
            }
            for (path, bytes) in record.sorted(by: { $0.key < $1.key }) {
                try Files.write(Data(bytes), to: "\(part)/record/\(path)")
            }
        }
        let told = Written(
            out: out, pages: pages, recordFiles: record.count, failed: shown.failed.count)
        if invocation.json {
            Talk.out(String(decoding: try Documents.encode(told), as: UTF8.self))
        } else {
            Talk.out("\(pages) pages and \(record.count) files of the record: \(out)/index.html")
        }
        return shown.failed.isEmpty ? .done : .reported
    }
}

extension SiteCommand {
    fileprivate static func lies(_ place: String, in folder: String) -> Bool {
        func whole(_ path: String) -> String {
            URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path + "/"
        }
        return whole(place).hasPrefix(whole(folder))
    }
}

private struct Written: Encodable {
    let out: String
    let pages: Int
    let recordFiles: Int
    let failed: Int
}
