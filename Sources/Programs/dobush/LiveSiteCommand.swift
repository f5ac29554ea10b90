import Filing
import Formats
import Foundation
import OfficeWeb
import Primitives
import ResultsOffice
import Storage
import Web

/// The public pages of a results office as files, as its store has them now. The service may run
/// meanwhile; the pages are of one moment.
enum LiveSiteCommand {
    static func publish(_ invocation: Invocation) throws -> ExitStatus {
        let out = try invocation.required("--out", for: "the folder to make")
        let store = try StorePlace(invocation).openForReading()
        defer { store.close() }
        let office = try ResultsOffice(store: store)
        let state = office.state
        guard state.setting != nil else { throw FilingProblem.noElection }
        let geoJSON = try state.map.flatMap { try store.file($0)?.bytes }
        let site = LiveSite(
            LiveModel(
                state: state, geoJSON: geoJSON, now: office.clock.now(), isStatic: true,
                link: office.newest?.link, log: .reading(store, state.through),
                files: .reading(store)))
        let progress = Progress("pages", total: site.paths.count * Language.allCases.count)
        defer { progress.finish() }
        var pages = 0
        var files = 0
        try Files.publishFolder(out) { part in
            try site.write { path, bytes in
                if path.hasSuffix(".html") {
                    pages += 1
                    progress.step()
                } else {
                    files += 1
                }
                try Files.write(Data(bytes), to: part + "/" + path)
            }
        }
        if invocation.json {
            let told = Written(out: out, pages: pages, files: files, act: state.through)
            Talk.out(String(decoding: try Documents.encode(told).dropLast(), as: UTF8.self))
        } else {
            Talk.out(
                "\(pages) pages and \(files) files through act \(state.through): \(out)/index.html")
        }
        return .done
    }

    private struct Written: Encodable {
        let out: String
        let pages: Int
        let files: Int
        let act: Int
    }
}
