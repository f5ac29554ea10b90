extension Response {
    /// 304 when the request's If-None-Match names the tag, nil when the body is wanted.
    ///
    /// Asked before a body is made. Weak and strong tags compare alike, as for GET they shall.
    /// Source: RFC 9110, sections 8.8.3.2, 13.1.2 and 15.4.5.
    ///
    /// - Parameters:
    ///   - tag: with its quotes, as it stands in ETag.
    ///   - headers: what a 200 would carry besides: Cache-Control, Vary, Expires.
    package static func notModified(
        tag: String, for request: Request, headers: [(name: String, value: String)] = []
    ) -> Response? {
        guard request.method == "GET" || request.method == "HEAD",
            let known = request.header("if-none-match"), names(known, tag)
        else { return nil }
        var response = Response(status: 304, type: "", body: [])
        response.headers = [("ETag", tag)] + headers
        return response
    }

    /// The response itself, or 304 when it has an ETag that the request's If-None-Match names.
    package func revalidated(for request: Request) -> Response {
        guard status == 200, request.header("if-none-match") != nil, let tag = header("etag") else {
            return self
        }
        let kept: Set = ["cache-control", "vary", "expires", "content-location", "last-modified"]
        return Self.notModified(
            tag: tag, for: request, headers: headers.filter { kept.contains($0.name.lowercased()) })
            ?? self
    }

    private static func names(_ known: String, _ tag: String) -> Bool {
        if known.utf8.elementsEqual("*".utf8) { return true }
        return known.split(separator: ",").prefix(50).contains { one in
            opaque(one.trimmingBlanks) == opaque(tag[...])
        }
    }

    private static func opaque(_ tag: Substring) -> Substring {
        tag.hasPrefix("W/") ? tag.dropFirst(2) : tag
    }
}
