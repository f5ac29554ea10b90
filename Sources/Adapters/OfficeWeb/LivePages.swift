import Cryptography
import Elections
import Filing
import Formats
import Foundation
import HTTPServer
import Offices
import Primitives
import ResultsOffice
import Storage
import Synchronization
import Web

/// The public pages and downloads of the count as it goes on, each made once for each public act.
final class LivePages: Sendable {
    private let kept = KeptAnswers()
    private let sites = Mutex<(through: Int, minute: Int, site: LiveSite)?>(nil)
    private let maps = Mutex<(digest: Digest, map: LiveMap?)?>(nil)

    /// - Parameter path: below the folder of the language.
    func page(_ path: String, _ language: Language, _ call: OfficeCall) -> Response? {
        whole(call) { site(call).document(path, language).map { Response(html: $0) } }
    }

    /// Downloads and shared files, by their path from the root.
    func file(_ path: String, _ call: OfficeCall) -> Response? {
        if path == LiveScript.path {
            return fixed("text/javascript; charset=utf-8", LiveScript.text, call)
        }
        if path == Stylesheet.path {
            return fixed("text/css; charset=utf-8", Stylesheet.text, call)
        }
        if path == Stylesheet.iconPath { return fixed("image/svg+xml", Stylesheet.icon, call) }
        guard path.hasPrefix("data/live/") else { return nil }
        return whole(call) {
            site(call).data(path).map { Response(type: $0.type, body: $0.bytes) }
        }
    }

    /// Nil is not kept; everything else is until the next public act or the next minute.
    private func whole(_ call: OfficeCall, _ make: () -> Response?) -> Response? {
        struct Nothing: Error {}
        return try? kept.answer(call, minute: call.now.seconds / 60) {
            guard let made = make() else { throw Nothing() }
            return made
        }
    }

    private func fixed(_ type: String, _ text: String, _ call: OfficeCall) -> Response {
        var response = Response(type: type, body: Array(text.utf8))
        response.headers += [
            ("ETag", "\"\(call.place.release)\""), ("Cache-Control", "public, max-age=60"),
        ]
        return response.revalidated(for: call.request)
    }

    private func site(_ call: OfficeCall) -> LiveSite {
        let minute = call.now.seconds / 60
        let through = call.state.publicThrough
        return sites.withLock { kept in
            if let kept, kept.through == through, kept.minute == minute { return kept.site }
            let site = LiveSite(model(call))
            kept = (through, minute, site)
            return site
        }
    }

    private func model(_ call: OfficeCall) -> LiveModel {
        LiveModel(
            state: call.state, map: map(call), now: call.now, isStatic: false,
            link: call.office.newest?.link, log: .reading(call.office.store, call.state.through),
            files: .reading(call.office.store))
    }

    private func map(_ call: OfficeCall) -> LiveMap? {
        guard let digest = call.state.map else { return nil }
        return maps.withLock { kept in
            if let kept, kept.digest == digest { return kept.map }
            guard let file = try? call.office.store.file(digest) else { return nil }
            let map = (try? AreaOutlines(geoJSON: file.bytes)).map { LiveMap($0) }
            kept = (digest, map)
            return map
        }
    }
}

extension LiveLog {
    /// The acts of a store, as far as they were read when the pages were made.
    package static func reading(_ store: any OfficeStore, _ through: Int) -> LiveLog {
        LiveLog(count: through) { from, last in
            let acts = (try? store.acts(after: from - 1, limit: max(0, last - from + 1))) ?? []
            return acts.compactMap { stored in
                (try? ActCoder.entry(stored)).map {
                    LiveAct($0, body: stored.body, link: stored.link)
                }
            }
        }
    }
}

extension LiveFiles {
    package static func reading(_ store: any OfficeStore) -> LiveFiles {
        LiveFiles(
            type: { (try? store.file($0))?.type }, bytes: { (try? store.file($0))?.bytes })
    }
}
