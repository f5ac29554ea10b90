/// What a server takes before it refuses.
package struct ServerLimits: Sendable {
    /// Bytes for a request's line, headers and the parts that are being read; more is answered 431.
    /// Each connection holds this much memory.
    package var headerBytes = 32_768
    /// Bytes that a body may have where no rule for its path says otherwise.
    package var bodyBytes = 1_048_576
    /// Bytes of an over-long body that are read and thrown away, so that its sender comes to read
    /// the answer. Beyond them the line is cut.
    package var discardBytes = 8_388_608
    /// Open connections, live readers among them; further ones wait to be accepted.
    package var connections = 2_048
    /// Connections from one address, nil for any number. Behind a proxy all come from one.
    package var perAddress: Int?
    /// Seconds without a byte in either direction after which a connection is closed. Quiet event
    /// streams are not meant.
    package var idleSeconds = 15

    package init() {}
}

/// Why a request never reached the handler.
package enum Refusal: Sendable, Equatable {
    /// Its target is no path of well-formed UTF-8, or a header is none.
    case unreadable
    /// Its end is not said in one way only.
    case unclearFraming
    case bodyTooLong(limit: Int)

    /// In plain words, for who wrote the client.
    package var response: Response {
        switch self {
        case .unreadable:
            Response(status: 400, type: "text/plain", body: Array("Not a path.\n".utf8))
        case .unclearFraming:
            Response(status: 400, text: "Give one Content-Length, or chunks, not both.\n")
        case .bodyTooLong(let limit):
            Response(status: 413, text: "The body may have at most \(limit) bytes.\n")
        }
    }
}
