import Synchronization

/// Publishes each event to everybody who reads, in the same order for all.
package final class EventHub: Sendable {
    private struct State {
        var readers: [ObjectIdentifier: EventStream] = [:]
        /// The last events that have an id, oldest first.
        var past: [(id: String, text: [UInt8])] = []
        var closed = false
    }

    private let state = Mutex(State())
    private let memory: Int

    /// - Parameter memory: how many past events are kept for readers that come back.
    package init(memory: Int = 0) { self.memory = memory }

    /// Readers now. Those who left unnoticed are counted until the next event or comment.
    package var readers: Int { state.withLock { $0.readers.count } }

    /// A new reader's stream, from now on or from what it last saw.
    ///
    /// When that is not remembered any more, or does not fit, the stream begins with an event named
    /// `reset`: the page has to load its figures anew.
    ///
    /// - Parameters:
    ///   - limit: bytes that may wait for the reader.
    ///   - seen: the request's Last-Event-ID.
    ///   - onClose: as for ``EventStream``.
    package func subscribe(
        limit: Int = 65_536, after seen: String? = nil, onClose: EventStream.Watcher? = nil
    ) -> EventStream {
        let stream = EventStream(limit: limit) { [weak self] stream in
            self?.remove(ObjectIdentifier(stream))
            onClose?(stream)
        }
        let open = state.withLock { state in
            if let seen { Self.replay(state.past, after: seen, limit: limit, to: stream) }
            if !state.closed { state.readers[ObjectIdentifier(stream)] = stream }
            return !state.closed
        }
        if !open { stream.close() }
        return stream
    }

    /// - Returns: how many readers it was queued for.
    @discardableResult
    package func publish(event: String? = nil, id: String? = nil, data: String) -> Int {
        spread(EventText.event(event, id: id, data: data), id: id)
    }

    /// A heartbeat for all: readers that have left are found out by it.
    package func comment(_ words: String = "") { _ = spread(EventText.comment(words), id: nil) }

    /// Ends all streams after what is in their queues; later ones end at once.
    package func closeAll() {
        let readers = state.withLock { state in
            state.closed = true
            let readers = Array(state.readers.values)
            state.readers = [:]
            return readers
        }
        for reader in readers { reader.close() }
    }

    /// The lock is held over all queues, so that two publishers cannot reach two readers in two
    /// orders. Nobody is told anything while it is held.
    private func spread(_ text: [UInt8], id: String?) -> Int {
        let (reached, lost) = state.withLock { state in
            if memory > 0, let id {
                state.past.append((id, text))
                if state.past.count > memory { state.past.removeFirst() }
            }
            let lost = state.readers.filter { !$0.value.enqueue(text) }
            for key in lost.keys { state.readers[key] = nil }
            return (state.readers.count, Array(lost.values))
        }
        for reader in lost { reader.tellClosed() }
        return reached
    }

    private func remove(_ key: ObjectIdentifier) {
        _ = state.withLock { $0.readers.removeValue(forKey: key) }
    }

    private static func replay(
        _ past: [(id: String, text: [UInt8])], after seen: String, limit: Int,
        to stream: EventStream
    ) {
        if let place = past.lastIndex(where: { $0.id == seen }) {
            let missed = past[(place + 1)...]
            if missed.reduce(0, { $0 + $1.text.count }) <= limit {
                for event in missed { _ = stream.enqueue(event.text) }
                return
            }
        }
        _ = stream.enqueue(EventText.event("reset", id: nil, data: ""))
    }
}
