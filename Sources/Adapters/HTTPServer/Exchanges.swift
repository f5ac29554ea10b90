import CHTTP
import Synchronization

/// What the server's threads share: whom to ask, and which streams are open.
final class Exchanges: Sendable {
    private struct Streams {
        var open: [ObjectIdentifier: EventStream] = [:]
        var ended = false
    }

    private let handler: Server.Handler
    private let refused: @Sendable (Refusal) -> Response
    private let bodyLimit: Server.BodyLimit?
    private let bodyBytes: Int
    private let streams = Mutex(Streams())

    init(
        handler: @escaping Server.Handler, refused: @escaping @Sendable (Refusal) -> Response,
        bodyLimit: Server.BodyLimit?, bodyBytes: Int
    ) {
        self.handler = handler
        self.refused = refused
        self.bodyLimit = bodyLimit
        self.bodyBytes = bodyBytes
    }

    func limit(method: String, target: String) -> Int {
        guard let bodyLimit, let path = Target(target)?.path else { return bodyBytes }
        return max(0, bodyLimit(method, path) ?? bodyBytes)
    }

    func answer(_ request: dobush_request) -> Response {
        let refusal: Refusal
        switch request.refusal {
        case Int32(DOBUSH_BODY_TOO_LONG):
            refusal = .bodyTooLong(limit: Int(clamping: request.limit))
        case Int32(DOBUSH_FRAMING_UNCLEAR): refusal = .unclearFraming
        default:
            if let asked = Request(request) { return handler(asked) }
            refusal = .unreadable
        }
        var response = refused(refusal)
        if refusal != .unreadable { response.headers.append(("Connection", "close")) }
        return response
    }

    /// False when the stream belongs to another answer.
    func open(_ stream: EventStream, on connection: OpaquePointer) -> Bool {
        guard stream.attach(connection) else { return false }
        let ended = streams.withLock { streams in
            streams.open[ObjectIdentifier(stream)] = stream
            return streams.ended
        }
        if ended { stream.close() }
        return true
    }

    func ended(_ stream: EventStream) {
        _ = streams.withLock { $0.open.removeValue(forKey: ObjectIdentifier(stream)) }
        stream.detach()
    }

    /// Also those to come.
    func endStreams() {
        let open = streams.withLock { streams in
            streams.ended = true
            return Array(streams.open.values)
        }
        for stream in open { stream.close() }
    }
}

extension Request {
    /// Nil when the target is no path or a header is none.
    init?(_ request: dobush_request) {
        let size = dobush_headers(request.connection, nil, 0)
        guard size != .max else { return nil }
        let headers =
            size == 0
            ? []
            : [UInt8](unsafeUninitializedCapacity: size) { room, count in
                room.withMemoryRebound(to: CChar.self) { room in
                    count = min(size, dobush_headers(request.connection, room.baseAddress, size))
                }
            }
        let remote = withUnsafeBytes(of: request.remote) {
            String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        self.init(
            method: String(cString: request.method), target: String(cString: request.target),
            lines: HeaderLines(written: headers),
            body: request.body.map { Body.at($0).bytes } ?? [], remote: remote)
    }
}

/// A body while it arrives.
final class Body {
    private(set) var bytes: [UInt8] = []

    /// - Parameter announced: in bytes; a client may announce what it never sends, so that at most a
    ///   mebibyte is set aside for it.
    init(announced: Int) { bytes.reserveCapacity(min(announced, 1_048_576)) }

    static func at(_ place: UnsafeMutableRawPointer) -> Body {
        Unmanaged<Body>.fromOpaque(place).takeUnretainedValue()
    }

    func append(_ piece: UnsafeRawBufferPointer) { bytes.append(contentsOf: piece) }
}
