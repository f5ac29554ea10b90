/// What is answered.
package struct Response: Sendable {
    /// 100 to 599.
    package var status: Int
    /// In the order they are sent. One with a control character in its name or value is not sent.
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]
    /// Set for an answer that stays open; then `body` is not sent.
    package private(set) var stream: EventStream?

    package init(status: Int = 200, type: String, body: [UInt8]) {
        self.status = status
        self.body = body
        headers = [("Content-Type", type)]
    }

    package init(status: Int = 200, html: String) {
        self.init(status: status, type: "text/html; charset=utf-8", body: Array(html.utf8))
    }

    package init(status: Int = 200, text: String) {
        self.init(status: status, type: "text/plain; charset=utf-8", body: Array(text.utf8))
    }

    /// Server-sent events, kept open until the stream is closed or the reader leaves.
    ///
    /// A stream belongs to one response. `X-Accel-Buffering` tells nginx to pass events on at once.
    /// Source: WHATWG HTML, section 9.2.
    package static func events(
        _ stream: EventStream, headers: [(name: String, value: String)] = []
    ) -> Response {
        var response = Response(type: "text/event-stream", body: [])
        response.headers += [("Cache-Control", "no-store"), ("X-Accel-Buffering", "no")]
        response.headers += headers
        response.stream = stream
        return response
    }

    /// The first value of a header; the name in any case.
    package func header(_ name: String) -> String? {
        headers.first { $0.name.isHeader(name) }?.value
    }
}

extension String {
    /// True for the same name in any case; names of headers are ASCII, and nothing is copied.
    fileprivate func isHeader(_ name: String) -> Bool {
        func low(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
        return utf8.count == name.utf8.count
            && zip(utf8, name.utf8).allSatisfy { low($0) == low($1) }
    }
}
