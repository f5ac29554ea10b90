import Filing
import Foundation
import HTTPServer
import Primitives
import Synchronization

/// Tells live readers that something changed: at most five times a second, whatever happens, so
/// that a burst of sheets is one word and not a hundred.
package final class LiveEvents: Sendable {
    private struct Waiting: Sendable {
        var act = 0
        var stations: Set<String> = []
        var ended = false
    }

    private let hub = EventHub(memory: 200)
    private let waiting = Mutex(Waiting())

    /// Most stations that one event names; a reader of one station that is not named looks anyway.
    private static let mostStations = 100

    package init() {}

    package var readers: Int { hub.readers }

    package func note(_ entries: [ActEntry]) {
        waiting.withLock { waiting in
            for entry in entries where entry.act.isPublic {
                waiting.act = entry.sequence
                if let station = entry.act.station { waiting.stations.insert(station.text) }
            }
        }
    }

    /// Sends what waits. Called by the service five times a second.
    package func flush() {
        let ready = waiting.withLock { waiting -> (act: Int, stations: Set<String>)? in
            guard waiting.act > 0 else { return nil }
            let ready = (waiting.act, waiting.stations)
            waiting.act = 0
            waiting.stations = []
            return ready
        }
        guard let ready else { return }
        let changed = Changed(
            act: ready.act, stations: ready.stations.sorted().prefix(Self.mostStations).map { $0 },
            more: ready.stations.count > Self.mostStations)
        guard let bytes = JSONAnswer.bytes(changed) else { return }
        hub.publish(
            event: "changed", id: "\(ready.act)", data: String(decoding: bytes, as: UTF8.self))
    }

    private struct Changed: Encodable {
        let act: Int
        let stations: [String]
        let more: Bool
    }

    /// Keeps proxies from closing quiet lines, and finds out who has left.
    package func heartbeat() { hub.comment("still here") }

    package func subscribe(_ request: Request) -> Response {
        .events(hub.subscribe(after: request.header("last-event-id")))
    }

    package func close() { hub.closeAll() }
}
