import CHTTP
import Glibc
import Primitives
import Synchronization

/// A server at one address, answering each request with one function. Libmicrohttpd behind it;
/// for the open network a proxy that ends TLS and slow clients belongs in front.
///
/// A handler runs on one of the server's threads, and while it runs that thread's other connections
/// wait: a handler that may take long (a database, a disk) needs more threads, not a cleverer
/// server. Events are sent from anywhere and hold no thread.
package final class Server: Sendable {
    package typealias Handler = @Sendable (Request) -> Response
    /// Bytes that a body may have, for a method and a decoded path; nil for what the limits say.
    package typealias BodyLimit = @Sendable (_ method: String, _ path: String) -> Int?

    private let exchanges: Exchanges
    private let handle: Mutex<Handle?>
    /// As given.
    package let address: String
    /// The one that was taken; 0 on a socket of the file system.
    package let port: Int

    /// Listens at once.
    ///
    /// - Parameters:
    ///   - address: numeric, IPv4 or IPv6; or `unix:` and a path, where the socket gets mode 0660,
    ///     takes the place of one that nobody answers at, and goes when the server stops.
    ///   - port: 0 for any free one; not used with a path.
    ///   - threads: how many requests are handled at a time, at least one.
    ///   - bodyLimit: asked before a body is read.
    ///   - refused: what a client is told whose request does not reach the handler.
    package init(
        address: String, port: Int, threads: Int = 4, limits: ServerLimits = ServerLimits(),
        bodyLimit: BodyLimit? = nil, refused: (@Sendable (Refusal) -> Response)? = nil,
        handler: @escaping Handler
    ) throws(ServerProblem) {
        precondition(threads > 0, "a server needs a thread, got \(threads)")
        exchanges = Exchanges(
            handler: handler, refused: refused ?? { $0.response }, bodyLimit: bodyLimit,
            bodyBytes: limits.bodyBytes)
        var handlers = handlers(for: exchanges)
        var bounds = dobush_limits(limits, threads: threads)
        guard (0...65_535).contains(port),
            let server = dobush_listen(address, UInt16(port), &bounds, &handlers)
        else {
            let why = (0...65_535).contains(port) ? errno : EINVAL
            throw .cannotListen(address: address, port: port, why: String(cString: strerror(why)))
        }
        handle = Mutex(Handle(server: server))
        self.address = address
        self.port = Int(dobush_port(server))
    }

    deinit { stop() }

    /// With a slash at its end; on a socket of the file system the address itself.
    package var url: String {
        if address.hasPrefix("unix:") { return address }
        return address.contains(":") ? "http://[\(address)]:\(port)/" : "http://\(address):\(port)/"
    }

    /// Connections open now.
    package var connections: Int {
        handle.withLock { handle in handle.map { Int(dobush_connections($0.server)) } ?? 0 }
    }

    /// Takes no new connection, ends every stream, and cuts what is still open after a while.
    ///
    /// A second call does nothing. Not to be called by a handler, which would wait for itself.
    ///
    /// - Parameter milliseconds: what requests that have begun, and events in queues, get to be
    ///   answered and sent. A handler that runs longer is waited for, its answer is lost.
    package func stop(after milliseconds: Int = 250) {
        let taken = handle.withLock { handle in
            let taken = handle
            handle = nil
            return taken
        }
        guard let taken else { return }
        dobush_close(taken.server)
        exchanges.endStreams()
        var left = milliseconds
        while left > 0 && dobush_active(taken.server) > 0 {
            usleep(2_000)
            left -= 2
        }
        dobush_stop(taken.server)
    }
}

/// The C server is safe to use from any thread; the compiler cannot see that.
private struct Handle: @unchecked Sendable { let server: OpaquePointer }

extension dobush_limits {
    fileprivate init(_ limits: ServerLimits, threads: Int) {
        self.init(
            threads: UInt32(clamping: threads), connections: UInt32(clamping: limits.connections),
            per_address: UInt32(clamping: limits.perAddress ?? 0),
            idle_seconds: UInt32(clamping: limits.idleSeconds), header_bytes: limits.headerBytes,
            discard_bytes: UInt64(clamping: limits.discardBytes))
    }
}
