import CHTTP
import Synchronization

/// One reader's bounded queue of server-sent events.
///
/// Anybody may send, from any thread. A reader that takes its events too slowly fills the queue and
/// is dropped: it comes back by itself, which is better than everybody waiting for it. A reader that
/// has left is noticed at the next event or comment, so the service sends a comment from time to
/// time.
package final class EventStream: Sendable {
    /// Told once that a stream takes no more; from any thread.
    package typealias Watcher = @Sendable (EventStream) -> Void

    private struct State {
        var queue: EventQueue
        /// Set from the answer until the connection has ended.
        var connection: Connection?
        var attached = false
        var suspended = false
        /// Nothing more is taken; what is in the queue still goes out.
        var closed = false
        var onClose: Watcher?
    }

    private let state: Mutex<State>

    /// - Parameters:
    ///   - limit: bytes that may wait for the reader.
    ///   - onClose: when the service closes the stream, its reader leaves, or is too slow.
    package init(limit: Int = 65_536, onClose: Watcher? = nil) {
        state = Mutex(State(queue: EventQueue(limit: limit), onClose: onClose))
    }

    /// Whether events are still taken.
    package var isOpen: Bool { state.withLock { !$0.closed } }

    /// - Parameters:
    ///   - event: the name that the page listens for, nil for `message`.
    ///   - id: comes back in Last-Event-ID when the reader connects again.
    ///   - data: of any number of lines.
    /// - Returns: false when the stream is closed, by this call if the queue is full.
    @discardableResult
    package func send(event: String? = nil, id: String? = nil, data: String) -> Bool {
        send(EventText.event(event, id: id, data: data))
    }

    /// A line that readers pass over; it keeps proxies from closing a quiet connection.
    @discardableResult
    package func comment(_ words: String = "") -> Bool { send(EventText.comment(words)) }

    /// Ends the stream after what is in the queue.
    package func close() {
        state.withLock { state in
            state.closed = true
            Self.wake(&state)
        }
        tellClosed()
    }

    private func send(_ text: [UInt8]) -> Bool {
        if enqueue(text) { return true }
        tellClosed()
        return false
    }

    /// As ``send(event:id:data:)``, but tells nobody; ``tellClosed()`` has to follow a refusal.
    func enqueue(_ text: [UInt8]) -> Bool {
        state.withLock { state in
            guard !state.closed else { return false }
            if state.queue.append(text) {
                Self.wake(&state)
                return true
            }
            state.closed = true
            state.queue.clear()
            // The queue is full because the line is: without this it would stay until idle.
            if let connection = state.connection, !state.suspended {
                dobush_cut(connection.pointer)
            }
            Self.wake(&state)
            return false
        }
    }

    func tellClosed() {
        let told = state.withLock { state in
            let told = state.onClose
            state.onClose = nil
            return told
        }
        told?(self)
    }

    private static func wake(_ state: inout State) {
        guard state.suspended, let connection = state.connection else { return }
        state.suspended = false
        dobush_resume(connection.pointer)
    }
}

/// Touched under the stream's lock only; the compiler cannot see that.
private struct Connection: @unchecked Sendable { let pointer: OpaquePointer }

/// The server's side.
extension EventStream {
    /// False when the stream already has, or had, a connection.
    func attach(_ connection: OpaquePointer) -> Bool {
        let connection = Connection(pointer: connection)
        return state.withLock { state in
            guard !state.attached else { return false }
            state.attached = true
            state.connection = connection
            return true
        }
    }

    /// Bytes written; 0 after the connection was suspended, -1 at the end.
    ///
    /// Called from the connection's own thread only. Suspending happens under the lock, so no event
    /// can come between the look into the queue and the sleep.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        nonisolated(unsafe) let room = buffer  // filled during the call, by this thread
        return state.withLock { state in
            guard state.queue.isEmpty else { return state.queue.move(into: room) }
            guard !state.closed, let connection = state.connection else { return -1 }
            state.suspended = true
            dobush_suspend(connection.pointer)
            return 0
        }
    }

    /// The connection has ended.
    func detach() {
        state.withLock { state in
            state.connection = nil
            state.suspended = false
            state.closed = true
            state.queue.clear()
        }
        tellClosed()
    }
}
